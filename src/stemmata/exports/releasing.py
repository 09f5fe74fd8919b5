"""Releases of a case: all events as they stood, frozen under a number in the folder `releases` of the case.

A release is what `export json` writes, with its manifest and loss report. None is ever written over.
"""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from stemmata.case import Case, Query, open_case
from stemmata.case.departures import departed
from stemmata.errors import ExportError, UnknownName
from stemmata.exports.changing.changes import Departed
from stemmata.exports.exporting import Exported, Wanted, export, told_in_words
from stemmata.exports.manifest import MANIFEST
from stemmata.exports.since import Since
from stemmata.exports.taking import Taken, taken

FOLDER: Final = "releases"
EVENTS: Final = "events.jsonl"
MOST_NAMED: Final = 5
"""Events that a refusal names."""


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen state of a case."""

    number: int
    """Counts up from 1."""
    file: Path
    """All its events, as `export json` writes them."""
    manifest: dict[str, Any]
    """As it stands beside the file: what the events were made of, how many there are, and the file's sha256."""


def freeze(
    case: Case,
    *,
    reviewed: bool = False,
    processes: int | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Release:
    """Freeze the events as they stand, under the next number.

    Args:
        case: the case.
        reviewed: refuse where a person has not accepted every event as it is.
        processes: how many work at once; one for each core where None.
        heard: told how many events are done, of how many.

    Raises:
        ExportError: events are not reviewed, or the release cannot be written; nothing was.
        CaseError: the case cannot be read.
    """
    home = case.folder / FOLDER
    with told_in_words(home):
        home.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=".release-") as folder:
            draft = Path(folder) / "release"
            draft.mkdir()
            done = export(case, Wanted("json", reviewed=reviewed), draft / EVENTS, processes=processes, heard=heard)
            if reviewed:
                _refuse_unreviewed(done)
            number = _placed(draft, home)
    return _release(case, number)


def _refuse_unreviewed(done: Exported) -> None:
    left = [event for events in done.tally.left_out.values() for event in events]
    if left:
        named = ", ".join(left[:MOST_NAMED]) + (
            f" and {len(left) - MOST_NAMED:,} more" if len(left) > MOST_NAMED else ""
        )
        of = f"{len(left):,} of {len(left) + done.tally.events:,} events"
        raise ExportError(
            f"{of} are not reviewed, or changed since ({named}), so nothing was released; accept them with `stemmata"
            " decide accept`, or release without --require-reviewed."
        )


def _placed(draft: Path, home: Path) -> int:
    """Put a draft in its place under the first free number, be others releasing meanwhile; that number."""
    number = 1 + max(_numbers(home), default=0)
    while True:
        try:
            draft.rename(home / str(number))
        except OSError:
            if not (home / str(number)).exists():
                raise
            number += 1
        else:
            return number


def releases(case: Case) -> list[Release]:
    """The releases of a case, first to last.

    Raises:
        ExportError: one is damaged.
    """
    return [_release(case, number) for number in _numbers(case.folder / FOLDER)]


def release(case: Case, number: int) -> Release:
    """A release of a case.

    Raises:
        UnknownName: there is none of that number; the message lists those there are.
        ExportError: it is damaged.
    """
    known = _numbers(case.folder / FOLDER)
    if number not in known:
        there = f"the releases are: {', '.join(map(str, known))}" if known else "make one with `stemmata release`"
        raise UnknownName(f"There is no release {number} of {case.settings.name}; {there}.")
    return _release(case, number)


def since(case: Case, number: int) -> Since:
    """A release as the former state since which something is asked for.

    Raises:
        UnknownName: there is none of that number.
        ExportError: it is damaged.
    """
    return Since(release(case, number).file, partial(departed, case))


def states(before: str, after: str | None, folder: Path) -> tuple[Taken, Taken, Departed]:
    """Two states to compare, and who tells why reports count no more.

    Args:
        before, after: the number of a release, or the name of a file; None for the case as it is.
        folder: the case, or a folder below it; of two files none is needed.

    Raises:
        NoCase: there is none, and one is needed.
        UnknownName: there is no such release.
        ExportError: a file cannot be read back.
    """
    told = (before, after)
    case = open_case(folder) if any(one is None or one.isdecimal() for one in told) else None
    old, new = (taken(_source(one, case), Query()) for one in told)
    return old, new, partial(departed, case) if case else lambda _: {}


def _source(told: str | None, case: Case | None) -> Case | Path:
    if case is None or not (told is None or told.isdecimal()):
        return Path(told or "")
    return release(case, int(told)).file if told else case


def _release(case: Case, number: int) -> Release:
    file = case.folder / FOLDER / str(number) / EVENTS
    try:
        manifest = json.loads(file.with_name(EVENTS + MANIFEST).read_bytes())
        if not {"events", "reports", "reviewed", "made_of", "sha256"} <= manifest.keys() or not file.exists():
            raise ValueError("a part is missing")
    except (OSError, ValueError, AttributeError) as error:
        raise ExportError(f"Release {number} is damaged ({file.parent}); put it back from a backup.") from error
    return Release(number, file, manifest)


def _numbers(home: Path) -> list[int]:
    return sorted(int(one.name) for one in home.glob("[0-9]*") if one.name.isdecimal())
