"""Document → reports: who did what to whom, where, when, how many, according to whom.

The stages, in the order in which they run:

    triggers → happenings        which words name a happening, and which of them name the same
    roles, figures, times, places what belongs to it
    status, attribution          whether it happened, and who says so
    reports, retelling           one report for each happening, told once
"""

from stemmata.coding.coder import code

__all__ = ["code"]
