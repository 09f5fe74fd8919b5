"""Finds the places that a document names: in each sentence their words, their relation, and what they lie in.

A name is taken for a place when the language model says so, when a word for a kind of place stands with it
("the town of X", "X district"), or when it follows a preposition of place and the gazetteer knows it. Names
that the registry knows as actors are none.
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast, get_args

from stemmata.actors import Registry
from stemmata.coding import clauses
from stemmata.coding.passages import PlaceName
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places import Gazetteer, Mention, countries_told
from stemmata.places.resolution import place_words
from stemmata.records import Relation
from stemmata.tables import CODEBOOK, read_table

SIDES = frozenset(
    {
        f"{a}{b}{c}"
        for a in ("north", "south", "")
        for b in ("", "-")
        for c in ("east", "west", "eastern", "western", "ern", "")
    }
    | {"central", "rural", "greater", "upper", "lower", "mid"}
) - {"", "-", "ern", "-ern"}  # fmt: skip
LEVELS = ("facility", "populated_place", "district", "region", "country")
# Words that may stand between a place and the one that it lies in: "Hader in northern Quneitra".
_BETWEEN_WORDS = """
in of the near on outside outskirts edge side km kilometers kilometres miles about some around a held rebel government
opposition , ( ) 's ’s s -
"""
BETWEEN = SIDES | frozenset(_BETWEEN_WORDS.split())
BESIDE = BETWEEN - {"in", "near", ","}
# How many words may stand between a place and the one that it lies in.
CHAIN = 9
# Prepositions after which a capitalised name that the gazetteer knows is a place.
PLACE_CASES = frozenset("in near at outside around inside across throughout from to toward towards into".split())
MONTHS = frozenset(calendar.month_name[1:])
# Days, also as they stand without their apostrophe ("Saturdays blast").
DAYS = frozenset(day + end for day in calendar.day_name for end in ("", "s"))


@cache
def load_relations(folder: Path = CODEBOOK) -> Mapping[tuple[str, ...], Relation]:
    """The relation that each preposition gives, by its words, longest first."""
    found: dict[tuple[str, ...], Relation] = {}
    for row in read_table(folder / "relations.csv", ("form", "relation")):
        relation = cast(Relation, row.one_of("relation", get_args(Relation)))
        found |= {tuple(form.split()): relation for form in row.several("form")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def adjectives(folder: Path = CODEBOOK) -> frozenset[str]:
    """The adjectives of countries: "Syrian" names no place."""
    rows = read_table(folder / "countries.csv", ("iso2", "iso3", "name", "aliases", "adjectives", "seats"))
    return frozenset(word for row in rows for word in row.several("adjectives"))


def find_places(
    sentences: Sequence[Sentence], text: str, gazetteer: Gazetteer, registry: Registry
) -> tuple[list[list[PlaceName]], list[str]]:
    """The places of each sentence, resolved together, and the countries they lie in, most named first."""
    found = [list(_names(sentence, text, gazetteer, registry)) for sentence in sentences]
    mentions = [_mention(s, name, names, text) for s, names in zip(sentences, found, strict=True) for name in names]
    resolved = iter(gazetteer.resolve(mentions, countries=countries_told(text)))
    lists = []
    for sentence, names in zip(sentences, found, strict=True):
        lists.append(_chains(sentence, [replace(name, resolved=next(resolved)) for name in names]))
    counts: dict[str, int] = {}
    for place in (p for places in lists for p in places):
        if place.resolved and place.resolved.country:
            counts[place.resolved.country] = counts.get(place.resolved.country, 0) + 1
    return lists, sorted(counts, key=lambda country: -counts[country])


def _mention(sentence: Sentence, name: PlaceName, names: Sequence[PlaceName], text: str) -> Mention:
    return Mention(
        text=text[sentence.words[name.first].start : sentence.words[name.last].end],
        start=sentence.words[name.first].start,
        within=_container_text(sentence, name, names, text),
        kind_word=_kind_before(sentence, name.first),
    )


def _names(sentence: Sentence, text: str, gazetteer: Gazetteer, registry: Registry) -> Iterator[PlaceName]:
    taken: set[int] = set()
    for first, last in sorted(_runs(sentence, text, gazetteer), key=lambda run: (run[0] - run[1], run[0])):
        first, last = _trimmed(sentence, first, last)
        if taken & set(range(first, last + 1)) or _is_actor(sentence, first, last, registry):
            continue
        first, last = _with_kind(sentence, first, last)
        taken |= set(range(first, last + 1))
        yield _place(sentence, first, last)


def _runs(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The first and last word of everything that may be a place's name."""
    named = {i: name for name in sentence.names for i in range(name.first, name.last + 1)}
    for name in sentence.names:
        if name.kind in ("place", "facility"):
            yield name.first, name.last
    for word in sentence.words:
        if (
            word.upos != "PROPN"
            or word.text in MONTHS | DAYS
            or (word.index in named and named[word.index].kind in ("place", "facility", "time"))
        ):
            continue
        first, last = _proper_run(sentence, word)
        if _kind_before(sentence, first) or _kind_after(sentence, last) or _listed_with_kind(sentence, word):
            yield first, last
        elif _after_place_case(sentence, word) and (word.index not in named or named[word.index].kind != "time"):
            run = text[sentence.words[first].start : sentence.words[last].end]
            if gazetteer.is_place_name(run):
                yield first, last
            elif gazetteer.is_place_name(word.text) and first == last:
                yield word.index, word.index


def _proper_run(sentence: Sentence, word: Word) -> tuple[int, int]:
    """The run of proper nouns around a word, with the hyphens and articles inside Arabic names."""
    first = last = word.index
    while first > 0 and _joins(sentence, first - 1, first):
        first -= 1
    while last + 1 < len(sentence.words) and _joins(sentence, last + 1, last):
        last += 1
    return first, last


def _joins(sentence: Sentence, other: int, own: int) -> bool:
    word = sentence.words[other]
    if word.text == "-":
        return sentence.words[min(other, own)].end == sentence.words[max(other, own)].start
    return (word.upos == "PROPN" and word.text not in MONTHS) or word.text.lower() in (
        "al",
        "as",
        "ad",
        "an",
        "ar",
        "az",
        "ash",
        "el",
        "ez",
    )


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    words = sentence.words
    while (first < last and (words[first].upos in ("DET", "PUNCT", "ADP") and words[first].text[:1].islower())) or (
        first < last and words[first].text in ("-", "'", "(")
    ):
        first += 1
    while last > first and words[last].upos in ("PUNCT", "PART"):
        last -= 1
    return first, last


def _is_actor(sentence: Sentence, first: int, last: int, registry: Registry) -> bool:
    """Tell whether a name is an actor's (not a state's, whose name is its country's) or only modifies a body's."""
    words = sentence.words[first : last + 1]
    if all(w.text in DAYS for w in words):
        return True
    if all(w.upos == "ADJ" or w.text in adjectives() or w.text.lower() in place_words() for w in words):
        return True
    match = registry.resolve(" ".join(w.text for w in words), head=words[-1].text)
    if match is not None and not match.id.startswith("government-of-"):
        return True
    head = _head(sentence, first, last)
    above = sentence.head(head)
    if above is None or not matches(head.deprel, ("compound", "amod", "nmod:poss")) or above.index <= last:
        return False
    if above.lemma.lower() in place_words():
        return False
    begin, end = clauses.phrase(sentence, above)
    body = registry.resolve(" ".join(w.text for w in sentence.words[begin.index : end.index + 1]), head=above.text)
    return above.upos == "PROPN" or body is not None


def _with_kind(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The name with the word that makes it a part or an area: "Sabari district", "northern Aleppo countryside"."""
    if _kind_after(sentence, last):
        last += 1
    if first > 0 and sentence.words[first - 1].text.lower() in SIDES:
        first -= 1
    elif first > 1 and sentence.words[first - 1].text == "-" and sentence.words[first - 2].text.lower() in SIDES:
        first -= 2
    return first, last


def _kind_after(sentence: Sentence, last: int) -> bool:
    return last + 1 < len(sentence.words) and sentence.words[last + 1].text.lower() in place_words()


def _kind_before(sentence: Sentence, first: int) -> str | None:
    """The noun that says what kind of place a name is, before it: "the town of X"."""
    words = sentence.words
    if first > 1 and words[first - 1].text.lower() == "of":
        for key in (words[first - 2].text.lower(), words[first - 2].lemma.lower()):
            if key in place_words():
                return key
    return None


def _listed_with_kind(sentence: Sentence, word: Word) -> bool:
    """Tell whether a name is a later member of a list that a kind word opens: "the towns of A, B and C"."""
    head = sentence.head(word)
    while head is not None and matches(word.deprel, ("flat", "compound")):
        word, head = head, sentence.head(head)
    return (
        head is not None
        and word.deprel == "conj"
        and _kind_before(sentence, _proper_run(sentence, head)[0]) is not None
    )


def _after_place_case(sentence: Sentence, word: Word) -> bool:
    head = sentence.head(word)
    first = head if word.deprel in ("conj", "flat") and head is not None else word
    return bool(clauses.cases(sentence, first) & PLACE_CASES)


def _head(sentence: Sentence, first: int, last: int) -> Word:
    """The word of a run that governs the others."""
    for index in range(first, last + 1):
        if not first <= sentence.words[index].head <= last:
            return sentence.words[index]
    return sentence.words[last]


def _place(sentence: Sentence, first: int, last: int) -> PlaceName:
    head = _head(sentence, first, last)
    relation, rule = _relation(sentence, first, head)
    return PlaceName(first, last, head, relation, rule, None)


def _relation(sentence: Sentence, first: int, head: Word) -> tuple[Relation, str]:
    """What the preposition before a name says; words of kind and side stand between."""
    words = [w.text.lower() for w in sentence.words[:first]]
    begin = first
    while begin > 0 and (
        words[begin - 1] in place_words()
        or words[begin - 1] in BESIDE
        or sentence.words[begin - 1].upos in ("ADJ", "DET", "NUM")
    ):
        begin -= 1
    relations = load_relations()
    for length in range(max(map(len, relations)), 0, -1):
        for end in range(first, max(begin, length) - 1, -1):
            if relation := relations.get(tuple(words[end - length : end])):
                return relation, "place-preposition"
    if head.deprel == "conj" and (opening := sentence.head(head)) is not None:
        for case in sorted(clauses.cases(sentence, opening)):
            if relation_ := load_relations().get((case,)):
                return relation_, "place-in-list"
    return "at", "place-without-preposition"


def _container_text(sentence: Sentence, name: PlaceName, names: Sequence[PlaceName], text: str) -> str | None:
    """The text of the place told right after, as in "Marjah, Helmand province" or "Hader in Quneitra"."""
    for other in names:
        if 0 < other.first - name.last <= CHAIN and _links(sentence, name, other):
            return text[sentence.words[other.first].start : sentence.words[other.last].end]
    return None


def _links(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
    return all(word in BETWEEN or word in place_words() or word.isdigit() for word in between)


def _chains(sentence: Sentence, names: list[PlaceName]) -> list[PlaceName]:
    """Mark each place that only says where another one lies."""
    out = list(names)
    for n, name in enumerate(names):
        for m, other in enumerate(names):
            if n != m and out[m].inside is None and _lies_in(sentence, name, other):
                out[m] = replace(other, inside=n)
    return out


def _lies_in(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Tell whether the second place is told to say where the first lies."""
    if other.head.deprel == "conj" and other.head.head in (name.head.index, name.head.head):
        return False  # members of a list lie beside each other
    if 0 < other.first - name.last <= CHAIN and _links(sentence, name, other):
        between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
        if (between and between[0] != ",") or _wider(name, other):
            return True
    if sentence.words[other.last].text.lower() in ("'s", "s") or _owns(other, name):
        return _wider(name, other)
    return matches(other.head.deprel, ("nmod", "appos")) and other.head.head == name.head.index


def _owns(other: PlaceName, name: PlaceName) -> bool:
    """ "Syria's Aleppo", "Aleppo's Sukkari neighbourhood", and the same without the apostrophe."""
    return (
        0 < name.first - other.last <= 3
        and matches(other.head.deprel, ("nmod:poss", "compound"))
        and other.head.head == name.head.index
    )


def _wider(name: PlaceName, other: PlaceName) -> bool:
    if name.resolved is None or other.resolved is None or other.resolved.level not in LEVELS:
        return False
    own = LEVELS.index(name.resolved.level) if name.resolved.level in LEVELS else -1
    return LEVELS.index(other.resolved.level) > own
