"""Kills `add` and `run` at random moments and looks at what is left: `make bench NAME=kills`.

A case is filled by a process that is killed (-9) at a random moment and started again, over and over, until it comes to
its end. Afterwards `check` must find nothing, and the documents, reports and events must be those of a case that nobody
disturbed. The coder is a plain one, so that the time goes into what is tested: writing.
"""

import argparse
import json
import os
import random
import re
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import select

from benchmarks.results import Row
from stemmata.case import Case, add, check, new_case, open_case, run, running, schema
from stemmata.case.database import reading
from stemmata.records import Coding, Document, MadeWith, Report, Status, Trigger, Where, Why

COMMAND = "make bench NAME=kills"
PAGES, LINES = 12, 40
"""Pages in a folder, and documents in a file beside them."""
TOLD = re.compile(r"shelled (\w+) on day \d+")
WHY = Why("told-as-happened")


def measure(arguments: Sequence[str]) -> list[Row]:
    """How many moments were tried, and what was wrong afterwards."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=50, help="of each command (50)")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args(arguments)
    since = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        adds, runs, faults = kill(Path(folder), options.moments, random.Random(options.seed))
    return [
        Row("moments at which add was killed", adds, "count", COMMAND, floor=50),
        Row("moments at which run was killed", runs, "count", COMMAND, floor=50),
        Row("faults and differences afterwards", len(faults), "count", COMMAND, aim=0),
        Row("time", round(time.monotonic() - since, 1), "s", COMMAND),
    ]


def kill(folder: Path, moments: int, chance: random.Random) -> tuple[int, int, list[str]]:
    """Kill both commands at so many moments; how often each was killed, and what was wrong afterwards."""
    pages = write_pages(folder / "pages")
    running.WRITE_SECONDS = 0.02  # many small writes, so that kills fall between and into them
    undisturbed = new_case(folder / "undisturbed")
    add_seconds, run_seconds = _seconds(lambda: _add(undisturbed, pages)), _seconds(lambda: _run(undisturbed))
    adds = runs = tried = 0
    faults: list[str] = []
    while min(adds, runs) < moments:
        tried += 1
        name = folder / f"disturbed-{tried}"
        new_case(name)
        adds += _until_done(lambda at=name: _add(open_case(at), pages), add_seconds, chance)  # type: ignore[misc]
        runs += _until_done(lambda at=name: _run(open_case(at)), run_seconds, chance)  # type: ignore[misc]
        faults += [*check(open_case(name)), *_differences(undisturbed, open_case(name))]
    return adds, runs, faults


def write_pages(folder: Path) -> Path:
    """A folder of pages and a file of documents, of our own making."""
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.txt").write_text(_text(number), encoding="utf-8")
    lines = (json.dumps({"id": str(number), "text": _text(PAGES + number)}) for number in range(LINES))
    (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _text(number: int) -> str:
    return f"Page {number}. " + " ".join(f"The army shelled Marun{number % 7} on day {day}." for day in range(5))


def plain_coder(document: Document) -> Coding:
    """A report for each sentence like "The army shelled Marun on day 3"."""
    reports = []
    for told in TOLD.finditer(document.text):
        span = document.span(*told.span())
        place = Where(document.span(*told.span(1)), "at", told[1], "SY", 35.0, 36.0, "populated_place", 3000, WHY)
        reports.append(Report("shelling", Status("happened", span, WHY), Trigger(span, WHY), span, places=(place,)))
    time.sleep(0.001)
    return Coding(document, tuple(reports), MadeWith("0", "codebook", "by hand"))


def _add(case: Case, pages: Path) -> None:
    for _ in add(case, str(pages)):
        pass


def _run(case: Case) -> None:
    run(case, code=plain_coder, processes=1)


def _seconds(action: Callable[[], None]) -> float:
    since = time.monotonic()
    action()
    return time.monotonic() - since


def _until_done(action: Callable[[], None], seconds: float, chance: random.Random) -> int:
    """Start an action in a process of its own and kill it, until it comes to its end; how often it was killed."""
    killed = 0
    while _killed(action, chance.uniform(0, seconds)):
        killed += 1
        seconds *= 1.03  # the machine may have become slower since that was measured
    return killed


def _killed(action: Callable[[], None], after: float) -> bool:
    """Tell whether the action's process was killed before its end."""
    child = os.fork()
    if child == 0:
        try:
            action()
            os._exit(0)
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.WEXITSTATUS(status):
        raise RuntimeError("the action failed without being killed")
    return False


def _differences(one: Case, other: Case) -> list[str]:
    """Which tables of two cases tell different things; numbers and times aside."""
    told, page, report = schema.document.c, schema.page.c, schema.report.c
    queries = {
        "documents": select(page.name, told.version, told.state, told.digest).where(page.id == told.page),
        "reports": select(told.name, report.key, report.position, report.type, report.quote).where(
            told.id == report.document
        ),
        "captures": select(schema.capture.c.sha256, schema.capture.c.source, schema.capture.c.file),
        "events": select(told.name, report.key, schema.event.c.type, schema.event.c.grade).where(
            schema.event_report.c.report == report.id,
            schema.event_report.c.event == schema.event.c.id,
            told.id == report.document,
        ),
    }
    found = []
    for name, query in queries.items():
        with reading(one.engine) as first, reading(other.engine) as second:
            if sorted(map(tuple, first.execute(query))) != sorted(map(tuple, second.execute(query))):
                found.append(f"The {name} differ from those of an undisturbed case.")
    return found
