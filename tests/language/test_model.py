"""The shipped model: what holds for any text, and what it must get right."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.errors import MissingPart
from stemmata.language import ROOT, Sentence, load_parser
from stemmata.language.model import Model, load_shipped
from stemmata.language.shorthand import written_out

MODEL = load_shipped()
HARD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\u200f\u202e\u2028\u0301\ufeff\u00ad🔥\U0001f1fa قصف 政府 Київ “’—.\n ab'-"),
    ),
    max_size=60,
)


def parse(text: str) -> list[Sentence]:
    return MODEL.parse(text, [(0, len(text))])


def quotes(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in parse(text)]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("IS militants killed nine people in Homs.", ["PROPN"]),  # a name, though the vocabulary has no capitals
        ("They said that IS has left the town.", ["PROPN"]),
        ("The army retook the town from IS on Monday.", ["PROPN"]),
        ("This IS what he said, and that IS a lie.", ["AUX", "AUX"]),  # a verb that somebody stresses
        ("THE MAYOR IS DEAD.", ["AUX"]),  # and one of old wire copy
    ],
)
def test_the_name_is_and_the_verb(text: str, classes: list[str]) -> None:
    assert [word.upos for sentence in parse(text) for word in sentence.words if word.text == "IS"] == classes


@settings(max_examples=60, deadline=None)
@given(HARD, st.integers(0, 60))
def test_every_word_stands_in_the_text_and_every_sentence_is_one_tree(text: str, middle: int) -> None:
    middle = min(middle, len(text))
    stretches = [(0, middle), (middle, len(text))]
    sentences = MODEL.parse(text, stretches)
    words = [word for sentence in sentences for word in sentence.words]
    assert all(written_out(text, word.start, word.end) == word.text for word in words)
    borders = [border for word in words for border in (word.start, word.end)]
    assert borders == sorted(borders)
    for sentence in sentences:
        assert sum(word.head == ROOT for word in sentence.words) == 1
        assert all(len(list(sentence.ancestors(word))) < len(sentence.words) for word in sentence.words)
        assert any(start <= sentence.start and sentence.end <= end for start, end in stretches)
        assert all(0 <= name.first <= name.last < len(sentence.words) for name in sentence.names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army shelled the town. Six people died.", 2),
        ("The U.S. struck Raqqa on Jan. 5. Gen. Smith confirmed it.", 2),  # stops that end nothing
        ("Army Retakes Key Town After Siege", 1),  # a headline
        ("GUNMEN KILLED FOUR POLICEMEN IN MOSUL ON MONDAY. TWO OTHERS WERE HURT.", 2),  # a wire
        ("“We left at night,” he said. “They burned our homes.”", 2),
        ("They fled at 7 p.m. Monday.", 1),
    ],
)
def test_sentence_ends(text: str, expected: int) -> None:
    assert len(quotes(text)) == expected


def test_no_sentence_crosses_a_stretch() -> None:
    text = "Rebels shell the capital Dozens of people were killed on Monday."
    first, second = MODEL.parse(text, [(0, 24), (25, len(text))])
    assert (first.end, second.start) == (24, 25)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Syrian forces took Al Kashmah and As Susah from ISIS.", {"Al Kashmah", "As Susah", "ISIS"}),
        ("Fighters of al-Nusra left Deir ez-Zor.", {"al-Nusra", "Deir ez-Zor"}),
        ("Shells hit Kharkiv on Monday.", {"Kharkiv", "Monday"}),
        ("Hamas fired rockets, Governor Babagana Zulum said.", {"Hamas", "Babagana Zulum"}),
    ],
)
def test_names_are_found_whole(text: str, names: set[str]) -> None:
    (sentence,) = parse(text)
    found = {text[sentence.words[name.first].start : sentence.words[name.last].end] for name in sentence.names}
    assert names <= found


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    text = "The army shelled the town on Monday. " * 40  # several windows
    sentences = parse(text)
    assert len(sentences) == 40
    assert {tuple((word.lemma, word.head, word.deprel) for word in s.words) for s in sentences} == {
        tuple((word.lemma, word.head, word.deprel) for word in sentences[0].words)
    }


def test_a_text_without_any_sentence_end_is_cut_into_windows() -> None:
    text = "bomb " * 1000
    sentences = parse(text)
    assert sum(len(sentence.words) for sentence in sentences) == 1000
    assert max(len(sentence.words) for sentence in sentences) <= 120


def test_words_of_a_hundred_thousand_letters_are_read() -> None:
    words = [word.text for sentence in parse("x" * 100_000 + " exploded.") for word in sentence.words]
    assert words[1:] == ["exploded", "."]


def test_sentences_come_while_the_text_is_still_read() -> None:
    text = "Six people died. " * 200_000
    reading = MODEL.read(text, [(0, len(text))])
    assert [next(reading).end for _ in range(3)] == [16, 33, 50]


def test_given_words_are_kept() -> None:
    text = "Rebels shelled Al-Bab."
    (sentence,) = MODEL.parse_cut(text, [[(0, 6), (7, 14), (15, 21), (21, 22)]])
    assert [word.text for word in sentence.words] == ["Rebels", "shelled", "Al-Bab", "."]


def test_the_fingerprint_is_that_of_the_files() -> None:
    folder = Path(load_shipped.__code__.co_filename).parent / "weights"
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "relations.onnx", "labels.json", "vocabulary.txt", "lemmas.tsv"):
        digest.update((folder / name).read_bytes())
    assert MODEL.fingerprint == f"stemmata-{digest.hexdigest()[:12]}" == load_parser().fingerprint


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"encoder\.onnx"):
        Model(tmp_path)


def test_no_more_than_onnxruntime_and_numpy_are_loaded() -> None:
    code = (
        "import sys; from stemmata.language import load_parser; load_parser();"
        "print([m for m in ('torch', 'spacy', 'py3langid', 'tokenizers', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
