"""Exports of what changed since a former state: the events that were added or changed, and beside them every change."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemmata.case.database import lots
from stemmata.exports.changing.change import Change
from stemmata.exports.changing.changes import Departed
from stemmata.exports.changing.telling import written
from stemmata.exports.formats.format import Format
from stemmata.exports.manifest import Tally
from stemmata.exports.taking import Taken

CHANGES = ".changes.json"
"""Ending of the file beside an export that tells what changed."""


@dataclass(frozen=True, slots=True)
class Since:
    """A former state."""

    file: Path
    """A release, or another file that an export wrote as `json`."""
    departed: Departed = lambda _: {}
    """Asked why reports count no more."""


def changed_pieces(
    found: Iterator[Change], before: Taken, after: Taken, form: Format, tally: Tally, draft: Path
) -> Iterator[bytes]:
    """Pieces of the events that were added or changed; what changed in all of them is written into a file on the way.

    Args:
        found: what changed.
        before, after: the two states.
        form: how the events are told; with what changed in them, where it can hold that.
        tally: counts the events.
        draft: where the changes go.
    """
    with draft.open("w", encoding="utf-8") as stream:
        for lot in lots(written(found, stream, before.made_of, after.made_of)):
            kept = [one for one in lot if one.after is None or (one.kind != "retold" and tally.kept(one.after, form))]
            form.refuse_more(tally.events)
            entries = [one.after for one in kept if one.after]
            if form.changed:
                yield form.changed(kept)
            elif entries:
                yield form.piece(entries)
