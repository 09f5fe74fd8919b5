"""Who does what a verb tells, and to whom: its subjects and objects as they are meant.

The relations of Universal Dependencies name the surface ("nsubj:pass"); this module gives the logical
arguments, with those that a clause shares with another: coordination ("targeted and killed"), control
("forced them to flee"), participles ("bombed the town, killing 12") and relative clauses ("the rebels
who fled").
"""

from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.among_those import meant_by_what, named_among
from stemmata.coding.syntax.passives import (
    INTRANSITIVE,
    about_so_many,
    listed_behind,
    passive,
    shifted,
    stands_before,
    tied,
)
from stemmata.language.trees import Sentence, Word, Words, asked_once, matches

# Particles that trees take for prepositions ("handed over the town"), and prepositions whose phrase is what the verb is
# done to ("came across a cache").
PARTICLES: Final = {
    "hand": {"over", "in"},
    "take": {"over", "in", "on", "out", "down"},
    "turn": {"over", "in"},
    "blow": {"up"},
    "round": {"up"},
    "give": {"up"},
    "pick": {"up"},
    "set": {"off"},
    "come": {"across", "upon"},
    "stumble": {"across", "on", "upon"},
    "lay": {"down"},
    "bring": {"in", "down"},
    "fly": {"in"},
    "carry": {"off"},
    "haul": {"off", "in"},
    "fend": {"off"},
    "fight": {"off"},
    "beat": {"off", "back"},
    "burn": {"down", "out"},
    "tear": {"down", "up"},
    "pull": {"down", "out"},
    "knock": {"down", "out"},
    "shoot": {"down", "up"},
    "gun": {"down"},
    "mow": {"down"},
    "hunt": {"down"},
    "track": {"down"},
    "chop": {"down", "off"},
    "shut": {"down", "off"},
    "close": {"down", "off"},
    "lock": {"up"},
    "call": {"off", "up"},
    "dig": {"up", "out"},
    "flush": {"out"},
    "wipe": {"out"},
    "smoke": {"out"},
    "drive": {"off", "out", "back"},
    "force": {"out", "back"},
    "push": {"out", "back"},
    "throw": {"out", "back"},
    "hold": {"off", "back", "up"},
    "ward": {"off"},
    "stave": {"off"},
    "put": {"down", "out"},
    "seal": {"off"},
    "cut": {"off", "down"},
    "break": {"up"},
    "dispose": {"of"},
}
# What somebody sets out on, and the words that open what he does in it: "an attempt to enter", "efforts at taking".
UNDERTAKINGS: Final = frozenset(
    "attempt effort bid plan plot push drive try campaign operation offensive vow pledge threat decision order mission"
    " move preparation determination ability failure".split()
)
RANKS: Final = frozenset({"first", "second", "last", "latest", "only", "one", "ones"})
AIMED: Final = frozenset({"to", "on", "at", "of", "for"})
# Verbs whose gerund is what the speaker himself did: "admitted carrying out strikes".
OWNING_UP: Final = frozenset("admit acknowledge deny confess claim avow concede".split())
# How far an argument is looked for through shared clauses: "vowed to continue to fight" needs three steps.
DEPTH: Final = 4
# What stands before those to whom it is done, even where the tree takes them for agents: "losses inflicted upon them",
# "retaken from the rebels".
SUFFERING: Final = frozenset({"upon", "on", "against", "to", "as", "from"})


def _after_particle(sentence: Sentence, verb: Word) -> Words:
    """The object of a verb with its particle, where the tree takes the particle for a preposition, or the object behind
    it for an adverbial."""
    if verb.index + 1 >= len(sentence.words):
        return ()
    if bare := _bare_behind_particle(sentence, verb):
        return bare
    particles = PARTICLES.get(verb.lemma.lower())
    if particles is None:
        return ()
    after = sentence.words[verb.index + 1]
    above = sentence.head(after)
    tied = after.text.lower() in particles and after.deprel == "case" and above is not None
    if tied and sentence.words[after.index + 1].text.lower() == "of":
        return ()  # "drove out of the town"
    return (above,) if tied and above is not None and above.head == verb.index else ()


def _bare_behind_particle(sentence: Sentence, verb: Word) -> Words:
    """ "Hauled in the midwife", "marched off the director": an adverbial without a preposition, right behind."""
    after = sentence.words[verb.index + 1]
    if after.head != verb.index or after.deprel not in ("compound:prt", "advmod") or after.upos not in ("ADP", "ADV"):
        return ()
    behind = (w for w in sentence.children(verb, "obl") if w.index > after.index and not clauses.cases(sentence, w))
    return tuple(w for w in behind if clauses.phrase(sentence, w)[0].index == after.index + 1)[:1]


@asked_once
def subjects(sentence: Sentence, verb: Word) -> Words:
    """The heads of who does it; for a passive its agent."""
    return clauses.with_lists(sentence, _subjects(sentence, verb, depth=0))


@asked_once
def objects(sentence: Sentence, verb: Word) -> Words:
    """The heads of whom it is done to; for a passive its subject. Of "those arrested" they are who is named."""
    found = _objects(sentence, verb, depth=0)
    if len(found) == 1 and found[0].text.lower() == "those" and verb.lemma not in ("kill", "wound", "injure"):
        found = named_among(sentence, found[0]) or found
    if len(found) == 1 and found[0].text.lower() == "what":
        found = meant_by_what(sentence, found[0]) or found
    return clauses.with_lists(sentence, found)


def _subjects(sentence: Sentence, verb: Word, depth: int) -> Words:
    if depth > DEPTH:
        return ()
    if passive(sentence, verb):
        return _agents(sentence, verb)
    if taken_for_noun(sentence, verb) and (before := _hangs_behind(sentence, verb)):
        return before  # "the army's air force hit positions": the tree gives it "the army"
    if own := _own_subjects(sentence, verb):  # "nsubj:pass" too, where an object shows it active
        return clauses.antecedents(sentence, verb, own)
    if agents := sentence.children(verb, "obl:agent"):
        return agents
    if before := _subject_before(sentence, verb) or _taken_for_apposition(sentence, verb):
        return before
    above = sentence.head(verb)
    if above is None:
        return ()
    told_of = "of" in _marks(sentence, verb)  # "accused rebels of using gas": the rebels used it
    if verb.deprel == "acl" and verb.lemma == "use" and above.deprel == "obj" and not told_of:
        upper = sentence.head(above)
        return _subjects(sentence, upper, depth + 1) if upper else ()  # "killed 40 people using gas"
    if verb.deprel == "acl" and above.deprel == "obj" and "to" in _marks(sentence, verb):
        upper = sentence.head(above)  # "used the confusion to seize the port"
        if upper is not None and upper.lemma.lower() == "use":
            return _subjects(sentence, upper, depth + 1)
    if verb.deprel == "acl" and told_of and above.deprel == "obl:agent" and (accused := sentence.head(above)):
        return _objects(sentence, accused, depth + 1)  # "the army was accused by rebels of killing": not the rebels
    if verb.deprel == "acl" and above.lemma.lower() in UNDERTAKINGS and _marks(sentence, verb) & AIMED:
        return undertakers(sentence, above) or _subjects_of_holder(sentence, above, depth)
    if verb.deprel in ("acl", "advcl") and comes_to_it(sentence, above):
        return sentence.children(above, "nsubj")
    if matches(verb.deprel, ("acl",)) and above.lemma.lower() == "addition" and (upper := sentence.head(above)):
        return _subjects(sentence, upper, depth + 1)  # "counterattacked, in addition to bringing in tanks"
    if matches(verb.deprel, ("acl",)):
        done_to = verb.deprel == "acl:relcl" and verb.lemma.lower() not in INTRANSITIVE
        return () if done_to and sentence.child(verb, "obj") is None else (above,)
    if verb.deprel == "conj":
        return _surface_subjects(sentence, above, depth + 1)
    if verb.deprel == "xcomp" and above.upos in ("VERB", "ADJ", "AUX"):
        return sentence.children(above, "obj", "iobj", "nsubj:pass") or _subjects(sentence, above, depth + 1)
    if verb.deprel == "ccomp" and verb.xpos == "VBG" and above.lemma.lower() in OWNING_UP:
        return _subjects(sentence, above, depth + 1)
    if verb.deprel in ("advcl", "ccomp", "obl") and _marks(sentence, verb) & {"of", "for", "from"}:
        if matches(above.deprel, ("acl",)) and passive(sentence, above):
            return _objects(sentence, above, depth + 1)  # "men accused of bombing a bus"
        return sentence.children(above, "obj", "nsubj:pass") or _subjects(sentence, above, depth + 1)
    if verb.xpos == "VBG" and (foiled := _subjects_of_foiling(sentence, verb, depth)):
        return foiled
    if matches(verb.deprel, ("advcl",)) and above.upos == "VERB":
        return _surface_subjects(sentence, above, depth + 1)
    return ()


def comes_to_it(sentence: Sentence, ranked: Word) -> bool:
    """ "Was the first to enter the town", "were the last unit to leave": who is said to be the one that does it."""
    words = (ranked, *sentence.children(ranked, "amod"))
    return sentence.child(ranked, "cop") is not None and any(w.text.lower() in RANKS for w in words)


def undertakers(sentence: Sentence, noun: Word) -> Words:
    """Whose an attempt or a plan is: "an attempt by rebels to enter", "the army's bid", "a militant push"."""
    made = (w for way in sentence.children(noun, "acl") for w in sentence.children(way, "obl:agent"))
    by = (*(c for c in sentence.children(noun, "nmod", "obl") if "by" in clauses.cases(sentence, c)), *made)
    before = tuple(c for c in clauses.compounds(sentence, noun) if c.upos in ("NOUN", "PROPN"))
    return clauses.with_lists(sentence, by or clauses.possessors(sentence, noun)) or before


def holders(sentence: Sentence, noun: Word) -> Words:
    """Who makes or plans what a noun names: "nurses announced a strike", "a strike was called by nurses"."""
    verb = sentence.head(noun) if matches(noun.deprel, ("obj", "nsubj:pass")) else None
    return subjects(sentence, verb) if verb is not None and verb.upos == "VERB" else ()


def _subjects_of_holder(sentence: Sentence, noun: Word, depth: int) -> Words:
    """Who has or makes the attempt: "the army launched a campaign to retake the town"."""
    verb = sentence.head(noun)
    within = noun.deprel == "obl" and clauses.cases(sentence, noun) <= {"in", "with", "by"}  # "in a bid to retake it"
    held = verb is not None and verb.upos == "VERB" and (noun.deprel == "obj" or within)
    return _subjects(sentence, verb, depth + 1) if verb is not None and held else ()


def _subjects_of_foiling(sentence: Sentence, verb: Word, depth: int) -> Words:
    """Who foils an attempt does what follows: "police foiled a plot by rebels to enter the camp, arresting two"."""
    above = sentence.head(verb)
    noun = sentence.head(above) if above is not None and above.deprel == "acl" else None
    if noun is None or noun.lemma.lower() not in UNDERTAKINGS or sentence.words[verb.index - 1].text != ",":
        return ()
    return _subjects_of_holder(sentence, noun, depth) if matches(verb.deprel, ("advcl",)) else ()


def _own_subjects(sentence: Sentence, verb: Word) -> Words:
    """The subjects that the tree gives a verb, less the one that stands before the clause which the verb only closes.

    "Israel reimposed blockades, a spokesman announced": trees give both to "announced" at times.
    """
    told = sentence.child(verb, "ccomp")
    own = tuple(w for w in sentence.children(verb, "nsubj", "csubj") if not _parted(sentence, w, verb))
    own = own[:1] if told is None and _taken_for_subject(sentence, verb) else own
    if told is not None and _lacks_subject(sentence, told, own):
        return own[1:]
    above = sentence.head(verb)
    if not own and above is not None and verb.deprel == "ccomp":
        others = sentence.children(above, "nsubj")
        return others[:1] if _lacks_subject(sentence, verb, others) else ()
    return own or _taken_for_object(sentence, verb)


def _taken_for_object(sentence: Sentence, verb: Word) -> Words:
    """The subject of a finite verb that the tree takes for its object: "About 4,500 at the mine also demonstrated"."""
    if verb.xpos not in ("VBD", "VBZ", "VBP") or verb.deprel not in ("root", "ccomp", "parataxis"):
        return ()
    before = (w for w in sentence.children(verb, "obj") if w.index < verb.index)
    return tuple(w for w in before if w.xpos not in ("WDT", "WP", "WRB"))


def _taken_for_subject(sentence: Sentence, verb: Word) -> Words:
    """The object behind a verb that the tree takes for a second subject: "the regime gassed Ghouta".

    What stands behind a stop or a dash is none: "returned to Kaga. -AFP".
    """
    own = sentence.children(verb, "nsubj")
    if len(own) != 2 or not own[0].index < verb.index < own[1].index or passive(sentence, verb):
        return ()
    bare = not sentence.child(verb, "obj", "xcomp", "cop", "ccomp") and verb.upos == "VERB"
    if not bare or own[1].upos not in ("NOUN", "PROPN"):
        return ()
    between = sentence.words[verb.index + 1 : own[1].index]
    return () if any(w.upos == "PUNCT" and not clauses.below(sentence, w, own[1]) for w in between) else own[1:]


def _parted(sentence: Sentence, subject: Word, verb: Word) -> bool:
    """Whether a semicolon parts a subject from its verb: "residents said; the agency put the dead at ten"."""
    return any(w.text == ";" for w in sentence.words[subject.index + 1 : verb.index])


def _lacks_subject(sentence: Sentence, told: Word, others: Words) -> bool:
    """Tell whether a clause stands between two subjects of the verb that closes it, and has none of its own."""
    between = len(others) > 1 and others[0].index < told.index < others[1].index
    return between and told.upos == "VERB" and sentence.child(told, "nsubj") is None


def _subject_before(sentence: Sentence, verb: Word) -> Words:
    """The noun right before a finite verb that the tree hangs on a word behind it, where no subject can stand."""
    return _hangs_behind(sentence, verb) if verb.xpos in ("VBD", "VBZ", "VBP") else ()


def _hangs_behind(sentence: Sentence, verb: Word) -> Words:
    if verb.index == 0:
        return ()
    before = sentence.words[verb.index - 1]
    astray = before.upos in ("NOUN", "PROPN", "PRON") and before.head > verb.index
    return (before,) if astray else ()


def taken_for_noun(sentence: Sentence, word: Word) -> bool:
    """Tell whether a verb is tagged a noun: nouns have no objects ("the air force hit positions")."""
    return word.upos == "NOUN" and sentence.child(word, "obj") is not None and sentence.child(word, "nsubj") is not None


def _taken_for_apposition(sentence: Sentence, verb: Word) -> Words:
    """ "In Jonglei, some 7,000 fighters of the clan, allied with others, advanced": the tree takes who did it for a
    name of the place."""
    if verb.deprel != "root" or verb.xpos not in ("VBD", "VBZ", "VBP"):
        return ()
    grounds = (w for w in sentence.children(verb, "obl") if w.index < verb.index and w.upos == "PROPN")
    return tuple(w for g in grounds for w in sentence.children(g, "appos") if w.upos == "NOUN" and w.index < verb.index)


def _marks(sentence: Sentence, verb: Word) -> set[str]:
    """What opens a clause: "of" in "accused them of shelling"."""
    return {child.text.lower() for child in sentence.children(verb, "mark", "case")}


def _surface_subjects(sentence: Sentence, verb: Word, depth: int) -> Words:
    """What a clause beside or below shares with a verb: the subject that stands there, also of a passive."""
    if own := sentence.children(verb, "nsubj"):
        return clauses.antecedents(sentence, verb, own)
    return _subjects(sentence, verb, depth)


def _objects(sentence: Sentence, verb: Word, depth: int) -> Words:
    if depth > DEPTH:
        return ()
    above = sentence.head(verb)
    if passive(sentence, verb):
        if listed := listed_behind(sentence, verb):
            return listed
        if own := sentence.children(verb, "nsubj:pass", "obj") or (
            _own_subjects(sentence, verb) if verb.deprel == "ccomp" else ()
        ):
            return clauses.antecedents(sentence, verb, own)
        if verb.deprel in ("root", "conj", "parataxis") and (headed := sentence.children(verb, "nsubj")):
            return headed  # "office torched in Orlu", "charges were dropped and the reporter freed"
        if bare := tuple(n for n in sentence.children(verb, "obl:unmarked", "nummod") if n.upos == "NUM"):
            return bare  # "9,000 were killed and 2 million displaced"
        if above is not None and (matches(verb.deprel, ("acl", "amod")) or stands_before(sentence, verb, above)):
            return (above,)
        if above is not None and verb.deprel == "xcomp" and (held := sentence.children(above, "obj")):
            return held  # "left a guard wounded"
        if above is not None and verb.deprel in ("conj", "xcomp", "advcl"):
            return _surface_subjects(sentence, above, depth + 1)
        return ()
    if let_go := _let_go(sentence, verb):
        return let_go
    if own := _own_objects(sentence, verb) or shifted(sentence, verb):
        return clauses.antecedents(sentence, verb, own)
    told_of = verb.deprel == "acl:relcl" and above is not None and sentence.child(verb, "nsubj") is not None
    if told_of and above is not None and not clauses.is_relative(sentence.children(verb, "nsubj")[0]):
        return (above,)  # "the missionaries it took in X"
    if taken := _after_particle(sentence, verb):
        return taken
    if verb.lemma.lower() == "set" and (state := sentence.child(verb, "xcomp")):
        return sentence.children(state, "obj")  # "set ablaze a school", "set free nine students"
    if told_of:
        return ()
    if verb.lemma.lower() in INTRANSITIVE:
        return ()
    # "targeted and killed more than 200 fighters": the object stands with the last verb of the list. "Withdrew from Bor
    # and torched a school" is whole before it.
    if any(w.index > verb.index and clauses.cases(sentence, w) for w in sentence.children(verb, "obl")):
        return ()
    for other in sentence.children(verb, "conj"):
        if other.upos == "VERB" and not sentence.children(other, "nsubj") and sentence.children(other, "obj"):
            return sentence.children(other, "obj")
    return ()


def _let_go(sentence: Sentence, verb: Word) -> Words:
    """Whom "let" lets do something: "let go the driver", "let the driver go", "let go four"."""
    free = sentence.child(verb, "xcomp", "ccomp") if verb.lemma.lower() == "let" else None
    if free is None:
        return ()
    if held := sentence.children(free, "nsubj", "obj"):
        return held
    later = (w for part in (free, *sentence.children(free, "advmod")) for w in sentence.children(part))
    numbered = tuple(w for w in later if w.deprel == "obl:unmarked" and sentence.child(w, "nummod"))
    return numbered or _own_objects(sentence, verb)


def _own_objects(sentence: Sentence, verb: Word) -> Words:
    """The objects that the tree gives a verb, less a subject that it takes for one."""
    held = sentence.children(verb, "obj") or about_so_many(sentence, verb) or _taken_for_subject(sentence, verb)
    astray = () if not held or sentence.children(verb, "nsubj", "csubj") else _taken_for_object(sentence, verb)
    return tuple(w for w in held if w not in astray)


def _agents(sentence: Sentence, verb: Word) -> Words:
    """Who stands after "by", is tied to the participle by a hyphen ("rebel-held"), or at whose hands it was done."""
    agents = sentence.children(verb, "obl:agent")
    if agents := tuple(agent for agent in agents if clauses.cases(sentence, agent).isdisjoint(SUFFERING)):
        return agents
    if by := tuple(child for child in sentence.children(verb, "obl") if "by" in clauses.cases(sentence, child)):
        return by
    with_it = (child for child in sentence.children(verb, "obl") if "with" in clauses.cases(sentence, child))
    if behind := tuple(w for child in with_it for w in clauses.phrase_after(sentence, child, "by")):
        return behind  # "beaten with clubs by troops": the tree ties them to the clubs
    for other in sentence.children(verb, "conj"):  # "abducted and killed by gunmen"
        if (
            other.xpos == "VBN"
            and not sentence.children(other, "nsubj", "aux")
            and (shared := sentence.children(other, "obl:agent"))
        ):
            return shared
    if before := tied(sentence, verb):
        return (before,)
    above = sentence.head(verb) if verb.deprel == "conj" else None
    if above is not None and above.xpos == "VBN" and not sentence.children(verb, "nsubj", "nsubj:pass"):
        return _agents(sentence, above)  # "seized by gunmen and shot"
    return at_hands(sentence, verb)


def at_hands(sentence: Sentence, verb: Word) -> Words:
    """At whose hands it was done, or befell: "lost their lives at the hands of the militia"."""
    return tuple(
        owner
        for hand in sentence.children(verb, "obl")
        if hand.lemma.lower() == "hand" and "at" in clauses.cases(sentence, hand)
        for owner in sentence.children(hand, "nmod")
    )
