"""Of which class of classes.csv a word is, by the table and by what stands with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, get_args

from stemmata.actors import Registry, resolve_claimant
from stemmata.coding.codebook import Codebook
from stemmata.coding.rows import Need
from stemmata.coding.syntax import bands, bodies, clauses, loads, taken_up, told_as
from stemmata.coding.syntax.band_names import is_band
from stemmata.coding.syntax.forms import forms, keys, means_of
from stemmata.coding.syntax.slots import fill
from stemmata.figures import CountedClass, counted_class
from stemmata.language.trees import Sentence, Word, matches

PEOPLE: Final = frozenset({"civilian", "combatant", "person", "official", "family"})
PERSONAL: Final = frozenset(
    "they them he him she her we us who whom i everyone everybody anyone anybody someone somebody others those many"
    " most some several dozens hundreds thousands scores people none nobody both all each another ours theirs".split()
)
# People told to have been taken are captives when they are handed over.
SEIZED: Final = frozenset(
    "seize abduct kidnap capture detain hold take imprison arrest seized abducted kidnapped captured detained held"
    " imprisoned arrested captive missing jailed grab snatch round".split()
)
KIDNAPPED: Final = frozenset({"abduct", "kidnap", "abducted", "kidnapped"})
FREED: Final = frozenset({"free", "freed", "release", "released", "rescue", "rescued", "liberate", "liberated"})
# What armed people come in: "armed groups".
ORGANISED: Final = frozenset({"organization", "organisation", "network", "cell", "movement", "outfit", "formation"})
# Classes of people who come together unarmed.
CROWDS: Final = frozenset({"crowd", "mob", "demonstrator", "brawler"})
MEMBERS: Final = frozenset({"man", "member", "element", "cadre", "serviceman", "personnel"})
# How people are told to have something on.
DRESSED: Final = frozenset({"in", "with"})
FORCES: Final = frozenset({"military", "army", "navy", "paramilitary"})
BANDS: Final = frozenset({"group", "band", "element", "faction", "wing", "people", "subject", "individual", "figure"})
# People told to have been driven out are displaced.
UPROOTED: Final = frozenset({"displace", "displaced", "uproot", "uprooted", "evacuate", "evacuated", "fleeing"})
# Classes of people that a bare number may stand for.
NUMBERED: Final = frozenset({"people", "moving", "displaced", "household", "inhabitants", "civilian"})
# Classes of whose members more is asked than whether the table lists them, or which counted.csv has.
TOLD_OTHERWISE: Final = (
    frozenset(
        "any none numbered people civilian armed side name place plain_place bomb aircraft shell weapon numeral laden"
        " bomber slain_body body_bomb poison relief relief_giver moving displaced peoples property captive uprooted"
        " hostage demonstrator protester".split()
    )
    | CROWDS
    | frozenset(get_args(CountedClass))
    | frozenset(taken_up.CLASSES)
)


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
        if need.kind not in TOLD_OTHERWISE and not self.may_be_in(sentence, need.kind):
            return False  # nothing in the sentence is of the class, whatever stands in the slot
        found = fill(sentence, word, need.slot)
        if need.kind in ("none", "any"):
            return bool(found) == (need.kind == "any")
        return any(self.is_a(sentence, one, need.kind) for one in found)

    def may_be_in(self, sentence: Sentence, kind: str) -> bool:
        """Whether a sentence has a word that classes.csv lists under a class, alone or behind another."""
        known: frozenset[str] | None = sentence.answers.get("classes of its words")
        if known is None:
            ending_in = self.codebook.classes_ending_in
            listed = [ending_in[form] for form in forms(sentence) if form in ending_in]
            known = sentence.answers["classes of its words"] = frozenset().union(*listed)
        return kind in known

    def is_a(self, sentence: Sentence, word: Word, kind: str) -> bool:
        """Tell whether a noun phrase's head is of a class."""
        key = (word, kind)  # many rules ask the same; a document has its own trees, and one set of classes
        known: bool | None = sentence.answers.get(key)
        if known is None:
            known = sentence.answers[key] = self._is_a(sentence, word, kind)
        return known

    def _is_a(self, sentence: Sentence, word: Word, kind: str) -> bool:
        if (told := self._stands_for_others(sentence, word, kind)) is not None:
            return told
        counted = next((found for key in keys(word) if (found := counted_class(key))), None)
        if kind in TOLD_OTHERWISE:
            if (told := self._is_people_of_kind(sentence, word, kind, counted)) is not None:
                return told
            if (told := self._is_thing_of_kind(sentence, word, kind, counted)) is not None:
                return told
        return counted == kind or self._listed(sentence, word, kind)

    def _stands_for_others(self, sentence: Sentence, word: Word, kind: str) -> bool | None:
        """Whether those of a class are whom a number, an amount or a pronoun stands for; None where it is neither."""
        if word.upos == "NUM" and kind in NUMBERED and (thing := told_as.counted_before(sentence, word)) is not None:
            return self.is_a(sentence, thing, kind)
        if (inner := self._within_amount(sentence, word)) is not None:
            if kind in NUMBERED and told_as.part_of_place(word) and self.is_a(sentence, inner, "place"):
                return True  # "half of the village had come home"
            within = self.is_a(sentence, inner, kind) or (
                kind in ("moving", "displaced") and inner.text.lower() in ("them", "those", "whom")
            )
            if within or kind in ("side", "armed", "people", "moving", "displaced"):
                # "hundreds of families" are as little a side as families are; "a sabotage group of ten men" is armed
                return within or self._two_words(sentence, word, kind)
            if kind == "abstract" and self.is_a(sentence, inner, "people"):
                return False  # "arrested a number of students", "scores of nurses"
            unarmed = self._listed(sentence, inner, "transport") or self.is_a(sentence, inner, "people")
            if kind == "force" and unarmed and not self.is_a(sentence, inner, "armed"):
                return False  # "a convoy of buses", "a group of chiefs"
        if kind in ("captive", "hostage") and any(c.lemma.lower() in FREED for c in sentence.children(word, "amod")):
            return False
        if kind == "captive" and _is_taken(sentence, word):
            return True
        if kind == "hostage" and any(c.lemma.lower() in KIDNAPPED for c in sentence.children(word, "acl", "amod")):
            return True
        if kind == "captive" and taken_up.in_their_hands(sentence, word):
            return True
        if kind == "uprooted" and any(c.lemma.lower() in UPROOTED for c in sentence.children(word, "acl", "amod")):
            return True
        if word.text.lower() in taken_up.PRONOUNS and kind in taken_up.CLASSES:
            meant = taken_up.meant(sentence, word, kind)
            return meant is not None and self.is_a(sentence, meant, taken_up.CLASSES[kind])
        return None

    def _is_people_of_kind(self, sentence: Sentence, word: Word, kind: str, counted: str | None) -> bool | None:
        """Whether a word stands for such people, where more than the table tells; `counted` is of counted.csv."""
        if kind == "numbered":
            return told_as.numbered(sentence, word)
        if kind in CROWDS and self.is_armed_band(sentence, word):
            return False
        if kind in ("crowd", "mob") and told_as.angry(sentence, word):
            return True
        if kind in ("crowd", "mob") and told_as.alone(sentence, word):
            return False
        if kind in ("demonstrator", "protester") and told_as.with_banners(sentence, word):
            return True
        if kind == "relief_giver" and word.upos == "NOUN":
            givers = (w for w in clauses.compounds(sentence, word) if w.upos == "PROPN")
            if any(self._listed(sentence, giver, kind) for giver in givers):
                return True  # "an ICRC vessel"
        if kind == "people":
            return self._is_people(sentence, word, counted)
        if kind == "civilian":
            if self._described_as(sentence, word, "armed_with"):
                return False
            return counted in ("civilian", "family") or self._named(sentence, word, "person")
        if kind == "armed":
            return self._is_armed(sentence, word, counted)
        if kind == "side":
            named = word.upos == "PROPN" and self._named(sentence, word, "group")  # "Islamic State"
            return (named or counted in (None, "combatant", "official")) and self.side(sentence, word)
        if kind == "bomber" and (counted in PEOPLE or self.is_a(sentence, word, "people")):
            return self._listed(sentence, word, kind) or self._wears_bomb(sentence, word)
        if kind in ("moving", "displaced") and word.upos == "NUM":
            return True  # "upwards of 100,000 streamed out"
        if kind in ("moving", "peoples") and (_is_people_of(word) or self._listed(sentence, word, "peoples")):
            return True
        return None

    def _is_thing_of_kind(self, sentence: Sentence, word: Word, kind: str, counted: str | None) -> bool | None:
        """The same of things, places and names."""
        if kind == "name":
            return word.upos == "PROPN" and not self._named(sentence, word, "time", "quantity") and counted is None
        if kind == "place" and self._named(sentence, word, "place", "facility"):
            return True
        if kind == "plain_place" and self._named(sentence, word, "place"):
            return True
        if kind == "place" and counted in ("building", "settlement") and word.lemma.lower() not in ("house", "home"):
            return True
        if kind in ("bomb", "aircraft", "shell"):
            return self._means_kind(sentence, word) == kind
        if kind == "weapon" and (self._means_kind(sentence, word) == "bomb" or self._holds_weapons(sentence, word)):
            return True
        if kind == "numeral":
            return word.upos == "NUM" and not sentence.child(word, "nmod")  # "counts 136"
        if kind == "laden":
            return counted not in PEOPLE and self._is_laden(sentence, word)
        if kind == "slain_body":
            return self._listed(sentence, word, "corpse") and bodies.was_slain(
                sentence, word, lambda w, of: self._listed(sentence, w, of)
            )
        if kind == "body_bomb":
            bomb = self._means_kind(sentence, word) == "bomb" or self._listed(sentence, word, "remnant")
            return bomb and bodies.is_on_body(sentence, word)
        if kind == "poison" and self._listed(sentence, word, "crowd_control"):
            return False  # "tear gas"
        if kind == "poison":  # "canisters of chlorine", "exposure to sarin"
            to = clauses.phrase_after(sentence, word, "to") if word.lemma.lower() == "exposure" else ()
            if any(self._listed(sentence, w, kind) for w in (*loads.load(sentence, word), *to)):
                return True
        if kind == "relief" and self._loaded_with(sentence, word):
            return True
        if kind == "property" and counted in ("building", "vehicle"):
            return True
        return None

    def _is_people(self, sentence: Sentence, word: Word, counted: str | None) -> bool:
        return (
            counted in PEOPLE
            or word.upos == "NUM"
            or self._listed(sentence, word, "number")
            or word.text.lower() in PERSONAL
            or (
                word.text.lower() == "more"
                and sentence.child(word, "nummod", "obl:unmarked", "nmod:unmarked") is not None
            )
            or _no_one(sentence, word)
            or _is_people_of(word)
            or (word.text[0].isupper() and self._listed(sentence, word, "peoples"))
            or self._named(sentence, word, "person")
            or (word.upos == "NOUN" and self._is_somebody(sentence, word))
            or (self._listed(sentence, word, "head_of") and bool(clauses.phrase_after(sentence, word, "of")))
        )

    def _is_armed(self, sentence: Sentence, word: Word, counted: str | None) -> bool:
        people = counted in PEOPLE or word.lemma.lower() in BANDS
        return (
            (people and (self._described_as(sentence, word, "armed_with") or self._serves(sentence, word)))
            or counted == "combatant"
            or self._is_band(sentence, word)
            or self._is_member(sentence, word)
            or bands.are_followers(sentence, word)
            or self._are_leaders_men(sentence, word)
            or self._is_unknown_band(sentence, word)
            or self._listed(sentence, word, "armed")
            or (counted != "official" and not self._gives_relief(sentence, word) and self.is_a(sentence, word, "side"))
        )

    def _is_somebody(self, sentence: Sentence, word: Word) -> bool:
        """ "A planner of the raid, Omar Reda": a noun beside which a name stands that is no place's."""
        beside = (w for w in sentence.children(word, "appos") if w.upos == "PROPN")
        thing = counted_class(word.lemma.lower()) is not None or self._listed(sentence, word, "place")
        return not thing and any(not self._named(sentence, w, "place", "facility", "group", "time") for w in beside)

    def _loaded_with(self, sentence: Sentence, word: Word) -> bool:
        """ "Trucks with flour", "a convoy of food", "a plane carrying 20 tonnes of blankets"."""
        vehicle = counted_class(word.lemma.lower()) == "vehicle" or self._listed(sentence, word, "transport")
        givers = (*clauses.compounds(sentence, word), *clauses.phrase_after(sentence, word, "of"))
        givers = tuple(w for w in givers if w.upos == "PROPN")  # "a Red Crescent convoy", "trucks of the WFP"
        loaded = any(self.is_a(sentence, load, "relief") for load in loads.load(sentence, word))
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
        if is_band(sentence, word):
            return True
        if not bands.is_acronym(sentence, word) or self._named(sentence, word, "place", "time", "quantity"):
            return False
        thing = any(counted_class(key) for key in keys(word)) or self._means_kind(sentence, word) is not None
        if thing or self._listed(sentence, word, "relief_giver") or self._listed(sentence, word, "weapon"):
            return False
        return resolve_claimant(word.text, day=self.day, country=self.country) is None

    def _is_member(self, sentence: Sentence, word: Word) -> bool:
        """ "54 members of the Ninth Division", "elements of the army", "men of the UPC": armed as what they are of."""
        if word.lemma.lower() == "man" and told_as.member_of_letters(sentence, word):
            return True
        if word.lemma.lower() not in MEMBERS:
            return False
        return any(self.is_a(sentence, w, "armed") for w in clauses.phrase_after(sentence, word, "of"))

    def _are_leaders_men(self, sentence: Sentence, word: Word) -> bool:
        """ "Haftar's men", "the general's boys", "UKLF men": those who fight under somebody named, or for a side."""
        if word.text.lower() not in ("men", "boys"):
            return False
        named = (w for w in clauses.compounds(sentence, word) if w.upos == "PROPN" and self.is_a(sentence, w, "armed"))
        return next(named, None) is not None or any(
            (w.upos == "PROPN" and not self._named(sentence, w, "place", "facility", "time"))
            or counted_class(w.lemma.lower()) in ("combatant", "official")
            or self._listed(sentence, w, "armed")
            or self._listed(sentence, w, "camp_side")
            for w in clauses.possessors(sentence, word)
        )

    def _gives_relief(self, sentence: Sentence, word: Word) -> bool:
        """ "UNHCR moved 325 of them": a side that never fights."""
        return word.upos == "PROPN" and self._listed(sentence, word, "relief_giver")

    def _holds_weapons(self, sentence: Sentence, word: Word) -> bool:
        """ "A workshop with 14 mines", "a boat carrying rifles"; not "men with rifles"."""
        inside = loads.load(sentence, word)
        armed = counted_class(word.lemma.lower()) in PEOPLE or self._listed(sentence, word, "armed")
        return not armed and any(
            counted_class(c.lemma.lower()) == "weapon"
            or self._listed(sentence, c, "weapon")
            or self._means_kind(sentence, c) == "bomb"
            for c in inside
        )

    def _is_laden(self, sentence: Sentence, word: Word) -> bool:
        """ "Lorries packed with explosives", "an explosives-laden boat", "a booby-trapped cart"."""
        inside = (*loads.load(sentence, word), *loads.told_before(sentence, word))
        return loads.booby_trapped(sentence, word) or any(self._means_kind(sentence, w) == "bomb" for w in inside)

    def _wears_bomb(self, sentence: Sentence, word: Word) -> bool:
        """ "A man wearing an explosive vest", "attackers with explosives strapped on", the driver of a laden lorry."""
        driven = clauses.phrase_after(sentence, word, "of") if word.lemma.lower() == "driver" else ()
        on_body = any(self._means_kind(sentence, w) == "bomb" for w in loads.worn(sentence, word))
        clad = clauses.phrases_after(sentence, word, DRESSED)  # "a man in an explosive vest"
        on_body = on_body or any(
            self._listed(sentence, w, "worn_bomb") and self._means_kind(sentence, w) == "bomb" for w in clad
        )
        return on_body or any(self._is_laden(sentence, w) for w in driven)

    def _within_amount(self, sentence: Sentence, word: Word) -> Word | None:
        """The counted noun of "63 of its servicemen", "a group of rebels", "a salvo of rockets"; "two of their number"
        tells none."""
        if word.upos not in ("NUM", "SYM") and word.lemma.lower() not in self.codebook.classes["amount"]:
            return None
        within = (c for c in sentence.children(word, "nmod", "obl") if "of" in clauses.cases(sentence, c))
        return next((c for c in within if c.lemma.lower() != "number"), None)

    def is_armed_band(self, sentence: Sentence, word: Word) -> bool:
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
        row = means_of(self.codebook, sentence, word)
        if row is None and word.lemma.lower() == "fire":  # "gunship fire"
            before = clauses.compounds(sentence, word)
            row = next((found for w in before if (found := means_of(self.codebook, sentence, w))), None)
        kind = None if row is None else _MEANS_CLASS.get(row.type)
        if kind in ("shell", "bomb") and any(
            self._means_kind(sentence, w) == "aircraft" for w in loads.sent_from(sentence, word)
        ):
            return "aircraft"  # "rockets fired by a helicopter"
        return kind

    def _two_words(self, sentence: Sentence, word: Word, kind: str) -> bool:
        if word.lemma.lower() not in self.codebook.class_words.get(kind, frozenset()):
            return False
        listed = self.codebook.classes.get(kind, frozenset())
        ahead = [w for w in sentence.words[max(0, word.index - 4) : word.index] if w.text != "-"][-2:]
        befores = [w.lemma.lower() for w in ahead], [w.text.lower() for w in ahead]  # "arms dump", "refugee camps"
        forms = (" ".join((*before[n:], word.lemma.lower())) for before in befores for n in range(len(before)))
        return any(form in listed for form in forms)


def _is_people_of(word: Word) -> bool:
    """ "Tigrayans", "the Lebanese": those who are from somewhere."""
    if matches(word.deprel, ("amod", "compound")) or len(word.text) <= 5 or not word.text[0].isupper():
        return False
    return word.text.endswith("ese") or (word.upos == "PROPN" and word.text.endswith("ans"))


def _is_taken(sentence: Sentence, word: Word) -> bool:
    """ "The kidnapped priest", "those captured in May"; a town "which the rebels captured" is no captive."""
    if counted_class(word.lemma.lower()) in ("settlement", "building"):
        return False
    told = (child for child in sentence.children(word, "acl", "amod") if child.lemma.lower() in SEIZED)
    return any(all(w.text.lower() != "which" for w in sentence.children(child)) for child in told)


def _no_one(sentence: Sentence, word: Word) -> bool:
    return word.text.lower() == "one" and any(d.text.lower() == "no" for d in sentence.children(word, "det"))


_MEANS_CLASS: Final = {
    "air_strike": "aircraft",
    "shelling": "shell",
    "bombing": "bomb",
    "suicide_bombing": "bomb",
    "grenade": "bomb",
}
