"""The commands that take events out of a case: export, formats."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stemmata.cli.options import IN_CASE, which_events
from stemmata.cli.progress import Line, bar

if TYPE_CHECKING:
    from stemmata.case import Query


@click.command()
@click.argument("name", metavar="FORMAT")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write into this file; else into one named after the case, here.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file where there is one.")
@click.option("--require-reviewed", "reviewed", is_flag=True, help="Only events that a person accepted as they are.")
@click.option("--from", "source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take the events out of a file that `stemmata export json` wrote.")  # fmt: skip
@which_events
@IN_CASE
def export(
    name: str,
    file: Path | None,
    force: bool,
    reviewed: bool,
    source: Path | None,
    query: "Query",
    folder: Path,
) -> None:
    """Write the events of the case in a format of the field; `stemmata formats` lists them.

    Beside FILE stand FILE.manifest.json (what was asked, what it was made of, how much is in it, whom to credit) and
    FILE.loss.txt (which events were left out and why, and what the format could not hold).

    \b
    Examples:
      stemmata export acled
      stemmata export geojson -o map.geojson --since 2019-01-01
      stemmata export ged --from war.jsonl
    """
    from stemmata.case import open_case
    from stemmata.exports.exporting import Wanted
    from stemmata.exports.exporting import export as export_case
    from stemmata.exports.formats import format_named
    from stemmata.exports.manifest import loss_lines

    form, taken_from = format_named(name), source or open_case(folder)
    stem = taken_from.name.split(".")[0] if isinstance(taken_from, Path) else taken_from.settings.name
    target = file or Path(f"{stem}.{name}{form.ending}")
    line = Line(sys.stderr)
    try:
        done = export_case(
            taken_from,
            Wanted(name, query, reviewed=reviewed),
            target,
            force=force,
            heard=lambda done, of: line.show(f"{bar(done, of)} {done:,} of {of:,} events"),
        )
    finally:
        line.clear()
    click.echo(f"Written to {target}.")
    for told in loss_lines(done.tally, form):
        click.echo(told)


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
