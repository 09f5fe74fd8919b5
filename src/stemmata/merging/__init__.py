"""Reports → events: which reports tell of one happening, whom they rest on, and what they add up to."""

from stemmata.merging.merger import Merged, merge

__all__ = ["Merged", "merge"]
