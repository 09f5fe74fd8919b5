"""Events of a case beside those of an outside file: which of them are the same, which only one of both has.

compare      the verb: events and a file → a comparison
happening    what is compared: an event of either side in plain values
reading      which table a file holds, row by row      acled  ged  project    rows → happenings
points       what speaks for and against a pair        pairing    one to one, the most points in all
comparison   counts and agreement                      telling    as JSON, and for a terminal      page    as a page
"""

from stemmata.comparing.compare import compare
from stemmata.comparing.comparison import Comparison
from stemmata.comparing.page import as_page
from stemmata.comparing.telling import as_json, lines

__all__ = ["Comparison", "as_json", "as_page", "compare", "lines"]
