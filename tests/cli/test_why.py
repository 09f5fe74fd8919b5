"""`stemmata why`: the words, the rule and the codebook's line behind each value."""

import re

import pytest
from click.testing import CliRunner

from exports.factory import coding
from stemmata.cli import main
from stemmata.cli.explaining import explanation
from stemmata.exports import FIELDS, values


def why(*args):
    return CliRunner().invoke(main, ["why", *map(str, args)])


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_report_can_be_explained(page, field):
    done = why(page, 1, field)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Report 1: ")
    assert "rule" in done.stdout or "not told" in done.stdout


def test_a_value_comes_with_words_rule_and_entry():
    made = coding()
    (report,) = made.reports
    assert explanation(made.document, report, "1", "status", values(report, "status")).splitlines() == [
        "Report 1: shelling, happened. Shelling kills seven in Marun",
        "",
        "status: happened",
        "  words  “Shelling kills seven in Marun Army [shells] killed at least seven villagers, including two",
        "         children, ne…”, characters 36 to 42",
        "  rule   told-as-happened: It is told as a fact, and no word makes it planned, ongoing, denied or",
        "         hypothetical. A doubt stays with the claimant.",
    ]
    (seven, *_) = explanation(made.document, report, "1", "figures", values(report, "figures")).split("\n\n")[1:]
    assert re.search(r"entry +hedges\.csv:4\n +\S", seven)


def test_numbers_run_on_over_documents(page, quiet):
    one, both = why(page, 2, "type"), why(quiet, page, 2, "type")
    assert one.stdout == both.stdout != ""


def test_an_unknown_field_lists_the_known_ones(page):
    told = why(page, 1, "place").stderr
    assert told == f"stemmata: There is no field 'place'; the fields are: {', '.join(FIELDS)}.\n"


def test_a_number_past_the_last_says_how_many_there_are(page):
    done = why(page, 99, "type")
    assert done.exit_code == 2
    assert re.search(r"There is no report 99; the pages hold \d+, numbered from 1\.", done.stderr)


def test_a_page_that_cannot_be_read_ends_with_3():
    done = why("gone.html", 1, "type")
    assert done.exit_code == 3 and "gone.html" in done.stderr
