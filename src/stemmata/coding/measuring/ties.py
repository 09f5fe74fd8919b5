"""What ties a count to a happening.

The strongest tie is a consequence that stands right beside it ("killing 12", "25 others wounded"), then a slot of a
trigger, then what the counted thing is (rockets are strikes, tanks are vehicles).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.weapons_told import GIVEN
from stemmata.coding.measuring.beside import stands_beside
from stemmata.coding.measuring.by_class import BY_CLASS, measure_by_class
from stemmata.coding.measuring.strength import is_strength
from stemmata.coding.parties.counted_arguments import CARRIES, counts_at
from stemmata.coding.passages import Passage
from stemmata.coding.syntax import clauses, taken_up
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.figures import Count, counted_class
from stemmata.language.trees import Word

# Measures that a single unnumbered thing may have: "a soldier was killed" is one, "an air strike" is no count.
BARE: Final = frozenset({"killed", "wounded", "captured", "freed", "abducted", "surrendered", "missing", "vehicles"})
# Measures of which only people have any.
PERSONAL: Final = frozenset({"killed", "wounded", "captured"})
# Measures that a noun which no table lists may have: what is told to be killed, freed or driven out is mostly people.
LIKELY_PERSONAL: Final = PERSONAL | {"freed", "abducted", "surrendered", "displaced", "returned", "missing"}
# Endings of trades.
TRADES: Final = ("er", "or", "eer", "ist", "ian", "ant", "keeper")
THINGS: Final = frozenset(BY_CLASS.values())


@dataclass(frozen=True, slots=True)
class Tie:
    """A count tied to a happening: the lower the rank the stronger, then the nearer."""

    rank: int
    distance: int
    unit: int
    measure: str
    entry: str
    word: int
    """Of the trigger, verb or noun that it is tied by."""
    again: bool = False
    """Whether a pronoun there takes up what is counted."""


def ties_of(happening: Happening, unit: int, n: int, count: Count) -> Iterator[Tie]:
    """What ties a count to a happening.

    Args:
        happening: it or a part of it that a later sentence tells.
        unit: its number among those of its passage, which the tie keeps.
        n: the count's place among the counts of the passage.
        count: the count.
    """
    passage = happening.passage
    distance = _distance(happening, count)
    doers = _counts_doers(happening, count)
    for mention in happening.mentions:
        for slot, name in mention.row.counts:
            if not _suits(passage, count, name) or (doers and name in PERSONAL):
                continue
            if mention.row.role == "effect" and slot != "trigger" and stands_beside(passage, count, mention):
                yield Tie(0, distance, unit, _joint(happening, mention, name), mention.row.entry, mention.word.index)
            itself = count.noun == mention.word.index and mention.row.pos == "verb"  # "2 million displaced"
            if itself or any(n in counts_at(passage, word) for word in _slot_words(happening, mention, slot)):
                yield Tie(1, distance, unit, _joint(happening, mention, name), mention.row.entry, mention.word.index)
            meant = (
                noun
                for word in _slot_words(happening, mention, slot)
                for noun in taken_up.object_before(passage.sentence, word)
            )
            if any(n in counts_at(passage, noun) for noun in meant):
                yield Tie(1, distance, unit, name, mention.row.entry, mention.word.index, again=True)
    if not count.bare and is_strength(happening, n, count):
        mention = happening.trigger
        yield Tie(2, distance, unit, "fighters", mention.row.entry, mention.word.index)
    name_ = measure_by_class(happening, count)
    if name_ is None:
        return
    for mention in happening.mentions:
        if any(n in counts_at(passage, word) for word in _arguments(happening, mention)):
            yield Tie(2, distance, unit, name_, mention.row.entry, mention.word.index)
    for support in happening.supports:
        words = (*fill(passage.sentence, support.verb, "object"), *fill(passage.sentence, support.verb, "subject"))
        if any(n in counts_at(passage, word) for word in words):
            yield Tie(2, distance, unit, name_, support.row.entry, support.verb.index)
    if name_ == "strikes":
        yield Tie(3, distance, unit, name_, happening.trigger.row.entry, happening.trigger.word.index)


def _counts_doers(happening: Happening, count: Count) -> bool:
    """ "Three suicide bombers killed nine": the word that tells of the deed names those who did it."""
    return any(m.word.index == count.noun and ("trigger", "fighters") in m.row.counts for m in happening.mentions)


def _distance(happening: Happening, count: Count) -> int:
    word = happening.sentence.words[count.noun if count.noun is not None else count.last]
    return min(len(clauses.path(happening.sentence, word, carrier)) for carrier in happening.carriers)


def _suits(passage: Passage, count: Count, name: str) -> bool:
    """Counted people suit measures of people, counted things those of things; an article alone suits few."""
    if count.bare and name not in BARE and not _is_told_one(passage, count):
        return False
    if count.noun is None:
        return True
    noun = passage.sentence.words[count.noun]
    told = counted_class(noun.lemma.lower())
    kind = BY_CLASS.get(told or "")
    if name in THINGS and kind is not None:
        return kind == name  # "seized 14 rifles and four vehicles"
    if told is None and name in LIKELY_PERSONAL and _may_be_people(count, noun):
        return True  # "killed four ADF", "a tax collector": only people are
    return (count.unit == "things") == (name in THINGS)


def _is_told_one(passage: Passage, count: Count) -> bool:
    """ "One family fled": told as a number, unlike the article."""
    return count.unit != "things" and passage.sentence.low[count.first] == "one"


def _may_be_people(count: Count, noun: Word) -> bool:
    """Tell whether a noun that no table lists may stand for people: several of them, or one by the name of a trade."""
    if count.bare:
        return noun.upos == "NOUN" and noun.lemma.lower().endswith(TRADES) and noun.lemma.lower() != "number"
    return noun.xpos in ("NNS", "NNP", "NNPS")


def _joint(happening: Happening, mention: Mention, name: str) -> str:
    """ "60 were killed and injured" counts both together."""
    if name not in ("killed", "wounded"):
        return name
    for other in happening.mentions:
        pair = {name, *(m for _, m in other.row.counts)}
        joined = other.word.head == mention.word.index or mention.word.head == other.word.index
        if (
            joined
            and "conj" in (other.word.deprel, mention.word.deprel)
            and pair == {"killed", "wounded"}
            and abs(other.word.index - mention.word.index) == 2
        ):
            return "casualties"
    return name


def _slot_words(happening: Happening, mention: Mention, slot: str) -> Sequence[Word]:
    sentence, word = happening.sentence, mention.word
    if slot == "trigger":
        return [word, *clauses.described(sentence, word)]
    if slot == "toll":
        return _toll(happening, word)
    if slot in ("initiator", "target"):
        slots = mention.row.initiator if slot == "initiator" else mention.row.target
        found = [w for s in slots for w in fill(sentence, word, s)]
        if happening.type in ("displacement", "return") and mention.row.pos == "verb":
            found += fill(sentence, word, "object")
        if happening.type == "aid" and slot == "target":  # "brought food for 900 people to the town"
            found += [
                w
                for at in (word, *fill(sentence, word, "object"), *fill(sentence, word, "subject"))
                for w in fill(sentence, at, "for")
            ]
        return found
    return fill(sentence, word, slot)


def _toll(happening: Happening, word: Word) -> list[Word]:
    """Where a toll's number stands: "put the dead at nine", "the toll rose to 112", "the toll is 40"."""
    above = happening.sentence.head(word)
    if above is None:
        return []
    if above.upos == "NUM":
        return [above]
    told = [w for slot in ("at", "to", "object") for w in fill(happening.sentence, above, slot)]
    for degree in happening.sentence.children(above, "obl"):  # "at as high as 47,000"
        told += happening.sentence.children(degree, "obl") if degree.upos == "ADJ" else []
    return [w for w in told if w.index != word.index]


def _arguments(happening: Happening, mention: Mention) -> list[Word]:
    """Everything that stands with a trigger, for things that are counted by what they are."""
    slots = (
        (*mention.row.target, "with", "of", "by")
        if mention.row.pos == "noun"
        else (*mention.row.target, "subject", "object", "with", "by", "of")
    )
    words = [w for slot in dict.fromkeys(slots) for w in fill(happening.sentence, mention.word, slot)]
    form = [happening.sentence.words[mention.last]] if mention.last > mention.word.index else []
    return [*words, *form, mention.word, *_brought(happening, mention)]


def _brought(happening: Happening, mention: Mention) -> list[Word]:
    """What people bring who give themselves up or are caught: "yielded, bringing with them two grenades"."""
    sentence = happening.sentence
    if happening.type not in ("surrender", "arrest", "withdrawal"):
        return []
    verbs = [v for v in sentence.children(mention.word, "advcl", "conj") if v.lemma in CARRIES | GIVEN]
    return [word for verb in verbs for word in fill(sentence, verb, "object")]
