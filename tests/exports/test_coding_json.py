"""The project's own JSON: nothing is lost, its schema holds, and a changed text is noticed."""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.errors import UnreadableInput
from stemmata.exports import as_json, from_json, json_schema
from stemmata.records import Coding

from .factory import MADE_WITH, coding, document
from .strategies import codings


@given(st.lists(codings(), max_size=2))
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost(made):
    assert from_json(as_json(made)) == tuple(made)


@given(codings())
@settings(max_examples=30, deadline=None)
def test_output_fits_its_schema(made):
    jsonschema.validate(json.loads(as_json([made])), json_schema(), jsonschema.Draft202012Validator)


def test_the_schema_itself_is_valid():
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_days_and_spans_stand_as_documented():
    report = json.loads(as_json([coding()]))["codings"][0]["reports"][0]
    assert (report["when"]["start"], report["when"]["end"]) == ("2021-03-03", "2021-03-05")
    assert report["target"][0]["span"] == {"document": "doc", "start": 65, "end": 74, "quote": "villagers"}
    assert report["figures"][1]["part_of"]["quote"] == "at least seven villagers"


def test_the_format_stands_first():
    assert as_json([]) == '{\n "format": "stemmata/coding/1",\n "codings": []\n}'


def test_text_keeps_its_own_script():
    arabic = Coding(document("قصف على مارون"), (), MADE_WITH)
    assert "قصف على مارون" in as_json([arabic])


def test_descriptions_come_from_the_records():
    described = json_schema()["$defs"]
    assert described["Report"]["description"] == "What one claimant says, in one document, about one event."
    assert described["Figure"]["properties"]["of"]["description"] == "The counted group in the document's own words."
    assert described["Where"]["properties"]["radius_m"]["description"].startswith("How far from the point")


def test_no_bytes_are_in_the_format():
    assert "Capture" not in json_schema()["$defs"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "This is no stemmata/coding/1"),
        ("{", "This is no stemmata/coding/1"),
        ('{"format": "stemmata/coding/2", "codings": []}', "at format"),
        ('{"format": "stemmata/coding/1", "codings": [{"document": 3}]}', "at codings.0.document"),
    ],
)
def test_other_input_is_refused_in_a_sentence(text, says):
    with pytest.raises(UnreadableInput, match=says):
        from_json(text)


def test_a_text_that_was_changed_after_coding_is_refused():
    changed = as_json([coding()]).replace('"text": "Shelling', '"text": "The shelling')
    with pytest.raises(UnreadableInput, match="Document doc does not hold 'shells' at 36 to 42"):
        from_json(changed)


def test_a_window_that_ends_before_it_starts_is_refused():
    with pytest.raises(UnreadableInput, match="cannot end before it starts"):
        from_json(as_json([coding()]).replace("2021-03-05", "2021-03-01"))
