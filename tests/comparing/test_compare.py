"""A case beside a file: what both have, what one has, how they agree; as JSON, as lines, as a page."""

import json
import re
import sys
from dataclasses import replace
from datetime import date

import pytest
from click.testing import CliRunner

from comparing.tables import ACLED, GED, exported, table, written
from exports.entries import entry, nowhere
from stemmata.case.listing import Query
from stemmata.cli import main
from stemmata.comparing import as_json, as_page, compare, lines
from stemmata.errors import ExportError
from stemmata.records import Count, Site, Window

THIRD = Window(date(2021, 3, 3), date(2021, 3, 3))
FOURTH = Window(date(2021, 3, 4), date(2021, 3, 4))
ATARIB = Site("Atarib", "SY", 36.13, 36.82, "populated_place", 3000)
SHELLED = entry(1, when=THIRD, initiator="government-of-syria", figures={"killed": Count(7, 7)})
BOMBED = entry(2, when=FOURTH, place=ATARIB, figures={"killed": Count(3, 3)})
ELSEWHERE = GED | {"id": "901", "where_coordinates": "Oblan", "latitude": "36.9", "longitude": "40.1"}


@pytest.fixture
def beside(tmp_path):
    """Compares events with rows."""

    def compared(entries, *rows, query=None):
        return compare(exported(tmp_path, *entries), written(tmp_path, table(*rows)), query)

    return compared


def test_what_both_have_is_matched_and_the_rest_stands_on_its_side(beside):
    told = beside([SHELLED, BOMBED], GED, ELSEWHERE)
    assert [(pair.ours.id, pair.theirs.id) for pair in told.pairs] == [("E1", "900")]
    assert [one.id for one in told.only_here] == ["E2"]
    assert [one.id for one in told.only_there] == ["901"]
    assert told.pairs[0].agreement == {
        "date": "the same day",
        "place": "the same place",
        "actors": "a party of both",
        "deaths": "the same number",
    }


def test_each_row_is_matched_once(beside):
    told = beside([SHELLED, replace(SHELLED, number=5)], GED)
    assert len(told.pairs) == len(told.only_here) == 1


def test_counts_stand_by_type_place_and_month(beside):
    told = beside([SHELLED, BOMBED], GED, ELSEWHERE)
    types = {name: (one.matched, one.only_here, one.only_there) for name, one in told.types().items()}
    assert types == {"here: shelling": (1, 1, 0), "there: state-based": (1, 0, 1)}
    months = {name: (one.matched, one.only_here, one.only_there) for name, one in told.months().items()}
    assert months == {"2021-03": (1, 1, 1)}
    assert sum(one.matched for one in told.places().values()) == 1


def test_what_the_table_could_not_hold_is_no_loss_of_it(beside):
    """GED holds events with a death only, and says nothing of what is planned."""
    no_death = entry(3, when=FOURTH, place=ATARIB, figures={"wounded": Count(3, 3)})
    told = beside([SHELLED, no_death, nowhere(4)], GED)
    assert not told.only_here
    assert told.not_compared == {"nobody tells of a death": 2}


def test_what_lies_where_the_other_has_nothing_is_counted_aside(beside):
    told = beside(
        [SHELLED, entry(6, when=Window(date(2019, 1, 1), date(2019, 1, 1)))],
        GED,
        GED | {"id": "902", "country": "Mali", "country_id": "432"},
        GED | {"id": "903", "date_start": "2024-01-01", "date_end": "2024-01-01"},
    )
    assert told.beyond == {
        "in countries of which the case has no event": 1,
        "of days of which the case has no event": 1,
    }
    assert told.not_compared == {"the file has no row of its days, before or after": 1}
    assert not told.only_there


def test_both_sides_are_chosen_alike(beside):
    query = Query(since=date(2021, 3, 4))
    told = beside(
        [SHELLED, BOMBED], GED, ELSEWHERE | {"date_start": "2021-03-04", "date_end": "2021-03-05"}, query=query
    )
    assert [one.id for one in told.only_here] == ["E2"]
    assert [one.id for one in told.only_there] == ["901"]
    assert not told.pairs


def test_acled_and_the_own_json_are_read_too(tmp_path, beside):
    (pair,) = beside([SHELLED], ACLED).pairs
    assert (pair.theirs.id, pair.theirs.kind) == ("SYR77", "shelling/artillery/missile attack")
    mine, yours = exported(tmp_path, SHELLED, BOMBED), exported(tmp_path, SHELLED, name="yours.jsonl")
    told = compare(mine, yours)
    assert [(pair.ours.id, pair.theirs.id) for pair in told.pairs] == [("E1", "E1")]
    assert [one.id for one in told.only_here] == ["E2"]


def test_our_own_tables_come_back(tmp_path):
    from stemmata.exports.exporting import Wanted, export

    source = exported(tmp_path, SHELLED, BOMBED)
    for name in ("acled", "ged"):
        file = export(source, Wanted(name), tmp_path / f"{name}.csv").file
        told = compare(source, file)
        assert (len(told.pairs), told.only_here, told.only_there) == (2, [], []), name
        assert told.broken.count == 0


def test_too_many_rows_are_refused_with_the_remedy(beside, monkeypatch):
    monkeypatch.setattr(sys.modules["stemmata.comparing.compare"], "MOST_HELD", 1)
    with pytest.raises(ExportError, match=r"rows\.csv has more than 1 events to compare; choose some with --since"):
        beside([SHELLED], GED, ELSEWHERE)


def test_an_empty_case_has_nothing_and_says_so(beside):
    told = beside([SHELLED], GED, query=Query(country="ML"))
    assert (told.pairs, told.only_here, told.only_there) == ([], [], [])
    assert "0 matched, 0 only here, 0 only there" in "\n".join(lines(told))
    assert "Neither side has anything." in "".join(as_page(told))


# ---------------------------------------------------------------------------------------------- how it is told


def test_the_json_holds_all(beside):
    told = json.loads(json.dumps(as_json(beside([SHELLED, BOMBED], GED, ELSEWHERE, GED | {"best": "many"}))))
    assert told["format"] == "stemmata/comparison/1"
    assert told["matched"] == 1
    assert told["pairs"][0]["theirs"]["line"] == 2
    assert told["pairs"][0]["ours"]["deaths"] == {"low": 7, "best": 7, "high": 7}
    assert told["agreement"]["deaths"] == {"the same number": 1}
    assert told["broken"] == {"rows": 1, "told": ["line 4: best is no number: 'many'"]}


def test_the_lines_tell_the_numbers(beside):
    told = "\n".join(lines(beside([SHELLED, BOMBED], GED, ELSEWHERE)))
    assert "1 matched, 1 only here, 1 only there" in told
    assert "deaths  1 the same number" in told
    assert re.search(r"here: shelling +1 +1 +0", told)


def test_the_page_shows_both_sides_and_runs_no_words_of_strangers(beside):
    html = "".join(
        as_page(beside([SHELLED, BOMBED], GED | {"source_headline": "<script>alert(1)</script>"}, ELSEWHERE))
    )
    assert html.count("<script>") == 1 and "&lt;script&gt;alert(1)" in html
    assert '<span class="chip">matched</span>' in html and "E1 = 900" in html
    assert html.count('class="item"') == 3
    assert "<b>1</b> events of the case are matched" in html


def test_a_page_that_has_no_room_for_all_says_so(beside, monkeypatch):
    monkeypatch.setattr("stemmata.comparing.page.MOST_ITEMS", 2)
    html = "".join(as_page(beside([SHELLED, BOMBED], GED, ELSEWHERE)))
    assert "The page shows 2 of 3;" in html and html.count('class="item"') == 2


def test_the_browser_runs_our_script_on_the_page(beside, opened):
    seen, log = opened("".join(as_page(beside([SHELLED, BOMBED], GED, ELSEWHERE))))
    assert "Refused" not in log and "violates" not in log and "Uncaught" not in log
    assert "All 3 are shown." in seen


# ---------------------------------------------------------------------------------------------- the command


def test_the_command_prints_a_table_and_writes_a_page(tmp_path):
    source, file = exported(tmp_path, SHELLED, BOMBED), written(tmp_path, table(GED))
    page = tmp_path / "page.html"
    done = CliRunner().invoke(main, ["compare", str(file), "--from", str(source), "--page", str(page)])
    assert done.exit_code == 0, done.output
    assert "1 matched, 1 only here, 0 only there" in done.output
    assert "E1 = 900" in page.read_text(encoding="utf-8")
    again = CliRunner().invoke(main, ["compare", str(file), "--from", str(source), "--page", str(page)])
    assert again.exit_code == 7
    assert "is there already" in again.output


def test_the_command_prints_json(tmp_path):
    source, file = exported(tmp_path, SHELLED), written(tmp_path, table(GED))
    done = CliRunner().invoke(main, ["compare", str(file), "--from", str(source), "--json"])
    assert json.loads(done.output)["matched"] == 1


def test_a_foreign_file_is_one_sentence_and_an_exit_code(tmp_path):
    source, file = exported(tmp_path, SHELLED), written(tmp_path, "a,b\n1,2\n")
    done = CliRunner().invoke(main, ["compare", str(file), "--from", str(source)])
    assert done.exit_code == 7
    assert "is no table of ACLED" in done.output
