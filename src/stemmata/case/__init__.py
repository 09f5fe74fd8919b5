"""A case: a folder with `case.toml`, a database and captures, in which documents become events.

opening    makes and opens one      settings   case.toml
adding     documents come in        captures   WARC files
running    codes what is new        workers    processes that may die
updating   reports → events         numbering  events keep their numbers
pending    what changed             remerging  that, merged with its neighbourhood
gathering  reports, as needed       neighbours where they stand
copying    the copies that are kept recopying  those that changed
recording  events, written          standing   decisions, laid over them
deciding   what people decided      overlay    that, laid over what the machine says
listing    what is in it            entries    events as they leave it
interest   what it is about         printed    prints of texts, to find copies by
                                  versions   what an edited page says otherwise
checking   does all still fit?      locking    one run at a time

schema     the tables               migrations how they came to be
database   SQLite or PostgreSQL     search     what each of them does in its own way
rows       records ↔ rows           columns    types that both hold
"""

from stemmata.case.adding import Added, add
from stemmata.case.checking import check
from stemmata.case.deciding import Decided, decide, history, undo
from stemmata.case.listing import Kept, Line, Query, Shown, documents, events, problems, show_event, show_report
from stemmata.case.opening import Case, new_case, open_case
from stemmata.case.recording import Change
from stemmata.case.running import Ran, refresh, run
from stemmata.case.versions import difference

__all__ = [
    "Added",
    "Case",
    "Change",
    "Decided",
    "Kept",
    "Line",
    "Query",
    "Ran",
    "Shown",
    "add",
    "check",
    "decide",
    "difference",
    "documents",
    "events",
    "history",
    "new_case",
    "open_case",
    "problems",
    "refresh",
    "run",
    "show_event",
    "show_report",
    "undo",
]
