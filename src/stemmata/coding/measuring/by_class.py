"""Counts things by what they are: two tanks destroyed, ten caches seized, four rockets fired."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax.slots import fill
from stemmata.figures import Count, counted_class, figure_words
from stemmata.language.trees import Word

# What is counted by what it is: two tanks destroyed, ten caches seized.
BY_CLASS: Final = {
    "weapon": "weapons",
    "vehicle": "vehicles",
    "building": "buildings",
    "settlement": "villages",
    "strike": "strikes",
}
# Where things happen, without being any number of places.
UNMEASURED: Final = frozenset({"area"})
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


def measure_by_class(happening: Happening, count: Count) -> str | None:
    """The measure of counted things by what they are."""
    if count.noun is None:
        return None
    noun = happening.sentence.words[count.noun]
    kind = counted_class(noun.lemma.lower())
    if kind == "settlement" and count.first > 0 and happening.sentence.words[count.first - 1].text.lower() == "the":
        return None  # "the two neighbourhoods" have been told
    if noun.lemma.lower() in UNMEASURED:
        return None
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
