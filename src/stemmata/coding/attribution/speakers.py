"""Whose words they are: from the words that name a speaker to the person, body or outlet.

A named document speaks for its author ("a press release from X"), a description for the name beside it ("state news
agency SANA").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from stemmata.actors import load_sources
from stemmata.coding.attribution.bare_speakers import own_first
from stemmata.coding.attribution.quotations import Quotation
from stemmata.coding.attribution.titles import with_title
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.figures import Count, counted_class
from stemmata.language.trees import Name, Sentence, Word
from stemmata.records import Span

# Classes of things that say nothing.
DUMB: Final = frozenset({"weapon", "vehicle", "strike", "money", "time", "distance", "share", "animal", "event"})
# Words that stand for what is said: "what she said were tanks".
ASKING: Final = frozenset({"what", "which", "that", "whatever"})
NOBODY: Final = frozenset({"nobody", "none", "no-one", "nothing"})
# "Three people from the quarter" say something, "112 people" are what is told.
MOST_SPEAKERS: Final = 10
# Prepositions that belong to a speaker: "a spokesman for the army", "a doctor at the hospital".
SPEAKER_TIES: Final = frozenset({"of", "for", "at", "in", "from", "with"})
FROM: Final = ("from", "by", "of")
# "A CNN report from inside the town".
WITHIN: Final = frozenset({"inside", "within", "around", "near"})
# Prepositions before those whom a sentence cites, and before a body that speaks.
CITED_BY: Final = frozenset({"by", "from", "of", "to", "according", "per", "citing", "quoting"})
NAME_TIES: Final = frozenset({"of", "for"})
TELLING: Final = frozenset({"tell", "inform", "notify", "speak"})
OWN: Final = frozenset({"its", "their", "his", "her", "our", "my"})
FIRST_PERSONS: Final = frozenset({"i", "we", "my", "our"})


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
    counting = [c for c in passage.counts if not c.bare and c.partitive is None]
    counted = [c for c in counting if head.index == (c.first if head.upos == "NUM" else c.noun)]  # "two of the girls"
    if head.upos == "NUM" or counted:
        if not _some_of(passage, head) and not (counted and _are_few(counted[0])):
            return False
        if not counted or counted[0].hedge != "vague":
            return True
    if head.lemma.lower() in scene.codebook.speakers["mute"] and head.upos != "PROPN":
        return False
    if head.text.lower() in ASKING or head.text.lower() in NOBODY or clauses.determined(passage.sentence, head, {"no"}):
        return False
    if _is_town(passage, head):
        return False
    speakers = scene.codebook.speakers
    if head.lemma.lower() in speakers["body"]:  # a mission flown is a strike
        return True
    if counted_class(head.text.lower()) == "strike":  # a headline's "Airstrike reported"
        return False
    if head.lemma.lower() in speakers["document"] or head.upos in ("PROPN", "PRON"):
        return True
    return counted_class(head.lemma.lower()) not in DUMB


def _are_few(count: Count) -> bool:
    """ "Three people", "many residents", "dozens of survivors" say something; "112 people" are what is told."""
    vague = count.hedge == "vague" and count.unit != "things"  # "several buildings" say nothing
    return vague or (count.high or MOST_SPEAKERS + 1) <= MOST_SPEAKERS


def _some_of(passage: Passage, number: Word) -> bool:
    """ "One of the survivors": of those the number tells some."""
    of = passage.sentence.child(number, "nmod")
    return number.text.lower() == "one" and of is not None and "of" in clauses.cases(passage.sentence, of)


def _is_town(passage: Passage, head: Word) -> bool:
    """ "In Bria, where ..., it said": a town behind a preposition is where, not who."""
    place = next((p for p in passage.places if p.first <= head.index <= p.last), None)
    return place is not None and bool(clauses.cases(passage.sentence, head) - CITED_BY)


def named_one(speakers: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """ "State news agency SANA": where a description and a name stand side by side, the name speaks.

    So too where the tree gives a verb both as its subject: "the minister for the Middle East, Ann Lee, said".
    """
    kept = list({speaker.span: speaker for speaker in speakers}.values())
    for described, named in pairwise(tuple(kept)):
        beside = 0 <= named.span.start - described.span.end <= 2
        twice = described.head.deprel == named.head.deprel == "nsubj" and described.head.head == named.head.head
        if (beside or twice) and named.head.upos == "PROPN" and described in kept:
            kept.remove(described)
    return tuple(kept)


def speakers_of(passage: Passage, scene: Scene, head: Word) -> Iterator[Speaker]:
    """Who speaks through a head: itself, or the author of a named document."""
    sentence = passage.sentence
    head = _name_before(sentence, _person_behind(sentence, clauses.proper(sentence, head)))
    ties = NAME_TIES if head.upos == "PROPN" else SPEAKER_TIES
    first, last = _whole_name(sentence, *clauses.phrase(sentence, head, ties=ties))
    first, last = with_title(passage, first, last, scene)
    first = own_first(sentence, head, scene.codebook.speakers["bare"]) or first
    day = next(
        (t.start for t in passage.times if first.index <= t.first and t.last <= last.index + 1 and t.start == t.end),
        None,
    )
    if head.lemma.lower() in scene.codebook.speakers["document"]:
        author = next(_authors(sentence, head, scene), None)
        if author is not None:
            a_first, a_last = clauses.phrase(sentence, author)
            yield Speaker(scene.document.span(a_first.start, a_last.end), author, passage, day)
            return
    yield Speaker(scene.document.span(first.start, last.end), head, passage, day)


def _person_behind(sentence: Sentence, head: Word) -> Word:
    """The person whom a description names behind it: "the head of the town's council, Ahmed Omar, said"."""
    persons = [name for name in sentence.names if name.kind == "person"]
    if not persons or any(name.first <= head.index <= name.last for name in persons):
        return head
    _, last = clauses.phrase(sentence, head, ties=SPEAKER_TIES)
    tied = (head, *(w for w in sentence.children(head, "nmod") if w.index <= last.index))
    named = (c for word in tied for c in sentence.children(word, "appos", "flat", "nmod:desc"))
    firsts = {name.first for name in persons}
    return next((c for c in named if c.index in firsts and 0 < c.index - last.index <= 2), head)


def _whole_name(sentence: Sentence, first: Word, last: Word) -> tuple[Word, Word]:
    """A phrase with all of the name that it breaks off: "the Observatory for Human Rights monitor"."""
    cut = next((n for n in sentence.names if n.first < first.index <= n.last), None)
    return (sentence.words[cut.first], last) if cut else (first, last)


def _name_before(sentence: Sentence, head: Word) -> Word:
    """The name that its own acronym parts from its description ("the Popular Front (PF) militant group")."""
    first, _ = clauses.phrase(sentence, head)
    parted = first.index > 0 and sentence.words[first.index - 1].text == ")"
    names = [w for w in clauses.compounds(sentence, head) if w.upos == "PROPN" and w.index < first.index]
    return names[0] if parted and names else head


def _authors(sentence: Sentence, head: Word, scene: Scene) -> Iterator[Word]:
    """From whom a document is: "a statement by X", "images posted by X", "X's report", "X issued a statement"."""
    for child in sentence.children(head, "nmod:poss"):
        yield child
    for child in sentence.children(head, "nmod", "obl"):
        cases = clauses.cases(sentence, child)
        if child.text.lower() not in ASKING and cases & set(FROM) and not cases & WITHIN:
            if sentence.child(child, "acl", "nmod") and child.upos == "NOUN":
                yield from _authors(sentence, child, scene)
            else:
                yield child
    for child in sentence.children(head, "acl"):
        yield from arguments.subjects(sentence, child) if passives.passive(sentence, child) else ()
        yield from clauses.phrase_after(sentence, child, "from")
    above = sentence.head(head)
    while above is not None and above.upos == "NOUN":  # "videos and photos"
        above = sentence.head(above)
    if above is not None and above.lemma.lower() in scene.codebook.speakers["issue"]:
        yield from arguments.subjects(sentence, above)


def outlets_told(passage: Passage, scene: Scene, verb: Word) -> Iterator[Speaker]:
    """The outlets that a source told, or spoke to: they relay."""
    sentence = passage.sentence
    told: list[Word] = []
    if verb.lemma in TELLING:
        told += [w for w in sentence.children(verb, "obj", "iobj", "nsubj") if w.index > verb.index]
    if verb.lemma in TELLING or verb.lemma == "say":
        told += clauses.phrase_after(sentence, verb, "to")
    for word in (
        *sentence.children(verb, "obl"),
        *(w for s in arguments.subjects(sentence, verb) for w in sentence.children(s, "nmod")),
    ):
        if word.lemma.lower() in scene.codebook.speakers["interview"]:
            told += [w for case in ("to", "with", "on") for w in clauses.phrase_after(sentence, word, case)]
    for way in (
        w for top in (verb, *arguments.subjects(sentence, verb)) for w in sentence.children(top, "advcl", "acl")
    ):
        if way.lemma in TELLING and way.xpos == "VBG":  # "speaking to the BBC, the mayor said"
            told += clauses.phrase_after(sentence, way, "to") or sentence.children(way, "obj")
    for word in told:
        outlet = _outlet(passage, scene, word)
        if outlet is not None:
            first, last = clauses.phrase(sentence, outlet)
            yield Speaker(scene.document.span(first.start, last.end), outlet, passage)


def _outlet(passage: Passage, scene: Scene, word: Word) -> Word | None:
    """The outlet that a word names: "AFP", "an AFP reporter", "a local radio station"; people are none."""
    sentence, nouns = passage.sentence, scene.codebook.speakers
    if word.lemma.lower() in nouns["audience"] or _is_own_channel(passage, word, nouns["platform"]):
        return None
    if word.lemma.lower() in nouns["reporter"]:
        beside = (*clauses.compounds(sentence, word), *clauses.possessors(sentence, word))
        return next((w for w in beside if w.upos == "PROPN" or w.text.isupper()), None)
    name = next((n for n in sentence.names if n.kind == "person" and n.first <= word.index <= n.last), None)
    named = word.upos == "PROPN" and (name is None or _is_known(passage, name, scene))
    return word if named or word.lemma.lower() in nouns["outlet"] else None


def _is_known(passage: Passage, name: Name, scene: Scene) -> bool:
    """Tell whether what looks like a person is an outlet by its name: "Al Jazeera"."""
    words = passage.sentence.words[name.first : name.last + 1]
    return load_sources().resolve(scene.document.text[words[0].start : words[-1].end]) is not None


def _is_own_channel(passage: Passage, word: Word, platforms: frozenset[str]) -> bool:
    """ "On its Telegram channel", "on X", "on Tuesday": no outlet relays what somebody writes there himself."""
    sentence = passage.sentence
    if any(t.first <= word.index <= t.last for t in passage.times):
        return True
    beside = (word, *clauses.compounds(sentence, word), *clauses.possessors(sentence, word))
    return any(w.text.lower() in platforms or w.text.lower() in OWN for w in beside)


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
    return any(
        w.lemma.lower() in scene.codebook.speakers["document"] for w in passage.sentence.words[after + 1 : until]
    )
