"""What people decide stays: a test for each cell of the table in docs/case.md.

A row is a kind of decision; a column is what comes after it:

    again      a run with nothing new
    joined     a new report of the same happening
    recoded    another codebook reads the figure otherwise (20 instead of 7)
    gone       the page is edited, and the reports that were decided about are no longer told
    corrected  the page is edited, and tells the same of another number (12 instead of 7)
    back       it is edited twice, and in the end tells them as before
"""

import json
from dataclasses import replace

import pytest

from case.coder import MADE_WITH, code
from stemmata.case import add, check, decide, events, history, running, show_event, undo
from stemmata.case import run as run_case
from stemmata.errors import UnknownName

MONITOR = "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
HOSPITAL = "Rockets shelled Marun on 3 March 2021, killing 9, the Hospital said."
ARMY = "Rockets shelled Marun on 3 March 2021, killing 8, the Army said."
OTHER = "Rockets shelled Atarib on 5 March 2021, killing 2, the Monitor said."
NEWER = replace(MADE_WITH, codebook="newer")


@pytest.fixture
def tell(case, write):
    """Add pages, or edit them, and run."""

    def told(**pages):
        for name, text in pages.items():
            line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
            list(add(case, write(f"{name}.jsonl", json.dumps(line | {"published": "2021-03-06"}))))
        return run_case(case, code=code, processes=1)

    return told


@pytest.fixture
def after(case, tell, monkeypatch):
    """Let something come after the decision."""

    def recode(document):
        """A newer codebook: what it takes for the number of the killed is 20."""
        made = code(document)
        reports = [
            replace(one, figures=tuple(replace(f, low=20, high=20) for f in one.figures)) for one in made.reports
        ]
        return replace(made, reports=tuple(reports), made_with=NEWER)

    def come(column):
        match column:
            case "again":
                tell()
            case "joined":
                tell(east=ARMY)
            case "recoded":
                monkeypatch.setattr(running, "current", lambda _: NEWER)
                run_case(case, code=recode, processes=1, again=True)
            case "gone":
                tell(north="Nothing.", south="Nothing.")
            case "corrected":
                tell(north=MONITOR.replace("7", "12"))
            case "back":
                tell(north="Nothing.", south="Nothing.")
                tell(north=MONITOR, south=HOSPITAL)
        assert not list(check(case))

    return come


def listed(case):
    """Type of place, reports, what a person should look at: of every event."""
    return [(one.columns["place"], one.reports, one.columns["flag"]) for one in events(case)]


def killed(case, number=1):
    return show_event(case, number).event.field("killed").chosen


CHANGED = "changed since it was decided: "


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("again", [("Marun", 2, None)]),
        ("joined", [("Marun", 3, f"{CHANGED}reports")]),
        ("recoded", [("Marun", 2, f"{CHANGED}killed")]),
        ("gone", []),
        ("corrected", [("Marun", 2, f"{CHANGED}killed, reports")]),
        ("back", [("Marun", 2, None)]),
    ],
)
def test_accept(case, tell, after, column, expected):
    """It stays accepted, and what changes in it is flagged."""
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "accept", ["E1"])
    after(column)
    assert listed(case) == expected


@pytest.mark.parametrize(
    ("column", "reports"), [("again", 1), ("joined", 2), ("recoded", 1), ("gone", None), ("corrected", 2), ("back", 1)]
)
def test_reject_a_report(case, tell, after, column, reports):
    """Its words stay out whenever they are said; other words are another report."""
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "reject", ["R1"], reason="a film")
    running.refresh(case)
    assert [one[1] for one in listed(case)] == [1]
    after(column)
    assert [one[1] for one in listed(case)] == ([reports] if reports else [])


@pytest.mark.parametrize(
    ("column", "expected"),
    [("again", []), ("joined", [1]), ("recoded", []), ("gone", []), ("corrected", [1]), ("back", [])],
)
def test_reject_an_event(case, tell, after, column, expected):
    """Its reports stay out; one that nobody has rejected makes an event of its own, for people to look at."""
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "reject", ["E1"], reason="a film")
    running.refresh(case)
    assert listed(case) == []
    after(column)
    assert [one[1] for one in listed(case)] == expected


@pytest.mark.parametrize(
    ("column", "holds", "flag"),
    [
        ("again", True, None),
        ("joined", True, None),
        ("recoded", True, f"{CHANGED}killed"),
        ("gone", False, None),
        ("corrected", True, f"{CHANGED}killed"),
        ("back", True, None),
    ],
)
def test_edit(case, tell, after, column, holds, flag):
    """The edit holds, the machine's value changes beside it, and a change of that is flagged."""
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "edit", ["E1"], field="place", value=dict(SITE), reason="the film shows it")
    decide(case, "edit", ["E1"], field="killed", value={"low": 11, "high": 11}, reason="the list")
    after(column)
    found = listed(case)
    assert found == ([("Marun market", 3 if column == "joined" else 2, flag)] if holds else [])
    if holds:
        assert show_event(case, found and events(case)[0].number).event.field("killed").chosen.low != 11


SITE = {"name": "Marun market", "country": "SY", "lat": 35.2, "lon": 36.8, "level": "facility", "radius_m": 100}


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("again", [3]),
        ("joined", [4]),
        ("recoded", [3]),
        ("gone", [1]),
        ("corrected", [3]),
        ("back", [3]),
    ],
)
def test_merge(case, tell, after, column, expected):
    """They stay one; where one side is no longer told, there is nothing to join."""
    tell(north=MONITOR, south=HOSPITAL, west=OTHER)
    decide(case, "merge", ["E1", "E2"], reason="one raid")
    running.refresh(case)
    assert [one[1] for one in listed(case)] == [3]
    after(column)
    assert [one[1] for one in listed(case)] == expected


@pytest.mark.parametrize(
    ("column", "expected"),
    [("again", [1, 1]), ("joined", [1, 2]), ("recoded", [1, 1]), ("gone", []), ("corrected", [1, 1]), ("back", [1, 1])],
)
def test_split(case, tell, after, column, expected):
    """They stay two; a new report goes to one of them and joins them no more."""
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "split", ["E1", "R2"], reason="the day after")
    running.refresh(case)
    after(column)
    assert sorted(one[1] for one in listed(case)) == expected


@pytest.mark.parametrize(
    ("column", "grade", "flag"),
    [
        ("again", "confirmed", None),
        ("joined", "confirmed", None),
        ("recoded", "confirmed", None),
        ("gone", None, None),
        ("corrected", "confirmed", None),
        ("back", "confirmed", None),
    ],
)
def test_grade(case, tell, after, column, grade, flag):
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "grade", ["E1"], value="confirmed", reason="the crater was measured")
    after(column)
    found = events(case)
    assert [one.columns["grade"] for one in found] == ([grade] if grade else [])
    if grade:
        assert show_event(case, found[0].number).event.grade == "corroborated"
        assert found[0].columns["flag"] in (flag, None)


def test_a_grade_is_flagged_when_the_reports_come_to_support_another(case, tell):
    tell(north=MONITOR)
    decide(case, "grade", ["E1"], value="contested", reason="the army denies it on the radio")
    tell(south=HOSPITAL)
    assert listed(case) == [("Marun", 2, f"{CHANGED}grade")]


@pytest.mark.parametrize("column", ["again", "joined", "recoded", "gone", "corrected", "back"])
def test_note(case, tell, after, column):
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "note", ["R1"], value="ask them for the film")
    after(column)
    ((note, holds),) = history(case)
    assert (note.value, holds) == ("ask them for the film", True)
    shown = [one.value for event in events(case) for one in show_event(case, event.number).decisions]
    assert shown == ([] if column == "gone" else ["ask them for the film"])


# ---------------------------------------------------------------------------------- undoing, and what is refused


def test_undoing_is_a_decision_and_can_be_undone(case, tell):
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "split", ["E1", "R2"], reason="the day after")
    running.refresh(case)
    assert len(events(case)) == 2
    undo(case, 1, reason="it was the same day")
    running.refresh(case)
    assert len(events(case)) == 1
    undo(case, 2)
    running.refresh(case)
    assert len(events(case)) == 2
    assert [(one.kind, holds) for one, holds in history(case)] == [("split", True), ("undo", False), ("undo", False)]


def test_an_event_keeps_its_number_when_reports_are_taken_out(case, tell):
    tell(north=MONITOR, south=HOSPITAL)
    decide(case, "split", ["E1", "R1"], reason="the first leaves")
    running.refresh(case)
    assert list(show_event(case, 1).reports) == ["R2"]
    assert list(show_event(case, 2).reports) == ["R1"]


def test_accepting_again_takes_the_flag_away(case, tell):
    tell(north=MONITOR, south=HOSPITAL)
    tell(south="Nothing.")
    assert listed(case) == [("Marun", 1, "lost support: 1 report")]
    decide(case, "accept", ["E1"])
    running.refresh(case)
    assert listed(case) == [("Marun", 1, None)]


def test_every_decision_says_who_and_when_and_why(case, tell):
    tell(north=MONITOR)
    decide(case, "reject", ["E1"], reason="a film", author="ana")
    ((made, _),) = history(case)
    assert (made.author, made.reason, made.keys) == ("ana", "a film", made.keys)
    assert made.seen["values"]["killed"] == {"low": 7, "high": 7}
    assert made.time.tzinfo


@pytest.mark.parametrize(
    ("kind", "targets", "told"),
    [
        ("accept", ["E9"], "There is no E9"),
        ("accept", ["marun"], "neither an event"),
        ("merge", ["E1"], "two events or more"),
        ("merge", ["E1", "R1"], "two events or more"),
        ("split", ["E1"], "the reports that leave it"),
        ("split", ["E1", "R3"], "R3 is no report of E1"),
        ("split", ["E1", "R1", "R2"], "leave at least one in"),
        ("edit", ["R1"], "is an event's"),
        ("grade", ["E1"], "There is no grade"),
        ("forget", ["E1"], "There is no decision 'forget'"),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_kept(case, tell, kind, targets, told):
    tell(north=MONITOR, south=HOSPITAL, west=OTHER)
    with pytest.raises(UnknownName, match=told):
        decide(case, kind, targets, reason="so", value="certain" if kind == "grade" else None)
    assert history(case) == []


def test_what_cannot_be_undone_is_told(case, tell):
    tell(north=MONITOR)
    decide(case, "accept", ["E1"])
    undo(case, 1)
    with pytest.raises(UnknownName, match="taken back already, by 2"):
        undo(case, 1)
    with pytest.raises(UnknownName, match="There is no decision 9"):
        undo(case, 9)
