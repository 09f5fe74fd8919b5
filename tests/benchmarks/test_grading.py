"""The grade that gold's rules give by some of its reports: one row, one rule."""

from importlib import import_module
from pathlib import Path

import pytest

STORY = {
    "docs": [
        {"id": "mon", "published": "2024-05-06T23:30:00+03:00"},
        {"id": "tue", "published": "2024-05-06T22:00:00+00:00"},  # later than the first, whatever the letters say
    ],
    "origins": {"clinic": {"side": None}, "army": {"side": "state"}, "rebels": {"side": "front"}},
}


def told(document, origin, **values):
    return {"doc": document, "origin": origin, **values}


@pytest.mark.parametrize(
    ("reports", "doer", "grade"),
    [
        ([told("mon", "clinic"), told("tue", "clinic")], None, "single"),  # one origin, two documents
        ([told("mon", "clinic"), told("tue", "army")], "front", "corroborated"),  # two, and neither did it
        ([told("mon", "clinic"), told("tue", "army")], "state", "confirmed"),  # who did it says so
        ([told("mon", "rebels"), told("tue", "army")], None, "confirmed"),  # of two sides
        ([told("mon", "clinic"), told("tue", "army", status="denied")], None, "contested"),
        ([told("mon", "rebels", blames="state"), told("tue", "army", blames="front")], None, "contested"),
        ([told("mon", "clinic"), told("tue", "clinic", status="retracted")], None, "retracted"),
        ([told("tue", "clinic", status="retracted"), told("mon", "clinic"), told("mon", "army")], None, "single"),
    ],
)
def test_the_grade_that_found_reports_give(monkeypatch, reports, doer, grade):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))
    assert import_module("benchmarks.grading").grade_of(reports, STORY, doer) == grade
