"""The commands that make a case and bring documents through it: new, add, run, problems, check."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stemmata.cli.options import IN_CASE, PUBLISHED, PUBLISHER, day_of, end, tell
from stemmata.cli.progress import Line, bar, merging
from stemmata.records import Problem

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from stemmata.case import Change


@click.command()
@click.argument("folder", metavar="NAME", type=click.Path(path_type=Path))
@click.option(
    "--db",
    "database",
    metavar="ADDRESS",
    default="case.db",
    help="Put the tables on PostgreSQL with PostGIS instead: postgresql://user@host/name. Leave the password out of the"
    " address and put it in ~/.pgpass.",
)
def new(folder: Path, database: str) -> None:
    """Make a case: a folder with its settings, its database and its captures.

    Edit NAME/case.toml to say what the case is about and how its events are made.

    \b
    Examples:
      stemmata new hajin
      stemmata new hajin --db postgresql://desk@db.example.org/cases
    """
    from stemmata.case import new_case

    case = new_case(folder, database=database)
    click.echo(f"The case {case.settings.name} is made. Go on with: cd {folder} && stemmata add PAGE...")


@click.command()
@click.argument("sources", metavar="FILE|FOLDER|ADDRESS...", nargs=-1, required=True)
@PUBLISHED
@PUBLISHER
@IN_CASE
def add(sources: tuple[str, ...], published: datetime | None, publisher: str | None, folder: Path) -> None:
    """Add documents to the case: capture them, read them, and keep both.

    A file is HTML, plain text, Markdown, or JSONL with a document a line; of a folder, all such files in it are taken.
    What is known already is not kept twice. A page that has changed gets a new version, which takes the place of the
    old one at the next run; a page that its server no longer has is marked as withdrawn. What cannot be read is listed.

    \b
    Examples:
      stemmata add pages/ archive.jsonl
      stemmata add https://example.org/report --publisher "Northern Post"
    """
    from collections import Counter

    from stemmata.case import add as add_to
    from stemmata.case import open_case

    case, counts = open_case(folder), Counter[str]()
    problems: list[Problem] = []
    line = Line(sys.stderr)
    stdin = sys.stdin.buffer if sys.stdin else None
    try:
        for source in sources:
            for found in add_to(case, source, published=day_of(published), publisher=publisher, stdin=stdin):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    counts[found.kind] += 1
                line.show(f"{counts.total():,} documents")
    finally:
        line.clear()
    click.echo(_added(counts))
    end(problems)


def _added(counts: "Counter[str]") -> str:
    told = [f"{counts['new']:,} new"]
    told += [f"{counts['version']:,} in a new version"] if counts["version"] else []
    told += [f"{counts['withdrawn']:,} withdrawn by the publisher"] if counts["withdrawn"] else []
    told += [f"{counts['known']:,} known already"] if counts["known"] else []
    return f"Documents: {', '.join(told)}."


@click.command()
@click.option(
    "--processes", type=click.IntRange(min=1), metavar="N", help="How many code at once; else one for each core."
)
@click.option("--again", is_flag=True, help="Also what another version or codebook coded, and what failed before.")
@IN_CASE
def run(processes: int | None, again: bool, folder: Path) -> None:
    """Code what is new, and bring the events up to date.

    It may be interrupted or killed at any point; the next run goes on from there. Documents that cannot be coded are
    listed at the end, and `stemmata problems` lists them again.

    \b
    Example:
      stemmata run
    """
    from stemmata.case import open_case
    from stemmata.case import run as run_case
    from stemmata.cli.pages import compile_places

    case = open_case(folder)
    compile_places()
    line = Line(sys.stderr)
    try:
        ran = run_case(
            case,
            processes=processes,
            again=again,
            heard=lambda done, of: line.show(f"{bar(done, of)} {done:,} of {of:,} documents"),
            merging=merging(line),
        )
    finally:
        line.clear()
    click.echo(f"Coded {ran.coded:,} documents with {ran.reports:,} reports.")
    for told in _changed(ran.changes):
        click.echo(told)
    if ran.made_otherwise:
        otherwise = f"{ran.made_otherwise:,} documents were coded by another version or for another region"
        tell(f"{otherwise}; `stemmata run --again` codes them anew.")


def _changed(changes: "Sequence[Change]") -> "Iterator[str]":
    """How many events came, changed and went, and each that lost support."""
    from collections import Counter

    from stemmata.cli.showing import change_line

    counts = Counter(change.kind for change in changes)
    if changes:
        yield f"Events: {', '.join(f'{count:,} {kind}' for kind, count in sorted(counts.items()))}."
    for change in changes:
        if change.kind in ("lost support", "gone"):
            yield f"  E{change.event} {change_line(change)}"


@click.command()
@IN_CASE
def check(folder: Path) -> None:
    """Check that everything in the case still fits together; nothing is changed.

    The database's own integrity, the hash of every capture and text, the quote of every value, the reports of every
    event.

    \b
    Example:
      stemmata check
    """
    from stemmata.case import check as check_case
    from stemmata.case import open_case
    from stemmata.errors import DamagedCase

    wrong = 0
    for sentence in check_case(open_case(folder)):
        click.echo(sentence)
        wrong += 1
    if wrong:
        click.get_current_context().exit(DamagedCase.exit_code)
    click.echo("All is well.")


@click.command()
@IN_CASE
def problems(folder: Path) -> None:
    """List what could not be captured, read or coded, with what to do.

    \b
    Example:
      stemmata problems
    """
    from stemmata.case import open_case
    from stemmata.case import problems as problems_of
    from stemmata.exports.wording import one_line

    found = problems_of(open_case(folder))
    for problem in found:
        click.echo(f"{problem.stage}, {problem.code}: {one_line(problem.message)}")
    if not found:
        click.echo("There is no problem.")


CASE_COMMANDS = (new, add, run, problems, check)
