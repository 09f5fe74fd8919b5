"""Whose names releases for the public keep: persons of the registry's mark, and officials by the words of the text."""

from datetime import date
from pathlib import Path

import pytest

from stemmata.actors import load_registry, public_person
from stemmata.errors import CodebookError

# The text, with the person's name between brackets; the words that tell the office, None for a private person.
OFFICES = [
    # --- a title just before the name
    ("[General Adam Haru] inspected the front.", "General"),  # a general commands by rank
    ("Gen. [Adam Haru] inspected the front.", "Gen"),  # abbreviated
    ("Maj. Gen. [Adam Haru] inspected the front.", "Gen"),  # a rank before it
    ("[Mayor Ivan Kovalenko] said the town held.", "Mayor"),  # the title within the given name
    ("Prime Minister [Tomas Lindqvist] resigned.", "Prime Minister"),  # two words
    ("Ukrainian Defence Minister [Ivan Kovalenko] spoke.", "Ukrainian Defence Minister"),  # of a state
    ("Army spokesman Colonel [Adam Haru] denied it.", "Army spokesman"),  # an office before a rank
    ("SDF commander [Rizgar Shevan] was there.", "SDF commander"),  # of a group in the registry
    ("police chief [Omar Daoud] told reporters", "police chief"),  # of an organ
    ("UNHCR spokeswoman [Maria Lund] said", "UNHCR spokeswoman"),  # of a body of the United Nations
    ("a rebel commander [Abu Tarek] threatened", "rebel commander"),  # of an armed group without a name
    ("U.N. spokesman [Martin Lund] said", "U.N. spokesman"),  # dots
    ("[Russian Foreign Minister Ivan Orlov] said", "Russian Foreign Minister"),  # all of it taken for the name
    ("Secretary-General [Ban Su]-min spoke", "Secretary"),  # a part of the name left out
    # --- an office with its body before the name
    ("the mayor of Kharkiv, [Ivan Kovalenko], said", "mayor of Kharkiv"),
    ("according to the governor of Idlib, [Omar Daoud], three died", "governor of Idlib"),
    ("the head of the SDF [Rizgar Shevan] said", "head of the SDF"),  # without a comma
    # --- an apposition after the name
    ("[Mazlum Kaya], commander of the SDF, said", "commander of the SDF"),
    ("[Adam Haru], a spokesman for the army, denied it.", "spokesman for the army"),
    ("[Adam Haru] (governor of Idlib) denied it.", "governor of Idlib"),
    ("[Adam Haru], 45, the mayor of Kharkiv, said", "mayor of Kharkiv"),
    ("[Karin Holm], a Pentagon spokeswoman, said", "Pentagon spokeswoman"),
    ("[Adam Haru], the leader of Hamas in the city, said", "leader of Hamas in the city"),
    ("[Lena Roth], minister of trade and industry, said", "minister of trade and industry"),  # "and" within an office
    # --- private: no office
    ("[Olena Kovalenko], the mayor's wife, was hurt.", None),
    ("the mayor's wife, [Olena Kovalenko], was hurt.", None),
    ("the wife of the mayor of Kharkiv, [Olena Kovalenko], was hurt.", None),
    ("[Olena Kovalenko], the wife of the governor of Idlib, was hurt.", None),
    ("Governor Daoud's driver [Omar Said] was hurt.", None),
    ("[Omar Said], an aide to the governor of Idlib, was hurt.", None),
    ("the former defence minister [Omar Daoud] was arrested.", None),  # no office any more
    ("[Omar Daoud], a former minister, was arrested.", None),
    ("[Omar Daoud], the ex-mayor of Mosul, was arrested.", None),
    ("[John Major], a shopkeeper, lost his shop.", None),  # a surname
    ("[Ali Major] lost his shop.", None),
    ("[Major Omar Daoud] was killed.", None),  # a rank is no office
    ("[Sergeant Omar Daoud], a soldier of the army, was killed.", None),
    ("[Omar Daoud], an army officer, was killed.", None),
    ("[Dr Samer Halabi] treated the wounded.", None),
    ("[Samer Halabi], the head of the hospital in Idlib, said", None),  # a doctor
    ("hospital spokesman [Samer Halabi] said", None),
    ("family spokesman [Samer Halabi] said", None),
    ("[Rima Halabi], a victim of the army, was buried.", None),
    ("[Rima Halabi], 9, was killed.", None),
    ("Reuters correspondent [Karin Holm] said", None),
    ("[Karin Holm], a journalist in Idlib, said", None),
    ("village elder [Haji Daoud] said", None),
    ("[Haji Daoud], the village chief, said", None),
    ("tribal leader [Haji Daoud] said", None),
    ("[Haji Daoud], a Kurdish leader, said", None),  # a nation is no body
    ("[Haji Daoud], president of the farmers' union of Syria, said", None),
    ("[Haji Daoud], a spokesman for the residents of Aleppo, said", None),
    ("[Pastor Lund], a Baptist minister, said", None),
    ("[Karin Holm], an activist and leader, said", None),
    ("[Samer Halabi] met the governor of Idlib.", None),  # an office of somebody else
    ("The army spokesman denied it. [Samer Halabi] fled.", None),  # in another sentence
    ("After the killing of [Samer Halabi], the army spokesman for the region spoke.", None),  # an apposition has an end
    ("After the killing of [Samer Halabi], the governor of Idlib told reporters nothing.", None),
    ("The dead are [Samer Halabi], the mayor, and two guards.", None),  # it may be a list
    ("The dead are [Samer Halabi], the mayor and two guards.", None),
    ("They met the governor, [Samer Halabi] and two others.", None),
    ("After the death of [Samer Halabi], the governor of Idlib, Omar Daoud, spoke.", None),  # whose office it is
]


def _at(marked: str) -> tuple[str, int, int]:
    """A text without the brackets, and where they stood."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(("marked", "told"), OFFICES)
def test_an_office_told_beside_a_name_makes_it_public(marked: str, told: str | None) -> None:
    found = public_person(*_at(marked))
    if told is None:
        assert found is None
        return
    assert found is not None
    assert found.why.rule == "public-office"
    assert told in found.quote
    assert _at(marked)[0][found.start : found.end] == found.quote


# The text, with a later mention between brackets; whether the person is public.
LATER = [
    ("Mayor Ivan Kovalenko spoke. [Kovalenko] said the town held.", True),  # named in full before
    ("[Ivan Kovalenko] spoke. Later Mayor Kovalenko left.", True),  # the office is told after
    ("Mayor Ivan Kovalenko fled. Petro Kovalenko, 30, did not. [Kovalenko] spoke.", False),  # which of the two?
    ("Mayor Ivan Kovalenko fled. [Petro Kovalenko] did not.", False),  # a namesake
    ("Mayor Ivan Kovalenko fled. The town of [Kovalenko Petro] did not.", False),  # another name that holds the word
    ("Mayor Omar Daoud fled. [Omar], 9, did not.", False),  # a given name, and not his
    ("The mayor fled. [Kovalenko] said the town held.", False),  # nobody told that this is the mayor
]


@pytest.mark.parametrize(("marked", "public"), LATER)
def test_a_family_name_stands_for_whom_the_text_names_in_full(marked: str, public: bool) -> None:
    assert (public_person(*_at(marked)) is not None) is public


# The text; the day it tells of; whether the person is public.
MARKED = [
    ("[Recep Tayyip Erdogan] met his guests.", date(2019, 5, 1), True),
    ("[Recep Tayyip Erdogan] met his guests.", None, True),  # always public, whatever the day
    ("Recep Tayyip Erdogan met his guests. [Erdogan] smiled.", None, True),
    ("[Recep Tayyip Erdogan] met his guests.", date(1995, 5, 1), False),  # before the office that the registry tells
    ("[Hosni Mubarak] died.", date(2020, 2, 25), True),  # once a head of state, always public
    ("[Imran Khan], 34, lost his shop.", date(2020, 2, 25), False),  # a namesake by his age
    ("[Imran Khan], a baker from Lahore, lost his shop.", date(2020, 2, 25), False),
    ("farmer [Imran Khan] lost his field.", date(2020, 2, 25), False),
    ("[Bashir] lost his field.", date(2015, 2, 25), False),  # a given name as well; nobody is named in full
    ("[Rami Abdulrahman] said", None, True),  # the head of a monitor, who stands for no actor
    ("[Yahya Saree] spoke.", date(2020, 2, 25), True),
    ("[Sean Ryan] spoke.", date(2018, 10, 1), True),  # in office
    ("[Sean Ryan] spoke.", date(2022, 10, 1), False),  # no more
    ("[Sean Ryan] spoke.", None, False),  # who knows when
]


@pytest.mark.parametrize(("marked", "day", "public"), MARKED)
def test_the_registrys_mark_makes_a_name_public(marked: str, day: date | None, public: bool) -> None:
    found = public_person(*_at(marked), day=day)
    assert (found is not None) is public
    if found:
        assert found.why.rule == "public-person"
        assert found.why.entry is not None and found.why.entry.startswith("leaders.csv:")


def test_a_row_of_ones_own_marks_a_person(tmp_path: Path) -> None:
    (tmp_path / "own-leaders.csv").write_text(
        "names,actor,office,public\nRami Tarin,hamas,spokesman,always\nLina Tarin,hamas,treasurer,\n"
        "Dana Tarin,,director of Tarin Relief,always\n",
        encoding="utf-8",
    )
    marked = public_person(*_at("[Rami Tarin] spoke."), own=tmp_path)
    assert marked is not None and marked.why.entry == "own-leaders.csv:2"
    assert public_person(*_at("[Dana Tarin] spoke."), own=tmp_path), "she stands for no actor"
    assert public_person(*_at("[Lina Tarin] spoke."), own=tmp_path) is None, "without a mark a person stays private"
    assert load_registry(own=tmp_path).resolve("Lina Tarin").id == "hamas"


BROKEN = [
    ("Rami Tarin,hamas,spokesman,yes", "public is 'yes'; it must be one of: , always, in office"),
    ("Rami Tarin,hamas,,always", "office is missing"),
    ("Rami Tarin,hamsa,spokesman,always", "actor 'hamsa' is no actor's id"),
]


@pytest.mark.parametrize(("row", "says"), BROKEN)
def test_a_broken_row_of_ones_own_is_refused_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "own-leaders.csv").write_text(f"names,actor,office,public\n{row}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"own-leaders\.csv:2: ") as error:
        load_registry(own=tmp_path)
    assert says in str(error.value)
