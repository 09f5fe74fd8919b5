"""Names in the sentence of a happening that are no place of it.

Who acts or speaks, from whom a town was taken, whose embassy it was, where somebody is at home, what people protest
about, what was left out, and a place in the name of a war.
"""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import PlaceName, Scene
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, matches
from stemmata.places.wording import place_words

# Types whose people or forces move: where they come from is a place of it.
MOVING: Final = frozenset({"displacement", "withdrawal", "return", "deployment", "aid"})
# Those of people whom "from" tells to have been there.
FROM_THERE: Final = MOVING | {"surrender"}
MISSIONS: Final = frozenset({"embassy", "consulate", "mission", "ambassador", "envoy", "delegation"})
WARS: Final = frozenset({"war", "conflict", "uprising", "revolution", "insurgency"})
# Prepositions behind which stands what people protest about.
ABOUT: Final = frozenset({"against", "over", "about", "for", "at"})
PEOPLE: Final = frozenset({"person", "civilian", "combatant", "official"})
# Nouns for bands, bodies and those who tell of something, which may be from anywhere.
BODIES: Final = frozenset("gang group faction cell crew delegation page channel account newspaper station".split())
# Verbs for what is done to places alone.
RAIDED: Final = frozenset({"raid", "storm", "enter", "overrun", "invade", "loot", "burn", "torch"})
# Nouns for those who print or send news, which say where they sit and not what they tell of; "station" with its medium.
OUTLETS: Final = frozenset({"newspaper", "broadcaster", "radio", "daily", "tabloid", "magazine", "weekly", "channel"})
MEDIA: Final = frozenset({"radio", "television", "tv", "news"})
# Words that leave a place out, and how far before it they stand.
EXCEPT: Final = frozenset({"except", "excepting", "excluding", "besides", "barring", "other", "apart", "aside"})
REACH_OF_NO: Final = 6
# Families of types of what is done to people.
PERSONAL: Final = frozenset({"civilians", "law"})


def is_none_of(place: PlaceName, happening: Happening, scene: Scene) -> bool:
    """Tell whether a place that the sentence of a happening names is none of it."""
    sentence = happening.sentence
    return (
        _acts(place, happening)
        or is_qualifier(sentence, place)
        or is_denied(sentence, place)
        or _has_mission(sentence, place)
        or _has_outlet(sentence, place)
        or _is_loser(place, happening)
        or _names_war(place, happening)
        or _is_cause(place, happening)
        or _is_home(place, happening)
        or _is_party(place, happening)
        or _is_person(place, happening, scene)
        or _is_goal_of_flight(place, happening)
    )


def _acts(place: PlaceName, happening: Happening) -> bool:
    """A place that acts or speaks ("Moscow said", "its ally Russia has blamed") is not where it happened.

    One that comes under attack, or sees one, is, and so is Palma of "Palma is back in government hands".
    """
    sentence, word = happening.sentence, place.head
    trigger = happening.trigger
    if trigger.row.pos == "noun" and word.head == trigger.word.index and word.deprel == "nsubj":
        return False
    if word.deprel == "conj" and "of" in clauses.cases(sentence, word):
        return False  # "residents of A and of B fled"
    if _is_told_of(place, happening):
        return False
    while (
        matches(word.deprel, ("conj", "appos", "flat", "compound"))
        and (above := sentence.head(word)) is not None
        and above.index not in {w.index for w in happening.carriers}
    ):
        word = above
    verb = sentence.head(word)
    if word.deprel not in ("nsubj", "nsubj:outer", "obl:agent") or verb is None:
        return False
    if (verb.lemma == "fall" and word.deprel == "nsubj") or verb.lemma.lower() in place_words():
        return False  # "X fell to the rebels", "villages of the district, including X"
    if verb.lemma == "come" and any("under" in clauses.cases(sentence, w) for w in sentence.children(verb, "obl")):
        return False  # "when X came under fire"
    lost = verb.lemma == "lose" and place.resolved is not None and place.resolved.level == "country"
    if lost and verb.index == trigger.word.index:
        return True  # "Chad has lost 30 soldiers"
    suffers = trigger.row.pos == "verb" and "subject" not in trigger.row.initiator
    if suffers and word.deprel == "nsubj" and verb.index == trigger.word.index:
        return False  # "X came under attack"
    if word.deprel == "obl:agent" and not passives.passive(sentence, verb):
        return False  # "laid an ambush by the village of X"
    if any(verb.index == s.verb.index and "subject" not in s.row.initiator for s in happening.supports):
        return False
    return not (word.index != place.head.index and word.upos == "NOUN" and place.relation != "at")


def _is_told_of(place: PlaceName, happening: Happening) -> bool:
    """ "The road, where a bus was hit, is closed", "Bria, which was shelled, fell silent": in a clause about it."""
    sentence = happening.sentence
    for clause in sentence.children(place.head, "acl"):
        there = any(word.lemma == "where" for word in sentence.children(clause, "advmod"))
        if there or sentence.children(clause, "nsubj:pass"):
            return any(clauses.below(sentence, carrier, clause) for carrier in happening.carriers)
    return False


def _is_party(place: PlaceName, happening: Happening) -> bool:
    """ "An agreement between Baghdad and Erbil", "a deal between Russia, Iran and Turkey"."""
    if happening.type != "agreement":
        return False
    if place.resolved is not None and place.resolved.rule == "place-between":
        return True
    between = {w.index for w in fill(happening.sentence, happening.trigger.word, "between")}
    named = matches(place.head.deprel, ("appos", "flat", "conj"))
    return place.head.index in between or (named and place.head.head in between)


def _is_loser(place: PlaceName, happening: Happening) -> bool:
    """Jordan of "captured East Jerusalem from Jordan": a place taken is the object, or the subject of the passive, and
    its loser is named as one."""
    if happening.type != "territory_gain" or place.relation != "from":
        return False
    verb = happening.trigger.word.index
    passive = happening.sentence.child(happening.trigger.word, "aux:pass") is not None
    others = (other for other in happening.passage.places if other.first < place.first and other.relation != "from")
    return any(passive or verb < other.first for other in others)


def _has_mission(sentence: Sentence, place: PlaceName) -> bool:
    """ "Australia's embassy in the capital was bombed", "marched to the embassy of Chad": whose it is."""
    above = sentence.head(place.head)
    if above is None or above.lemma.lower() not in MISSIONS:
        return False
    of = matches(place.head.deprel, ("nmod",)) and "of" in clauses.cases(sentence, place.head)
    return of or place.head.deprel == "nmod:poss"


def _has_outlet(sentence: Sentence, place: PlaceName) -> bool:
    """ "In a call to a Belfast radio station", "a Lahore newspaper printed": where an outlet sits."""
    above = sentence.head(place.head)
    if above is None or above.index < place.last or not matches(place.head.deprel, ("compound", "amod", "nmod:poss")):
        return False
    medium = any(w.lemma.lower() in MEDIA for w in sentence.children(above, "compound"))
    return above.lemma.lower() in OUTLETS or (above.lemma.lower() == "station" and medium)


def _names_war(place: PlaceName, happening: Happening) -> bool:
    """ "Captured it in the 1967 Mideast war": a place in the name of a war that something else was told of."""
    above = happening.sentence.head(place.head)
    of_it = above is not None and above.lemma.lower() in WARS and matches(place.head.deprel, ("compound", "amod"))
    land = place.resolved is not None and place.resolved.level not in ("area", "sea")
    return of_it and not land and not happening.of_war and above not in happening.carriers


def _is_cause(place: PlaceName, happening: Happening) -> bool:
    """Where that was, or is, which people protest about: "against the occupation of X", "over the war in Y".

    A town behind "in" may as well be where they do: "over the price of bread in Z".
    """
    sentence = happening.sentence
    land = place.resolved is not None and place.resolved.level == "country"
    if happening.type != "protest" or (place.rule == "place-preposition" and place.relation != "toward" and not land):
        return False
    carriers = {carrier.index for carrier in happening.carriers}
    for word in sentence.ancestors(place.head):
        if word.index in carriers:
            return False
        about = bool(clauses.cases(sentence, word) & ABOUT) or matches(word.deprel, ("obj",))
        if about and word.upos == "NOUN" and word.lemma.lower() not in place_words() and word.head in carriers:
            return True
    return False


def _is_home(place: PlaceName, happening: Happening) -> bool:
    """ "A trader from Maroua was shot", "Daoud, 25, from Alouk, was killed": where somebody is from."""
    if place.relation != "from" or happening.type in FROM_THERE:
        return False
    word, above = place.head, happening.sentence.head(place.head)
    if above is not None and above.lemma.lower() in place_words():
        word, above = above, happening.sentence.head(above)  # "from the town of Alouk"
    if above is None or above in happening.carriers or not matches(word.deprel, ("nmod",)):
        return False
    return above.upos == "PROPN" or counted_class(above.lemma) in PEOPLE or above.lemma.lower() in BODIES


def _is_goal_of_flight(place: PlaceName, happening: Happening) -> bool:
    """ "Fled the fighting in X for Y": where they fled to, which hangs on what they fled."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.type in MOVING or sentence.low[max(0, place.first - 1)] != "for":
        return False
    verb = sentence.head(word)
    return verb is not None and verb.lemma in ("flee", "escape", "leave")


def _is_person(place: PlaceName, happening: Happening, scene: Scene) -> bool:
    """ "Wanjiru, 37, was shot dead", "a driver, Otieno, was abducted": an unknown name that stands where people do."""
    known = place.resolved is not None and place.resolved.level != "unknown"
    if known or place.rule != "place-without-preposition":
        return False
    if scene.codebook.types[happening.type].family not in PERSONAL:
        return False
    sentence, word = happening.sentence, place.head
    above = sentence.head(word) if matches(word.deprel, ("appos", "flat")) else word
    deeds = (carrier for carrier in happening.carriers if carrier.lemma not in RAIDED)
    return any(above in arguments.objects(sentence, carrier) for carrier in deeds)


def is_denied(sentence: Sentence, place: PlaceName) -> bool:
    """ "Hit a car in Ranya, not in Sengeser", "instead of X", "all of it except Y", "as in Z a year ago"."""
    before = sentence.low[max(0, place.first - REACH_OF_NO) : place.first]
    if before[-3:] == ("not", "far", "from"):
        return False
    if any(word in before[-3:] for word in ("not", "instead", "rather")) and not _has_verb(sentence, place):
        return True
    if before[-3:-1] == ("for", "use"):
        return True  # "explosives meant for use in X"
    return is_left_out(sentence, place) or (before[-2:] == ("as", "in") and place.first <= len(before))


def is_left_out(sentence: Sentence, place: PlaceName) -> bool:
    """ "All of Homs except the district of Waar", "every town apart from Dara"."""
    before = sentence.low[max(0, place.first - REACH_OF_NO) : place.first]
    at = max((n for n, word in enumerate(before) if word in EXCEPT), default=-1)
    if at < 0 or (before[at] in ("other", "apart", "aside") and before[at + 1 : at + 2] not in (("than",), ("from",))):
        return False
    return not any(word in before[at:] for word in (",", ";", ".", "that", "in", "when"))


def _has_verb(sentence: Sentence, place: PlaceName) -> bool:
    """Tell whether a verb stands among the three words before a place: "did not enter X"."""
    return any(w.upos in ("VERB", "AUX") for w in sentence.words[max(0, place.first - 3) : place.first])


def is_qualifier(sentence: Sentence, place: PlaceName) -> bool:
    """ "The London-based group", "a U.S.-backed offensive"."""
    after = sentence.words[place.last + 1 : place.last + 3]
    return len(after) == 2 and after[0].text in clauses.HYPHENS and after[1].upos in ("VERB", "ADJ")
