"""Names of armed bodies that no registry knows, by how such bodies are called: "Ansar al-Haqq", "the Kela Liberation
Front", "the Lions of Tirah", "the Azov Brigade". The language model reads places in many of them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from stemmata.coding.syntax.bands import is_acronym
from stemmata.language.trees import Name, Sentence, Word, asked_once
from stemmata.places import load_gazetteer
from stemmata.tables import CODEBOOK, read_table

_NTH: Final = re.compile(r"\d+(?:st|nd|rd|th)")
HYPHENS: Final = frozenset({"-", "‐", "‑", "–"})

# Prepositions behind which letters are those of a zone or a region.
THERE: Final = frozenset({"in", "near", "inside", "outside", "across", "through", "into", "around"})
# Words behind which a name with an article is that of who fights.
FOUGHT: Final = frozenset({"with", "by", "against", "attacked", "ambushed", "fought", "battled", "engaged", "between"})


def with_bands(sentence: Sentence) -> Sentence:
    """The sentence in which the names of armed bodies are names of groups, each as a whole."""
    bands = list(_bands(sentence))
    letters = (name for name in sentence.names if name.kind == "place" and name.first == name.last)
    bands += [Name("group", n.first, n.last) for n in letters if is_body_of_letters(sentence, sentence.words[n.first])]
    if not bands:
        return sentence
    taken = {index for band in bands for index in range(band.first, band.last + 1)}
    kept = (name for name in sentence.names if taken.isdisjoint(range(name.first, name.last + 1)))
    return Sentence(sentence.words, tuple(sorted((*kept, *bands), key=lambda name: name.first)))


def is_body_of_letters(sentence: Sentence, word: Word) -> bool:
    """ "The KLF" of "retaken from the KLF", "clashed with the Shifta": a body by its letters, or by its name with an
    article behind such a word, and not "the UAE" or "in the DMZ"."""
    if word.index == 0 or sentence.low[word.index - 1] != "the":
        return False
    before = sentence.low[word.index - 2] if word.index > 1 else ""
    called = before not in THERE if is_acronym(sentence, word) else before in FOUGHT
    return called and not load_gazetteer().is_place_name(word.text)


def is_band(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word belongs to a name by which armed bodies are called."""
    return any(band.first <= word.index <= band.last for band in _bands(sentence))


@asked_once
def _bands(sentence: Sentence) -> tuple[Name, ...]:
    return () if _words().isdisjoint(sentence.low) else tuple(_found(sentence))


def _found(sentence: Sentence) -> Iterator[Name]:
    words, last, telling = sentence.words, -1, _words()
    for word, low in zip(words, sentence.low, strict=True):
        if word.index <= last or low not in telling or not word.text[:1].isupper():
            continue
        if low in _part("opening"):
            first, last = word.index, _behind(sentence, word.index)
        elif low in _part("of") and sentence.low[word.index + 1 : word.index + 2] == ("of",):
            first, last = word.index, _behind(sentence, word.index + 1)
            last = last if last > word.index + 1 else first
        else:
            first, last = _before(sentence, word), word.index
            caused = low in _part("body") and not _part("cause").isdisjoint(sentence.low[first:last])
            numbered = low in _part("unit") and sentence.low[first][:1].isdigit()
            if low not in _part("end") and not caused and not numbered:
                continue
        if last > first and not load_gazetteer().is_place_name(_text(words[first : last + 1])):  # Lashkar Gah
            yield Name("group", first, last)


def _behind(sentence: Sentence, at: int) -> int:
    """The last word of a name that goes on behind a word: "Haqq" of "Ansar al-Haqq", "Islam" of "Lashkar-e-Islam"."""
    words = sentence.words
    while at + 1 < len(words):
        if at + 3 < len(words) and words[at + 1].text in HYPHENS and words[at + 3].text in HYPHENS:
            at += 4  # "-e-Islam"
        elif at + 3 < len(words) and words[at + 2].text in HYPHENS and words[at + 3].text[:1].isupper():
            at += 3  # "al-Haqq"
        elif words[at + 1].upos == "PROPN" and words[at + 1].text[:1].isupper():
            at += 1
        else:
            break
    return min(at, len(words) - 1)


def _before(sentence: Sentence, end: Word) -> int:
    """The first word of a name that a word ends: all with a capital that the tree hangs on one another."""
    first = end.index
    while first and (first <= (word := sentence.words[first - 1]).head <= end.index or word.head == end.head):
        if not (word.text[:1].isupper() or _NTH.fullmatch(word.text)) or word.upos in ("VERB", "DET", "ADP"):
            break
        first -= 1
    return first


def _text(words: Sequence[Word]) -> str:
    """How words stand in the text, a hyphen close to its neighbours."""
    return " ".join(word.text for word in words).replace(" - ", "-")


@cache
def _part(part: str) -> frozenset[str]:
    rows = read_table(CODEBOOK / "band_names.csv", ("part", "words"))
    return frozenset(word.lower() for row in rows if row["part"] == part for word in row.several("words"))


@cache
def _words() -> frozenset[str]:
    """All words but those for causes, which never tell a band alone."""
    return frozenset().union(*map(_part, ("opening", "of", "end", "unit", "body")))
