"""The command that puts a case beside an outside file: compare."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from stemmata.cli.options import DAY, IN_CASE, day_of
from stemmata.cli.output import opened
from stemmata.cli.progress import Line, bar


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_object", is_flag=True, help="All of it as one JSON object.")
@click.option("--page", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.html",
              help="Write a page with map, timeline and every pair.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the page where there is one.")
@click.option("--since", type=DAY, metavar="YYYY-MM-DD", help="Only what may have happened on this day or later.")
@click.option("--until", type=DAY, metavar="YYYY-MM-DD", help="Only what may have happened on this day or earlier.")
@click.option("--country", metavar="XX", help="Only there, by ISO 3166 code.")
@click.option("--box", type=float, nargs=4, metavar="W S E N", help="Only within these degrees.")
@click.option("--from", "source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take the events out of a file that `stemmata export json` wrote, not out of a case.")  # fmt: skip
@IN_CASE
def compare(
    file: Path,
    as_object: bool,
    page: Path | None,
    force: bool,
    since: datetime | None,
    until: datetime | None,
    country: str | None,
    box: tuple[float, float, float, float] | None,
    source: Path | None,
    folder: Path,
) -> None:
    """Compare the events of the case with a table of ACLED or of UCDP's GED, or with an export of Stemmata.

    Tells what both have, what only one of them has, and how the pairs agree on date, place, actors and deaths. FILE is
    the CSV as its publisher offers it, older ones too, or what `stemmata export json` wrote.

    \b
    Examples:
      stemmata compare ged241.csv
      stemmata compare acled.csv --since 2021-03-01 --until 2021-03-31 --page march.html
    """
    from stemmata.case import Query, open_case
    from stemmata.comparing import as_json, as_page, lines
    from stemmata.comparing import compare as beside
    from stemmata.errors import ExportError

    if page and page.exists() and not force:
        raise ExportError(f"{page} is there already; choose another name, or replace it with --force.")
    query = Query(since=day_of(since), until=day_of(until), country=country, box=box)
    line = Line(sys.stderr)
    try:
        told = beside(
            source or open_case(folder),
            file,
            query,
            heard=lambda what, done, of: line.show(
                f"{bar(done, of)} {done:,} of {of:,} {what}" if of else f"{done:,} {what}"
            ),
        )
    finally:
        line.clear()
    if page:
        with opened(page) as stream:
            stream.writelines(as_page(told))
    if as_object:
        click.echo(json.dumps(as_json(told), ensure_ascii=False, indent=1))
        return
    for row in lines(told):
        click.echo(row)
    if page:
        click.echo(f"\nThe page is {page}.")
