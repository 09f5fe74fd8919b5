"""`stemmata code`: every output, every input, every exit code."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial

import jsonschema
import pytest

from stemmata.exports import from_json, json_schema


def test_a_page_becomes_a_table(stemmata, page):
    done = stemmata("code", page)
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "Shelling near Marun" in text and "published 6 March 2021" in text
    assert "at least 7 killed" in text and "Marun Monitor" in text
    assert done.stderr == b""


def test_json_fits_the_schema_and_reads_back(stemmata, page):
    done = stemmata("code", page, "--json")
    jsonschema.validate(json.loads(done.stdout), json_schema())
    (coding,) = from_json(done.stdout)
    assert coding.reports and all(s.stands_in(coding.document) for r in coding.reports for s in r.spans())


def test_jsonl_counts_in_the_text_of_the_input(stemmata, tmp_path):
    texts = {"a": "Rebels shelled Atarib on Monday, killing 3 civilians.", "b": "\n Two soldiers  died in Aleppo.\r\n"}
    lines = [json.dumps({"id": name, "text": text, "published": "2021-03-06"}) for name, text in texts.items()]
    (tmp_path / "docs.jsonl").write_text("\n".join(lines))
    done = stemmata("code", "docs.jsonl", "--jsonl")
    coded = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in coded] == ["a", "b"]
    for one in coded:
        assert one["reports"]
        for report in one["reports"]:
            evidence = report["evidence"]
            assert texts[one["id"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_html_is_one_whole_page(stemmata, page):
    text = stemmata("code", page, "--html").stdout.decode()
    assert text.startswith("<!doctype html>") and text.endswith("</html>\n") and "<script" not in text


def test_standard_input_and_what_it_does_not_say(stemmata):
    text = b"Rebels shelled the village of Atarib on Monday, killing 3 civilians."
    done = stemmata("code", "-", "--published", "2021-03-06", "--publisher", "Northern Post", "--json", stdin=text)
    (coding,) = from_json(done.stdout)
    assert coding.document.publisher == "Northern Post"
    assert coding.document.published.isoformat() == "2021-03-06"


def test_output_goes_to_a_file(stemmata, page, tmp_path):
    done = stemmata("code", page, "--json", "-o", "out.json")
    assert (done.returncode, done.stdout) == (0, b"")
    assert from_json((tmp_path / "out.json").read_text())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "page.html"]


def test_what_is_no_file_is_written_to_and_never_replaced(stemmata, page, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    done = stemmata("code", page, "--json", "--output", pipe)
    told, _ = reader.communicate(timeout=20)
    assert done.returncode == 0 and from_json(told.decode())
    assert pipe.is_fifo()


def test_a_page_may_be_replaced_by_its_coding(stemmata, page):
    assert stemmata("code", page, "--html", "-o", page).returncode == 0
    assert "1 document" in page.read_text()


def test_a_folder_that_is_missing_is_told(stemmata, page):
    done = stemmata("code", page, "-o", "nowhere/out.json")
    assert done.returncode == 2 and b"nowhere/out.json" in done.stderr and b"Traceback" not in done.stderr


def test_a_page_that_reports_nothing_says_so(stemmata, quiet):
    done = stemmata("code", quiet)
    assert done.returncode == 0
    assert "No event is reported here." in done.stdout.decode()


def test_what_cannot_be_read_costs_only_itself(stemmata, page, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 20)
    done = stemmata("code", "empty.txt", page, "binary.bin", "gone.html")
    assert done.returncode == 3
    assert "at least 7 killed" in done.stdout.decode()
    told = done.stderr.decode().splitlines()
    assert len(told) == 3
    for line, name in zip(told, ("empty.txt", "binary.bin", "gone.html"), strict=True):
        assert line.startswith("stemmata: ") and name in line


def test_a_name_cannot_command_the_terminal(stemmata):
    assert b"\x1b" not in stemmata("code", "gone\x1b[31m.html").stderr


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(
    "args",
    [
        ["code"],
        ["code", "page.html", "--published", "yesterday"],
        ["code", "page.html", "--xml"],
        ["cdoe", "page.html"],
        ["why", "page.html", "0", "type"],
        ["why", "page.html", "1", "colour"],
        ["score", "page.html"],
    ],
)
def test_a_wrong_call_ends_with_2(stemmata, args):
    done = stemmata(*args)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr and done.stderr


def test_a_reader_that_leaves_is_no_error(page):
    command = f"'{sys.executable}' -m stemmata code '{page}' --json; echo $? >&2"
    done = subprocess.run(["bash", "-c", f"({command}) | true"], capture_output=True, check=False)
    assert done.stderr.decode().split() in (["141"], ["0"])  # 0 where the pipe took all before its reader left


def test_an_interrupt_is_quiet(tmp_path):
    os.mkfifo(tmp_path / "endless")
    command = [sys.executable, "-m", "stemmata", "code", "-"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which a shell's background job ignores
    running = subprocess.Popen(command, preexec_fn=heard, **pipes)
    time.sleep(1.5)  # it waits for standard input by then
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert told.strip() == b""
