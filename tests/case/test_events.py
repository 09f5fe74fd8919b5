"""Events of a case: numbers that stay, versions that replace, support that is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.case import Query, add, check, difference, documents, events, open_case, show_event, show_report
from stemmata.case.numbering import numbers
from stemmata.errors import UnknownName
from stemmata.records import Count

MONITOR = "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
HOSPITAL = "Rockets shelled Marun on 3 March 2021, killing 9, the Hospital said."
OTHER = "The Army bombed Atarib on 4 March 2021."


@pytest.fixture
def told(case, write, run):
    """Add pages of these texts and run; each name is a page, and told again it is edited."""

    def tell(**pages):
        for name, text in pages.items():
            line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
            list(add(case, write(f"{name}.jsonl", json.dumps(line | {"published": "2021-03-05"}))))
        return run(case)

    return tell


def listed(case, **wanted):
    return [
        (one.number, one.columns["type"], one.reports, one.columns["grade"]) for one in events(case, Query(**wanted))
    ]


def test_reports_of_one_happening_are_one_event(case, told):
    told(north=f"{MONITOR} {OTHER}", south=HOSPITAL)
    assert listed(case) == [(1, "shelling", 2, "corroborated"), (2, "bombing", 1, "single")]
    shown = show_event(case, 1)
    assert shown.event.field("killed").span == Count(7, 9)
    assert {one.document.publisher for one in shown.reports.values()} == {"North Post", "South Post"}
    assert not list(check(case))


def test_a_run_with_nothing_new_changes_nothing(told):
    told(north=MONITOR)
    assert told().changes == ()


def test_the_order_in_which_documents_come_does_not_matter(case, told):
    told(south=HOSPITAL)
    told(north=f"{MONITOR} {OTHER}")
    assert sorted(one[1:] for one in listed(case)) == [("bombing", 1, "single"), ("shelling", 2, "corroborated")]


def test_an_edited_page_replaces_its_reports_and_the_difference_is_shown(case, told):
    told(north=MONITOR)
    (change,) = told(north=MONITOR.replace("7", "12")).changes
    assert change.told["values"] == {"killed": [{"low": 7, "high": 7}, {"low": 12, "high": 12}]}
    assert (change.event, change.kind, change.told["edited"]) == (1, "changed", [["R1", "R2"]])
    assert difference(case, 2) == [("-", MONITOR), ("+", MONITOR.replace("7", "12"))]
    assert [one["state"] for one in documents(case)] == ["replaced", "current"]
    assert listed(case) == [(1, "shelling", 1, "single")]
    assert not list(check(case))


def test_a_report_that_an_edited_page_tells_in_the_same_words_stays_in_its_event(case, told):
    told(north=f"{MONITOR} {OTHER}", south=HOSPITAL)
    before = {one.number for one in events(case)}
    told(north=f"Corrected. {MONITOR}")
    assert {one.number for one in events(case)} == before - {2}
    assert show_event(case, 1).columns["grade"] == "corroborated"


def test_an_event_that_lost_support_is_flagged(case, told):
    told(north=MONITOR, south=HOSPITAL)
    told(south="The hospital takes its report back.")
    assert listed(case, flagged=True) == [(1, "shelling", 1, "single")]
    assert show_event(case, 1).columns["flag"] == "lost support: 1 report"


def test_an_event_whose_reports_are_all_gone_says_so(case, told):
    told(north=MONITOR)
    (change,) = told(north="Nothing happened.").changes
    assert change.kind == "gone"
    assert events(case) == []
    with pytest.raises(UnknownName, match=r"Event E1 is gone: .*R1 \(replaced\)"):
        show_event(case, 1)
    told(south=HOSPITAL)
    assert [one.number for one in events(case)] == [2]  # no number is given twice


def test_a_withdrawn_page_counts_no_longer(case, told, monkeypatch):
    from stemmata.case import adding
    from stemmata.errors import Gone

    told(north=MONITOR, south=HOSPITAL)

    def gone(*_, **__):
        raise Gone("it is gone")

    monkeypatch.setattr(adding, "capture", gone)
    list(add(case, "https://south.example/1"))
    (change,) = told().changes
    assert change.told["lost"][0]["why"] == "withdrawn"
    assert listed(case) == [(1, "shelling", 1, "single")]


def test_an_unchanged_event_keeps_its_number_while_others_come_and_go(case, told):
    told(north=MONITOR)
    told(west=OTHER, south=HOSPITAL)
    told(west="Nothing.")
    assert listed(case) == [(1, "shelling", 2, "corroborated")]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"type": "bombing"}, [2]),
        ({"since": "2021-03-04"}, [2]),
        ({"until": "2021-03-03"}, [1]),
        ({"country": "sy"}, [1, 2]),
        ({"country": "IQ"}, []),
        ({"box": (36.75, 36.0, 37.0, 37.0)}, [2]),
        ({"words": "hospital marun"}, [1]),
        ({"words": 'quotation " marks OR'}, []),
        ({"flagged": True}, []),
    ],
)
def test_events_are_found_by_type_day_place_and_words(case, told, wanted, found):
    from datetime import date

    told(north=f"{MONITOR}", south=HOSPITAL, west=OTHER)
    days = {key: date.fromisoformat(value) for key, value in wanted.items() if key in ("since", "until")}
    assert [one.number for one in events(case, Query(**{**wanted, **days}))] == found


def test_a_report_is_shown_with_its_document(case, told):
    told(north=MONITOR)
    kept = show_report(case, 1)
    assert kept.report.evidence.stands_in(kept.document)
    with pytest.raises(UnknownName, match="There is no report R9"):
        show_report(case, 9)


def test_copies_are_kept_with_their_direction(case, told):
    body = " ".join(f"{MONITOR} The mayor of the town asked for help on day {n} of the siege." for n in range(3))
    told(north=body, south=f"{body} (North Post)")
    shown = show_event(case, 1)
    documents_of = {one.document.id for one in shown.reports.values()}
    assert all({one.copy, one.source} <= documents_of for one in shown.copies)


@given(
    st.lists(st.lists(st.integers(1, 30), max_size=6), max_size=8),
    st.dictionaries(st.integers(1, 30), st.integers(1, 9)),
)
def test_no_number_is_given_twice_and_equal_events_keep_theirs(groups, former):
    seen: set[int] = set()
    events_of = []
    for group in groups:
        if fresh := sorted(set(group) - seen):
            events_of.append(fresh)
            seen |= set(fresh)
    given_numbers = numbers(events_of, former, 10)
    assert len(set(given_numbers)) == len(given_numbers)
    again = {report: number for reports, number in zip(events_of, given_numbers, strict=True) for report in reports}
    assert numbers(events_of, again, 100) == given_numbers


def test_a_page_that_says_that_it_was_withdrawn_takes_its_support_away(case, told):
    """The server still gives it out, with other words: they are its new version, and tell of nothing."""
    told(north=MONITOR, south=HOSPITAL)
    (change,) = told(south="This article was withdrawn by its editors.").changes
    assert change.kind == "lost support" and change.told["lost"][0]["why"] == "replaced"
    (event,) = events(case)
    assert event.reports == 1 and event.columns["flag"] == "lost support: 1 report"


@pytest.mark.parametrize(
    ("about", "outside"),
    [
        ("", [None, None]),
        ("from = 2021-03-04", ["before 2021-03-04", None]),
        ("until = 2021-03-03", [None, "after 2021-03-03"]),
        ('region = ["SY"]', [None, None]),
        ('region = ["IQ", "LB"]', ["not in IQ, LB"] * 2),
        ('actors = ["the-army"]', ["none of the actors of interest takes part", None]),
    ],
)
def test_events_outside_of_what_a_case_is_about_are_told_apart(case, told, about, outside):
    """Nothing is left out: the list says of each whether the case is about it, and why not."""
    told(north=f"{MONITOR} {OTHER}")
    file = case.folder / "case.toml"
    kept = [line for line in file.read_text().splitlines() if not line.startswith(("region", "actors"))]
    file.write_text("\n".join(kept).replace("[about]", f"[about]\n{about}"))
    assert [one.outside for one in events(open_case(case.folder))] == outside
