"""Whether a consequence stands right beside a number: "killed at least 12", "12 were killed"."""

from typing import Final

from stemmata.coding.passages import Passage
from stemmata.coding.syntax import passives
from stemmata.coding.triggers import Mention
from stemmata.figures import Count, counted_class

# Words that may stand between a consequence and the number beside it.
BESIDE: Final = frozenset(
    "a an the also at least were was been have has had people some being since later then subsequently".split()
)


def stands_beside(passage: Passage, count: Count, mention: Mention) -> bool:
    """Tell whether a consequence stands right before a count, or right behind it."""
    if mention.row.pos != "verb":
        return False
    if _leads(passage, mention, count):
        return not _number_first(passage, mention)
    return _follows(passage, count, mention) and not _verb_first(passage, count, mention)


def _leads(passage: Passage, mention: Mention, count: Count) -> bool:
    """ "Killed at least 12"."""
    between = passage.sentence.words[mention.last + 1 : count.first]
    return mention.last < count.first and all(w.text.lower() in BESIDE for w in between)


def _follows(passage: Passage, count: Count, mention: Mention) -> bool:
    """ "12 were killed", "12 killed"; not "a bomber killed", nor "claiming the lives of three injuring eight"."""
    if mention.word.xpos == "VBG" or _does(passage, count, mention):
        return False
    between = passage.sentence.words[count.last + 1 : mention.first]
    behind = mention.first > count.last and all(w.text.lower() in BESIDE for w in between)
    return behind or count.noun == mention.word.index


def _does(passage: Passage, count: Count, mention: Mention) -> bool:
    """Tell whether one unnumbered thing is the subject of an active consequence: it kills and is not killed.

    A number or a civilian there tells nothing: headlines ("7 civilians killed 25 injured", "A woman killed 30 injured")
    are parsed as if the first killed the second.
    """
    noun = passage.sentence.words[count.last if count.noun is None else count.noun]
    if not count.bare or counted_class(noun.lemma.lower()) in ("civilian", "family"):
        return False
    subject = noun.deprel == "nsubj" and noun.head == mention.word.index and "subject" not in mention.row.target
    return subject and not passives.passive(passage.sentence, mention.word)


def _number_first(passage: Passage, mention: Mention) -> bool:
    """ "6 killed 12 wounded" tells numbers first: what follows a consequence belongs to the next one."""
    count = next((c for c in passage.counts if _follows(passage, c, mention)), None)
    if count is None:
        return False
    verb = _leader(passage, count)
    return verb is None or _number_first(passage, verb)


def _verb_first(passage: Passage, count: Count, mention: Mention) -> bool:
    """ "Killed 30 people injured 90" tells verbs first: a count belongs to the consequence before it."""
    verb = _leader(passage, count)
    led = verb is not None and not _number_first(passage, verb)
    return led and any(_leads(passage, mention, other) for other in passage.counts)


def _leader(passage: Passage, count: Count) -> Mention | None:
    """The consequence right before a count."""
    verbs = (m for m in passage.mentions if m.row.pos == "verb" and m.row.role == "effect")
    return next((m for m in verbs if _leads(passage, m, count)), None)
