"""What pages draw without asking anybody: maps and timelines as SVG, and the frame of a page that loads nothing.

    frame      the page around it: its policy, its style, its script
    world      the shapes of countries      projection   degrees → units of a drawing
    places     a map of places              timeline     bars by day, month or year
    listed     a page of many items with all of these

Every drawing is whole without script; `drawn.js` adds filters, and a map that moves.
"""
