"""Who did it, and to whom: takes the parties of a happening from its slots."""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from stemmata.coding.happenings.happenings import Happening, Support
from stemmata.coding.parties.clause_above import acting_above
from stemmata.coding.parties.eligibility import can_act, can_kill, flies, is_people, is_place
from stemmata.coding.parties.going_on import BARE
from stemmata.coding.parties.makers import makers
from stemmata.coding.parties.owners_of_means import owners_of_means
from stemmata.coding.parties.parties import Found, parties
from stemmata.coding.parties.sides_beside import HELD
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import keys
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.records import Party

# Types whose people stand as object when somebody drives them out ("the army displaced 300 families").
DRIVEN: Final = frozenset({"displacement", "return"})
# Verbs whose object is what people run from.
FLEEING: Final = frozenset({"flee", "escape"})
# Types whose force is told to be moved by nobody named ("troops were flown in").
MOVING: Final = frozenset({"deployment", "withdrawal"})
# Those told of before, and words for how many of them.
THEM: Final = frozenset({"them", "us"})
SHARES: Final = frozenset({"most", "all", "some", "many", "several", "both", "half", "majority"})
# Sides that stand in the words of a deed themselves.
OWN_SIDES: Final = frozenset({"rebel", "army", "government", "regime", "militia", "police", "coalition"})
# What ties a fight to the clause that tells of one of its sides.
ASIDE: Final = frozenset({"after", "during", "in", "following", "amid", "before", "through"})


def initiators(happening: Happening, scene: Scene) -> tuple[Party, ...]:
    """Who did it; in displacement, return, surrender and protest those who flee, return, surrender, protest."""
    if happening.of_war and happening.type not in DRIVEN:
        return ()
    if happening.type in DRIVEN and (out := driven(happening, scene)):
        return parties(happening.passage, [(word, "driven-people") for word in out], scene)
    if happening.type in MOVING and (moved := _moved(happening, scene)):
        return parties(happening.passage, [(word, "moved-force") for word in moved], scene)
    parts = (happening, *happening.later)
    told = ((part, _named_best(_without_means_sent(part, _of_the_deed(part, _acting(part, scene))))) for part in parts)
    told = ((part, acting) for part, acting in told if part is happening or any(w.upos != "PRON" for w, _ in acting))
    if (found := next(((part, acting) for part, acting in told if acting), None)) is not None:
        return parties(found[0].passage, found[1], scene)
    above = acting_above(happening, tuple(target_heads(happening, scene)), scene)
    return parties(happening.passage, [(word, "initiator-of-clause-above") for word in above], scene)


def _acting(happening: Happening, scene: Scene) -> list[Found]:
    """The heads of those who can have done it, each with the rule that found it."""
    told = (*in_role(happening, "initiator", scene), *owners_of_means(happening, scene))
    by_harm = any(rule == "initiator-of-consequence" for _, rule in told)
    harmed = target_heads(happening, scene) if by_harm else ()
    return [
        (word, rule)
        for word, rule in told
        if can_act(happening, word, scene)
        and (rule != "initiator-of-consequence" or (word not in harmed and can_kill(happening, word, scene)))
    ]


def _without_means_sent(happening: Happening, acting: list[Found]) -> list[Found]:
    """ "Drones launched by the militia": the militia did it, and what it sent did not."""
    sentence, heads = happening.sentence, {word.index for word, _ in acting}
    sent = {
        word.index
        for word, _ in acting
        for verb in sentence.children(word, "acl")
        if verb.xpos == "VBN" and any(w.index in heads for w in fill(sentence, verb, "by"))
    }
    return [found for found in acting if found[0].index not in sent]


def _of_the_deed(happening: Happening, acting: list[Found]) -> list[Found]:
    """Those whom the noun names as its doers, less who only has it done: "he ordered the deployment of two units"."""
    sentence, trigger = happening.sentence, happening.trigger
    behind = {w for slot in ("by", "of") if slot in trigger.row.initiator for w in fill(sentence, trigger.word, slot)}
    told = trigger.row.pos == "noun" and any(word in behind for word, _ in acting)
    return [found for found in acting if found[1] != "initiator-of-support"] if told else acting


def _named_best(acting: list[Found]) -> list[Found]:
    """Those who act without the bare "terrorist" of "a terrorist attack by X" and the pronoun that takes X up again."""
    nouns = [(word, rule) for word, rule in acting if word.upos != "PRON"]
    best = nouns if nouns and len(nouns) < len(acting) else acting
    named = [(w, r) for w, r in best if not (matches(w.deprel, ("amod", "compound")) and w.lemma.lower() in BARE)]
    return named or best


def target_heads(happening: Happening, scene: Scene) -> list[Word]:
    """The heads of all that stands in the target slots, parties or not: places and things too."""
    return [word for word, _ in in_role(happening, "target", scene)]


def in_role(happening: Happening, role: str, scene: Scene) -> Iterator[tuple[Word, str]]:
    """Each head in the slots of a role, trigger first, with the rule that found it."""
    for word, rule in _in_slots(happening, role, scene):
        yield word, rule
        yield from ((part, rule) for part in named_parts(happening.sentence, word, scene))


def named_parts(sentence: Sentence, word: Word, scene: Scene) -> Iterator[Word]:
    """Those whom a phrase names as a part of it: "rebels including Al-Nusra Front militants"; not "a journalist"."""
    for part in sentence.children(word, "nmod"):
        if "including" in clauses.cases(sentence, part):
            for one in clauses.members(sentence, part):
                if is_known_by_name(sentence, one, scene):
                    yield one


def is_known_by_name(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """Tell whether a phrase names a side that the registry knows, or a person."""
    person = word.upos == "PROPN" and word.xpos == "NNP" and scene.classes.is_a(sentence, word, "civilian")
    return person or (scene.classes.is_a(sentence, word, "side") and not scene.classes.is_a(sentence, word, "civilian"))


def _in_slots(happening: Happening, role: str, scene: Scene) -> Iterator[tuple[Word, str]]:
    """The heads of what the trigger and its support verbs have in the slots of a role."""
    sentence, passage = happening.sentence, happening.passage
    for mention in happening.mentions:
        if role == "target" and _is_damage(happening, mention):
            continue
        rule = f"{role}-of-consequence" if mention.row.role == "effect" else f"{role}-in-slot"
        yield from ((_counted(passage, w), rule) for w in _slots(happening, mention, role, scene))
        if role == "initiator":
            made = makers(sentence, mention.word, list(fill(sentence, mention.word, "of")), scene)
            yield from ((w, rule) for w in (made if "of" not in mention.row.initiator else ()))
            yield from ((w, "initiator-of-clause") for w in _in_clause_of(happening, mention))
    for support in happening.supports:
        own = {c.index for c in happening.carriers}
        for slot in _slots_of_support(sentence, support, role, own):
            found = [w for w in fill(sentence, support.verb, slot) if w.index not in own]
            if slot == "between":
                found = _first_or_rest(found, role)
            yield from ((w, f"{role}-of-support") for w in found)


def _slots_of_support(sentence: Sentence, support: Support, role: str, own: Set[int]) -> Sequence[str]:
    """The slots of a role; "engaged rebels in a gun battle" tells of two sides, where "a battle involved rebels", and
    "troops were engaged in a battle", tell of one."""
    slots = support.row.initiator if role == "initiator" else support.row.target
    if "object" not in support.row.initiator or "subject" not in support.row.initiator:
        return slots
    if all(word.index in own for word in fill(sentence, support.verb, "subject")):
        return slots
    return ("subject",) if role == "initiator" else (*slots, "object")


def _is_damage(happening: Happening, mention: Mention) -> bool:
    """ "Damage to houses" beside an attack tells what else it hit, not whom it was aimed at."""
    return mention.row.type == "property_destruction" != happening.type and mention.row.pos == "noun"


def _first_or_rest(between: list[Word], role: str) -> list[Word]:
    """ "Clashes between soldiers and rebels": told first, told second; "between gangs" has no second."""
    return between[:1] if role == "initiator" else between[1:]


def _counted(passage: Passage, word: Word) -> Word:
    """Whom a number counts: "a quarter of a million people", "a large number of citizens".

    A number that names nobody ("and 9,000 displaced") counts the people counted before it in the sentence.
    "Most of them were freed" tells of them.
    """
    sentence = passage.sentence
    over = next((c for c in passage.counts if c.first <= word.index <= c.last), None)
    if over is None:
        above = sentence.head(word)
        past = above is not None and above.xpos in ("VBN", "VBD")
        of_them = (w for w in sentence.children(word, "nmod") if w.text.lower() in THEM)
        return next(of_them, word) if past and word.lemma.lower() in SHARES else word
    noun = None if over.noun is None else sentence.words[over.noun]
    named = (w for w in sentence.children(word, "appos") if w.upos == "PROPN" and word.lemma.lower() == "one")
    if (one := next(named, None)) is not None:
        return one  # "one of them, Ann Lee, was beaten"
    if noun is not None and noun.upos != "VERB":
        return noun if noun.head == word.index and matches(noun.deprel, ("nmod",)) else word
    before = [c.noun for c in passage.counts if c.last < over.first and c.unit == "people" and c.noun is not None]
    return sentence.words[before[-1]] if before else word


def _words_of_form(sentence: Sentence, mention: Mention) -> Iterator[int]:
    """The words of a trigger's own form, without what stands between: "pushed" and "out" of "pushed them out"."""
    for word in sentence.words[mention.first : mention.last + 1]:
        if word.index == mention.word.index or not set(keys(word)).isdisjoint(mention.row.form):
            yield word.index


def _rest_of_form(sentence: Sentence, mention: Mention) -> Iterator[int]:
    """The words of a verb's form but the verb: "fire" of "set fire to"."""
    if mention.row.pos == "verb":
        yield from (n for n in _words_of_form(sentence, mention) if n != mention.word.index)


def _words_of_forms(happening: Happening, mention: Mention) -> set[int]:
    """The words of a trigger's own form, and the rest of others': "looted and set fire to a clinic"."""
    sentence = happening.sentence
    others = (n for m in happening.passage.mentions for n in _rest_of_form(sentence, m))
    return {*_words_of_form(sentence, mention), *others}


def _slots(happening: Happening, mention: Mention, role: str, scene: Scene) -> Iterator[Word]:
    """What stands in the slots of a trigger, without the words of its own form ("fire rockets")."""
    sentence, row = happening.sentence, mention.row
    own: set[int] | None = None
    slots = row.initiator if role == "initiator" else row.target
    if _faces(happening, mention, scene):
        slots = (*slots, "with") if role == "initiator" else tuple(slot for slot in slots if slot != "with")
    for slot in slots:
        filled = fill(sentence, mention.word, slot)
        if not filled:
            continue
        if own is None:
            own = _words_of_forms(happening, mention)
        found = [
            w
            for w in filled
            if slot == "trigger" or w.index not in own or (slot in ("of", "on", "at") and w.index == mention.last)
        ]
        found = [owner for w in found for owner in (_holding(sentence, w) if w.lemma.lower() in HELD else (w,))]
        if slot == "compound" and role == "initiator":
            within = [w for w in filled if w.index in own]
            found += [c for w in within for c in sentence.children(w, "compound")]  # "rebel rocket fire"
            found += [w for w in within if w.lemma.lower() in OWN_SIDES]  # "a rebel assault"
            found += _sides_joined(sentence, found, mention.word, scene)
        if slot == "of":  # "the air strikes of the army's jets"
            made = makers(sentence, mention.word, found, scene)
            found = [w for w in found if w not in made and not flies(sentence, w, scene)]
        if slot == "between" and slot in row.initiator and slot in row.target:
            found = _first_or_rest(found, role)
        yield from found


def _sides_joined(sentence: Sentence, found: list[Word], noun: Word, scene: Scene) -> list[Word]:
    """The second side of "Russian and Syrian joint strikes"."""
    joined = [c for w in found for c in sentence.children(w, "conj") if c.index < noun.index]
    apart = [w for w in joined if sentence.words[w.index + 1] not in found]
    return [w for w in apart if scene.classes.side(sentence, w)]


def _holding(sentence: Sentence, control: Word) -> Words:
    """The army of "fell under the army's control", "returned to army rule"."""
    beside = (*clauses.possessors(sentence, control), *clauses.compounds(sentence, control))
    return (*beside, *clauses.phrase_after(sentence, control, "of")) or (control,)


def _faces(happening: Happening, mention: Mention, scene: Scene) -> bool:
    """ "Ten soldiers were killed in clashes with rebels": those killed are told, and the rebels are who they faced."""
    sentence = happening.sentence
    if mention.row.pos != "noun" or mention.row.type != "clash" or not fill(sentence, mention.word, "with"):
        return False
    hurt = [e for e in happening.effects if fill(sentence, e.word, "object") and not fill(sentence, e.word, "subject")]
    doers = (w for slot in ("by", "compound", "possessive", "between") for w in fill(sentence, mention.word, slot))
    sides = any(scene.classes.is_a(sentence, w, "armed") for w in doers)
    return bool(hurt) and not sides and not _in_clause_of(happening, mention)


def _in_clause_of(happening: Happening, mention: Mention) -> Words:
    """The army of "the army took the hill after clashes with rebels": the fight tells of one side only."""
    sentence, word = happening.sentence, mention.word
    clause = sentence.head(word)
    if mention.row.pos != "noun" or "with" not in mention.row.target or clause is None or clause.upos != "VERB":
        return ()
    told_aside = clauses.cases(sentence, word) & ASIDE and fill(sentence, word, "with")
    return arguments.subjects(sentence, clause) if told_aside else ()


def driven(happening: Happening, scene: Scene) -> list[Word]:
    """People who stand as object of a verb of driving out; "fled Kinshasa" or "fled rebels" tells what from."""
    mention = happening.trigger
    if mention.row.pos != "verb":
        return []
    if mention.word.lemma in FLEEING and fill(happening.sentence, mention.word, "subject"):
        return []
    found = [_counted(happening.passage, w) for w in fill(happening.sentence, mention.word, "object")]
    return [w for w in found if is_people(happening, w, scene) and not is_place(happening, w)]


def _moved(happening: Happening, scene: Scene) -> list[Word]:
    """ "Two battalions were flown in": who goes where nobody is told to send them."""
    sentence, mention = happening.sentence, happening.trigger
    if not sentence.child(mention.word, "aux:pass") or fill(sentence, mention.word, "by"):
        return []
    told = fill(sentence, mention.word, "object")
    return [w for w in told if any(scene.classes.is_a(sentence, w, kind) for kind in ("armed", "force"))]
