"""The formats of the field: their columns by name and order, and what stands in them, checked by hand."""

import csv
import io
import json

import hxl
import pytest

from exports.cases import case_of
from stemmata.exports.described import party
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import acled, ged, hapi, idmc, polecat

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
)
GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob"
)


@pytest.mark.parametrize(
    ("columns", "count"),
    [(acled.COLUMNS, 31), (ged.COLUMNS, 49), (polecat.COLUMNS, 40), (hapi.COLUMNS, 19), (idmc.COLUMNS, 22)],
)
def test_each_table_has_as_many_columns_as_its_original(columns, count):
    assert len(set(columns)) == len(columns) == count


def test_the_columns_stand_in_the_order_of_the_originals():
    assert ",".join(acled.COLUMNS) == ACLED
    assert ",".join(ged.COLUMNS) == GED


def table(case, tmp_path, name, delimiter=","):
    file = export(case, Wanted(name), tmp_path / "out", force=True).file
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")), delimiter=delimiter))


def test_ged_has_best_low_and_high_and_adds_up(told, tmp_path):
    (row,) = table(told, tmp_path, "ged")  # only one event tells of dead
    assert (row["best"], row["low"], row["high"]) == ("7", "7", "9")
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(int(row[part]) for part in parts) == 7
    assert (row["date_prec"], row["where_prec"], row["event_clarity"]) == ("1", "1", "1")
    assert (row["country"], row["country_id"], row["region"]) == ("Syria", "652", "Middle East")
    assert row["geom_wkt"] == "POINT (36.7 35.1)"
    assert row["priogrid_gid"] == "180434"  # row 250 from the south, column 433 from the west
    assert row["source_original"] == "monitor"


def test_plover_needs_a_day_and_an_actor(told, tmp_path):
    done = export(told, Wanted("plover"), tmp_path / "out")
    lines = [json.loads(line) for line in done.file.read_text(encoding="utf-8").splitlines()]
    assert [(line["id"], line["date"], line["event"], line.get("mode")) for line in lines] == [
        ("E1", "2021-03-03", ["ASSAULT"], ["heavy-weapons"]),
        ("E2", "2021-03-04", ["ASSAULT"], ["explosives"]),
    ]
    assert lines[0]["size"] == {"dead": 7}
    assert lines[0]["quad_code"] == 4
    assert done.tally.left_out == {"its first day is not known, which PLOVER requires": ["E3"]}


def test_polecat_is_told_between_tabulators(told, tmp_path):
    first, _ = table(told, tmp_path, "polecat", "\t")
    assert (first["Event Type"], first["Event Mode"], first["Country"]) == ("ASSAULT", "heavy-weapons", "SYR")
    assert first["Actor Name Raw"] == "rockets"


def test_hxl_has_its_hashtags_in_the_second_row(told, tmp_path):
    tags, first, *_ = table(told, tmp_path, "hxl")
    assert tags["best"] == "#affected+killed"
    assert tags["side_a"] == "#group+name+first"
    assert (first["best"], first["low"], first["high"]) == ("7", "7", "9")
    assert all(tag.startswith("#") for tag in tags.values())


def test_hxl_is_valid_by_the_schema_of_hxl_itself(told, tmp_path):
    tags, *events = table(told, tmp_path, "hxl")
    rows = [list(tags), list(tags.values()), *(list(event.values()) for event in events)]
    read = hxl.data(rows)
    assert [row.get("#affected+killed-min-max") for row in read] == ["7", None, None]
    assert hxl.validate(read)["is_valid"]
    rows[2][list(tags).index("best")] = "seven"  # what counts people must be a number
    assert not hxl.validate(hxl.data(rows))["is_valid"]


def test_hapi_counts_a_month_and_a_division(told, tmp_path):
    rows = table(told, tmp_path, "hapi")
    assert [(row["provider_admin1_name"], row["events"], row["fatalities"], row["admin_level"]) for row in rows] == [
        ("Aleppo Governorate", "1", "0", "1"),  # Atarib
        ("Hama Governorate", "1", "7", "1"),  # Marun
    ]
    assert {row["event_type"] for row in rows} == {"political_violence"}
    assert (rows[0]["reference_period_start"], rows[0]["reference_period_end"]) == ("2021-03-01", "2021-03-31")


def test_hapi_puts_what_lies_in_no_known_division_at_level_0(tmp_path):
    pages = [("monitor", "The army shelled villages in Syria on 3 March 2021, killing seven people, the Monitor said.")]
    rows = table(case_of(tmp_path, pages), tmp_path, "hapi")
    assert [(row["admin_level"], row["provider_admin1_name"]) for row in rows] == [("0", "")]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("civilians", 7),  # the codebook's id for people without a name
        ("three local journalists", 7),
        ("unidentified gunmen", 3),
        ("anti-junta rebels", 2),
        ("Protesters", 6),
        ("“terrorists”", 2),
        ("border guards", 1),
        ("people", None),  # who they were is not told
        ("medicine factory", None),  # a thing is no actor
    ],
)
def test_a_party_without_a_name_has_the_code_of_its_kind(words, code):
    assert party(words).inter == code


FLED = [
    ("wire", "About 400 people fled Sarin on 5 March 2021, the Monitor said."),
    ("office", "Some 120 families fled Sarin on 5 March 2021, the Office said."),
]


def test_idmc_has_a_row_a_figure_and_turns_no_household_into_persons(tmp_path):
    rows = table(case_of(tmp_path, FLED), tmp_path, "idmc")
    assert [(row["Unit"], row["Reported"], row["Total figures"], row["Quantifier"]) for row in rows] == [
        ("Person", "400", "400", "Approximately"),
        ("Household", "120", "", "Approximately"),
    ]
    assert {row["Figure term"] for row in rows} == {"Displaced"}
    assert {row["Type of point"] for row in rows} == {"Origin"}


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\N{FULLWIDTH EQUALS SIGN}1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_cells_that_a_spreadsheet_would_run_are_neutralised(words):
    from stemmata.exports.formats.tables import harmless

    assert harmless(words) == f"'{words}"


def test_a_line_end_of_a_source_does_not_end_a_row():
    from stemmata.exports.formats.tables import lines

    written = lines([["\r=1", "a\rb", "c\r\nd"], ["e", "f", "g"]]).decode()
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["'\n=1", "a\nb", "c\n\nd"], ["e", "f", "g"]]


@pytest.mark.parametrize("cell", [-9.5, 7, "Marun", "5-7", "a=b"])
def test_numbers_and_words_stay_as_they_are(cell):
    from stemmata.exports.formats.tables import harmless

    assert harmless(cell) == cell
