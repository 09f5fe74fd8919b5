"""A run merges what changed with what it is near to; merging everything anew gives the same."""

import json
from random import Random

import pytest
from sqlalchemy import select, update

from case.coder import POINTS, code
from stemmata.case import add, check, decide, events, history, refresh, schema, undo
from stemmata.case import run as run_case
from stemmata.case.database import reading, writing
from stemmata.errors import UnknownName


def everything(case):
    """All that a run makes, but for what counts up by itself."""
    tables = (schema.event, schema.event_report, schema.event_part, schema.report_cell)
    with reading(case.engine) as connection:
        made = [sorted(map(repr, connection.execute(select(table)))) for table in tables]
        copies = connection.execute(select(schema.copy.c.copy, schema.copy.c.source, schema.copy.c.record))
        return [*made, sorted(map(repr, copies))]


def made_anew(case):
    """The same after everything was merged again."""
    with writing(case.engine) as connection:
        connection.execute(update(schema.run).values(merged=None))
    assert refresh(case) == ()
    return everything(case)


def sentences(chance):
    """Some sentences that the coder knows, on few towns and days, so that many tell of one happening."""
    told = []
    for _ in range(chance.randint(1, 3)):
        who, did = chance.choice(("The Army", "Rockets", "Rebels")), chance.choice(("shelled", "bombed", "raided"))
        day = f" on {chance.randint(1, 4)} March 2021" if chance.random() < 0.8 else ""
        killed = f", killing {chance.choice((2, 7, 7, 9, 30))}" if chance.random() < 0.7 else ""
        says = f", the {chance.choice(('Monitor', 'Hospital', 'Army'))} said" if chance.random() < 0.6 else ""
        told.append(f"{who} {did} {chance.choice(sorted(POINTS))}{day}{killed}{says}.")
    return " ".join(told)


def decided(case, chance):
    """A decision of some kind about what is there; one that cannot be made is none."""
    lines = [f"E{one.number}" for one in events(case)]
    with reading(case.engine) as connection:
        reports = [f"R{number}" for number in connection.scalars(select(schema.event_report.c.report))]
    try:
        match chance.choice(("accept", "reject", "edit", "grade", "merge", "merge", "split", "split", "undo")):
            case "accept":
                decide(case, "accept", [chance.choice(lines)])
            case "reject":
                decide(case, "reject", [chance.choice(reports)])
            case "edit":
                decide(case, "edit", [chance.choice(lines)], field="type", value="clash")
            case "grade":
                decide(case, "grade", [chance.choice(lines)], value="contested")
            case "merge":
                decide(case, "merge", chance.sample(lines, 2))
            case "split":
                decide(case, "split", [chance.choice(lines), chance.choice(reports)])
            case "undo":
                undo(case, chance.choice(history(case))[0].number)
    except (UnknownName, IndexError, ValueError):
        return


@pytest.mark.parametrize("seed", range(12))
def test_what_runs_merge_bit_by_bit_is_what_merging_everything_gives(case, write, seed):
    """Documents that come, are edited and copied, and decisions, in any order: nothing depends on what came when."""
    chance = Random(seed)
    texts = {}
    for step in range(7):
        lines = []
        for _ in range(chance.randint(0, 4)):
            name = f"p{chance.randrange(14)}"
            copied = chance.random() < 0.3 and texts
            texts[name] = f"{chance.choice(sorted(texts.values()))} So it was told." if copied else sentences(chance)
            page = {"id": name, "url": f"https://{name}.example/1", "publisher": f"The {name.title()} Post"}
            lines.append(json.dumps(page | {"text": texts[name], "published": f"2021-03-0{chance.randint(3, 6)}"}))
        if lines:
            list(add(case, write(f"{step}.jsonl", "\n".join(lines))))
            run_case(case, code=code, processes=1)
        for _ in range(chance.randint(0, 2)):
            decided(case, chance)
            refresh(case)
        before = everything(case)
        assert made_anew(case) == before
    assert not list(check(case))


def test_a_decision_that_moves_no_report_merges_nothing(in_sqlite, write, monkeypatch):
    list(add(in_sqlite, write("a.txt", "Rockets shelled Marun on 3 March 2021, killing 7.")))
    run_case(in_sqlite, code=code, processes=1)

    def merges(*_):
        raise AssertionError("it merged")

    monkeypatch.setattr("stemmata.case.updating.remerged", merges)
    for kind, more in (("accept", {}), ("edit", {"field": "killed", "value": {"low": 5, "high": 5}}), ("note", {})):
        decide(in_sqlite, kind, ["E1"], **more)
        assert refresh(in_sqlite) == ()
    decide(in_sqlite, "reject", ["E1"])
    with pytest.raises(AssertionError, match="it merged"):
        refresh(in_sqlite)
