"""Who denies what was told before, without telling it again: "the army rejected the accusation"."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.happenings.antecedents import Told
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.status import decide
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Word, matches
from stemmata.records import Why

DENIAL: Final = "denial-of-what-was-told"
# How many sentences before its denial a happening may be told. Set by judgement.
REACH: Final = 2
PRONOUNS: Final = frozenset({"it", "this", "that"})
# What stands for the whole of what somebody said.
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "such", "all", "any", "both"})


def with_denials(told: Sequence[Told], claims: Sequence[Claim], scene: Scene) -> list[Told]:
    """Happenings in text order, with a denied one for each claim that only denies what was told before it."""
    found = [d for claim in claims if claim.weight == "deny" if (d := _denied(claim, told, claims, scene)) is not None]
    if not found:
        return list(told)
    kept = [(one.happening.passage.number, one.happening.trigger.word.index, n, one) for n, one in enumerate(told)]
    added = [(d.happening.passage.number, d.happening.trigger.word.index, len(told), d) for d in found]
    order = sorted((*kept, *added), key=lambda item: item[:3])
    now = {n: at for at, (_, _, n, _) in enumerate(order) if n < len(told)}
    return [one if one.antecedent is None else Told(one.happening, now[one.antecedent]) for *_, one in order]


def _denied(claim: Claim, told: Sequence[Told], claims: Sequence[Claim], scene: Scene) -> Told | None:
    """The happening that a claim denies, as this speaker has it."""
    passage = scene.passage_at(claim.cue.start)
    if passage is None or any(claim.start <= m.word.start < claim.end for m in passage.mentions):
        return None
    verb = next((w for w in passage.sentence.words if w.start == claim.cue.start), None)
    thing = _what_is_denied(verb, passage, scene) if verb is not None else None
    if verb is None or thing is None:
        return None
    for n in reversed(range(len(told))):
        earlier = told[n].happening
        gap = passage.number - earlier.passage.number
        if gap > REACH:
            return None
        if gap < 0 or (gap == 0 and earlier.trigger.word.index > thing.index) or earlier.trigger.row.role == "effect":
            continue
        if _says_it(claim, earlier, claims) or _is_only_planned(earlier, claims, scene):
            continue
        first, last = sorted((verb.index, thing.index))
        mention = Mention(thing, first, last, earlier.trigger.row)
        why = Why(DENIAL, claim.entry)
        return Told(Happening(passage, earlier.type, mention, why), n)
    return None


def _is_only_planned(earlier: Happening, claims: Sequence[Claim], scene: Scene) -> bool:
    """Tell whether it was called for and not told to have happened: nobody denies what is only asked for."""
    word = earlier.trigger.word
    return decide(earlier, claims_over(claims, word.start, word.end), scene).value == "planned"


def _what_is_denied(verb: Word, passage: Passage, scene: Scene) -> Word | None:
    """ "It" of "the police deny it", the accusation of "rejected the accusation as baseless", the part of "denied any
    part"; one that says what it is of tells it itself."""
    sentence = passage.sentence
    words = scene.codebook.speakers["denied"] | {"report"}
    share = scene.codebook.speakers["share"]
    for thing in sentence.children(verb, "obj", "nsubj:pass"):
        if thing.text.lower() in PRONOUNS and thing.upos == "PRON":
            return thing
        definite = clauses.determined(sentence, thing, DEFINITE) or thing.xpos == "NNS"
        told = any(matches(c.deprel, ("nmod", "acl")) for c in sentence.children(thing) if c.deprel != "nmod:poss")
        if not told and ((thing.lemma.lower() in words - {"charge"} and definite) or thing.lemma.lower() in share):
            return thing
    return None


def _says_it(claim: Claim, earlier: Happening, claims: Sequence[Claim]) -> bool:
    """Tell whether who denies has told it himself, so that he denies something else."""
    word = earlier.trigger.word
    over = claims_over(claims, word.start, word.end)
    deniers = {s.named.quote.casefold() for s in claim.speakers}
    return any(s.named.quote.casefold() in deniers for c in over for s in c.voices)
