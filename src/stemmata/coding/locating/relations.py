"""How a place stands in its sentence: what the preposition before it says, whatever words of kind stand between."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, cast, get_args

from stemmata.coding.locating.apposed import UNITS
from stemmata.coding.locating.kinds import BESIDE, SIDES
from stemmata.coding.locating.no_places import head_of
from stemmata.coding.passages import PlaceName
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places.wording import place_words
from stemmata.records import Relation
from stemmata.tables import CODEBOOK, read_table

# Words for a way, and those that may stand between one and "from": "30 km north-east from", "an hour's drive from".
WAYS: Final = UNITS | frozenset({"far", "throw", "distance", "blocks", "block", "yards", "steps"})
ALONG: Final = SIDES | frozenset(
    "'s ’s ' ’ ) drive walk march ride flight away distance down up just only to the".split()
)
# How many words stand in such a phrase. Set by judgement.
REACH_OF_WAY: Final = 6
# Verbs of what comes down on a place.
IMPACT: Final = frozenset({"slam", "crash", "smash", "plough", "plow", "tear", "rip", "thud"})
# Verbs of fighters who leave where they were attacked.
RETREATING: Final = frozenset({"withdraw", "retreat", "retire", "flee"})


@cache
def load_relations(folder: Path = CODEBOOK) -> Mapping[tuple[str, ...], Relation]:
    """The relation that each preposition gives, by its words, longest first."""
    found: dict[tuple[str, ...], Relation] = {}
    for row in read_table(folder / "relations.csv", ("form", "relation")):
        relation = cast(Relation, row.one_of("relation", get_args(Relation)))
        found |= {tuple(form.split()): relation for form in row.several("form")}
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def place_at(sentence: Sentence, first: int, last: int, cut: int = 0) -> PlaceName:
    """The place that words of a sentence name, with its relation; not resolved yet. `cut` as in `PlaceName`."""
    head = head_of(sentence, first, last)
    relation, rule = _relation(sentence, first, head)
    return PlaceName(first, last, head, relation, rule, None, None, cut)


def is_on_the_way(sentence: Sentence, place: PlaceName) -> bool:
    """ "As he came home from X", "and drove off towards X"; the road to X is one of its places, and what fighters left
    ("withdrew from X as") is theirs."""
    verb = sentence.head(place.head)
    if place.relation == "from":
        return verb is None or verb.lemma not in RETREATING
    return place.relation == "toward" and matches(place.head.deprel, ("obl",))


def _describes(sentence: Sentence, word: Word, first: int) -> bool:
    """Mostly, army, controlled and the hyphen of "in the mostly army-controlled city of X"."""
    above = sentence.head(word)
    if above is None or above.index < word.index:
        return False
    how = word.deprel == "advmod" and above.index < first
    return how or word.text in clauses.HYPHENS or matches(word.deprel, ("amod", "compound"))


def _owns_kind(sentence: Sentence, index: int) -> bool:
    """Syria of "in Syria's largest city of X"."""
    above = sentence.head(sentence.words[index])
    word = sentence.words[index]
    return word.upos == "PROPN" and above is not None and above.lemma in place_words() and above.index > index


def _is_way_off(words: Sequence[str]) -> bool:
    """ "Less than a mile from X", "half an hour's drive from X", "not far from X": near it, and nobody came from it."""
    before = words[-REACH_OF_WAY:-1]
    return next((word for word in reversed(before) if word not in ALONG), "") in WAYS


def told_by_distance(sentence: Sentence, place: PlaceName) -> bool:
    """ "40 km from X"."""
    return place.relation == "near" and place.first > 0 and sentence.low[place.first - 1] == "from"


def _is_struck(sentence: Sentence, head: Word) -> bool:
    """ "A missile slammed into X"."""
    verb = sentence.head(head)
    return verb is not None and verb.lemma in IMPACT


def _only_tells_which(sentence: Sentence, head: Word) -> bool:
    """Whether the preposition before a name is that of a deed behind it: "blamed for the Davao bombing"."""
    above = sentence.head(head)
    return (
        above is not None
        and above.index > head.index
        and above.upos == "NOUN"
        and matches(head.deprel, ("compound",))
        and above.lemma.lower() not in place_words()
    )


def _relation(sentence: Sentence, first: int, head: Word) -> tuple[Relation, str]:
    """What the preposition before a name says; words of kind and side stand between."""
    words = sentence.low
    begin = first
    while begin > 0 and (
        words[begin - 1] in place_words()
        or words[begin - 1] in BESIDE
        or sentence.words[begin - 1].upos in ("ADJ", "DET", "NUM")
        or _describes(sentence, sentence.words[begin - 1], first)
        or _owns_kind(sentence, begin - 1)
    ):
        begin -= 1
    relations = load_relations()
    for length in range(max(map(len, relations)), 0, -1):
        for end in range(first, max(begin, length) - 1, -1):
            if relation := relations.get(words[end - length : end]):
                moves = relation in ("toward", "from") and _only_tells_which(sentence, head)
                if relation == "from" and _is_way_off(words[:end]):
                    return "near", "place-preposition"
                if relation == "toward" and _is_struck(sentence, head):
                    return "at", "place-preposition"
                return "at" if moves else relation, "place-preposition"
    above = sentence.head(head)
    kind = above is not None and above.deprel == "conj" and above.lemma.lower() in place_words()
    member = above if kind and above is not None else head  # "at X and the nearby village of Y"
    if member.deprel == "conj" and (opening := sentence.head(member)) is not None:
        for case in reversed(sentence.children(opening, "case")):
            if relation_ := load_relations().get((case.text.lower(),)):
                return relation_, "place-in-list"
    return "at", "place-without-preposition"
