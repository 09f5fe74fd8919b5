"""Whether a count tells how strong those are who act: "some thirty fighters stormed the post"."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.counted_arguments import counts_at
from stemmata.coding.syntax import passives
from stemmata.coding.syntax.slots import fill
from stemmata.figures import Count, counted_class

# Types in which those who act are a force, whose number is its strength.
BY_FORCE: Final = frozenset(
    "clash territory_gain withdrawal deployment attack_on_civilians abduction property_destruction".split()
)


def is_strength(happening: Happening, n: int, count: Count) -> bool:
    """ "Some thirty fighters attacked a post", "thousands of armed youths stormed the town".

    Args:
        happening: the happening.
        n: the index of the count in its passage.
        count: the count.
    """
    if happening.type not in BY_FORCE or count.noun is None or count.unit != "people":
        return False
    passage = happening.passage
    noun = passage.sentence.words[count.noun]
    armed = counted_class(noun.lemma.lower()) == "combatant" or any(
        w.text.lower() == "armed" for w in passage.sentence.children(noun, "amod")
    )
    verb = happening.trigger.word
    active = happening.trigger.row.pos == "verb" and not passives.passive(passage.sentence, verb)
    doers = fill(passage.sentence, verb, "subject") if active and "subject" in happening.trigger.row.initiator else ()
    return armed and any(n in counts_at(passage, word) for word in doers)
