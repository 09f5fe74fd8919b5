"""The commands of `stemmata gazetteer`: what places are known, and how more are added."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from stemmata.cli.progress import Line

if TYPE_CHECKING:
    from stemmata.places import Intake
    from stemmata.places.index import Found

AS_JSON = click.option("--json", "as_object", is_flag=True, help="Print JSON.")


@click.group()
def gazetteer() -> None:
    """Add, list, search and remove gazetteers.

    \b
    Example:
      stemmata gazetteer add SY.zip
    """


@gazetteer.command()
@click.argument("source", metavar="FILE|COUNTRY")
@click.option("--country", metavar="NAME", help="The country, by code or name, for rows that tell none.")
@click.option("--encoding", metavar="NAME", help="The file's encoding where it is not UTF-8, as windows-1256.")
@click.option("--credit", metavar="TEXT", help="What the file's licence asks to be written where it is used.")
@click.option("--refused", type=click.IntRange(0, 100), default=10, metavar="N", help="Tell the first N refusals (10).")
@AS_JSON
def add(
    source: str, country: str | None, encoding: str | None, credit: str | None, refused: int, as_object: bool
) -> None:
    """Add a gazetteer, and say which rows were taken and which refused.

    A FILE is a GeoNames dump (SY.txt, SY.zip) or its table of divisions, a table or GeoJSON of Who's On First, OCHA's
    p-codes or populated places, Natural Earth, or your own CSV or GeoJSON with name, country, lat and lon. A file of
    the same name replaces the former one. For a COUNTRY, by code or English name, the GeoNames dump is fetched
    (0.1 to 70 MB, CC BY 4.0).

    \b
    Examples:
      stemmata gazetteer add SY.zip
      stemmata gazetteer add villages.csv --country Syria --encoding windows-1256
      stemmata gazetteer add Sudan
    """
    from stemmata.cli.pages import compile_places
    from stemmata.errors import UnreadableInput
    from stemmata.places import add_gazetteer

    compile_places()
    if Path(source).exists():
        with _line() as line:
            intake = add_gazetteer(
                Path(source), country=country, encoding=encoding, credit=credit, heard=_reading(line)
            )
    elif _is_country(source):
        intake = _download(source)
    else:
        raise UnreadableInput(f"There is neither a file nor a country {source!r}; check how it is written.")
    click.echo(
        json.dumps(asdict(intake), ensure_ascii=False, indent=1, default=str) if as_object else _told(intake, refused)
    )


def _told(intake: "Intake", most: int) -> str:
    """What was taken and what refused, by line, in words."""
    about, count = intake.about, intake.refused
    places = "1 place" if about.places == 1 else f"{about.places:,} places"
    is_now = "is now" if about.places == 1 else "are now"
    lines = [_safe(f"{places} of {about.file} ({about.title}) {is_now} the gazetteer {intake.name}.")]
    if count:
        lines.append(f"{count:,} {'row was' if count == 1 else 'rows were'} refused:")
        lines += [f"  line {refusal.line}: {_safe(refusal.reason)}" for refusal in intake.refusals[:most]]
    if count > most:
        lines.append(f"  and {count - most:,} more")
    if about.credit:
        lines.append(f"Credit it where you use it: {_safe(about.credit)}.")
    return "\n".join(lines)


def _is_country(told: str) -> bool:
    from stemmata.errors import UnknownName
    from stemmata.places.adding import country_code

    try:
        country_code(told)
    except UnknownName:
        return False
    return True


def _download(country: str) -> "Intake":
    """Fetch a country's dump, saying from where and under which licence before anything is sent."""
    from stemmata.places.downloading import download_gazetteer, dump_address

    click.echo(f"Fetching {dump_address(country)} (0.1 to 70 MB; GeoNames, CC BY 4.0).", err=True)
    with _line() as line:

        def fetching(here: int, of: int | None) -> None:
            line.show(f"{here / 1e6:.1f}{f' of {of / 1e6:.1f}' if of else ''} MB")

        return download_gazetteer(country, heard=_reading(line), fetching=fetching)


@contextmanager
def _line() -> Iterator[Line]:
    """A line of progress that is gone at the end."""
    line = Line(sys.stderr)
    try:
        yield line
    finally:
        line.clear()


def _reading(line: Line) -> Callable[[int, float], None]:
    return lambda places, share: line.show(f"{places:,} places, {share:.0%} of the file")


@gazetteer.command("list")
@AS_JSON
def list_(as_object: bool) -> None:
    """List the gazetteers: the default one, and those that you added, with the credit that each asks for.

    \b
    Example:
      stemmata gazetteer list
    """
    from stemmata.cli.pages import compile_places
    from stemmata.places.default import compiled
    from stemmata.places.gazetteer import own_gazetteers
    from stemmata.places.index import about

    compile_places()
    indexes = {"default": compiled(), **own_gazetteers()}
    told = [{"name": name, **asdict(about(index))} for name, index in indexes.items()]
    if as_object:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1, default=str))
        return
    for one in told:
        pcodes = f", {one['pcodes']:,} with p-codes" if one["pcodes"] else ""
        click.echo(_safe(f"{one['name']}: {one['places']:,} places{pcodes}, from {one['file']}, added {one['added']}"))
        click.echo(f"  {one['title']}. {_safe('Credit: ' + one['credit']) if one['credit'] else ''}".rstrip())


@gazetteer.command()
@click.argument("name")
@click.option("--country", metavar="NAME", help="Only there, by code or name, and in other spellings too.")
@AS_JSON
def find(name: str, country: str | None, as_object: bool) -> None:
    """Find the places that a name may stand for.

    Without a country only those of exactly this name are shown; in a country also those that sound like it, in
    Latin, Arabic and Cyrillic letters.

    \b
    Examples:
      stemmata gazetteer find Tripoli
      stemmata gazetteer find "Al-Sousah" --country Syria
    """
    from stemmata.cli.pages import compile_places
    from stemmata.places import load_gazetteer
    from stemmata.places.adding import country_code

    compile_places()
    found = load_gazetteer().find(name, country_code(country) if country else None)
    if as_object:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    if not found:
        more = "" if country else "; name a --country to look for other spellings too"
        click.echo(f"No gazetteer knows {name!r}{more}.")
    for one in found:
        click.echo(_safe(_candidate(one)))


def _candidate(one: "Found") -> str:
    """A place with the spelling that fits, its level, point and source."""
    place = one.place
    told = [place.country or "no country", place.level.replace("_", " ")]
    told += ["no point" if place.lat is None else f"{place.lat:.4f} {place.lon:.4f}"]
    told += [f"{place.population:,} people"] if place.population else []
    told += [f"p-code {place.pcode}"] if place.pcode else []
    told += [f"sounds {one.apart:.2f} apart"] if one.apart else []
    spelled = "" if one.spelling == place.name else f" ({one.spelling})"
    return f"{place.name}{spelled}: {', '.join(told)}; {place.entry}, {one.gazetteer}"


@gazetteer.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove a gazetteer that you added; `stemmata gazetteer list` tells its name.

    \b
    Example:
      stemmata gazetteer remove sy
    """
    from stemmata.places.gazetteer import remove_gazetteer

    remove_gazetteer(name)
    click.echo(f"The gazetteer {name} is removed.")


def _safe(text: str) -> str:
    """Names from outside, without the characters that could command a terminal."""
    from stemmata.exports.wording import one_line

    return one_line(text)
