"""How far a name reaches: with its article and what a hyphen ties to it, without the day or the side behind it."""

import re
from itertools import pairwise
from typing import Final

from stemmata.actors import load_sources
from stemmata.coding.locating.kinds import SIDES
from stemmata.coding.locating.lists import articles, has_digit, is_numbered, numbered, openings
from stemmata.coding.locating.no_places import DAYS, GIVEN, MONTHS
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence
from stemmata.places import Gazetteer
from stemmata.places.wording import adjectives, place_words

_NTH: Final = re.compile(r"\d+(?:st|nd|rd|th)")
# What is numbered as a unit is: "the 4th Base", "the 2nd Station".
UNITS: Final = frozenset({"base", "station", "post", "headquarters", "hospital"})
# Small words between the hyphens of a name.
JOINTS: Final = frozenset("de du des la le les da do dos sur sous en e of the on al el es ez".split())


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A name without what is none of it: an article before, a mark, a side or a day behind."""
    words = sentence.words
    while (first < last and (words[first].upos in ("DET", "PUNCT", "ADP") and words[first].text[:1].islower())) or (
        first < last and words[first].text in ("-", "'", "(")
    ):
        first += 1
    of = words[last + 1 : last + 2]
    while last > first and (
        words[last].upos in ("PUNCT", "PART")
        or words[last].text in SIDES
        or words[last].text in DAYS
        or (words[last].text.isupper() and load_sources().resolve(words[last].text) is not None)
        or (of and of[0].text == "of" and words[last].text.lower() in SIDES)
    ):
        last -= 1  # "in Malaah Northwest of X", "in Idlib northern Syria", "in Nice Saturday", "in Zabid FNA reports"
    return first, last


def widened(sentence: Sentence, first: int, last: int, text: str, gazetteer: Gazetteer) -> tuple[int, int]:
    """A name with the capitalised words beside it where only together they are one: "New" and "York"."""
    words = sentence.words
    if first > 1 and words[first - 2].end == words[first - 1].start and words[first - 1].end == words[first].start:
        opens = words[first - 1].text in clauses.HYPHENS and words[first - 2].text.lower() in openings()
        first -= 2 * opens  # "Saint-François"
    if first > 1 and words[first - 1].text in clauses.HYPHENS and words[first - 2].text.lower() in articles():
        first -= 2  # "in al- Mogambo"
    if first == last and words[first].text.istitle():
        first -= _opening_behind_the(sentence, first)
    if first == last and words[first].text == "Co" and sentence.low[last + 1 : last + 2] == (".",):
        last += 2 * bool(words[last + 2 : last + 3] and words[last + 2].text[:1].isupper())  # "Co. Tyrone"
    if first == last and words[first].text.lower() in articles() and _is_cut_off(sentence, last):
        last += 2
    if words[last].text.lower() in openings() and words[last + 1 : last + 2] and words[last + 1].text in articles():
        last += 2 * bool(words[last + 2 : last + 3] and words[last + 2].text[:1].isupper())  # "Deir al Balah"
    last = _with_own_kind(sentence, last)
    while (joined := _joined_to(sentence, last)) > last:
        last = joined  # "Saint-François-de-Sales"
    if first == last and first > 0 and has_digit(sentence, last) and is_numbered(sentence, first - 1):
        return first - 1, last  # "Camps 8E"
    if first == last and words[first].text.lower() in numbered() and words[last + 1 : last + 2]:
        return first, last + words[last + 1].text.isdigit()  # "Kilo 16"
    if first == last and first > 0 and words[first - 1].text == words[first].text:
        return first - 1, last  # "Tongo Tongo"
    if first == last and last + 1 < len(words) and words[last + 1].text == words[last].text:
        return first, last + 1
    for more in (2, 1):
        for begin, end in ((first - more, last), (first, last + more)):
            beside = words[max(0, begin) : first] + words[last + 1 : end + 1]
            joints = ("'s", "’s", "-", "of") if more > 1 else ("'s", "’s")
            named = all(w.text[:1].isupper() or w.text in joints for w in beside[:1] + beside[-1:])
            if named and len(beside) == more and gazetteer.is_place_name(text[words[begin].start : words[end].end]):
                return begin, end
    return first, last


def _opening_behind_the(sentence: Sentence, kind: int) -> int:
    """How many words before that of its kind belong to a name: "Indonesian" Hospital, "May 22" Hospital, "50th" Street.

    Streets, squares and hospitals are called by the country that built them, by a day, or by a number.
    """
    words, low = sentence.words, sentence.low
    if kind == 0 or place_words().get(low[kind]) not in ("facility", "quarter"):
        return 0
    if low[kind] in GIVEN and words[kind - 1].text in adjectives():
        return 1
    if _NTH.fullmatch(low[kind - 1]) and low[kind] not in UNITS:
        return 1
    pair = words[max(0, kind - 2) : kind]
    opening = kind == 3 and low[0] in ("on", "by", "since")  # "On May 22 Hospital Street was shelled"
    day = len(pair) == 2 and not opening and any(w.text in MONTHS for w in pair) and any(w.text.isdigit() for w in pair)
    return 2 if day else 0


def _is_cut_off(sentence: Sentence, article: int) -> bool:
    """Tell whether an article is all that is left of a name: "al" of "al- Mogambo"."""
    behind = sentence.words[article + 1 : article + 3]
    return len(behind) == 2 and behind[0].text in clauses.HYPHENS and behind[1].text[:1].isupper()


def _with_own_kind(sentence: Sentence, last: int) -> int:
    """The last word of a name that ends in its kind: "St. Francis" and "Catholic Church"."""
    for word in sentence.words[last + 1 : last + 4]:
        if not word.text[:1].isupper() or word.upos not in ("PROPN", "ADJ", "NOUN"):
            return last
        if place_words().get(word.text.lower()) == "facility":
            return word.index
    return last


def _joined_to(sentence: Sentence, last: int) -> int:
    """The last word that hyphens and a small word tie to a name: "-de-Sales"; the given one where nothing does."""
    behind = sentence.words[last : last + 5]
    if len(behind) < 5 or any(a.end != b.start for a, b in pairwise(behind)):
        return last
    hyphens = behind[1].text in clauses.HYPHENS and behind[3].text in clauses.HYPHENS
    return last + 4 if hyphens and behind[2].text in JOINTS and behind[4].text[:1].isupper() else last
