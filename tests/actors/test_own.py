"""A user's own actors and sources: what is taken, what is refused by line, and that they count from then on."""

import csv
from pathlib import Path

import pytest

from stemmata.actors import load_registry, load_sources
from stemmata.actors.own import add_actors, add_sources, check_actors, check_sources
from stemmata.errors import CodebookError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder for the user's own tables."""
    return tmp_path / "own"


def _file(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "mine.csv"
    file.write_bytes(text.encode(encoding))
    return file


ACTORS = """\
# Groups that the shipped table does not know.
id,names,kind,countries,from,to,parent
tarin-front,Tarin Front|Jabhat Tarin|جبهة تارين,rebel,SY,2014-02-01,,
tarin-shield,Tarin Shield,rebel,SY,2014-03-01,,tarin-front
houthis,Believing Youth of Saada,,,,,
"""


def test_rows_are_kept_and_count(tmp_path: Path, own: Path) -> None:
    checked = add_actors(_file(tmp_path, ACTORS), own=own)
    assert [row["id"] for row in checked.taken] == ["tarin-front", "tarin-shield", "houthis"]
    assert not checked.refused
    registry = load_registry(own=own)
    assert registry.resolve("Tarin Front fighters").id == "tarin-front"
    assert registry.resolve("جبهة تارين").id == "tarin-front"
    assert registry.resolve("Believing Youth of Saada").id == "houthis", "a row without a kind adds names"
    assert registry.resolve("Tarin Front").entry == "own-actors.csv:2"
    assert registry.actors["tarin-shield"].parent == "tarin-front"


def test_what_is_added_later_stands_behind_what_was_there(tmp_path: Path, own: Path) -> None:
    own.mkdir()
    (own / "own-actors.csv").write_text("# by hand\nnames,id,kind\nHill Guard,hill-guard,rebel", encoding="utf-8")
    add_actors(_file(tmp_path, "id,kind,names\nvale-guard,rebel,Vale Guard\n"), own=own)
    assert (own / "own-actors.csv").read_text(encoding="utf-8").splitlines() == [
        "# by hand",
        "names,id,kind",
        "Hill Guard,hill-guard,rebel",
        "Vale Guard,vale-guard,rebel",
    ]
    with pytest.raises(CodebookError, match="lacks column 'side'"):
        add_actors(_file(tmp_path, "id,kind,names,side\ndale-guard,rebel,Dale Guard,opposition\n"), own=own)


REFUSED = [
    # Each row alone is wrong; the sound one after it is still taken.
    ("houthis,Others,rebel,YE,,,", "id 'houthis' stands already on actors.csv:"),
    ("new-one,,rebel,YE,,,", "needs at least one name"),
    ("new-one,New One,army,YE,,,", "kind is 'army'; it must be one of"),
    ("new-one,New One,,YE,,,", "kind is missing; it must be one of"),
    ("new-one,New One,rebel,Yemen,,,", "country 'Yemen' is not in countries.csv"),
    ("New One,New One,rebel,YE,,,", "must be lower-case words joined by hyphens"),
    ("new-one,New One,rebel,YE,last year,,", "from and to are days like 2016-07-28"),
    ("new-one,New One,rebel,YE,2016-01-01,2015-01-01,", "before it begins"),
    ("new-one,New One,rebel,YE,,,nobody", "parent 'nobody' is no actor's id; one of your own must stand before it"),
    ("new-one,Ansar Allah,rebel,YE,,,", "'Ansar Allah' stands for new-one and, on actors.csv:"),
    ("new-one,HTS,rebel,SY,,,", "'HTS' stands for new-one and, on actors.csv:"),  # an acronym as a name
    ("new-one,New\0One,rebel,YE,,,", "'New\\x00One' holds a character that no text has"),
    ("new-one,Fr\ufffdnte Uno,rebel,YE,,,", "holds a character that no text has"),
    ("new-one,New One,rebel", "3 cells where the header has 7"),
]


@pytest.mark.parametrize(("row", "says"), REFUSED)
def test_a_wrong_row_is_refused_by_line_and_the_others_are_taken(
    tmp_path: Path, own: Path, row: str, says: str
) -> None:
    file = _file(tmp_path, f"id,names,kind,countries,from,to,parent\n{row}\nsound-one,Sound One,rebel,YE,,,\n")
    checked = add_actors(file, own=own)
    ((line, reason),) = [(refusal.line, refusal.reason) for refusal in checked.refused]
    assert line == 2
    assert says in reason
    assert [row["id"] for row in checked.taken] == ["sound-one"]
    assert "sound-one" in load_registry(own=own).actors


def test_two_rows_of_a_file_may_not_say_two_things(tmp_path: Path, own: Path) -> None:
    twice = "id,names,kind,from,to\nriver-league,River League,rebel,2012-01-01,2015-01-01\n"
    twice += "river-league,River League of the North,rebel,,\n"  # the same id
    twice += "new-river-league,River League,rebel,2014-01-01,\n"  # the same name on the same days
    twice += "river-league-reborn,River League,rebel,2015-01-01,\n"  # the same name after the first
    checked = check_actors(_file(tmp_path, twice), own=own)
    assert [refusal.line for refusal in checked.refused] == [3, 4]
    assert [row["id"] for row in checked.taken] == ["river-league", "river-league-reborn"]
    assert not own.exists(), "checking keeps nothing"


WRONG_FILES = [
    ("", "utf-8", ":1: column 'id' is missing"),
    ("id,names,colour\n", "utf-8", ":1: 'colour' is no column"),
    ("id,names,id\n", "utf-8", ":1: column 'id' stands there twice"),
    ("id;names;kind\nx;X Y;rebel\n", "utf-8", ":1: the cells must be separated by commas"),
    ("id,names,kind\nfuria,Furía Ñu,rebel\n", "latin-1", ":2: not UTF-8; save the file as CSV in UTF-8"),
    ("id,names,kind\n", "utf-16", ":1: not UTF-8"),
    ('id,names,kind\nx,"' + "a" * 200_000, "utf-8", ":2: no CSV: field larger"),
]


@pytest.mark.parametrize(("text", "encoding", "says"), WRONG_FILES)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, own: Path, text: str, encoding: str, says: str
) -> None:
    csv.field_size_limit(131_072)  # Python's own, which frictionless raises for the whole process
    with pytest.raises(CodebookError) as error:
        check_actors(_file(tmp_path, text, encoding), own=own)
    assert str(error.value).startswith(f"{tmp_path / 'mine.csv'}{says}")


def test_a_broken_table_of_ones_own_says_where_before_anything_is_coded(own: Path) -> None:
    own.mkdir()
    (own / "own-actors.csv").write_text("id,names,kind\nhill-guard,Hill Guard,gang\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"own-actors\.csv:2: kind is 'gang'"):
        load_registry(own=own)


SOURCES = """\
id,names,acronyms,kind,scale,country,speaks_for,reliability
tarin-post,Tarin Post,TPO,outlet,Subnational,SY,,C
sana,SANA English,,,,,,D
reuters,,,,,,,B
odd-one,Odd One,,outlet,National,Syria,,
odd-two,Odd Two,,outlet,National,SY,,G
odd-three,Odd Three,,outlet,National,SY,nobody,
"""


def test_sources_are_added_named_and_graded(tmp_path: Path, own: Path) -> None:
    checked = add_sources(_file(tmp_path, SOURCES), own=own)
    assert [row["id"] for row in checked.taken] == ["tarin-post", "sana", "reuters"]
    assert [(refusal.line, refusal.reason.split(";")[0]) for refusal in checked.refused] == [
        (5, "country 'Syria' is not in countries.csv"),
        (6, "reliability is 'G'"),
        (7, "speaks_for 'nobody' is no actor's id"),
    ]
    sources = load_sources(own=own)
    assert sources.resolve("a correspondent of the Tarin Post").id == "tarin-post"
    assert sources.resolve("SANA English").id == "sana"
    assert {id_: sources.sources[id_].reliability for id_ in ("tarin-post", "sana", "reuters", "afp")} == {
        "tarin-post": "C",
        "sana": "D",
        "reuters": "B",
        "afp": None,
    }


def test_the_user_s_own_tables_are_checked_as_they_stand(tmp_path: Path, own: Path) -> None:
    add_sources(_file(tmp_path, SOURCES), own=own)
    checked = check_sources(own / "own-sources.csv", own=own)
    assert (len(checked.taken), checked.refused) == (3, ())
