"""Events as JSON fit their schemas, by a reader that is not the writer."""

import json

import jsonschema
import pytest

from stemmata.case import decide
from stemmata.exports import events_json, merged_schema
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats.json_lines import line_schema
from stemmata.merging import Merged, merge
from stemmata.records import Copy, Count, Event, Field, Origin, Site, Told, Version, Window

from .factory import coding


def checked(value, schema):
    """The value as another program reads it, checked."""
    told = json.loads(json.dumps(value, ensure_ascii=False))
    jsonschema.validate(told, schema, jsonschema.Draft202012Validator)
    return told


def full():
    """An event with a value of each kind, and a copy with credit."""
    document = coding().document
    report = coding().reports[0]
    values = {"when": Window(None, report.when.end), "place": Site("Marun", "SY", 35.9, 36.6, "populated_place", 5000)}
    killed = Field("killed", Count(7, None), (Version(Count(7, None), ("doc:1",), ("afp",)),), Count(7, 9))
    fields = [Field(name, value, (Version(value, ("doc:1",), ("afp",), True),)) for name, value in values.items()]
    told = Told("doc:1", "doc", report, "afp", document.published, "other", ("the same day",))
    event = Event(
        "e1", "shelling", (told,), (*fields, killed), (Origin("afp", "AFP", "claimant", None),), (), "single", ("one",)
    )
    span = document.span(0, 8)
    return Merged((event,), (Copy("doc", "other", "edited", "page", ((span, span),), "by its date", span),))


@pytest.mark.parametrize("merged", [merge([coding()]), merge([]), full()], ids=["coded", "none", "full"])
def test_merged_events_fit_their_schema(merged):
    checked(events_json(merged), merged_schema())


def test_values_stand_as_documented():
    event = checked(events_json(full()), merged_schema())["events"][0]
    assert event["fields"]["when"]["chosen"] == {"start": None, "end": "2021-03-05"}
    assert event["fields"]["place"]["chosen"]["level"] == "populated_place"
    assert event["figures"] == {"killed": {"low": 7, "high": 9, "chosen": {"low": 7, "high": None}}}


WRONG = [
    ("grade", "certain"),  # no grade
    ("independent", "two"),
    ("origins", [{"id": "afp"}]),  # a field left out
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_breaks_the_schema_is_noticed(field, value):
    told = json.loads(json.dumps(events_json(full())))
    told["events"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, merged_schema(), jsonschema.Draft202012Validator)


def test_exported_events_fit_their_schema(told, tmp_path):
    decide(told, "edit", ["E1"], field="killed", value={"low": 8, "high": 8}, author="ana", reason="a list of names")
    done = export(told, Wanted("json"), tmp_path / "out.jsonl")
    lines = done.file.read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        checked(json.loads(line), line_schema())


def test_the_schemas_are_valid_and_describe_every_noun():
    for schema in (merged_schema(), line_schema()):
        jsonschema.Draft202012Validator.check_schema(schema)
        assert all(noun["description"] for noun in schema["$defs"].values())
    assert merged_schema()["$defs"]["ReportTold"]["properties"]["key"]["description"].startswith("The report's name")
