"""What only tells where another place lies gives way to it, names are cut to themselves, and sides are no places.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

import pytest
from documents import coded

LIE_BY = [
    (  # so far from a town, told with other units in brackets
        "Shells hit the village of Dikwa about 40 km (25 miles) north of Bama on Sunday.",
        ["shelling: at Dikwa"],
    ),
    (  # on one side of a town, without a comma
        "Aircraft bombed Sumaysir village to the west from Mosul.",
        ["air_strike: at Sumaysir village"],
    ),
    (  # where nothing closer is told, the side is what is known
        "Aircraft bombed a convoy south of Mosul.",
        ["air_strike: near Mosul"],
    ),
    (  # a border is no point that something lies closer to
        "Rockets hit two tanks south of Mosul near the Turkish border.",
        ["shelling: near Mosul"],
    ),
    (  # a part of a country is as wide as a country
        "Fighters killed 30 soldiers in Baga during an offensive in northern Nigeria.",
        ["clash: at Baga"],
    ),
]

WARS = [
    (  # a genitive that lost its apostrophe
        "Syrias war has killed more than 280000 people and displaced millions since it started in 2011.",
        ["casualties: in_area Syria", "displacement: in_area Syria"],
    ),
    (  # the country is told by a headline alone
        "Syria air strikes kill dozens.\n\nShells hit a market in Talbisah on Monday. Some 191,000 people have been"
        " killed since an uprising against the president erupted in 2011.",
        ["air_strike: -", "shelling: at Talbisah", "casualties: in_area Syria"],
    ),
    (
        "Shells hit Homs in Syria. More than 140,000 people have been killed since the start of the uprising.",
        ["shelling: at Homs", "casualties: in_area Syria"],
    ),
]

NO_PLACES = [
    (  # a side
        "Mosul city was the scene of bloody attacks with Turkey and its allies shelling parts of the city.",
        ["shelling: at Mosul city"],
    ),
    ("Militants attacked the headquarters of Division 12 near Gao.", ["clash: near Gao"]),  # a unit
    ("Shells struck Camp 9 on Sunday.", ["shelling: at Camp 9"]),  # and no unit
    ("Gunmen killed four people in Gao during Eid al-Adha.", ["attack_on_civilians: at Gao"]),  # a feast
    ("Rebels captured a road heading to ISs capital of Raqqa.", ["territory_gain: toward Raqqa"]),  # a body
]

# A text of some length that lost its commas.
LONG = (
    " The source said that the operations went on through the night and that the units of the army had inflicted losses"
    " on them. It added that units went on with their operations on all fronts and that the losses of the terrorists"
    " were heavy while their remnants fled to the hills."
)

THINNED = [
    (  # words of the land open a name
        "Aircraft struck the villages of Rasm Khadra Jubb Omran Abu Zour and Marj Salem on Sunday." + LONG,
        "Rasm Khadra, Jubb Omran, Abu Zour, Marj Salem",
    ),
    ("Shells fell in Hama Marj al-Nasr town on Sunday." + LONG, "Hama, Marj al-Nasr town"),
    (  # the word for its kind is of the name, and what is no name makes no list
        "Aircraft struck al-Rmail mountain and points 85 and 86 on Sunday." + LONG,
        "al-Rmail mountain",
    ),
    ("Clashes broke out in Salamiyah Northwest of Homs on Sunday." + LONG, "Salamiyah"),  # no part of the name
    ("Shells fell in the province of Latakia Western Syria on Sunday." + LONG, "Latakia"),  # which only says where
    (  # a list, and no place in another
        "Aircraft struck Tal Salem Rastan and Maysaf on Sunday." + LONG,
        "Tal Salem, Rastan, Maysaf",
    ),
]

CALLED = [
    (  # a name made of words for what it is
        "Gunmen stormed the South Hospital in Goma on Sunday.",
        ["attack_on_civilians: at South Hospital"],
    ),
    ("Gunmen of the group (Qaeda's branch in the Maghreb) attacked a convoy near Gao.", ["clash: near Gao"]),
    (  # the town and not the country of which something is told beside it
        "Shells hit Aleppo on Sunday as fighting raged across Syria. The attackers also wounded three children.",
        ["shelling: at Aleppo", "clash: in_area Syria"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), THINNED, ids=lambda v: str(v)[:40])
def test_the_names_of_a_list_that_lost_its_commas(text: str, wanted: str) -> None:
    assert ", ".join(place.span.quote for place in coded(text).reports[0].places) == wanted


@pytest.mark.parametrize(("text", "wanted"), [*LIE_BY, *WARS, *NO_PLACES, *CALLED], ids=lambda v: str(v)[:40])
def test_where_a_happening_was(text: str, wanted: list[str]) -> None:
    found = [
        f"{report.type}: {', '.join(f'{place.relation} {place.span.quote}' for place in report.places) or '-'}"
        for report in coded(text).reports
    ]
    assert found == wanted
