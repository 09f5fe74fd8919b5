"""How a place that a sentence names hangs on a happening that it tells: as its own, or merely beside it.

The way through the tree from the place to the words of the happening tells it. A noun phrase, a preposition, a
participle lead on ("terrorists positioned in X"); the clause of another verb, a speaker, a body or a home do not.
"""

from collections.abc import Sequence, Set
from enum import IntEnum
from typing import Final

from stemmata.coding.happenings.consequences import brought_to
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.locating.not_there import FROM_THERE, MOVING, is_none_of
from stemmata.coding.parties.eligibility import is_people
from stemmata.coding.passages import PlaceName, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import keys
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.places.wording import place_words

# Types of who is held somewhere: where they are brought is a place of it, too.
CUSTODY: Final = frozenset({"abduction", "arrest", "release"})
# Relations in which a name modifies the noun that it hangs on.
MODIFYING: Final = ("nmod", "compound", "amod", "dep")
# Verbs by which people are kept somewhere after what befell them.
KEPT: Final = frozenset({"hold", "detain", "treat", "hospitalise", "hospitalize", "imprison", "bury"})
# And by which they are shown or brought.
SHOWN: Final = frozenset({"present", "parade", "show", "appear", "arraign", "transfer", "fly", "airlift", "extradite"})
# Nouns for those who are only on their way.
TRAVEL: Final = frozenset({"move", "movement", "journey", "trip", "transit", "way", "route"})
# What is done for something else that was done elsewhere: "in retaliation for an attack on X", "to avenge a man of X".
ANSWERS: Final = frozenset({"retaliation", "retaliate", "revenge", "vengeance", "avenge", "reprisal", "response"})
# Nouns for a body that another has in a land.
OFFSHOOTS: Final = frozenset({"branch", "affiliate", "offshoot", "arm", "wing", "chapter", "franchise"})
ON_THE_WAY: Final = frozenset({"travel", "drive", "sail", "head", "move", "walk", "return"})
# Nouns for many people in the singular.
CROWDS: Final = frozenset({"people", "population", "community", "crowd", "congregation", "citizenry", "majority"})
# Prepositions of what something else is only told beside: "after the retreat from X".
BACKGROUND: Final = frozenset({"after", "following", "since", "amid", "despite", "before", "ahead"})
# Words that may stand before what opens a sentence.
OPENING: Final = 5


class Tie(IntEnum):
    """How closely a place hangs on a happening."""

    OWN = 1
    """In its clause, or in what only describes it."""
    PARTY = 2
    """In what describes those who did it or to whom it was done: "a convoy supplying X"."""
    FRAME = 3
    """Told before in the sentence, for what follows too: "In X, ...", "entered X and burned the market"."""
    BESIDE = 4
    """In another clause of the sentence."""
    ASIDE = 5
    """In a clause about something else: "whom police had taken from X"."""


def tie(place: PlaceName, happening: Happening, speakers: Set[int], scene: Scene) -> Tie | None:
    """How a place hangs on a happening of its sentence; None where it is told of something else.

    Args:
        place: a place that the sentence of the happening names.
        happening: the happening.
        speakers: the indices of the words that head who speaks in the sentence.
        scene: their document.
    """
    sentence = happening.sentence
    if place.head.index in speakers or is_none_of(place, happening, scene):
        return None
    if place.rule == "place-without-preposition" and "with" in clauses.cases(sentence, place.head):
        return None  # "with Russia bombing parts of X", "under a deal with Damascus"
    if happening.type not in MOVING | CUSTODY and happening.type != "protest" and brought_to(place, sentence):
        return None
    found = []
    for carrier in _told_itself(happening):
        way = clauses.path(sentence, place.head, carrier)
        if (along := _along(way, place, happening, speakers, scene)) is not None:
            found.append(along)
    return min(found, default=None)


def stands_with_doer(place: PlaceName, happening: Happening, scene: Scene) -> bool:
    """Tell whether a place is where those stand who did it: "terrorists positioned in X fired on Y"."""
    sentence = happening.sentence
    doers = {head.index for carrier in happening.carriers for head in arguments.subjects(sentence, carrier)}
    for word in (place.head, *sentence.ancestors(place.head)):
        if word.index in {carrier.index for carrier in happening.carriers}:
            return False
        described = matches(word.deprel, ("acl",)) and word.deprel != "acl:relcl" and word.head in doers
        if described:
            return any(key in scene.codebook.classes["located"] for key in keys(word))
    return False


def opens(sentence: Sentence, place: PlaceName) -> bool:
    """Tell whether a place opens its sentence ("In Iraq, ...", "Meanwhile in northern Mali the ...")."""
    before = sentence.words[: place.first]
    above = sentence.head(place.head)
    noun = above is not None and above in before and above.upos == "NOUN" and above.lemma.lower() not in place_words()
    if noun and above is not None and not matches(above.deprel, ("obl", "advmod")):
        return False  # "the explosion in X, near Y,"
    item = bool(before) and before[0].text[0].isdigit()  # "42. In X, ..."
    only = all(w.upos in ("ADP", "DET", "ADJ", "NOUN", "PUNCT", "ADV") for w in before[item:])
    return only and len(before) <= OPENING and bool(before)


def _along(way: Sequence[Word], place: PlaceName, happening: Happening, speakers: Set[int], scene: Scene) -> Tie | None:
    """The tie that one way from a place to a word of the happening gives."""
    sentence = happening.sentence
    carriers = {word.index for word in _told_itself(happening)}
    indices = {word.index for word in way}
    top = next(n for n, word in enumerate(way) if word.head not in indices)
    found, of_people = Tie.OWN, False
    for word in way[:top]:
        above = sentence.words[word.head]
        if above.index in speakers:
            return _of_speaker(above, place, happening, scene)
        step: Tie | None = Tie.OWN
        if place.relation == "toward" and word is place.head and _is_bound(sentence, place):
            return Tie.OWN if happening.type in MOVING else Tie.ASIDE
        if word is not place.head and _is_background(sentence, word):
            step = Tie.BESIDE  # "entered X after the pull-out towards Y"
        if _is_clause(word):
            step = _clause(word, above, place, happening, scene)
            if step in (Tie.OWN, Tie.PARTY) and word.lemma in ON_THE_WAY and happening.type not in MOVING:
                # "men travelling from X to Y were shot near Z"
                step = Tie.PARTY if place.relation in ("from", "toward") else Tie.OWN
        elif above.lemma in OFFSHOOTS and word is place.head:
            return None  # "the Nusra Front (Qaeda's branch in the Levant)"
        elif above.lemma in ANSWERS and word is not place.head:
            step = Tie.BESIDE
        elif above.lemma in TRAVEL:
            step = Tie.PARTY  # "a unit on the move between X and Y"
        elif above.index not in carriers and not of_people and _is_of_people(word, above, happening, scene):
            step, of_people = _of_people(above, place, happening, scene), True
        if step is None:
            return None
        found = max(found, step)
        if above.index in carriers:
            return found
    if way[top].index in carriers:
        return found
    if way[top].index in speakers:
        return None
    if _is_treated(sentence, way[top], place):
        return None
    if any(word.deprel == "acl:relcl" for word in way[top + 2 :]) and not opens(sentence, place):
        if way[top].lemma in KEPT | SHOWN:
            return None  # "those who surrendered were presented in X"
        found = max(found, Tie.BESIDE)  # "the road where a bus was hit is a way out of X"
    if happening.type not in MOVING and _is_background(sentence, way[top + 1]) and not opens(sentence, place):
        found = max(found, Tie.BESIDE)  # "marched in X after the killing of a student in Y"
    return max(found, _across(way[top], way[top + 1], place, sentence))


def _is_bound(sentence: Sentence, place: PlaceName) -> bool:
    """ "Passengers bound for X"."""
    return sentence.low[max(0, place.first - 2) : place.first] == ("bound", "for")


def _told_itself(happening: Happening) -> Words:
    """The words of a happening without those of a like one that it is told by: "attacked X, a day after a similar raid
    in Y", "shelled X to avenge the killing of a man in Y"."""
    if len(happening.carriers) == 1:
        return happening.carriers
    sentence = happening.sentence
    own = tuple(
        word
        for word in happening.carriers
        if word.upos != "NOUN" or not (_is_background(sentence, word) or _is_answered(sentence, word))
    )
    return own or happening.carriers


def _is_answered(sentence: Sentence, noun: Word) -> bool:
    above = sentence.head(noun)
    return above is not None and above.lemma in ANSWERS


def _is_treated(sentence: Sentence, verb: Word, place: PlaceName) -> bool:
    """ "People wounded in X are being treated in Y", "died in a hospital in Y": what became of them later."""
    if verb.lemma in ("treat", "hospitalise", "hospitalize", "bury"):
        return True
    beds = (w for w in sentence.children(verb, "obl") if w.lemma in ("hospital", "clinic"))
    return verb.lemma == "die" and any(place.first - bed.index > 0 for bed in beds)


def _is_background(sentence: Sentence, word: Word) -> bool:
    """Tell whether a noun tells what something else is only told beside: "after the retreat from X"."""
    return matches(word.deprel, ("obl",)) and word.upos == "NOUN" and bool(clauses.cases(sentence, word) & BACKGROUND)


def _is_clause(word: Word) -> bool:
    clause = matches(word.deprel, ("advcl", "ccomp", "parataxis", "csubj", "acl"))
    return clause or (word.upos in ("VERB", "AUX") and matches(word.deprel, ("amod", "conj")))


def _clause(word: Word, above: Word, place: PlaceName, happening: Happening, scene: Scene) -> Tie | None:
    """What the way up out of a clause tells."""
    sentence = happening.sentence
    if matches(word.deprel, ("acl", "amod")) and above in happening.carriers:
        return Tie.OWN  # "attacks that hit X"
    if word.deprel == "acl:relcl":
        kept = word.lemma in KEPT and happening.type != "release"  # "detained ten people, who are held at X"
        return None if kept else Tie.ASIDE
    if matches(word.deprel, ("acl", "amod")):
        if word.lemma in ("call", "name", "know") and above.lemma.lower() in place_words():
            return Tie.OWN  # "a village called X"
        if any(key in scene.codebook.classes["elsewhere"] for key in keys(word)):
            names = (w for w in sentence.children(word, "xcomp", "obl") if w.index < place.first)
            named = any(w.deprel == "xcomp" or "as" in clauses.cases(sentence, w) for w in names)
            return Tie.PARTY if named else None  # "a militia called Dozo in X"
        return Tie.OWN if any(key in scene.codebook.classes["located"] for key in keys(word)) else Tie.PARTY
    if matches(word.deprel, ("advcl",)) and not sentence.children(word, "nsubj", "csubj"):
        return Tie.FRAME
    return Tie.BESIDE


def _is_of_people(word: Word, above: Word, happening: Happening, scene: Scene) -> bool:
    """Tell whether a step leads within a noun phrase to people, a body or a side."""
    if not matches(word.deprel, MODIFYING) or above.upos not in ("NOUN", "PROPN", "NUM"):
        return False
    sentence = happening.sentence
    of_place = any(place.first <= above.index <= place.last for place in happening.passage.places)
    if of_place or above.lemma.lower() in place_words() or above.lemma.lower() in scene.codebook.classes["amount"]:
        return False
    return is_people(happening, above, scene) or scene.classes.side(sentence, above)


def _of_people(above: Word, place: PlaceName, happening: Happening, scene: Scene) -> Tie | None:
    """What a place says that stands with people: where they are, where they come from, or whose they are."""
    sentence = happening.sentence
    if place.relation == "from":
        return Tie.OWN if happening.type in FROM_THERE else None
    if place.rule in ("place-preposition", "place-in-list") or _is_behind_its_kind(sentence, place):
        return Tie.OWN
    # "residents of X" are there; "the governor of X", "the X police", "defenders of X" may be anywhere
    people = above.lemma in CROWDS and "of" in clauses.cases(sentence, place.head)
    alone = above.text.lower() == above.lemma.lower() and above.lemma not in CROWDS
    one = alone and clauses.determined(sentence, above, {"the", "a", "an"})
    if one and happening.type not in MOVING and "of" in clauses.cases(sentence, place.head):
        return Tie.PARTY if scene.classes.is_a(sentence, above, "civilian") else None  # "the imam of X was shot in Y"
    return Tie.OWN if people or scene.classes.is_a(sentence, above, "civilian") else None


def _is_behind_its_kind(sentence: Sentence, place: PlaceName) -> bool:
    """ "Police in the capital, Kampala"."""
    kind = sentence.head(place.head) if place.head.deprel == "appos" else None
    return kind is not None and kind.lemma.lower() in place_words() and "in" in clauses.cases(sentence, kind)


def _of_speaker(speaker: Word, place: PlaceName, happening: Happening, scene: Scene) -> Tie | None:
    """People in a town who tell of something tell of it there ("traders in X"); bodies and reporters sit elsewhere."""
    of = "of" in clauses.cases(happening.sentence, place.head) and place.head.head == speaker.index
    there = (place.rule == "place-preposition" or of) and place.relation == "at" and speaker.upos == "NOUN"
    facility = place_words().get(happening.sentence.low[place.last]) == "facility"  # "a nurse at the Saudi Hospital"
    there = there and not facility and place.resolved is not None and place.resolved.level != "facility"
    return Tie.BESIDE if there and scene.classes.is_a(happening.sentence, speaker, "civilian") else None


def _across(top: Word, below: Word, place: PlaceName, sentence: Sentence) -> Tie:
    """The tie where the way from place and happening meets in a word of neither."""
    if place.first <= top.index <= place.last and below.deprel == "acl:relcl":
        return Tie.OWN  # "X, where an attack was staged"
    first = opens(sentence, place)
    if top.upos not in ("VERB", "AUX") and below.deprel == "acl:relcl" and place.head.deprel == "conj":
        return Tie.BESIDE  # "X, where an attack was staged, and Y"
    if top.upos not in ("VERB", "AUX"):
        return Tie.PARTY if matches(below.deprel, ("acl",)) else Tie.OWN
    subject = sentence.children(below, "nsubj", "csubj")
    if matches(below.deprel, ("xcomp", "obj", "obl", "nsubj", "nmod", "aux")):
        return Tie.OWN
    if first:
        return Tie.FRAME
    if matches(below.deprel, ("conj",)) and not subject:
        return Tie.FRAME if place.head.index < below.index else Tie.BESIDE
    if matches(below.deprel, ("advcl",)) and not subject:
        return Tie.PARTY
    return Tie.BESIDE
