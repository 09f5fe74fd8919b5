"""Tells whether a happening happened, goes on, is planned, denied or hypothetical; decided before its type counts."""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.happenings.aims import attempted, calls_for, summons
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.lasting import goes_on, holds, in_present
from stemmata.coding.happenings.untrue import called_untrue
from stemmata.coding.passages import Scene
from stemmata.coding.rows import CueRow
from stemmata.coding.syntax import arguments
from stemmata.coding.syntax.forms import with_particle
from stemmata.coding.syntax.negation import negation
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Status, Why

# Of two cues the one further left wins: what is denied is denied, planned or not.
ORDER: Final = ("denied", "hypothetical", "planned", "ongoing", "happened")
# Relations from a happening up to the word that governs it; a subject is not governed by its verb's meaning
# ("the strikes threaten the truce" plans nothing).
GOVERNED: Final = tuple("xcomp ccomp obj obl nmod acl advcl conj csubj nsubj:pass advmod parataxis".split())

# Verbs of those who have others do it, and words for those tried for it and for what they are tried by.
COMMANDING: Final = frozenset({"order", "instruct", "direct", "command", "authorise", "authorize"})
TRIED: Final = frozenset({"accused", "defendant", "indictee", "convict", "appellant"})
CHARGING: Final = frozenset({"accuse", "charge", "indict", "convict", "guilty", "sentence", "responsible", "plead"})
# Words for what could not be done: "unable to reach the camp".
UNABLE: Final = frozenset({"unable", "fail", "powerless", "struggle", "impossible"})
# Auxiliaries of what has come about.
PAST: Final = frozenset({"was", "were", "had", "has", "have"})
# What opens a clause that says since when or after what something was.
DATING: Final = frozenset({"since", "after", "because"})

Cue = tuple[CueRow, Word, str]
"""A row of cues.csv, the word that it was found at, and the rule."""


def decide(happening: Happening, claims: Sequence[Claim], scene: Scene) -> Status:
    """The status of a happening, with the words that say so."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.type == "siege" and (tried := attempted(happening, scene.codebook)) is not None:
        return Status("planned", scene.document.span(tried.start, tried.end), Why("attempt"))
    found = [*_denials(claims, scene), *_cues(happening, claims, scene)]
    found.sort(key=lambda cue: ORDER.index(cue[0].status))
    if found:
        row, cue, rule = found[0]
        return Status(row.status, scene.document.span(cue.start, cue.end), Why(rule, row.entry))
    span = scene.document.span(word.start, word.end)
    taken = happening.type == "territory_gain" and happening.trigger.row.pos == "noun"  # "are back in control of"
    if not taken and any(goes_on(sentence, verb, told=bool(claims)) for verb in _verbs(happening)):
        return Status("ongoing", span, Why("present-progressive"))
    lasting = scene.codebook.types[happening.type].lasting and holds(happening)
    if lasting or _accord_holds(happening):
        return Status("ongoing", span, Why("state-that-holds"))
    return Status("happened", span, Why("told-as-happened"))


def _verbs(happening: Happening) -> Iterator[Word]:
    """The trigger, the verbs that carry it, and the one that it completes or is the subject of."""
    sentence, word = happening.sentence, happening.trigger.word
    yield word
    yield from (support.verb for support in happening.supports)
    above = sentence.head(word)
    if above is not None and matches(word.deprel, ("nsubj", "xcomp")):
        yield above


def _accord_holds(happening: Happening) -> bool:
    """ "The truce held on Monday": it still does, whatever the tense."""
    sentence, noun = happening.sentence, happening.trigger.word
    above = sentence.head(noun)
    if happening.type != "agreement":
        return False
    if above is not None and above.lemma == "hold" and matches(noun.deprel, ("nsubj",)):
        return True
    return any(v.lemma == "hold" and noun in arguments.subjects(sentence, v) for v in happening.carriers)


def negated(happening: Happening, claims: Sequence[Claim]) -> bool:
    """Tell whether the document itself says that it did not happen: such a happening is no report.

    Under a claimant a negation is a denial, which is one.
    """
    return not claims and negation(happening.sentence, happening.trigger.word) is not None


def stopped(happening: Happening, scene: Scene) -> bool:
    """Tell whether relief was stopped: what is suspended reaches nobody."""
    halts = scene.codebook.cues["halt"]
    relief = scene.codebook.types[happening.type].family == "humanitarian"
    if not relief:
        return False
    above = happening.sentence.head(happening.trigger.word)
    unable = above is not None and happening.trigger.word.deprel == "xcomp"
    failed = unable and above is not None and above.lemma.lower() in UNABLE
    return failed or any(support.verb.lemma.lower() in halts for support in happening.supports)


def unclaimed(happening: Happening) -> bool:
    """Tell whether it is only told that nobody has claimed it: "no group has claimed responsibility for the attack"."""
    claims = (s.verb for s in happening.supports if s.row.form[0] in ("claim", "take", "accept", "admit"))
    nouns = ("responsibility", "credit", "claim")
    for support in happening.supports:
        if support.row.form[-1] in nouns and negation(happening.sentence, support.verb) is not None:
            return True
    return any(verb.lemma == "claim" and negation(happening.sentence, verb) is not None for verb in claims)


def _denials(claims: Sequence[Claim], scene: Scene) -> Iterator[Cue]:
    """The innermost claimant denies it."""
    row = scene.codebook.cues["governor"].get("deny")
    if claims and claims[0].weight == "deny" and row is not None:
        passage = scene.passage_at(claims[0].cue.start)
        words = passage.sentence.words if passage else ()
        word = next((w for w in words if w.start == claims[0].cue.start), None)
        if word is not None:
            yield row, word, "denied-by-claimant"


def _cues(happening: Happening, claims: Sequence[Claim], scene: Scene) -> Iterator[Cue]:
    """The cues at a happening's verbs, then those of the words above it."""
    sentence, word = happening.sentence, happening.trigger.word
    for verb in (word, *(s.verb for s in happening.supports)):
        yield from _around(sentence, verb, claims, scene)
    if (untrue := called_untrue(sentence, word, scene)) is not None and (
        row := scene.codebook.cues["governor"].get("deny")
    ):
        yield row, untrue, "governed-by-cue"
    current = word
    for above in sentence.ancestors(word):
        if matches(current.deprel, ("nsubj",)):
            yield from _of_predicate(sentence, above, claims, scene)
        if not matches(current.deprel, GOVERNED) or (
            current.deprel == "acl:relcl" and not _says_that(sentence, current)
        ):
            break
        stopped = scene.codebook.cues["halt"].get(above.lemma.lower())
        if stopped is not None and _called_for(sentence, above, scene):
            yield stopped, above, "called-on-to-stop"
            break
        row = _governor(sentence, above, scene) or _of_infinitive(sentence, current, above, scene)
        if row is not None and _governs(happening, current, above, row):
            yield row, above, "governed-by-cue"
        if row is None and (called := summons(happening, current, above, scene.codebook)) is not None:
            yield called, above, "summoned"
        clause = current.deprel in ("xcomp", "ccomp", "csubj") or (current.deprel == "obj" and current is word)
        if row is None and (clause or sentence.child(above, "cop")):
            around = _around(sentence, above, claims, scene)
            yield from (cue for cue in around if cue[2] != "negated" and cue[0].status != "ongoing")
        if matches(current.deprel, ("ccomp", "parataxis", "obl")) and row is None:
            break
        if row is None and current.deprel == "advcl" and _dates(sentence, current):
            break
        current = above


def _dates(sentence: Sentence, clause: Word) -> bool:
    """ "Demanded news of those missing since a post was overrun": what dates is a fact, whatever is asked."""
    return any(mark.text.lower() in DATING for mark in sentence.children(clause, "mark"))


def _says_that(sentence: Sentence, verb: Word) -> bool:
    """ "Talk that they looted shops": the clause is what the noun says, and no relative."""
    return any(mark.text.lower() == "that" for mark in sentence.children(verb, "mark"))


def _governor(sentence: Sentence, word: Word, scene: Scene) -> CueRow | None:
    """The row of a word above a happening; "present" rows count in the present tense, "lack" rows under a negation."""
    cues, lemma = scene.codebook.cues, word.lemma.lower()
    if (row := cues["lack"].get(lemma)) is not None and negation(sentence, word) is not None:
        return row
    if (row := cues["present"].get(lemma)) is not None and in_present(sentence, word):
        return row
    if lemma in COMMANDING and _is_tried_for(sentence, word):
        return None
    nothing = sentence.head(word) if lemma == "do" else None
    if nothing is not None and nothing.lemma.lower() == "nothing":
        return cues["governor"].get("nothing")  # "had nothing to do with the attack"
    if word.upos == "VERB" and (lemma == "lie" or (lemma == "call" and not calls_for(sentence, word))):
        return None  # "called the attack a crime", "lay in wait"
    return cues["governor"].get(with_particle(sentence, word)) or cues["governor"].get(lemma)


def _of_infinitive(sentence: Sentence, below: Word, above: Word, scene: Scene) -> CueRow | None:
    """The row of "set to strike", "is about to strike", "going to strike"; who is going there to strike aims at it."""
    rows = scene.codebook.cues["infinitive"]
    row = rows.get(above.lemma.lower()) or rows.get(above.text.lower())
    if row is None or not matches(below.deprel, ("xcomp", "advcl", "ccomp", "csubj")):
        return None
    if above.lemma.lower() == "go" and below.deprel != "xcomp":
        return None
    return row if any(mark.text.lower() == "to" for mark in sentence.children(below, "mark")) else None


def _is_tried_for(sentence: Sentence, order: Word) -> bool:
    """ "The accused ordered the killings", "charged with ordering a raid": for what was done on his word."""
    subjects = arguments.subjects(sentence, order)
    above = (w.lemma.lower() for w in sentence.ancestors(order))
    return any(w.lemma.lower() in TRIED for w in subjects) or not CHARGING.isdisjoint(above)


def _called_for(sentence: Sentence, halt: Word, scene: Scene) -> bool:
    """Tell whether somebody is called on to stop something, as in "urged them to cease": then it goes on."""
    governors = scene.codebook.cues["governor"]
    above = next((a for a in sentence.ancestors(halt) if a.lemma.lower() in governors), None)
    return above is not None and governors[above.lemma.lower()].status == "planned" and halt.xpos not in ("VBD", "VBN")


def _of_predicate(sentence: Sentence, predicate: Word, claims: Sequence[Claim], scene: Scene) -> Iterator[Cue]:
    """What is said of a subject: "the claim that they looted is false", "if the siege is lifted"."""
    row = _governor(sentence, predicate, scene)
    if row is not None and row.status == "denied" and predicate.upos in ("NOUN", "ADJ"):
        yield row, predicate, "governed-by-cue"
    if matches(predicate.deprel, ("advcl", "root", "ccomp")) or sentence.child(predicate, "cop"):
        yield from (cue for cue in _around(sentence, predicate, claims, scene) if cue[2] in ("conditional", "modal"))


def _governs(happening: Happening, below: Word, above: Word, row: CueRow) -> bool:
    """A plan governs what it takes as complement, not the clause that tells when it was made."""
    sentence = happening.sentence
    if above.lemma.lower() == "aim" and below.deprel == "nsubj:pass":
        return False  # "the raids are aimed at driving people out"
    if above.lemma.lower() == "consider" and below.deprel == "nsubj:pass":
        return False  # "the battle was considered a turning point"
    if row.status == "planned" and below.deprel == "ccomp" and _has_come(sentence, below):
        return False  # "warned that gunmen had killed nine"
    if row.status == "planned" and below.deprel in ("advcl", "obl", "conj", "acl:relcl", "parataxis"):
        # "threatened to shell": trees take the infinitive for an adverbial clause at times.
        return below.deprel == "advcl" and any(m.text.lower() == "to" for m in sentence.children(below, "mark"))
    if row.status == "ongoing":
        if above.xpos == "VBD" and happening.effects:
            return False  # "continued shelling the town, killing six"
        return below.deprel in ("xcomp", "obj", "nsubj") or (row.cue == "present" and below.deprel == "obl")
    return below.deprel != "conj"


def _has_come(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb tells of the past: "killed", "had killed", "were killed", and not "wanted him killed"."""
    auxiliaries = {aux.text.lower() for aux in sentence.children(verb, "aux")}
    return verb.xpos == "VBD" or (verb.xpos == "VBN" and bool(auxiliaries & PAST))


def _around(sentence: Sentence, word: Word, claims: Sequence[Claim], scene: Scene) -> Iterator[Cue]:
    """Auxiliaries, markers and modifiers of a verb or noun."""
    cues = scene.codebook.cues
    for child in sentence.children(word):
        key = child.text.lower()
        if matches(child.deprel, ("aux",)) and (row := _modal(sentence, child, claims, scene)):
            yield row, child, "modal"
        elif child.deprel == "mark" and (row := cues["marker"].get(key)):
            yield row, child, "conditional"
        elif matches(child.deprel, ("amod", "advmod", "compound")) and (
            row := cues["modifier"].get(child.lemma.lower())
        ):
            yield row, child, "modified-by-cue"
        if _is_to(sentence, word, child) and (row := cues["modal"].get("to be")):
            yield row, child, "modal"
        if child.deprel == "mark" and key == "due" and word.xpos != "VBG" and (row := cues["modal"].get("due to")):
            yield row, child, "modal"
    if (no := negation(sentence, word)) is not None and (row := cues["negation"].get("not")):
        yield row, no, "negated"


def _is_to(sentence: Sentence, verb: Word, copula: Word) -> bool:
    """ "Are to sign a treaty": the tree takes the plan for an equation."""
    planned = matches(copula.deprel, ("cop", "aux")) and verb.xpos == "VB" and copula.xpos in ("VBZ", "VBP", "VBD")
    return planned and any(mark.text.lower() == "to" for mark in sentence.children(verb, "mark"))


def _modal(sentence: Sentence, auxiliary: Word, claims: Sequence[Claim], scene: Scene) -> CueRow | None:
    """The row of an auxiliary: "would" in what somebody said is their "will"; "should they attack" is a condition."""
    key = auxiliary.text.lower()
    if key == "would" and claims and sentence.start <= claims[0].cue.start < sentence.end:
        return scene.codebook.cues["modal"].get("will")
    verb = sentence.head(auxiliary)
    first = auxiliary.index == 0 or sentence.words[auxiliary.index - 1].upos == "PUNCT"
    if first and verb is not None and any(s.index > auxiliary.index for s in sentence.children(verb, "nsubj")):
        return scene.codebook.cues["marker"].get(key)
    return scene.codebook.cues["modal"].get(key)
