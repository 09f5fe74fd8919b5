"""The commands that take events out of a case: export, formats."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stemmata.cli.options import IN_CASE, SINCE_RELEASE, which_events
from stemmata.cli.progress import Line, bar

if TYPE_CHECKING:
    from stemmata.case import Case, Query


@click.command()
@click.argument("name", metavar="FORMAT")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write into this file; else into one named after the case, here.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file where there is one.")
@click.option("--public", is_flag=True,
              help="Only what the public may read: no private names, and by the rules in case.toml.")  # fmt: skip
@click.option("--require-reviewed", "reviewed", is_flag=True, help="Only events that a person accepted as they are.")
@click.option("--from", "source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take the events out of a file that `stemmata export` wrote as json or jsonld.")  # fmt: skip
@click.option("--release", type=click.IntRange(min=1), metavar="N", help="Take the events out of this release.")
@partial(which_events, since=SINCE_RELEASE)
@IN_CASE
def export(
    name: str,
    file: Path | None,
    force: bool,
    public: bool,
    reviewed: bool,
    source: Path | None,
    release: int | None,
    query: "Query",
    folder: Path,
    since: int | None = None,
) -> None:
    """Write the events of the case in a format of the field; `stemmata formats` lists them.

    Beside FILE stand FILE.manifest.json (what was asked, what it was made of, how much is in it, whom to credit) and
    FILE.loss.txt (which events were left out and why, and what the format could not hold). With --since a release,
    FILE.changes.json tells what was added, changed or deleted, and why.

    \b
    Examples:
      stemmata export acled
      stemmata export geojson -o map.geojson --since 2019-01-01
      stemmata export ged --from war.jsonl
      stemmata export acled --release 2
      stemmata export atom --since 1
      stemmata export csv --public --require-reviewed -o release.csv
    """
    from stemmata.case import open_case
    from stemmata.exports.exporting import Wanted
    from stemmata.exports.exporting import export as export_case
    from stemmata.exports.formats import format_named
    from stemmata.exports.manifest import loss_lines
    from stemmata.exports.public import Rules
    from stemmata.exports.releasing import since as since_release

    if source and release:
        raise click.UsageError("Events come out of a file or out of a release; leave out --from, or --release.")
    if source and public:
        raise click.UsageError("A file does not tell the rules of its case; leave out --from, or --public.")
    form = format_named(name)
    case = None if source and since is None else open_case(folder)
    taken_from, stem = _source(case, source, release)
    target = file or Path(f"{stem}.{name}{form.ending}")
    wanted = Wanted(
        name,
        query,
        reviewed=reviewed,
        public=Rules.of(case.settings) if case and public else None,
        since=since_release(case, since) if case and since else None,
    )
    line = Line(sys.stderr)
    try:
        done = export_case(
            taken_from,
            wanted,
            target,
            force=force,
            heard=lambda done, of: line.show(f"{bar(done, of)} {done:,} of {of:,} events"),
        )
    finally:
        line.clear()
    click.echo(f"Written to {target}.")
    for told in loss_lines(done.tally, form):
        click.echo(told)


def _source(case: "Case | None", file: Path | None, number: int | None) -> "tuple[Case | Path, str]":
    """Where events come from, and how a file of them is called."""
    if file or not case:
        return file or Path(), file.name.split(".")[0] if file else ""
    if number is None:
        return case, case.settings.name
    from stemmata.exports.releasing import release

    return release(case, number).file, f"{case.settings.name}-{number}"


@click.command(name="formats")
def list_formats() -> None:
    """List the formats that `stemmata export` knows.

    \b
    Example:
      stemmata formats
    """
    from stemmata.exports.formats import formats

    for form in formats():
        click.echo(f"{form.name:16}{form.means}")


EXPORT_COMMANDS = (export, list_formats)
