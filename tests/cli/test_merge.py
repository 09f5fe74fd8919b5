"""`stemmata merge`: documents in, events and copies out."""

import json

TEXTS = [
    ("a", "Harbour Wire", "Army shells killed seven villagers in Atarib on Friday, the mayor of the town said."),
    ("b", "Evening Mail", "Seven people were killed on Friday when shells hit Atarib, according to the town's clinic."),
    ("c", "Lagoon Daily", "On Thursday, soldiers captured the town of Saraqib from the rebels, a monitor said."),
]


def stories(tmp_path):
    lines = [
        json.dumps({"id": name, "publisher": by, "published": "2021-03-06", "text": text}) for name, by, text in TEXTS
    ]
    (tmp_path / "story.jsonl").write_text("\n".join(lines))
    return "story.jsonl"


def test_documents_become_events_whose_evidence_stands_in_the_input(stemmata, tmp_path):
    done = stemmata("merge", stories(tmp_path), "--json")
    assert done.returncode == 0, done.stderr
    merged = json.loads(done.stdout)
    together = {report["doc"] for event in merged["events"] for report in event["reports"] if len(event["reports"]) > 1}
    assert together == {"a", "b"} and merged["copies"] == []
    texts = {name: text for name, _, text in TEXTS}
    for event in merged["events"]:
        assert event["independent"] == len(event["origins"]) and event["grade"] and event["reasons"]
        for report in event["reports"]:
            evidence = report["evidence"]
            assert texts[report["doc"]][evidence["start"] : evidence["end"]] == evidence["text"]


def test_people_read_who_says_what(stemmata, tmp_path):
    text = stemmata("merge", stories(tmp_path)).stdout.decode()
    assert "shelling · Al Atārib" in text and "killed 7" in text and "corroborated: two origins" in text


def test_what_cannot_be_read_is_told_and_the_rest_is_merged(stemmata, tmp_path):
    done = stemmata("merge", stories(tmp_path), "missing.html", "--json")
    assert done.returncode == 3 and b"missing.html" in done.stderr
    assert json.loads(done.stdout)["events"]
