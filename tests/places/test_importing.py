"""A user's own gazetteer: what is taken, what is refused with its line, and that nothing is half done."""

import json
import zipfile
from pathlib import Path

import pytest

from stemmata.errors import UnreadableInput
from stemmata.places import Mention, add_gazetteer, load_gazetteer, where_to_get


def geonames(number: int, name: str, lat: str, lon: str, kind: tuple[str, str] = ("P", "PPL"), names: str = "") -> str:
    """A row of a GeoNames dump."""
    head = [str(number), name, name, names, lat, lon, *kind, "SY"]
    return "\t".join([*head, "", "07", "", "", "", "1200", "", "", "", ""])


def test_a_geonames_dump(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    rows = [
        geonames(1, "Al Qaryah", "34.57", "40.93", names="Qarya,القرية"),
        geonames(2, "Jisr", "34.60", "40.90", ("S", "BDG")),
        geonames(3, "Syria", "35.0", "38.0", ("A", "PCLI")),
        geonames(1, "Again", "34.57", "40.93"),
        geonames(4, "Turned", "40.93", "34.57"),
        geonames(5, "Nowhere", "134.57", "40.93"),
        geonames(6, "Wordy", "x", "40.93"),
        "7\ttoo\tfew",
        geonames(8, "Last", "34.61", "40.91"),
    ]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.taken == 3
    refused = {refusal.line: refusal.reason for refusal in intake.refusals}
    assert set(refused) == {3, 4, 5, 6, 7, 8}
    assert "stands in the file already" in refused[4]
    assert "look swapped for SY" in refused[5]
    assert "look swapped" in refused[6], "134 is no latitude, and turned round it is a point"
    assert "no numbers" in refused[7]
    assert "3 columns" in refused[8]
    gazetteer = load_gazetteer(own=tmp_path / "own")
    (answer,) = gazetteer.resolve([Mention("القرية", 0)], countries=("SY",))
    assert (answer.lat, answer.lon, answer.entry) == (34.57, 40.93, "geonames:1")


def test_an_archive_with_a_read_me(tmp_path: Path) -> None:
    file = tmp_path / "SY.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "columns")
        archive.writestr("SY.txt", geonames(1, "Qarya", "34.57", "40.93"))
    assert add_gazetteer(file, own=tmp_path / "own").taken == 1


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "villages.csv"
    file.write_text(
        "Name,Aliases,ISO3,Latitude,Longitude,Type,Population\n"
        'Marashda,"Al Marashidah;المراشدة",SYR,34.51,40.93,village,900\n'
        "No point,,SYR,,,village,\n"
        "A region,,SYR,,,governorate,\n"
        ",,SYR,34.5,40.9,village,\n"
        "Elsewhere,,XYZ,34.5,40.9,village,\n"
        "Odd,,SYR,34.5,40.9,castle,\n",
        encoding="utf-8-sig",
    )
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.taken == 2
    assert [refusal.line for refusal in intake.refusals] == [3, 5, 6, 7]
    assert "needs lat and lon" in intake.refusals[0].reason
    (answer,) = load_gazetteer(own=tmp_path / "own").resolve([Mention("Marashidah", 0)], countries=("SY",))
    assert (answer.name, answer.lat, answer.radius_m) == ("Marashda", 34.51, 1000)


def test_ocha_p_codes(tmp_path: Path) -> None:
    file = tmp_path / "pcodes.csv"
    file.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nAFG,1,AF90,Testland,AFG,2021-11-17\n",
        encoding="utf-8",
    )
    assert add_gazetteer(file, own=tmp_path / "own").taken == 1
    (place,) = load_gazetteer(own=tmp_path / "own").named("Testland")
    assert (place.pcode, place.level, place.country, place.lat) == ("AF90", "region", "AF", None)


@pytest.mark.parametrize("one_a_line", [False, True])
def test_geojson(tmp_path: Path, one_a_line: bool) -> None:
    def feature(name: str, geometry: str, point: object) -> dict[str, object]:
        shape = {"type": geometry, "coordinates": point}
        return {"type": "Feature", "properties": {"name": name, "country": "SY"}, "geometry": shape}

    features = [feature("Qarya", "Point", [40.93, 34.57]), feature("Line", "LineString", [[1, 2], [3, 4]])]
    file = tmp_path / "own.geojson"
    whole = json.dumps({"type": "FeatureCollection", "features": features}, indent=1)
    file.write_text("\n".join(map(json.dumps, features)) if one_a_line else whole, encoding="utf-8")
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert (intake.taken, intake.refused) == (1, 1)
    assert intake.refusals[0].reason == "its geometry is no point"


def test_lines_in_another_encoding_and_endless_lines_are_refused_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    good = geonames(1, "Qarya", "34.57", "40.93").encode()
    file.write_bytes(
        good + b"\n" + geonames(2, "Mar\xe9", "34.57", "40.93").encode("latin-1") + b"\n" + b"x" * 3_000_000
    )
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.taken == 1
    assert [refusal.line for refusal in intake.refusals] == [2, 3]


HOPELESS = [
    (b"", "the file is empty"),
    (b"\x00\x01\x02\xff\xfe" * 50, "the file is empty"),  # not one line of text
    (b"a,b\n1,2\n", "no column tells the name"),
    (b'{"type": "Topology"}', "no GeoJSON FeatureCollection"),
    (b"[" * 100_000, "no GeoJSON FeatureCollection"),
    (b"name,country,lat,lon\nX,SY,1,x\n", "not one of its rows could be taken"),
]


@pytest.mark.parametrize(("content", "says"), HOPELESS)
def test_a_hopeless_file_says_why_and_leaves_nothing_behind(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableInput, match=says):
        add_gazetteer(file, own=tmp_path / "own")
    assert not list(tmp_path.glob("own/*"))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="there is no such file"):
        add_gazetteer(tmp_path / "none.csv", own=tmp_path / "own")


def test_adding_again_replaces(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    for name in ("Oldname", "Newname"):
        file.write_text(f"name,country,lat,lon\n{name},SY,34.5,40.9\n", encoding="utf-8")
        add_gazetteer(file, own=tmp_path / "own")
    gazetteer = load_gazetteer(own=tmp_path / "own")
    assert gazetteer.is_place_name("Newname") and not gazetteer.is_place_name("Oldname")


def test_where_a_fuller_gazetteer_is_to_be_had() -> None:
    told = where_to_get("sy")
    assert "https://download.geonames.org/export/dump/SY.zip" in told and "CC BY 4.0" in told
