"""Which of several places of one name a report means; names that are also persons, words, or other countries' towns."""

import pytest
from documents import coded, document

from stemmata.coding import code

# A report of our own, and the places that it is of, each with its country.
ROWS = [
    # the Libyan one
    ("Shells hit Tripoli and Misrata on Monday, Libyan medics said.", "Tripoli LY|Misratah LY"),
    # the port, and not the city of Syria
    ("Militiamen attacked the port of Homs, east of Tripoli in Libya.", "Al Khums LY"),
    # and the city of Syria
    ("Rebels shelled Homs in Syria on Tuesday.", "Homs SY"),
    # a word that is a town
    ("Police in Mobile, Alabama, arrested six people.", "Mobile US"),
    ("Rioters burned cars in Nice, France.", "Nice FR"),
    # the word
    ("Gunmen killed a nice old man in Nantes, France.", "Nantes FR"),
    # a person
    ("Colonel Reading arrested three men in Swindon, England.", "Swindon GB"),
    # a surname that is a town
    ("Ahmed Hamah was killed in Aleppo, Syria.", "Aleppo SY"),
    ("President Washington Castillo fled from Lima, Peru.", "Lima PE"),
    # a person, and no city of Egypt
    ("Jackson said the gunmen attacked a church in Memphis, Tennessee.", "Memphis US"),
    ("Gunmen attacked a church in Jackson, Mississippi.", "Jackson US"),
    # a small one, told with its state
    ("Soldiers shot dead three protesters in Cairo, Illinois.", "Cairo US"),
    # no Jordan, and no port of Spain
    ("Eight guerrillas fell in clashes in Puerto Jordan, between Tame and Arauquita.", "None CO"),
    # no regions, though both are
    ("Fighters raided the villages of Mopti and Segou in Mali.", "Mopti ML|Ségou ML"),
    # and no state
    ("Gunmen killed ten farmers in Florida, Colombia.", "Florida CO"),
    ("Guerrillas attacked a police post in Granada, in the Colombian department of Meta.", "Granada CO"),
    ("A suicide bomber killed twelve people in Hyderabad, Pakistan.", "Hyderabad PK"),
    ("Police arrested four men in Hyderabad, India.", "Hyderabad IN"),
    # by how it sounds, far from the country's middle
    ("Al-Shabaab fighters attacked Bardera in Somalia.", "Baardheere SO"),
    ("Gunmen attacked Kaya in Burkina Faso.", "Kaya BF"),
    # a village that only fuller gazetteers know: no town abroad
    ("Gunmen attacked Kaya in South Sudan.", "None SS"),
    ("A bomb went off in Alexandria, Egypt.", "Alexandria EG"),
    ("Police shot a man in Alexandria, Virginia.", "Alexandria US"),
    ("Clashes broke out in Cordoba, Mexico.", "Córdoba MX"),
    ("Hutu rebels attacked Goma, Congo.", "Goma CD"),
    ("Shells fell in Marawi, a city in the Philippine province of Lanao del Sur.", "Marawi City PH"),
    ("Three men were abducted in Victoria, the capital of the Mexican state of Tamaulipas.", "Ciudad Victoria MX"),
    ("Gunmen killed two people in Malaga, Colombia.", "Málaga CO"),
    # a street named for a capital abroad
    ("Clashes erupted in Amman Street in Damascus, Syria.", "Amman, Damascus SY"),
    ("Police fired tear gas at protesters on Tunis Avenue in Sfax, Tunisia.", "Tunis, Sfax TN"),
    # the country
    ("Clashes in Georgia killed two soldiers near Gori.", "Gori GE"),
    # the state
    ("Police in Georgia arrested three men in Atlanta.", "Atlanta US"),
    # a person that is a country
    ("Jordan was shot dead in Chicago.", "Chicago US"),
    # the country
    ("Two soldiers were killed in Jordan, near Mafraq.", "Mafraq JO"),
    ("Chad was beaten by police in Dallas, Texas.", "Dallas US"),
    ("Israel Martinez was abducted in Reynosa, Mexico.", "Reynosa MX"),
    # a province that has the name of a town of Senegal
    ("Gunmen killed 20 people in Djibo, Soum province.", "Djibo BF"),
    # a woman's name
    ("The Arakan Army seized a base in Ann in Myanmar's Rakhine State.", "Ann MM"),
    # a colour
    ("Gunmen killed a councillor in Orange, in the south of France.", "Orange FR"),
    ("Gunmen killed a councillor in an orange car in Marseille, France.", "Marseille FR"),
    # persons and states that speak or act, and no places of it
    ("Georgia said Russian troops shelled Gori.", "Gori GE"),
    ("Jordan said its jets bombed militants in Raqqa, Syria.", "Ar Raqqah SY"),
    ("Paris Hilton was shot in Los Angeles on Friday.", "Los Angeles US"),
    ("Chad killed forty rebels near Bardai on Monday, the army said.", "Bardaï TD"),
    ("Turkey bombed Kurdish positions near Qamishli in Syria.", "Al Qāmishlī SY"),
    ("Colonel Homs was killed in Damascus, Syria, on Friday.", "Damascus SY"),
    ("Mr. Nice was shot dead in Marseille, France.", "Marseille FR"),
    # a word of the trade, and a month
    ("Clashes broke out in Bangui, Central African Republic, on Monday.", "Bangui CF"),
    ("Rebels shelled Goma in March, Congolese officials said.", "Goma CD"),
    ("Police fired on a March for Peace in Bogota, Colombia.", "Bogotá CO"),
    # a town in England, by the country told beside it, and by the state of who speaks
    ("Police fired on protesters in Reading, England, on Friday.", "Reading GB"),
    ("Gunmen killed a man in Mobile on Monday, police in Alabama said.", "Mobile US"),
    # a verb
    ("Protesters clashed with police in Split, Croatia.", "Split HR"),
    ("Protesters split from police in Zagreb, Croatia.", "Zagreb HR"),
    # a preposition
    ("Soldiers killed four rebels in Of, in the Turkish province of Trabzon.", "Of TR"),
]


@pytest.mark.parametrize(("text", "places"), ROWS, ids=lambda value: value[:40])
def test_homonyms(text: str, places: str) -> None:
    (report,) = coded(text).reports
    assert "|".join(f"{place.name} {place.country}" for place in report.places) == places


REGIONS = [
    # A report of our own, the region of its case, and the place that it is of.
    # a name in two countries: the region decides
    ("Shells hit Tripoli on Monday, medics said.", "LY", "Tripoli LY"),
    ("Shells hit Tripoli on Monday, medics said.", "LB", "Tripoli LB"),
    ("A bomb went off in Hyderabad.", "IN", "Hyderabad IN"),
    ("A bomb went off in Hyderabad.", "PK", "Hyderabad PK"),
    ("Gunmen killed five men in Merida.", "VE", "Mérida VE"),
    ("Gunmen killed five men in Merida.", "MX", "Mérida MX"),
    ("Rebels shelled Homs.", "LY", "Al Khums LY"),
    ("Soldiers clashed with rebels in Bama.", "BF", "Bama BF"),
    ("Soldiers clashed with rebels in Bama.", "NG", "Bama NG"),
    ("Soldiers clashed with rebels in Bama.", "NG NE TD CM", "Bama NG"),
    # a name that is written otherwise is looked up in the region
    ("Fighters entered Al-Sousah.", "SY", "As Sūsah SY"),
    ("Fighters entered Al-Sousah.", "", "None None"),
    # what the text says of its country goes before: its name, its adjective, a province
    ("Shells hit Tripoli on Monday, Libyan medics said.", "LB", "Tripoli LY"),
    ("Shells hit Tripoli in Lebanon on Monday.", "LY", "Tripoli LB"),
    ("A bomb went off in Hyderabad, Indian police said.", "PK", "Hyderabad IN"),
    ("Syrian rebels shelled Homs.", "LY", "Homs SY"),
    ("Gunmen attacked a bar in Cordoba, Argentina.", "MX", "Córdoba AR"),
    # so do the places told beside it
    ("Shells hit Tripoli, Misrata and Benghazi on Monday.", "LB", "Tripoli LY|Misratah LY|Benghazi LY"),
    # a hamlet abroad of which nothing speaks, beside a town of a country that nobody needs to name
    ("Shells hit Tawila and El Fasher on Monday.", "", "None SD|El Fasher SD"),
    # a capital that everybody knows
    ("Six people were shot dead in Paris.", "SY", "Paris FR"),
    # a village that the gazetteer does not know: its country is the text's, and without one it stays open
    ("Gunmen attacked Kaya in South Sudan.", "BF", "None SS"),
    ("Rockets fell on Xyzgrad.", "UA", "None None"),
    ("Police arrested six men across the country.", "SY", ""),
]


@pytest.mark.parametrize(("text", "region", "places"), REGIONS, ids=lambda value: value[:40])
def test_the_region_of_a_case(text: str, region: str, places: str) -> None:
    (report,) = code(document(text), region=region.split()).reports
    assert "|".join(f"{place.name} {place.country}" for place in report.places) == places
