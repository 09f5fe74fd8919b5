"""A page of our own writing, made like a blog's: invented events in real places, with the traps that real pages set."""

from pathlib import Path

PAGE = Path(__file__).parent / "page.html"
"""The page, as a browser would save it."""
