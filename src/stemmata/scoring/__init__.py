"""How near coded reports come to hand-coded ones.

Documents, gold and codings are JSON Lines: documents `{"id", "text", "publisher"?}`, the others
`{"id", "reports": [...]}` in the shape of the codebook, every quoted text with its `start` and `end` in the document's
text (`text_start` and `text_end` in `when`, whose `start` and `end` are days). Keys that no rule asks for are ignored.

    codings      reads and checks them
    rules        when a value is right, and how alike two reports are
    assignment   pairs one to one
    result       counts, shares and the report score
    breakdown    by type or publisher; the first errors of each kind
    showing      the tables
"""

from stemmata.scoring.result import Result, Share, Tally, score
from stemmata.scoring.showing import tables

__all__ = ["Result", "Share", "Tally", "score", "tables"]
