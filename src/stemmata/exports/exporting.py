"""The verb of this room: events of a case into a file of a format, with its manifest and its loss report beside it.

Pieces are made in several processes and written in order; the three files appear under their names when all of them are
whole, or not at all.
"""

import gc
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from stemmata import __version__
from stemmata.case import Case
from stemmata.case.entries import Entry
from stemmata.case.listing import Query
from stemmata.case.workers import Died, each
from stemmata.errors import ExportError
from stemmata.exports.asked import asked_for
from stemmata.exports.changing.changes import changes
from stemmata.exports.formats import format_named
from stemmata.exports.formats.format import About, Format
from stemmata.exports.manifest import MANIFEST, Tally, as_json, loss_lines, manifest
from stemmata.exports.public import Rules, public_entry
from stemmata.exports.since import CHANGES, Since, changed_pieces
from stemmata.exports.taking import Read, taken
from stemmata.records import WITHHELD

LOSS = ".loss.txt"
"""Ending of the loss report beside a file."""
PIECE = 1000
"""Events that are read and written at once: enough that a query costs little, few enough that memory stays small."""
ALONE = 2 * PIECE
"""Up to so many events one process is faster than starting others."""
AHEAD = 8
"""Pieces that may be made while an earlier one is still in work: what waits to be written stays small."""
SECONDS = 600.0
"""For a piece, before its process counts as dead."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an export is asked for."""

    format: str
    query: Query = field(default_factory=Query)
    reviewed: bool = False
    """Only events that a person accepted and that did not change since."""
    public: Rules | None = None
    """Only what the public may read by these rules of the case, and no names of private persons."""
    since: Since | None = None
    """Only what changed since a former state; what changed and why is then told in `FILE.changes.json`."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of an export."""

    file: Path
    tally: Tally
    manifest: dict[str, Any]


def export(
    source: Case | Path,
    wanted: Wanted,
    file: Path,
    *,
    force: bool = False,
    processes: int | None = None,
    heard: Callable[[int, int], None] = lambda _done, _of: None,
) -> Exported:
    """Write events into a file, with `FILE.manifest.json` and `FILE.loss.txt` beside it.

    Args:
        source: the case; or a file that an export wrote as `json` or `jsonld`.
        wanted: which format, of which events, by which rules.
        file: where to; nothing stands under this name until all of it is written.
        force: replace what stands there.
        processes: how many work at once; one for each core where None.
        heard: told how many events are done, of how many.

    Raises:
        UnknownName: there is no such format.
        ExportError: the file is there already, or cannot be written; the source is a file that cannot be read back; or
            what changed since a former state is to be made public.
        CaseError: the case cannot be read.
    """
    form, since = format_named(wanted.format), wanted.since
    _refuse_overwriting(file, force)
    if wanted.public and since:
        raise ExportError(
            "What changed since a release tells what it said before; export both states as json with --public, and"
            " compare the two files with `stemmata diff`."
        )
    before = taken(since.file, Query()) if since else None
    events, tally = taken(source, Query() if since else wanted.query), Tally()
    about = About(events.title, events.made_of["asof"], events.credits, __version__)
    rules = wanted.public and wanted.public.at(events.made_of["asof"])
    query = _told(wanted) | {"reviewed only": wanted.reviewed, "changed since": before and before.made_of}
    with _draft(file) as folder:
        if since and before:
            _refuse_words(wanted.query)
            found = changes(before, events, asked=partial(_asked, wanted), departed=since.departed, heard=heard)
            pieces = changed_pieces(found, before, events, form, tally, folder / f"{file.name}{CHANGES}")
        else:
            form.refuse_more(len(events.at))
            task = partial(_piece, events.read, wanted, rules)
            pieces = _in_order(task, events.at, _processes(processes, len(events.at)), tally, heard)
        with (folder / file.name).open("w+b") as stream:
            tally.cut = form.assemble(pieces, stream, about) or ()
            stream.seek(0)
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        if not events.unchanged():
            raise ExportError("The events changed meanwhile, so nothing was written; export again.")
        told = manifest(
            form,
            tally,
            file=file.name,
            sha256=sha256,
            query=query,
            rules=rules,
            made_of=events.made_of,
            credits=events.credits,
        )
        (folder / f"{file.name}{MANIFEST}").write_bytes(as_json(told))
        (folder / f"{file.name}{LOSS}").write_text("\n".join(loss_lines(tally, form)) + "\n", encoding="utf-8")
        for draft in sorted(folder.iterdir(), reverse=True):  # the file itself last: where it stands, all is there
            draft.replace(file.parent / draft.name)
        if not since:
            file.with_name(f"{file.name}{CHANGES}").unlink(missing_ok=True)  # it tells of the file that stood there
    return Exported(file, tally, told)


def _told(wanted: Wanted) -> dict[str, Any]:
    """What was asked for, as the manifest tells it: to the public, not which words were looked for."""
    asked = wanted.query.told()
    return asked | {"words": WITHHELD} if wanted.public and "words" in asked else asked


def _asked(wanted: Wanted, entry: Entry) -> bool:
    return asked_for(entry, wanted.query) and (entry.reviewed or not wanted.reviewed)


def _processes(asked: int | None, events: int) -> int:
    return 1 if events <= ALONE else asked or os.cpu_count() or 1


def _in_order(
    task: Callable[[Sequence[int]], tuple[bytes, Tally]],
    numbers: Sequence[int],
    processes: int,
    tally: Tally,
    heard: Callable[[int, int], None],
) -> Iterator[bytes]:
    """The pieces in the order of the events, whichever process is done first; counts as it goes."""
    chunks = [(at, tuple(numbers[at : at + PIECE])) for at in range(0, len(numbers), PIECE)]
    waiting: dict[int, tuple[bytes, Tally]] = {}
    following = done = 0
    for (at, chunk), result in each(partial(_second, task), chunks, processes=processes, seconds=SECONDS, ahead=AHEAD):
        if isinstance(result, Died):
            raise ExportError(f"A process that exported events died ({result}); free some memory and export again.")
        waiting[at] = result
        done += len(chunk)
        heard(done, len(numbers))
        while following in waiting:
            piece, counted = waiting.pop(following)
            tally.add(counted)
            following += PIECE
            yield piece


def _second(
    task: Callable[[Sequence[int]], tuple[bytes, Tally]], chunk: tuple[int, Sequence[int]]
) -> tuple[bytes, Tally]:
    return task(chunk[1])


def _piece(read: Read, wanted: Wanted, rules: Rules | None, at: Sequence[int]) -> tuple[bytes, Tally]:
    """Some events in the format, and what came of them; runs in a process of its own."""
    form, tally = format_named(wanted.format), Tally()
    gc.disable()  # records hold no circles, and looking for some among so many takes a quarter of the time
    try:
        kept = list(_kept(read(at), wanted, rules, form, tally))
        return form.piece(kept) if kept else b"", tally
    finally:
        gc.enable()


def _kept(entries: Iterator[Entry], wanted: Wanted, rules: Rules | None, form: Format, tally: Tally) -> Iterator[Entry]:
    """The events that are to be in the file, as they may be; no format sees them otherwise."""
    for entry in entries:
        if wanted.reviewed and not entry.reviewed:
            tally.leave_out(entry.id, "not reviewed by a person, or changed since")
            continue
        public = public_entry(entry, rules) if rules else None
        if isinstance(public, str):
            tally.leave_out(entry.id, public)
            continue
        shown = public.entry if public else entry
        if tally.kept(shown, form):
            tally.withheld.update(public.withheld if public else {})
            yield shown


def _refuse_overwriting(file: Path, force: bool) -> None:
    if file.exists() and not file.is_file():
        raise ExportError(f"{file} is no file that could be replaced; choose another name.")
    there = [one for ending in ("", MANIFEST, LOSS, CHANGES) if (one := file.with_name(file.name + ending)).exists()]
    if there and not force:
        raise ExportError(f"{there[0]} is there already; choose another name, or replace it with --force.")


def _refuse_words(query: Query) -> None:
    if query.words:
        raise ExportError("A release holds no whole documents to search; leave out --words, or --since a release.")


@contextmanager
def told_in_words(file: Path) -> Iterator[None]:
    """Tell of a disk that fails in words.

    Raises:
        ExportError: the file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise ExportError(
            f"{file} could not be written ({error.strerror}), and nothing was left half-written; make room on the disk,"
            " or choose another place."
        ) from error


@contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """A folder beside the file for its drafts.

    Raises:
        ExportError: the file cannot be written.
    """
    with told_in_words(file), tempfile.TemporaryDirectory(dir=file.parent, prefix=".export-") as folder:
        yield Path(folder)
