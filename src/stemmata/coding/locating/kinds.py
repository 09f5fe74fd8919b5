"""The words beside a name that say what kind of place it is, or which part of it: "the town of X", "northern X"."""

import calendar
from collections.abc import Sequence
from typing import Final

from stemmata.coding.locating.lists import articles
from stemmata.language.trees import Sentence, Word
from stemmata.places import Gazetteer
from stemmata.places.wording import adjectives, place_words, qualifiers

_MONTHS: Final = frozenset(calendar.month_name[1:])
SIDES: Final = frozenset(
    {
        f"{a}{b}{c}"
        for a in ("north", "south", "")
        for b in ("", "-")
        for c in ("east", "west", "eastern", "western", "ern", "")
    }
    | {"central", "rural", "greater", "upper", "lower", "mid"}
) - {"", "-", "ern", "-ern"}  # fmt: skip
# Words that may stand between a place and the one that it lies in, or its preposition: "Hader in northern Quneitra".
_BETWEEN_WORDS: Final = """
in of the near on outside outskirts local edge side km kilometers kilometres miles about some around a held rebel
government opposition regime army militant controlled besieged occupied , ( ) 's ’s s - at center centre heart middle
entrance parts
"""
# Parts of a river, a lake or a hill by which something lies: "on the shore of Lake Albert".
EDGES: Final = frozenset("shore shores bank banks slopes foot foothills edge edges fringe fringes mouth tip".split())
BETWEEN: Final = SIDES | EDGES | frozenset(_BETWEEN_WORDS.split())
# Kinds only where they stand behind the name: "the Pokrovsk direction", and not "the direction of Pokrovsk".
BEHIND: Final = frozenset({"direction", "directions", "centre", "center", "site", "sites"})
ROADS: Final = frozenset({"road", "rd", "hwy", "highway", "axis", "route", "motorway", "pipeline", "railway", "front"})
# Inhabitants from which a town has villages of its own around it. A judgement.
LARGE: Final = 50_000
BESIDE: Final = BETWEEN - {"in", "near", ","}


def with_roads(sentence: Sentence, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of names, two that a hyphen joins before "road" as one: "the Funtua-Gusau road"."""
    words = sentence.words
    ends = dict(runs)
    roads = [
        (first, ends[last + 2])
        for first, last in runs
        if last + 2 in ends
        and words[last + 1].text in ("-", "–")
        and ends[last + 2] + 1 < len(words)
        and words[ends[last + 2] + 1].text.lower() in ROADS
    ]
    return [*runs, *roads]


def with_kind(sentence: Sentence, first: int, last: int, text: str, gazetteer: Gazetteer) -> tuple[int, int]:
    """The name with the word that makes it a part or an area: "Sabari district", "northern Aleppo countryside"."""
    if between := _qualifiers(sentence, last):
        last += between + 1  # "the Ras Isa oil terminal"
    elif kind_after(sentence, last) and not _opens_name(sentence, first, last, text, gazetteer):
        last += 1
        if sentence.words[last].text.lower() == "border" and kind_after(sentence, last):
            last += 1  # "the Atmeh border crossing"
    if first > 1 and sentence.words[first - 1].text == "-" and sentence.words[first - 2].text in adjectives():
        first -= 2  # "the Kenyan-Somali border"
    elif first > 0 and sentence.words[first - 1].text.lower() in SIDES:
        first -= 1
    elif first > 1 and sentence.words[first - 1].text == "-" and sentence.words[first - 2].text.lower() in SIDES:
        first -= 2
    return first, last


def _qualifiers(sentence: Sentence, last: int) -> int:
    """How many qualifiers stand between a name and the word of its kind: "X oil terminal", "X council ward"."""
    behind = [word.text.lower() for word in sentence.words[last + 1 : last + 4]]
    count = next((n for n, word in enumerate(behind) if word not in qualifiers()), len(behind))
    known = count < len(behind) and place_words().get(behind[count], "direction") not in ("direction", "region")
    return count if known else 0


def _opens_name(sentence: Sentence, first: int, last: int, text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the word of kind behind a name opens another: "the Lagos neighbourhood of Ikeja" is Ikeja.

    "The Sakhour neighbourhood of Aleppo" is not Aleppo: there the name is the one that only few know.
    """
    after = sentence.words[last + 2 : last + 4]
    if len(after) < 2 or after[0].text.lower() != "of" or after[1].upos != "PROPN":
        return False
    runs = ((first, last), proper_run(sentence, after[1]))
    names = [text[sentence.words[a].start : sentence.words[b].end] for a, b in runs]
    bearers = gazetteer.named(names[0])
    outer = place_words().get(sentence.low[runs[1][1] + 1]) if runs[1][1] + 1 < len(sentence.words) else None
    if outer in ("region", "district") and place_words().get(sentence.low[last + 1]) != outer:
        return False  # "the Goma area of North Kivu province"
    word = sentence.words[last + 1]
    kind = place_words().get(word.text.lower())
    if bearers and all(place.level in ("country", "region", "area") for place in bearers):
        return kind in ("town", "quarter", "facility")  # "the West Bank town of Ramallah"
    one, other = (max((place.population for place in gazetteer.named(name)), default=-1) for name in names)
    if not bearers and kind == "town" and other < LARGE and word.text == word.lemma:
        return first > 0 and sentence.low[first - 1] != "of"  # "the Turkoman village of Amerli"
    side = first > 0 and sentence.low[first - 1] in SIDES  # "the northern Lagos neighbourhood of Ikeja"
    return one > other or (side and one == other)  # "the Damascus suburb of Daraya"


def kind_after(sentence: Sentence, last: int) -> bool:
    """Tell whether what is behind a name says its kind: "X district", "X transit site"; "X north of Y" does not."""
    behind = sentence.words[last + 1].text.lower() if last + 1 < len(sentence.words) else ""
    return place_words().get(behind, "direction") != "direction" or _qualifiers(sentence, last) > 0


def kind_before(sentence: Sentence, first: int) -> str | None:
    """The noun that says what kind of place a name is, before it: "the town of X", "the border with X"."""
    words = sentence.words
    if first > 2 and words[first - 3].text.lower() == "in" and words[first - 2].text.lower() == "front":
        return None
    if first > 1 and (joint := words[first - 1].text.lower()) in ("of", "with"):
        for key in (words[first - 2].text.lower(), words[first - 2].lemma.lower()):
            if key not in BEHIND and key in place_words() and (joint == "of" or place_words()[key] == "border"):
                return key
    return None


def proper_run(sentence: Sentence, word: Word) -> tuple[int, int]:
    """The run of proper nouns around a word, with the hyphens and articles inside Arabic names."""
    first = last = word.index
    while first > 0 and _joins(sentence, first - 1, first):
        first -= 1
    while last + 1 < len(sentence.words) and _joins(sentence, last + 1, last):
        last += 1
    apart = last > word.index and sentence.words[last].start > sentence.words[last - 1].end
    if apart and sentence.words[last].text in articles():
        last -= 1  # "the Saudi Hospital as worshippers left"
    return first, last


def _joins(sentence: Sentence, other: int, own: int) -> bool:
    word = sentence.words[other]
    if word.text == "-":
        return sentence.words[min(other, own)].end == sentence.words[max(other, own)].start
    return (word.upos == "PROPN" and word.text not in _MONTHS) or word.text.lower() in articles()
