"""Whose words they are: from the words that name a speaker to the person, body or outlet.

A named document speaks for its author ("a press release from X"), a description for the name beside it ("state news
agency SANA").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stemmata.coding import clauses
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.quotations import Quotation
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word
from stemmata.records import Span

# Classes of things that say nothing.
DUMB = frozenset({"weapon", "vehicle", "strike", "money", "time", "distance", "share", "animal", "event"})
# "Three people from the quarter" say something, "112 people" are what is told.
MOST_SPEAKERS = 10
# Prepositions that belong to a speaker: "a spokesman for the army", "a doctor at the hospital".
SPEAKER_TIES = frozenset({"of", "for", "at", "in", "from", "with"})
FROM = ("from", "by", "of")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are: the phrase as it stands, and the day of the document that they come from."""

    span: Span
    head: Word
    passage: Passage
    day: date | None = None
    """The date of a named document ("a January 19 press release"), for the times told in it."""
    stands_for: "Speaker | None" = None
    """Whom "he" or "the source" takes up."""

    @property
    def named(self) -> Span:
        """The words that name who speaks: its own, or those of whom it stands for."""
        return self.stands_for.span if self.stands_for else self.span


def can_speak(passage: Passage, head: Word, scene: Scene) -> bool:
    """People, bodies, outlets and documents speak; counted groups only when nobody counts them; things do not."""
    counted = [c for c in passage.counts if c.noun == head.index and not c.bare and c.partitive is None]
    if head.upos == "NUM" or counted:
        return bool(counted) and (counted[0].high or MOST_SPEAKERS + 1) <= MOST_SPEAKERS
    if head.lemma.lower() in scene.codebook.speech["noun"] or head.upos in ("PROPN", "PRON"):
        return True
    return counted_class(head.lemma.lower()) not in DUMB


def named_one(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """ "State news agency SANA": where a description and a name stand side by side, the name speaks."""
    kept = list(speakers)
    for described, named in pairwise(speakers):
        between = named.span.start - described.span.end
        if between <= 2 and named.head.upos == "PROPN" and described in kept:
            kept.remove(described)
    return tuple(kept)


def speakers_of(passage: Passage, scene: Scene, head: Word) -> Iterator[Speaker]:
    """Who speaks through a head: itself, or the author of a named document."""
    sentence = passage.sentence
    head = clauses.proper(sentence, head)
    first, last = clauses.phrase(sentence, head, ties=SPEAKER_TIES)
    day = next(
        (t.start for t in passage.times if first.index <= t.first and t.last <= last.index + 1 and t.start == t.end),
        None,
    )
    if head.lemma.lower() in scene.codebook.speech["noun"] or head.lemma.lower() in ("series", "number"):
        for author in _authors(sentence, head):
            a_first, a_last = clauses.phrase(sentence, author)
            yield Speaker(scene.document.span(a_first.start, a_last.end), author, passage, day)
            return
    yield Speaker(scene.document.span(first.start, last.end), head, passage, day)


def _authors(sentence: Sentence, head: Word) -> Iterator[Word]:
    """From whom a document is: "a statement by X", "images posted by X", "X's report"."""
    for child in sentence.children(head, "nmod:poss"):
        yield child
    for child in sentence.children(head, "nmod", "obl"):
        if clauses.cases(sentence, child) & set(FROM):
            if sentence.child(child, "acl", "nmod") and child.upos == "NOUN":
                yield from _authors(sentence, child)
            else:
                yield child
    for child in sentence.children(head, "acl"):
        yield from clauses.subjects(sentence, child) if clauses.passive(sentence, child) else ()


def outlets_told(passage: Passage, scene: Scene, verb: Word) -> Iterator[Speaker]:
    """Whom a source told, where it is an outlet other than the document's own: it relays."""
    sentence = passage.sentence
    if verb.lemma not in ("tell", "inform", "speak"):
        return
    for word in (*sentence.children(verb, "obj", "iobj"), *clauses.phrase_after(sentence, verb, "to")):
        if word.upos == "PROPN" and not _is_publisher(sentence, word, scene):
            first, last = clauses.phrase(sentence, word)
            yield Speaker(scene.document.span(first.start, last.end), word, passage)


def _is_publisher(sentence: Sentence, word: Word, scene: Scene) -> bool:
    first, last = clauses.phrase(sentence, word)
    return is_publisher(scene.document.text[first.start : last.end], scene)


def is_publisher(name: str, scene: Scene) -> bool:
    """Tell whether a name is the document's own publisher's, whole, in part ("the Network") or by its initials."""

    def plain(text: str) -> str:
        return "".join(c for c in text.lower() if c.isalnum())

    words = [w for w in (plain(part) for part in (scene.document.publisher or "").split()) if w]
    told = {plain(w) for w in name.split()} - {"the", "this", "our", "its", ""}
    initials = "".join(w[0] for w in words)
    return bool(words and told) and (told <= set(words) or plain(name) in (initials, "".join(words)))


def named_before(passages: Sequence[Passage], scene: Scene, quotation: Quotation) -> Speaker | None:
    """The last person or body named before a quotation, in its own sentence or the one before."""
    own = [p for p in passages if p.sentence.start < quotation.start < p.sentence.end]
    opens_block = any(block.start == quotation.start for block in scene.document.blocks)
    before = own or ([p for p in passages if p.sentence.end <= quotation.start][-1:] if opens_block else [])
    for passage in reversed(before):
        for name in reversed(passage.sentence.names):
            words = passage.sentence.words[name.first : name.last + 1]
            if name.kind in ("person", "group") and words[-1].end <= quotation.start:
                day = next(
                    (
                        t.start
                        for t in passage.times
                        if t.last < name.first and t.start == t.end and _dates(passage, t.last, name.first, scene)
                    ),
                    None,
                )
                return Speaker(scene.document.span(words[0].start, words[-1].end), words[-1], passage, day)
    return None


def _dates(passage: Passage, after: int, until: int, scene: Scene) -> bool:
    """Tell whether a named document stands between a time and its author: "a January 19 press release from X"."""
    return any(w.lemma.lower() in scene.codebook.speech["noun"] for w in passage.sentence.words[after + 1 : until])
