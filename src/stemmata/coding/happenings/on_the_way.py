"""What people did before, behind or beside what is told of them, and what is no happening of its own for that."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import passives
from stemmata.coding.syntax.classes import PEOPLE
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Types that may only say what people were doing when something befell them.
PEACEFUL: Final = frozenset({"aid", "deployment", "displacement", "return", "withdrawal"})
# Who masses is there for something of his own: "struck fighters who were massing".
MASSING: Final = frozenset({"mass", "gather", "amass", "assemble", "regroup", "concentrate"})
ENTERING: Final = frozenset({"enter", "move", "roll", "drive", "march"})
# Verbs of getting to where something is done, by the type that they would be alone.
_AT: Final = frozenset({"storm", "raid", "burst", "invade", "descend", "infiltrate"})
ON_THE_WAY: Final = {
    "territory_gain": ENTERING - {"drive"},
    "withdrawal": frozenset({"leave"}),
    "siege": frozenset({"block", "barricade", "close", "surround", "stop"}),  # a road, to rob those on it
    "clash": _AT,
    "attack_on_civilians": _AT,
}
# Verbs by which armed people lay hands on those whom they kill at once.
FIRST: Final = frozenset("drag pull take catch lead haul march offload bring line round pick herd".split())
KILLING: Final = frozenset({"attack_on_civilians", "casualties"})
# What is done with a bomb before it goes off.
LAYING: Final = frozenset({"plant", "lay", "hide", "attach", "place", "leave", "bury", "conceal", "rig"})
# How those who find a bomb do away with it.
SET_OFF: Final = frozenset({"blow", "detonate", "explode", "destroy"})
# Raids, what they are taken for where nothing more is told, and what they come for.
RAIDS: Final = frozenset({"raid", "swoop"})
FOUGHT: Final = frozenset({"clash", "shelling", "attack_on_civilians"})
CAME_FOR: Final = frozenset({"arrest", "release", "weapons_found"})
# What armed people come for.
HARMING: Final = frozenset({"attack_on_civilians", "abduction", "casualties", "clash", "property_destruction", "riot"})


def meanwhile(happening: Happening, report: Report) -> bool:
    """ "Shot as he was leaving his home", "six miners returning home were shot": what people were just doing."""
    sentence, word = happening.sentence, happening.trigger.word
    marks = {mark.text.lower() for mark in sentence.children(word, "mark", "advmod")}
    going_on = word.xpos == "VBG" or (report.type in ("aid", "return") and bool(marks & {"as", "while"}))
    if not going_on or report.type not in PEACEFUL or word.lemma.lower() in MASSING:
        return False
    befell = [
        m for m in happening.passage.mentions if m.row.type in HARMING | {"arrest"} and m not in happening.mentions
    ]
    if not report.figures and any(_when_it_came(sentence, word, m.word) for m in befell if m.row.type in HARMING):
        return True  # "were leaving the area when they came under fire"
    if word.deprel == "acl" and any(word.head in _struck_by(sentence, m) for m in befell):
        return True
    return not report.figures and bool(marks & {"as", "while", "when"}) and matches(word.deprel, ("advcl",))


def _when_it_came(sentence: Sentence, going: Word, came: Word) -> bool:
    """ "Were leaving when it came": a verb that went on, above the clause of "when" that broke in on it."""
    went_on = any(aux.lemma.lower() == "be" for aux in sentence.children(going, "aux"))
    below = came.head == going.index and came.deprel == "advcl"
    return went_on and below and any(m.text.lower() == "when" for m in sentence.children(came, "mark", "advmod"))


def was_found(happening: Happening) -> bool:
    """ "Found a bomb planted near a mosque", "a mine that rebels had laid was defused", "found shells, which sappers
    blew up in place": it hit nobody."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos == "noun" and happening.type in ("bombing", "grenade") and not happening.effects:
        found = [m.word for m in happening.passage.mentions if m.row.type == "weapons_found" and m.row.pos == "verb"]
        return any(find.head == word.index and matches(find.deprel, ("acl",)) for find in found)  # "a grenade found by"
    laid = happening.type == "bombing" and word.lemma.lower() in LAYING | SET_OFF and matches(word.deprel, ("acl",))
    if not laid or happening.effects:
        return False
    finds = (m.word for m in happening.passage.mentions if m.row.type == "weapons_found")
    things = (t for verb in finds for t in sentence.children(verb, "obj", "nsubj:pass"))
    return any(thing.index == word.head for thing in things)


def _struck_by(sentence: Sentence, mention: Mention) -> set[int]:
    """The words that stand for those whom a trigger befell."""
    return {word.index for slot in mention.row.target for word in fill(sentence, mention.word, slot)}


def leads_up(happening: Happening, report: Report) -> bool:
    """ "Set up a roadblock and shot six travellers", "stormed a school, abducting nine pupils": how armed people got to
    what they came for."""
    sentence, word = happening.sentence, happening.trigger.word
    before = any(aux.text.lower() == "had" for aux in sentence.children(word, "aux"))
    if report.type == "territory_gain" and before and word.lemma.lower() in ENTERING and word.deprel == "acl:relcl":
        return True  # "shot by soldiers who had entered the town"
    on_the_way = report.type == "deployment" or word.lemma.lower() in ON_THE_WAY.get(report.type, ())
    if not on_the_way or happening.effects:
        return False
    first = sentence.head(word) if word.deprel == "conj" else word
    listed = () if first is None else (first, *sentence.children(first, "conj"), *sentence.children(word, "advcl"))
    done = ((m, _done(sentence, m)) for m in happening.passage.mentions if m.row.type in HARMING | {"arrest"})
    return any(
        verb.index > word.index and verb in listed and sentence.child(verb, "nsubj", "nsubj:pass", "mark") is None
        for m, verb in done
        if verb is not None and m not in happening.mentions
    )


def _done(sentence: Sentence, mention: Mention) -> Word | None:
    """The verb by which something is done: "shot" or the "committed" of "committed a massacre"."""
    if mention.row.pos == "verb":
        return mention.word
    return sentence.head(mention.word) if mention.word.deprel == "obj" else None


def only_came_for(happening: Happening) -> bool:
    """ "A raid that netted six suspects", "raided a flat and seized two rifles": a raid that detains, frees or finds
    and hurts nobody is that (codebook, section 2)."""
    word = happening.trigger.word
    if word.lemma.lower() not in RAIDS or happening.type not in FOUGHT or happening.effects or happening.mentions[1:]:
        return False
    others = (m for m in happening.passage.mentions if m not in happening.mentions)
    told = {m.row.type for m in others if m.word.xpos != "VB"}  # not "a raid to detain"
    return bool(told & CAME_FOR) and not told & (FOUGHT | {"casualties"})


def laid_hands_on(happening: Happening, report: Report) -> bool:
    """ "Dragged a patient from his bed and executed him", "were pulled off a bus and shot": no abduction."""
    sentence, word = happening.sentence, happening.trigger.word
    if report.type not in ("abduction", "arrest", "displacement") or word.lemma.lower() not in FIRST:
        return False
    if report.type == "displacement" and "object" not in happening.trigger.row.initiator:
        return False  # "took refuge"
    first = sentence.head(word) if word.deprel == "conj" else word
    listed = () if first is None else sentence.children(first, "conj")
    return any(
        m.word.index > word.index and m.word in listed and sentence.child(m.word, "nsubj", "nsubj:pass") is None
        for m in happening.passage.mentions
        if m.row.type in KILLING and m.row.pos == "verb"
    )


def runs_off(happening: Happening) -> bool:
    """ "The attackers fled", "shot a man and escaped": who fights and runs is not driven from home."""
    if happening.type != "displacement":
        return False
    sentence, word = happening.sentence, happening.trigger.word
    first = sentence.head(word) if word.deprel == "conj" and not sentence.child(word, "nsubj", "obj") else None
    if word.deprel == "advcl" and any(w.text.lower() == "before" for w in sentence.children(word, "mark")):
        own = sentence.children(word, "nsubj")  # "torched the huts before they fled", "before fleeing"
        first = sentence.head(word) if all(w.upos == "PRON" for w in own) else None
    active = first is not None and not any(passives.passive(sentence, verb) for verb in (first, word))
    if active and any(m.word is first and m.row.type in HARMING for m in happening.passage.mentions):
        return True
    people = [*fill(happening.sentence, word, "subject"), *fill(happening.sentence, word, "object")]
    people = [w for w in people if counted_class(w.lemma.lower()) in PEOPLE]
    return bool(people) and all(counted_class(w.lemma.lower()) == "combatant" for w in people)
