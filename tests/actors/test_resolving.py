"""Who a phrase stands for. One row, one reason; the phrases are of our own making, from many wars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.actors import load_registry, resolve_claimant

NAMED = [
    # A group's name with words that belong to it.
    ("ISIS fighters", "islamic-state"),
    ("four senior ISIS commanders", "islamic-state"),
    ("fighters from the Nusra Front", "al-nusra-front"),
    ("the Iran-backed Houthis", "houthis"),
    ("Houthi-run police", "houthis"),
    ("members of Boko Haram", "boko-haram"),
    ("the M23 rebel group", "m23"),
    ("Islamist group al-Shabaab", "al-shabaab"),
    ("Al Shabaab's spokesman Abdiasis Abu Musab", "al-shabaab"),
    ("suspected JNIM jihadists", "jamaat-nusrat-al-islam-wal-muslimin"),
    ("relatives of ISIS militants", "islamic-state"),
    ("families of Hezbollah members", "hezbollah"),
    # Spellings, accents, scripts, and apostrophes lost in cleaning.
    ("Hay'at Tahrir al-Sham", "hayat-tahrir-al-sham"),
    ("Hayat Tahrir Al Sham", "hayat-tahrir-al-sham"),
    ("تنظيم الدولة", "islamic-state"),
    ("قوات سوريا الديمقراطية", "syrian-democratic-forces"),
    ("ЧВК Вагнер", "wagner-group"),
    ("Cártel de Jalisco Nueva Generación", "jalisco-new-generation-cartel"),
    ("Cartel Jalisco Nueva Generacion gunmen", "jalisco-new-generation-cartel"),
    ("New Peoples Army rebels", "new-peoples-army"),
    ("Daish", "islamic-state"),
    ("Syrian armys air force", "government-of-syria"),
    # What its people are called.
    ("Islamic State suicide bombers", "islamic-state"),
    ("Hezbollah sleeper cells", "hezbollah"),
    ("Turkish troopers", "government-of-turkey"),
    ("President Bashar al-Assads forces", "government-of-syria"),
    # The longest name wins, and no name counts inside another.
    ("Free Syrian Army", "free-syrian-army"),
    ("Islamic State University", None),
    ("Islamic State in Khorasan", "islamic-state-khorasan-province"),
    ("Islamic State West Africa Province fighters", "islamic-state-west-africa-province"),
    ("Pakistani Taliban", "tehrik-i-taliban-pakistan"),
    ("Taliban gunmen", "taliban"),
    ("South Sudanese army", "government-of-south-sudan"),
    ("Sudanese army", "government-of-sudan"),
    ("the Papua New Guinean police", "government-of-papua-new-guinea"),
    ("Nigerien soldiers", "government-of-niger"),
    ("Nigerian soldiers", "government-of-nigeria"),
    # States by their organs, seats and adjectives.
    ("Russian warplanes", "government-of-russia"),
    ("Russian glide bombs", "government-of-russia"),
    ("the Kremlin", "government-of-russia"),
    ("U.S. Marines", "government-of-united-states"),
    ("the US", "government-of-united-states"),
    ("us", None),  # the pronoun
    ("Turkish F-16 jets", None),  # an unknown word between: nobody is safer than wrong
    ("Colombian army sergeant", "government-of-colombia"),
    ("Haitian National Police", "government-of-haiti"),
    ("Ukraine's Security Service", "government-of-ukraine"),
    ("the Philippine navy", "government-of-philippines"),
    ("Ethiopian federal police", "government-of-ethiopia"),
    ("president of Burkina Faso", "government-of-burkina-faso"),
    ("the army of Mali", "government-of-mali"),
    # Not the state, though its name stands there.
    ("Turkish-backed militia", None),
    ("Iranian-backed foreign militias", None),
    ("Iraqi militants", None),
    ("Syrian activists", None),
    ("pro-Russian activists", None),
    ("the Turkish border", None),
    ("Afghan interpreters", None),
    ("anti-Taliban militia", None),
    ("ex-FARC fighters", None),
    ("Israeli settlers", "israeli-settlers"),
    ("Syrian civilians", "civilians"),
    ("Rwandan refugees", "civilians"),
    ("Congolese villagers", "civilians"),
    # Persons in office, and persons who only share their name.
    ("President Volodymyr Zelenskyy", "government-of-ukraine"),
    ("Hemedti's men", "rapid-support-forces"),
    ("Maher al-Assad", None),
    ("Richard Wagner", None),
    # Civilians and protesters of every kind; unnamed gunmen are nobody.
    ("women and children", "civilians"),
    ("displaced farmers", "civilians"),
    ("thousands of anti-government protesters", "protesters"),
    ("gunmen", None),
    ("the rebels", None),
    ("unidentified armed men", None),
    ("the group", None),
    ("they", None),
    ("", None),
    ("…", None),
]


@pytest.mark.parametrize(("phrase", "id_"), NAMED)
def test_a_phrase_alone(phrase: str, id_: str | None) -> None:
    match = load_registry().resolve(phrase)
    assert (match.id if match else None) == id_


IN_A_COUNTRY = [
    # Organs without a name are those of the country.
    ("government forces", "SY", "government-of-syria"),
    ("police", "IQ", "government-of-iraq"),
    ("the army", "MM", "government-of-myanmar"),
    ("security forces", "BD", "government-of-bangladesh"),
    ("junta troops", "MM", "government-of-myanmar"),
    ("Kharkiv police", "UA", "government-of-ukraine"),
    ("soldiers of the 7th Division", "IQ", "government-of-iraq"),
    ("police in Garissa", "KE", "government-of-kenya"),
    ("warplanes", "SY", None),  # whose is not told, and several fly there
    ("Kurdish police", "SY", None),
    ("the army of volunteers", "SY", None),
    ("pro-government militia", "HT", None),
    ("the president of the association", "CO", None),
    # Acronyms that several bodies use, by country.
    ("SDF", "SY", "syrian-democratic-forces"),
    ("RSF", "SD", "rapid-support-forces"),
    ("AA fighters", "MM", "arakan-army"),
    ("AA", "FR", None),
    ("SNA", "SY", "syrian-national-army"),
    ("SNA", "SO", "government-of-somalia"),
    ("SSA", "LY", "stability-support-apparatus"),
    ("NRF", "AF", "national-resistance-front-of-afghanistan"),
    ("NRF", "YE", "yemeni-national-resistance"),
    ("ELN guerrillas", "CO", "national-liberation-army"),
    ("ELN", "DE", None),
    ("PNA", "MM", "pa-o-national-army"),
    # Descriptions that only one actor of a war bears.
    ("Turkish-backed rebels", "SY", "syrian-national-army"),
    ("Turkish-backed rebels", "LY", None),
    ("the coalition", "YE", "saudi-led-coalition"),
    ("opposition fighters", "SY", "syrian-opposition"),
    ("opposition activists", "SY", None),
    ("Kurdish forces", "IQ", "peshmerga"),
    ("communist rebels", "PH", "new-peoples-army"),
    ("UN peacekeepers", "CD", "monusco"),
    ("UN peacekeepers", "SS", "unmiss"),
    ("federal troops", "ET", "government-of-ethiopia"),
    ("the Lebanese army", "SY", "government-of-lebanon"),
    # A personal name may follow a title.
    ("police spokesman Adam Haru", "NG", "government-of-nigeria"),
    ("provincial police chief Karim Shah", "AF", "government-of-afghanistan"),
    ("governor Pavlo Hai", "UA", "government-of-ukraine"),
    ("rebel spokesman Adam Haru", "NG", None),
    ("the police station Gwarzo", "NG", None),
    ("governor Pavlo Hai", None, None),
    # Acronyms with hyphens and strokes, in their own case.
    ("SPLA-IO", "SS", "splm-io"),
    ("SPLM/A-IO troops", "SS", "splm-io"),
    ("ISIS-K bombers", "AF", "islamic-state-khorasan-province"),
    ("PFLP-GC", "SY", "pflp-general-command"),
    ("spla-io", "SS", None),
    # Peacekeepers belong to a mission, never to the country that sends them.
    ("UNIFIL peacekeepers", "LB", "unifil"),
    ("Indian peacekeepers", "SS", None),
    # One name, two groups: the one at home counts.
    ("al-Shabaab fighters", "MZ", "ahlu-sunna-wal-jamaa-mozambique"),
    ("al-Shabaab fighters", "SO", "al-shabaab"),
    ("Rwandan-backed rebels", "CD", "m23"),
    ("Rwandan-backed rebels", "BI", None),
    ("Russian-installed officials", "UA", "government-of-russia"),
    ("Russian-installed officials", "SY", None),
]


@pytest.mark.parametrize(("phrase", "country", "id_"), IN_A_COUNTRY)
def test_a_phrase_in_a_country(phrase: str, country: str | None, id_: str | None) -> None:
    match = load_registry().resolve(phrase, country=country)
    assert (match.id if match else None) == id_


ON_A_DAY = [
    # The Nusra Front took other names on 28 July 2016 and on 28 January 2017.
    ("Jabhat al-Nusra", date(2015, 3, 28), "al-nusra-front"),
    ("Jabhat al-Nusra", date(2016, 9, 1), "jabhat-fateh-al-sham"),
    ("Jabhat al-Nusra", date(2018, 9, 1), "hayat-tahrir-al-sham"),
    # Islamic State of Iraq became ISIL on 8 April 2013.
    ("Islamic State of Iraq", date(2008, 1, 1), "islamic-state-of-iraq"),
    ("Islamic State of Iraq", date(2014, 1, 1), "islamic-state"),
    # Before a group there was none.
    ("Wagner mercenaries", date(2010, 1, 1), None),
    # An office ends; a group's name lives on in retrospect.
    ("Obama", date(2015, 1, 1), "government-of-united-states"),
    ("Obama", date(2020, 1, 1), None),
    ("FARC guerrillas", date(2021, 1, 1), "farc"),
    ("Mali's Ansar Dine", date(2013, 1, 15), "ansar-dine"),
    ("AU troops", date(2023, 5, 1), None),  # where, is not told
]


@pytest.mark.parametrize(("phrase", "day", "id_"), ON_A_DAY)
def test_a_phrase_on_a_day(phrase: str, day: date, id_: str | None) -> None:
    match = load_registry().resolve(phrase, day=day)
    assert (match.id if match else None) == id_


def test_the_coalition_is_another_one_in_another_war() -> None:
    def coalition(country: str, year: int) -> str | None:
        match = load_registry().resolve("coalition forces", country=country, day=date(year, 6, 20))
        return match.id if match else None

    assert coalition("IQ", 2006) == "multinational-force-iraq"
    assert coalition("IQ", 2016) == "cjtf-oir"
    assert coalition("AF", 2011) == "international-security-assistance-force"
    assert coalition("UA", 2022) is None


def test_an_acronym_of_unnamed_people_names_nobody() -> None:
    assert load_registry().resolve("PAC patrol", introduced={"PAC": "peasants of the village watch"}) is None


def test_an_acronym_means_what_the_document_introduced_it_for() -> None:
    registry = load_registry()
    told = {"SDF": "Special Deterrence Forces", "ABC": "Hayat Tahrir al-Sham", "ISIS": "Institute for Science"}
    assert registry.resolve("SDF gunmen", introduced=told).id == "rada-special-deterrence-forces"
    assert registry.resolve("ABC", introduced=told).id == "hayat-tahrir-al-sham"
    assert registry.resolve("ISIS", introduced=told) is None, "the document speaks of another ISIS"


def test_a_clause_after_the_head_names_nobody() -> None:
    assert load_registry().resolve("Syrian forces backed by Iran", head="forces").id == "government-of-syria"


CLAIMANTS = [
    ("Reuters", "SY", "reuters"),
    ("a Reuters correspondent", "SY", "reuters"),
    ("Syria's state news agency", "SY", "sana"),
    ("the state news agency", "SY", "sana"),
    ("SANA", "SY", "sana"),
    ("Monitors at the Syrian Observatory for Human Rights", "SY", "syrian-observatory-for-human-rights"),
    ("Rami Abdel Rahman", "SY", "syrian-observatory-for-human-rights"),
    ("the Observatory", "SY", "syrian-observatory-for-human-rights"),
    ("the Observatory", "CO", None),
    ("Pentagon spokesman John Kirby", "SY", "government-of-united-states"),
    ("John Smith, a spokesman for the Russian Defence Ministry", "SY", "government-of-russia"),
    ("a source at Aleppo Police Command", "SY", "government-of-syria"),
    ("OCHA", "SD", "united-nations-office-for-the-coordination-of-humanitarian-affairs"),
    ("Médecins Sans Frontières", "YE", "medecins-sans-frontieres"),
    ("Doctors Without Borders", "YE", "medecins-sans-frontieres"),
    ("State TV", "IR", "government-of-iran"),
    ("the mayor", "MX", "government-of-mexico"),
    ("UN estimates", "YE", "united-nations"),
    ("army reports", "ML", "government-of-mali"),
    ("estimates", "YE", None),
    ("Dawn", "PK", "dawn"),
    ("Dawn", "US", None),
    ("the ISPR", "PK", "government-of-pakistan"),
    ("AFP", "SY", "afp"),
    ("AFP", "PH", "government-of-philippines"),  # the armed forces are at home there
    ("Radio Tropical FM", "HT", "radio-tropical-fm"),  # in no table, but says what it is
    ("Sahel News Agency", "ML", "sahel-news-agency"),
    ("Kurdish sources", "SY", None),
    ("activists", "SY", None),
    ("residents", "SY", None),
    ("witnesses", "SY", None),
    ("protesters", "BD", None),
    ("Reuters headquarters fire victims", "GB", None),
]


@pytest.mark.parametrize(("phrase", "country", "id_"), CLAIMANTS)
def test_a_claimant(phrase: str, country: str, id_: str | None) -> None:
    match = resolve_claimant(phrase, country=country)
    assert (match.id if match else None) == id_


@given(st.text(max_size=80))
def test_no_phrase_breaks_the_registry(phrase: str) -> None:
    match = load_registry().resolve(phrase, country="SY", day=date(2016, 1, 1))
    assert match is None or match.id in {*load_registry().actors, "civilians", "protesters"}


@given(st.sampled_from(sorted(load_registry().actors.values(), key=lambda actor: actor.id)))
def test_the_first_name_of_every_actor_leads_to_it_or_to_what_it_became(actor) -> None:  # type: ignore[no-untyped-def]
    match = load_registry().resolve(actor.name, country=actor.countries[0] if actor.countries else None)
    assert match is not None
    assert match.id == (actor.parent if actor.kind == "state_organ" else actor.id)
