"""Whom it was done to where no slot of a trigger holds them: those aboard, those going by, who held the place."""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.counted_arguments import CARRIES
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import keys
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word, Words

# Families of types in which people are struck.
STRIKING: Final = frozenset({"strikes", "bombs", "civilians"})
# Verbs of what goes by where a bomb lies.
PASSING: Final = frozenset(
    {"pass", "drive", "travel", "walk", "patrol", "cross", "ride", "move", "enter", "approach", "run"}
)
# Words of a place that somebody holds.
HOLDING: Final = frozenset({"hold", "control", "occupy", "dominate", "rule", "run", "seize"})
TAKING: Final = frozenset({"capture", "seize", "take", "overrun", "conquer", "occupy", "invade"})
HELD: Final = frozenset({"occupation", "rule", "control", "hand"})
# Words for a place by the side that holds it.
STRONGHOLDS: Final = frozenset(
    {"stronghold", "bastion", "redoubt", "enclave", "haven", "hideout", "lair", "pocket", "headquarters"}
)
# Verbs of what makes those who held a place leave it.
OUSTING: Final = frozenset("drive push force expel oust rout evict dislodge eject defeat chase overpower".split())
UNTIL_THEN: Final = frozenset({"after", "from", "following", "out", "under"})


def struck_beside(happening: Happening, struck: Sequence[Word], scene: Scene) -> Iterator[tuple[Word, str]]:
    """The heads of those it was done to, each with its rule.

    Args:
        happening: what was done.
        struck: the heads in the target slots of its words.
        scene: the document.
    """
    if scene.codebook.types[happening.type].family in STRIKING:
        yield from ((w, "target-aboard") for thing in struck for w in _aboard(happening.sentence, thing))
        yield from ((w, "target-passing") for w in _passing(happening))
    if happening.type == "territory_gain":
        told = {word.lemma.lower() for word in struck}  # "a rebel camp, killing five rebels"
        held = [w for w in _holders(happening, scene) if w.lemma.lower() not in told]
        yield from ((w, "target-that-held") for w in held or _ousted(happening, scene))
    if happening.type == "weapons_found":
        yield from ((w, "target-that-held") for w in _armed_with(happening, scene))


def _aboard(sentence: Sentence, thing: Word) -> Iterator[Word]:
    """ "Hit a bus carrying pilgrims"."""
    for verb in sentence.children(thing, "acl"):
        if verb.lemma.lower() in CARRIES and verb.xpos == "VBG":
            yield from arguments.objects(sentence, verb)


def _passing(happening: Happening) -> Iterator[Word]:
    """ "Went off as a patrol was passing"."""
    sentence = happening.sentence
    for trigger in (m.word for m in happening.mentions if m.row.pos == "verb"):
        for verb in sentence.children(trigger, "advcl"):
            opening = {w.text.lower() for w in sentence.children(verb, "mark", "advmod")}
            if verb.lemma.lower() in PASSING and opening & {"as", "when", "while"}:
                yield from arguments.subjects(sentence, verb)


def _holders(happening: Happening, scene: Scene) -> Iterator[Word]:
    """ "Retook the rebel-held hill", "land that the front controlled", "after its occupation by the militia"."""
    sentence, trigger = happening.sentence, happening.trigger.word
    taken = [*arguments.objects(sentence, trigger), *clauses.phrase_after(sentence, trigger, "of")]
    if "subject" not in happening.trigger.row.initiator:  # "their base fell to the army"
        taken += arguments.subjects(sentence, trigger)
    taken += [w for thing in taken for w in clauses.phrase_after(sentence, thing, "of")]
    places = [*taken, *(place.head for place in happening.passage.places)]
    verbs = {v: None for place in places for v in sentence.children(place, "amod", "acl") if v.lemma.lower() in HOLDING}
    held = [w for verb in verbs for w in _holding(sentence, verb)]
    held += [w for thing in taken for w in _took_before(sentence, thing, trigger)]
    for noun in sentence.children(trigger, "obl", "nmod"):
        if noun.lemma.lower() in HELD and clauses.cases(sentence, noun) & UNTIL_THEN:
            held += [*clauses.phrase_after(sentence, noun, "by"), *clauses.compounds(sentence, noun)]
    held += [w for thing in taken for w in _owners(sentence, thing, scene)]
    doers = fill(sentence, trigger, "subject")
    for word in (clauses.proper(sentence, w) for w in held):
        side = scene.classes.side(sentence, word) or scene.classes.is_a(sentence, word, "armed")
        if (side or _of_a_people(sentence, word)) and word not in doers:
            yield word


def _took_before(sentence: Sentence, thing: Word, trigger: Word) -> Iterator[Word]:
    """ "Retook the town, which the rebels had seized in June": who took it before held it until then."""
    for noun in (thing, *sentence.children(thing, "appos")):
        for verb in sentence.children(noun, "acl:relcl"):
            if verb.lemma.lower() in TAKING and verb.index != trigger.index:
                yield from arguments.subjects(sentence, verb)


def _of_a_people(sentence: Sentence, word: Word) -> bool:
    """ "Serb-held", "Tamil-controlled": whoever holds it, and not how long."""
    above = sentence.head(word)
    return above is not None and above.lemma.lower() in HOLDING and word.text[:1].isupper() and word.upos != "ADV"


def _ousted(happening: Happening, scene: Scene) -> Iterator[Word]:
    """ "Took the town, driving the rebels out", "after routing the garrison": who had to leave."""
    sentence, trigger = happening.sentence, happening.trigger.word
    for verb in sentence.children(trigger, "advcl", "conj"):
        if verb.lemma.lower() in OUSTING:
            for word in arguments.objects(sentence, verb):
                if scene.classes.is_a(sentence, word, "armed"):
                    yield word


def _owners(sentence: Sentence, thing: Word, scene: Scene) -> Words:
    """Whose base or stronghold it was; an adjective may only say where: "the Syrian stronghold of the group"."""
    if not any(key in STRONGHOLDS or key in scene.codebook.classes["post"] for key in keys(thing)):
        whose = clauses.possessors(sentence, thing)  # "the front's last airstrip"; a state's town is no fighter's
        return tuple(w for w in whose if w.upos != "PRON" and _fights(sentence, w, scene))
    before = (w for w in clauses.compounds(sentence, thing) if w.upos in ("NOUN", "PROPN"))
    return (*before, *clauses.possessors(sentence, thing), *clauses.phrase_after(sentence, thing, "of"))


def _fights(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """Fighters or an armed group by its name; a state has towns that others hold."""
    first, last = clauses.phrase(sentence, word)
    name = " ".join(w.text for w in sentence.words[first.index : last.index + 1])
    known = scene.registry.resolve(name, head=word.text, day=scene.day, country=scene.country)
    of_state = known is not None and known.id.startswith(("government-of-", "civilians"))
    return scene.classes.is_a(sentence, word, "armed") and not of_state


def _armed_with(happening: Happening, scene: Scene) -> Iterator[Word]:
    """ "Confiscated rifles from the militia"."""
    for word in fill(happening.sentence, happening.trigger.word, "from"):
        if scene.classes.is_a(happening.sentence, word, "armed"):
            yield word


def _holding(sentence: Sentence, verb: Word) -> Words:
    """Who holds it; trees take "territory they once controlled" for a passive."""
    own = sentence.children(verb, "nsubj:pass") if verb.deprel == "acl" else ()
    return own or arguments.subjects(sentence, verb)
