"""Tells whether a verb form is passive, also where trees tag or tie it otherwise: what is done to it decides who does
it."""

from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, Words, asked_once, matches

# Verbs that have an object whenever they are active: without one they are a passive that lost its auxiliary, as in
# headlines ("6 killed, 12 wounded") and in wire copy with thinned punctuation.
TRANSITIVE: Final = frozenset(
    "kill wound injure arrest detain displace abduct kidnap destroy damage capture execute behead seize free release"
    " torch raze ransack demolish assassinate rescue besiege liberate recapture evict deport defuse"
    " loot confiscate dismantle intercept repel repulse foil thwart lynch massacre uproot plunder pillage vandalise"
    " vandalize impound unearth uncover deport expel handcuff bulldoze gut"
    " apprehend nab hurt hospitalise hospitalize net nick catch haul bag jail remand imprison incarcerate pardon"
    " amnesty ransom swap intern snare hijack trash acquit convict stab knife bludgeon decapitate mutilate maim".split()
)
# The same with their particle, or with what somebody is told to be: "girls carried off from the town",
# "flour given out", "herders reported missing".
TRANSITIVE_WITH: Final = {
    "carry": {"off", "away"},
    "lead": {"away"},
    "drag": {"off", "away"},
    "haul": {"off", "away"},
    "cart": {"off", "away"},
    "whisk": {"off", "away"},
    "bundle": {"off", "away"},
    "round": {"up"},
    "lock": {"up"},
    "hand": {"out", "over"},
    "give": {"out"},
    "put": {"out", "down"},
    "pick": {"up"},
    "march": {"off", "away"},
    "let": {"go", "out", "off"},
    "bring": {"in", "out"},
    "take": {"away", "in"},
    "drop": {"off"},
    "buy": {"back"},
    "tear": {"down", "up"},
    "burn": {"alive"},
    "gun": {"down"},
    "shoot": {"dead", "down"},
    "beat": {"up"},
    "report": {"missing", "dead"},
    "declare": {"missing", "dead"},
    "find": {"dead", "shot", "hanged", "beheaded", "strangled", "charred"},
}
# Verbs that nobody suffers: what trees take for a participle of theirs is the past tense ("trucks with aid crossed").
INTRANSITIVE: Final = frozenset(
    "arrive come go cross return advance flee surrender retreat march clash fall gather dock die rally depart head"
    " escape stream pour rise explode collapse erupt resume disappear vanish protest riot demonstrate defect land dock"
    " berth".split()
)
# Verbs of what flies: without an auxiliary nobody slammed them into what stands behind.
HURTLING: Final = frozenset({"slam", "tear", "rip", "smash", "crash", "plough", "plow", "plunge", "rain", "land"})
# What is fired, rather than fires.
FIRED: Final = frozenset(
    {
        "shot",
        "rocket",
        "missile",
        "shell",
        "mortar",
        "round",
        "bullet",
        "grenade",
        "bomb",
        "projectile",
        "gas",
        "canister",
        "salvo",
        "volley",
        "barrage",
        "flare",
    }
)
# Participles that are no past tense, of verbs that have an object: without "have" they are passive.
PARTICIPLES: Final = frozenset(
    "taken thrown stolen beaten broken driven given torn blown hidden shaken withdrawn overthrown overrun chosen"
    " forbidden frozen written seen shown drawn".split()
)
# Verbs of harm that people suffer together with what a passive before them tells.
SUFFERED: Final = frozenset(
    "shoot beat stab torture burn hang flog strangle drown rape lynch rob murder whip club send hold lead jail".split()
)
# Words before a number that are no prepositions there: "killed around 20", "detained around 120 people".
HEDGES: Final = frozenset({"around", "about", "over"})
# Those after which the tree leaves the object an adverbial without a preposition: "kidnapped up to 12 people".
LONG_HEDGES: Final = frozenset(
    {"up to", "as many as", "as few as", "between", "at least", "at most", "no fewer than", "no less than", "more than"}
)
# Those that are before a bare number only: shells land near two villages.
HEDGES_OF_NUMBERS: Final = frozenset({"near", "nearly"})
# How far behind its verb such a number stands, in words: "ferried out around 20".
NEAR_NUMBER: Final = 3


@asked_once
def passive(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb form is passive: marked as such, or a bare past participle after its noun."""
    if sentence.children(verb, "aux:pass", "obl:agent", "csubj:pass") or tied(sentence, verb):
        return True
    if listed_behind(sentence, verb):
        return True
    if sentence.child(verb, "obj") is not None or shifted(sentence, verb) or about_so_many(sentence, verb):
        return False
    if verb.lemma.lower() in INTRANSITIVE or _hurtles(sentence, verb) or _runs_off(sentence, verb):
        return False
    if verb.lemma.lower() == "fire" and _fires(sentence, verb):
        return False
    if _shares_auxiliary(sentence, verb):
        return True
    if sentence.child(verb, "nsubj:pass") is not None or _goes_on(sentence, verb):
        return True
    if verb.text.lower() in PARTICIPLES and sentence.child(verb, "nsubj") and not sentence.child(verb, "aux"):
        return verb.deprel != "conj"  # "72 taken to hospital"; "have come and taken it" shares its auxiliary
    if verb.xpos in ("VBN", "VBD") and _has_always_an_object(sentence, verb):
        return not _object_shared(sentence, verb)
    above = sentence.head(verb)
    return (
        verb.xpos == "VBN"
        and (
            matches(verb.deprel, ("acl", "amod", "conj", "xcomp"))  # the last: "was found shot dead"
            or (above is not None and stands_before(sentence, verb, above))
        )
        and not sentence.child(verb, "aux", "nsubj")
    )


def _hurtles(sentence: Sentence, verb: Word) -> bool:
    """ "Missiles slammed into the port", which trees take for a passive that lost its auxiliary."""
    goals = (w for w in sentence.children(verb, "obl") if clauses.cases(sentence, w) & {"into", "through", "on"})
    return verb.lemma.lower() in HURTLING and verb.deprel != "acl" and any(w.index > verb.index for w in goals)


def _fires(sentence: Sentence, verb: Word) -> bool:
    """ "Jets fired on a convoy", which trees take for a passive that lost its auxiliary; shots are fired indeed."""
    subject = sentence.child(verb, "nsubj:pass", "nsubj")
    goals = (w for w in sentence.children(verb, "obl") if clauses.cases(sentence, w) & {"on", "at", "upon", "into"})
    return subject is not None and subject.lemma.lower() not in FIRED and any(w.index > verb.index for w in goals)


# How far behind the participle that opens a line its colon stands, in words. Set by judgement.
COLON: Final = 8


def listed_behind(sentence: Sentence, verb: Word) -> Words:
    """ "Seized: 40 rifles", "Freed in Kaga: nine girls": a line of a log names behind its colon what it was done to."""
    if verb.index or verb.xpos != "VBN" or sentence.child(verb, "nsubj", "obj", "aux") is not None:
        return ()
    colon = next((w.index for w in sentence.words[1 : COLON + 1] if w.text == ":"), None)
    if colon is None:
        return ()
    behind = (w for w in sentence.words[colon + 1 :] if w.upos in ("NOUN", "PROPN", "NUM"))
    return tuple(w for w in behind if w.head < colon)[:1]


def _runs_off(sentence: Sentence, verb: Word) -> bool:
    """ "Made off with sacks": nobody is made off, whatever the tree says."""
    return verb.lemma.lower() == "make" and any(
        w.text.lower() in ("off", "away") for w in sentence.children(verb, "compound:prt", "advmod")
    )


def _shares_auxiliary(sentence: Sentence, verb: Word) -> bool:
    """ "The bus was stopped and its passengers led away": the second clause has the auxiliary of the first."""
    above = sentence.head(verb) if matches(verb.deprel, ("conj", "parataxis", "advcl")) else None
    if above is None or verb.xpos not in ("VBN", "VBD") or sentence.child(verb, "aux") is not None:
        return False
    own = sentence.child(verb, "nsubj") is not None and sentence.child(above, "aux:pass") is not None
    return own and (verb.xpos == "VBN" or verb.lemma.lower() in SUFFERED | TRANSITIVE)


def _has_always_an_object(sentence: Sentence, verb: Word) -> bool:
    lemma = verb.lemma.lower()
    if lemma in TRANSITIVE:
        return True
    with_it = TRANSITIVE_WITH.get(lemma)
    if with_it is None:
        return False
    return any(w.text.lower() in with_it for w in sentence.children(verb, "compound:prt", "advmod", "xcomp"))


def _goes_on(sentence: Sentence, verb: Word) -> bool:
    """ "Men were pulled from the bus and shot": the second is passive too, though trees take it for a past tense."""
    above = sentence.head(verb) if verb.deprel == "conj" and verb.xpos == "VBD" else None
    if above is None or verb.lemma.lower() not in SUFFERED or sentence.child(verb, "nsubj", "aux") is not None:
        return False
    return sentence.child(above, "aux:pass") is not None


def _object_shared(sentence: Sentence, verb: Word) -> bool:
    """ "Targeted and killed fighters": another verb of the list has the object."""
    above = sentence.head(verb) if verb.deprel == "conj" else None
    first = above or verb
    others = (first, *(v for v in sentence.children(first, "conj") if v.upos == "VERB"))
    return any(sentence.child(v, "obj") and (above or not sentence.child(v, "nsubj")) for v in others)


def shifted(sentence: Sentence, verb: Word) -> Words:
    """An object behind the adverbials, taken for theirs by the tree: "gangs hit on Sunday with shells the port"."""
    behind = [child for child in sentence.children(verb, "obl") if child.index > verb.index]
    found = []
    for word in (w for child in behind for w in sentence.subtree(child, ("acl", "conj"))):
        above = sentence.head(word)
        if (
            above is None
            or word.deprel not in ("obj", "appos")
            or above.upos == "VERB"
            or clauses.cases(sentence, word)
        ):
            continue
        first = clauses.phrase(sentence, word)[0].index
        if word.upos == "PROPN" and first == above.index + 1:
            continue  # "the house of lawmaker Koichi Kato"
        if all(w.upos != "PUNCT" for w in sentence.words[above.index + 1 : first]):
            found.append(word)
    return tuple(found)


@asked_once
def about_so_many(sentence: Sentence, verb: Word) -> Words:
    """An object whose hedge the tree takes for a preposition: "ferried out around 20", "detained around 120 people"."""
    return tuple(word for word in sentence.children(verb, "obl") if _is_about_so_many(sentence, verb, word))


def _is_about_so_many(sentence: Sentence, verb: Word, word: Word) -> bool:
    before = clauses.cases(sentence, word)
    if word.upos == "NUM":
        return 0 < word.index - verb.index <= NEAR_NUMBER and before <= HEDGES | HEDGES_OF_NUMBERS
    number = sentence.child(word, "nummod")
    if number is None or number.index <= verb.index:
        return False
    hedge = " ".join(sentence.low[verb.index + 1 : number.index])
    return hedge in HEDGES or (hedge in LONG_HEDGES and not before)


def tied(sentence: Sentence, verb: Word) -> Word | None:
    """ "Rebel" in "the rebel-held town": who stands before a participle and its hyphen."""
    if verb.index < 2 or verb.xpos != "VBN" or sentence.words[verb.index - 1].text not in clauses.HYPHENS:
        return None
    before = sentence.words[verb.index - 2]
    return before if before.head == verb.index and before.upos in ("NOUN", "PROPN", "ADJ") else None


def stands_before(sentence: Sentence, verb: Word, noun: Word) -> bool:
    """ "Recovered from the scene were two rifles": the participle opens the sentence, the noun closes it."""
    opens = verb.deprel == "advcl" and verb.index < noun.index and noun.upos == "NOUN"
    copula = sentence.child(noun, "cop") if opens else None
    return copula is not None and copula.index < noun.index and sentence.child(noun, "nsubj") is None
