"""`stemmata score`: the coder against hand-coded documents."""

import json

import pytest

TEXT = "Rebels shelled the village of Atarib on Monday, killing 3 civilians, the mayor said."


@pytest.fixture
def docs(tmp_path):
    file = tmp_path / "docs.jsonl"
    file.write_text(json.dumps({"id": "a", "publisher": "Wire", "published": "2021-03-06", "text": TEXT}))
    return file


def test_a_coding_measured_against_itself_is_perfect(stemmata, docs):
    assert stemmata("code", docs, "--jsonl", "-o", "gold.jsonl").returncode == 0
    done = stemmata("score", docs, "gold.jsonl", "--json")
    result = json.loads(done.stdout)
    assert (result["documents"], result["report score"]) == (1, 1.0)


def test_what_gold_lacks_is_a_false_alarm(stemmata, docs, tmp_path):
    (tmp_path / "gold.jsonl").write_text('{"id": "a", "reports": []}')
    done = stemmata("score", docs, "gold.jsonl", "--errors", "3", "--by", "type")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "false alarms: 1" in text and "shelling" in text and "missed reports: 0" in text


def test_gold_that_quotes_other_words_is_refused(stemmata, docs, tmp_path):
    report = {"type": "shelling", "status": "happened", "evidence": {"text": "Rebel", "start": 1, "end": 6}}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "reports": [report]}))
    done = stemmata("score", docs, "gold.jsonl")
    assert done.returncode == 2
    assert b"gold.jsonl:1" in done.stderr and b"Traceback" not in done.stderr
