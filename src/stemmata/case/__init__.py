"""A case: a folder with `case.toml`, a database and captures, in which documents become events.

opening    makes and opens one      settings   case.toml
adding     documents come in        captures   WARC files
running    codes what is new        workers    processes that may die
checking   does all still fit?      locking    one run at a time

schema     the tables               migrations how they came to be
database   SQLite or PostgreSQL     search     what each of them does in its own way
rows       records ↔ rows           columns    types that both hold
"""

from stemmata.case.adding import Added, add
from stemmata.case.checking import check
from stemmata.case.listing import problems
from stemmata.case.opening import Case, new_case, open_case
from stemmata.case.running import Ran, run

__all__ = ["Added", "Case", "Ran", "add", "check", "new_case", "open_case", "problems", "run"]
