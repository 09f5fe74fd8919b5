"""The run: what is new and only that, whatever fails or dies in between."""

import os
import signal
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from case.coder import MADE_WITH, code
from stemmata.case import add, check, open_case, problems, running, schema
from stemmata.case import run as run_case
from stemmata.case.database import reading
from stemmata.case.locking import only_run
from stemmata.errors import BrokenSettings, BusyCase, CodebookError

FIRST = "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
SECOND = "The Army bombed Atarib on 4 March 2021."


def reports(case):
    """The reports of current documents: number, key, type."""
    report, document = schema.report.c, schema.document.c
    told = select(report.id, report.key, report.type).where(document.id == report.document, document.state == "current")
    with reading(case.engine) as connection:
        return connection.execute(told.order_by(report.id)).all()


def count(case, table):
    with reading(case.engine) as connection:
        return connection.scalar(select(func.count()).select_from(table))


def dies(document):
    """A coder that a crash ends with its process."""
    if "KILL" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return code(document)


def hangs(document):
    """A coder that does not end."""
    if "KILL" in document.text:
        signal.pause()
    return code(document)


def broken(_):
    raise CodebookError("triggers.csv:3: no such type")


def test_what_is_new_is_coded_and_only_that(case, write, run):
    list(add(case, write("a.txt", FIRST)))
    assert (run(case).coded, run(case).coded) == (1, 0)
    list(add(case, write("b.txt", SECOND)))
    ran = run(case)
    assert (ran.coded, ran.reports) == (1, 1)
    assert [one.type for one in reports(case)] == ["shelling", "bombing"]
    assert not list(check(case))


def test_the_reports_of_a_new_version_take_the_place_of_the_old(case, write, run):
    list(add(case, write("a.txt", f"{FIRST} {SECOND}")))
    run(case)
    shelling, _ = reports(case)
    list(add(case, write("a.txt", f"{FIRST} The Army bombed Sarin on 4 March 2021.")))
    run(case)
    same, other = reports(case)
    assert (same.key, other.type) == (shelling.key, "bombing")  # its words did not change
    assert count(case, schema.report) == 4  # those of the old version stay as evidence


def test_a_document_that_fails_is_a_problem_and_the_others_are_coded(case, write, run):
    list(add(case, write("a.txt", f"KILL. {FIRST}")))
    list(add(case, write("b.txt", SECOND)))
    ran = run(case)
    assert (ran.coded, len(ran.problems)) == (1, 1)
    (problem,) = problems(case)
    assert problem.code == "coder-failed"
    assert "no rule foresaw this" in problem.message
    assert run(case).problems == ()  # it is not tried at each run


def test_a_problem_is_tried_again_when_asked_for(case, write, run, monkeypatch):
    monkeypatch.setattr(running, "current", lambda _: MADE_WITH)
    file = write("a.txt", f"KILL. {FIRST}")
    list(add(case, file))
    run(case)
    assert len(run(case, again=True).problems) == 1
    list(add(case, write("a.txt", FIRST)))
    assert run(case).coded == 1
    assert not problems(case)


@pytest.mark.parametrize(("coder", "seconds", "told"), [(dies, 60, "ended with -9"), (hangs, 1, "longer than 1 s")])
def test_a_worker_that_dies_or_hangs_costs_its_document_only(in_sqlite, write, monkeypatch, coder, seconds, told):
    monkeypatch.setattr(running, "DOCUMENT_SECONDS", seconds)
    for n in range(5):
        list(add(in_sqlite, write(f"{n}.txt", f"{'KILL' if n == 2 else n}. {FIRST}")))
    ran = run_case(in_sqlite, code=coder, processes=2)
    assert ran.coded == 4
    assert [problem.code for problem in ran.problems] == ["coder-died"]
    assert told in ran.problems[0].message
    assert not list(check(in_sqlite))


def test_a_broken_codebook_ends_the_run_and_costs_nothing(in_sqlite, write, run):
    for n in range(5):
        list(add(in_sqlite, write(f"{n}.txt", f"{n}. {FIRST}")))
    for processes in (1, 2):
        with pytest.raises(CodebookError, match=r"triggers\.csv:3"):
            run_case(in_sqlite, code=broken, processes=processes)
    assert run(in_sqlite).coded == 5


def test_interrupted_by_the_user_what_is_done_is_kept(in_sqlite, write, run):
    for n in range(5):
        list(add(in_sqlite, write(f"{n}.txt", f"{n}. {FIRST}")))
    done = []

    def interrupted(document):
        done.append(document)
        if len(done) == 3:
            raise KeyboardInterrupt
        return code(document)

    with pytest.raises(KeyboardInterrupt):
        run_case(in_sqlite, code=interrupted, processes=1)
    assert count(in_sqlite, schema.coding) == 2
    assert run(in_sqlite).coded == 3


def test_two_runs_at_once_are_one(case, write, run):
    list(add(case, write("a.txt", FIRST)))
    with only_run(case), pytest.raises(BusyCase, match="Another run works on this case"):
        run(case)
    assert run(case).coded == 1


def test_the_case_is_free_as_soon_as_a_run_has_ended(case):
    for _ in range(20):  # a server closes a connection behind the back of whoever closed it
        with only_run(case):
            pass


def test_what_another_version_coded_is_told_and_coded_anew_when_asked_for(case, write, run, monkeypatch):
    list(add(case, write("a.txt", FIRST)))
    run(case)
    newer = replace(MADE_WITH, codebook="newer")
    monkeypatch.setattr(running, "current", lambda _: newer)

    def coder(document):
        return replace(code(document), made_with=newer)

    list(add(case, write("b.txt", SECOND)))
    assert run_case(case, code=coder).made_otherwise == 1
    before = reports(case)
    assert run_case(case, code=coder, again=True).coded == 1
    assert reports(case) == before  # the same words keep their number
    assert run_case(case, code=coder, again=True).coded == 0


def told_a_region(document, region=()):
    """The coder of these tests, as `stemmata.code` takes the region."""
    coding = code(document)
    return replace(coding, made_with=replace(coding.made_with, region=region))


def test_the_region_of_the_settings_is_told_to_the_coder_and_another_one_codes_anew_when_asked_for(
    in_sqlite, write, monkeypatch
):
    monkeypatch.setattr(running, "code_document", told_a_region)
    monkeypatch.setattr(running, "current", lambda case: replace(MADE_WITH, region=case.settings.region))
    file = in_sqlite.folder / "case.toml"
    list(add(in_sqlite, write("a.txt", FIRST)))
    assert run_case(in_sqlite, processes=1).coded == 1
    file.write_text(file.read_text().replace("region = []", 'region = ["Syria", "IQ"]'))
    case = open_case(in_sqlite.folder)
    list(add(case, write("b.txt", SECOND)))
    ran = run_case(case, processes=1)
    assert (ran.coded, ran.made_otherwise) == (1, 1)
    with reading(case.engine) as connection:
        assert list(connection.scalars(select(schema.coding.c.region))) == [None, "SY IQ"]
    assert run_case(case, processes=1, again=True).coded == 1
    assert run_case(case, processes=1, again=True).coded == 0


def test_a_country_that_is_none_is_told(in_sqlite):
    file = in_sqlite.folder / "case.toml"
    file.write_text(file.read_text().replace("region = []", 'region = ["Narnia"]'))
    with pytest.raises(BrokenSettings, match=r"\[about\] region: There is no country 'Narnia'"):
        open_case(in_sqlite.folder)


def test_a_report_keeps_its_key_when_a_new_codebook_takes_more_of_the_sentence(case, write, run, monkeypatch):
    list(add(case, write("a.txt", f"On Friday {FIRST}")))
    run(case)
    ((number, key, _),) = reports(case)
    monkeypatch.setattr(running, "current", lambda _: replace(MADE_WITH, codebook="newer"))

    def whole(document):
        coding = code(document)
        (report,) = coding.reports
        return replace(coding, reports=(replace(report, evidence=document.span(0, report.evidence.end)),))

    run_case(case, code=whole, again=True)
    assert [(one.id, one.key) for one in reports(case)] == [(number, key)]


def test_progress_is_told(case, write):
    for n in range(3):
        list(add(case, write(f"{n}.txt", f"{n}. {FIRST}")))
    heard = []
    run_case(case, code=code, heard=lambda *told: heard.append(told))
    assert heard[-1] == (3, 3)
