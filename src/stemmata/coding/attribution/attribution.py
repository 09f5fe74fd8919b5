"""Finds who says so: the stretches of a document that somebody claims, and the claimants of each.

A happening has the claimants of all stretches that hold its trigger, the smallest stretch first: the innermost
claimant is the one whose words they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemmata.coding.attribution.claims import Claim, Claims
from stemmata.coding.attribution.headings import by_heading
from stemmata.coding.attribution.quotations import CLOSING, MARKS, Quotation, find_quotations
from stemmata.coding.attribution.resuming import is_personal, takes_up, told_before
from stemmata.coding.attribution.running import run_on
from stemmata.coding.attribution.saying import said_in, speech_row
from stemmata.coding.attribution.speakers import Speaker, named_before, named_one, speakers_of
from stemmata.coding.attribution.transcripts import by_layout
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments
from stemmata.language.trees import Word


def find_claims(passages: Sequence[Passage], scene: Scene) -> Claims:
    """All claimed stretches of a document, in text order."""
    claims: list[Claim] = []
    said: list[tuple[Passage, list[Claim]]] = []
    quotations = find_quotations(scene.document)
    for passage in passages:
        before = said[-1][0] if said else None
        own = []
        for claim in said_in(passage, scene, quotations):
            own.append(_resumed(claim, before, claims, scene))
            claims.append(own[-1])
        said.append((passage, own))
    claims += list(run_on(said, scene))
    claims += _statements(passages, scene)
    claims += _bare_quotations(passages, scene, quotations, claims)
    claims += list(by_layout(passages, scene, claims))
    claims += list(by_heading(passages, scene, claims))
    return Claims(sorted(claims, key=lambda claim: (claim.start, claim.end)))


def _resumed(claim: Claim, before: Passage | None, earlier: Sequence[Claim], scene: Scene) -> Claim:
    """The claim with whom its speakers stand for, where their words only take one up: "he added"."""
    speakers, relays = (
        tuple(_taken_up(s, before, earlier, scene) for s in who) for who in (claim.speakers, claim.relays)
    )
    if (speakers, relays) == (claim.speakers, claim.relays):
        return claim
    relays = relays or (_relayed_before(speakers[0], earlier) if is_personal(speakers[0], scene) else ())
    return replace(claim, speakers=speakers, relays=relays, rule="speaker-told-before")


def _relayed_before(speaker: Speaker, earlier: Sequence[Claim]) -> tuple[Speaker, ...]:
    """Who passed on what the same speaker said before: one person talks to one outlet, a body to all of them."""
    told = speaker.stands_for
    return next((c.relays for c in reversed(earlier) if told in [s.stands_for or s for s in c.speakers]), ())


def _taken_up(speaker: Speaker, before: Passage | None, earlier: Sequence[Claim], scene: Scene) -> Speaker:
    told = told_before(speaker, before, earlier, scene) if takes_up(speaker, scene) else None
    return speaker if told is None else replace(speaker, day=told.day, stands_for=told)


def _statements(passages: Sequence[Passage], scene: Scene) -> Iterator[Claim]:
    """ "The minister said:" before paragraphs without quotation marks holds for them, up to the next such line."""
    opened: list[tuple[Passage, Word]] = []
    for passage in passages:
        last = passage.sentence.words[-1]
        if last.text == ":" and passage.sentence.end >= passage.block.end - 1:
            verbs = [w for w in passage.sentence.words if w.upos == "VERB" and speech_row(w, scene)]
            opened += [(passage, verbs[-1])] if verbs else []
    for n, (passage, verb) in enumerate(opened):
        until = opened[n + 1][0].sentence.start if n + 1 < len(opened) else len(scene.document.text)
        heads = arguments.subjects(passage.sentence, verb)
        speakers = named_one(tuple(s for head in heads for s in speakers_of(passage, scene, head)))
        if speakers and passage.sentence.end < until:
            row = speech_row(verb, scene)
            cue = scene.document.span(verb.start, verb.end)
            yield Claim(
                passage.sentence.end, until, speakers, "say", "statement-after-colon", row.entry if row else None, cue
            )


def _bare_quotations(
    passages: Sequence[Passage], scene: Scene, quotations: Sequence[Quotation], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Quotations that no verb of saying touches belong to the person or body named last before them."""
    before: Claim | None = None  # of the quotation that ends before this one
    for quotation in quotations:
        over = [c for c in claims if c.start <= quotation.start + 1 and quotation.end - 1 <= c.end]
        if not quotation.speaks or over:
            quoted = [c for c in over if c.rule == "quotation"]
            before = quoted[0] if quoted else None if quotation.speaks else before
            continue
        cue = scene.document.span(quotation.start, quotation.start + 1)
        if quotation.closed and before is not None and _goes_on(before, quotation, passages, scene):
            before = replace(before, start=quotation.start, end=quotation.end, rule="quotation-goes-on", cue=cue)
            yield before
            continue
        speaker = named_before(passages, scene, quotation) if quotation.closed else None
        before = None
        if speaker is not None:
            before = Claim(quotation.start, quotation.end, (speaker,), "say", "quotation-after-name", None, cue)
            yield before


def _goes_on(before: Claim, quotation: Quotation, passages: Sequence[Passage], scene: Scene) -> bool:
    """ "“They came at nine,” Sule said. “Rebels shelled the market.”": nothing but the end of his sentence or paragraph
    stands between the speaker and what else he says."""
    text = scene.document.text
    last = max(before.cue.end, before.end) - 1
    home = next((p for p in passages if p.sentence.start <= last < p.sentence.end), None)
    marked = text[quotation.start] in MARKS and text[quotation.end - 1] in MARKS | CLOSING
    return marked and home is not None and not text[home.sentence.end : quotation.start].strip()
