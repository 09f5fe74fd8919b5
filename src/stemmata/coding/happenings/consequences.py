"""What a consequence follows from: the dead of a strike, the homes that an attack left in ruins.

A happening on its way is a `Group`: its trigger, the triggers that say the same, and its consequences.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.happenings.other_doings import STRIKES, other_doing
from stemmata.coding.happenings.planned_besides import only_planned
from stemmata.coding.happenings.told_apart import beside, tolls_apart
from stemmata.coding.passages import Passage, PlaceName
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

Group = tuple[Mention, tuple[Mention, ...], tuple[Mention, ...]]

# Relations over which a consequence still belongs to the happening it stands with.
TOGETHER: Final = tuple("nsubj obj obl advcl acl conj xcomp nmod appos dep ccomp csubj advmod amod compound".split())
# Words on the way between a consequence and what it follows from, both counted. Set by judgement.
REACH: Final = 6
# Verbs by which the hurt are brought to where they are treated.
BRINGING: Final = frozenset("take carry bring rush airlift evacuate transfer transport ferry fly shift refer".split())
# Types in which nobody is hurt: the dead of the sentence are of something else; who kills those he abducts does more.
HARMLESS: Final = frozenset(
    "abduction aid agreement arrest return group_change release deployment weapons_found ceasefire_violation"
    " displacement siege withdrawal surrender".split()
)
HARM: Final = frozenset({"attack_on_civilians", "casualties", "sexual_violence", "chemical_attack", "clash"})
TREATING: Final = frozenset({"treat", "receive", "admit"})


def home_of(effect: Mention, groups: Sequence[Group], passage: Passage, codebook: Codebook) -> int | None:
    """Which happening a consequence belongs to, by its index; None where it stands by itself.

    It is the nearest over the tree whose clause it shares, else the attack that it follows without a verb.

    Nobody dies of a burning where an attack is told: "attacked the village: 12 dead, houses torched".
    """
    attacks = [n for n, (trigger, _, _) in enumerate(groups) if trigger.row.type != "property_destruction"]
    for among in (attacks, range(len(groups))):
        near = [n for n in among if not only_planned(passage.sentence, effect.word, groups[n][0].word, codebook)]
        if (home := _nearest(passage, effect, groups, near)) is not None:
            return home
    return _told_with(passage, effect, groups)


def listed_behind(sentence: Sentence, effect: Word) -> int:
    """The killing of "killing eight persons injuring 55", tied to the persons where commas lack; -1 for none."""
    people = sentence.head(effect) if effect.xpos == "VBG" and effect.deprel == "acl" else None
    return -1 if people is None else people.head


def _nearest(passage: Passage, effect: Mention, groups: Sequence[Group], candidates: Iterable[int]) -> int | None:
    sentence = passage.sentence
    together = (*TOGETHER, "parataxis") if _goes_on(passage, effect) else TOGETHER
    best, best_way = None, 99
    for n in candidates:
        trigger, others, _ = groups[n]
        if not _can_hurt(trigger) or other_doing(sentence, effect, trigger) or beside(passage, effect, trigger):
            continue
        for mention in (trigger, *others):
            way = clauses.path(sentence, effect.word, mention.word)
            steps = [w for w in way if w is not _top(way)]
            if len(way) < best_way and all(matches(w.deprel, together) for w in steps) and len(way) <= REACH:
                best, best_way = n, len(way)
    return best


def burned_in_it(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Two bombs fell, and twenty houses burned": what nobody is told to have burned, right behind a strike."""
    word = mention.word
    if mention.row.type != "property_destruction" or mention.row.pos != "verb" or arguments.subjects(sentence, word):
        return False
    strikes = {m.word.index for m in mentions if m.row.type in STRIKES}
    return matches(word.deprel, ("conj", "advcl", "parataxis")) and word.head in strikes and word.head < word.index


def treats_the_hurt(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Treated 24 women who had been raped by rebels": what befell them is told, and the care says who knows of it."""
    if mention.row.type != "aid" or mention.word.lemma.lower() not in TREATING:
        return False
    cared_for = {w.index for w in arguments.objects(sentence, mention.word)}
    deeds = (m.word for m in mentions if m.row.type in ("sexual_violence", "attack_on_civilians", "chemical_attack"))
    return any(matches(deed.deprel, ("acl",)) and deed.head in cared_for for deed in deeds)


def describes_the_struck(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "Killed dozens of people fleeing on foot": what those were doing who were struck."""
    word = mention.word
    if mention.row.type != "displacement" or word.xpos != "VBG" or not matches(word.deprel, ("acl",)):
        return False
    deeds = (m for m in mentions if m.row.type in STRIKES | HARM and m.row.pos == "verb")
    struck = [w for deed in deeds for w in arguments.objects(sentence, deed.word)]
    counted = [w for one in struck for w in clauses.phrase_after(sentence, one, "of")]  # "dozens of people"
    return any(word.head == w.index for w in (*struck, *counted))


def _goes_on(passage: Passage, effect: Mention) -> bool:
    """ "Shot a driver; he died", "shelled the harbour; residents said two men were hurt": a clause behind that names no
    place."""
    sentence, word = passage.sentence, effect.word
    said_by = sentence.head(word) if word.deprel == "ccomp" else None
    word = word if said_by is None or said_by.index > word.index else said_by
    if word.deprel != "parataxis":
        return False
    return not any(clauses.below(sentence, place.head, word) for place in passage.places)


def _told_with(passage: Passage, effect: Mention, groups: Sequence[Group]) -> int | None:
    """The attack that a toll without a verb follows: "a missile strike on the port: seven dead, 144 wounded".

    A place told between the two is that of something else.
    """
    sentence = passage.sentence
    adds = _adds_to_toll(sentence, effect)
    finite = effect.word.xpos != "VBN" or sentence.child(effect.word, "aux")
    if effect.word.upos == "VERB" and finite and not adds:
        return None
    if effect.row.pos == "noun" and not sentence.child(effect.word, "nummod", "nsubj"):
        return None
    if _is_done(sentence, effect) and not adds:
        return None
    before = [n for n, (t, _, _) in enumerate(groups) if _can_hurt(t) and t.word.index < effect.word.index]
    if not before:
        return None
    home = before[-1]
    last = max(m.word.index for m in (groups[home][0], *groups[home][1]))
    marks = [w.index for w in sentence.words[last : effect.word.index] if w.text in (":", ";", ",", "-", "–", "—")]
    between = any(marks and marks[0] < place.first < effect.word.index for place in passage.places)
    return None if between or not marks else home


def _adds_to_toll(sentence: Sentence, effect: Mention) -> bool:
    """ "Five were massacred at the ford; six others are hurt": others than those told of."""
    told_of = (*sentence.children(effect.word, "nsubj", "nsubj:pass"), *arguments.objects(sentence, effect.word))
    return any(w.lemma.lower() in ("other", "more", "another") for w in told_of)


def _is_done(sentence: Sentence, effect: Mention) -> bool:
    """Tell whether a consequence is the predicate of a clause in the past or present: "five were dead"."""
    return sentence.child(effect.word, "cop", "aux") is not None


def _can_hurt(mention: Mention) -> bool:
    return mention.row.type not in HARMLESS


def _top(way: Sequence[Word]) -> Word:
    """The word of a way that governs the others."""
    indices = {word.index for word in way}
    return next(word for word in way if word.head not in indices)


def merged(loose: Sequence[Mention], passage: Passage) -> Iterator[Group]:
    """Consequences with no happening beside them: those of one clause are one ("5 were killed and 12 injured")."""
    remaining = list(loose)
    while remaining:
        first = remaining.pop(0)
        near = [
            m
            for m in remaining
            if len(clauses.path(passage.sentence, first.word, m.word)) <= 4
            and not tolls_apart(passage, first.word, m.word)
        ]
        for mention in near:
            remaining.remove(mention)
        yield first, (), tuple(near)


TRANSFERS: Final = frozenset({"transfer", "transport", "airlift", "repatriation", "body", "remains"})
"""Nouns for what brings the dead and hurt somewhere, and for what is brought."""


def brought_to(place: PlaceName, sentence: Sentence) -> bool:
    """ "Were taken to the clinic in Bor", "flown to Juba": where the hurt are treated is not where it happened."""
    word = place.head
    while matches(word.deprel, ("nmod", "appos")):
        of = sentence.words[word.head].lemma in TRANSFERS and "to" in clauses.cases(sentence, word)
        if of and place.relation != "from":
            return True  # "the transfer of bodies to the clinic"
        word = sentence.words[word.head]  # "to the base hospital in Bor"
    above = sentence.head(word)
    if above is None or above.lemma.lower() not in BRINGING or word.deprel != "obl" or place.relation == "from":
        return False
    goals = sentence.children(above, "obl")  # "to the clinic" and "in Bor" may hang beside each other
    return any("to" in clauses.cases(sentence, goal) for goal in goals)
