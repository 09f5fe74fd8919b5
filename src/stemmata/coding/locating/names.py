"""Finds the places that a sentence names.

A name is taken for a place when the language model says so, when a word for a kind of place stands with it
("the town of X", "X district"), or when it follows a preposition of place and the gazetteer knows it. Names
that the registry knows as actors are none.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from stemmata.actors import Registry
from stemmata.coding.locating.extents import trimmed, widened
from stemmata.coding.locating.kinds import kind_after, kind_before, proper_run, with_kind, with_roads
from stemmata.coding.locating.lists import (
    articles,
    numbered_beside,
    take_apart,
    text_of,
)
from stemmata.coding.locating.no_places import DAYS, GIVEN, MONTHS, head_of, is_none
from stemmata.coding.locating.persons import is_person
from stemmata.coding.locating.relations import place_at
from stemmata.coding.passages import PlaceName
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Name, Sentence, Word, matches
from stemmata.places import Gazetteer
from stemmata.places.wording import adjectives, place_words, qualifiers

# Prepositions after which a capitalised name that the gazetteer knows is a place.
PLACE_CASES: Final = frozenset("in near at outside around inside across throughout from to toward towards into".split())
# Verbs whose object is a place, or somebody's side, and hardly a person.
HELD: Final = frozenset(
    "abandon besiege bombard cede control encircle evacuate liberate overrun recapture regain relinquish retake shell"
    " surround vacate give hand".split()
)
# What is done to places alone, as nouns.
PUT_UNDER: Final = frozenset({"siege", "blockade", "encirclement", "liberation", "recapture", "besiegement"})
# Verbs by which a place has what happens there, and words for wars that are a country's.
BEARING: Final = frozenset({"see", "witness", "endure", "experience", "suffer", "come"})
WARS: Final = frozenset({"war", "conflict", "uprising", "revolution", "insurgency"})
# Words before the place that a battle is called by: "in the Battle of Mosul".
BATTLES: Final = frozenset({("battle", "of"), ("siege", "of"), ("fall", "of"), ("liberation", "of")})
# Words of the longest phrase from a country to its war: "Syria's six-year-old civil war".
REACH_OF_WAR: Final = 9
WITHIN_PHRASE: Final = frozenset({"ADJ", "NOUN", "NUM", "PART", "PUNCT", "PROPN", "ADV"})
ITEMS: Final = frozenset("-•*–—▪")
# Words with which a paragraph is counted, and how many words a line has that only names a town.
ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "finally", "lastly"})
LABEL: Final = 4
# Inhabitants from which a name alone is taken for a town where the language model calls it no place. A judgement.
TOWN: Final = 50_000


def name_places(
    sentence: Sentence, text: str, gazetteer: Gazetteer, registry: Registry, *, no_commas: bool = False
) -> Iterator[PlaceName]:
    """The places that a sentence names, not resolved yet; `no_commas` tells that the text lost its commas."""
    taken: set[int] = set()
    whole = with_roads(sentence, list(_runs(sentence, text, gazetteer)))
    one = {(n.first, n.last) for n in sentence.names if all(w.text != "," for w in sentence.words[n.first : n.last])}
    one = set() if no_commas else one
    runs = [
        name
        for run in whole
        for name in ([run] if run in one else take_apart(sentence, run, gazetteer, no_commas=no_commas))
    ]
    for first, last in sorted(runs, key=lambda run: (run[0] - run[1], run[0])):
        first, last = widened(sentence, *trimmed(sentence, first, last), text, gazetteer)
        if taken & set(range(first, last + 1)) or is_none(sentence, first, last, gazetteer, registry):
            continue
        person = is_person(sentence, first, last, head_of(sentence, first, last), gazetteer)
        if person and not kind_before(sentence, first) and not kind_after(sentence, last):
            continue
        for beside in numbered_beside(sentence, (first, last)):
            taken |= {beside[0]}
            yield place_at(sentence, *beside)
        first, last = with_kind(sentence, first, last, text, gazetteer)
        taken |= set(range(first, last + 1))
        yield place_at(sentence, first, last, _thinned(sentence, first, last, gazetteer))


def _thinned(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer) -> int:
    """How many characters of the last word are a genitive's that lost its apostrophe: "Syrias" is Syria's."""
    name = text_of(sentence, (first, last))
    if not name.endswith("s") or gazetteer.is_place_name(name):
        return 0
    return int(any(p.level in ("country", "region") or p.population >= TOWN for p in gazetteer.named(name[:-1])))


def _runs(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The first and last word of everything that may be a place's name."""
    named = {i: name for name in sentence.names for i in range(name.first, name.last + 1)}
    for name in sentence.names:
        if name.kind in ("place", "facility"):
            yield name.first, name.last
    yield from _labels(sentence, gazetteer)
    for word in sentence.words:
        if word.upos != "PROPN" or word.text in MONTHS or word.text in DAYS:
            continue
        fought = sentence.low[max(0, word.index - 2) : word.index] in BATTLES  # which the model takes for a time
        kinds = ("place", "facility") if fought else ("place", "facility", "time")
        if word.index in named and named[word.index].kind in kinds:
            continue
        first, last = proper_run(sentence, word)
        run = text[sentence.words[first].start : sentence.words[last].end]
        held = first == last and (
            (_taken_or_held(sentence, word, named) and gazetteer.is_place_name(word.text))
            or (
                (word.index not in named or named[word.index].kind == "person")
                and _changes_hands(sentence, word, named)
            )
        )
        if held or kind_before(sentence, first) or kind_after(sentence, last) or _listedwith_kind(sentence, word):
            yield first, last
        elif _after_place_case(sentence, word) and (word.index not in named or named[word.index].kind != "time"):
            known = gazetteer.is_place_name(run) or _ends_in_kind(sentence, first, last)
            if known or (word.index not in named and _beside_place(sentence, word)):
                yield first, last
            elif gazetteer.is_place_name(word.text) and first == last:
                yield word.index, word.index
            elif word.index not in named and _opens_with_article(sentence, first):
                yield first, last
        elif (
            (first == last and _is_struck(sentence, word) and _is_town(word.text, gazetteer))
            or (_bears(sentence, word) and gazetteer.is_place_name(word.text.removesuffix("s")))
            or (_heads_item(sentence, first, last) and gazetteer.is_place_name(run))
            or (
                sentence.low[word.index] in GIVEN and word.index and sentence.words[word.index - 1].text in adjectives()
            )
            or (fought and gazetteer.is_place_name(run))
            or (_shares_list(sentence, word) and gazetteer.is_place_name(run))
        ):
            yield first, last


def _labels(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """The towns of a line that names nothing else, as the paragraphs of a bulletin open: "KISUMU.", "First, Djibo."."""
    counted = sentence.low[0] in ORDINALS
    words = sentence.words[2 * counted :]
    if len(words) > LABEL or not all(w.text[:1].isupper() or w.upos == "PUNCT" for w in words):
        return
    named = [w for w in words if w.upos != "PUNCT"]
    alone = len(sentence.words) == 1 and sentence.words[0].upos == "PROPN"  # the heading "Quetta"
    if named and all((counted or alone or w.text.isupper()) and _is_town(w.text, gazetteer) for w in named):
        yield from ((w.index, w.index) for w in named)


def _opens_with_article(sentence: Sentence, first: int) -> bool:
    """ "A building in al-Amal": an Arabic name that stands where places do, though nobody knows it."""
    article = sentence.low[first] in articles() and sentence.low[first + 1 : first + 2] == ("-",)
    return article and sentence.low[max(0, first - 1)] in ("in", "near", "outside")


def _ends_in_kind(sentence: Sentence, first: int, last: int) -> bool:
    """ "At Mount Carmel Primary School": a name of its own that ends in the word for its kind."""
    words = [word.text.lower() for word in sentence.words[first : last + 1]]
    named = any(word not in place_words() and word not in qualifiers() for word in words)
    return first < last and named and place_words().get(words[-1], "direction") != "direction"


def _changes_hands(sentence: Sentence, word: Word, named: Mapping[int, Name]) -> bool:
    """Tell whether only a place can stand there, known or not: "X fell to the army", "came under their control",
    "the siege of X"."""
    above = sentence.head(word)
    if above is None:
        return False
    if matches(word.deprel, ("nmod", "obl")) and "of" in clauses.cases(sentence, word):
        return above.lemma in PUT_UNDER
    if word.deprel != "nsubj":
        return False
    behind = [noun for noun in sentence.children(above, "obl", "obj") if noun.index > above.index]
    if above.lemma == "fall" and word.index not in named:
        return any(clauses.cases(sentence, noun) & {"to", "into", "under"} for noun in behind)
    return any(
        (above.lemma, noun.lemma) in (("come", "control"), ("change", "hand"), ("fall", "hand")) for noun in behind
    )


def _taken_or_held(sentence: Sentence, word: Word, named: Mapping[int, Name]) -> bool:
    """Tell whether a word stands where only places do: "gave up Avdiivka", "control of Gumsuri"."""
    above = sentence.head(word)
    if above is None:
        return False
    if above.lemma == "control" and "of" in clauses.cases(sentence, word):
        return True
    falls = above.lemma == "fall" and word.deprel == "nsubj"
    if falls and any(clauses.cases(sentence, child) & {"to", "into"} for child in sentence.children(above, "obl")):
        return True
    alone = word.index not in named or named[word.index].first == named[word.index].last
    return alone and above.lemma in HELD and matches(word.deprel, ("obj", "nsubj:pass"))


def _listedwith_kind(sentence: Sentence, word: Word) -> bool:
    """Tell whether a name is a later member of a list that a kind word opens: "the towns of A, B and C"."""
    head = sentence.head(word)
    while head is not None and matches(word.deprel, ("flat", "compound")):
        word, head = head, sentence.head(head)
    return (
        head is not None and word.deprel == "conj" and kind_before(sentence, proper_run(sentence, head)[0]) is not None
    )


def _shares_list(sentence: Sentence, word: Word) -> bool:
    """Tell whether another member of a name's list is taken for a place: "left Lebedyn, Sumy and Okhtyrka"."""
    first = sentence.head(word) if word.deprel == "conj" else word
    if first is None or not (members := sentence.children(first, "conj")):
        return False
    others = {other.index for other in (first, *members)} - {word.index}
    return any(name.kind == "place" and others & set(range(name.first, name.last + 1)) for name in sentence.names)


def _after_place_case(sentence: Sentence, word: Word) -> bool:
    head = sentence.head(word)
    first = head if word.deprel in ("conj", "flat") and head is not None else word
    return _beside_place(sentence, word) or bool(clauses.cases(sentence, first) & PLACE_CASES)


def _beside_place(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is listed with a place."""
    first = sentence.head(word)
    if word.deprel != "conj" or first is None:
        return False
    return any(name.kind == "place" and name.first <= first.index <= name.last for name in sentence.names)


def _is_struck(sentence: Sentence, word: Word) -> bool:
    """Whether a name stands as what a verb is done to, or what falls on it: "struck X and Y", "fell on X"."""
    head = sentence.head(word) if word.deprel == "conj" else word
    if head is None or (above := sentence.head(head)) is None or above.upos != "VERB":
        return False
    falls = head.deprel.startswith("obl") and "on" in clauses.cases(sentence, head)
    return falls or matches(head.deprel, ("obj", "nsubj:pass"))


def _bears(sentence: Sentence, word: Word) -> bool:
    """Whether a name stands where a place or a country does: "X has seen shelling", "X's war", "- X / Y: ..."."""
    above = sentence.head(word)
    if above is not None and word.deprel == "nsubj" and above.lemma in BEARING:
        return True
    behind = sentence.words[word.index + 1 : word.index + 1 + REACH_OF_WAR]
    war = next((w.index for w in behind if w.lemma in WARS), None)
    if war is not None and all(w.upos in WITHIN_PHRASE for w in sentence.words[word.index + 1 : war]):
        return True
    beside = [w.text for w in sentence.words[max(0, word.index - 1) : word.index + 2] if w is not word]
    return "/" in beside and sentence.words[0].text in ITEMS


def _heads_item(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name heads the item of a log or list: "0415 LUHANSKE: ...", "- Bama: ...", "3. Taze: ..."."""
    before, behind = sentence.words[:first], sentence.words[last + 1 : last + 2]
    return bool(before and behind) and behind[0].text == ":" and all(w.upos in ("NUM", "PUNCT", "SYM") for w in before)


def _is_town(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a town that readers may know bears a name; hamlets bear names of all sorts."""
    return any(place.population >= TOWN for place in gazetteer.named(name))
