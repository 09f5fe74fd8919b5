"""What stands in a slot of a trigger, and whether it is of a class: the two questions that `triggers.csv` asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Final

from stemmata.actors import Registry, resolve_claimant
from stemmata.coding.codebook import Codebook
from stemmata.coding.rows import Form, MeansRow, Need
from stemmata.coding.syntax import arguments, bands, clauses, taken_up
from stemmata.coding.syntax.negation import negation
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, Words, asked_once, matches

PEOPLE: Final = frozenset({"civilian", "combatant", "person", "official", "family"})
PERSONAL: Final = frozenset(
    "they them he him she her we us who whom i everyone everybody anyone anybody someone somebody others those many"
    " most some several dozens hundreds thousands scores people none nobody both all each another ours theirs".split()
)


# People told to have been taken are captives when they are handed over.
SEIZED: Final = frozenset(
    "seize abduct kidnap capture detain hold take imprison arrest seized abducted kidnapped captured detained held"
    " imprisoned arrested captive missing jailed".split()
)


# What armed people come in: "armed groups".
ORGANISED: Final = frozenset({"organization", "organisation", "network", "cell", "movement", "outfit", "formation"})
# Classes of people who come together unarmed.
CROWDS: Final = frozenset({"crowd", "mob", "demonstrator", "brawler"})
MEMBERS: Final = frozenset({"man", "member", "element", "cadre", "serviceman", "personnel"})
FORCES: Final = frozenset({"military", "army", "navy", "paramilitary"})
BANDS: Final = frozenset({"group", "band", "element", "faction", "wing", "people", "subject", "individual", "figure"})
# People told to have been driven out are displaced.
UPROOTED: Final = frozenset({"displace", "displaced", "uproot", "uprooted", "evacuate", "evacuated", "fleeing"})
# Prepositions whose phrase is the verb's, though the tree ties it to the object.
WITH_OBJECT: Final = frozenset({"from", "to", "at", "of", "over", "against", "with"})
# What only carries what stands behind it: "took control of the hill", "fell into the nets of the police".
CARRYING: Final = frozenset(
    "control possession command charge authority sway hold grip advance release siege capture head throat life hand net"
    " clutch".split()
)
# The same the other way round: "launched an attack on them".
BESIDE_OBJECT: Final = frozenset({"against", "on", "to"})
# Prepositions of what a deed was done to.
HIT: Final = frozenset({"of", "on", "against", "at", "in"})
# What holds something: "a boat carrying rifles", "trucks loaded with flour".
LOADED: Final = frozenset({"carry", "load", "lade", "pack", "fill", "transport", "bring", "contain", "stack", "stuff"})


@asked_once
def fill(sentence: Sentence, word: Word, slot: str) -> Words:
    """The heads of what stands in a slot of a verb or noun; a preposition gives its phrases."""
    if slot == "trigger":
        return (word,)
    if slot == "subject":
        return arguments.subjects(sentence, word)
    if slot == "object":
        return arguments.objects(sentence, word)
    if slot == "possessive":
        return clauses.possessors(sentence, word)
    if slot == "compound":
        return clauses.compounds(sentence, word)
    if slot == "described":
        return clauses.described(sentence, word)
    if slot == "hands":
        return arguments.at_hands(sentence, word)
    if slot == "undertaking":
        return tuple(w for one in arguments.objects(sentence, word) for w in arguments.undertakers(sentence, one))
    if slot == "negated":
        return (word,) if negation(sentence, word) is not None else ()
    if slot in ("in", "on", "inside") and (place := clauses.again_at(sentence, word)) is not None:
        return (place,) if slot in clauses.cases(sentence, place) else ()
    if slot == "clause":
        return sentence.children(word, "ccomp")
    if slot == "verbless":
        return (word,) if _stands_alone(sentence, word) else ()
    if slot == "between":
        above = sentence.head(word)
        carried = above is not None and word.upos == "NOUN" and matches(word.deprel, ("obj", "nsubj:pass"))
        held = (
            word,
            *(sentence.children(word, "obj") if word.upos == "VERB" else (above,) if above and carried else ()),
        )
        ties = ("between", "among")
        return tuple(w for noun in held for tie in ties for w in clauses.phrase_after(sentence, noun, tie))
    found = clauses.phrase_after(sentence, word, slot)
    if slot in BESIDE_OBJECT and not found and word.upos != "VERB":
        return _beside_object(sentence, word, slot)
    if slot in WITH_OBJECT and not found and word.upos == "VERB":
        return _after_object(sentence, word, slot)
    if slot == "by" and not found and word.upos == "NOUN":
        return _by_behind(sentence, word)
    return found


def _stands_alone(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun heads a line without a verb: "car bombs in two towns, no victims"."""
    leading = matches(noun.deprel, ("root", "conj", "appos", "list", "parataxis", "dep"))
    return leading and all(w.upos not in ("VERB", "AUX") for w in (noun, *sentence.ancestors(noun)))


def _after_object(sentence: Sentence, verb: Word, slot: str) -> Words:
    """ "Took the hill from them", "brought meals to children", also where the tree ties the phrase to the hill, or
    to "areas of the city"."""
    held = sentence.children(verb, "obj", "nsubj:pass")
    if slot == "with" and not held:
        held = sentence.children(verb, "nsubj")  # "a ship with 400 soldiers docked"
    if slot in ("of", "over"):
        held = tuple(noun for noun in (*held, *sentence.children(verb, "obl")) if noun.lemma.lower() in CARRYING)
    within = (w for noun in held for w in sentence.children(noun, "nmod"))
    return tuple(w for noun in (*held, *within) for w in clauses.phrase_after(sentence, noun, slot))


def _by_behind(sentence: Sentence, noun: Word) -> Words:
    """ "The killing of nine men by soldiers", "an attack on the town by rebels": the tree ties them to the men and to
    the town."""
    whom = clauses.phrases_after(sentence, noun, HIT)
    return tuple(w for one in whom for w in clauses.phrase_after(sentence, one, "by"))


def _beside_object(sentence: Sentence, noun: Word, slot: str) -> Words:
    """ "Launched an operation against them": the phrase is the operation's, also where the tree gives it the verb."""
    verb = sentence.head(noun)
    held = verb is not None and matches(noun.deprel, ("obj", "nsubj:pass"))
    return clauses.phrase_after(sentence, verb, slot) if verb is not None and held else ()


@dataclass(frozen=True)
class Classes:
    """Tells of which class a word in a sentence is."""

    codebook: Codebook
    registry: Registry
    day: date | None
    country: str | None = None
    """Where the document's events happen; it tells whose army "the army" is."""
    placed: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """By where a sentence starts, its words that the gazetteer knows as places, whatever the net takes them for."""

    def holds(self, sentence: Sentence, word: Word, need: Need) -> bool:
        """Tell whether a trigger's word has in the slot what the need asks for."""
        found = fill(sentence, word, need.slot)
        if need.kind in ("none", "any"):
            return bool(found) == (need.kind == "any")
        return any(self.is_a(sentence, one, need.kind) for one in found)

    def is_a(self, sentence: Sentence, word: Word, kind: str) -> bool:
        """Tell whether a noun phrase's head is of a class."""
        key = (word, kind)  # many rules ask the same; a document has its own trees, and one set of classes
        known: bool | None = sentence.answers.get(key)
        if known is None:
            known = sentence.answers[key] = self._is_a(sentence, word, kind)
        return known

    def _is_a(self, sentence: Sentence, word: Word, kind: str) -> bool:
        if (inner := self._within_amount(sentence, word)) is not None:
            within = self.is_a(sentence, inner, kind) or (
                kind in ("moving", "displaced") and inner.text.lower() in ("them", "those", "whom")
            )
            if within or kind in ("side", "armed", "people", "moving", "displaced"):
                return within  # "hundreds of families" are as little a side as families are
            unarmed = self._listed(sentence, inner, "transport") or self.is_a(sentence, inner, "people")
            if kind == "force" and unarmed and not self.is_a(sentence, inner, "armed"):
                return False  # "a convoy of buses", "a group of chiefs"
        if kind == "captive" and any(child.lemma.lower() in SEIZED for child in sentence.children(word, "acl", "amod")):
            return True
        if kind == "captive" and taken_up.in_their_hands(sentence, word):
            return True
        if kind == "uprooted" and any(c.lemma.lower() in UPROOTED for c in sentence.children(word, "acl", "amod")):
            return True
        if word.text.lower() in taken_up.PRONOUNS and kind in taken_up.CLASSES:
            meant = taken_up.meant(sentence, word, kind)
            return meant is not None and self.is_a(sentence, meant, taken_up.CLASSES[kind])
        counted = next((found for key in keys(word) if (found := counted_class(key))), None)
        if kind in CROWDS and self._is_armed_band(sentence, word):
            return False
        if kind == "people":
            return (
                counted in PEOPLE
                or word.upos == "NUM"
                or self._listed(sentence, word, "number")
                or word.text.lower() in PERSONAL
                or (word.text.lower() == "more" and sentence.child(word, "nummod") is not None)
                or _no_one(sentence, word)
                or _is_people_of(word)
                or (word.text[0].isupper() and self._listed(sentence, word, "peoples"))
                or self._named(sentence, word, "person")
                or (word.upos == "NOUN" and self._is_somebody(sentence, word))
                or (self._listed(sentence, word, "head_of") and bool(clauses.phrase_after(sentence, word, "of")))
            )
        if kind == "civilian":
            if self._described_as(sentence, word, "armed_with"):
                return False
            return counted in ("civilian", "family") or self._named(sentence, word, "person")
        if kind == "armed":
            people = counted in PEOPLE or word.lemma.lower() in BANDS
            return (
                (people and (self._described_as(sentence, word, "armed_with") or self._serves(sentence, word)))
                or counted == "combatant"
                or self._is_band(sentence, word)
                or self._is_member(sentence, word)
                or bands.are_followers(sentence, word)
                or self._is_unknown_band(sentence, word)
                or self._listed(sentence, word, kind)
                or (
                    counted != "official"
                    and not self._gives_relief(sentence, word)
                    and self.is_a(sentence, word, "side")
                )
            )
        if kind == "side":
            named = word.upos == "PROPN" and self._named(sentence, word, "group")  # "Islamic State"
            return (named or counted in (None, "combatant", "official")) and self.side(sentence, word)
        if kind == "name":
            return word.upos == "PROPN" and not self._named(sentence, word, "time", "quantity") and counted is None
        if kind == "place" and self._named(sentence, word, "place", "facility"):
            return True
        if kind == "plain_place" and self._named(sentence, word, "place"):
            return True
        if kind in ("bomb", "aircraft", "shell"):
            return self._means_kind(sentence, word) == kind
        if kind == "weapon" and (self._means_kind(sentence, word) == "bomb" or self._holds_weapons(sentence, word)):
            return True
        if kind == "numeral":
            return word.upos == "NUM" and not sentence.child(word, "nmod")  # "counts 136"
        if kind == "laden":  # "lorries packed with explosives"
            return counted == "vehicle" and any(self._means_kind(sentence, w) == "bomb" for w in _load(sentence, word))
        if kind == "relief" and self._loaded_with(sentence, word):
            return True
        if kind == "place" and counted in ("building", "settlement") and word.lemma.lower() not in ("house", "home"):
            return True
        if kind in ("moving", "displaced") and word.upos == "NUM":
            return True  # "upwards of 100,000 streamed out"
        if kind == "moving" and (_is_people_of(word) or self._listed(sentence, word, "peoples")):
            return True
        if kind == "property" and counted in ("building", "vehicle"):
            return True
        return counted == kind or self._listed(sentence, word, kind)

    def _is_somebody(self, sentence: Sentence, word: Word) -> bool:
        """ "A planner of the raid, Omar Reda": a noun beside which a name stands that is no place's."""
        beside = (w for w in sentence.children(word, "appos") if w.upos == "PROPN")
        thing = counted_class(word.lemma.lower()) is not None or self._listed(sentence, word, "place")
        return not thing and any(not self._named(sentence, w, "place", "facility", "group", "time") for w in beside)

    def may_be_in(self, sentence: Sentence, kind: str) -> bool:
        """Whether a sentence has a word that classes.csv lists under a class, alone or behind another."""
        return not forms(sentence).isdisjoint(self.codebook.class_words.get(kind, frozenset()))

    def _loaded_with(self, sentence: Sentence, word: Word) -> bool:
        """ "Trucks with flour", "a convoy of food", "a plane carrying 20 tonnes of blankets"."""
        vehicle = counted_class(word.lemma.lower()) == "vehicle" or self._listed(sentence, word, "transport")
        givers = (*clauses.compounds(sentence, word), *clauses.phrase_after(sentence, word, "of"))
        givers = tuple(w for w in givers if w.upos == "PROPN")  # "a Red Crescent convoy", "trucks of the WFP"
        loaded = any(self.is_a(sentence, load, "relief") for load in _load(sentence, word))
        return vehicle and (loaded or any(self._listed(sentence, giver, "relief_giver") for giver in givers))

    def _is_band(self, sentence: Sentence, word: Word) -> bool:
        """ "Terrorist groups", "rebel factions": those of whom a band is are armed."""
        if word.lemma.lower() not in BANDS | ORGANISED:
            return False
        members = sentence.children(word, "amod", "compound")
        return any(counted_class(w.lemma.lower()) == "combatant" for w in members)

    def _is_unknown_band(self, sentence: Sentence, word: Word) -> bool:
        """ "The UPC", "the Brotherhood Alliance": a body that no table knows, called as armed groups are.

        An acronym that a source or a giver of relief goes by is none.
        """
        if word.upos == "PROPN" and self._listed(sentence, word, "force"):
            return not self._named(sentence, word, "place", "person")
        if not bands.is_acronym(sentence, word) or self._named(sentence, word, "place", "time", "quantity"):
            return False
        thing = any(counted_class(key) for key in keys(word)) or self._means_kind(sentence, word) is not None
        if thing or self._listed(sentence, word, "relief_giver") or self._listed(sentence, word, "weapon"):
            return False
        return resolve_claimant(word.text, day=self.day, country=self.country) is None

    def _is_member(self, sentence: Sentence, word: Word) -> bool:
        """ "54 members of the Ninth Division", "elements of the army": armed as what they are of."""
        if word.lemma.lower() not in MEMBERS:
            return False
        return any(self.is_a(sentence, w, "armed") for w in clauses.phrase_after(sentence, word, "of"))

    def _gives_relief(self, sentence: Sentence, word: Word) -> bool:
        """ "UNHCR moved 325 of them": a side that never fights."""
        return word.upos == "PROPN" and self._listed(sentence, word, "relief_giver")

    def _holds_weapons(self, sentence: Sentence, word: Word) -> bool:
        """ "A workshop with 14 mines", "a boat carrying rifles"; not "men with rifles"."""
        inside = _load(sentence, word)
        armed = counted_class(word.lemma.lower()) in PEOPLE or self._listed(sentence, word, "armed")
        return not armed and any(
            counted_class(c.lemma.lower()) == "weapon" or self._means_kind(sentence, c) == "bomb" for c in inside
        )

    def _within_amount(self, sentence: Sentence, word: Word) -> Word | None:
        """The counted noun of "63 of its servicemen", "a group of rebels", "a salvo of rockets"; "two of their number"
        tells none."""
        if word.upos not in ("NUM", "SYM") and word.lemma.lower() not in self.codebook.classes["amount"]:
            return None
        within = (c for c in sentence.children(word, "nmod", "obl") if "of" in clauses.cases(sentence, c))
        return next((c for c in within if c.lemma.lower() != "number"), None)

    def _is_armed_band(self, sentence: Sentence, word: Word) -> bool:
        """ "Armed youths", "White Army youths": no crowd but fighters."""
        return self._serves(sentence, word) or self._described_as(sentence, word, "armed_with")

    def _serves(self, sentence: Sentence, word: Word) -> bool:
        """ "Military engineers", "army doctors", "police trainees": people who are called by the force they are of."""
        of_force = (w.lemma.lower() for w in sentence.children(word, "amod", "compound"))
        return not FORCES.isdisjoint(of_force)

    def _described_as(self, sentence: Sentence, word: Word, kind: str) -> bool:
        adjectives = sentence.children(word, "amod")
        return any(adjective.text.lower() in self.codebook.classes[kind] for adjective in adjectives)

    def _listed(self, sentence: Sentence, word: Word, kind: str) -> bool:
        """Tell whether classes.csv lists a word, alone or with the one or two before it."""
        listed = self.codebook.classes.get(kind, frozenset())
        return any(key in listed for key in keys(word)) or self._two_words(sentence, word, kind)

    def side(self, sentence: Sentence, word: Word) -> bool:
        """Tell whether a phrase names an actor of the registry."""
        first, last = clauses.phrase(sentence, word)
        phrase = " ".join(w.text for w in sentence.words[first.index : last.index + 1])
        return self.registry.resolve(phrase, head=word.text, day=self.day, country=self.country) is not None

    def _named(self, sentence: Sentence, word: Word, *kinds: str) -> bool:
        if word.index in self.placed.get(sentence.start, ()):
            return "place" in kinds  # "Raqqa", taken for somebody
        return any(name.kind in kinds and name.first <= word.index <= name.last for name in sentence.names)

    def _means_kind(self, sentence: Sentence, word: Word) -> str | None:
        close = sentence.words[word.index + 1 : word.index + 3]  # "F-16s" is three words
        parts = (word, *(w for w in close if w.head == word.index and w.upos == "NUM"))
        row = next((row for part in parts if (row := means_at(self.codebook, sentence, part))), None)
        return None if row is None else _MEANS_CLASS.get(row.type)

    def _two_words(self, sentence: Sentence, word: Word, kind: str) -> bool:
        if word.lemma.lower() not in self.codebook.class_words.get(kind, frozenset()):
            return False
        listed = self.codebook.classes.get(kind, frozenset())
        ahead = sentence.words[max(0, word.index - 2) : word.index]
        befores = [w.lemma.lower() for w in ahead], [w.text.lower() for w in ahead]  # "arms dump", "refugee camps"
        forms = (" ".join((*before[n:], word.lemma.lower())) for before in befores for n in range(len(before)))
        return any(form in listed for form in forms)


def _load(sentence: Sentence, word: Word) -> Words:
    """What something holds or carries, as the tree ties it: a phrase of "with" or "of", or a clause."""
    found = tuple(c for c in sentence.children(word, "nmod") if clauses.cases(sentence, c) & {"with", "of"})
    for clause in sentence.children(word, "acl"):
        if clause.lemma.lower() in LOADED:
            found += arguments.objects(sentence, clause) if clause.xpos == "VBG" else ()
            found += clauses.phrase_after(sentence, clause, "with")
    return tuple(w for w in found if w.index != word.index and clauses.below(sentence, w, word))  # it holds not itself


def _is_people_of(word: Word) -> bool:
    """ "Tigrayans", "the Lebanese": those who are from somewhere."""
    if matches(word.deprel, ("amod", "compound")) or len(word.text) <= 5 or not word.text[0].isupper():
        return False
    return word.text.endswith("ese") or (word.upos == "PROPN" and word.text.endswith("ans"))


def _no_one(sentence: Sentence, word: Word) -> bool:
    return word.text.lower() == "one" and any(d.text.lower() == "no" for d in sentence.children(word, "det"))


_MEANS_CLASS: Final = {
    "air_strike": "aircraft",
    "shelling": "shell",
    "bombing": "bomb",
    "suicide_bombing": "bomb",
    "grenade": "bomb",
}


@lru_cache(maxsize=4096)
def keys(word: Word) -> tuple[str, ...]:
    """The forms under which a word may stand in the codebook: its lemma, itself, and the singular of a name.

    Headlines and terms in capitals ("Air Strikes", "Improvised Explosive Devices") come as proper nouns, whose
    lemma keeps the plural.
    """
    return _keys(word.text, word.lemma, word.upos == "PROPN")


@lru_cache(maxsize=16384)
def _keys(form: str, lemma: str, proper: bool) -> tuple[str, ...]:
    text, lemma = form.lower(), lemma.lower()
    kept = proper or lemma == text  # "troops" keeps its plural too
    singular = (text.removesuffix("s"),) if kept and (len(text) > 3 or text[:1].isdigit()) else ()
    # A past tense that is taken for the present keeps its ending: "protested".
    present = (text[:-2], text[:-1]) if lemma == text and text.endswith("ed") and len(text) > 4 else ()
    again = (lemma[3:], f"re{lemma[3:]}") if lemma.startswith("re-") else ()
    return tuple(dict.fromkeys((lemma, text, *singular, *present, *again)))


@asked_once
def forms(sentence: Sentence) -> frozenset[str]:
    """The forms under which the words of a sentence may stand in the codebook."""
    return frozenset(chain.from_iterable(keys(word) for word in sentence.words))


def means_at(codebook: Codebook, sentence: Sentence, word: Word) -> MeansRow | None:
    """The longest means of violence whose form ends at a word, else None."""
    for key in keys(word):
        for row in codebook.means.get(key, ()):
            if ends_at(sentence, word.index, row.form) is not None:
                return row
    return None


def ends_at(sentence: Sentence, last: int, form: Form) -> int | None:
    """The index of the first word of a form that ends at a word, else None; hyphens between are passed over."""
    at = last
    for n, want in enumerate(reversed(form)):
        while n and at >= 0 and sentence.words[at].text == "-":
            at -= 1
        if at < 0 or want not in keys(sentence.words[at]):
            return None
        first, at = at, at - 1
    return first
