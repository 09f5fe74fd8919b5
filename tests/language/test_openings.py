"""The label of a line is no part of the sentence behind it."""

import pytest

from stemmata.language.openings import label_end
from stemmata.language.trees import Parser

LABELS = [
    ("Kaga / Tola: gunmen killed two.", "gunmen"),  # places
    ("Kaga countryside: two held.", "two"),  # with what they are
    ("14:20 – Shells fell on Kaga.", "Shells"),  # the hour, whose colon ends nothing
    ("12 May, night, Kaga - two held.", "two"),  # a day before a dash
    ("Kaga - two held.", "Kaga"),  # a name before a dash may be what is told of
    ("The army said: two held.", "The"),  # a sentence
    ('Kaga: "We fled."', "Kaga"),  # words of whoever is named
    ("Kaga:", "Kaga"),  # nothing stands behind it
]


@pytest.mark.parametrize(("text", "begins"), LABELS)
def test_the_label_of_a_line_ends_where_its_sentence_begins(text: str, begins: str) -> None:
    assert text[label_end(text, 0, len(text)) :].startswith(begins)


def test_a_label_hangs_on_the_sentence_behind_it(parser: Parser) -> None:
    text = "Kaga / Tola: 61 insurgents, incl. 14 fighters, walked in to troops of 21 Bde with their hands up."
    (line,) = parser.parse(text, [(0, len(text))])
    assert line.root.text == "walked"
    assert [w.text for w in line.children(line.root, "nsubj")] == ["insurgents"]
    assert [text[w.start : w.end] for w in line.words[:4]] == ["Kaga", "/", "Tola", ":"]
    assert [w.index for w in line.words] == list(range(len(line.words)))
