"""A speaker with office, rank and name: "Kharkiv mayor Ivan Kovalenko", "army spokesman Rear Adm. Dan Levi".

Trees make two or three phrases of them, and only together do they tell for whom somebody speaks. A name of a body that
reads like a phrase of other words is whole only in the tables: "Save the Children".
"""

from typing import Final

from stemmata.actors import load_sources
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word

PERSONAL: Final = frozenset({"official", "civilian", "person", "combatant"})
# Words of a name that stand in lower case or break its phrase off: "Haji Mullah al - Rashid".
JOINING: Final = frozenset({"-", "al", "el", "bin", "ibn", "de", "van", "von"})
# Words beside a head among which the name of a body lies: "Doctors Without Borders", "Save the Children".
AROUND: Final = 2


def with_title(passage: Passage, first: Word, last: Word, scene: Scene) -> tuple[Word, Word]:
    """The first and last word of a speaker with the office and rank before the name, and the name behind these."""
    sentence, ranks = passage.sentence, scene.codebook.speakers["rank"]
    if whole := _source(sentence, first, last, scene):
        return whole
    named = first.upos == "PROPN" or _is_title(first, ranks)
    while first.index and named and _is_title(before := sentence.words[first.index - 1], ranks):
        if sentence.child(before, "nmod:poss", "cc") is not None:
            break  # "the government and its ally Russia", "his son Musa"
        opening = clauses.phrase(sentence, before)[0]
        first = opening if opening.index < before.index else before
    titled = _is_title(last, ranks) or (last.upos == "PROPN" and _is_title(first, ranks))
    return first, _name_behind(sentence, last) if titled else last


def _is_title(word: Word, ranks: frozenset[str]) -> bool:
    """Tell whether one person goes by a word before his name; "residents Musa" is two phrases."""
    if word.upos not in ("NOUN", "PROPN", "ADJ") or word.xpos in ("NNS", "NNPS"):
        return False
    low = word.text.lower().rstrip(".")
    return (low in ranks and word.text[0].isupper()) or (word.upos == "NOUN" and counted_class(low) in PERSONAL)


def _name_behind(sentence: Sentence, title: Word) -> Word:
    """The last word of the name right behind a title, else the title."""
    last = title
    for word in sentence.words[title.index + 1 :]:
        if word.upos == "PROPN" and word.text[0].isupper():
            last = word
        elif word.text.lower() not in JOINING or last is title:
            break
    return last


def _source(sentence: Sentence, first: Word, last: Word, scene: Scene) -> tuple[Word, Word] | None:
    """The words of a source that a phrase is cut from, with a small word between: "Save the" and "Children"."""
    words = sentence.words
    behind = words[last.index + 1 : last.index + 1 + AROUND]
    ahead = words[max(0, first.index - AROUND) : first.index]
    if len(behind) == AROUND and behind[0].text == "Without" and behind[1].text[0].isupper():
        ends = first, behind[1]
    elif len(ahead) == AROUND and ahead[1].text.lower() == "the" and ahead[0].text[0].isupper():
        ends = ahead[0], last
    else:
        return None
    whole, own = (_known(scene, a, b) for a, b in (ends, (first, last)))
    return ends if whole is not None and whole != own else None


def _known(scene: Scene, first: Word, last: Word) -> str | None:
    """The id of the source or body that words name."""
    name = scene.document.text[first.start : last.end]
    match = load_sources().resolve(name) or scene.registry.resolve(name, day=scene.day)
    return match.id if match else None
