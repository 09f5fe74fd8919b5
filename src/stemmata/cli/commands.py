"""The commands. Heavy imports stand inside them, so that `--help` answers at once."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TextIO

import click

from stemmata import __version__
from stemmata.cli.cases import CASE_COMMANDS
from stemmata.cli.comparing import compare
from stemmata.cli.decisions import DECISION_COMMANDS
from stemmata.cli.events import EVENT_COMMANDS
from stemmata.cli.exporting import EXPORT_COMMANDS
from stemmata.cli.gazetteers import gazetteer
from stemmata.cli.options import PUBLISHED, PUBLISHER, REGION, day_of, end, tell
from stemmata.cli.output import opened
from stemmata.cli.pages import Pages
from stemmata.cli.progress import Line, merging
from stemmata.cli.registries import actors, sources
from stemmata.cli.releasing import RELEASE_COMMANDS
from stemmata.cli.why import why
from stemmata.errors import StemmataError
from stemmata.records import DEFAULT_RULE, RULES, Coding, Rule

INTERRUPTED, READER_LEFT = 130, 141
"""As shells number an end by SIGINT and by SIGPIPE."""


class Commands(click.Group):
    """Turns what went wrong into one sentence and a documented exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except StemmataError as error:
            tell(str(error))
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the last flush would fail again
            ctx.exit(READER_LEFT)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="Stemmata %(version)s")
def main() -> None:
    """Turn conflict reporting into sourced events: who did what to whom, where, when, how many, according to whom.

    \b
    Example:
      stemmata code page.html
    """


main.add_command(gazetteer)
main.add_command(why)
main.add_command(actors)
main.add_command(sources)
main.add_command(compare)
for command in (*CASE_COMMANDS, *EVENT_COMMANDS, *DECISION_COMMANDS, *EXPORT_COMMANDS, *RELEASE_COMMANDS):
    main.add_command(command)

PAGES = click.argument("pages", metavar="PAGE...", nargs=-1, required=True)


@main.command()
@PAGES
@click.option(
    "--json", "form", flag_value="json", help="All values as one JSON object; `stemmata schema` describes it."
)
@click.option(
    "--jsonl", "form", flag_value="jsonl", help="One document a line, in the shape that `stemmata score` reads."
)
@click.option(
    "--html", "form", flag_value="html", help="A page that shows the text with every value linked to its words."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file."
)
@PUBLISHED
@PUBLISHER
@REGION
def code(
    pages: tuple[str, ...],
    form: str | None,
    output: Path | None,
    published: datetime | None,
    publisher: str | None,
    region: tuple[str, ...],
) -> None:
    """Code pages: what they report, with the words for every value.

    A PAGE is a file, an address (https://...), or - for standard input: HTML, plain text, Markdown, or JSONL with a
    document a line. What cannot be read is listed at the end, and the other pages are still done.

    \b
    Examples:
      stemmata code page.html
      stemmata code https://example.org/report --html -o report.html
      stemmata code archive.jsonl --jsonl -o coded.jsonl --region Syria
    """
    run = Pages(pages, day_of(published), publisher, region)
    with opened(output) as stream:
        FORMS[form or "table"](run.codings(), stream)
    end(run.problems)


def _write_table(codings: Iterable[Coding], stream: TextIO) -> None:
    from stemmata.exports import console, print_table

    on, number = console(stream), 1
    for coding in codings:
        print_table(coding, on, number)
        number += len(coding.reports)


def _write_json(codings: Iterable[Coding], stream: TextIO) -> None:
    from stemmata.exports import as_json

    stream.write(as_json(codings) + "\n")


def _write_jsonl(codings: Iterable[Coding], stream: TextIO) -> None:
    from stemmata.exports import as_gold

    for coding in codings:
        stream.write(json.dumps(as_gold(coding), ensure_ascii=False) + "\n")
        stream.flush()


def _write_html(codings: Iterable[Coding], stream: TextIO) -> None:
    from stemmata.exports import as_page

    stream.write(as_page(codings))


FORMS: dict[str, Callable[[Iterable[Coding], TextIO], None]] = {
    "table": _write_table,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "html": _write_html,
}


@main.command()
@PAGES
@click.option("--json", "as_object", is_flag=True, help="Events and copies as one JSON object.")
@click.option(
    "--rule",
    type=click.Choice(RULES),
    default=DEFAULT_RULE,
    show_default=True,
    help="How an event chooses among values: the lowest; the most specific; that of the most origins.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file."
)
@PUBLISHED
@PUBLISHER
def merge(
    pages: tuple[str, ...],
    as_object: bool,
    rule: Rule,
    output: Path | None,
    published: datetime | None,
    publisher: str | None,
) -> None:
    """Merge what pages report into events, with copies told from corroboration.

    Every event tells which reports it is made of, whom they rest on, where they disagree, and what they support. A PAGE
    is as for `stemmata code`.

    \b
    Examples:
      stemmata merge story.jsonl
      stemmata merge story.jsonl --json -o events.json
    """
    from stemmata.exports import console, events_json, print_events
    from stemmata.merging import merge as together

    run = Pages(pages, day_of(published), publisher)
    codings, line = list(run.codings()), Line(sys.stderr)
    merged = together(codings, rule=rule, heard=merging(line))
    line.clear()
    with opened(output) as stream:
        if as_object:
            stream.write(json.dumps(events_json(merged), ensure_ascii=False, indent=1) + "\n")
        else:
            print_events(merged, console(stream))
    end(run.problems)


@main.command()
@click.argument("docs", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("gold", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_object", is_flag=True, help="Print one JSON object.")
@click.option(
    "--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List the first N errors of each kind."
)
@click.option("--by", type=click.Choice(["type", "publisher"]), help="Break the scores down.")
def score(
    docs: Path | None, gold: Path | None, as_object: bool, errors: int, by: Literal["type", "publisher"] | None
) -> None:
    """Measure accuracy on hand-coded documents: your own, or those that ship with Stemmata.

    DOCS holds a document a line, GOLD the reports that a person coded of it.

    \b
    Examples:
      stemmata score
      stemmata score docs.jsonl gold.jsonl --by type
    """
    from stemmata.exports import as_gold
    from stemmata.scoring import score as compare
    from stemmata.scoring import tables

    if docs is None or gold is None:
        if docs:
            raise click.UsageError("Name both DOCS and GOLD, or neither.")
        from stemmata.gold import DOCS, GOLD

        docs, gold = DOCS, GOLD
    run = Pages([str(docs)])
    predicted = [(coding.document.id, as_gold(coding)["reports"]) for coding in run.codings()]
    result = compare(docs, gold, predicted, by=by, errors=errors)
    click.echo(
        json.dumps(result.to_dict(), ensure_ascii=False, indent=1) if as_object else tables(result), nl=as_object
    )
    end(run.problems)


@main.command()
@click.argument("what", type=click.Choice(["code", "merge", "export", "diff"]), default="code")
def schema(what: str) -> None:
    """Print the JSON Schema of `code --json`, `merge --json`, a line of `export json`, or `diff --json`.

    \b
    Examples:
      stemmata schema > coding.schema.json
      stemmata schema export > event.schema.json
    """
    from stemmata.exports import json_schema, merged_schema
    from stemmata.exports.changing.schema import changes_schema
    from stemmata.exports.formats.json_lines import line_schema

    made = {"code": json_schema, "merge": merged_schema, "export": line_schema, "diff": changes_schema}[what]
    click.echo(json.dumps(made(), indent=1))
