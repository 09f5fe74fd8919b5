"""Where somebody said so, which is no place of what was told: "said in Geneva", "said by phone from Goma that"."""

from collections.abc import Set

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.locating.ties import opens
from stemmata.coding.passages import Passage, PlaceName
from stemmata.language.trees import matches


def said_there(happening: Happening, place: PlaceName, cues: Set[int]) -> bool:
    """A place right behind a word of saying (`cues` are their offsets) is where it was said: "said in Geneva".

    So it is behind whom it was said to ("told reporters in Geneva"), and not behind what was told of: "condemned the
    attack on Tamale".
    """
    words = happening.sentence.words
    around = words[max(0, place.first - 5) : place.first]
    before = [word for word in around if word.upos not in ("DET", "ADJ") and word.deprel != "compound"]
    if len(before) < 2 or before[-1].upos != "ADP":
        return False
    hearer = before[-2].upos == "NOUN" and before[-2] not in happening.carriers
    told = before[-2].start in cues or (len(before) > 2 and before[-3].start in cues and hearer)
    return told and place.first < len(words)


def says_from(passage: Passage, place: PlaceName, cues: Set[int]) -> bool:
    """ "Said by phone from Goma that", "told reporters at his office in Goma that": where somebody sat who said so."""
    steps = [place.head, *passage.sentence.ancestors(place.head)]
    verb = next((w for w in steps if w.upos == "VERB"), None)
    behind = verb is not None and verb.start in cues and verb.index < place.first
    ways = (matches(w.deprel, ("obl", "nmod", "obj", "appos")) for w in steps[: steps.index(verb)]) if verb else ()
    return behind and all(ways)


def opens_what_is_said(happening: Happening, place: PlaceName, cues: Set[int]) -> bool:
    """ "In Washington the Pentagon confirmed strikes on X": where the sentence of somebody who says so begins."""
    verb = happening.sentence.head(place.head)
    said = verb is not None and verb.start in cues and verb not in happening.carriers
    return said and matches(place.head.deprel, ("obl",)) and opens(happening.sentence, place)
