"""Options that several commands share, and how a command ends."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stemmata.errors import UnreadableInput
from stemmata.records import Problem

if TYPE_CHECKING:
    from stemmata.case import Query

DAY = click.DateTime(["%Y-%m-%d"])


class DayOrRelease(click.DateTime):
    """A day, or the number of a release."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return int(value) if isinstance(value, str) and value.isdecimal() else super().convert(value, param, ctx)


SINCE = click.option(
    "--since", type=DAY, metavar="YYYY-MM-DD", help="Only what may have happened on this day or later."
)
SINCE_RELEASE = click.option(
    "--since",
    type=DayOrRelease(["%Y-%m-%d"]),
    metavar="DAY|RELEASE",
    help="Only what may have happened on this day (2019-01-21) or later; with the number of a release, only what was"
    " added, changed or deleted since then.",
)
PUBLISHED = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of publication, for pages that do not tell it.",
)
REGION = click.option(
    "--region",
    multiple=True,
    metavar="COUNTRY",
    help="A country where places are looked for first, by code or name, for pages that tell none; may be repeated.",
)
PUBLISHER = click.option("--publisher", metavar="NAME", help="Who published it, for pages that do not tell it.")
AS_JSON = click.option("--json", "as_object", is_flag=True, help="Print JSON.")
IN_CASE = click.option(
    "--case",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    metavar="FOLDER",
    help="The case; else the one that you are in.",
)

Option = Callable[[Callable[..., None]], Callable[..., None]]
WHICH_EVENTS = (
    click.option("--type", "kind", metavar="TYPE", help="Only of this type, as `air_strike`."),
    click.option("--until", type=DAY, metavar="YYYY-MM-DD", help="Only what may have happened on this day or earlier."),
    click.option("--country", metavar="XX", help="Only there, by ISO 3166 code."),
    click.option("--box", type=float, nargs=4, metavar="W S E N", help="Only within these degrees."),
    click.option("--words", metavar="WORDS", help="Only those of which a document holds all these words."),
    click.option("--flagged", is_flag=True, help="Only those that a person should look at."),
)


def which_events(command: Callable[..., None], since: Option = SINCE) -> Callable[..., None]:
    """Give a command the options that choose events; it gets them as one `query`, and a release as `since`."""

    @wraps(command)
    def asked(
        *,
        kind: str | None,
        since: datetime | int | None,
        until: datetime | None,
        country: str | None,
        box: tuple[float, float, float, float] | None,
        words: str | None,
        flagged: bool,
        **more: Any,
    ) -> None:
        if isinstance(since, int):
            more, since = {**more, "since": since}, None
        command(query=_query(kind, day_of(since), day_of(until), country, box, words, flagged), **more)

    chosen: Callable[..., None] = asked
    for option in reversed((WHICH_EVENTS[0], since, *WHICH_EVENTS[1:])):
        chosen = option(chosen)
    return chosen


def _query(*told: Any) -> "Query":
    from stemmata.case import Query

    return Query(*told)


def day_of(published: datetime | None) -> date | None:
    """The day that `--published` tells."""
    return published.date() if published else None


def end(problems: Iterable[Problem]) -> None:
    """List what failed, and end with the code that says so."""
    if tell_problems(problems):
        click.get_current_context().exit(UnreadableInput.exit_code)


def tell_problems(problems: Iterable[Problem]) -> bool:
    """List what failed; tell whether something did."""
    told = False
    for problem in problems:
        tell(problem.message)
        told = True
    return told


def tell(message: str) -> None:
    """Say something beside the result."""
    from stemmata.exports.wording import one_line

    click.echo(f"stemmata: {one_line(message)}", err=True)
