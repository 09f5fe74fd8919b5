"""Which documents took passages from which: found by rare prints, told by aligned passages, never by dates alone.

prints     which pairs of documents share runs of words that few others have
alignment  which passages of the one come from the other, and how nearly word for word
credits    whom a document names as its source
linking    whether one of two documents copies the other, and which
retelling  paraphrases: what a document tells anew, with credit
finding    the copies of a collection: kind, direction, and through whom
"""

from stemmata.merging.copies.finding import find_copies

__all__ = ["find_copies"]
