"""Finds the places named in a sentence, and which of them a happening happened at."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast, get_args

from stemmata.coding import clauses
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.language.trees import Name, Sentence, Word, matches
from stemmata.places import Gazetteer, Mention
from stemmata.records import Relation, Where, Why
from stemmata.tables import CODEBOOK, read_table

# Nouns that stand with a name and say what kind of place it is; the gazetteer uses them, the quote leaves them out.
KIND_WORDS = frozenset(
    "town village city district province governorate region state county camp airport airbase base hospital"
    " neighborhood neighbourhood quarter suburb crossing bridge island port dam market forest mosque school road"
    " highway area valley mountain hill river prison checkpoint capital oblast department municipality commune".split()
)
# Places of these levels only say where another lies, when both are told.
WIDE = ("country", "region", "district", "area")


@cache
def load_relations(folder: Path = CODEBOOK) -> Mapping[tuple[str, ...], Relation]:
    """The relation that each preposition gives, by its words, longest first."""
    found: dict[tuple[str, ...], Relation] = {}
    for row in read_table(folder / "relations.csv", ("form", "relation")):
        relation = cast(Relation, row.one_of("relation", get_args(Relation)))
        found |= {tuple(form.split()): relation for form in row.several("form")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def load_area_words(folder: Path = CODEBOOK) -> Mapping[str, frozenset[str]]:
    """Words that make an area of a name, by the side on which they stand."""
    words: dict[str, set[str]] = {"before": set(), "after": set()}
    for row in read_table(folder / "area_words.csv", ("form", "side")):
        words[row.one_of("side", ("before", "after"))].update(row.several("form"))
    return {side: frozenset(found) for side, found in words.items()}


def find_places(sentences: Sequence[Sentence], text: str, gazetteer: Gazetteer) -> tuple[list[list[PlaceName]], list[str]]:
    """The places named in each sentence, resolved together, and the countries they lie in, most named first."""
    found = [list(_names(sentence, gazetteer)) for sentence in sentences]
    mentions = [
        Mention(
            text=text[s.words[name.first].start : s.words[name.last].end],
            start=s.words[name.first].start,
            country_hint=None,
            within=_container_text(s, name, names, text),
            kind_word=_kind_word(s, name),
        )
        for s, names in zip(sentences, found, strict=True)
        for name in names
    ]
    resolved = iter(gazetteer.resolve(mentions))
    lists: list[list[PlaceName]] = []
    for sentence, names in zip(sentences, found, strict=True):
        lists.append(_chains(sentence, [replace(name, resolved=next(resolved)) for name in names]))
    counts: dict[str, int] = {}
    for place in (p for places in lists for p in places):
        if place.resolved and place.resolved.country:
            counts[place.resolved.country] = counts.get(place.resolved.country, 0) + 1
    return lists, sorted(counts, key=lambda country: -counts[country])


def _names(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[PlaceName]:
    taken: set[int] = set()
    for name in sentence.names:
        if name.kind in ("place", "facility") and not _is_modifier_of_body(sentence, name):
            taken |= set(range(name.first, name.last + 1))
            yield _place(sentence, name.first, name.last)
    for word in sentence.words:
        if word.index not in taken and word.upos == "PROPN" and not _in_other_name(sentence, word) and gazetteer.is_place_name(word.text):
            if not _is_modifier_of_body(sentence, Name("place", word.index, word.index)):
                yield _place(sentence, word.index, word.index)


def _in_other_name(sentence: Sentence, word: Word) -> bool:
    return any(name.first <= word.index <= name.last for name in sentence.names)


def _is_modifier_of_body(sentence: Sentence, name: Name) -> bool:
    """Tell whether a name only says whose body it is: "Aleppo Police Command", "the Damascus government"."""
    head = _head(sentence, name.first, name.last)
    above = sentence.head(head)
    if above is None or head.deprel not in ("compound", "amod", "nmod:poss") or above.index <= name.last:
        return False
    return above.lemma.lower() not in KIND_WORDS and above.upos == "PROPN"


def _head(sentence: Sentence, first: int, last: int) -> Word:
    """The word of a run that governs the others."""
    for index in range(first, last + 1):
        if not first <= sentence.words[index].head <= last:
            return sentence.words[index]
    return sentence.words[last]


def _place(sentence: Sentence, first: int, last: int) -> PlaceName:
    while first < last and (sentence.words[first].upos in ("DET", "PUNCT", "ADP") and sentence.words[first].text[:1].islower()):
        first += 1
    while last > first and sentence.words[last].upos == "PUNCT":
        last -= 1
    head = _head(sentence, first, last)
    relation, rule = _relation(sentence, first, last, head)
    return PlaceName(first, last, head, relation, rule, None)


def _relation(sentence: Sentence, first: int, last: int, head: Word) -> tuple[Relation, str]:
    words = [w.text.lower() for w in sentence.words]
    area = load_area_words()
    begin = first
    while begin > 0 and (words[begin - 1] in KIND_WORDS or words[begin - 1] in ("the", "of", "a", "an") or sentence.words[begin - 1].deprel in ("amod", "compound", "nummod")):
        begin -= 1
    for form, relation in load_relations().items():
        for start in range(begin, max(-1, begin - len(form) - 1), -1):
            if start >= len(form) - 1 and tuple(words[start - len(form) : start]) == form:
                if relation == "at" and _is_area(words, first, last, area):
                    return "in_area", "area-words"
                return relation, "place-preposition"
    for other in _shared_case(sentence, head):
        return other, "place-in-list"
    return ("in_area", "area-words") if _is_area(words, first, last, area) else ("at", "place-without-preposition")


def _shared_case(sentence: Sentence, head: Word) -> Iterator[Relation]:
    """The relation that the first member of a list has counts for all of it ("near A and B")."""
    if head.deprel == "conj" and (first := sentence.head(head)) is not None:
        for case in sorted(clauses.cases(sentence, first)):
            if relation := load_relations().get((case,)):
                yield relation


def _is_area(words: Sequence[str], first: int, last: int, area: Mapping[str, frozenset[str]]) -> bool:
    before = words[first - 1] if first else ""
    before_two = f"{words[first - 2]} {before}" if first > 1 else ""
    after = words[last + 1] if last + 1 < len(words) else ""
    return after in area["after"] or before in area["before"] or before_two in area["before"] or words[last] in area["after"]


def _kind_word(sentence: Sentence, name: PlaceName) -> str | None:
    """The noun that says what kind of place a name is: "the town of X", "X province"."""
    words = [w.text.lower() for w in sentence.words]
    if name.last + 1 < len(words) and words[name.last + 1] in KIND_WORDS:
        return words[name.last + 1]
    if name.first > 1 and words[name.first - 1] == "of" and words[name.first - 2] in KIND_WORDS:
        return words[name.first - 2]
    if words[name.last] in KIND_WORDS and name.last > name.first:
        return words[name.last]
    return None


def _container_text(sentence: Sentence, name: PlaceName, names: Sequence[PlaceName], text: str) -> str | None:
    """The text of the place told right after, as in "Marjah, Helmand province" or "Hader in Quneitra"."""
    for other in names:
        if 0 < other.first - name.last <= 5 and _links(sentence, name, other):
            return text[sentence.words[other.first].start : sentence.words[other.last].end]
    return None


def _links(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
    allowed = KIND_WORDS | {",", "in", "of", "the", "near", "(", "'s", "northern", "southern", "eastern", "western", "central"}
    return all(word in allowed for word in between) and "and" not in between


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
    if 0 < other.first - name.last <= 5 and _links(sentence, name, other):
        between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
        if between and (between[0] != "," or _wider(name, other)):
            return True
    return other.head.deprel in ("nmod", "appos") and other.head.head == name.head.index


def _wider(name: PlaceName, other: PlaceName) -> bool:
    levels = ("facility", "populated_place", "district", "region", "country")
    if name.resolved is None or other.resolved is None or other.resolved.level not in levels:
        return False
    own = levels.index(name.resolved.level) if name.resolved.level in levels else -1
    return levels.index(other.resolved.level) > own


# ---------------------------------------------------------------------------------- which place is whose


@dataclass(frozen=True, slots=True)
class Located:
    """The places of a happening, and the passage that names them."""

    passage: Passage
    places: tuple[PlaceName, ...]
    rule: str


def locate(happening: Happening, rivals: Sequence[Happening]) -> tuple[PlaceName, ...]:
    """The places of its own passage that a happening happened at; `rivals` are the passage's other happenings."""
    passage = happening.passage
    candidates = [n for n, place in enumerate(passage.places) if not _only_seat(passage, place)]
    own = [n for n in candidates if _nearest(passage, passage.places[n], [happening, *rivals]) is happening]
    if not own and candidates:
        own = [n for n in candidates if _opens(passage, passage.places[n]) or _shares(passage, passage.places[n], happening)]
    return tuple(_most_specific(passage, own))


def _only_seat(passage: Passage, place: PlaceName) -> bool:
    """A place that speaks ("Moscow said") or that says where a speaker sits is not where it happened."""
    if matches(place.head.deprel, ("nsubj", "obl:agent")):
        return True
    above = passage.sentence.head(place.head)
    return above is not None and above.upos in ("NOUN", "PROPN") and matches(above.deprel, ("nsubj",)) and (
        (verb := passage.sentence.head(above)) is not None and verb.lemma in ("say", "tell", "report", "add", "announce")
    )


def _nearest(passage: Passage, place: PlaceName, happenings: Sequence[Happening]) -> Happening:
    """The happening whose words stand closest to a place in the tree, then in the line."""

    def distance(happening: Happening) -> tuple[int, int]:
        ways = [len(clauses.path(passage.sentence, place.head, word)) for word in happening.carriers]
        return min(ways), min(abs(place.head.index - word.index) for word in happening.carriers)

    return min(happenings, key=distance)


def _opens(passage: Passage, place: PlaceName) -> bool:
    """Tell whether a place opens its sentence ("In Iraq, ...") and so holds for all of it."""
    before = passage.sentence.words[: place.first]
    return all(w.upos in ("ADP", "DET", "ADJ", "NOUN", "PUNCT", "ADV") for w in before) and len(before) <= 5


def _shares(passage: Passage, place: PlaceName, happening: Happening) -> bool:
    """Tell whether a happening without a place stands in the same clause, no semicolon between."""
    low, high = sorted((place.head.index, happening.trigger.word.index))
    return not any(w.text in (";", ":") for w in passage.sentence.words[low:high])


def _most_specific(passage: Passage, chosen: Sequence[int]) -> Iterator[PlaceName]:
    """Leave out the places that only say where another chosen one lies, and wide ones beside points in them."""
    kept = [n for n in chosen if passage.places[n].inside not in chosen or passage.places[n].inside is None]
    points = [passage.places[n] for n in kept if passage.places[n].resolved is None or passage.places[n].resolved.level not in WIDE]  # type: ignore[union-attr]
    for n in kept:
        place = passage.places[n]
        wide = place.resolved is not None and place.resolved.level in ("country", "region")
        if not (wide and points and place not in points):
            yield place


def where(place: PlaceName, passage: Passage, scene: Scene, rule: str | None = None) -> Where:
    """The record of a place."""
    first, last = passage.sentence.words[place.first], passage.sentence.words[place.last]
    known = place.resolved
    relation = place.relation
    if relation == "at" and known is not None and known.level in ("country", "region", "district", "area"):
        relation = "in_area"
    return Where(
        span=scene.document.span(first.start, last.end),
        relation=relation,
        name=known.name if known else None,
        country=known.country if known else None,
        lat=known.lat if known else None,
        lon=known.lon if known else None,
        level=known.level if known else "unknown",
        radius_m=known.radius_m if known else None,
        why=Why(rule or place.rule, known.entry if known else None),
    )
