"""Whether two reports of a document tell of two times."""

from stemmata.records import Report, When

# Days that a day and the night before it span, and those of a week.
A_DAY, A_WEEK = 1, 7


def apart_in_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None:
        return False
    if over_before(a, b) or over_before(b, a):
        return True
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    lengths = [(end - start).days for start, end in ((a.start, a.end), (b.start, b.end))]
    return min(lengths) <= A_DAY and max(lengths) > A_WEEK  # the raids of months, and that of Monday


def over_before(a: When, b: When) -> bool:
    """Whether one was over before the other began, however long the one had gone on: "by 2 October", "on 3 May"."""
    return a.end is not None and b.start is not None and a.end < b.start


def dates_back(a: Report, b: Report) -> bool:
    """ "Shells hit the base. The shelling of the base in 1996 killed 100.": years before what is told without a day."""
    if a.when is not None or b.when is None or b.when.end is None or a.known_by is None:
        return False
    return b.when.end.year < a.known_by.year and (a.known_by - b.when.end).days > A_WEEK


def within_time(thin: When | None, full: When | None) -> bool:
    if thin is None or thin.start is None:
        return True
    return full is not None and (thin.start, thin.end) == (full.start, full.end)
