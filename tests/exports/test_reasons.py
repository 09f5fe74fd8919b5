"""Rules in words, and the lines of the codebook."""

import ast
import re
from pathlib import Path

import pytest

import stemmata
from stemmata import code, read
from stemmata.demo import PAGE
from stemmata.errors import CodebookError
from stemmata.exports import FIELDS, reason, values
from stemmata.exports.reasons import load_rules, sentence_of
from stemmata.records import Why

SOURCE = Path(stemmata.__file__).parent
NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@pytest.fixture
def codebook(tmp_path):
    (tmp_path / "rules.toml").write_text('in-slot = "It stands there."\nday = "A day."\nrange = "The first of two."\n')
    (tmp_path / "triggers.csv").write_text("type,form\nshelling,shell\n")
    return tmp_path


def test_a_reason_holds_the_sentence_and_the_line(codebook):
    found = reason(Why("in-slot", "triggers.csv:2 shell"), codebook)
    assert (found.says, found.entry, found.content) == ("It stands there.", "triggers.csv:2 shell", "shelling,shell")


def test_an_entry_of_the_gazetteer_has_no_line(codebook):
    assert reason(Why("in-slot", "geonames:172415"), codebook).content is None


def test_a_range_is_its_rule_for_both_ends(codebook):
    assert reason(Why("day-range"), codebook).says == "The first of two. A day."


@pytest.mark.parametrize(
    ("why", "says"),
    [
        (Why("no-such"), "rules.toml:1: there is no rule 'no-such'"),
        (Why("in-slot", "triggers.csv:9 x"), "triggers.csv:9: there is no such line"),
        (Why("in-slot", "gone.csv:1"), "gone.csv:1: this codebook file is missing"),
    ],
)
def test_a_broken_codebook_is_named(codebook, why, says):
    with pytest.raises(CodebookError, match=re.escape(says)):
        reason(why, codebook)


@pytest.mark.parametrize(
    ("text", "says"),
    [("x = ", "rules.toml: "), ("x = 3", "rule x must be a sentence"), ('x = " "', "rule x must be a sentence")],
)
def test_rules_are_sentences(tmp_path, text, says):
    (tmp_path / "rules.toml").write_text(text)
    with pytest.raises(CodebookError, match=says):
        load_rules(tmp_path)


# The packages in which words joined by hyphens name rules.
RULED = ("coding", "figures", "times")


def _strings(*folders):
    for folder in folders:
        for file in (SOURCE / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node
                if isinstance(node, ast.JoinedStr):
                    yield node


def test_every_rule_of_the_codebook_is_one_of_the_program():
    told = {node.value for node in _strings(*RULED, "places", "actors") if isinstance(node, ast.Constant)}
    made = {
        "".join(p.value if isinstance(p, ast.Constant) else "*" for p in node.values)
        for node in _strings(*RULED, "places")
        if isinstance(node, ast.JoinedStr)
    }
    patterns = [
        re.compile(re.escape(text).replace(r"\*", "[a-z]+")) for text in made if NAME.fullmatch(text.replace("*", "x"))
    ]
    unused = {rule for rule in load_rules() if rule not in told and not any(p.fullmatch(rule) for p in patterns)}
    assert unused - {"range"} == set()


def test_every_rule_has_a_sentence():
    """In the coder, words joined by hyphens name rules."""
    named = {node.value for node in _strings(*RULED) if isinstance(node, ast.Constant) and "-" in node.value}
    rules = {name for name in named if NAME.fullmatch(name)}
    assert {rule for rule in rules if sentence_of(rule) is None} == set()


def test_every_reason_of_a_coded_page_can_be_opened():
    (document,) = read(PAGE)
    for report in code(document).reports:
        for field in FIELDS:
            for value in values(report, field):
                assert value.why is None or all(reason(why).says for why in (value.why, *value.also))
