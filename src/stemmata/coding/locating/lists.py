"""Takes apart what a text writes as one name: "Deir Ezzor Aleppo", "the towns of Arbin Jisreen and Otoya".

Copies of news at times come without their commas. What is known apart and not together is two; in a text without any
comma a row of names before "and", or beside "towns" or "districts", is a list.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from stemmata.language.trees import Sentence
from stemmata.places import Gazetteer
from stemmata.places.wording import place_words
from stemmata.tables import CODEBOOK, read_table

# Words of the longest name.
LONGEST: Final = 4
# What a name costs by how it is known, set by judgement: the cheapest row of names is taken.
KNOWN, OPENED, TIED, UNKNOWN, BARE = 1.0, 1.5, 1.8, 2.0, 4.0
JOINTS: Final = frozenset({"and", "or", "&"})
HYPHENS: Final = frozenset({"-", "–"})

Run = tuple[int, int]


def take_apart(sentence: Sentence, run: Run, gazetteer: Gazetteer, *, no_commas: bool) -> list[Run]:
    """The names in a run of words that stands as one; itself where it is one.

    Args:
        sentence: where it stands.
        run: its first and last word.
        gazetteer: where names are known.
        no_commas: whether the text lost its commas.
    """
    units = list(_units(sentence, run))
    if len(units) < 2 or gazetteer.is_place_name(text_of(sentence, run)):
        return [run]
    named = _cheapest(sentence, units, gazetteer)
    known = [gazetteer.is_place_name(text_of(sentence, name)) for name in named]
    if all(known) and _together(sentence, named, gazetteer):
        return named
    opened = [sentence.words[first].text.lower() in openings() for first, _ in named]
    if no_commas and (known[0] or opened[0]) and all(opened[1:]):
        return named  # "in Hama Marj al-Sultan"
    return named if no_commas and _is_list(sentence, run) else [run]


def numbered_beside(sentence: Sentence, run: Run) -> Iterator[Run]:
    """The numbers listed behind a name that has one: 8W and 9 of "Camps 8E, 8W and 9"."""
    first, last = run
    if is_numbered(sentence, first) and has_digit(sentence, last):
        beside = [w for n in range(first, last + 1) for w in sentence.children(sentence.words[n], "conj", "appos")]
        for word in (*beside, *(w for one in beside for w in sentence.children(one, "conj"))):
            if has_digit(sentence, word.index):
                yield word.index, word.index


def is_numbered(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is one that a number completes to a name: "Camps"."""
    return sentence.low[index].removesuffix("s") in numbered()


def has_digit(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a number, which may have a letter: "8E"."""
    return any(char.isdigit() for char in sentence.words[index].text)


def _units(sentence: Sentence, run: Run) -> Iterator[Run]:
    """The words of a run, with their articles and what a hyphen joins: "al-Midan"."""
    first, last = run
    begin = first
    for index in range(first, last + 1):
        word, after = sentence.words[index], sentence.words[min(index + 1, last)]
        hyphen = word.text in HYPHENS or after.text in HYPHENS
        article = word.text.lower() in articles() and index < last
        kind = index < last and after.text.islower() and after.text not in articles()  # "al-Rmeili mountain"
        if not hyphen and not article and not kind:
            yield begin, index
            begin = index + 1
    if begin <= last:
        yield begin, last


def _cheapest(sentence: Sentence, units: Sequence[Run], gazetteer: Gazetteer) -> list[Run]:
    """The units joined into the row of names that costs least."""
    best: list[tuple[float, list[Run]]] = [(0.0, [])]
    for end in range(1, len(units) + 1):
        options = []
        for begin in range(max(0, end - LONGEST), end):
            name = (units[begin][0], units[end - 1][1])
            cost = _cost(sentence, units[begin:end], name, gazetteer)
            if cost is not None:
                options.append((best[begin][0] + cost, [*best[begin][1], name]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def _cost(sentence: Sentence, units: Sequence[Run], name: Run, gazetteer: Gazetteer) -> float | None:
    if gazetteer.is_place_name(text_of(sentence, name)):
        return KNOWN
    closed = sentence.low[name[1]] in closings()
    if len(units) == 1:
        return BARE if closed else UNKNOWN
    if len(units) > 2:
        return None
    opener, (begin, end) = sentence.words[units[0][0]], units[1]
    if closed or opener.text.lower() in openings():
        return OPENED
    tied = sentence.words[begin].text.lower() in articles() and begin < end
    free = (
        gazetteer.is_place_name(text_of(sentence, units[0])) or sentence.words[units[0][0]].text.lower() in articles()
    )
    return TIED if tied and not free else None  # "Saif al-Dawleh"


def _together(sentence: Sentence, names: Sequence[Run], gazetteer: Gazetteer) -> bool:
    """Tell whether names are those of places of one country, none of which is only a hamlet."""
    bearers = [gazetteer.named(text_of(sentence, name)) for name in names]
    large = [{p.country for p in found if p.population or p.level != "populated_place"} for found in bearers]
    return bool(set.intersection(*large))


def _is_list(sentence: Sentence, run: Run) -> bool:
    """Tell whether "and", or a word for several places, stands with a run."""
    words, (first, last) = sentence.words, run
    after = [w.text.lower() for w in words[last + 1 : last + 3]]
    behind = words[last + 2 : last + 5]
    named = any(w.text[:1].isupper() or w.text.lower() in place_words() for w in behind)
    if after[:1] and after[0] in JOINTS and not named:
        return False  # "near al-Tloul al-Sud and points 90 and 91"
    before = [w.text.lower() for w in words[max(0, first - 2) : first]]
    plural = [w for w in (*after[:1], *(before[:1] if before[-1:] == ["of"] else ())) if w.endswith("s")]
    joined = (
        after[:1] if after[:1] and after[0] in JOINTS else after[1:] if after[:1] and after[0] in place_words() else []
    )
    return any(word in JOINTS for word in joined) or any(word in place_words() for word in plural)


def text_of(sentence: Sentence, run: Run) -> str:
    """A run of words as it stands in the text, blanks as one: "al-Bab"."""
    words = sentence.words[run[0] : run[1] + 1]
    parts = [w.text + (" " if after.start > w.end else "") for w, after in pairwise(words)]
    return "".join(parts) + words[-1].text


@cache
def articles() -> frozenset[str]:
    """The articles inside names: "al", "ez"."""
    return _opening_words("article")


@cache
def openings() -> frozenset[str]:
    """Words that open a name and are none by themselves: "Tell", "Umm", "Santa"."""
    return _opening_words("opening")


@cache
def closings() -> frozenset[str]:
    """Words that tell which of the places of one name is meant: "Sharqi" of "al-Nashwa al-Sharqi"."""
    return _opening_words("closing")


@cache
def numbered() -> frozenset[str]:
    """Words that a number completes to a name: "Kilo 16"."""
    return _opening_words("numbered")


def _opening_words(kind: str) -> frozenset[str]:
    rows = read_table(CODEBOOK / "name_openings.csv", ("word", "kind"))
    return frozenset(row["word"] for row in rows if row["kind"] == kind)
