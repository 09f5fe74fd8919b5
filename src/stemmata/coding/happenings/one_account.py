"""Tells whether a sentence goes on with what an earlier one tells, in the same voice and with no other toll."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax.negation import negation
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Word

# Words by which somebody says who did what all know of, himself or another.
SAYING_WHO: Final = frozenset({"accuse", "blame", "claim", "admit", "take", "accept", "attribute", "pin"})
# Words for who spoke last.
SPEAKING_ON: Final = frozenset({"it", "they", "he", "she", "him", "her", "them"})
# What counts none.
NONE: Final = frozenset({"no", "nobody", "none", "neither"})
THEMSELVES: Final = frozenset({"it", "they", "he", "we"})


def one_account(earlier: Happening, later: Happening, claims: Sequence[Claim]) -> bool:
    """Tell whether a later sentence goes on with an earlier one, and is no other toll that somebody else gives."""
    if not _same_voice(earlier, later, claims):
        return False
    attributed = bool(_voices(later, claims)) and not _voices(earlier, claims)
    return not (attributed and (_gives_another_toll(earlier, later) or _says_who(earlier, later)))


def hurt_nobody(happening: Happening) -> bool:
    """ "It said no civilians were hurt": a toll of none, which denies nothing of what was told."""
    if happening.trigger.row.role != "effect":
        return False
    none = negation(happening.sentence, happening.trigger.word)
    return none is not None and none.text.lower() in NONE


def more_hurt(happening: Happening, other: Happening) -> bool:
    """ "68 rebels were killed. Eight soldiers were wounded.": a second toll right behind, of another kind."""
    tolls = happening.type == other.type == "casualties" and not other.of_war
    if not tolls or happening.passage.block_number != other.passage.block_number:
        return False
    kinds = ({m for mention in (h.trigger, *h.effects) for _, m in mention.row.counts} for h in (happening, other))
    return not set.intersection(*kinds)


def _same_voice(earlier: Happening, later: Happening, claims: Sequence[Claim]) -> bool:
    """Tell whether both are said by the same, or one of them in the document's own voice."""
    first, then = (_voices(h, claims) for h in (earlier, later))
    goes_on = then and all(voice <= SPEAKING_ON for voice in then)  # "he said"
    return not first or not then or goes_on or any(a <= b or b <= a for a in first for b in then)


def _says_who(earlier: Happening, later: Happening) -> bool:
    """ "A bomb killed nine. The army blamed the militia for the attack.": who it was, on that word alone."""
    counted = bool(earlier.effects) or any(count.unit == "people" for count in earlier.passage.counts)
    named = (support.row.form[0] in SAYING_WHO or _says_himself(later, support.verb) for support in later.supports)
    return counted and not later.effects and any(named)


def _says_himself(later: Happening, verb: Word) -> bool:
    """ "Said it had carried out the attack", "that its soldiers were behind it"."""
    for doer in fill(later.sentence, verb, "subject"):
        whose = later.sentence.child(doer, "nmod:poss")
        if doer.text.lower() in THEMSELVES or (whose is not None and whose.upos == "PRON"):
            return True
    return False


def _gives_another_toll(earlier: Happening, later: Happening) -> bool:
    """ "Killed 13 people. Hospital sources put the toll at 20.": a toll by its name, and another number."""
    puts_it = ("toll", "killed") in later.trigger.row.counts
    counted = (c for c in earlier.passage.counts if c.unit == "people")
    before, now = ({c.high if c.low is None else c.low for c in told} for told in (counted, later.passage.counts))
    return puts_it and bool(before and now) and not before & now


def _voices(happening: Happening, claims: Sequence[Claim]) -> list[frozenset[str]]:
    """The words that name each voice: "the minister, Anna Lind" is "Lind" in the next sentence."""
    word = happening.trigger.word
    over = claims_over(claims, word.start, word.end)
    return [frozenset(s.named.quote.casefold().split()) for claim in over for s in claim.voices]
