"""Which words of a text the public may read, and by which table: names, bodies, places, accounts, numbers."""

import pytest

from stemmata.actors.phrases import fold
from stemmata.exports.public.addresses import NO_ADDRESS, public_address
from stemmata.exports.public.explaining import Known
from stemmata.exports.public.introduced import HARDLY, LIKELY, SURELY, introduction
from stemmata.exports.public.judging import judged

KNOWN = Known(frozenset(map(fold, ("Atarib", "Aleppo Governorate", "Aleppo", "Homs"))))
X = "[name withheld]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # names that nothing explains go whole, with titles, initials, particles, hyphens and what follows of them
        ("a baker, Ahmad Khalil, was shot", f"a baker, {X}, was shot"),
        ("said Dr. Samer al-Haddad of Atarib", f"said {X} of Atarib"),
        ("J. B. Kassab and A.K. fled", f"{X} and {X} fled"),
        ("Jean-Pierre bin Said fled", f"{X} fled"),
        ("the Haj Khalid's family", f"the {X} family"),
        ("“Abu Omar” said", f"“{X}” said"),
        # ... in every script, and where letters hide
        ("gunmen shot أحمد خليل in Homs", f"gunmen shot {X} in Homs"),
        ("gunmen shot Андрій in Homs", f"gunmen shot {X} in Homs"),
        ("gunmen shot Ah\u200bmad in Homs", f"gunmen shot {X} in Homs"),
        ("gunmen shot Ah\u0323mad in Homs", f"gunmen shot {X} in Homs"),
        # ... where capitals tell nothing
        ("SOLDIERS SHOT AHMAD NEAR HOMS", f"SOLDIERS SHOT {X} NEAR HOMS"),
        ("soldiers shot ahmad near the road", f"soldiers shot {X} near the road"),
        ("ROSE FLED WITH CHILDREN", f"{X} FLED WITH CHILDREN"),
        # a name in small letters in a text that has capitals
        ("The witness, ahmad hallaq, fled", f"The witness, {X}, {X}, fled".replace(f"{X}, {X}", X)),
        # names that are common words, months or days
        ("gunmen shot Rose and Hope", f"gunmen shot {X} and {X}"),
        ("Mark Stone fled", f"{X} fled"),
        ("Baker said that", f"{X} said that"),
        ("Emily Post said", f"{X} said"),
        ("police arrested Friday Okoro", f"police arrested {X}"),
        # names that are places, states or nations
        ("gunmen shot Hassan al-Homsi in Homs", f"gunmen shot {X} in Homs"),
        ("a bomb killed Jordan Paris", f"a bomb killed {X}"),
        ("Homs, a student, fled", f"{X}, a student, fled"),
        ("Homs, a city in the north, fell", "Homs, a city in the north, fell"),
        ("her daughter Homs fled", f"her daughter {X} fled"),
        ("the house of Homs", f"the house of {X}"),
        ("the student Georgia fled", f"the student {X} fled"),
        ("Homs, 9, was hurt", f"{X}, 9, was hurt"),
        # bodies, places and nations stay
        ("the Syrian Observatory for Human Rights said", "the Syrian Observatory for Human Rights said"),
        ("Turkish-backed rebels left Atarib", "Turkish-backed rebels left Atarib"),
        ("the Atarib Relief Centre said", "the Atarib Relief Centre said"),
        ("the Ministry of Health said", "the Ministry of Health said"),
        ("soldiers of the 4th Division", "soldiers of the 4th Division"),
        ("Rebels said that villagers fled", "Rebels said that villagers fled"),
        ("Army shells hit Homs", "Army shells hit Homs"),
        ("Syrians fled", "Syrians fled"),
        # public persons stay with the office that makes them so, and no further
        ("Defence Minister Adam Haru said", "Defence Minister Adam Haru said"),
        ("former Defence Minister Adam Haru said", f"former {X} said"),
        # accounts, numbers of telephones, points on the map
        ("An activist, @ahmad_k, said", f"An activist, {X}, said"),
        ("write to ahmad@mail.example now", f"write to {X} now"),
        ("call 0944 123 456 now", f"call {X} now"),
        ("at 35.12345, 36.78901 in Homs", f"at {X}, {X} in Homs".replace(f"{X}, {X}", X)),
        ("1,200,000 people fled", "1,200,000 people fled"),
        ("46 people fled", "46 people fled"),
    ],
)  # fmt: skip
def test_what_the_public_may_read_of_a_text(text, shown):
    assert judged(text, KNOWN).shown() == shown


def test_what_is_withheld_once_is_withheld_elsewhere():
    hidden = judged("gunmen shot Rose Khalil", KNOWN).names
    assert hidden == {"rose", "khalil"}
    assert (
        judged("Villagers said that rose fled", Known(KNOWN.places, hidden)).shown() == f"Villagers said that {X} fled"
    )


def test_the_town_of_an_event_stays_although_somebody_is_called_like_it():
    assert judged("gunmen shot Juan Homs", KNOWN).names == {"juan"}


@pytest.mark.parametrize(
    ("passage", "name", "kind", "told"),
    [
        ("gunmen shot four people in Salem", "Salem", "attack_on_civilians", SURELY),
        ("gunmen shot four people in rebel-held eastern Salem", "Salem", "attack_on_civilians", SURELY),
        ("police raided the town of Salem", "Salem", "arrest", SURELY),
        ("gunmen shot four people near Salem", "Salem", "attack_on_civilians", LIKELY),  # or near a person
        ("police arrested Salem", "Salem", "arrest", HARDLY),  # who is arrested is a person
        ("rebels shelled Salem", "Salem", "shelling", LIKELY),  # what is shelled is a place
        ("a shell killed Salem", "Salem", "shelling", HARDLY),
        ("the army freed Salem", "Salem", "territory_gain", LIKELY),
        ("the sons of Salem fled", "Salem", "displacement", HARDLY),
        ("residents of Salem fled", "Salem", "displacement", LIKELY),
        ("four people fled Salem", "Salem", "displacement", LIKELY),
        ("the shelling of Salem", "Salem", "shelling", LIKELY),
        ("the killing of Salem", "Salem", "attack_on_civilians", HARDLY),
        ("Salem was arrested", "Salem", "arrest", HARDLY),
        ("Salem was shelled", "Salem", "shelling", LIKELY),
    ],
)
def test_where_a_name_is_a_place(passage, name, kind, told):
    start = passage.index(name)
    assert introduction(passage, start, kind, {start: start + len(name)}) == told


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("rebels shelled Salem and Hope", LIKELY),
        ("rebels shelled Salem, and the Hope", LIKELY),
        ("rebels bombed the towns of Salem Hope", SURELY),  # a text that lost its commas
        ("police arrested Salem and Hope", HARDLY),
    ],
)
def test_the_names_of_a_list_are_what_its_first_is(passage, told):
    places = {passage.index(name): passage.index(name) + len(name) for name in ("Salem", "Hope")}
    assert (
        introduction(passage, passage.index("Hope"), "arrest" if "arrested" in passage else "shelling", places) == told
    )


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("https://www.reuters.com/world/syria-2021-03-03", "https://www.reuters.com/world/syria-2021-03-03"),
        ("https://www.reuters.com/world/shelling-2021-03-03", "https://www.reuters.com/world/shelling-2021-03-03"),
        ("https://northernpost.example/news/3", "https://northernpost.example/news/3"),
        ("https://northernpost.example/news/atarib/3", "https://northernpost.example/news/atarib/3"),
        ("https://northernpost.example/news/ahmad-khalil-killed", "https://northernpost.example/"),
        ("https://northernpost.example/?by=ahmad", "https://northernpost.example/"),
        ("https://northernpost.example/news/%D8%A3%D8%AD", "https://northernpost.example/"),
        ("https://northernpost.example/~rose", "https://northernpost.example/"),
        ("https://ahmadkhalil.example/1", NO_ADDRESS),
        ("https://rose.example/1", NO_ADDRESS),
        ("https://ahmad:secret@northernpost.example/1", NO_ADDRESS),
        ("https://twitter.com/news/status/1", NO_ADDRESS),
        ("https://news.blogspot.com/1", NO_ADDRESS),
        ("https://192.168.0.1/news", NO_ADDRESS),
        ("https://northernpost.example:8080/news", NO_ADDRESS),
        ("https://[bad/news", NO_ADDRESS),
        ("/home/ahmad/pages/1.html", NO_ADDRESS),
        ("file:///home/ahmad/1.html", NO_ADDRESS),
        ("interview-1.txt", NO_ADDRESS),
    ],
)
def test_what_the_public_may_read_of_an_address(page, shown):
    assert public_address(page, frozenset({"khalil"}), KNOWN.places) == shown
