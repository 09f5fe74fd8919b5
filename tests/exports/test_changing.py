"""What changed between two states, event by event, and why; one state and its changes give the other."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import factory
from exports.entries import cited, entries, entry
from stemmata.errors import ExportError
from stemmata.exports.changing.changes import applied, changes
from stemmata.exports.changing.telling import fields, written
from stemmata.exports.formats.json import as_json
from stemmata.exports.taking import Taken
from stemmata.records import Count

DECISION = {"number": 4, "kind": "edit", "author": "ana", "time": "2021-03-08T00:00:00+00:00",
            "reason": "the list of names", "field": "killed", "value": {"low": 9, "high": 9}}  # fmt: skip


def state(*told, title="Marun", **made):
    """A state of a case, in memory."""
    by_number = {one.number: one for one in told}
    made = {"run": 1, "aggregation": "conservative"} | made
    return Taken(title, list(by_number), lambda at: (by_number[one] for one in at), made, (), lambda: True)


def report(number, page="https://post.example/1", publisher="Northern Post", name="doc"):
    """A report of the shelling of Marun."""
    of = factory.document(id=name, url=page, publisher=publisher)
    return cited(number, of, factory.shelling(of))


def event(number, *reports, **told):
    return entry(number, given=tuple(map(report, reports)), **told)


def only(before, after, **more):
    """The one change from one state to the other."""
    (one,) = changes(before, after, **more)
    return one


# ---------------------------------------------------------------------------------------------------- what and why

ANOTHER = report(9, "https://late.example/1", "Late Post", "late")
KILLED_9 = {"killed": Count(9, 9)}


@pytest.mark.parametrize(
    ("before", "after", "kinds", "why"),
    [
        # nothing
        ([event(1, 1)], [event(1, 1)], {}, []),
        ([], [event(1, 1)], {"E1": "added"}, ["new: R1 (Northern Post)"]),
        ([event(1, 1)], [], {"E1": "deleted"}, ["R1 is no longer told"]),
        # a new report of a known event
        (
            [event(1, 1)],
            [entry(1, given=(report(1), ANOTHER), figures=KILLED_9)],
            {"E1": "changed"},
            ["new: R9 (Late Post)"],
        ),
        # two events become one
        (
            [event(1, 1), event(2, 2)],
            [event(1, 1, 2)],
            {"E1": "changed", "E2": "deleted"},
            ["E2 was merged into it, with R2", "R2 went over to E1"],
        ),
        # one becomes two
        (
            [event(1, 1, 2)],
            [event(1, 1), event(2, 2)],
            {"E1": "changed", "E2": "added"},
            ["R2 was split off into E2", "R2 came over from E1"],
        ),
        # a report changes places
        (
            [event(1, 1), event(2, 2, 3)],
            [event(1, 1, 3), event(2, 2)],
            {"E1": "changed", "E2": "changed"},
            ["R3 came over from E2", "R3 went over to E1"],
        ),
        # the page is edited: another report stands in its place
        (
            [event(1, 1, 2)],
            [entry(1, given=(report(1), report(7, name="doc2")))],
            {"E1": "changed"},
            ["new: R7 (Northern Post)", "R2 is of a page that was edited: R7 stands there now"],
        ),
        # a person decides
        (
            [event(1, 1)],
            [event(1, 1, figures=KILLED_9, decisions=(DECISION,))],
            {"E1": "changed"},
            ["decided: edit killed 9, by ana (decision 4): the list of names"],
        ),
        (
            [event(1, 1, decisions=(DECISION,))],
            [event(1, 1)],
            {"E1": "changed"},
            ["taken back or resting: edit killed 9, by ana (decision 4): the list of names"],
        ),
        # nothing that is seen, and another choice among the same reports
        ([event(1, 1)], [event(1, 1, figures=KILLED_9)], {"E1": "changed"}, ["its reports are weighed otherwise"]),
    ],
)
def test_every_change_has_its_reasons(before, after, kinds, why):
    found = list(changes(state(*before), state(*after)))
    assert {one.entry.id: one.kind for one in found} == kinds
    assert [reason for one in found for reason in one.why] == why


def test_a_changed_value_is_told_with_the_old_and_the_new():
    change = only(state(event(1, 1)), state(event(1, 1, figures=KILLED_9, place=None)))
    assert change.fields["killed"] == ({"low": 7, "high": None}, {"low": 9, "high": 9})
    assert fields(change) == ["place: not told, formerly Marun, SY, within 3,000 m", "killed: 9, formerly at least 7"]


def test_another_rule_of_the_case_is_a_reason():
    old, new = state(event(1, 1)), state(event(1, 1, figures=KILLED_9), aggregation="most_supported")
    assert only(old, new).why == (
        "the case chooses among values by another rule: most_supported, formerly conservative",
    )


def test_what_is_read_otherwise_is_told_apart_from_what_is_only_read_by_another_line():
    old = event(1, 1)
    told = old.reports[0].told
    moved = {**told, "status": {**told["status"], "why": {"rule": "told-as-happened", "entry": "triggers.csv:9"}}}
    denied = {**told, "status": {**told["status"], "value": "denied"}}
    by_line, otherwise = (replace(old, reports=(replace(old.reports[0], told=one),)) for one in (moved, denied))
    assert only(state(old), state(by_line)).kind == "retold"
    assert only(state(old), state(by_line)).why == ("only how it was read: sources, offsets or the names of rules",)
    change = only(state(old), state(otherwise))
    assert (change.kind, change.why) == ("changed", ("read otherwise: R1",))
    assert change.fields == {"status": (["happened"], ["denied"])}


def test_who_knows_why_reports_went_is_asked():
    change = only(
        state(event(1, 1, 2)),
        state(event(1, 1)),
        departed=lambda reports: dict.fromkeys(reports, "was rejected by ana (decision 2): a film"),
    )
    assert change.why == ("R2 was rejected by ana (decision 2): a film",)


def test_a_thousand_new_reports_are_told_in_a_line():
    change = only(state(event(1, 1)), state(event(1, *range(1, 1002))))
    (why,) = change.why
    assert why.startswith("new: R2 (Northern Post), ") and why.endswith(" and 995 more")
    gone = only(state(event(1, *range(1, 1002))), state(event(1, 1)))
    assert len(gone.why) == 6 and gone.why[-1] == "995 more reports count no more"


def test_an_event_that_comes_to_be_asked_for_is_added_and_one_that_no_longer_is_is_deleted():
    here, there = event(1, 1), event(1, 1, type="clash")
    came = only(state(here), state(there), asked=lambda one: one.type == "clash")
    went = only(state(there), state(here), asked=lambda one: one.type == "clash")
    assert (came.kind, came.why[0]) == ("added", "it is now among what is asked for")
    assert (went.kind, went.why[0]) == ("deleted", "it is no longer among what is asked for")
    assert not list(changes(state(here), state(there), asked=lambda one: one.type == "aid"))


def test_two_cases_are_not_compared():
    with pytest.raises(ExportError, match="two cases, Marun and Atarib"):
        list(changes(state(event(1, 1)), state(event(1, 1), title="Atarib")))


def test_events_in_disorder_are_refused():
    with pytest.raises(ExportError, match="order of their numbers"):
        list(changes(state(event(2, 1), event(1, 2)), state()))


# ------------------------------------------------------------------------------------- one state and its changes

STATES = st.lists(entries(), max_size=4, unique_by=lambda one: one.number).map(
    lambda found: sorted(found, key=lambda one: one.number)
)


@st.composite
def two_states(draw):
    """Two states that have events in common, some of which changed."""
    before = draw(STATES)
    after = {one.number: one for one in draw(STATES)}
    for one in before:
        kept = draw(st.sampled_from(["same", "gone", "other", "flag"]))
        if kept == "same":
            after[one.number] = one
        elif kept == "other":
            after[one.number] = replace(draw(entries()), number=one.number)
        elif kept == "flag":
            after[one.number] = replace(one, flag=draw(st.none() | st.text(max_size=3)))
    return before, [after[number] for number in sorted(after)]


@given(two_states())
def test_a_state_and_its_changes_give_the_other_state(states):
    before, after = states
    stream = io.StringIO()
    found = list(written(changes(state(*before), state(*after)), stream, {}, {}))
    told = json.loads(stream.getvalue())
    events = {one.id: json.loads(json.dumps(as_json(one))) for one in before}
    for change in told["changes"]:
        applied(change, events)
    assert events == {one.id: json.loads(json.dumps(as_json(one))) for one in after}
    assert all(change["why"] and change["kind"] for change in told["changes"])
    assert sum(told["counts"].values()) == len(found)


@given(STATES)
def test_a_state_does_not_differ_from_itself(told):
    assert not list(changes(state(*told), state(*told)))
