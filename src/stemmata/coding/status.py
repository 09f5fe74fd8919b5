"""Tells whether a happening happened, goes on, is planned, denied or hypothetical; decided before its type counts."""

from collections.abc import Iterator, Sequence

from stemmata.coding.claims import Claim
from stemmata.coding.codebook import CueRow
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Status, Why

# Of two cues the one further left wins: what is denied is denied, planned or not.
ORDER = ("denied", "hypothetical", "planned", "ongoing", "happened")
# Relations from a happening up to the word that governs it; a subject is not governed by its verb's meaning
# ("the strikes threaten the truce" plans nothing).
GOVERNED = tuple("xcomp ccomp obj obl nmod acl advcl conj csubj nsubj:pass advmod parataxis".split())


def decide(happening: Happening, claims: Sequence[Claim], scene: Scene) -> Status:
    """The status of a happening, with the words that say so."""
    found = [*_denials(claims, scene), *_cues(happening, scene)]
    found.sort(key=lambda cue: ORDER.index(cue[0].status))
    if found:
        row, word, rule = found[0]
        return Status(row.status, scene.document.span(word.start, word.end), Why(rule, row.entry))
    word = happening.trigger.word
    span = scene.document.span(word.start, word.end)
    if _goes_on(happening.sentence, word):
        return Status("ongoing", span, Why("present-progressive"))
    return Status("happened", span, Why("told-as-happened"))


def negated(happening: Happening, claims: Sequence[Claim]) -> bool:
    """Tell whether the document itself says that it did not happen: such a happening is no report.

    Under a claimant a negation is a denial, which is one.
    """
    return not claims and _negation(happening.sentence, happening.trigger.word) is not None


def _denials(claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[CueRow, Word, str]]:
    """The innermost claimant denies it."""
    row = scene.codebook.cues["governor"].get("deny")
    if claims and claims[0].weight == "deny" and row is not None:
        words = (w for passage in scene.passages for w in passage.sentence.words)
        word = next((w for w in words if w.start == claims[0].cue.start), None)
        if word is not None:
            yield row, word, "denied-by-claimant"


def _cues(happening: Happening, scene: Scene) -> Iterator[tuple[CueRow, Word, str]]:
    sentence, word = happening.sentence, happening.trigger.word
    verbs = [word, *(s.verb for s in happening.supports)]
    for verb in verbs:
        yield from _around(sentence, verb, scene)
    current = word
    for above in sentence.ancestors(word):
        if not matches(current.deprel, GOVERNED) or current.deprel == "acl:relcl":
            if current.deprel in ("nsubj", "nsubj:pass"):
                yield from _around(sentence, above, scene)
            break
        row = scene.codebook.cues["governor"].get(above.lemma.lower())
        if row is not None and _governs(sentence, current, row):
            yield row, above, "governed-by-cue"
        if row is None and current.deprel in ("xcomp", "ccomp", "obj", "csubj"):
            yield from (
                (r, w, rule)
                for r, w, rule in _around(sentence, above, scene)
                if rule != "negated" and r.status != "ongoing"
            )
        if matches(current.deprel, ("ccomp", "parataxis")) and row is None:
            break
        current = above


def _governs(sentence: Sentence, below: Word, row: CueRow) -> bool:
    """A plan governs what it takes as complement, not the clause that tells when it was made."""
    if row.status == "planned" and below.deprel in ("advcl", "obl", "conj", "acl:relcl", "parataxis"):
        # "threatened to shell": trees take the infinitive for an adverbial clause at times.
        return below.deprel == "advcl" and any(m.text.lower() == "to" for m in sentence.children(below, "mark"))
    if row.status == "ongoing":
        return below.deprel in ("xcomp", "obj", "nsubj")
    return below.deprel != "conj"


def _around(sentence: Sentence, word: Word, scene: Scene) -> Iterator[tuple[CueRow, Word, str]]:
    """Auxiliaries, markers and modifiers of a verb or noun."""
    cues = scene.codebook.cues
    for child in sentence.children(word):
        key = child.text.lower()
        if matches(child.deprel, ("aux",)) and (row := cues["modal"].get(key)):
            yield row, child, "modal"
        elif child.deprel == "mark" and (row := cues["marker"].get(key)):
            yield row, child, "conditional"
        elif matches(child.deprel, ("amod", "advmod", "compound")) and (
            row := cues["modifier"].get(child.lemma.lower())
        ):
            yield row, child, "modified-by-cue"
    if (no := _negation(sentence, word)) is not None and (row := cues["negation"].get("not")):
        yield row, no, "negated"


def _negation(sentence: Sentence, word: Word) -> Word | None:
    """The word that negates a verb, or an object of it ("carried out no strikes")."""
    for child in sentence.children(word, "advmod", "det", "cc:preconj"):
        if child.text.lower() in ("not", "n't", "never", "no", "n’t"):
            return child
    for subject in sentence.children(word, "nsubj"):
        if subject.text.lower() in ("nobody", "none", "neither", "nothing") or (
            subject.text.lower() == "one" and any(d.text.lower() == "no" for d in sentence.children(subject))
        ):
            return subject
        if (no := next((d for d in sentence.children(subject, "det") if d.text.lower() == "no"), None)) is not None:
            return no
    return None


def _goes_on(sentence: Sentence, word: Word) -> bool:
    """ "Is shelling", "are besieged": the present tense of an act that goes on."""
    auxiliaries = [c.text.lower() for c in sentence.children(word, "aux", "aux:pass")]
    if word.xpos == "VBG":
        return any(a in ("is", "are", "am", "'s", "'re", "’s", "’re") for a in auxiliaries)
    return word.xpos in ("VBP", "VBZ") and word.lemma in ("continue", "rage", "remain")
