"""Who speaks where a name and a colon head what is said: "Residents: soldiers burned forty houses", and the turns of a
broadcast ("DOCTOR: We buried around fifty").
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

RULE: Final = "source-heads-line"
# Words among which the colon behind a source stands: "Kura police spokesman:".
LONGEST: Final = 5
NAMING: Final = ("NOUN", "PROPN", "ADJ", "DET")
# Classes of people who speak in a broadcast by what they are.
PEOPLE: Final = frozenset({"official", "civilian", "person", "combatant"})
# Who asks and tells for the broadcast itself.
PRESENTERS: Final = frozenset(
    "presenter host anchor moderator interviewer narrator newsreader reporter correspondent journalist".split()
)
# A broadcast has at least so many turns.
TURNS: Final = 3
_TURN: Final = re.compile(r"(?P<name>[A-Z][A-Z'’ -]{2,30}?)(?:\s\([^()\n]{2,40}\))?:\s")


def by_heading(passages: Sequence[Passage], scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of what stands behind a source and its colon.

    Args:
        passages: of the document.
        scene: the document.
        claims: those found by words; a line that holds any is not its heading's.
    """
    yield from _turns(scene)
    for passage in passages:
        low = passage.sentence.low[: LONGEST + 1]
        if ":" not in low or low[0] == ":":
            continue
        before, behind = passage.sentence.words[: low.index(":")], passage.sentence.words[low.index(":") + 1 :]
        start, end = passage.sentence.start, passage.sentence.end
        if not behind or _is_toll(behind) or not _is_source(before, scene):
            continue
        if not any(c.start < end and start < c.end for c in claims):
            head = before[-2] if before[-1].lemma.lower() in scene.codebook.speakers["document"] else before[-1]
            speaker = Speaker(scene.document.span(before[0].start, head.end), head, passage)
            cue = scene.document.span(before[-1].start, before[-1].end)
            yield Claim(behind[0].start, end, (speaker,), "say", RULE, None, cue)


def _is_toll(behind: Words) -> bool:
    """ "Army: 3 killed, 9 wounded" tells what the army lost."""
    return behind[0].upos == "NUM" and len(behind) > 1 and behind[1].upos not in ("NOUN", "PROPN")


def _is_source(before: Words, scene: Scene) -> bool:
    """Tell whether words name who speaks: by what he is, by the name of an outlet, or with "statement" behind it."""
    if any(word.upos not in NAMING for word in before):
        return False
    last, nouns = before[-1].lemma.lower(), scene.codebook.speakers
    if len(before) == 1 and last in nouns["document"]:
        return False  # "Report: nine dead" does not tell whose
    if len(before) > 1 and last in ("statement", "communique", "communiqué"):
        return before[-2].upos in ("NOUN", "PROPN")
    name = scene.document.text[before[0].start : before[-1].end]
    return last in nouns["signing"] or load_sources().resolve(name) is not None


def _turns(scene: Scene) -> Iterator[Claim]:
    """ "RESIDENT (voice altered): They shot them": the turns of a broadcast, of those who go by what they are."""
    text = scene.document.text
    turns = [(b, m) for b in scene.document.blocks if (m := _TURN.match(text, b.start, b.end))]
    if len(turns) < TURNS or len({m["name"] for _, m in turns}) < 2:
        return
    for block, turn in turns:
        home = scene.passage_at(turn.start("name"))
        head = _last_of(home.sentence.words, turn.end("name")) if home else None
        if home is None or head is None or not _is_person(head, scene):
            continue
        speaker = Speaker(scene.document.span(turn.start("name"), turn.end("name")), head, home)
        cue = scene.document.span(head.start, head.end)
        yield Claim(turn.end(), block.end, (speaker,), "say", RULE, None, cue)


def _last_of(words: Words, end: int) -> Word | None:
    return next((word for word in reversed(words) if word.end <= end), None)


def _is_person(head: Word, scene: Scene) -> bool:
    noun, nouns = head.text.lower(), scene.codebook.speakers
    return noun not in PRESENTERS and (noun in nouns["signing"] or counted_class(noun) in PEOPLE)
