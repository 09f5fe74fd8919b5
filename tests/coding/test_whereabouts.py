"""Where something was that another sentence names: its lead tells a land, its mention nothing, "there" one told before.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

import pytest
from documents import coded

SAID_WHERE = [
    (  # a mention with a place says where in its land the happening was, and is no other
        "Gunmen killed nine people in central Nigeria on Monday. The attack took place in Kwall village.",
        ["attack_on_civilians: at Kwall village"],
    ),
    (  # by its own words too, whoever says so
        "Clashes between two clans in Somalia left 15 dead. The fighting in Herale, an elder said, began over a well.",
        ["clash: at Herale"],
    ),
    (  # those who did it, as known
        "An explosion killed nine people in central Nigeria on Monday. The attackers struck Kwall village.",
        ["bombing: at Kwall village"],
    ),
    (  # a sentence that tells nothing else
        "A bomb killed two farmers in eastern Congo on Friday. The incident occurred at Ntoyo at about 6 p.m.",
        ["bombing: at Ntoyo"],
    ),
    (
        "Armed men abducted a priest in northern Cameroon on Friday. It happened in Mokolo shortly before mass.",
        ["abduction: at Mokolo"],
    ),
    (  # the kind of place that was told without its name
        "Gunmen attacked a village in northern Benin on Monday. Police named the village as Koabagou.",
        ["clash: at Koabagou"],
    ),
    (  # "also" tells one more
        "Gunmen attacked an army post in central Mali on Monday. The gunmen also attacked Bankass.",
        ["clash: in_area central Mali", "clash: at Bankass"],
    ),
    (  # another day tells another
        "Gunmen attacked an army post in central Mali on Monday. The attack on Bankass on 2 February was longer.",
        ["clash: in_area central Mali", "clash: at Bankass"],
    ),
    (  # another country is not in it
        "Gunmen attacked an army post in central Mali on Monday. The attack took place in London's news first.",
        ["clash: in_area central Mali"],
    ),
    (  # and what was told of a town stays there
        "Gunmen attacked an army post in Bankass on Monday. The incident was discussed in Bamako.",
        ["clash: at Bankass"],
    ),
]

TOLD_CLOSER = [
    (  # whoever is only described tells of one raid with those who tell it more closely
        "An air raid on a clinic in northern Yemen killed 22 people, an official said. Warplanes bombed the clinic at"
        " Sahar, residents said.",
        ["air_strike: at Sahar"],
    ),
    (  # the same count is one happening, in whatever order
        "Shells killed 14 people in Donetsk region on Friday, a minister said.\n\nMayor Anna Lind said shells that"
        " fell on Toretsk had killed 14 people.",
        ["shelling: at Toretsk"],
    ),
    (  # those who did it, in the next sentence, whatever they did there
        "Gunmen have killed 14 villagers in central Mali, the army said. The gunmen stormed Sobane village on"
        " motorcycles at dusk, it said.",
        ["attack_on_civilians: at Sobane village"],
    ),
    (  # a sum over several places keeps its land
        "Air strikes killed 12 people in Yemen on Monday, doctors said. A strike in Saada killed five, a nurse said.",
        ["air_strike: in_area Yemen", "air_strike: at Saada"],
    ),
    (  # so does one of a new one
        "A car bomb killed nine people in Iraq on Monday. A car bomb went off in Hilla on Tuesday.",
        ["bombing: in_area Iraq", "bombing: at Hilla"],
    ),
    (  # nor does a kidnapping take the place of a shooting
        "Miners were abducted in Katanga on Friday. Police shot two people in Kolwezi.",
        ["abduction: in_area Katanga", "attack_on_civilians: at Kolwezi"],
    ),
]

OTHER_END = [
    (  # where they went is not the name of the town that they left
        "Heavy fighting was reported around Sake on 7 February. Some 42,000 people have fled the town towards Goma.",
        ["clash: near Sake", "displacement: from town, toward Goma"],
    ),
    (  # "the town of Sake" is
        "Some 42,000 people have fled the town of Sake towards Goma.",
        ["displacement: from Sake, toward Goma"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*SAID_WHERE, *TOLD_CLOSER, *OTHER_END], ids=lambda value: str(value)[:40])
def test_where_another_sentence_says_that_it_was(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        places = ", ".join(f"{place.relation} {place.span.quote}" for place in report.places)
        found.append(f"{report.type}: {places or '-'}")
    assert found == wanted
