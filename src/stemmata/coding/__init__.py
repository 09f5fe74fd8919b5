"""Document → reports: who did what to whom, where, when, how many, according to whom.

The rooms, from the ground up; each stands on those above it alone, and `coder` calls them one after the other:

    codebook, rows       its tables
    checking             what their rows must keep to
    headed               of the lexicon, the rows that a sentence may have
    sieve                may a document report at all?
    syntax               reading trees
    matching             does the form of a row stand here?
    triggers, passages   the words that tell of an event; a document on its way
    retelling            told twice, it is one
    attribution          who says so
    happenings           what happened, and is it so
    parties              who and whom
    locating             where
    timing               when
    measuring            how many
    reporting            the report, and is it worth one
    elsewhere            what other sentences tell of it
"""

from stemmata.coding.coder import code

__all__ = ["code"]
