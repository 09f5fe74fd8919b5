"""`stemmata why`: what stands behind a value, of a page or of a case."""

from datetime import datetime
from pathlib import Path

import click

from stemmata.cli.options import IN_CASE, PUBLISHED, PUBLISHER, day_of, tell_problems
from stemmata.cli.pages import Pages
from stemmata.errors import UnknownName, UnreadableInput


@click.command()
@click.argument("what", metavar="WHAT...", nargs=-1, required=True)
@click.argument("field", metavar="FIELD")
@PUBLISHED
@PUBLISHER
@IN_CASE
def why(what: tuple[str, ...], field: str, published: datetime | None, publisher: str | None, folder: Path) -> None:
    """Say why a value is what it is: its words, the rule, and the codebook's entry.

    WHAT is a page and the number of a report in the table that `stemmata code` prints for it; or, in a case, a report
    (R5) or an event (E3), of which every report that tells the value is explained.

    FIELD is, of a report: type, status, trigger, initiator, target, places, when, figures, claimant, evidence; of an
    event: type, when, place, initiator, target, grade, or a measure such as killed.

    \b
    Examples:
      stemmata why page.html 3 figures
      stemmata why E3 killed
    """
    *pages, last = what
    if pages and last.isdecimal():
        _in_pages(Pages(pages, day_of(published), publisher), int(last), field)
    elif not pages:
        click.echo(_in_case(folder, last, field))
    else:
        raise click.UsageError("Name a page with the number of a report, or one event (E3) or report (R5) of the case.")


def _in_pages(run: Pages, number: int, field: str) -> None:
    from stemmata.cli.explaining import explanation
    from stemmata.exports import known_field, values

    field = known_field(field)
    seen = 0
    for coding in run.codings():
        if 0 < number <= seen + len(coding.reports):
            report = coding.reports[number - seen - 1]
            click.echo(explanation(coding.document, report, str(number), field, values(report, field)))
            return
        seen += len(coding.reports)
    tell_problems(run.problems)
    if not seen and run.problems:
        raise UnreadableInput("There is no report to explain.")
    raise UnknownName(f"There is no report {number}; the pages hold {seen}, numbered from 1.")


def _in_case(folder: Path, name: str, field: str) -> str:
    from stemmata.case import open_case, show_event, show_report
    from stemmata.cli.explaining import event_explanation, explanation
    from stemmata.exports import known_field, values

    letter, number = name[:1].upper(), name[1:]
    if letter not in ("E", "R") or not number.isdecimal():
        raise UnknownName(f"{name!r} is no event (E3) or report (R5); of a page, tell the report's number too.")
    case = open_case(folder)
    if letter == "E":
        return event_explanation(show_event(case, int(number)), field)
    kept, field = show_report(case, int(number)), known_field(field)
    return explanation(kept.document, kept.report, f"R{kept.number}", field, values(kept.report, field))
