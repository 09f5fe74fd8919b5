"""Codings → a table for a terminal: as columns where it is wide, as one short list a report where it is narrow."""

import textwrap
from typing import TYPE_CHECKING, TextIO

from stemmata.exports.values import FIELDS, Value, values
from stemmata.exports.wording import NO_DAY, dates, day, one_line
from stemmata.records import Coding, Document, Report

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Below this many characters the nine columns break words apart. Set by looking at the demo page.
WIDE = 140
# A file or a pipe has no width of its own.
WIDTH_WITHOUT_TERMINAL = 200
COLUMNS = ("initiator", "target", "places", "when", "figures", "claimant")
# Shares of the width, chosen so that the longest usual values (places, figures) break at most once.
SHARES = {"initiator": 5, "target": 5, "places": 6, "when": 4, "figures": 6, "claimant": 5, "evidence": 11}
TYPE_WIDTH, TITLE_WIDTH = 14, 9
STYLES = {"initiator": "cyan", "target": "magenta", "places": "green", "when": "yellow", "figures": "bold"}


def console(stream: TextIO) -> "Console":
    """A console on a stream: colours and the terminal's width on a terminal, plain wide text otherwise."""
    from rich.console import Console  # costs 0.1 s to import

    width = None if stream.isatty() else WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def print_table(coding: Coding, on: "Console", first: int = 1) -> None:
    """Print the document's header and its reports, numbered from `first`."""
    on.print(_header(coding.document))
    for problem in coding.problems:
        on.print(one_line(problem.message), style="yellow")
    if not coding.reports:
        on.print("No event is reported here.\n")
    elif on.width >= WIDE:
        on.print(_columns(coding, first, on.width))
    else:
        for number, report in enumerate(coding.reports, first):
            on.print(_list(report, number, coding.document, on.width))


def _header(document: Document) -> "RenderableType":
    from rich.text import Text

    title = one_line(document.title or document.source)
    told = [one_line(part) for part in (document.publisher, document.author) if part]
    told += dates(document)
    return Text.assemble((title, "bold"), "\n", (" · ".join(told), "dim"), "\n")


def _columns(coding: Coding, first: int, width: int) -> "RenderableType":
    from rich import box
    from rich.table import Table

    number_width = max(2, len(str(first + len(coding.reports))))
    gaps = 2 * (len(SHARES) + 1)  # two characters between two columns
    share = (width - number_width - TYPE_WIDTH - gaps) / sum(SHARES.values())
    widths = {field: int(share * shares) for field, shares in SHARES.items()}
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 1, 0), pad_edge=False, show_edge=False)
    table.add_column("#", justify="right", width=number_width)
    table.add_column("what", width=TYPE_WIDTH)
    for field in (*COLUMNS, "evidence"):
        table.add_column(_title(field), width=widths[field], style=STYLES.get(field, ""), overflow="fold")
    for number, report in enumerate(coding.reports, first):
        what = f"{_said(report, 'type')}\n{report.status.value}"
        cells = [_wrapped(_cell(report, field, coding.document), widths[field]) for field in COLUMNS]
        table.add_row(str(number), what, *cells, _said(report, "evidence"))
    return table


def _list(report: Report, number: int, document: Document, width: int) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim", width=TITLE_WIDTH)
    table.add_column(overflow="fold")
    table.add_row(Text(str(number), "bold"), Text(f"{_said(report, 'type')} · {report.status.value}", "bold"))
    for field in COLUMNS:
        cell = _wrapped(_cell(report, field, document), width - TITLE_WIDTH - 1)
        table.add_row(_title(field), Text(cell, STYLES.get(field, "")))
    table.add_row("quote", Text(_said(report, "evidence"), "italic"))
    table.add_row("", "")
    return table


def _wrapped(cell: str, width: int) -> str:
    """Broken at spaces and hyphens: ids are long words with hyphens, which rich would cut anywhere."""
    return "\n".join(textwrap.fill(line, width) for line in cell.splitlines())


def _title(field: str) -> str:
    return "quote" if field == "evidence" else FIELDS[field]


def _said(report: Report, field: str) -> str:
    return values(report, field)[0].said


def _cell(report: Report, field: str, document: Document) -> str:
    """The values of a field, one a line."""
    told = "\n".join(_told(value, field) for value in values(report, field))
    if told:
        return told
    if field == "claimant":
        return one_line(document.publisher or "") or "the page itself"
    if field == "when" and report.known_by:
        return f"not told; by {day(report.known_by)}"
    return "not told" if field in ("when", "figures") else "?"


def _told(value: Value, field: str) -> str:
    """A value with its note; of a time the words stand in the quote already, unless they give no day."""
    shown = value.note if field != "when" or value.said == NO_DAY else ""
    return f"{value.said} ({shown})" if shown else value.said
