"""The commands that show what is in a case: events, show, documents."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stemmata.cli.options import AS_JSON, IN_CASE, which_events
from stemmata.errors import UnknownName

if TYPE_CHECKING:
    from stemmata.case import Case, Line, Query


@click.command()
@which_events
@AS_JSON
@IN_CASE
def events(query: "Query", as_object: bool, folder: Path) -> None:
    """List the events of the case by day, one a line.

    A line tells the number, the day, what happened where, how well it is supported, and what a person should look at:
    support that was lost, or a change since it was decided. Events outside of the days, countries and actors that
    case.toml names under [about] come last, each with why.

    \b
    Examples:
      stemmata events --type air_strike --since 2019-01-01
      stemmata events --flagged
    """
    from stemmata.case import events as events_of
    from stemmata.case import open_case

    found = events_of(open_case(folder), query)
    if as_object:
        told = [
            {"event": f"E{one.number}", **one.columns, "reports": one.reports, "outside": one.outside} for one in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1, default=str))
        return
    for one in found:
        if one.outside is None:
            click.echo(_line(one))
    if outside := [one for one in found if one.outside]:
        click.echo("\nOutside of what the case is about")
        for one in outside:
            click.echo(f"{_line(one)}  ({one.outside})")
    if not found:
        click.echo("There is no such event.")


def _line(one: "Line") -> str:
    from stemmata.exports.wording import kind, one_line, window

    told = one.columns
    place = f", {one_line(told['place'])}" if told["place"] else ""
    count = f"{one.reports} {'report' if one.reports == 1 else 'reports'}"
    flag = f"  ! {told['flag']}" if told["flag"] else ""
    days = window(told["starts"], told["ends"])
    return f"E{one.number}  {days}: {kind(told['type'])}{place}; {told['grade']}, {count}{flag}"


@click.command()
@click.argument("what", metavar="EVENT|REPORT|DOCUMENT")
@AS_JSON
@IN_CASE
def show(what: str, as_object: bool, folder: Path) -> None:
    """Show one event, report or document of the case with its evidence.

    An event (E3) comes with its values and where they disagree, its grade with reasons, the family tree of its reports
    (who had it from whom, which are copies), what people decided, and what runs changed. A report (R5) comes with its
    values, a document (D2) with its versions and what the last one says otherwise.

    \b
    Examples:
      stemmata show E3
      stemmata show D2
    """
    from stemmata.case import open_case

    case = open_case(folder)
    letter, number = what[:1].upper(), what[1:]
    if letter not in SHOWN or not number.isdecimal():
        raise UnknownName(f"{what!r} is no event (E3), report (R5) or document (D2); `stemmata events` lists events.")
    for line in SHOWN[letter](case, int(number), as_object):
        click.echo(line)


def _event(case: "Case", number: int, as_object: bool) -> Iterator[str]:
    from stemmata.case import show_event
    from stemmata.cli.showing import event_as_json, event_lines

    shown = show_event(case, number)
    yield from [event_as_json(shown)] if as_object else event_lines(shown)


def _report(case: "Case", number: int, as_object: bool) -> Iterator[str]:
    from stemmata.case import show_report
    from stemmata.cli.showing import report_as_json, report_lines

    kept = show_report(case, number)
    yield from [report_as_json(kept)] if as_object else report_lines(kept)


def _document(case: "Case", number: int, as_object: bool) -> Iterator[str]:
    from stemmata.case import difference
    from stemmata.case import documents as documents_of
    from stemmata.exports.wording import one_line

    changed = difference(case, number)
    every = documents_of(case)
    page = next(one["page"] for one in every if one["id"] == number)
    versions = [one for one in every if one["page"] == page]
    if as_object:
        told = {"versions": versions, "difference": changed}
        yield json.dumps(told, ensure_ascii=False, indent=1, default=str)
        return
    for one in versions:
        yield _document_line(one)
    if changed:
        yield f"\nD{number} says otherwise than the version before it:"
        yield from (f"  {sign} {one_line(line)}" for sign, line in changed)


SHOWN = {"E": _event, "R": _report, "D": _document}


@click.command()
@AS_JSON
@IN_CASE
def documents(as_object: bool, folder: Path) -> None:
    """List the documents of the case with their versions, one a line.

    \b
    Example:
      stemmata documents
    """
    from stemmata.case import documents as documents_of
    from stemmata.case import open_case

    found = documents_of(open_case(folder))
    if as_object:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1, default=str))
        return
    for one in found:
        click.echo(_document_line(one))
    if not found:
        click.echo("There is no document yet; add some with `stemmata add`.")


def _document_line(told: Mapping[str, Any]) -> str:
    from stemmata.exports.wording import one_line

    named = [str(part) for part in (told["title"], told["publisher"], told["published"]) if part]
    state = "" if told["state"] == "current" else f", {told['state']}"
    return one_line(f"D{told['id']}  {' · '.join(named)}  ({told['page']}, version {told['version']}{state})")


EVENT_COMMANDS = (events, show, documents)
