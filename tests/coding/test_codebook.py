"""The codebook is read with file and line of whatever is wrong in it, and a changed copy codes differently."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from documents import coded, document, told

from stemmata.coding import code
from stemmata.coding.codebook import load_codebook
from stemmata.errors import CodebookError
from stemmata.records import Coding
from stemmata.tables import CODEBOOK

TABLES = (
    "triggers.csv",
    "other_senses.csv",
    "measures.csv",
    "classes.csv",
    "means.csv",
    "support.csv",
    "blame.csv",
    "cues.csv",
    "speech.csv",
    "speakers.csv",
)


def test_no_form_is_out_of_reach() -> None:
    reached, told = set(), set()
    for headed in load_codebook().triggers.values():
        always, asked = set(), set()  # what an earlier row of the type takes, whatever stands with it or not
        for row in headed.rows:
            form = (row.form, row.pos, row.type, row.role)
            if form not in always and (form, row.needs, row.forbids) not in asked:
                reached.add(row.entry)
            told.add(row.entry)
            asked.add((form, row.needs, row.forbids))
            if not row.needs and not row.forbids:
                always.add(form)
    assert told - reached == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A user's copy of the codebook."""
    return Path(shutil.copytree(CODEBOOK, tmp_path / "codebook"))


def append(file: Path, row: str) -> int:
    """Append a row; its line number."""
    text = file.read_text().rstrip("\n")
    file.write_text(f"{text}\n{row}\n")
    return len(text.splitlines()) + 1


def error_of(folder: Path) -> str:
    with pytest.raises(CodebookError) as raised:
        load_codebook(folder)
    return str(raised.value)


# The file; a row that breaks a rule; what the message must say.
BROKEN = [
    ("triggers.csv", "airstrike,bombard,verb,,,,,,", r"type is 'airstrike'; it must be one of: .*air_strike"),
    ("triggers.csv", "shelling,bombard,adverb,,,,,,", "pos is 'adverb'; it must be one of: verb, noun"),
    ("triggers.csv", "shelling,bombard,verb,,,,,effects,", "role is 'effects'; it must be one of: .*effect, open"),
    ("triggers.csv", "shelling,bombard,verb,subjekt,,,,,", "initiator: 'subjekt' is no slot; .*subject, object"),
    ("triggers.csv", "shelling,bombard,verb,,on|underneath,,,,", "target: 'underneath' is no slot"),
    ("triggers.csv", "shelling,bombard,verb,,,target:slain,,,", "counts: 'target:slain' must be .*killed, wounded"),
    ("triggers.csv", "shelling,bombard,verb,,,victim:killed,,,", "counts: 'victim:killed' must be a role or slot"),
    ("triggers.csv", "shelling,bombard,verb,,,,object:towns,,", "needs: 'object:towns' must be a slot, .*place"),
    ("triggers.csv", "shelling,bombard,verb,,,,not thing:place,,", "needs: 'thing:place' must be a slot"),
    ("triggers.csv", "shelling,bombard,verb,,,,,", "8 cells where the header has 9"),
    ("triggers.csv", "shelling,bombard,verb,,,,,,,", "10 cells where the header has 9"),
    ("other_senses.csv", "bombard,adverb,,", "pos is 'adverb'; it must be one of: verb, noun"),
    ("other_senses.csv", "bombard,verb,by:towns,", "needs: 'by:towns' must be a slot, .*place"),
    ("means.csv", "aid,flour", "type is 'aid'; it must be one of: clash"),
    ("means.csv", "shelling", "1 cells where the header has 2"),
    ("support.csv", "wreak,objekt,subject,on,", "trigger: 'objekt' is no slot"),
    ("support.csv", "wreak,object,doer,on,", "initiator: 'doer' is no slot"),
    ("blame.csv", "suspect,objekt,subject,-,", "who: 'objekt' is no slot"),
    ("support.csv", "wreak,object,subject,on", "4 cells where the header has 5"),
    ("cues.csv", "refused,baulk,governor,", "status is 'refused'; it must be one of: happened, ongoing"),
    ("cues.csv", "denied,baulk,verb,", "cue is 'verb'; it must be one of: governor, summons, infinitive"),
    ("speech.csv", "murmur,verb,whisper,", "weight is 'whisper'; it must be one of: say, deny"),
    ("speech.csv", "murmur,adverb,say,", "pos is 'adverb'; it must be one of: verb, preposition"),
    ("measures.csv", "loaves,", "2 cells where the header has 3"),
    ("classes.csv", "boat,dhow,dinghy", "3 cells where the header has 2"),
]


@pytest.mark.parametrize(("name", "row", "message"), BROKEN)
def test_a_row_that_breaks_a_rule_is_named_by_file_and_line(folder: Path, name: str, row: str, message: str) -> None:
    line = append(folder / name, row)
    assert re.match(rf"{re.escape(str(folder / name))}:{line}: {message}", error_of(folder))


def test_the_line_is_right_behind_comments_empty_lines_and_cells_over_two_lines(folder: Path) -> None:
    file = folder / "speech.csv"
    file.write_text('# words\n\nform,pos,weight,note\nsay,verb,say,"a note\nover two lines"\n\nmurmur,verb,loud,\n')
    assert error_of(folder).startswith(f"{file}:7: weight is 'loud'")


@pytest.mark.parametrize("name", TABLES)
def test_a_missing_table_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert error_of(folder).startswith(f"{folder / name}:1: this codebook file is missing")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_not_utf_8_is_named_with_the_line(folder: Path, name: str) -> None:
    file = folder / name
    lines = file.read_bytes().count(b"\n")
    file.write_bytes(file.read_bytes() + "# café\n".encode("latin-1"))
    assert error_of(folder).startswith(f"{file}:{lines + 1}: not UTF-8")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_another_header_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("word;kind\n")
    assert re.match(rf"{re.escape(str(folder / name))}:1: the header must be: \w+,", error_of(folder))


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("")
    assert error_of(folder).startswith(f"{folder / name}:1: the header must be")


def test_a_table_saved_by_a_spreadsheet_is_read(folder: Path) -> None:
    """Excel writes a byte order mark and ends lines with CRLF."""
    file = folder / "means.csv"
    before = load_codebook().means
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_codebook(folder).means == before


def edited(folder: Path, old: str, new: str) -> Path:
    file = folder / "types.toml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return file


def line_of(file: Path, text: str) -> int:
    return file.read_text().splitlines().index(text) + 1


def test_a_type_that_lacks_a_field_is_named(folder: Path) -> None:
    file = edited(folder, 'plover = "ASSAULT sexual"\n', "")
    assert error_of(folder) == f"{file}:{line_of(file, '[sexual_violence]')}: type sexual_violence lacks 'plover'"


def test_a_crosswalk_that_is_no_list_of_pairs_is_named(folder: Path) -> None:
    file = edited(folder, '[["Explosions/Remote violence", "Grenade"]]', '["Grenade"]')
    assert error_of(folder).startswith(f"{file}:{line_of(file, '[grenade]')}: type grenade: acled is a list of pairs")


def test_types_that_are_no_toml_are_named(folder: Path) -> None:
    file = edited(folder, "[grenade]", "[grenade")
    assert re.match(rf"{re.escape(str(file))}:? .*line {line_of(file, '[grenade')}\b", error_of(folder))


def test_missing_types_are_named(folder: Path) -> None:
    (folder / "types.toml").unlink()
    assert error_of(folder).startswith(f"{folder / 'types.toml'}:1: this codebook file is missing")


# ------------------------------------------------------------------------------------------ what changes take effect


def coded_with(folder: Path, text: str) -> Coding:
    return code(document(text), codebook=load_codebook(folder))


def add(name: str, row: str) -> Callable[[Path], object]:
    return lambda folder: append(folder / name, row)


def put(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return change


# The change; a text; the reports of the shipped codebook; the reports of the changed one.
CHANGES = [
    (  # a new trigger
        add("triggers.csv", "protest,sing,verb,subject,-,initiator:protesters,,,"),
        "Sixty miners sang in Marikana on Friday.",
        [],
        ["protest: miners | at Marikana | 2021-03-05 | 60 protesters miners"],
    ),
    (  # a new means settles an open trigger
        add("means.csv", "shelling,trebuchet"),
        "Rebels attacked Dumeir with trebuchets on Friday.",
        ["clash: Rebels | at Dumeir | 2021-03-05"],
        ["shelling: Rebels | at Dumeir | 2021-03-05"],
    ),
    (  # a new word of saying
        add("speech.csv", "hint,verb,say,"),
        "The mayor hinted that rebels shelled Dumeir on Friday.",
        ["shelling: rebels | at Dumeir | 2021-03-05"],
        ["shelling: rebels | at Dumeir | 2021-03-05 | - | mayor"],
    ),
    (  # a new cue of planning
        add("cues.csv", "planned,itch,governor,"),
        "The rebels itched to shell Dumeir.",
        ["shelling: rebels | at Dumeir"],
        ["shelling planned: rebels | at Dumeir"],
    ),
    (  # a type that no longer is one report a place
        put("types.toml", "specific = 2\none_place = true", "specific = 2"),
        "Rebels captured Dumeir and Tarin on Friday.",
        ["territory_gain: Rebels | at Dumeir | 2021-03-05", "territory_gain: Rebels | at Tarin | 2021-03-05"],
        ["territory_gain: Rebels | at Dumeir, at Tarin | 2021-03-05"],
    ),
]


@pytest.mark.parametrize(("change", "text", "before", "after"), CHANGES)
def test_a_changed_copy_codes_differently(
    folder: Path, change: Callable[[Path], object], text: str, before: list[str], after: list[str]
) -> None:
    assert [told(report) for report in coded(text).reports] == before
    change(folder)
    assert [told(report) for report in coded_with(folder, text).reports] == after


def test_a_coding_names_the_codebook_that_made_it(folder: Path) -> None:
    shipped, copy = load_codebook(), load_codebook(folder)
    assert copy.digest == shipped.digest
    changed = Path(shutil.copytree(folder, folder.with_name("changed")))
    append(changed / "means.csv", "shelling,trebuchet")
    digest = load_codebook(changed).digest
    assert digest != shipped.digest
    assert coded_with(changed, "Rebels shelled Dumeir.").made_with.codebook == digest


def test_a_report_names_the_row_that_gave_its_type(folder: Path) -> None:
    line = append(folder / "triggers.csv", "shelling,trebuchet,verb,,,,,,")
    (report,) = coded_with(folder, "Rebels trebucheted Dumeir on Friday.").reports
    assert report.trigger.why.entry == f"triggers.csv:{line} trebuchet"
