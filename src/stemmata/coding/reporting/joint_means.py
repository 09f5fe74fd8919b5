"""One sentence of several means: "drones and missiles hit the port" is an air strike and shelling, with one toll."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.rows import MeansRow
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.forms import forms, means_of
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word, Words
from stemmata.records import Report, Why

# What one list of means may part into, and prepositions that tie it to what was done with it.
PARTED: Final = frozenset({"air_strike", "shelling", "bombing", "grenade"})
WITH: Final = frozenset({"with", "by", "using"})
# Verbs whose object is the means: "fired rockets and drones".
SENDING: Final = frozenset({"fire", "launch", "use", "employ", "drop", "rain", "lob", "send", "deploy", "unleash"})
# Words for bombs that leave open whether they fell or lay.
BARE: Final = frozenset({("bomb",), ("explosives",), ("bombing",)})


def of_each_means(report: Report, happening: Happening, scene: Scene) -> Iterator[Report]:
    """The report, and one more without its figures for each further means that a list joins to its own."""
    yield report
    if report.type not in PARTED or report.status.value in ("denied", "hypothetical"):
        return
    if scene.codebook.means.keys().isdisjoint(forms(happening.sentence)):
        return
    told = {m.word.index for m in happening.passage.mentions if m is not happening.trigger}
    for listed in _lists(happening, scene):
        rows = {r.type: r for w in listed if w.index not in told and (r := _named(happening.sentence, w, scene))}
        own = happening.trigger.word in listed or report.type in rows
        if own and len(rows.keys() - {report.type}) > 0:
            for kind in sorted(rows.keys() - {report.type}):
                why = Why("type-by-means", rows[kind].entry)
                yield replace(report, type=kind, figures=(), trigger=replace(report.trigger, why=why))
            return


def _named(sentence: Sentence, word: Word, scene: Scene) -> MeansRow | None:
    """The means that a member of a list names, if such lists may part into it."""
    row = means_of(scene.codebook, sentence, word)
    return row if row is not None and row.type in PARTED and row.form not in BARE else None


def _lists(happening: Happening, scene: Scene) -> Iterator[Words]:
    """The lists that stand where the means of a happening stands."""
    sentence, mention = happening.sentence, happening.trigger
    if mention.row.pos == "noun":
        yield from _lists_of_noun(sentence, mention.word)
        carried = [s.verb for s in happening.supports]
    else:
        carried = [mention.word]
    for verb in carried:
        beside = clauses.phrases_after(sentence, verb, WITH)
        sent = fill(sentence, verb, "object") if verb.lemma.lower() in SENDING else ()
        for head in (*fill(sentence, verb, "subject"), *sent, *beside):
            counted = _counted(sentence, head, scene)
            if sentence.child(counted, "conj") is not None:
                yield clauses.members(sentence, counted)


def _lists_of_noun(sentence: Sentence, noun: Word) -> Iterator[Words]:
    """ "A missile and drone attack", "artillery and air strikes"; trees hang such lists in three ways."""
    above = sentence.head(noun)
    if above is not None and noun.deprel == "conj" and above.index < noun.index:
        yield above, noun
    before = tuple(w for w in sentence.children(noun, "compound", "nmod") if w.index < noun.index)
    for word in before:
        if sentence.child(word, "conj") is not None:
            yield (*clauses.members(sentence, word), noun)
    joint = sentence.child(noun, "cc")
    if joint is not None and joint.index < noun.index:
        yield (*(w for w in before if w.index < joint.index), noun)


def _counted(sentence: Sentence, head: Word, scene: Scene) -> Word:
    """The mortars of "a volley of mortars and drones"."""
    if head.lemma.lower() not in scene.codebook.classes["amount"]:
        return head
    within = (w for w in sentence.children(head, "nmod") if "of" in clauses.cases(sentence, w))
    return next(within, head)
