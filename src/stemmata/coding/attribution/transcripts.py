"""Who speaks where the layout tells it: the answers of an interview, the turns of a broadcast, a paragraph or line that
ends with its source.

"Interview with Colonel Bere ... Q: What happened? A: They came at nine." "Convoy reached Arsal. Source: hospital." "Six
killed in Arsal - residents"
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.actors import load_sources
from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.speakers import Speaker
from stemmata.coding.passages import Passage, Scene
from stemmata.figures import counted_class
from stemmata.language.trees import Word, Words

# Words among which an outlet's name and its verb stand at the end of a sentence.
SHORT: Final = 7
_TURN: Final = re.compile(r"\s*(?:(?P<asks>Q|Question)|A|Answer)\s*[:.]\s")
_SOURCE: Final = re.compile(r"[.!?(]\s*[Ss]ources?\s*:\s*(?P<name>[^.;()\n]{2,80})")

# Classes of people who speak in a broadcast by what they are.
PEOPLE: Final = frozenset({"official", "civilian", "person", "combatant"})
# Who asks and tells for the broadcast itself.
PRESENTERS: Final = frozenset(
    "presenter host anchor moderator interviewer narrator newsreader reporter correspondent journalist".split()
)
# A broadcast has at least so many turns.
TURNS: Final = 3
_SPEAKING: Final = re.compile(r"(?P<name>[A-Z][A-Z'’ -]{2,30}?)(?:\s\([^()\n]{2,40}\))?:\s")


def by_layout(passages: Sequence[Passage], scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that no word of saying makes.

    Args:
        passages: of the document.
        scene: the document.
        claims: those found by words; what they hold needs no source told behind it.
    """
    yield from _answers(passages, scene)
    yield from _turns(scene)
    yield from _sourced(passages, scene, claims)
    yield from _signed(scene, claims)
    yield from _reported(passages, scene)


def _answers(passages: Sequence[Passage], scene: Scene) -> Iterator[Claim]:
    """Each answer, up to the next question, is said by the person named last before the first question."""
    text = scene.document.text
    turns = [m for b in scene.document.blocks if (m := _TURN.match(text, b.start, b.end))]
    if not any(m["asks"] for m in turns):
        return
    before = [p for p in passages if p.sentence.end <= turns[0].start()]
    speaker = next((s for p in reversed(before) for s in _people(p, scene)), None)
    ends = [*(m.start() for m in turns[1:]), len(text)]
    for turn, end in zip(turns, ends, strict=True):
        if speaker and not turn["asks"]:
            cue = scene.document.span(turn.end() - 3, turn.end() - 2)
            yield Claim(turn.start(), end, (speaker,), "say", "answer-of-interview", None, cue)


def _people(passage: Passage, scene: Scene) -> Iterator[Speaker]:
    """The people that a sentence names, the last first, each with the words that say what they are."""
    words = passage.sentence.words
    for name in reversed([n for n in passage.sentence.names if n.kind == "person"]):
        first = name.first
        while first > 0 and words[first - 1].upos == "PROPN":
            first -= 1
        yield Speaker(scene.document.span(words[first].start, words[name.last].end), words[name.last], passage)


def _sourced(passages: Sequence[Passage], scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What a paragraph tells before it names its source, where nobody else says it."""
    text = scene.document.text
    for block in scene.document.blocks:
        match = _SOURCE.search(text, block.start, block.end)
        if match is None or any(c.start < match.start() and block.start < c.end for c in claims):
            continue
        start, end = match.span("name")
        home = next((p for p in passages if p.sentence.start <= start < p.sentence.end), None)
        head = next((w for w in home.sentence.words if w.start >= start), None) if home else None
        if home and head and match.start() > block.start:
            speaker = Speaker(scene.document.span(start, end), head, home)
            cue = scene.document.span(start, head.end)
            yield Claim(block.start, match.start(), (speaker,), "say", "source-told-behind", None, cue)


# Behind the last mark of a line: "... - residents", "...: civil defence", "... (SANA)"; of two dashes beside each other
# the names are those of a page's sections.
_SIGNED: Final = re.compile(
    r"(?:\s(?P<dash>[–—-])\s|:\s|\s(?P<bracket>\())(?P<name>(?:(?!\s-\s)[^–—:()\n.,;\d\"“]){2,40})\)?\.?$"
)
_DASH: Final = re.compile(r"\s[–—-]\s")
SHORTEST_CLAUSE: Final = 3
"""Words of a name in which no verb is looked for: trees take one for a verb at times ("UN report")."""
LONGEST_LINE: Final = 300
"""Characters of a line or post that one source signs."""


def _signed(scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """What the last sentence of a line tells before the name of a source behind its mark, where nobody else says it."""
    text = scene.document.text
    for block in scene.document.blocks:
        match = _SIGNED.search(text, max(block.start, block.end - 50), block.end)
        if match is None or block.end - block.start > LONGEST_LINE:
            continue
        start, end = match.span("name")
        home = scene.passage_at(start)
        head = next((w for w in reversed(home.sentence.words) if w.end <= end), None) if home else None
        begin = max(block.start, home.sentence.start) if home else block.start
        alone = not any(c.start < match.start() and begin < c.end for c in claims)
        if home and head and alone and not _is_clause(home, start, end) and _signs(match, head, home, scene):
            speaker = Speaker(scene.document.span(start, end), head, home)
            cue = scene.document.span(start, end)
            yield Claim(begin, match.start(), (speaker,), "say", "source-told-behind", None, cue)


def _is_clause(home: Passage, start: int, end: int) -> bool:
    """ "Residents: gunmen killed nine farmers in Kura": what stands behind the colon is told, and signs nothing."""
    inside = [w for w in home.sentence.words if start <= w.start < end]
    return len(inside) > SHORTEST_CLAUSE and any(w.upos == "VERB" for w in inside)


def _reported(passages: Sequence[Passage], scene: Scene) -> Iterator[Claim]:
    """ "Militants have come under attack in Kura AFP reports": without its comma trees take the verb for a noun."""
    for passage in passages:
        words = [w for w in passage.sentence.words[-SHORT:] if w.upos != "PUNCT"]
        if not words or words[-1].text != "reports" or words[-1].upos == "VERB":
            continue
        name = next((n for n in range(len(words) - 1) if _is_source(scene, words[n], words[-2])), None)
        if name is not None and words[name].start > passage.sentence.start:
            speaker = Speaker(scene.document.span(words[name].start, words[-2].end), words[-2], passage)
            cue = scene.document.span(words[-1].start, words[-1].end)
            yield Claim(passage.sentence.start, words[name].start, (speaker,), "say", "source-told-behind", None, cue)


def _is_source(scene: Scene, first: Word, last: Word) -> bool:
    return first.text[:1].isupper() and load_sources().resolve(scene.document.text[first.start : last.end]) is not None


def _signs(match: re.Match[str], head: Word, home: Passage, scene: Scene) -> bool:
    """Tell whether a name is that of a source; in brackets only a known one, since brackets hold all kinds of names."""
    name = match["name"].strip()
    if _DASH.search(match.string, max(0, match.start() - 25), match.start()):
        return False
    if load_sources().resolve(name) is not None:
        return True
    if not match["bracket"] and head.lemma.lower() in scene.codebook.speakers["signing"]:
        return True
    known = scene.registry.resolve(name, day=scene.day, country=scene.country, introduced=scene.introduced)
    # "Kills six: a soldier" tells the dead. Behind a dash a place is a section of the page, or where it happened.
    section = match["dash"] and any(p.first <= head.index <= p.last for p in home.places)
    return known is not None and not match["bracket"] and not section and name[0].isupper()


def _turns(scene: Scene) -> Iterator[Claim]:
    """ "RESIDENT (voice altered): They shot them": the turns of a broadcast, of those who go by what they are."""
    text = scene.document.text
    turns = [(b, m) for b in scene.document.blocks if (m := _SPEAKING.match(text, b.start, b.end))]
    if len(turns) < TURNS or len({m["name"] for _, m in turns}) < 2:
        return
    for block, turn in turns:
        home = scene.passage_at(turn.start("name"))
        head = _last_of(home.sentence.words, turn.end("name")) if home else None
        if home is None or head is None or not _is_person(head, scene):
            continue
        speaker = Speaker(scene.document.span(turn.start("name"), turn.end("name")), head, home)
        cue = scene.document.span(head.start, head.end)
        yield Claim(turn.end(), block.end, (speaker,), "say", "source-heads-line", None, cue)


def _last_of(words: Words, end: int) -> Word | None:
    return next((word for word in reversed(words) if word.end <= end), None)


def _is_person(head: Word, scene: Scene) -> bool:
    noun, nouns = head.text.lower(), scene.codebook.speakers
    return noun not in PRESENTERS and (noun in nouns["signing"] or counted_class(noun) in PEOPLE)
