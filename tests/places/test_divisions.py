"""In which divisions places lie: by the gazetteer that knows them, by the towns around them, and never by a guess."""

from pathlib import Path

import pytest

from stemmata.places import Gazetteer, add_gazetteer, load_gazetteer
from stemmata.places.divisions import Division, Divisions, divisions
from stemmata.records import Site


@pytest.fixture
def with_files(tmp_path: Path):
    """A gazetteer with files of these names and texts beside the default one."""

    def load(files: dict[str, str]) -> Gazetteer:
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
            add_gazetteer(tmp_path / name, own=tmp_path / "own")
        return load_gazetteer(own=tmp_path / "own")

    return load


# The place; its first-order division with its ISO 3166-2 code in the default gazetteer.
DEFAULT = [
    (Site("Hajīn", "SY", 34.69508, 40.83138, "populated_place", 5000), ("Deir ez-Zor Governorate", "SY-DY")),
    (Site("Kharkiv", "UA", 49.98177, 36.25475, "populated_place", 15000), ("Kharkiv Oblast", "UA-63")),
    (Site("Goma", "CD", -1.67409, 29.22845, "populated_place", 10000), ("North Kivu Province", "CD-NK")),
    (Site("Gaza", "PS", 31.50161, 34.46672, "populated_place", 8000), ("Gaza Strip", None)),  # ISO divides it further
    (Site("Homs province", "SY", None, None, "region", None), ("Homs Governorate", "SY-HI")),  # by its town's name
    (Site("Idlib Governorate", "SY", None, None, "region", None), ("Idlib Governorate", "SY-ID")),
    (Site("Hajin hospital", "SY", 34.69508, 40.83138, "facility", 5000), ("Deir ez-Zor Governorate", "SY-DY")),
    (Site("a farm", "SY", 34.69, 40.83, "populated_place", 5000), ("Deir ez-Zor Governorate", "SY-DY")),  # towns around
    (Site("somewhere", "SY", 34.0, 39.0, "populated_place", 5000), None),  # no town around
    (Site("Syria", "SY", 35.0, 38.0, "country", None), None),
    (Site("Hajin area", "SY", 34.69508, 40.83138, "area", 20000), None),  # an area may lie in two
    (Site("Hajīn", None, 34.69508, 40.83138, "populated_place", 5000), None),
]


@pytest.mark.parametrize(("site", "told"), DEFAULT)
def test_a_place_lies_in_the_division_of_its_gazetteer_or_of_all_towns_around(
    site: Site, told: tuple[str, str | None] | None
) -> None:
    found = divisions(site)
    assert (found.first and (found.first.name, found.first.iso)) == told
    assert found.second is None, "the default gazetteer knows none"


def test_a_district_of_which_there_are_several_lies_in_none_of_their_regions() -> None:
    county = Site("Cook County", "US", None, None, "district", None)
    assert divisions(county) == Divisions(None, Division("Cook County"))


def test_towns_of_two_divisions_tell_none() -> None:
    between = Site("the river", "DE", 50.0, 8.255, "populated_place", 12000)  # Mainz and Wiesbaden
    assert divisions(between) == Divisions()


GEONAMES = {
    "admin1CodesASCII.txt": "SY.07\tDayr az Zawr\tDayr az Zawr\t9000\n",
    "admin2Codes.txt": "SY.07.9007\tZarqun District\tZarqun District\t9001\nSY.08.9007\tOther\tOther\t9002\n",
    "SY.txt": "9010\tZarqun\tZarqun\t\t34.5\t40.5\tP\tPPL\tSY\t\t07\t9007\t\t\t900\t\t\tAsia/Damascus\t2020-01-01\n",
}


def test_geonames_tells_both_orders(with_files) -> None:
    found = divisions(Site("Zarqun", "SY", 34.5, 40.5, "populated_place", 5000), with_files(GEONAMES))
    assert found.first is not None and found.first.iso == "SY-DY"
    assert found.second == Division("Zarqun District")


OCHA = {
    "pcodes.csv": (
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
        "SYR,1,SY09,Deir-ez-Zor,SYR,2021-11-17\nSYR,2,SY0990,Zarqun,SY09,2021-11-17\n"
    ),
    "towns.csv": "name,admin1pcode,admin2pcode,admin0pcode,lat,lon\nUpper Zarqun,SY09,SY0990,SY,34.5,40.5\n",
}


def test_p_codes_are_told_where_a_gazetteer_has_them(with_files) -> None:
    gazetteer = with_files(OCHA)
    town = divisions(Site("Upper Zarqun", "SY", 34.5, 40.5, "populated_place", 5000), gazetteer)
    assert town == Divisions(Division("Deir-ez-Zor", "SY-DY", "SY09"), Division("Zarqun", None, "SY0990"))
    district = divisions(Site("Zarqun", "SY", None, None, "district", None), gazetteer)
    assert district == town


WHOSONFIRST = {
    "wof_sy.tsv": (
        "990001\tregion\tDeir ez-Zor\t35.0\t40.2\t990001\t\t\t\t\t\teng:Deir ez-Zor\n"
        "990002\tcounty\tZarqun Markaz\t34.5\t40.5\t990001\t990002\t\t\t\t\teng:Zarqun Markaz\n"
        "990003\tlocality\tZarqun\t34.5\t40.5\t990001\t990002\t900\t\t\t\teng:Zarqun\n"
    )
}


def test_whos_on_first_tells_both_orders(with_files) -> None:
    found = divisions(Site("Zarqun", "SY", 34.5, 40.5, "populated_place", 5000), with_files(WHOSONFIRST))
    assert found == Divisions(Division("Deir ez-Zor", "SY-DY"), Division("Zarqun Markaz"))
