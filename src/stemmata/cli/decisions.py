"""The commands by which people decide: decide (accept, reject, edit, merge, split, grade, note), undo, history."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stemmata.cli.options import AS_JSON, IN_CASE, tell

if TYPE_CHECKING:
    from stemmata.case import Case, Decided

REASON = click.option("-m", "--reason", required=True, metavar="TEXT", help="Why, for those who come later.")
IF_ANY = click.option("-m", "--reason", metavar="TEXT", help="Why, for those who come later.")
AUTHOR = click.option("--author", metavar="NAME", help="Who decides; else this machine's user.")


@click.group()
def decide() -> None:
    """Decide about events (E3) and reports (R5). Decisions are appended, hold in every later run, and can be undone.

    \b
    Example:
      stemmata decide accept E3
    """


def _decided(folder: Path, kind: str, targets: tuple[str, ...], **told: Any) -> None:
    """Append a decision and let it show in the events."""
    from stemmata.case import decide as decide_in
    from stemmata.case import open_case

    case = open_case(folder)
    number = decide_in(case, kind, targets, **told)
    click.echo(f"Decision {number} is kept.")
    _refresh(case)


def _refresh(case: "Case") -> None:
    from stemmata.case import refresh

    if refresh(case) is None:
        tell("A run works on this case; the decision shows in the events when it ends.")


@decide.command()
@click.argument("events", metavar="EVENT...", nargs=-1, required=True)
@IF_ANY
@AUTHOR
@IN_CASE
def accept(events: tuple[str, ...], reason: str | None, author: str | None, folder: Path) -> None:
    """Accept events as they are. What changes in them later is flagged.

    \b
    Example:
      stemmata decide accept E3 E4
    """
    for event in events:
        _decided(folder, "accept", (event,), reason=reason, author=author)


@decide.command()
@click.argument("what", metavar="EVENT|REPORT...", nargs=-1, required=True)
@REASON
@AUTHOR
@IN_CASE
def reject(what: tuple[str, ...], reason: str, author: str | None, folder: Path) -> None:
    """Reject reports, or all those that an event has now: they count in no event.

    \b
    Example:
      stemmata decide reject R5 -m "a film is described"
    """
    for one in what:
        _decided(folder, "reject", (one,), reason=reason, author=author)


@decide.command()
@click.argument("event", metavar="EVENT")
@click.argument("field", metavar="FIELD")
@click.argument("value", metavar="VALUE")
@REASON
@AUTHOR
@IN_CASE
def edit(event: str, field: str, value: str, reason: str, author: str | None, folder: Path) -> None:
    """Set a field of an event; the machine's value stays beside it.

    FIELD is type, when, place, initiator, target, or a measure such as killed. VALUE is an id for a type or a party; a
    day (2019-01-18) or a window (2019-01-18..2019-01-21); a place's name, with its point where it has one
    ("Hajin@34.69,40.83"); a number (7), bounds (5..9), or one bound (5..).

    \b
    Examples:
      stemmata decide edit E3 killed 5..7 -m "the hospital's list"
      stemmata decide edit E3 when 2019-01-18 -m "dated by the shadows"
    """
    from stemmata.cli.values import value_of

    _decided(folder, "edit", (event,), field=field, value=value_of(field, value), reason=reason, author=author)


@decide.command()
@click.argument("events", metavar="EVENT...", nargs=-1, required=True)
@REASON
@AUTHOR
@IN_CASE
def merge(events: tuple[str, ...], reason: str, author: str | None, folder: Path) -> None:
    """Make one event of several; no run takes them apart again.

    \b
    Example:
      stemmata decide merge E3 E7 -m "one raid, told by two towns"
    """
    _decided(folder, "merge", events, reason=reason, author=author)


@decide.command()
@click.argument("event", metavar="EVENT")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@REASON
@AUTHOR
@IN_CASE
def split(event: str, reports: tuple[str, ...], reason: str, author: str | None, folder: Path) -> None:
    """Take reports out of an event into one of their own; no run puts them back.

    \b
    Example:
      stemmata decide split E3 R5 R6 -m "another strike, the day after"
    """
    _decided(folder, "split", (event, *reports), reason=reason, author=author)


@decide.command()
@click.argument("event", metavar="EVENT")
@click.argument("grade", metavar="GRADE")
@REASON
@AUTHOR
@IN_CASE
def grade(event: str, grade: str, reason: str, author: str | None, folder: Path) -> None:
    """Grade an event otherwise than its reports do: confirmed, corroborated, single, contested or retracted.

    \b
    Example:
      stemmata decide grade E3 confirmed -m "the crater was measured"
    """
    _decided(folder, "grade", (event,), value=grade, reason=reason, author=author)


@decide.command()
@click.argument("what", metavar="EVENT|REPORT")
@click.argument("text", metavar="TEXT")
@AUTHOR
@IN_CASE
def note(what: str, text: str, author: str | None, folder: Path) -> None:
    """Put a note on an event or a report.

    \b
    Example:
      stemmata decide note E3 "ask the hospital for its list"
    """
    _decided(folder, "note", (what,), value=text, author=author)


@click.command()
@click.argument("number", metavar="DECISION", type=click.IntRange(min=1))
@IF_ANY
@AUTHOR
@IN_CASE
def undo(number: int, reason: str | None, author: str | None, folder: Path) -> None:
    """Take a decision back; undoing that lets it hold again. Nothing is deleted.

    \b
    Example:
      stemmata undo 12 -m "the list was of another day"
    """
    from stemmata.case import open_case
    from stemmata.case import undo as undo_in

    case = open_case(folder)
    made = undo_in(case, number, reason=reason, author=author)
    click.echo(f"Decision {number} is taken back, by decision {made}.")
    _refresh(case)


@click.command()
@click.argument("what", metavar="[EVENT|REPORT]", required=False)
@AS_JSON
@IN_CASE
def history(what: str | None, as_object: bool, folder: Path) -> None:
    """List what people decided, first to last: in the whole case, or about an event or report.

    \b
    Examples:
      stemmata history
      stemmata history E3
    """
    from dataclasses import asdict

    from stemmata.case import history as history_of
    from stemmata.case import open_case
    from stemmata.case.deciding import keys_of

    case = open_case(folder)
    every = history_of(case)
    if what:
        keys = keys_of(case, what)
        about = {one.number for one, _ in every if keys & {*one.keys, *one.apart}}
        every = [(one, holds) for one, holds in every if one.number in about or one.undoes in about]
    if as_object:
        told = [{**asdict(one), "holds": holds} for one, holds in every]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1, default=str))
        return
    for one, holds in every:
        click.echo(decision_line(one, holds))
    if not every:
        click.echo("Nothing was decided.")


def decision_line(one: "Decided", holds: bool = True) -> str:
    """A decision in one line."""
    from stemmata.exports.wording import one_line, said

    what = f"undo of {one.undoes}" if one.undoes else " ".join(filter(None, [one.kind, one.field, said(one.value)]))
    count = len(one.keys) + len(one.apart)
    about = f", about {count} {'report' if count == 1 else 'reports'}" if count else ""
    state = "" if holds or one.undoes else " (taken back)"
    reason = f": {one.reason}" if one.reason else ""
    return one_line(f"{one.number}  {one.time:%Y-%m-%d %H:%M} {one.author}: {what}{about}{state}{reason}")


DECISION_COMMANDS = (decide, undo, history)
