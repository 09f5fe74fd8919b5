"""Public exports: what is planted in any field of an event stands in no format, and what the public may read stays."""

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from exports import factory
from exports.cases import case_of
from exports.entries import cited, entry
from exports.planting import PERSON, PLANTS, found_in, unpacked
from stemmata.case import Query, decide, new_case, open_case, refresh
from stemmata.case.entries import Entries
from stemmata.errors import BrokenSettings, ExportError
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import NAMES, format_named
from stemmata.exports.formats.format import About
from stemmata.exports.formats.json import as_json, from_json
from stemmata.exports.public import Public, Rules, public_entry
from stemmata.exports.releasing import freeze, since
from stemmata.records import LEFT_OUT, WITHHELD, Count, Site

DOUMA = Site("Douma", "SY", 33.5718, 36.4027, "populated_place", 3000)
MADE_BY_THE_PROGRAM = frozenset(
    """format id number key type grade kind status value relation level hedge unit measure country published known_by
    start end changed rule sha256 replaced""".split()
)
"""Fields that no text of a page ever reaches: ids, days, and names that the codebook gives."""


def douma(**told):
    """The event of `factory.TEXT`, in a town that the gazetteer knows, with something in every field."""
    of = factory.document(id="doc", url="https://post.example/1", author="A. Writer")
    made = entry(1, given=(cited(10, of, factory.shelling(of)),), place=DOUMA, **told)
    body = (
        json.dumps(as_json(made))
        .replace("Marun", "Douma")
        .replace(": 35.1", ": 33.5718")
        .replace(": 36.7", ": 36.4027")
    )
    given = json.loads(body)
    span = {"document": "doc", "start": 0, "end": 8, "quote": "Shelling"}
    given["copies"] = [
        {
            "copy": "doc",
            "source": "doc",
            "kind": "edited",
            "scope": "page",
            "passages": [[span, span]],
            "why": "by the credit",
            "credit": span,
            "via": None,
        }
    ]
    given["decisions"] = [
        {
            "number": 1,
            "kind": "note",
            "author": "ana",
            "time": "2021-03-06T00:00:00+00:00",
            "reason": "seen",
            "field": None,
            "value": "ask the hospital",
        }
    ]
    given["flag"] = "a report is gone"
    for report in given["reports"]:
        report["told"]["places"][0]["candidates"] = [
            {
                "entry": "geonames:1",
                "name": "Douma",
                "country": "SY",
                "lat": 1.0,
                "lon": 2.0,
                "level": "facility",
                "score": 1.0,
            }
        ]
        report["told"]["claimant"][0]["stands_for"] = span
        report["told"]["places"][0]["located"] = {"rule": "place-name", "entry": "geonames:1"}
        report["copied_from"] = "doc"
    for report in given["event"]["reports"]:
        report |= {"joined": ["same place"], "words": "0123456789abcdef"}
    given["event"]["decisions"] = ["noted by ana"]
    given["event"]["sides"] = ["government-of-syria"]
    return from_json(given)


def paths(thing, path=()):
    """Where texts stand in JSON."""
    if isinstance(thing, str):
        yield path
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from paths(value, (*path, key))
    elif isinstance(thing, list):
        for nth, value in enumerate(thing):
            yield from paths(value, (*path, nth))


FREE = [path for path in paths(as_json(douma())) if path[-1] not in MADE_BY_THE_PROGRAM and "decisions" not in path[:1]]
FREE += [("decisions", 0, key) for key in ("author", "reason", "value")]
FREE += [("event", "reports", 0, "published"), ("held", "initiator"), ("held", "target"), ("held", "place", "name")]


def planted(path, told):
    """The event with a text put at a place of its JSON."""
    given = json.loads(json.dumps(as_json(douma())))
    inside = given
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = told
    return from_json(given)


def written(name, *entries):
    """A file of a format, all of its text."""
    form, stream = format_named(name), io.BytesIO()
    kept = [one for one in entries if form.leaves_out(one) is None]
    form.assemble([form.piece(kept)] if kept else [], stream, About("case", datetime(2021, 3, 7, tzinfo=UTC)))
    return unpacked(stream.getvalue())


@pytest.mark.parametrize("path", FREE, ids=lambda path: ".".join(map(str, path)))
def test_what_is_planted_in_any_field_is_withheld(path):
    for told in PLANTS:
        shown = public_entry(planted(path, told), Rules())
        assert isinstance(shown, Public)
        assert found_in(shown.entry) == [], told


@pytest.mark.parametrize("path", FREE, ids=lambda path: ".".join(map(str, path)))
def test_what_is_planted_inside_of_a_text_is_withheld(path):
    for told in PLANTS:
        given = planted(path, f"Two shells hit the house of {told} near Douma")
        assert found_in(public_entry(given, Rules()).entry) == [], told


@pytest.mark.parametrize("name", NAMES)
def test_nothing_planted_stands_in_any_format(name):
    everywhere = [public_entry(planted(path, f"{PERSON}, a baker in Douma"), Rules()).entry for path in FREE]
    assert found_in(written(name, *everywhere)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_be_searched(name):
    """A format that keeps the event shows its place, and the search finds it."""
    kept = [
        one for one in (douma(), planted(("held", "type"), "displacement")) if not format_named(name).leaves_out(one)
    ]
    found = written(name, *kept).casefold()
    assert not kept or "douma" in found or "damas" in found  # Douma lies in the Damascus countryside


def test_what_the_public_may_read_stays():
    shown = public_entry(douma(), Rules()).entry
    assert (shown.place, shown.when) == (douma().place, douma().when)
    assert shown.figures == {"killed": Count(7, None)}
    assert shown.parties("target") == ["villagers"]
    assert shown.reports[0].source.publisher == "Northern Post"
    assert shown.reports[0].source.page == "https://post.example/1"
    assert [one["name"] for one in shown.event["origins"]] == ["the monitor"]
    quote = shown.reports[0].told["evidence"]["quote"]
    assert quote.startswith(
        "Army shells […] at least seven villagers, including two children, near Douma between 3 and 5 March"
    )


def test_what_nobody_needs_is_left_out():
    shown = public_entry(douma(), Rules()).entry
    source = shown.reports[0].source
    assert (source.title, source.author, shown.copies, shown.flag) == (None, None, (), None)
    assert shown.decisions == ()
    assert shown.reports[0].told["also"] == shown.event["decisions"] == []
    assert shown.reports[0].told["places"][0]["candidates"] == []


def test_offsets_stay_honest():
    """Every piece of a shortened or withheld quote stands in the document within the offsets that are told."""
    of = factory.document()
    given = entry(1, given=(cited(10, of, factory.shelling(of)),))
    for span in spans(public_entry(given, Rules()).entry.reports[0].told):
        words, at = of.text[span["start"] : span["end"]], 0
        for piece in span["quote"].replace(WITHHELD, LEFT_OUT).split(LEFT_OUT):
            at = words.index(piece.strip(), at) + len(piece.strip())


def spans(told):
    """Every span of a report."""
    if isinstance(told, dict):
        if told.keys() == {"document", "start", "end", "quote"}:
            yield told
        for value in told.values():
            yield from spans(value)
    elif isinstance(told, list):
        for value in told:
            yield from spans(value)


def test_an_event_that_was_accepted_stays_so_without_who_did_it(told):
    decide(told, "accept", ["E1"], author="ana", reason="seen by ana")
    refresh(told)
    (given,) = Entries(told).read([1])
    shown = public_entry(given, Rules()).entry
    assert given.reviewed
    assert shown.reviewed
    assert "ana" not in json.dumps(as_json(shown))


def test_a_flagged_event_does_not_become_a_reviewed_one(told):
    decide(told, "accept", ["E1"], author="ana")
    refresh(told)
    (given,) = Entries(told).read([1])
    assert not public_entry(replace(given, flag="it lost a report"), Rules()).entry.reviewed


def test_two_fields_that_disagree_still_do_so_where_both_are_withheld():
    given = json.loads(json.dumps(as_json(douma())))
    field = next(one for one in given["event"]["fields"] if one["name"] == "target")
    field["versions"] = [{**field["versions"][0], "value": name} for name in ("Zahir Qabbani", "Samir Tlass")]
    shown = public_entry(from_json(given), Rules()).entry
    assert shown.disputed() == ["target"]
    assert shown.parties("target") == ["villagers"]  # what is held is not what the versions say


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("Hospital Post", {"E1": ["R1"], "E2": ["R2"], "E3": ["R4"]}),  # a publisher: one report of E1
        ("https://hospital.example", {"E1": ["R1"], "E2": ["R2"], "E3": ["R4"]}),  # its address
        ("the Hospital", {"E1": ["R1"], "E2": ["R2"], "E3": ["R4"]}),  # whom a report names
        ("monitor-post", {"E1": ["R3"], "E3": ["R4"]}),  # the only one that tells E2
        ("Nowhere Post", {"E1": ["R1", "R3"], "E2": ["R2"]}),
        ("Elsewhere Post", {"E1": ["R1", "R3"], "E2": ["R2"], "E3": ["R4"]}),
    ],
)
def test_confidential_sources_are_left_out_whole(told, key, left):
    shown = {one.id: public_entry(one, Rules(confidential=(key,))) for one in Entries(told).read([1, 2, 3])}
    kept = {name: one.entry for name, one in shown.items() if isinstance(one, Public)}
    assert {name: [report.id for report in one.reports] for name, one in kept.items()} == left
    for one in kept.values():
        assert all(
            set(version["reports"]) <= set(left[one.id]) for f in one.event["fields"] for version in f["versions"]
        )
    assert all(one == "only confidential sources tell it" for one in shown.values() if isinstance(one, str))


def test_an_event_without_its_confidential_source_is_graded_by_what_is_left(told):
    (both,) = (public_entry(one, Rules()).entry for one in Entries(told).read([1]))
    (one,) = (public_entry(one, Rules(confidential=("Hospital Post",))).entry for one in Entries(told).read([1]))
    assert (both.grade, both.spread("killed")) == ("corroborated", Count(7, 9))
    assert (one.grade, one.spread("killed")) == ("single", Count(7, 7))
    assert len(one.event["origins"]) == 1


@pytest.mark.parametrize(
    ("asof", "delay", "stays"),
    [
        (date(2021, 3, 6), 0, True),  # no delay
        (date(2021, 3, 6), 1, True),  # it ended the day before
        (date(2021, 3, 6), 2, False),
        (date(2021, 6, 1), 30, True),
        (None, 1, False),  # no run: nothing tells how old it is
    ],
)
def test_young_events_are_left_out(asof, delay, stays):
    when = json.loads(json.dumps(as_json(douma())))
    when["reports"][0]["told"]["known_by"] = None
    shown = public_entry(from_json(when), Rules(delay_days=delay, asof=asof))
    assert isinstance(shown, Public) == stays


def test_an_event_without_a_day_is_young():
    given = replace(douma(), held={key: value for key, value in douma().held.items() if key != "when"})
    assert public_entry(given, Rules(delay_days=1, asof=date(2030, 1, 1))) == (
        "younger at the last run than delay_days = 1, or its day is not known"
    )


@pytest.mark.parametrize(
    ("rules", "name", "level"),
    [
        (Rules(), "Douma", "populated_place"),
        (Rules(coarsen="region"), "Damascus Countryside Governorate", "region"),
        (Rules(coarsen="country"), "Syria", "country"),
        (Rules(coarsen_m=10_000), "Damascus Countryside Governorate", "area"),
    ],
)
def test_places_are_told_no_more_exactly_than_the_rules_say(rules, name, level):
    shown = public_entry(douma(), rules).entry
    assert (shown.place.name, shown.place.level) == (name, level)
    assert ("Douma" in json.dumps(as_json(shown))) == (level == "populated_place")
    if level == "area":
        assert shown.place.radius_m >= 10_000
        assert abs(shown.place.lat - DOUMA.lat) < 0.1
        assert (shown.place.lat, shown.place.lon) != (DOUMA.lat, DOUMA.lon)


def test_the_point_of_a_house_is_not_told():
    given = json.loads(
        json.dumps(as_json(douma())).replace("near Douma", "near the house of Zahir").replace("Douma", "Zahir")
    )
    shown = public_entry(from_json(given), Rules()).entry
    assert (shown.place.name, shown.place.lat, shown.place.lon) == (WITHHELD, None, None)
    assert found_in(shown) == []


def test_the_manifest_and_the_loss_report_tell_what_was_withheld(tmp_path):
    case = case_of(
        tmp_path,
        [("a", "Government shells killed Zahir Qabbani, a baker, near Douma on 3 March 2021, Reuters said.")],
        author="Lina Weber",
    )
    done = export(case, Wanted("json", public=Rules()), tmp_path / "out.jsonl")
    manifest = json.loads((tmp_path / "out.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert manifest["public"]
    assert manifest["rules"] == {
        "delay_days": 0, "newest day": None, "coarsen": "place", "coarsen_m": 0, "confidential sources": 0
    }  # fmt: skip
    assert manifest["withheld"]["authors of documents"] == 1
    loss = (tmp_path / "out.jsonl.loss.txt").read_text(encoding="utf-8")
    assert "Withheld: authors of documents (1)." in loss
    for file in tmp_path.glob("out.jsonl*"):
        assert found_in(file.read_text(encoding="utf-8")) == []
    assert done.tally.events == 1


def test_an_export_that_is_not_public_says_so(told, tmp_path):
    assert export(told, Wanted("json"), tmp_path / "out.jsonl").manifest["public"] is False


def test_the_rules_of_the_case_hold(told, tmp_path):
    settings = told.folder / "case.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("confidential = []", 'confidential = ["Monitor Post"]'),
        encoding="utf-8",
    )
    case = open_case(told.folder)
    done = export(case, Wanted("json", public=Rules.of(case.settings)), tmp_path / "out.jsonl")
    assert done.tally.left_out == {"only confidential sources tell it": ["E2"]}
    assert done.tally.withheld["reports of confidential sources"] == 1
    assert done.manifest["rules"]["confidential sources"] == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('coarsen = "street"', "must be one of place, district, region, country"),
        ('confidential = "Clinic"', "must be a list of words"),
        ('confidential = [" "]', "holds an empty name"),
        ("delay_days = -1", "must be a whole number from 0"),
    ],
)
def test_rules_that_cannot_be_are_told_in_a_sentence(tmp_path, line, told):
    case = new_case(tmp_path / "case")
    settings = case.folder / "case.toml"
    settings.write_text(f'name = "case"\n[publication]\n{line}\n', encoding="utf-8")
    with pytest.raises(BrokenSettings, match=told):
        open_case(case.folder)


def test_a_public_file_is_read_back_and_stays_public(tmp_path):
    text = "Government shells killed Zahir Qabbani, a baker, near Douma on 3 March 2021, Reuters said."
    case = case_of(tmp_path, [("a", text)])
    export(case, Wanted("json", public=Rules()), tmp_path / "public.jsonl")
    done = export(tmp_path / "public.jsonl", Wanted("csv"), tmp_path / "public.csv")
    assert done.tally.events == 1
    assert done.manifest["public"]
    assert "Douma" in done.file.read_text(encoding="utf-8")


def test_what_changed_since_a_release_is_not_made_public(told, tmp_path):
    freeze(told)
    with pytest.raises(ExportError, match="stemmata diff"):
        export(told, Wanted("json", public=Rules(), since=since(told, 1)), tmp_path / "public.jsonl")


def test_a_release_is_made_public(told, tmp_path):
    file = freeze(told).file
    done = export(file, Wanted("json", public=Rules()), tmp_path / "public.jsonl")
    assert done.manifest["public"]
    assert done.tally.events == 3


def test_the_words_that_were_searched_for_are_not_told(tmp_path):
    text = "Government shells killed Zahir Qabbani, a baker, near Douma on 3 March 2021, Reuters said."
    case = case_of(tmp_path, [("a", text)])
    done = export(case, Wanted("json", Query(words="Zahir"), public=Rules()), tmp_path / "public.jsonl")
    assert done.tally.events == 1
    assert done.manifest["query"]["words"] == WITHHELD
