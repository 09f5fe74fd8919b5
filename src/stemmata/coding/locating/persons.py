"""Names of people that stand where those of places do: "shot dead Samir Haddad, 35, in Minya", "Abdi Noor's house".

The language model takes many a name that it never read for a place's. Who has an age, a rank or a car is a person, and
so is who is captured somewhere; a town that readers may know is none of them.
"""

from typing import Final

from stemmata.coding.locating.lists import text_of
from stemmata.coding.syntax import clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places import Gazetteer

PEOPLE: Final = frozenset({"person", "civilian", "combatant", "official"})
# Inhabitants from which a name is a town's, whatever stands beside it. A judgement.
TOWN: Final = 50_000
# Ages, and the words that may stand behind one.
AGES: Final = range(5, 106)
BEHIND_AGE: Final = frozenset({",", ".", ";", ")", "of", "from", "a", "an", "and", "who", "was"})
# What one person has, and a town has not.
BELONGINGS: Final = frozenset(
    "house home residence car vehicle motorcade convoy bodyguard bodyguards brother brothers son sons daughter wife"
    " father widow aide aides motorcycle office offices villa farmhouse supporter supporters".split()
)
# Verbs for what is done to somebody, and never to a town.
DONE_TO_SOMEBODY: Final = frozenset(
    "arrest assassinate behead decapitate execute handcuff injure interrogate kidnap lynch murder shoot slay stab wound"
    " kill jail acquit extradite".split()
)
TITLES: Final = frozenset(
    "Alhaji Brig Capt Cmdr Col Dr Engr Gen Hajiya Lt Maj Mallam Mr Mrs Ms Pastor Prof Rev Sgt".split()
)
WHERE: Final = frozenset({"in", "at", "near"})


def is_person(sentence: Sentence, first: int, last: int, head: Word, gazetteer: Gazetteer) -> bool:
    """Tell whether a name, from its first word to its last, is that of a person."""
    words = [word.text for word in sentence.words[first : last + 1]]
    if any(place.level == "country" for word in words for place in gazetteer.named(word)):
        return False  # "Georgia Mali": whoever bears a country's name is left to the names of people
    if _suffers(sentence, head):
        return True
    titled = first < last and sentence.words[first].text.removesuffix(".") in TITLES
    told = titled or _has_age(sentence, last) or _has_rank(sentence, head)
    if not (told or _has_belongings(sentence, head) or _is_introduced(sentence, first)):
        return False
    name = text_of(sentence, (first, last))
    if any(place.population >= TOWN or place.level in ("country", "region") for place in gazetteer.named(name)):
        return False
    return told or not gazetteer.is_place_name(name)


def _has_age(sentence: Sentence, last: int) -> bool:
    """ "Alen Kovac, 18." and not "Bama, 18 kilometres north of it"."""
    behind = sentence.low[last + 1 : last + 4]
    if len(behind) < 3 or behind[0] not in (",", "(") or not behind[1].isdigit() or len(behind[1]) > 3:
        return False
    return int(behind[1]) in AGES and behind[2] in BEHIND_AGE


def _has_rank(sentence: Sentence, head: Word) -> bool:
    """ "A community leader, Pa Osas Ovie", "the driver, Otieno": one person, who is told by name."""
    above = sentence.head(head) if matches(head.deprel, ("appos",)) else None
    one = above is not None and above.upos == "NOUN" and above.text.lower() == above.lemma.lower()
    return one and above is not None and counted_class(above.lemma) in PEOPLE


def _has_belongings(sentence: Sentence, head: Word) -> bool:
    """ "The house of Abdi Hassan Noor", "toward Shevchuk's offices"."""
    above = sentence.head(head)
    if above is None or not {above.lemma.lower(), above.text.lower()} & BELONGINGS:
        return False
    return head.deprel == "nmod:poss" or (matches(head.deprel, ("nmod",)) and "of" in clauses.cases(sentence, head))


def _is_introduced(sentence: Sentence, first: int) -> bool:
    """ "A man identified only as Atif", "a suspect named Abbas"."""
    before = sentence.low[max(0, first - 3) : first]
    return before[-1:] in (("named",), ("nicknamed",), ("surnamed",)) or (
        before[-1:] == ("as",) and "identified" in before
    )


def _suffers(sentence: Sentence, head: Word) -> bool:
    """ "Police shot Marin", "Salim was captured in the town of Ayot": what is done to somebody, and to no town.

    Towns are captured too, but hardly in a place, with others, or by the name of who it was.
    """
    verb = sentence.head(head)
    if verb is None or verb.upos != "VERB" or not matches(head.deprel, ("obj", "nsubj:pass")):
        return False
    if verb.lemma in DONE_TO_SOMEBODY:
        return True
    return verb.lemma == "capture" and head.deprel == "nsubj:pass" and _is_captured_as_people(sentence, head, verb)


def _is_captured_as_people(sentence: Sentence, head: Word, verb: Word) -> bool:
    """ "Salim, who had fled, was captured", "Adhikari and 19 policemen were captured", "was captured in Ayot"."""
    clauses_about = sentence.children(head, "acl")
    who = any(w.text.lower() == "who" for clause in clauses_about for w in sentence.children(clause, "nsubj"))
    if who or any(counted_class(w.lemma) in PEOPLE for w in sentence.children(head, "conj")):
        return True
    named = {
        n for name in sentence.names if name.kind in ("place", "facility") for n in range(name.first, name.last + 1)
    }
    there = [child for child in sentence.children(verb, "obl") if WHERE & clauses.cases(sentence, child)]
    return any(named & {word.index for word in sentence.subtree(child)} for child in there)
