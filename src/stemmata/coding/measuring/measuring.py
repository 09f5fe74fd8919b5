"""Gives the counts of the passages to their happenings, each with the measure that its verb or noun decides.

A count goes where the strongest tie is: a consequence that stands right beside it ("killing 12", "25 others
wounded"), then a slot of a trigger, then what the counted thing is (rockets are strikes, tanks are vehicles).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.weapons_told import GIVEN
from stemmata.coding.measuring.group_tolls import parts_told_on
from stemmata.coding.measuring.named_people import named
from stemmata.coding.measuring.strength import is_strength
from stemmata.coding.parties.counted_arguments import CARRIES, counts_at
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses, passives, taken_up
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.figures import Count, counted_class, figure_words
from stemmata.language.trees import Word, matches
from stemmata.records import Figure, Span, Why

# Measures that a single unnumbered thing may have: "a soldier was killed" is one, "an air strike" is no count.
BARE: Final = frozenset({"killed", "wounded", "captured", "freed", "abducted", "surrendered", "missing", "vehicles"})
# Measures of which only people have any.
PERSONAL: Final = frozenset({"killed", "wounded", "captured"})
# Endings of trades.
TRADES: Final = ("er", "or", "eer", "ist", "ian", "ant", "keeper")
# What is counted by what it is: two tanks destroyed, ten caches seized.
BY_CLASS: Final = {
    "weapon": "weapons",
    "vehicle": "vehicles",
    "building": "buildings",
    "settlement": "villages",
    "strike": "strikes",
}
THINGS: Final = frozenset(BY_CLASS.values())
# Types in which counted weapons are what was fired, not what was found.
FIRED: Final = frozenset({"air_strike", "shelling", "chemical_attack", "grenade"})
# Types in which a counted bomb is a weapon that went off, and an explosion or a blast is what was told as a strike.
BLOWN: Final = frozenset({"bombing", "suicide_bombing"})
# What is done to a vehicle that is to blow up.
LADEN: Final = frozenset({"laden", "lade", "pack", "load", "rig", "fill", "stuff"})
# Verbs whose object suffers: counted weapons there are destroyed or seized, not fired.
SUFFERS: Final = frozenset(
    "destroy seize hit target damage strike recover find discover tear capture burn shoot confiscate lose".split()
)
# Units in which the same people may be counted twice.
HOUSEHOLDS: Final = {"people", "families"}
# Words that may stand between a consequence and the number beside it.
BESIDE: Final = frozenset(
    "a an the also at least were was been have has had people some being since later then subsequently".split()
)


@dataclass(frozen=True, slots=True)
class _Tie:
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


def measure(happenings: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> list[tuple[Figure, ...]]:
    """The figures of each happening, those of its later sentences included; who speaks is not counted."""
    speaking = {(v.passage.number, v.head.index) for claim in claims for v in claim.voices}
    units = [(n, unit) for n, happening in enumerate(happenings) for unit in (happening, *happening.later)]
    by_passage: dict[int, list[tuple[int, Happening]]] = defaultdict(list)
    for n, unit in units:
        by_passage[unit.passage.number].append((n, unit))
    figures: list[list[Figure]] = [[] for _ in happenings]
    for members in by_passage.values():
        for owner, figure in _in_passage(members, speaking, scene):
            if not any(_same(figure, other) for other in figures[owner]):
                figures[owner].append(figure)
    for owner, unit in units:
        figures[owner] += named(unit, figures[owner], scene)
    for part in parts_told_on(happenings, figures, scene):
        figures[part.owner].append(_told(part.count, part.measure, part.whole, part.entry, scene))
    return [tuple(found) for found in figures]


def _same(a: Figure, b: Figure) -> bool:
    """Tell whether a figure says another one of its happening again."""
    return (a.measure, a.of.casefold(), a.low, a.high, a.hedge) == (b.measure, b.of.casefold(), b.low, b.high, b.hedge)


def _in_passage(
    members: Sequence[tuple[int, Happening]], speaking: Set[tuple[int, int]], scene: Scene
) -> Iterator[tuple[int, Figure]]:
    passage = members[0][1].passage
    chosen: dict[int, _Tie] = {}
    again: list[tuple[int, _Tie]] = []
    for n, count in enumerate(passage.counts):
        if count.noun is not None and count.bare and (passage.number, count.noun) in speaking:
            continue
        if ties := [t for u, (_, h) in enumerate(members) for t in _ties(h, u, n, count)]:
            chosen[n] = min(ties, key=lambda tie: (tie.rank, tie.distance))
            again += [(n, tie) for tie in ties if _told_of_both(passage, count, chosen[n], tie)][:1]
            again += [(n, tie) for tie in ties if tie.again and tie.unit != chosen[n].unit][:1]
    for n, count in enumerate(passage.counts):
        # A part has the measure of its whole, where no consequence beside it gives it another: "killing three of them".
        if count.partitive in chosen and not (n in chosen and chosen[n].rank == 0):
            chosen[n] = chosen[count.partitive]
        elif n not in chosen and n - 1 in chosen and _told_anew(passage, passage.counts[n - 1], count):
            chosen[n] = chosen[n - 1]
    for n, tie in sorted([*chosen.items(), *again], key=lambda pair: pair[0]):
        yield members[tie.unit][0], _figure(passage, n, tie, chosen, scene)


def _told_of_both(passage: Passage, count: Count, tie: _Tie, other: _Tie) -> bool:
    """ "Two priests kidnapped last week were freed": two were kidnapped, and two were freed."""
    if count.noun is None or tie.unit == other.unit or tie.measure == other.measure or other.rank > 1:
        return False
    noun = passage.sentence.words[count.noun]
    if noun.deprel == "conj" and 0 <= noun.head < noun.index:
        noun = passage.sentence.words[noun.head]  # "a priest and two nuns kidnapped last week were freed"
    described, main = sorted((tie.word, other.word), key=lambda index: index == noun.head)
    clause = passage.sentence.words[described]
    return main == noun.head and clause.head == noun.index and matches(clause.deprel, ("acl", "acl:relcl"))


def _told_anew(passage: Passage, whole: Count, count: Count) -> bool:
    """ "300 families (1,450 people)", "300 families, 1,450 people," count the same twice."""
    between = [word.text for word in passage.sentence.words[whole.last + 1 : count.first]]
    return not count.bare and (between == ["("] or (between == [","] and {whole.unit, count.unit} == HOUSEHOLDS))


def _ties(happening: Happening, unit: int, n: int, count: Count) -> Iterator[_Tie]:
    """What ties a count to a happening."""
    passage = happening.passage
    distance = _distance(happening, count)
    for mention in happening.mentions:
        for slot, name in mention.row.counts:
            if not _suits(passage, count, name):
                continue
            if mention.row.role == "effect" and slot != "trigger" and _beside(passage, count, mention):
                yield _Tie(0, distance, unit, _joint(happening, mention, name), mention.row.entry, mention.word.index)
            itself = count.noun == mention.word.index and mention.row.pos == "verb"  # "2 million displaced"
            if itself or any(n in counts_at(passage, word) for word in _slot_words(happening, mention, slot)):
                yield _Tie(1, distance, unit, _joint(happening, mention, name), mention.row.entry, mention.word.index)
            meant = (
                noun
                for word in _slot_words(happening, mention, slot)
                for noun in taken_up.object_before(passage.sentence, word)
            )
            if any(n in counts_at(passage, noun) for noun in meant):
                yield _Tie(1, distance, unit, name, mention.row.entry, mention.word.index, again=True)
    if not count.bare and is_strength(happening, n, count):
        mention = happening.trigger
        yield _Tie(2, distance, unit, "fighters", mention.row.entry, mention.word.index)
    name_ = _by_class(happening, count)
    if name_ is None:
        return
    for mention in happening.mentions:
        if any(n in counts_at(passage, word) for word in _arguments(happening, mention)):
            yield _Tie(2, distance, unit, name_, mention.row.entry, mention.word.index)
    for support in happening.supports:
        words = (*fill(passage.sentence, support.verb, "object"), *fill(passage.sentence, support.verb, "subject"))
        if any(n in counts_at(passage, word) for word in words):
            yield _Tie(2, distance, unit, name_, support.row.entry, support.verb.index)
    if name_ == "strikes":
        yield _Tie(3, distance, unit, name_, happening.trigger.row.entry, happening.trigger.word.index)


def _distance(happening: Happening, count: Count) -> int:
    word = happening.sentence.words[count.noun if count.noun is not None else count.last]
    return min(len(clauses.path(happening.sentence, word, carrier)) for carrier in happening.carriers)


def _suits(passage: Passage, count: Count, name: str) -> bool:
    """Counted people suit measures of people, counted things those of things; an article alone suits few."""
    if count.bare and name not in BARE:
        return False
    if count.noun is None:
        return True
    noun = passage.sentence.words[count.noun]
    told = counted_class(noun.lemma.lower())
    kind = BY_CLASS.get(told or "")
    if name in THINGS and kind is not None:
        return kind == name  # "seized 14 rifles and four vehicles"
    if told is None and name in PERSONAL and _may_be_people(count, noun):
        return True  # "killed four ADF", "a tax collector": only people are
    return (count.unit == "things") == (name in THINGS)


def _may_be_people(count: Count, noun: Word) -> bool:
    """Tell whether a noun that no table lists may stand for people: several of them, or one by the name of a trade."""
    if count.bare:
        return noun.upos == "NOUN" and noun.lemma.lower().endswith(TRADES) and noun.lemma.lower() != "number"
    return noun.xpos in ("NNS", "NNP", "NNPS")


def _beside(passage: Passage, count: Count, mention: Mention) -> bool:
    """Tell whether a consequence stands right before a count, or right behind it."""
    if mention.row.pos != "verb":
        return False
    if _leads(passage, mention, count):
        return not _number_first(passage, mention)
    return _follows(passage, count, mention) and not _verb_first(passage, count, mention)


def _leads(passage: Passage, mention: Mention, count: Count) -> bool:
    """ "Killed at least 12"."""
    between = passage.sentence.words[mention.last + 1 : count.first]
    return mention.last < count.first and all(w.text.lower() in BESIDE for w in between)


def _follows(passage: Passage, count: Count, mention: Mention) -> bool:
    """ "12 were killed", "12 killed"; not "a bomber killed"."""
    if _does(passage, count, mention):
        return False
    between = passage.sentence.words[count.last + 1 : mention.first]
    behind = mention.first > count.last and all(w.text.lower() in BESIDE for w in between)
    return behind or count.noun == mention.word.index


def _does(passage: Passage, count: Count, mention: Mention) -> bool:
    """Tell whether one unnumbered thing is the subject of an active consequence: it kills and is not killed.

    A number or a civilian there tells nothing: headlines ("7 civilians killed 25 injured", "A woman killed 30 injured")
    are parsed as if the first killed the second.
    """
    noun = passage.sentence.words[count.last if count.noun is None else count.noun]
    if not count.bare or counted_class(noun.lemma.lower()) in ("civilian", "family"):
        return False
    subject = noun.deprel == "nsubj" and noun.head == mention.word.index and "subject" not in mention.row.target
    return subject and not passives.passive(passage.sentence, mention.word)


def _number_first(passage: Passage, mention: Mention) -> bool:
    """ "6 killed 12 wounded" tells numbers first: what follows a consequence belongs to the next one."""
    count = next((c for c in passage.counts if _follows(passage, c, mention)), None)
    if count is None:
        return False
    verb = _leader(passage, count)
    return verb is None or _number_first(passage, verb)


def _verb_first(passage: Passage, count: Count, mention: Mention) -> bool:
    """ "Killed 30 people injured 90" tells verbs first: a count belongs to the consequence before it."""
    verb = _leader(passage, count)
    led = verb is not None and not _number_first(passage, verb)
    return led and any(_leads(passage, mention, other) for other in passage.counts)


def _leader(passage: Passage, count: Count) -> Mention | None:
    """The consequence right before a count."""
    verbs = (m for m in passage.mentions if m.row.pos == "verb" and m.row.role == "effect")
    return next((m for m in verbs if _leads(passage, m, count)), None)


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


def _by_class(happening: Happening, count: Count) -> str | None:
    """The measure of counted things by what they are."""
    if count.noun is None:
        return None
    noun = happening.sentence.words[count.noun]
    kind = counted_class(noun.lemma.lower())
    if kind == "settlement" and count.first > 0 and happening.sentence.words[count.first - 1].text.lower() == "the":
        return None  # "the two neighbourhoods" have been told
    if _is_bomb(happening, noun) or (kind == "strike" and happening.type == "weapons_found"):
        kind = "weapon"  # "seized four rifles and seven bombs", "two bombs went off"
    suffers = _suffers(happening, noun)
    bare = count.bare and not _stands_for_one(happening, count)
    if kind == "weapon" and happening.type in FIRED and not suffers:
        return None if bare else "strikes"
    owned = (
        kind == "weapon"
        and happening.type in ("surrender", "weapons_found")
        and noun.lemma not in figure_words("holder")
    )
    if bare and not owned and not (kind == "vehicle" and suffers):
        return None
    return BY_CLASS.get(kind or "")


def _is_bomb(happening: Happening, noun: Word) -> bool:
    """ "Two car bombs", "three tunnel-bombs", "two vans packed with explosives" that went off."""
    if happening.type not in BLOWN:
        return False
    packed = (w.lemma.lower() for w in happening.sentence.children(noun, "acl", "amod"))
    return noun.lemma.lower().endswith("bomb") or any(word in LADEN for word in packed)


def _stands_for_one(happening: Happening, count: Count) -> bool:
    """ "One strike", "another shell", "shelled it with a rocket" count one; "a strike" only names it."""
    words = happening.sentence.words
    fired = happening.type in ("air_strike", "shelling") and count.first > 0
    return words[count.first].text.lower() in ("one", "another") or (
        fired and words[count.first - 1].text.lower() == "with"
    )


def _suffers(happening: Happening, noun: Word) -> bool:
    """Tell whether a thing stands as object of a verb of destroying or seizing, as what is burned or looted does."""
    sentence = happening.sentence
    return any(
        noun.index in {w.index for slot in ("object", *mention.row.target) for w in fill(sentence, mention.word, slot)}
        for mention in happening.mentions
        if mention.row.pos == "verb"
        and (mention.word.lemma.lower() in SUFFERS or mention.row.type == "property_destruction")
    )


def _figure(passage: Passage, n: int, tie: _Tie, chosen: dict[int, _Tie], scene: Scene) -> Figure:
    count = passage.counts[n]
    container = passage.counts[count.partitive] if count.partitive is not None and count.partitive in chosen else None
    whole = scene.document.span(container.start, container.end) if container else None
    return _told(count, tie.measure, whole, tie.entry, scene)


def _told(count: Count, measure: str, whole: Span | None, entry: str, scene: Scene) -> Figure:
    of = scene.document.text[count.of_start : count.of_end] if count.of_start is not None else ""
    return Figure(
        span=scene.document.span(count.start, count.end),
        measure=measure,
        of=of,
        low=count.low,
        high=count.high,
        hedge=count.hedge,
        unit=count.unit,
        part_of=whole,
        why=Why(count.rule, entry),
    )
