"""What people decided, laid over what the machine says; the machine's values stay visible under it."""

from collections.abc import Mapping, Sequence
from typing import Any

from stemmata.case.deciding import Decided


def applied(values: Mapping[str, Any], about: Sequence[Decided]) -> dict[str, Any]:
    """An event's values as they hold: those of the machine, and over them the last edit of each field and the grade."""
    held = dict(values)
    for one in about:
        if one.kind == "edit" and one.field:
            held[one.field] = one.value
        elif one.kind == "grade":
            held["grade"] = one.value
    return held


def changed_since(now: Mapping[str, Any], about: Sequence[Decided]) -> list[str]:
    """What the machine says otherwise than when a person decided about it.

    An acceptance is about the whole event, an edit about its field, a grade about the grade. The last decision on a
    field counts, so that looking at it again and accepting it puts it right.
    """
    changed = []
    last: dict[str, Decided] = {}
    for one in about:
        if one.kind == "accept" and one.seen:
            last = dict.fromkeys([*now["values"], *one.seen["values"], "reports"], one)
        elif one.kind in ("edit", "grade") and one.seen:
            last[one.field or "grade"] = one
    for field, one in last.items():
        seen: Mapping[str, Any] = one.seen or {}
        if field == "reports":
            if sorted(seen["reports"]) != sorted(now["reports"]):
                changed.append("reports")
        elif seen["values"].get(field) != now["values"].get(field):
            changed.append(field)
    return changed
