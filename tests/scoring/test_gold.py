"""The shipped hand-coded documents keep to the codebook."""

import json
import tomllib
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from stemmata.gold import DOCS, GOLD
from stemmata.scoring import score
from stemmata.tables import CODEBOOK, read_table

DOCUMENTS = {line["id"]: line for line in map(json.loads, DOCS.read_text(encoding="utf-8").splitlines())}
CODED = {line["id"]: line["reports"] for line in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())}
REPORTS = [(name, report) for name, reports in CODED.items() for report in reports]
FIGURES = [(name, figure) for name, report in REPORTS for figure in report["figures"]]
TYPES = set(tomllib.loads((CODEBOOK / "types.toml").read_text(encoding="utf-8")))
MEASURES = {row["measure"] for row in read_table(CODEBOOK / "measures.csv", ["measure", "class", "means"])}
STATUSES = {"happened", "ongoing", "planned", "denied", "hypothetical"}
RELATIONS = {"at", "near", "toward", "from", "in_area"}
FIELDS = ("initiator", "target", "places", "figures", "claimant")

# Hedge → whether its low and its high are known, as the codebook has it.
BOUNDS = {
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "at_least": (True, False),
    "at_most": (False, True),
    "vague": (True, False),
}
VAGUE = {2, 20, 200, 2000, 20_000, 200_000, 2_000_000}
UNITS = {"people", "families", "things"}
OF_THINGS = {"strikes", "weapons", "vehicles", "buildings", "villages"}


def test_the_set_is_large_and_broad_enough():
    types = Counter(report["type"] for _, report in REPORTS)
    assert len(DOCUMENTS) >= 16
    assert set(types) == TYPES
    assert min(types.values()) >= 2
    assert {report["status"] for _, report in REPORTS} == STATUSES
    assert {figure["measure"] for _, figure in FIGURES} == MEASURES
    assert {figure["hedge"] for _, figure in FIGURES} == set(BOUNDS)
    assert {place["relation"] for _, report in REPORTS for place in report["places"]} == RELATIONS
    assert sum(len(report["claimant"]) > 1 for _, report in REPORTS) >= 4


def test_documents_are_short_and_dated():
    for document in DOCUMENTS.values():
        assert 60 <= len(document["text"].split()) <= 250
        assert date.fromisoformat(document["published"])
        assert document["publisher"] and document["title"]


def test_every_document_is_coded_and_scores_against_itself():
    """Reading them for scoring checks the quotes too."""
    assert list(CODED) == list(DOCUMENTS)
    assert score(DOCS, GOLD, GOLD).scores.report_score == 1


@pytest.mark.parametrize(("name", "report"), REPORTS)
def test_every_text_slices_and_stands_apart(name, report):
    text = DOCUMENTS[name]["text"]
    values = [report["trigger"], report["evidence"], *(value for field in FIELDS for value in report[field])]
    for value in values:
        assert text[value["start"] : value["end"]] == value["text"]
        # No value begins or ends within a word.
        assert not (text[max(value["start"] - 1, 0)] + text[value["start"]]).isalnum() or value["start"] == 0
        assert not text[value["end"] - 1 : value["end"] + 1].isalnum() or value["end"] == len(text)
    for field in FIELDS:
        spans = sorted((value["start"], value["end"]) for value in report[field])
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), f"{field} holds a value twice, or one within another"
    evidence = report["evidence"]
    assert evidence["start"] <= report["trigger"]["start"] and report["trigger"]["end"] <= evidence["end"]


@pytest.mark.parametrize(("name", "figure"), FIGURES)
def test_figures_keep_the_rule_of_bounds(name, figure):
    low, high, hedge = figure["low"], figure["high"], figure["hedge"]
    assert (low is not None, high is not None) == BOUNDS[hedge]
    assert hedge == "range" or None in (low, high) or low == high
    assert hedge != "range" or low < high
    assert hedge != "vague" or low in VAGUE
    assert figure["unit"] in UNITS
    assert (figure["unit"] == "things") == (figure["measure"] in OF_THINGS)
    assert figure["of"] and figure["of"] in DOCUMENTS[name]["text"]
    if figure["part_of"] is not None:
        assert figure["part_of"] in {other["text"] for there, other in FIGURES if there == name}


@pytest.mark.parametrize(("name", "report"), REPORTS)
def test_ids_places_and_days_are_well_formed(name, report):
    for actor in (*report["initiator"], *report["target"], *report["claimant"]):
        assert actor["id"] is None or actor["id"] == actor["id"].lower().replace(" ", "-")
    for place in report["places"]:
        assert place["name"] and len(place["country"]) == 2 and place["country"].isupper()
        assert (place["lat"] is None) == (place["lon"] is None)
    if report["when"]:
        days = [date.fromisoformat(report["when"][side]) for side in ("start", "end") if report["when"][side]]
        assert days and days == sorted(days)
        assert report["status"] == "planned" or days[0] <= date.fromisoformat(DOCUMENTS[name]["published"])
