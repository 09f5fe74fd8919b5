"""The country of a war whose dead a sentence counts: "Syria's war has killed", "across the country"."""

from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.places import Resolved
from stemmata.places.countries import country_names


def country_of_war(passage: Passage, scene: Scene) -> list[tuple[Passage, PlaceName]]:
    """The country that a war is told of, where it was named last: "Syria's war has killed", "across the country".

    Where it was not yet told as a place, it is named somewhere: "Syria air strikes", "northern Syria".
    """
    told = [*reversed(scene.passages[: passage.number + 1]), *scene.passages[passage.number + 1 :]]
    for there in told:
        for place in reversed(there.places):
            known = place.resolved
            if known is not None and known.level == "country" and known.country == scene.country:
                return [(there, place)]
    name = country_names().get(scene.country or "")
    for there in told:
        if (word := next((w for w in there.sentence.words if w.text == name), None)) is not None:
            known = Resolved(word.text, scene.country, None, None, "country", None, "place-country", None)
            return [(there, PlaceName(word.index, word.index, word, "at", "place-without-preposition", known))]
    return []
