"""Who speaks where a name and a colon head what is said: "Residents: soldiers burned forty houses"."""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.actors import load_sources
from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.speakers import Speaker
from stemmata.coding.passages import Passage, Scene
from stemmata.language.trees import Words
from stemmata.places import load_gazetteer

RULE: Final = "source-heads-line"
# Words among which the colon behind a source stands: "Kura police spokesman:".
LONGEST: Final = 5
NAMING: Final = ("NOUN", "PROPN", "ADJ", "DET")


def by_heading(passages: Sequence[Passage], scene: Scene, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of what stands behind a source and its colon.

    Args:
        passages: of the document.
        scene: the document.
        claims: those found by words; a line that holds any is not its heading's.
    """
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
    if last in nouns["signing"] or load_sources().resolve(name) is not None:
        return True
    body = scene.registry.resolve(name, day=scene.day, country=scene.country, introduced=scene.introduced)
    if body is None or before[-1].upos != "PROPN":
        return False
    return not (
        body.id.startswith("government-of-") and load_gazetteer().is_place_name(name)
    )  # "Mali: gunmen raid post"
