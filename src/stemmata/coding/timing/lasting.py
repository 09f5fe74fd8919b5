"""What has gone on for so long: "has been under siege for two years" is dated up to the day of the telling."""

from datetime import date

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word
from stemmata.times import Time, lasted

HAS = frozenset({"has", "have", "'ve", "’ve"})


def goes_on(happening: Happening, day: date | None, scene: Scene) -> Time | None:
    """The time of "for nearly two years" beside a verb that tells of a happening up to now; None where it is over."""
    sentence = happening.sentence
    if "for" not in sentence.low or HAS.isdisjoint(sentence.low):
        return None
    time = lasted(sentence, scene.document.text, day)
    verb = sentence.head(time.head(sentence)) if time is not None else None
    return time if verb is not None and _up_to_now(sentence, verb) and _tells_of(sentence, verb, happening) else None


def _up_to_now(sentence: Sentence, verb: Word) -> bool:
    """ "Has been battling", "has been under siege"; "has held it for two days" is told up to now as well."""
    return any(word.text.lower() in HAS for word in sentence.children(verb, "aux", "cop"))


def _tells_of(sentence: Sentence, verb: Word, happening: Happening) -> bool:
    return any(word is verb or clauses.below(sentence, word, verb) for word in happening.carriers)
