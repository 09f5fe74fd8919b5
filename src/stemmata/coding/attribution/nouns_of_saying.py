"""What a noun puts in somebody's mouth: "in the mayor's words", "reports from the office that fighters burned it"."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.said import claimed_scope, extent
from stemmata.coding.attribution.speakers import can_speak, named_one, speakers_of
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches

# What stands before the author of a report or claim.
BY: Final = frozenset({"from", "by", "of"})


def by_account(passage: Passage, scene: Scene, word: Word) -> Iterator[Claim]:
    """ "In the words of the mayor", "by the army's count"."""
    sentence = passage.sentence
    cases = clauses.cases(sentence, word)
    if not cases & {"in", "by", "on"} or (word.lemma.lower() == "word" and word.text.lower() != "words"):
        return
    heads = list(clauses.possessors(sentence, word))
    if cases != {"on"}:  # "on account of the fighting"
        heads += clauses.phrase_after(sentence, word, "of")
    scope = claimed_scope(sentence, {w.index for w in sentence.subtree(word)})
    heads = [head for head in heads if can_speak(passage, head, scene)]
    speakers = named_one(tuple(s for head in heads for s in speakers_of(passage, scene, head)))
    if scope and speakers:
        entry = scene.codebook.speech["preposition"]["according to"].entry
        cue = scene.document.span(word.start, word.end)
        yield Claim(scope[0].start, scope[-1].end, speakers, "say", "according-to", entry, cue)


def by_noun(passage: Passage, scene: Scene, noun: Word) -> Iterator[Claim]:
    """The claim of a noun that a clause explains and that has an author; one that somebody denies is the denier's."""
    sentence = passage.sentence
    verb = sentence.head(noun)
    denies = scene.codebook.speech["verb"].get(verb.lemma.lower()) if verb is not None else None
    if denies is not None and denies.weight == "deny":
        return
    authors = (*sentence.children(noun, "nmod:poss"), *sentence.children(noun, "nmod"))
    heads = [a for a in authors if a.deprel == "nmod:poss" or clauses.cases(sentence, a) & BY]
    clause = next((c for above in (noun, *heads) if (c := _explained(sentence, above)) is not None), None)
    if clause is None:
        return
    heads = [head for head in heads if can_speak(passage, head, scene)]
    speakers = named_one(tuple(s for head in heads for s in speakers_of(passage, scene, head)))
    if speakers:
        start, end = extent(sentence, [clause])
        cue = scene.document.span(noun.start, noun.end)
        yield Claim(start, end, speakers, "say", "reported-by-noun", None, cue)


def _explained(sentence: Sentence, noun: Word) -> Word | None:
    """The clause of "reports that fighters burned the town"; "reports that reached us" has none."""
    return next(
        (
            clause
            for clause in sentence.children(noun, "acl", "acl:relcl", "ccomp")
            if matches(clause.deprel, ("acl", "ccomp")) and _that(sentence, clause)
        ),
        None,
    )


def _that(sentence: Sentence, clause: Word) -> bool:
    return any(mark.text.lower() == "that" for mark in sentence.children(clause, "mark"))
