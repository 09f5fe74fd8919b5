"""Options that several commands share, and how a command ends."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from stemmata.errors import UnreadableInput
from stemmata.records import Problem

PUBLISHED = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day of publication, for pages that do not tell it.",
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
