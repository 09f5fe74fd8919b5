"""What only says where the happening told just before was: "The attack took place in Marl", "the gunmen struck Oru".

It names what was told, as known, and a place in the land that was told with it; nothing in it counts, dates or adds
another.
"""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import PlaceName, Scene
from stemmata.coding.retelling.one_place import WIDE
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places.wording import place_words
from stemmata.times import Time

# How many sentences behind a happening it may be told where it was. Set by judgement.
REACH: Final = 2
PERSONS: Final = frozenset({"he", "she", "they"})
# Types that "the raid" and "the attack" may be for, too.
RAIDED: Final = frozenset({"abduction", "property_destruction", "arrest", "sexual_violence"})
# Types of what a missile, a jet or a bomb does.
STRUCK: Final = frozenset({"air_strike", "shelling", "bombing", "chemical_attack"})
# Words of what goes on, and for what has many places.
LONG: Final = frozenset({"began", "started", "continued", "begun", "resumed"})
CAMPAIGNS: Final = frozenset({"offensive", "counteroffensive", "operation", "campaign", "war", "advance", "battle"})
# How many days the time of one happening may span. Set by judgement.
A_FEW_DAYS: Final = 7


def says_where(happening: Happening, earlier: Happening, scene: Scene) -> bool:
    """Tell whether a happening is an earlier one again, told only to say where in its land it was."""
    if not 0 < happening.passage.number - earlier.passage.number <= REACH or happening.effects or happening.of_war:
        return False
    places = happening.passage.places
    if not _is_one(earlier) or not _names_it(happening, earlier) or not _is_known(happening, scene) or is_wide(places):
        return False
    adding = scene.codebook.speakers["adding"]
    if any(word in adding for word in happening.sentence.low) or _is_another_time(happening, earlier):
        return False
    if not earlier.passage.places:
        return happening.type == earlier.type
    quarters = any(_is_quarter(happening.sentence, place) for place in places)
    return _lie_in(places, earlier.passage.places, quarters=quarters)


def is_raid(happening: Happening, scene: Scene) -> bool:
    """ "Gunmen killed nine people", "kidnapped nine girls": an attack, though the word tells only what came of it."""
    if happening.type in RAIDED:
        return True
    doers = arguments.subjects(happening.sentence, happening.trigger.word)
    by_armed = any(scene.classes.is_a(happening.sentence, doer, "armed") for doer in doers)
    return happening.trigger.row.role == "effect" and happening.type == "casualties" and by_armed


def _is_one(happening: Happening) -> bool:
    """Tell whether something is told to have happened once: "began to launch raids" and "as a pretext to strike" do
    not."""
    word = happening.trigger.word
    begins = any(form in LONG for form in happening.sentence.low)
    return not begins and not matches(word.deprel, ("xcomp", "advcl", "acl"))


def _names_it(happening: Happening, earlier: Happening) -> bool:
    """Tell whether a word may be for an earlier happening: "the attack", "the fighting"; "the strike" is for no
    strikes."""
    now, then = happening.trigger.word, earlier.trigger.word
    one_of_many = now.xpos == "NN" and then.xpos == "NNS" and not now.lemma.endswith("ing")
    same = happening.type == earlier.type and now.upos == "NOUN"
    deaths = happening.trigger.row.role == "effect" and now.upos == "NOUN"  # "the killings"
    passive = now.upos == "VERB" and happening.sentence.child(now, "nsubj:pass") is not None
    named = same or deaths or passive or of_one_means(happening, earlier) or now.lemma == then.lemma
    if now.lemma in CAMPAIGNS:
        return False
    return happening.trigger.row.role == "open" or (named and not one_of_many)


def befell(happening: Happening, scene: Scene) -> bool:
    """ "He was hit in the leg", "the reporter was attacked": somebody told of before came to harm."""
    sentence, word = happening.sentence, happening.trigger.word
    subject = sentence.child(word, "nsubj:pass") if word.upos == "VERB" else None
    if subject is None or scene.codebook.types[happening.type].family not in ("fighting", "civilians"):
        return False
    if subject.text.lower() in PERSONS:
        return True
    known = clauses.determined(sentence, subject, {"the"}) and not sentence.children(
        subject, "compound", "amod", "nmod"
    )
    return known and scene.classes.is_a(sentence, subject, "people")


def of_one_means(happening: Happening, earlier: Happening) -> bool:
    """ "A drone strike killed him. The missile hit his car": what the verb of a missile tells may be a strike."""
    return happening.trigger.word.upos == "VERB" and {happening.type, earlier.type} <= STRUCK


def _is_another_time(happening: Happening, earlier: Happening) -> bool:
    """Tell whether a day is told that is not the earlier happening's, or it went on for long.

    "The third this month" tells no day.
    """
    if any(_is_long(time) for time in earlier.passage.times):
        return True
    told, before = (
        {(t.start, t.end) for t in h.passage.times if t.start and not _is_long(t)} for h in (happening, earlier)
    )
    return bool(told and before) and not told & before


def _is_long(time: Time) -> bool:
    return time.start is not None and (time.end is None or (time.end - time.start).days > A_FEW_DAYS)


def _lie_in(places: Sequence[PlaceName], lands: Sequence[PlaceName], *, quarters: bool) -> bool:
    """Tell whether places may lie in the lands that were told, of which there is one at least; with `quarters`, in a
    town."""
    known = {land.resolved.country for land in lands if land.resolved}
    own = {place.resolved.country for place in places if place.resolved}
    around = all(land.relation == "near" for land in lands)  # "an area outside Marl"
    wide = quarters or around or is_wide(lands)
    return bool(lands) and wide and (None in known | own or bool(known & own))


def _is_quarter(sentence: Sentence, place: PlaceName) -> bool:
    """ "The Saltivka neighbourhood": it lies in the town that was told, if in none else."""
    return place_words().get(sentence.low[place.last]) in ("quarter", "district")


def is_wide(places: Sequence[PlaceName]) -> bool:
    """Tell whether only lands are told: countries, regions, parts of them."""
    return all(place.resolved is not None and place.resolved.level in WIDE for place in places)


def _is_known(happening: Happening, scene: Scene) -> bool:
    """ "The attack", "the gunmen opened fire": it names what was told, or those who did it."""
    sentence, word = happening.sentence, happening.trigger.word
    if word.upos != "VERB":
        return clauses.determined(sentence, word, clauses.DEFINITE)
    if befell(happening, scene):
        return True
    subjects = arguments.subjects(sentence, word)
    return any(is_band(sentence, w, scene) or is_means(sentence, w, scene) for w in subjects)


def is_means(sentence: Sentence, subject: Word, scene: Scene) -> bool:
    """ "The bomb", "the rocket", "the jets"."""
    definite = clauses.determined(sentence, subject, clauses.DEFINITE)
    return definite and any(scene.classes.is_a(sentence, subject, kind) for kind in ("bomb", "shell", "aircraft"))


def is_band(sentence: Sentence, subject: Word, scene: Scene) -> bool:
    """ "The attackers", "the gunmen": armed people who were told of, and no side by its name."""
    named = sentence.children(subject, "compound", "amod", "nmod", "acl")
    definite = subject.upos == "NOUN" and clauses.determined(sentence, subject, clauses.DEFINITE)
    return definite and not named and scene.classes.is_a(sentence, subject, "armed")
