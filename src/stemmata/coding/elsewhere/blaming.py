"""The words by which somebody owns or is blamed for what was told before: "claimed responsibility", "blames them on X",
"was behind it", "the militia planted it"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.coding.passages import Passage, Scene
from stemmata.coding.rows import BlameRow
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.negation import negation
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word, Words, matches

# What stands for a deed told before.
THAT: Final = frozenset({"it", "them", "both", "this", "these", "that", "those", "which"})
# Words for a deed that are no triggers.
DEED_NOUNS: Final = frozenset({"incident", "deed", "act", "crime", "atrocity"})
DENYING: Final = frozenset({"deny", "reject", "refute", "dispute", "dismiss"})
ASKED: Final = frozenset({"who", "whoever", "which", "what", "those", "that"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Words that say who did what was told before."""

    passage: Passage
    cue: Word
    last: Word
    """The last word of the cue: "responsibility" of "claimed responsibility"."""
    who: Words
    by: Words
    """Who says so; none where those do who tell of it."""
    entry: str | None = None
    """The codebook's row for the words."""


def words_of_blame(passage: Passage, scene: Scene) -> Iterator[Blame]:
    """Each word of a sentence that says who did what was told before, with whom it names."""
    sentence = passage.sentence
    for word in sentence.words:
        rows = scene.codebook.blame.get(word.lemma.lower(), ())
        fitting = ((row, last) for row in rows if (last := _last_of(sentence, word, row)) is not None)
        if (first := next(fitting, None)) is not None:
            told = _by_row(passage, word, *first)
        else:
            told = _behind(passage, word) if word.text.lower() == "behind" else None
        if told is not None and told.who:
            yield told


def _last_of(sentence: Sentence, word: Word, row: BlameRow) -> Word | None:
    """The last word of a row's form at its first one, None where it does not stand there."""
    hanging = {child.text.lower(): child for child in sentence.children(word)}
    rest = [hanging.get(form) for form in row.form[1:]]
    return None if None in rest else (rest or [word])[-1]


def _by_row(passage: Passage, word: Word, row: BlameRow, last: Word) -> Blame | None:
    """Who is owned or blamed by a row of `blame.csv`."""
    sentence = passage.sentence
    if word.upos != "VERB":
        return _of_predicate(passage, word, row.who)
    if (
        negation(sentence, word) is not None
        or _denied(sentence, word)
        or (word.lemma.lower() == "accuse" and _accused_of(sentence, word))
    ):
        return None
    if row.deed and not _stand_for(passage, _deed_of(sentence, word, row), word):
        return None
    by = () if _of_who_tells(sentence, word) else _first_filled(sentence, word, row.by)
    who = sentence.children(word, "iobj") or _first_filled(sentence, word, row.who)  # "for which X blames Y"
    return Blame(passage, word, last, who, by, row.entry)


def _denied(sentence: Sentence, word: Word) -> bool:
    """ "The militia denies that it planted it"."""
    return any(above.lemma.lower() in DENYING for above in sentence.ancestors(word))


def _deed_of(sentence: Sentence, word: Word, row: BlameRow) -> Words:
    """ "An attack on a shop claimed by the group": what is claimed is the attack, which the tree hangs on the shop."""
    claimed = _first_filled(sentence, word, row.deed)
    noun = sentence.head(word)
    if word.deprel != "acl" or word.xpos != "VBN" or noun is None:
        return claimed
    above = [noun, *sentence.ancestors(noun)]
    tied = next((n for n, w in enumerate(above) if not matches(w.deprel, ("nmod", "compound"))), 0)
    return (above[tied],) if tied and above[tied].upos == "NOUN" else claimed


def _first_filled(sentence: Sentence, word: Word, slots: Sequence[str]) -> Words:
    return next((found for slot in slots if (found := fill(sentence, word, slot))), ())


def _of_who_tells(sentence: Sentence, verb: Word) -> bool:
    """ "Police said seven died and blamed X": who blames is whoever told of the deed."""
    shared = verb.deprel in ("conj", "advcl", "acl") and not sentence.child(verb, "nsubj", "nsubj:pass")
    return shared and any(matches(above.deprel, ("ccomp",)) for above in sentence.ancestors(verb))


def _accused_of(sentence: Sentence, verb: Word) -> bool:
    """ "Accused the army of shelling the school" tells what of, and is no blame for what was told before."""
    return sentence.child(verb, "advcl", "xcomp", "ccomp") is not None or "of" in sentence.low[verb.index :]


def _behind(passage: Passage, word: Word) -> Blame | None:
    """ "Was behind the attack"."""
    deed = passage.sentence.head(word)
    held = word.deprel == "case" and deed is not None and _stand_for(passage, (deed,))
    return _of_predicate(passage, deed, ("subject",)) if held and deed is not None else None


def _of_predicate(passage: Passage, said: Word, slots: Sequence[str]) -> Blame | None:
    """ "Was responsible", "is believed to be behind it", "said it was behind it"."""
    sentence = passage.sentence
    if sentence.child(said, "cop") is None or negation(sentence, said) is not None:
        return None
    above = sentence.head(said)
    who = sentence.children(said, "nsubj") if slots == ("subject",) else _first_filled(sentence, said, slots)
    if above is not None and not who and matches(said.deprel, ("xcomp",)):
        who = sentence.children(above, "nsubj:pass")
    if any(w.text.lower() in ASKED for w in who):
        return None
    if above is not None and [w.upos for w in who] == ["PRON"] and matches(said.deprel, ("ccomp",)):
        who = arguments.subjects(sentence, above)
        return Blame(passage, said, said, who, who)
    return Blame(passage, said, said, who, ())


def is_of_that(told: Blame) -> bool:
    """Whether the words are of a deed told before: "blamed it for the attack", not "for rising prices"."""
    sentence = told.passage.sentence
    what = [w for cue in (told.cue, told.last) for w in clauses.phrase_after(sentence, cue, "for")]
    return not what or _stand_for(told.passage, tuple(what), told.cue)


def _stand_for(passage: Passage, words: Words, cue: Word | None = None) -> bool:
    """Whether words take up a deed told before: "it", "the attack"; or one that the cue describes: "an attack claimed
    by X"."""
    sentence = passage.sentence
    deeds = {
        mention.word.index
        for mention in passage.mentions
        if not _is_new(sentence, mention.word) or (cue is not None and clauses.below(sentence, cue, mention.word))
    }
    return bool(words) and all(
        w.text.lower() in THAT or w.index in deeds or w.lemma.lower() in DEED_NOUNS for w in words
    )


def _is_new(sentence: Sentence, deed: Word) -> bool:
    """ "Blamed for a bombing in 2019": another deed than the one told before."""
    return any(d.text.lower() in ("a", "an", "another") for d in sentence.children(deed, "det"))
