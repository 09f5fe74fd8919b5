"""Tables are known by their columns; what is missing or broken is told by column and line."""

from datetime import date

import pytest

from comparing.tables import ACLED, GED, table, written
from stemmata.comparing.countries import country_named
from stemmata.comparing.reading import theirs
from stemmata.errors import ExportError
from stemmata.records import Window


def read(tmp_path, text):
    found = theirs(written(tmp_path, text))
    return list(found.rows), found


def test_a_row_of_ged_is_read_with_its_bounds(tmp_path):
    (row,), found = read(tmp_path, table(GED))
    assert found.name == "UCDP's GED"
    assert (row.id, row.kind, row.country, row.line) == ("900", "state-based", "SY", 2)
    assert (row.low, row.best, row.high) == (5, 7, 9)
    assert row.parties == {"government-of-syria", "islamic-state"}
    assert row.when == Window(date(2021, 3, 3), date(2021, 3, 3))
    assert row.radius_km < 5


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("1", "2021-03-03", "2021-03-03"),
        ("3", "2021-03-01", "2021-03-07"),  # the week, from Monday, of a Wednesday
        ("4", "2021-03-01", "2021-03-31"),  # the month, though the row holds one day
        ("5", "2021-01-01", "2021-12-31"),
    ],
)
def test_days_are_as_wide_as_their_precision_says(tmp_path, code, first, last):
    (row,), _ = read(tmp_path, table(GED | {"date_prec": code}))
    assert row.when == Window(date.fromisoformat(first), date.fromisoformat(last))


def test_a_place_known_to_the_country_has_no_point(tmp_path):
    (row,), _ = read(tmp_path, table(GED | {"where_prec": "6"}))
    assert row.lat is None and row.country == "SY"
    (row,), _ = read(tmp_path, table(GED | {"where_prec": "4"}))
    assert row.radius_km == 100


@pytest.mark.parametrize("style", ["2021-03-03", "03 March 2021", "3 Mar 2021"])
def test_acled_writes_days_in_two_ways(tmp_path, style):
    (row,), found = read(tmp_path, table(ACLED | {"event_date": style}))
    assert found.name == "ACLED"
    assert row.when == Window(date(2021, 3, 3), date(2021, 3, 3))
    assert row.types == {"shelling"}
    assert (row.id, row.best, row.country) == ("SYR77", 7, "SY")


def test_the_month_of_acled_is_a_month(tmp_path):
    (row,), _ = read(tmp_path, table(ACLED | {"time_precision": "3"}))
    assert row.when == Window(date(2021, 3, 1), date(2021, 3, 31))


def test_older_tables_have_other_columns(tmp_path):
    older = {name: cell for name, cell in ACLED.items() if name not in ("event_id_cnty", "iso", "time_precision")}
    (row,), _ = read(tmp_path, table({"data_id": "123", "iso3": "SYR", **older}))
    assert (row.id, row.country) == ("123", "SY")
    bare = {name: cell for name, cell in GED.items() if name not in ("country_id", "adm_1", "source_headline")}
    (row,), _ = read(tmp_path, table(bare))
    assert row.country == "SY"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_spreadsheets_write_other_marks_between_cells(tmp_path, delimiter):
    rows, _ = read(tmp_path, "\ufeff" + table(GED, delimiter=delimiter))
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SY"),
        ("DR Congo (Zaire)", "CD"),
        ("Myanmar (Burma)", "MM"),
        ("760", "SY"),
        ("SSD", "SS"),
        ("Nowhere", None),
    ],
)
def test_countries_are_known_by_name_and_number(name, code):
    assert country_named(name) == code


# ---------------------------------------------------------------------------------------------- refusals


def test_missing_columns_are_named(tmp_path):
    poor = {name: cell for name, cell in GED.items() if name not in ("best", "date_prec")}
    with pytest.raises(ExportError, match="a table of UCDP's GED without date_prec, best; export it with all columns"):
        theirs(written(tmp_path, table(poor)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "its columns are a, b"),
        ("", "its columns are none"),
        ("PK\x03\x04", "save its sheet as CSV"),
        ('{"type": "FeatureCollection"}\n', "holds no events that can be read back"),
    ],
)
def test_other_files_are_refused_with_the_remedy(tmp_path, text, said):
    with pytest.raises(ExportError, match=said):
        theirs(written(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ExportError, match="cannot be read"):
        theirs(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"date_start": "March"}, "line 3: date_start is no day: 'March'"),
        ({"date_end": "2021-03-01"}, "line 3: date_end lies before date_start"),
        ({"best": "several"}, "line 3: best is no number: 'several'"),
        ({"best": "1.5"}, "line 3: best is no whole number: '1.5'"),
        ({"latitude": "95"}, "line 3: latitude and longitude lie on no globe: '95, 36.7'"),
        ({"longitude": "east"}, "line 3: latitude and longitude are no point: '35.1, east'"),
        ({"id": ""}, "line 3: id is empty"),
    ],
)
def test_a_broken_row_is_told_by_its_line_and_the_others_are_read(tmp_path, cells, said):
    rows, found = read(tmp_path, table(GED, GED | cells, GED | {"id": "902"}))
    assert [row.id for row in rows] == ["900", "902"]
    assert (found.broken.count, found.broken.told) == (1, [said])


def test_a_row_with_too_few_cells_is_told(tmp_path):
    rows, found = read(tmp_path, table(GED) + "901,1\n")
    assert len(rows) == 1
    assert found.broken.told == ["line 3: 2 cells under 18 columns"]


def test_of_very_many_broken_rows_the_first_are_told(tmp_path):
    _, found = read(tmp_path, table(GED) + "901,1\n" * 3_000)
    assert (found.broken.count, len(found.broken.told)) == (3_000, 1_000)
