"""A user's own gazetteer: what is taken, what is refused with its line, and that nothing is half done."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from stemmata.errors import MissingPart, UnknownName, UnreadableInput
from stemmata.places import Mention, add_gazetteer, load_gazetteer
from stemmata.places.gazetteer import own_gazetteers, remove_gazetteer
from stemmata.places.index import about


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
    assert intake.about.places == 3
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
    assert add_gazetteer(file, own=tmp_path / "own").about.places == 1


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
    assert intake.about.places == 2
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
    assert add_gazetteer(file, own=tmp_path / "own").about.places == 1
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
    assert (intake.about.places, intake.refused) == (1, 1)
    assert intake.refusals[0].reason.startswith("its geometry is no point")


def test_lines_in_another_encoding_and_endless_lines_are_refused_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "SY.txt"
    good = geonames(1, "Qarya", "34.57", "40.93").encode()
    file.write_bytes(
        good + b"\n" + geonames(2, "Mar\xe9", "34.57", "40.93").encode("latin-1") + b"\n" + b"x" * 3_000_000
    )
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.about.places == 1
    assert [refusal.line for refusal in intake.refusals] == [2, 3]


HOPELESS = [
    (b"", "the file is empty"),
    (b"\x00\x01\x02\xff\xfe" * 50, "is no text"),
    (b"\xe9\xe8\n" * 50, "not one line of it is text"),
    (b"a,b\n1,2\n", "no column of line 1 tells the name"),
    (b"# Notes on places\n\nSome prose about villages, and more of it.\n", "no column of line 1 tells the name"),
    (b'{"type": "Topology"}', "not one of its rows .* line 1: no GeoJSON feature"),
    (b"[" * 100_000, "not one of its rows .* no JSON from here on"),
    (b"name,country,lat,lon\nX,SY,1,x\n", "not one of its rows could be taken"),
    (b"PK\x03\x04 broken", "no column of line 1"),
]


@pytest.mark.parametrize(("content", "says"), HOPELESS)
def test_a_hopeless_file_says_why_and_leaves_nothing_behind(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableInput, match=says):
        add_gazetteer(file, own=tmp_path / "own")
    assert not list(tmp_path.glob("own/*"))


def test_a_dump_packed_by_gzip(tmp_path: Path) -> None:
    rows = "".join(geonames(n, f"Qarya {n}", "34.57", "40.93") + "\n" for n in range(3000)).encode()
    file = tmp_path / "SY.txt.gz"
    file.write_bytes(gzip.compress(rows))
    heard: list[float] = []
    intake = add_gazetteer(file, own=tmp_path / "own", heard=lambda _, share: heard.append(share))
    assert (intake.name, intake.about.places) == ("sy", 3000)
    assert 0 <= min(heard) <= max(heard) <= 1
    file.write_bytes(gzip.compress(rows)[:-1000])
    with pytest.raises(UnreadableInput, match="cannot be read to its end"):
        add_gazetteer(file, own=tmp_path / "own")
    file.write_bytes(b"\x1f\x8bnothing of the kind")
    with pytest.raises(UnreadableInput, match="cannot be read"):
        add_gazetteer(file, own=tmp_path / "own")


def test_archives_of_none_several_or_a_table_beside_what_a_mac_adds(tmp_path: Path) -> None:
    file = tmp_path / "SY.zip"
    dump = geonames(1, "Qarya", "34.57", "40.93")
    for names, told in (([], 0), (["A.txt", "B.txt"], 2)):
        with zipfile.ZipFile(file, "w") as archive:
            for name in names:
                archive.writestr(name, dump)
        with pytest.raises(UnreadableInput, match=f"must hold one table, not {told}"):
            add_gazetteer(file, own=tmp_path / "own")
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("SY.txt", "__MACOSX/._SY.txt", ".DS_Store", "LICENSE", "Read-me.txt"):
            archive.writestr(name, dump)
    assert add_gazetteer(file, own=tmp_path / "own").about.places == 1


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="is a folder; name one file of it"):
        add_gazetteer(tmp_path, own=tmp_path / "own")


def test_files_named_in_other_letters_are_kept_apart(tmp_path: Path) -> None:
    for name in ("القرى.csv", "مدن.csv", "x" * 200 + ".csv"):
        add_gazetteer(table(tmp_path, "Qarzunah,SY,34.5,40.9\n", name), own=tmp_path / "own")
    assert set(own_gazetteers(tmp_path / "own")) == {"القرى", "مدن", "x" * 50}


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="There is no file"):
        add_gazetteer(tmp_path / "none.csv", own=tmp_path / "own")


def test_adding_again_replaces(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    for name in ("Oldname", "Newname"):
        file.write_text(f"name,country,lat,lon\n{name},SY,34.5,40.9\n", encoding="utf-8")
        add_gazetteer(file, own=tmp_path / "own")
    gazetteer = load_gazetteer(own=tmp_path / "own")
    assert gazetteer.is_place_name("Newname") and not gazetteer.is_place_name("Oldname")


def table(folder: Path, rows: str, name: str = "mine.csv", encoding: str = "utf-8") -> Path:
    """A table of one's own."""
    file = folder / name
    file.write_bytes(("name,country,lat,lon\n" + rows).encode(encoding))
    return file


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("windows-1256", "windows-1256"), ("utf-16", None), ("utf-16-le", "utf-16-le"), ("iso-8859-6", "iso-8859-6")],
)
def test_other_encodings(tmp_path: Path, encoding: str, told: str | None) -> None:
    """UTF-16 with its mark tells itself; the others are named by the one who adds the file."""
    file = table(tmp_path, "المراشدة,SY,34.51,40.93\n", encoding=encoding)
    intake = add_gazetteer(file, encoding=told, own=tmp_path / "own")
    assert (intake.about.places, intake.refused) == (1, 0)
    assert load_gazetteer(own=tmp_path / "own").is_place_name("المراشدة")


def test_latin_1_is_refused_line_by_line_with_the_remedy(tmp_path: Path) -> None:
    file = table(tmp_path, "Bamako,ML,12.6,-8.0\nSégou,ML,13.4,-6.3\n", encoding="latin-1")
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert (intake.about.places, intake.refused) == (1, 1)
    assert "no UTF-8; name the file's encoding" in intake.refusals[0].reason
    assert add_gazetteer(file, encoding="latin-1", own=tmp_path / "own").about.places == 2


def test_an_unknown_encoding_or_country_is_told(tmp_path: Path) -> None:
    file = table(tmp_path, "Bamako,ML,12.6,-8.0\n")
    with pytest.raises(UnknownName, match="no encoding 'wingdings'"):
        add_gazetteer(file, encoding="wingdings", own=tmp_path / "own")
    with pytest.raises(UnknownName, match="no country 'Ruritania'"):
        add_gazetteer(file, country="Ruritania", own=tmp_path / "own")


def test_utf_8_under_another_name_is_found_out(tmp_path: Path) -> None:
    file = table(tmp_path, "Ségou,ML,13.4,-6.3\nBamako,ML,12.6,-8.0\n")
    intake = add_gazetteer(file, encoding="windows-1251", own=tmp_path / "own")
    assert [(one.line, one.reason) for one in intake.refusals] == [(2, "it is UTF-8, and not cp1251")]


@pytest.mark.parametrize("codec", ["rot13", "base64", "idna", "hex"])
def test_codecs_that_are_no_encodings_of_text(tmp_path: Path, codec: str) -> None:
    with pytest.raises(UnknownName, match="no encoding"):
        add_gazetteer(table(tmp_path, "Bamako,ML,12.6,-8.0\n"), encoding=codec, own=tmp_path / "own")


BROKEN_ROWS = [
    # a row, and why it is refused
    ("Both zero,SY,0,0", "both 0"),
    ("No number,SY,34°30N,40", "no numbers"),
    ("Not a number,SY,nan,40", "no point of the earth"),
    ("Endless,SY,inf,40", "no point of the earth"),
    ("Commas,SY,34,5,40,9", "put cells that hold a ',' in quotation marks"),
    ('"Open,SY,34.5,40.9', "quotation mark is not closed"),
    ("Nul\0l,SY,34.5,40.9", "null character"),
    (",SY,34.5,40.9", "no name"),
    ("x" * 300 + ",SY,34.5,40.9", "300 characters"),
    ("Swapped,SY,40.9,34.5", "look swapped for SY"),
    ("Swapped next door,LB,35.5,33.9", "look swapped for LB"),  # 35.5 33.9 is a point in the sea beside Lebanon
    ("Inside Nigeria both ways,NG,3.4,6.5", "look swapped for NG"),  # Lagos turned round lies in the Gulf of Guinea
    ("Elsewhere,SY,-12.0,-77.0", "far outside SY"),
]


@pytest.mark.parametrize(("row", "says"), BROKEN_ROWS)
def test_each_broken_row_is_refused_with_its_line(tmp_path: Path, row: str, says: str) -> None:
    good = "Bamako,ML,12.6,-8.0\nHajin,SY,34.69,40.83\n"
    file = tmp_path / "mine.csv"
    file.write_text("name,country,lat,lon\n" + good + row + "\nSidon,LB,33.56,35.37\n", encoding="utf-8")
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.about.places == 3
    assert [refusal.line for refusal in intake.refusals] == [4]
    assert says in intake.refusals[0].reason


def test_points_far_from_their_country_are_doubted(tmp_path: Path) -> None:
    """The arctic is not, where no town is near."""
    rows = "Valletta,ML,35.9,14.5\nTurned,SY,40.9,34.5\nIttoqqortoormiit,GL,70.48,-21.97\nPlace,Mali,14.0,-4.0\n"
    intake = add_gazetteer(table(tmp_path, rows), own=tmp_path / "own")
    assert {refusal.line: refusal.reason.split(" lon ")[1].split(" ", 1)[1] for refusal in intake.refusals} == {
        2: "lie far outside ML",
        3: "look swapped for SY",
    }


def test_a_file_with_swapped_columns_is_refused_as_a_whole(tmp_path: Path) -> None:
    rows = "".join(f"Place {n},SY,{40 + n / 10},{34 + n / 10}\n" for n in range(10))
    with pytest.raises(UnreadableInput, match="look swapped in 10 of the 10 rows that can tell; give the two columns"):
        add_gazetteer(table(tmp_path, rows), own=tmp_path / "own")
    assert not list(tmp_path.glob("own/*"))


def test_swapped_columns_are_found_out_where_a_country_stretches_as_far_north_as_east(tmp_path: Path) -> None:
    """Most points of Nigeria lie in it turned round too; those that do not tell of the whole file."""
    lagos, maiduguri, calabar, kano = (6.45, 3.39), (11.85, 13.16), (4.96, 8.33), (12.0, 8.52)
    towns = [lagos, maiduguri, calabar, kano] * 5
    swapped = "".join(f"Place {n},NG,{lon},{lat}\n" for n, (lat, lon) in enumerate(towns))
    with pytest.raises(UnreadableInput, match="rows that can tell"):
        add_gazetteer(table(tmp_path, swapped), own=tmp_path / "own")
    straight = "".join(f"Place {n},NG,{lat},{lon}\n" for n, (lat, lon) in enumerate(towns))
    assert add_gazetteer(table(tmp_path, straight), own=tmp_path / "own").about.places == 20


def test_a_file_that_is_refused_leaves_the_former_one(tmp_path: Path) -> None:
    own = tmp_path / "own"
    add_gazetteer(table(tmp_path, "Qarzunah,SY,34.5,40.9\n"), own=own)
    for broken in ("Qarzunah,SY,40.9,34.5\n", "Qarzunah,SY,x,y\n"):
        with pytest.raises(UnreadableInput):
            add_gazetteer(table(tmp_path, broken), own=own)
    assert load_gazetteer(own=own).is_place_name("Qarzunah")


def test_homonyms_of_two_countries_are_both_kept(tmp_path: Path) -> None:
    add_gazetteer(table(tmp_path, "Qarzunah,SY,34.5,40.9\nQarzunah,IQ,34.4,42.0\n"), own=tmp_path / "own")
    gazetteer = load_gazetteer(own=tmp_path / "own")
    assert {place.country for place in gazetteer.named("Qarzunah")} == {"SY", "IQ"}
    (answer,) = gazetteer.resolve([Mention("Qarzunah", 0)], countries=["IQ"])
    assert (answer.country, answer.lat) == ("IQ", 34.4)


def test_excel_in_europe_writes_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    file = tmp_path / "villages.csv"
    file.write_text('Village;Country;Latitude;Longitude\n"Kara; Lower";Syria;34,5;40,9\n', encoding="utf-8")
    add_gazetteer(file, own=tmp_path / "own")
    (place,) = load_gazetteer(own=tmp_path / "own").named("Kara; Lower")
    assert (place.country, place.lat, place.lon) == ("SY", 34.5, 40.9)


def test_a_broken_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    file = table(tmp_path, '"Open,SY,34.5,40.9\nNext,SY,34.6,40.9\nToo,many,cells,SY,1,2\n')
    intake = add_gazetteer(file, own=tmp_path / "own")
    assert intake.about.places == 1
    assert [refusal.line for refusal in intake.refusals] == [2, 4]


def test_a_spreadsheet_and_a_torn_archive(tmp_path: Path) -> None:
    sheet = tmp_path / "places.xlsx"
    with zipfile.ZipFile(sheet, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(UnreadableInput, match="is a spreadsheet; save the sheet"):
        add_gazetteer(sheet, own=tmp_path / "own")
    torn = tmp_path / "SY.zip"
    with zipfile.ZipFile(torn, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("SY.txt", "\n".join(geonames(n, f"Place {n}", "34.5", "40.9") for n in range(5000)))
    body = bytearray(torn.read_bytes())
    body[len(body) // 2] ^= 255
    torn.write_bytes(body)
    with pytest.raises(UnreadableInput, match="fetch it again"):
        add_gazetteer(torn, own=tmp_path / "own")
    assert not list(tmp_path.glob("own/*"))


def test_it_is_told_how_far_it_is(tmp_path: Path) -> None:
    file = table(tmp_path, "".join(f"Place {n},SY,34.5,40.9\n" for n in range(2500)))
    heard: list[tuple[int, float]] = []
    add_gazetteer(file, own=tmp_path / "own", heard=lambda places, share: heard.append((places, share)))
    assert [places for places, _ in heard] == [0, 1000, 2000]
    assert all(0 <= share <= 1 for _, share in heard)


def test_a_gazetteer_says_what_it_is_and_can_be_removed(tmp_path: Path) -> None:
    own = tmp_path / "own"
    intake = add_gazetteer(table(tmp_path, "Qarzunah,SY,34.5,40.9\n"), credit="The village council", own=own)
    assert intake.name == "mine"
    told = about(own_gazetteers(own)["mine"])
    assert (told.file, told.title, told.credit, told.places) == ("mine.csv", "own table", "The village council", 1)
    assert load_gazetteer(own=own).is_place_name("Qarzunah")
    with pytest.raises(UnknownName, match="added are: mine"):
        remove_gazetteer("yours", own=own)
    remove_gazetteer("mine", own=own)
    assert not load_gazetteer(own=own).is_place_name("Qarzunah")
    with pytest.raises(UnknownName, match="none was added"):
        remove_gazetteer("mine", own=own)


@pytest.mark.parametrize("content", [b"no database at all", b""])
def test_a_broken_or_older_index_names_the_remedy(tmp_path: Path, content: bytes) -> None:
    """An empty file is an empty database: it has no version, as those of older versions have another."""
    (tmp_path / "sy.sqlite").write_bytes(content)
    with pytest.raises(MissingPart, match="add"):
        load_gazetteer(own=tmp_path)
