"""What counts as right, by small cases that were counted by hand."""

import json

import pytest

from stemmata.errors import ScoringError
from stemmata.scoring import Share, Tally, score, tables

from .cases import GOLD, TEXT, as_lines, at, denial, figure, gain, shelling


def compare(files, reports, **options):
    return score(*files, [("d", reports)], **options)


def test_gold_scored_against_itself_is_perfect(files):
    result = compare(files, GOLD)
    assert result.scores.report_score == 1
    assert result.scores.status_macro_f1 == 1
    assert result.scores.shares["perfect"] == Share(4, 4)
    assert all(tally.f1 == 1 for tally in result.scores.tallies.values())


def test_nothing_predicted_finds_nothing_and_alarms_nobody(files):
    result = compare(files, [])
    assert result.scores.tallies["typed"] == Tally(0, 4, 0)
    assert result.scores.tallies["typed"].precision is None
    assert result.scores.report_score == 0


@pytest.mark.parametrize(
    ("change", "row", "tally"),
    [
        # A type in the same family finds the report, and is no typed report.
        ({"type": "air_strike"}, "detected", Tally(4, 4, 4)),
        ({"type": "air_strike"}, "typed", Tally(3, 4, 4)),
        ({"type": "air_strike"}, "typed by family", Tally(4, 4, 4)),
        ({"type": "protest"}, "typed by family", Tally(3, 4, 4)),
        # Two actors of one id, told in other words, are one; so are the same words elsewhere.
        ({"claimant": [at("The army", id="government-of-ukraine")]}, "claimant", Tally(2, 2, 2)),
        ({"claimant": [at("The army", id=None)]}, "claimant", Tally(1, 2, 2)),
        # Half of the shorter span is enough, and no word that is not shared.
        ({"target": [at("civilians", id=None)]}, "target", Tally(1, 1, 1)),
        ({"target": [at("killing", id=None)]}, "target", Tally(0, 1, 1)),
        # A figure is right with measure and both bounds; one bound is right in the relaxed row.
        ({"figures": [figure("three civilians", "killed", 3, None)]}, "figures", Tally(0, 2, 1)),
        ({"figures": [figure("three civilians", "killed", 3, None)]}, "figures (relaxed)", Tally(1, 2, 1)),
        ({"figures": [figure("three civilians", "wounded", 3, 3)]}, "figures (relaxed)", Tally(0, 2, 1)),
        # The same figure twice is one hit and one false alarm.
        ({"figures": [figure("three civilians", "killed", 3, 3)] * 2}, "figures", Tally(1, 2, 2)),
        # Null bounds in common are no bound in common.
        ({"figures": [figure("a nurse", "wounded", None, 5)]}, "figures (relaxed)", Tally(0, 2, 1)),
        # A day off is right within one day; an open side fits only an open side.
        ({"when": {"start": "2020-03-03", "end": "2020-03-03"}}, "when", Tally(0, 1, 1)),
        ({"when": {"start": "2020-03-03", "end": "2020-03-03"}}, "when (within 1 day)", Tally(1, 1, 1)),
        ({"when": {"start": "2020-03-02", "end": None}}, "when (within 1 day)", Tally(0, 1, 1)),
        # A time without a day is no time.
        ({"when": {"text": "Monday", "text_start": 25, "text_end": 31}}, "when", Tally(0, 1, 0)),
        ({"trigger": None}, "trigger", Tally(3, 4, 3)),
    ],
)
def test_one_change_of_one_report(files, change, row, tally):
    assert compare(files, [shelling(**change), *GOLD[1:]]).scores.tallies[row] == tally


@pytest.mark.parametrize(
    ("degrees", "near", "far"),
    [
        ((48.0, 37.0), 1, 1),
        ((48.2, 37.0), 1, 1),  # 22 km north
        ((48.3, 37.0), 0, 1),  # 33 km
        ((49.4, 37.0), 0, 1),  # 156 km
        ((49.5, 37.0), 0, 0),  # 167 km
        ((None, None), 0, 0),
    ],
)
def test_distances_are_great_circles(files, degrees, near, far):
    place = at("Avdara", lat=degrees[0], lon=degrees[1])
    shares = compare(files, [shelling(places=[place]), *GOLD[1:]]).scores.shares
    assert shares["located within 25 km"] == Share(near, 1)
    assert shares["located within 161 km"] == Share(far, 1)


def test_places_tell_apart_the_reports_of_one_sentence(files):
    """Handed over in another order, each finds its own: a wrong match would miss both places."""
    result = compare(files, [denial(), gain("Castra"), gain("Belkov"), shelling()])
    assert result.scores.tallies["places"] == Tally(3, 3, 3)


def test_evidence_elsewhere_is_never_a_match(files):
    moved = denial(evidence=at(TEXT[: TEXT.index(" Troops")]))
    result = compare(files, [moved])
    assert result.scores.tallies["detected"] == Tally(1, 4, 1)  # it can only be the first sentence's report
    assert result.scores.tallies["typed"] == Tally(0, 4, 1)


def test_a_report_told_twice_is_one_false_alarm(files):
    result = compare(files, [*GOLD, shelling()])
    assert result.scores.tallies["typed"] == Tally(4, 4, 5)
    assert result.scores.tallies["figures"] == Tally(2, 2, 4)


def test_status_is_scored_on_matched_reports(files):
    """happened: 3 of 3 gold and 4 predicted; denied: 0 of 1; no other status is told, so none counts."""
    result = compare(files, [*GOLD[:3], denial(status="happened")])
    assert result.scores.status_macro_f1 == pytest.approx((6 / 7 + 0) / 2)
    assert result.scores.shares["status"] == Share(3, 4)


def test_a_report_without_a_day_should_get_none(files):
    dated = gain("Belkov", when={"start": "2020-03-02", "end": "2020-03-02"})
    result = compare(files, [GOLD[0], dated, *GOLD[2:]])
    assert result.scores.shares["no day in gold, none predicted"] == Share(2, 3)


def test_by_type_a_wrong_type_is_a_miss_and_a_false_alarm(files):
    result = compare(files, [shelling(type="clash"), *GOLD[1:]], by="type")
    typed = {kind: scores.tallies["typed"] for kind, scores in result.by.items()}
    assert typed == {
        "air_strike": Tally(1, 1, 1),
        "clash": Tally(0, 0, 1),
        "shelling": Tally(0, 1, 0),
        "territory_gain": Tally(2, 2, 2),
    }


def test_by_publisher(files):
    result = compare(files, GOLD, by="publisher")
    assert list(result.by) == ["Wire"]


def test_errors_are_counted_and_the_first_listed(files):
    wrong = shelling(figures=[figure("three civilians", "killed", 4, 4)])
    result = compare(files, [wrong, gain("Belkov", type="withdrawal")], errors=1)
    counts = {kind: cases.count for kind, cases in result.errors.items()}
    assert counts == {"missed reports": 2, "false alarms": 0, "wrong types": 1, "wrong figures": 1}
    assert len(result.errors["missed reports"].first) == 1
    assert 'wounded 1 to 1: "a nurse"' in tables(result)


def test_missing_and_spare_documents_are_noted(tmp_path):
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold.jsonl"
    docs.write_text(as_lines({"id": "d", "text": TEXT}, {"id": "e", "text": TEXT}, {"id": "f", "text": TEXT}))
    gold.write_text(as_lines({"id": "d", "reports": GOLD}, {"id": "e", "reports": GOLD}))
    result = score(docs, gold, [("d", GOLD), ("f", GOLD)])
    assert result.documents == 2
    assert result.notes[1:] == (
        "1 documents missing from this run, counted as without reports: e",
        f"1 documents missing from {gold}, left out: f",
    )
    assert result.scores.tallies["typed"] == Tally(4, 8, 4)


def test_the_table_reads_as_people_expect(files):
    lines = tables(compare(files, [shelling(), gain("Belkov"), denial(claimant=[])])).splitlines()
    assert lines[2].split() == ["precision", "recall", "f1", "right", "gold", "predicted"]
    assert lines[4] == "typed                    1.000   0.750  0.857      3     4          3"
    assert next(line for line in lines if line.startswith("claimant ")).split()[1:4] == ["1.000", "0.500", "0.667"]
    assert lines[-1].split()[:2] == ["report", "score"]


def test_a_result_is_plain_json(files):
    told = json.loads(json.dumps(compare(files, GOLD, by="type", errors=2).to_dict()))
    assert told["scores"]["typed"] == {"precision": 1, "recall": 1, "f1": 1, "right": 4, "gold": 4, "predicted": 4}
    assert told["by"]["shelling"]["report score"] == 1


def test_a_file_and_the_same_handed_over_give_the_same(files, tmp_path):
    reports = [shelling(status="planned"), gain("Castra")]
    file = tmp_path / "coded.jsonl"
    file.write_text(as_lines({"id": "d", "reports": reports}))
    assert score(*files, file).scores == compare(files, reports).scores


def test_no_document_in_common(files, tmp_path):
    empty = tmp_path / "none.jsonl"
    empty.write_text("\n")
    with pytest.raises(ScoringError, match="has no document to score"):
        score(files[0], empty, [])
