"""The commands that freeze states of a case and compare them: release, releases, diff."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stemmata.cli.options import AS_JSON, IN_CASE
from stemmata.cli.output import opened
from stemmata.cli.progress import Line, bar

if TYPE_CHECKING:
    from stemmata.exports.releasing import Release

NOW = "now"


@click.command()
@click.option("--require-reviewed", "reviewed", is_flag=True,
              help="Refuse where a person has not accepted every event as it is.")  # fmt: skip
@IN_CASE
def release(reviewed: bool, folder: Path) -> None:
    """Freeze all events as they stand now, under the next number.

    A release stands in the folder `releases` of the case and is never written over. The same state of a case gives the
    same bytes. `stemmata export FORMAT --release N` exports out of it, `stemmata diff` tells what changed since.

    \b
    Examples:
      stemmata release
      stemmata release --require-reviewed
    """
    from stemmata.case import open_case
    from stemmata.exports.releasing import freeze

    line = Line(sys.stderr)
    try:
        made = freeze(
            open_case(folder),
            reviewed=reviewed,
            heard=lambda done, of: line.show(f"{bar(done, of)} {done:,} of {of:,} events"),
        )
    finally:
        line.clear()
    click.echo(f"Release {_line(made)}")


@click.command()
@AS_JSON
@IN_CASE
def releases(as_object: bool, folder: Path) -> None:
    """List the releases of the case, first to last.

    \b
    Example:
      stemmata releases
    """
    from stemmata.case import open_case
    from stemmata.exports.releasing import releases as releases_of

    found = releases_of(open_case(folder))
    if as_object:
        told = [{"release": one.number, "file": str(one.file), **one.manifest} for one in found]
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for one in found:
        click.echo(_line(one))
    if not found:
        click.echo("There is no release yet; make one with `stemmata release`.")


def _line(one: "Release") -> str:
    told = one.manifest
    reviewed = f"{told['reviewed']['accepted by a person']:,} of them reviewed"
    asof = f"as of {told['made_of']['asof'][:16]}" if told["made_of"]["asof"] else "before any run"
    return (
        f"{one.number}: {told['events']:,} events with {told['reports']:,} reports, {reviewed}; {asof};"
        f" sha256 {told['sha256'][:12]}"
    )  # fmt: skip


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", default=NOW)
@AS_JSON
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to a file.")  # fmt: skip
@IN_CASE
def diff(before: str, after: str, as_object: bool, output: Path | None, folder: Path) -> None:
    """Tell which events were added, changed or deleted from A to B, and why.

    A and B are numbers of releases, or files that `stemmata export json` wrote; without B, the case as it is now.

    \b
    Examples:
      stemmata diff 1
      stemmata diff 1 2 --json
      stemmata diff january.jsonl february.jsonl
    """
    from stemmata.exports.changing.changes import changes
    from stemmata.exports.changing.telling import lines, total, written
    from stemmata.exports.releasing import states

    old, new, departed = states(before, None if after == NOW else after, folder)
    line, counts = Line(sys.stderr), Counter[str]()

    def heard(done: int, of: int) -> None:
        line.show(f"{bar(done, of)} {done:,} of {of:,} events")

    with opened(output) as stream:
        try:
            found: Any = changes(old, new, departed=departed, heard=heard)
            for change in written(found, stream, old.made_of, new.made_of) if as_object else found:
                line.clear()
                counts[change.kind] += 1
                if not as_object and change.kind != "retold":
                    stream.writelines(f"{told}\n" for told in lines(change))
        finally:
            line.clear()
        if not as_object:
            stream.write(f"{total(counts)}\n")


RELEASE_COMMANDS = (release, releases, diff)
