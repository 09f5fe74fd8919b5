"""The entities of FollowTheMoney, checked by its own model."""

import json
from dataclasses import replace

import pytest
from followthemoney import model
from hypothesis import given, settings

from exports.cases import case_of
from exports.entries import HARD_TEXT, cited, entries, entry, hard_entry, nowhere, told_by_many
from exports.factory import document, shelling
from exports.test_maps import district, written
from stemmata.case.entries import Entries
from stemmata.exports.exporting import Wanted, export


def entities(*pieces):
    """What is written of some pieces, valid by the model: schema → its entities, in order."""
    lines = [json.loads(line) for line in written("followthemoney", *pieces).splitlines()]
    by_id = {line["id"]: line for line in lines}
    assert len(by_id) == len(lines)
    told = {}
    for line in lines:
        schema = model.get(line["schema"])
        schema.validate(line)
        assert line["properties"].keys() <= schema.properties.keys()
        assert set(schema.required) <= line["properties"].keys()
        for name, values in line["properties"].items():
            prop = schema.properties[name]
            assert all(prop.type.validate(value) for value in values), (name, values)
            if prop.range:
                assert all(model.get(by_id[value]["schema"]).is_a(prop.range) for value in values), name
        told.setdefault(line["schema"], []).append(line)
    return told


def only(told, schema):
    (one,) = told[schema]
    return one["properties"]


def test_an_event_has_its_documents_for_proof():
    told = entities([entry(initiator="government-of-syria", target="islamic-state")])
    event = only(told, "Event")
    assert event["name"] == ["shelling, near Marun (Syria), 3 to 5 March 2021: at least 7 killed"]
    assert (event["startDate"], event["endDate"], event["country"]) == (["2021-03-03"], ["2021-03-05"], ["sy"])
    assert event["keywords"] == ["shelling", "happened"]
    assert event["notes"] == ["single, 1 independent origin: one origin: the Marun Monitor"]
    assert event["description"] == [
        "Who did it, by the reports: Government of Syria.", "To whom: Islamic State.", "at least 7 killed",
    ]  # fmt: skip
    assert event["proof"] == ["stemmata-document-doc"]
    article = only(told, "Article")
    assert (article["publisher"], article["sourceUrl"]) == (["Northern Post"], ["https://post.example/1"])


def test_bodies_are_organisations_and_those_of_states_public_bodies():
    told = entities([entry(initiator="government-of-syria", target="islamic-state")])
    state, group = only(told, "PublicBody"), only(told, "Organization")
    assert (state["name"], state["country"]) == (["Government of Syria"], ["sy"])
    assert (group["name"], group["wikidataId"]) == (["Islamic State"], ["Q2429253"])
    assert "Daesh" in group["alias"] and "topics" not in group
    assert only(told, "Event")["involved"] == ["stemmata-actor-government-of-syria", "stemmata-actor-islamic-state"]


def test_a_report_links_its_document_to_the_event_with_what_it_says():
    report = only(entities([entry()]), "Documentation")
    assert (report["document"], report["recordId"], report["role"]) == (
        ["stemmata-document-doc"], ["R10"], ["shelling, happened"],
    )  # fmt: skip
    assert report["summary"][0].startswith("Army shells killed at least seven villagers")
    assert report["description"] == [
        "Who did it: government-of-marun",
        "To whom: civilians",
        "Where: near Marun",
        "How many: at least 7 killed (villagers); 2 killed (children, part of “at least seven villagers”)",
        "Said by: the Marun Monitor",
        "Rests on: the monitor",
    ]


def test_a_town_has_a_point_and_an_area_has_none():
    town, area = only(entities([entry()]), "Address"), only(entities([district()]), "Address")
    assert (town["full"], town["latitude"], town["longitude"]) == (["near Marun (Syria)"], ["35.1"], ["36.7"])
    assert town["remarks"] == ["near Marun (Syria), within 3 km"]
    assert "latitude" not in area and area["country"] == ["fj"]
    assert "Address" not in entities([nowhere()])


PAGES = [
    ("mayor", "Gunmen killed Mayor Ivan Kovalenko in Marun, Syria on 3 March 2021."),
    ("shop", "Gunmen killed Adam Haru, a shopkeeper, in Marun, Syria on 9 March 2021."),
]


def test_only_persons_whom_the_passage_gives_an_office_are_entities(tmp_path):
    case = case_of(tmp_path, PAGES)
    told = entities(list(Entries(case).read([1, 2])))
    person = only(told, "Person")
    assert (person["name"], person["position"]) == (["Ivan Kovalenko"], ["Mayor"])
    assert [len(one["properties"].get("involved", ())) for one in told["Event"]] == [2, 0]  # his state and he; nobody


def test_what_several_events_share_is_written_once():
    of = document(id="doc")
    events = [entry(n, given=(cited(n, of, shelling(of)),), initiator="islamic-state") for n in (1, 2, 3)]
    told = entities(events[:1], events[1:])
    assert [len(told[name]) for name in ("Organization", "Article", "Event", "Documentation")] == [1, 1, 3, 3]


def test_hard_events_are_valid():
    told = entities([entry(), hard_entry()], [nowhere()])
    assert len(told["Event"]) == 3
    assert HARD_TEXT not in json.dumps(told["Article"], ensure_ascii=False)
    assert len(entities([told_by_many(1000)])["Article"]) == 1000


@given(any_entry=entries())
@settings(max_examples=50)
def test_any_event_is_valid(any_entry):
    """The numbers of reports count within a case, as here."""
    assert only(entities([any_entry]), "Event")["recordId"] == [any_entry.id]


@pytest.mark.parametrize("title", ['"', "''", " ", "\N{COLLISION SYMBOL}", "…"])
def test_words_without_a_letter_or_digit_are_no_values(title):
    of = document(id="doc", title=title)
    assert "title" not in only(entities([entry(given=(cited(1, of, shelling(of)),))]), "Article")


@pytest.mark.parametrize("words", ["\x7f", "a\x7fb", "\\u007f"])
def test_no_word_of_a_source_is_taken_for_the_case(words):
    of = document(id="doc", title=words)
    told = entities([entry(given=(replace(cited(1, of, shelling(of)), id="R1"),))])
    assert "stemmata-" not in only(told, "Article").get("title", [""])[0]


def test_a_case_is_written(told, tmp_path):
    done = export(told, Wanted("followthemoney"), tmp_path / "out.ftm.json")
    lines = done.file.read_text(encoding="utf-8").splitlines()
    assert sum('"schema":"Event"' in line for line in lines) == done.tally.events == 3
