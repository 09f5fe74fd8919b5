"""A user's own tables of actors and sources: checked row by row, and kept beside the codebook's."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemmata.actors import loading, sources
from stemmata.errors import CodebookError
from stemmata.tables import Row, each_row, header_of, own_folder, read_loose_table


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not taken."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a table holds that may be taken, and what not."""

    file: Path
    taken: tuple[Row, ...]
    refused: tuple[Refusal, ...]


def actors_kept() -> Path:
    """The user's own table of actors, which need not exist."""
    return own_folder() / loading.OWN


def leaders_kept() -> Path:
    """The user's own table of persons in office, which need not exist."""
    return own_folder() / loading.OWN_LEADERS


def sources_kept() -> Path:
    """The user's own table of sources, which need not exist."""
    return own_folder() / sources.OWN


def check_actors(file: Path, *, own: Path | None = None) -> Checked:
    """See which rows of a table of actors may stand beside the codebook's and the user's own.

    Args:
        file: a CSV with a header of some columns of `loading.ACTORS`, in any order.
        own: the folder of the user's own tables, by default `tables.own_folder()`.

    Raises:
        CodebookError: the file cannot be read or has another header, or the user's own table is broken.
    """
    roll = loading.Roll()
    kept = (own or own_folder()) / loading.OWN
    return _check(file, kept, roll.take, loading.ACTORS, loading.NEEDED)


def check_leaders(file: Path, *, own: Path | None = None) -> Checked:
    """See which rows of a table of persons may stand beside the codebook's and the user's own; as `check_actors`."""
    folder = own or own_folder()
    roll = loading.Roll()
    if (actors := folder / loading.OWN).exists():
        for row in read_loose_table(actors, loading.ACTORS, loading.NEEDED):
            roll.take(row)
    kept = folder / loading.OWN_LEADERS
    return _check(file, kept, roll.take_leader, loading.LEADERS, loading.LEADERS_NEEDED)


def check_sources(file: Path, *, own: Path | None = None) -> Checked:
    """See which rows of a table of sources may stand beside the codebook's and the user's own; as `check_actors`."""
    roll = sources.SourceRoll(loading.load_registry(own=own))
    kept = (own or own_folder()) / sources.OWN
    return _check(file, kept, roll.take, sources.OWN_COLUMNS, sources.NEEDED)


def add_actors(file: Path, *, own: Path | None = None) -> Checked:
    """Keep the rows of a table of actors that may be taken; as `check_actors`."""
    checked = check_actors(file, own=own)
    _keep(checked.taken, (own or own_folder()) / loading.OWN, loading.ACTORS)
    loading.forget_registry()
    sources.forget_sources()
    return checked


def add_leaders(file: Path, *, own: Path | None = None) -> Checked:
    """Keep the rows of a table of persons that may be taken; as `check_leaders`."""
    checked = check_leaders(file, own=own)
    _keep(checked.taken, (own or own_folder()) / loading.OWN_LEADERS, loading.LEADERS)
    loading.forget_registry()
    sources.forget_sources()
    return checked


def add_sources(file: Path, *, own: Path | None = None) -> Checked:
    """Keep the rows of a table of sources that may be taken; as `check_actors`."""
    checked = check_sources(file, own=own)
    _keep(checked.taken, (own or own_folder()) / sources.OWN, sources.OWN_COLUMNS)
    sources.forget_sources()
    return checked


def _check(
    file: Path, kept: Path, take: Callable[[Row], None], columns: Sequence[str], needed: Sequence[str]
) -> Checked:
    """Take a table's rows in after those kept already; the kept table itself is checked alone."""
    if kept.exists() and not (file.exists() and file.samefile(kept)):
        for row in each_row(kept, columns, needed):
            if isinstance(row, CodebookError):
                raise row
            take(row)
    taken, refused = [], []
    for row in each_row(file, columns, needed):
        if isinstance(row, CodebookError):
            refused.append(_refusal(row))
            continue
        try:
            take(row)
            taken.append(row)
        except CodebookError as error:
            refused.append(_refusal(error))
    return Checked(file, tuple(taken), tuple(refused))


def _refusal(error: CodebookError) -> Refusal:
    """A row's error, which begins with `file:line: `."""
    place, _, reason = str(error).partition(": ")
    return Refusal(int(place.rpartition(":")[2]), reason)


def _keep(rows: Sequence[Row], kept: Path, columns: Sequence[str]) -> None:
    """Write rows at the end of the user's table, whole or not at all; what stands there stays as it is.

    Raises:
        CodebookError: the table's header lacks a column that a row fills.
    """
    if not rows:
        return
    text = kept.read_text(encoding="utf-8-sig") if kept.exists() else ""
    header = header_of(kept) if text.strip() else list(columns)
    for row in rows:
        if lost := [column for column in columns if row[column] and column not in header]:
            raise CodebookError(f"{kept}:1: the header lacks column {lost[0]!r}; write it there and add the file again")
    written = io.StringIO(text, newline="")
    written.seek(0, io.SEEK_END)
    if text and not text.endswith("\n"):
        written.write("\n")
    writer = csv.writer(written, lineterminator="\n")
    if not text.strip():
        writer.writerow(header)
    writer.writerows([row[column] for column in header] for row in rows)
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(".part")
    draft.write_text(written.getvalue(), encoding="utf-8")
    draft.replace(kept)
