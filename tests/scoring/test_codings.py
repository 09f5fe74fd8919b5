"""Broken input is named by file and line, in a sentence."""

import tomllib

import pytest

from stemmata.errors import ScoringError
from stemmata.scoring import score
from stemmata.scoring.codings import FAMILIES
from stemmata.tables import CODEBOOK

from .cases import GOLD, TEXT, as_lines, at, figure, shelling


def refusal(files, coded):
    """What scoring says of a broken coded file."""
    file = files[0].parent / "coded.jsonl"
    file.write_bytes(coded)
    with pytest.raises(ScoringError) as caught:
        score(*files, file)
    return str(caught.value).replace(str(file), "coded.jsonl")


@pytest.mark.parametrize(
    ("coded", "says"),
    [
        (b"\n\n{oops", "coded.jsonl:3: not JSON in UTF-8"),
        (b'{"id": "d\xff"}', "coded.jsonl:1: not JSON in UTF-8"),
        (b"[" * 100_000, "coded.jsonl:1: not JSON in UTF-8"),
        (b"[]", "coded.jsonl:1: no object with a text as `id`"),
        (b'{"id": 7}', "coded.jsonl:1: no object with a text as `id`"),
        (b'{"id": "d", "reports": {}}', "coded.jsonl:1: document d has no list in `reports`"),
        (b'{"id": "x", "reports": []}', "coded.jsonl:1: document x is not among the documents"),
        (b'{"id": "d", "reports": []}\n' * 2, "coded.jsonl:2: document d stands on line 1 already"),
        (b'{"id": "d", "reports": [7]}', "coded.jsonl:1: document d: reports[0] is no object"),
    ],
)
def test_broken_lines(files, coded, says):
    assert refusal(files, coded).startswith(says)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "war"}, "reports[0]: type 'war' is not in the codebook"),
        ({"type": []}, "reports[0]: type [] is not in the codebook"),
        ({"status": None}, "reports[0]: status None is not in the codebook"),
        ({"evidence": None}, "reports[0]: evidence has no text"),
        ({"trigger": {"text": "shelled"}}, "reports[0]: trigger lacks start or end"),
        ({"trigger": {"text": "shelled", "start": 0, "end": 7}}, "characters 0 to 7 are 'Rebels ', not 'shelled'"),
        ({"trigger": {"text": "shelled", "start": -7, "end": -1}}, "characters -7 to -1"),
        ({"initiator": "Rebels"}, "reports[0]: initiator is no list"),
        ({"initiator": [at("Rebels", id=3)]}, "reports[0]: initiator[0]: id cannot be 3"),
        ({"places": [at("Avdara", lat="north")]}, "reports[0]: places[0]: lat cannot be 'north'"),
        ({"places": [at("Avdara", lat=float("inf"), lon=1.0)]}, "reports[0]: places[0]: lat cannot be inf"),
        ({"figures": [figure("a nurse", None, 1, 1)]}, "reports[0]: figures[0]: measure cannot be None"),
        ({"figures": [figure("a nurse", "killed", 1.5, 2)]}, "reports[0]: figures[0]: low cannot be 1.5"),
        ({"when": "Monday"}, "reports[0]: when is no object"),
        ({"when": {"start": "Monday"}}, "reports[0]: when: start and end must be days like 2019-01-21"),
        ({"when": {"start": "2020-03-02", "end": "2020-03-01"}}, "reports[0]: when: it starts after it ends"),
        ({"when": {"text": "Tuesday", "text_start": 25, "text_end": 31}}, "reports[0]: when: characters 25 to 31"),
    ],
)
def test_broken_reports(files, change, says):
    message = refusal(files, as_lines({"id": "d", "reports": [shelling(**change)]}).encode())
    assert message.startswith("coded.jsonl:1: document d: reports[0]")
    assert says in message


def test_a_missing_file_is_named(files):
    with pytest.raises(ScoringError, match=r"nowhere\.jsonl cannot be read \(No such file or directory\)"):
        score(*files, files[0].parent / "nowhere.jsonl")


def test_a_document_without_words(files):
    files[0].write_text(as_lines({"id": "d", "text": None}))
    with pytest.raises(ScoringError, match=r"docs\.jsonl:1: document d has no words"):
        score(*files, [])


def test_a_document_handed_over_twice(files):
    with pytest.raises(ScoringError, match="document d was coded twice"):
        score(*files, [("d", GOLD), ("d", [])])


def test_keys_that_no_rule_asks_for_are_ignored(files):
    result = score(*files, [("d", [shelling(also=[], why={"rule": "x"}), *GOLD[1:]])])
    assert result.scores.report_score == 1


def test_offsets_count_characters_beyond_the_basic_plane(tmp_path):
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold.jsonl"
    docs.write_text(as_lines({"id": "d", "text": "\U0001f6a8 " + TEXT}))
    report = {"type": "clash", "status": "happened", "evidence": {"text": "Rebels", "start": 2, "end": 8}}
    gold.write_text(as_lines({"id": "d", "reports": [report]}))
    assert score(docs, gold, gold).scores.tallies["typed"].right == 1


def test_the_families_are_those_of_the_codebook():
    """The coder joins retold reports within a family, the scorer matches within one: they must not drift apart."""
    types = tomllib.loads((CODEBOOK / "types.toml").read_text())
    assert {name: kind["family"] for name, kind in types.items()} == {
        kind: family for family, kinds in FAMILIES.items() for kind in kinds
    }
