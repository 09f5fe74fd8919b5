"""Event by event, what is otherwise in a later state. Both are read in order; nothing is kept of what is the same."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from stemmata.case.database import lots
from stemmata.case.entries import Entry
from stemmata.errors import ExportError
from stemmata.exports.changing.causes import Moves
from stemmata.exports.changing.change import Change
from stemmata.exports.changing.content import same
from stemmata.exports.taking import Taken

Places = tuple[int | None, int | None]
"""Where an event stands in the earlier and in the later state, as `taking` counts."""
Departed = Callable[[Collection[str]], Mapping[str, str]]
"""Of reports that count in no event any more, why, where that is known."""


def applied(change: Mapping[str, Any], events: dict[str, dict[str, Any]]) -> None:
    """Change a state, as id → JSON of an event, by a change as JSON has it."""
    if change["kind"] == "deleted":
        del events[change["id"]]
    else:
        events[change["id"]] = {**events.get(change["id"], {}), **change["written"]}


def changes(
    before: Taken,
    after: Taken,
    *,
    asked: Callable[[Entry], bool] = lambda _: True,
    departed: Departed = lambda _: {},
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Iterator[Change]:
    """What changed, by the numbers of the events.

    Args:
        before: the earlier state; all of it.
        after: the later one; all of it.
        asked: tells whether an event is asked for. One that comes to be so counts as added, one that no longer is as
            deleted.
        departed: asked why reports count no more.
        heard: told how many events of the later state are compared, of how many.

    Raises:
        ExportError: the two are of different cases, or a file cannot be read back.
    """
    _refuse_strangers(before, after)
    moves = Moves(before.made_of, after.made_of)
    differing: list[Places] = []
    for places, one, other in _pairs(_standing(before), _standing(after, heard)):
        if one != other:
            moves.note(one, other)
            differing.append(places)
    for lot in lots(differing):
        was, now = (_read(taken, [one[side] for one in lot]) for side, taken in ((0, before), (1, after)))
        gone = departed(moves.gone(was.values()))
        for old, new in ((was.get(a), now.get(b)) for a, b in lot):
            if change := _change(old, new, asked, moves.why(old, new, gone)):
                yield change


def _refuse_strangers(before: Taken, after: Taken) -> None:
    told = [one.made_of for one in (before, after)]
    if all("run" in one for one in told) and before.title != after.title:
        raise ExportError(
            f"These are states of two cases, {before.title} and {after.title}; only within a case do events keep"
            " their numbers."
        )


def _standing(
    taken: Taken, heard: Callable[[int, int], None] = lambda _done, _of: None
) -> Iterator[tuple[int, Entry]]:  # fmt: skip
    """Where each event stands, and the event, by number."""
    last = done = 0
    for lot in lots(taken.at):
        for where, entry in zip(lot, _read(taken, lot).values(), strict=True):
            if entry.number <= last:
                raise ExportError(f"The events of {taken.title} are not in the order of their numbers; export it anew.")
            last = entry.number
            yield where, entry
        done += len(lot)
        heard(done, len(taken.at))


def _read(taken: Taken, at: Sequence[int | None]) -> dict[int | None, Entry]:
    """The events that stand there."""
    places = [one for one in at if one is not None]
    found = list(taken.read(places)) if places else []
    if len(found) < len(places):
        raise ExportError(f"The events of {taken.title} changed meanwhile; do it again.")
    return dict(zip(places, found, strict=True))


def _pairs(
    before: Iterator[tuple[int, Entry]], after: Iterator[tuple[int, Entry]]
) -> Iterator[tuple[Places, Entry | None, Entry | None]]:
    """The events of both states, those of one number together, with where they stand."""
    old, new = next(before, None), next(after, None)
    while old or new:
        if new is None or (old and old[1].number < new[1].number):
            mine, theirs = old, None
        elif old is None or new[1].number < old[1].number:
            mine, theirs = None, new
        else:
            mine, theirs = old, new
        yield (mine and mine[0], theirs and theirs[0]), mine and mine[1], theirs and theirs[1]
        old = next(before, None) if mine else old
        new = next(after, None) if theirs else new


def _change(
    old: Entry | None, new: Entry | None, asked: Callable[[Entry], bool], why: tuple[str, ...]
) -> Change | None:
    """What became of an event, as far as it is asked for."""
    was, now = (one if one and asked(one) else None for one in (old, new))
    if was and now:
        return Change("retold" if same(was, now) else "changed", was, now, why)
    if old and new:
        why = (f"it is {'now' if now else 'no longer'} among what is asked for", *why)
    return Change("added" if now else "deleted", was, now, why) if was or now else None
