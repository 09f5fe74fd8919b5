"""Names the means of a happening: what its clause says that it was done with, or that filled what was used."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.happenings.clauses_apart import nominal_apart
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.rows import MeansRow
from stemmata.coding.syntax import clauses, loads
from stemmata.coding.syntax.forms import forms, means_at, means_of
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word

# Prepositions that tie a means to a verb: "killed by/in/with/during ...".
MEANS_CASES: Final = frozenset("by in with from during using via through under after following amid of".split())
# Verbs that carry a consequence: "a grenade left five injured", "the blast claimed nine lives".
BEARING: Final = frozenset({"leave", "claim", "cause", "inflict", "take"})
# What is more than its weapons: an offensive with tanks and jets is no air strike.
OFFENSIVES: Final = frozenset({"offensive", "counteroffensive", "advance"})
# Verbs that say what a shell is filled with.
HOLDING: Final = frozenset({"contain", "carry", "hold", "release", "spread"})
# How far behind an open trigger "with rocket shells" is looked for where the tree does not show it, in words.
MEANS_REACH: Final = 25


def means_told(happening: Happening, scene: Scene) -> MeansRow | None:
    """The most specific means that the clause names as what did it, or that fills what did ("barrels of chlorine")."""
    sentence = happening.sentence
    if scene.codebook.means.keys().isdisjoint(forms(sentence)) or happening.trigger.word.lemma.lower() in OFFENSIVES:
        return None
    words = [word for mention in happening.mentions for word in _means_words(sentence, mention)]
    words += [word for support in happening.supports for word in fill(sentence, support.verb, "subject")]
    told = {m.word.index: m for m in happening.passage.mentions if m not in happening.mentions}
    both = happening.trigger.row.type in ("shelling", "air_strike")  # "bombing and shelling": the other is told itself
    words = [word for word in words if word.index not in told or not (both or _told_apart(happening, told[word.index]))]
    found = [row for word in words if (row := means_of(scene.codebook, sentence, word))]
    fillings = [row for word in _fillings(happening) if (row := means_at(scene.codebook, sentence, word))]
    found += [row for row in fillings if row.type == "chemical_attack"]
    if not found and happening.trigger.row.role == "open":
        found += _means_after(happening, scene)
    own = means_at(scene.codebook, sentence, happening.trigger.word)
    if own is not None and happening.trigger.row.pos == "noun":
        found.append(own)
    return max(found, key=lambda row: scene.codebook.types[row.type].specific or 0, default=None)


def _told_apart(happening: Happening, other: Mention) -> bool:
    """ "After troops shelled a clinic", "hours after a strike": a deed of its own is no means."""
    sentence, word = happening.sentence, other.word
    if word.upos == "VERB" and sentence.child(word, "nsubj", "nsubj:pass", "obj") is not None:
        return True
    return any(nominal_apart(happening.passage, mention, other) for mention in happening.mentions)


def _fillings(happening: Happening) -> Iterator[Word]:
    """Gas of "canisters of gas were dropped", "shells filled with gas hit the town"."""
    sentence = happening.sentence
    verbs = [m.word for m in happening.mentions if m.row.pos == "verb"]
    held = [w for verb in verbs for slot in ("subject", "object", "with") for w in fill(sentence, verb, slot)]
    for thrown in (*held, *(w for one in held for w in clauses.phrase_after(sentence, one, "of"))):  # "tens of shells"
        yield from clauses.phrases_after(sentence, thrown, frozenset({"of", "with", "containing"}))
        for filled in sentence.children(thrown, "acl", "acl:relcl"):
            yield from clauses.phrases_after(sentence, filled, frozenset({"with"}))
            if filled.lemma.lower() in HOLDING:
                yield from sentence.children(filled, "obj")


def _means_after(happening: Happening, scene: Scene) -> Iterator[MeansRow]:
    """Means in a phrase of "with", "using" or "by" behind the trigger, up to the next trigger."""
    words, at = happening.sentence.words, happening.trigger.last
    ends = [m.first for m in happening.passage.mentions if m.first > at and m not in happening.mentions]
    until = min([at + MEANS_REACH, len(words), *ends])
    for n in range(at + 1, until):
        if words[n].text.lower() in ("with", "using", "by"):
            for word in words[n + 1 : min(n + 6, until)]:
                if row := means_at(scene.codebook, happening.sentence, word):
                    yield row


def _means_words(sentence: Sentence, mention: Mention) -> Iterator[Word]:
    word = mention.word
    if mention.row.pos == "noun":
        yield from clauses.compounds(sentence, word)
    else:
        yield from (w for one in fill(sentence, word, "subject") for w in (one, *loads.sent_from(sentence, one)))
        if mention.last > word.index:
            yield from sentence.words[word.index + 1 : mention.last + 1]
    bearing = sentence.head(word)
    if bearing is not None and bearing.upos == "NOUN" and word.deprel == "acl":
        bearing = sentence.head(bearing)  # "left five people injured"
    if mention.row.role == "effect" and bearing is not None and bearing.lemma.lower() in BEARING:
        yield from fill(sentence, bearing, "subject")
    of_means = mention.row.pos == "noun" and "of" not in mention.row.target
    yield from clauses.phrases_after(sentence, word, MEANS_CASES if of_means else MEANS_CASES - {"of"})
    for child in sentence.children(word, "advcl", "xcomp", "acl"):
        if child.lemma in ("use", "employ", "fire", "launch", "drop", "throw", "detonate", "involve"):
            yield from fill(sentence, child, "object")
