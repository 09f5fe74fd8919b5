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


@pytest.mark.parametrize(("text", "wanted"), [*LIE_BY, *WARS, *NO_PLACES], ids=lambda v: str(v)[:40])
def test_where_a_happening_was(text: str, wanted: list[str]) -> None:
    found = [
        f"{report.type}: {', '.join(f'{place.relation} {place.span.quote}' for place in report.places) or '-'}"
        for report in coded(text).reports
    ]
    assert found == wanted
