"""Tells an aim from a happening: "fought to take the town" takes no town, "tried to take the town" fought for it."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.rows import CueRow
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import with_particle
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Nouns for what people set out to do.
ERRANDS: Final = frozenset({"raid", "operation", "mission", "swoop", "sweep", "incursion"})
# Verbs by which somebody wants it done.
DEMANDING: Final = frozenset({"demand", "call", "urge", "ask", "request"})
# Types whose infinitive is what people did, and not only what they came for: "gathered to protest", "left to go home".
DONE: Final = frozenset({"protest", "return"})
# Nouns for what is acted for, and verbs of fighting for it.
AIMS: Final = frozenset({"aim", "goal", "objective", "purpose", "intention", "view"})
# Words of what is worked for, and verbs of bringing it about.
STRIVING: Final = frozenset({"effort", "focus", "seek", "strive"})
COMPLETING: Final = frozenset({"complete", "close", "impose", "lay", "achieve", "establish", "tighten", "finish"})
FIGHTING: Final = frozenset({"fight", "battle", "push", "advance", "race", "move", "scramble"})
# What is done about something that goes on: "to support the offensive", "to repel the attack".
RESPONDING: Final = frozenset(
    "support back aid assist help repel repulse resist counter confront thwart relieve break lift end stop halt".split()
)


def is_aim(happening: Happening, codebook: Codebook) -> bool:
    """Tell whether a happening is told only as what somebody acts for: "massed to storm", "aimed at the liberation of".

    `cues.csv` has the verbs whose infinitive was achieved ("used bulldozers to raze", "went on to capture"), and the
    words that make a plan or an attempt of it, which is a report.
    """
    if happening.type in DONE:
        return False
    sentence, trigger = happening.sentence, happening.trigger.word
    if _is_met(sentence, happening.trigger):
        return False
    verbs = [s.verb for s in happening.supports] if happening.trigger.row.pos == "noun" else [trigger]
    for word in (w for verb in verbs for w in _with_completed(sentence, verb)):
        above = sentence.head(word)
        if above is not None and _is_purpose(sentence, word) and not _makes_more_of_it(sentence, above, codebook):
            return True
    return _aimed_at(sentence, trigger) or _to_be_prevented(happening, codebook)


def summons(happening: Happening, noun: Word, verb: Word, codebook: Codebook) -> CueRow | None:
    """ "Called a march", "a strike was announced": people are still to come to it; a truce that is called begins."""
    trigger = happening.trigger
    stands = noun is trigger.word and trigger.row.pos == "noun" and matches(noun.deprel, ("obj", "nsubj:pass"))
    return codebook.cues["summons"].get(verb.lemma.lower()) if stands and happening.type == "protest" else None


def is_errand(happening: Happening) -> bool:
    """ "A raid to detain two suspects": what something was for, whoever and however many are told."""
    word = happening.trigger.word
    above = happening.sentence.head(word)
    to = any(mark.text.lower() == "to" for mark in happening.sentence.children(word, "mark"))
    return to and word.deprel == "acl" and above is not None and above.lemma.lower() in ERRANDS


def is_demand(happening: Happening, report: Report) -> bool:
    """ "Marched to demand the release of X", "urged them to withdraw": what somebody wants done is policy."""
    if report.status.value != "planned" or report.status.why.rule != "governed-by-cue":
        return False
    verbs = (word for word in happening.sentence.words if word.upos == "VERB")
    return any(w.start == report.status.span.start and w.lemma.lower() in DEMANDING for w in verbs)


def _is_met(sentence: Sentence, mention: Mention) -> bool:
    """ "Jets strike to support the offensive of the army": what is met or backed goes on, whatever that is for."""
    noun = mention.word
    above = sentence.head(noun) if mention.row.pos == "noun" and matches(noun.deprel, ("obj",)) else None
    if above is None or above.lemma.lower() not in RESPONDING:
        return False
    return bool(sentence.children(noun, "nmod:poss")) or clauses.determined(sentence, noun, clauses.DEFINITE)


def _aimed_at(sentence: Sentence, trigger: Word) -> bool:
    """ "Strikes aimed at driving people out, causing mayhem and forcing a truce", "with the aim of taking the town"."""
    word = trigger
    above = sentence.head(word)
    if above is not None and above.lemma.lower() in AIMS and word.xpos == "VBG" and matches(word.deprel, ("acl",)):
        return bool(sentence.child(above, "case"))
    while matches(word.deprel, ("obl", "advcl", "conj", "parataxis", "xcomp")):
        above = sentence.head(word)
        if above is None or above.upos not in ("VERB", "ADJ", "NOUN"):
            return False
        if above.lemma.lower() == "aim":
            return True
        word = above
    return False


def _to_be_prevented(happening: Happening, codebook: Codebook) -> bool:
    """ "To hold them back and prevent an advance on the city": what others are kept from, or shall be."""
    sentence, word = happening.sentence, happening.trigger.word
    verb = sentence.head(word) if happening.trigger.row.pos == "noun" and word.deprel == "obj" else None
    if verb is None or verb.xpos != "VB" or verb.lemma.lower() not in codebook.cues["prevent"]:
        return False
    first = sentence.head(verb) if verb.deprel == "conj" else verb
    return any(m.text.lower() == "to" for clause in (verb, first) if clause for m in sentence.children(clause, "mark"))


def attempts(happening: Happening, codebook: Codebook) -> bool:
    """Tell whether a happening is what was tried: "failed to retake the bridge", "a bid to take the town"."""
    above = happening.sentence.head(happening.trigger.word)
    tried = above is not None and above.lemma.lower() in codebook.cues["attempt"]
    return tried and matches(happening.trigger.word.deprel, ("xcomp", "acl", "advcl"))


def attempted(happening: Happening, codebook: Codebook) -> Word | None:
    """The word by which it is only tried: "attempts at encircling the town", "focused on completing the siege"."""
    sentence, word = happening.sentence, happening.trigger.word
    for above in sentence.ancestors(word):
        if not matches(word.deprel, ("xcomp", "acl", "advcl", "obj", "nmod", "obl")):
            return None
        if above.lemma.lower() in codebook.cues["attempt"] or above.lemma.lower() in STRIVING:
            return above
        if above.lemma.lower() not in COMPLETING:
            return None
        word = above
    return None


def calls_for(sentence: Sentence, call: Word) -> bool:
    """ "Called for an attack", "called on them to leave"; whoever else calls only names something."""
    ties = {"for", "on", "upon"}
    if any(w.upos == "VERB" for w in sentence.children(call, "xcomp")):
        return True
    named = sentence.child(call, "obj", "nsubj:pass") is not None  # "called a strike on Monday"
    return not named and any(ties & clauses.cases(sentence, w) for w in sentence.children(call, "obl"))


def _with_completed(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """A verb and those that it completes or goes on from: "to surround and storm", "to start shelling"."""
    current: Word | None = verb
    while current is not None:
        yield current
        current = sentence.head(current) if matches(current.deprel, ("xcomp", "conj", "advcl")) else None


def _is_purpose(sentence: Sentence, verb: Word) -> bool:
    """An infinitive, or a clause of "so that ... could", that hangs on a verb or a noun as what it is for."""
    marks = {mark.text.lower() for mark in sentence.children(verb, "mark", "advmod")}
    modal = any(aux.lemma.lower() in ("can", "could", "may", "might") for aux in sentence.children(verb, "aux"))
    above = sentence.head(verb)
    user = sentence.head(above) if above is not None and verb.deprel == "acl" and above.deprel == "obj" else None
    if user is not None and user.lemma.lower() == "use" and user.upos == "VERB" and user.xpos != "VB":
        return False  # "used the disorder to seize the port": the tree ties it to the disorder
    if above is not None and (arguments.comes_to_it(sentence, above) or above.lemma.lower() == "addition"):
        return False  # "the first to enter the town", "in addition to taking it"
    fought_for = verb.deprel == "xcomp" and above is not None and above.lemma.lower() in FIGHTING
    return (fought_for or verb.deprel in ("advcl", "acl")) and ("to" in marks or ("so" in marks and modal))


def _makes_more_of_it(sentence: Sentence, above: Word, codebook: Codebook) -> bool:
    lemma, phrasal = above.lemma.lower(), with_particle(sentence, above)
    if lemma == "call" and above.upos == "VERB" and not calls_for(sentence, above):
        return False  # "an operation called Wrath"
    return any(
        lemma in codebook.cues[cue] or phrasal in codebook.cues[cue]
        for cue in ("achieved", "attempt", "governor", "infinitive")
    )
