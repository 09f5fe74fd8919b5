"""The commands of `stemmata actors` and `stemmata sources`: who is known, and how one's own are added."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from stemmata.actors.finding import Finding
    from stemmata.actors.own import Checked

AS_JSON = click.option("--json", "as_object", is_flag=True, help="Print JSON.")
NAME = click.argument("name", metavar="NAME")
DAY = click.option("--day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The day of the happening.")
COUNTRY = click.option("--country", metavar="XX", help="Where it happened, by ISO 3166 code.")
FILE = click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
OPTIONAL_FILE = click.argument(
    "file", metavar="FILE", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


PERSONS = click.option(
    "--persons", is_flag=True, help="The table lists persons in office: names, actor, from, to, office, public."
)


@click.group()
def actors() -> None:
    """Find actors by their names, and add your own.

    \b
    Example:
      stemmata actors find "Jabhat al-Nusra" --day 2017-06-01
    """


@actors.command("find")
@NAME
@DAY
@COUNTRY
@AS_JSON
def find_actors(name: str, day: datetime | None, country: str | None, as_object: bool) -> None:
    """Tell whom a name or description stands for, and why, and who was near.

    A name may be any phrase of a report: an alias in any script, an acronym, "the army", "Turkish-backed rebels". Some
    stand for somebody only in a country or on a day.

    \b
    Examples:
      stemmata actors find SNA --country SY
      stemmata actors find "the army" --country MM --json
    """
    from stemmata.actors.finding import find_actor

    _tell_finding(find_actor(name, day=day.date() if day else None, country=_code(country)), as_object)


@actors.command("add")
@FILE
@PERSONS
@AS_JSON
def add_actors(file: Path, persons: bool, as_object: bool) -> None:
    """Add your own actors from a CSV in UTF-8, and say which rows were taken and which refused.

    Its header names some of the columns of actors.csv: id and names, and kind unless a row only adds names to a known
    actor. Several values in a cell stand between |. With --persons it has columns of leaders.csv instead; a person's
    name may stand in releases for the public where `public` says “always” or “in office”.

    \b
    Examples:
      stemmata actors add my-actors.csv
      stemmata actors add --persons my-officials.csv
    """
    from stemmata.actors import own

    if persons:
        _tell_checked(own.add_leaders(file), own.leaders_kept(), as_object)
        return
    _tell_checked(own.add_actors(file), own.actors_kept(), as_object)


@actors.command("check")
@OPTIONAL_FILE
@PERSONS
@AS_JSON
def check_actors(file: Path | None, persons: bool, as_object: bool) -> None:
    """Check a table of actors without adding it; without FILE, the one of your own.

    \b
    Examples:
      stemmata actors check my-actors.csv
      stemmata actors check --persons
    """
    from stemmata.actors import own

    if persons:
        _tell_checked(own.check_leaders(_own(file, own.leaders_kept())), None, as_object)
        return
    _tell_checked(own.check_actors(_own(file, own.actors_kept())), None, as_object)


@click.group()
def sources() -> None:
    """Find those who report by their names, and add your own.

    \b
    Example:
      stemmata sources find "state TV" --country IR
    """


@sources.command("find")
@NAME
@DAY
@COUNTRY
@AS_JSON
def find_sources(name: str, day: datetime | None, country: str | None, as_object: bool) -> None:
    """Tell which source a name stands for, or for whom an office or a spokesman speaks.

    \b
    Examples:
      stemmata sources find "a Reuters correspondent"
      stemmata sources find "the state news agency" --country SY --json
    """
    from stemmata.actors.finding import find_source

    _tell_finding(find_source(name, day=day.date() if day else None, country=_code(country)), as_object)


@sources.command("add")
@FILE
@AS_JSON
def add_sources(file: Path, as_object: bool) -> None:
    """Add your own sources from a CSV in UTF-8, and say which rows were taken and which refused.

    Its header names some of the columns of sources.csv and reliability, a letter from A to F. A row that tells no
    kind adds names to a known source, or grades it.

    \b
    Example:
      stemmata sources add my-sources.csv
    """
    from stemmata.actors import own

    _tell_checked(own.add_sources(file), own.sources_kept(), as_object)


@sources.command("check")
@OPTIONAL_FILE
@AS_JSON
def check_sources(file: Path | None, as_object: bool) -> None:
    """Check a table of sources without adding it; without FILE, the one of your own.

    \b
    Example:
      stemmata sources check my-sources.csv
    """
    from stemmata.actors import own

    _tell_checked(own.check_sources(_own(file, own.sources_kept())), None, as_object)


def _code(country: str | None) -> str | None:
    """A country's code as the registry has it."""
    from stemmata.actors import load_registry
    from stemmata.errors import UnknownName

    code = country.upper() if country else None
    if code and code not in load_registry().countries:
        raise UnknownName(f"There is no country {country!r}; use its ISO 3166 code of two letters, as SY for Syria.")
    return code


def _own(file: Path | None, kept: Path) -> Path:
    from stemmata.errors import UnreadableInput

    if file is None and not kept.exists():
        raise UnreadableInput(f"You have no table of your own yet; {kept} would be it. Name a FILE, or add one.")
    return file or kept


def _tell_finding(finding: "Finding", as_object: bool) -> None:
    click.echo(_json(_found(finding)) if as_object else "\n".join(_found_lines(finding)))


def _found(finding: "Finding") -> dict[str, Any]:
    from stemmata.actors.finding import entry_of

    match = asdict(finding.match) if finding.match else None
    known = entry_of(finding.match.id) if finding.match else None
    return {
        "name": finding.name,
        "match": match,
        "known": asdict(known) if known else None,
        "near": [asdict(near) for near in finding.near],
    }


def _found_lines(finding: "Finding") -> Iterator[str]:
    from stemmata.actors.finding import entry_of
    from stemmata.exports import reason
    from stemmata.exports.wording import one_line
    from stemmata.records import Why

    if finding.match is None:
        yield f"{one_line(finding.name)}: nobody, or not for sure."
    else:
        yield f"{one_line(finding.name)}: {finding.match.id}"
        if known := entry_of(finding.match.id):
            yield f"  is     {known.name}: {_about(asdict(known))}"
        why = reason(Why(finding.match.rule, finding.match.entry))
        yield f"  rule   {why.rule}: {why.says}"
        if why.entry:
            yield f"  entry  {why.entry}: {one_line(why.content or '')}"
    for near in finding.near:
        yield f"  near   {near.id} ({near.name}, {near.entry}): {near.why}"


def _about(known: dict[str, Any]) -> str:
    """What the registry knows of an actor or source, leaving out what stands elsewhere."""
    told = {"since": "from", "until": "to", "inter": "ACLED inter", "sector": "PLOVER", "speaks_for": "speaks for"}
    left_out = ("id", "name", "names", "entry")
    facts = {told.get(key, key): value for key, value in known.items() if value and key not in left_out}
    return ", ".join(f"{key} {' '.join(v) if isinstance(v, tuple) else v}" for key, v in facts.items())


def _tell_checked(checked: "Checked", kept: Path | None, as_object: bool) -> None:
    """Say what was taken and what refused; the exit code says whether anything was."""
    from stemmata.errors import CodebookError

    click.echo(_json(_checked(checked, kept)) if as_object else "\n".join(_checked_lines(checked, kept)))
    if checked.refused:
        click.get_current_context().exit(CodebookError.exit_code)


def _checked(checked: "Checked", kept: Path | None) -> dict[str, Any]:
    return {
        "file": str(checked.file),
        "kept_in": str(kept) if kept else None,
        "taken": [{"line": row.line, "id": row.cells.get("id") or row.several("names")[0]} for row in checked.taken],
        "refused": [asdict(refusal) for refusal in checked.refused],
    }


def _checked_lines(checked: "Checked", kept: Path | None) -> Iterator[str]:
    from stemmata.exports.wording import one_line

    taken, refused = len(checked.taken), len(checked.refused)
    done = f"kept in {kept}" if kept else "sound"
    yield f"{taken} {'row is' if taken == 1 else 'rows are'} {done if taken else 'taken'}."
    if refused:
        yield f"{refused} {'row was' if refused == 1 else 'rows were'} refused:"
    for refusal in checked.refused:
        yield f"  line {refusal.line}: {one_line(refusal.reason)}"


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
