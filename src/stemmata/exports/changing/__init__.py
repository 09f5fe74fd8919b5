"""What changed between two states of a case, and why; of releases, exports of everything, or the case as it is.

change    what became of an event
changes   event by event: added, changed, deleted; one state and its changes give the other
content   what an event and a report say, apart from how it was read
causes    why: reports that came, went or moved, decisions, totals, rules
telling   as JSON and in words
schema    what stands in that JSON
"""
