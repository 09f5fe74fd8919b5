"""Who can have done it, and to whom it can have been done: what stands in a slot and is no party is left out."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.going_on import BARE
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.band_names import is_band
from stemmata.coding.syntax.classes import PEOPLE
from stemmata.coding.syntax.forms import keys, means_at
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places.wording import place_words

# Classes of nouns that never act and are never acted upon as a party.
NO_PARTY: Final = frozenset({"money", "time", "distance", "share", "strike", "event"})
# What somebody hangs by or is fired on from: "hung by the wrists", "came under fire from the roof".
NEVER_ACT: Final = frozenset("wrist ankle neck hair roof rooftop window balcony hilltop distance direction".split())
# What is fired at somebody, and what is set to him: "shots were fired at the house", "set the house on fire".
SENT: Final = frozenset(
    {"shot", "bullet", "volley", "salvo", "burst", "fire", "gunfire", "flame", "blaze", "crossfire"}
)
# Prepositions of where a deed was done, whose phrase does none.
BESIDE: Final = frozenset(
    {"near", "at", "in", "on", "of", "inside", "outside", "against", "from", "into", "with", "to"}
)
# Types in which those who drive are told by what they drive: "a convoy reached the town", "two destroyers fired".
DRIVING: Final = frozenset(
    "deployment withdrawal displacement return aid protest surrender shelling air_strike".split()
)


def can_act(happening: Happening, word: Word, scene: Scene) -> bool:
    """Leave out what cannot act: rockets, places, days; a word before a noun must be a known side or people."""
    sentence = happening.sentence
    if word.text.lower() in clauses.RELATIVES or _is_number(sentence, word) or _is_time(happening, word):
        return False
    if _only_qualifies(sentence, word, scene) or _is_rest_of_pronoun(sentence, word, scene):
        return False
    if word.lemma.lower() in ("other", "another", "one", "each") and not _whole(sentence, word):
        return False
    if _speaks(happening, word, scene) or scene.classes.is_a(sentence, word, "abstract"):
        return False
    if is_place(happening, word) and not scene.classes.side(sentence, word):
        return False
    if word.upos == "NOUN" and (word.lemma.lower() in NEVER_ACT or _is_unarmed_far_off(happening, word, scene)):
        return False
    if scene.classes.is_a(sentence, word, "corpse") or scene.classes.is_a(sentence, word, "hurt"):
        return False
    if matches(word.deprel, ("amod", "compound")) and _before_noun(happening, word):
        if is_place(happening, word) and not _is_another_country(happening, word, scene):
            return False  # "the Kyiv offensive" says where, "the Israel strikes" who, "the Syria chemical attack" where
        people = word.upos in ("NOUN", "PROPN") and is_people(happening, word, scene)
        return people or _names_fighters(word) or scene.classes.side(sentence, word)
    counted = next((kind for key in keys(word) if (kind := counted_class(key))), None)
    if counted in NO_PARTY:
        return scene.classes.is_a(sentence, word, "armed")  # "an army patrol"
    if counted in ("weapon", "building", "settlement"):
        gives = happening.type == "aid" and scene.classes.is_a(sentence, word, "relief_giver")
        return gives or scene.classes.side(sentence, word) or scene.classes.is_a(sentence, word, "armed")
    if counted in PEOPLE or scene.classes.side(sentence, word) or flies(sentence, word, scene):
        return True
    if counted == "vehicle" and happening.type not in DRIVING:
        return scene.classes.is_a(sentence, word, "armed")  # "on board a pickup"
    return means_at(scene.codebook, sentence, word) is None


def _is_unarmed_far_off(happening: Happening, word: Word, scene: Scene) -> bool:
    """ "Families left after shelling": nobody unarmed fires from afar."""
    strikes = scene.codebook.types[happening.type].family == "strikes"
    return strikes and scene.classes.is_a(happening.sentence, word, "civilian")


def _before_noun(happening: Happening, word: Word) -> bool:
    """Tell whether a word stands before the noun that names the happening: "Israeli tank shelling"."""
    carriers = {carrier.index for carrier in happening.carriers}
    above = happening.sentence.head(word)
    inner = above is not None and above.deprel == "compound" and above.head in carriers
    return word.head in carriers or inner


def can_kill(happening: Happening, word: Word, scene: Scene) -> bool:
    """The subject of a consequence did it only where it is a side, or people that nobody counts as victims."""
    sentence = happening.sentence
    if not clauses.cases(sentence, word).isdisjoint(BESIDE) and sentence.child(word, "acl"):
        return False  # "blew up near a branch of the intelligence, killing five": the tree ties the clause to it
    if any(count.noun == word.index for count in happening.passage.counts):
        return scene.classes.is_a(sentence, word, "armed")
    kills = sentence.head(word) if word.deprel == "nsubj" else None
    if kills is not None and sentence.child(kills, "obj") and scene.classes.is_a(sentence, word, "people"):
        return True  # "herdsmen killed seven villagers"
    if scene.classes.is_a(sentence, word, "civilian") and word.upos != "PROPN":
        return False
    return scene.classes.is_a(sentence, word, "armed") or word.upos == "PRON" or flies(sentence, word, scene)


def can_suffer(happening: Happening, word: Word, scene: Scene) -> bool:
    """Leave out places and times, which have fields of their own, and what is no party at all."""
    if _speaks(happening, word, scene) or _is_rest(happening, word, scene):
        return False
    if _only_qualifies(happening.sentence, word, scene) or word.upos == "VERB":
        return False
    if word.lemma.lower() in SENT and scene.codebook.types[happening.type].family != "law":
        return False
    if word.upos == "PROPN" and not is_place(happening, word) and scene.classes.side(happening.sentence, word):
        return True  # "Islamic State" is no state
    if happening.type == "withdrawal" and counted_class(word.lemma.lower()) in ("building", "settlement"):
        return False  # "withdrew to the airport": nobody takes over there
    hit = scene.codebook.types[happening.type].specific is not None
    if hit and word.xpos == "NN" and _is_settlement(happening, word, scene):
        return False  # "shelled the town": it says where
    if word.upos in ("PROPN", "NOUN") and is_band(happening.sentence, word):
        return True  # "the Kela Liberation Front", "the 25th Division"
    if place_words().get(word.lemma.lower(), "facility") not in ("facility", "town") or _is_time(happening, word):
        return False
    if place_words().get(word.lemma.lower()) == "town" and _holds_place(happening, word):
        return False
    uncounted = counted_class(word.lemma.lower()) in NO_PARTY and not scene.classes.is_a(
        happening.sentence, word, "armed"
    )
    if word.text.lower() in clauses.RELATIVES or uncounted:
        return False
    abstract = scene.classes.is_a(happening.sentence, word, "abstract") and word.upos != "PROPN"
    if abstract and word.lemma.lower() in scene.codebook.classes["amount"]:
        abstract = not _whole(happening.sentence, word)  # "a number of villagers"
    return not abstract and (not is_place(happening, word) or _is_post(happening, word, scene))


def _is_post(happening: Happening, word: Word, scene: Scene) -> bool:
    """A police post or an army's base is where it was, and what was struck; "the town" only says where."""
    sentence = happening.sentence
    hit = scene.codebook.types[happening.type].family in ("strikes", "bombs", "fighting")
    if not hit or happening.type in ("territory_gain", "withdrawal", "deployment", "siege", "surrender"):
        return False
    owners = (*clauses.compounds(sentence, word), *clauses.possessors(sentence, word))
    armed = any(scene.classes.is_a(sentence, w, "armed") or scene.classes.side(sentence, w) for w in owners)
    return armed and any(key in scene.codebook.classes["post"] for key in keys(word))


def _is_settlement(happening: Happening, word: Word, scene: Scene) -> bool:
    if scene.classes.is_a(happening.sentence, word, "armed"):
        return False
    return any(counted_class(key) == "settlement" for key in keys(word)) and not _whole(happening.sentence, word)


def is_only_where(happening: Happening, word: Word, scene: Scene) -> bool:
    """A market or a bus only says where people were hurt; a hospital or an army's outpost is hit for what it is."""
    sentence = happening.sentence
    if word.upos != "NOUN" or is_people(happening, word, scene):
        return False
    hit = scene.classes.is_a(sentence, word, "protected") or scene.classes.is_a(sentence, word, "hurt")
    whose = clauses.possessors(sentence, word)
    owned = any(scene.classes.is_a(sentence, w, kind) for w in whose for kind in ("armed", "doer"))
    return not hit and not owned and not scene.classes.side(sentence, word)


def _is_rest(happening: Happening, word: Word, scene: Scene) -> bool:
    """ "25 others", "dozens", "five of the injured": people told by number alone, beside or within those named."""
    counts = happening.passage.counts
    if any(c.noun == word.index and c.partitive is not None for c in counts):
        return True
    if _whole(happening.sentence, word):
        return False
    described = happening.sentence.child(word, "acl:relcl") if word.text.lower() == "those" else None
    if described is not None and described not in happening.carriers:
        return False  # "shot those who fled", rather than "those who died"
    return _is_number(happening.sentence, word) or any(key in scene.codebook.classes["rest"] for key in keys(word))


def _only_qualifies(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """An adjective is a party only where it names a side: "Russian strikes", not "major" or "military strikes"."""
    adjective = word.upos == "ADJ" and matches(word.deprel, ("amod",))
    return (
        adjective and not _names_fighters(word) and not (word.text[0].isupper() and scene.classes.side(sentence, word))
    )


def _names_fighters(word: Word) -> bool:
    """ "Jihadist" of "a jihadist counterattack"; "terrorist" says what an attack is, not whose, and "major" no rank."""
    lemma = word.lemma.lower()
    return lemma.endswith("ist") and lemma not in BARE and counted_class(lemma) == "combatant"


def _is_rest_of_pronoun(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """ "Most of them" says nothing of whom."""
    told = any(key in scene.codebook.classes["rest"] for key in keys(word)) and not _whole(sentence, word)
    return told and sentence.child(word, "nmod") is not None


def _is_number(sentence: Sentence, word: Word) -> bool:
    """A number that tells nothing of whom it counts; "one of its fighters" does."""
    return word.upos in ("NUM", "SYM") and not _whole(sentence, word)


def _whole(sentence: Sentence, word: Word) -> list[Word]:
    """The farmers of "dozens of farmers"; "them" and "others" tell nothing more."""
    told = [c for c in sentence.children(word, "nmod") if "of" in clauses.cases(sentence, c)]
    return [c for c in told if c.upos != "PRON" and c.lemma.lower() != "other"]


def _speaks(happening: Happening, word: Word, scene: Scene) -> bool:
    """Tell whether a verb of saying follows a phrase at once: "..., residents said, ..." acts in no other verb."""
    words = happening.sentence.words
    last = max(w.index for w in happening.sentence.subtree(word, clauses.LOOSE))
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.lemma.lower() not in scene.codebook.speech["verb"] or after in happening.carriers:
        return False
    # "The army denied shelling the market": who denies is who would have shelled.
    told = [c for c in happening.carriers if c.head == after.index]
    own = any(c.deprel in ("xcomp", "advcl", "obj") or c.xpos == "VBG" for c in told)  # "admitted killing nine"
    if any(c.deprel == "conj" for c in told) and happening.sentence.child(after, "ccomp") is None:
        return False  # "jets carried out raids and hit a farm"
    return after.xpos in ("VBD", "VBZ", "VBP") and not own


def is_people(happening: Happening, word: Word, scene: Scene) -> bool:
    """Tell whether a phrase tells of people: civilians, fighters, a force, a person's name."""
    return any(scene.classes.is_a(happening.sentence, word, kind) for kind in ("people", "armed"))


def flies(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """Aircraft stand for those who fly them ("two jets bombed the port"), bombs and rockets for nobody."""
    means = means_at(scene.codebook, sentence, word)
    manned = all(counted_class(key) in ("vehicle", None) for key in keys(word))
    return means is not None and means.type == "air_strike" and manned


def _is_time(happening: Happening, word: Word) -> bool:
    """Tell whether a word tells when. A whole clause may ("since the army began its siege"): its parties stay."""
    words = happening.sentence.words
    stretches = [words[t.first : t.last + 1] for t in happening.passage.times if t.first <= word.index <= t.last]
    return any(all(w.upos != "VERB" for w in stretch) for stretch in stretches)


def _holds_place(happening: Happening, word: Word) -> bool:
    """ "The town of X" is a place."""
    return any(clauses.below(happening.sentence, place.head, word) for place in happening.passage.places)


def is_place(happening: Happening, word: Word) -> bool:
    """Tell whether a word belongs to the name of a place."""
    return any(place.first <= word.index <= place.last for place in happening.passage.places)


def _is_another_country(happening: Happening, word: Word, scene: Scene) -> bool:
    """Tell whether a word names a country by its adjective, or one in which the document's events do not happen."""
    places = (p for p in happening.passage.places if p.first <= word.index <= p.last)
    countries = [p.resolved.country for p in places if p.resolved is not None and p.resolved.level == "country"]
    return bool(countries) and (word.upos == "ADJ" or scene.country not in countries)
