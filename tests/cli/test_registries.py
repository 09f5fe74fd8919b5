"""`stemmata actors` and `stemmata sources`: find, add and check."""

import json

import pytest
from click.testing import CliRunner

from stemmata.cli import main
from stemmata.cli.commands import actors, sources

GROUPS = {"actors": actors, "sources": sources}


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The user's own folder, empty."""
    monkeypatch.setattr("stemmata.actors.own.own_folder", lambda: tmp_path / "own")
    return tmp_path / "own"


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_find_says_who_why_and_by_which_line():
    done = run("actors", "find", "SNA", "--country", "sy")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "SNA: syrian-national-army"
    assert lines[1].startswith("  is     Syrian National Army: kind rebel, ACLED inter 2, PLOVER REB, countries SY")
    assert lines[2].startswith("  rule   actor-name: ")
    assert lines[3].startswith("  entry  actors.csv:")
    assert lines[4].startswith("  near   government-of-somalia (sna, actors.csv:") and lines[4].endswith("only in SO")


FOUND = [
    # (arguments, id, rule)
    (("actors", "find", "Jabhat al-Nusra", "--day", "2015-03-28"), "al-nusra-front", "actor-name"),
    (("actors", "find", "Jabhat al-Nusra", "--day", "2017-06-01"), "hayat-tahrir-al-sham", "actor-name"),
    (("actors", "find", "Jeish al-Ezzah"), "jaysh-al-izza", "actor-heard"),
    (("actors", "find", "Turkish-backed rebels", "--country", "SY"), "syrian-national-army", "actor-description"),
    (("actors", "find", "the army", "--country", "MM"), "government-of-myanmar", "state-of-country"),
    (("actors", "find", "Russian defence ministry"), "government-of-russia", "state-organ"),
    (("sources", "find", "a Reuters correspondent"), "reuters", "source-name"),
    (("sources", "find", "the state news agency", "--country", "SY"), "sana", "source-name"),
    (("sources", "find", "a Pentagon spokesman"), "government-of-united-states", "state-organ"),
]


@pytest.mark.parametrize(("args", "id_", "rule"), FOUND)
def test_find_as_json(args, id_, rule):
    found = json.loads(run(*args, "--json").stdout)
    assert (found["match"]["id"], found["match"]["rule"]) == (id_, rule)
    assert found["known"]["id"] == id_


def test_nobody_is_said_with_who_was_near():
    done = run("actors", "find", "Hayat Tahrir al-Shan Group Ltd")
    assert done.exit_code == 0
    assert done.stdout.startswith("Hayat Tahrir al-Shan Group Ltd: nobody, or not for sure.\n")
    early = run("actors", "find", "Wagner mercenaries", "--day", "2010-01-01").stdout
    assert early.splitlines() == ["Wagner mercenaries: nobody, or not for sure.", early.splitlines()[1]]
    assert early.splitlines()[1].endswith("only from 2014-05-01")
    assert "only as ELN" in run("actors", "find", "Eln", "--country", "CO").stdout


def test_what_is_told_holds_no_control_characters():
    assert "\x1b" not in run("actors", "find", "\x1b[31mISIS").stdout


def test_an_unknown_country_is_said_with_the_remedy():
    done = run("actors", "find", "SNA", "--country", "Syria")
    assert done.exit_code == 2
    assert done.stderr == (
        "stemmata: There is no country 'Syria'; use its ISO 3166 code of two letters, as SY for Syria.\n"
    )


def test_actors_are_added_found_and_checked(tmp_path, own):
    file = tmp_path / "mine.csv"
    file.write_text("id,names,kind\ntarin-front,Tarin Front,rebel\nhouthis,Others,rebel\n")
    done = run("actors", "add", file)
    assert done.exit_code == 4
    lines = done.stdout.splitlines()
    assert lines[:2] == [f"1 row is kept in {own / 'own-actors.csv'}.", "1 row was refused:"]
    assert lines[2].startswith("  line 3: id 'houthis' stands already on actors.csv:")
    done = run("actors", "check", "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "file": str(own / "own-actors.csv"),
        "kept_in": None,
        "taken": [{"line": 2, "id": "tarin-front"}],
        "refused": [],
    }


@pytest.mark.usefixtures("own")
def test_persons_are_added_and_checked(tmp_path):
    file = tmp_path / "officials.csv"
    file.write_text(
        "names,actor,office,public\nRami Tarin,hamas,spokesman,always\nLina Tarin,hamas,,\n", encoding="utf-8"
    )
    done = run("actors", "add", "--persons", file, "--json")
    assert done.exit_code == 4
    told = json.loads(done.stdout)
    assert (told["taken"], told["refused"][0]["line"]) == ([{"line": 2, "id": "Rami Tarin"}], 3)
    assert run("actors", "check", "--persons").stdout == "1 row is sound.\n"


def test_sources_are_added_and_checked(tmp_path, own):
    file = tmp_path / "mine.csv"
    file.write_text("id,reliability\nreuters,B\nsana,Z\n")
    assert run("sources", "check", file).stdout.splitlines()[0] == "1 row is sound."
    assert not own.exists()
    added = json.loads(run("sources", "add", file, "--json").stdout)
    assert added["kept_in"] == str(own / "own-sources.csv")
    assert added["taken"] == [{"line": 2, "id": "reuters"}]
    assert added["refused"][0]["line"] == 3 and added["refused"][0]["reason"].startswith("reliability is 'Z'")


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("group", GROUPS)
def test_without_a_table_of_ones_own_there_is_nothing_to_check(group):
    done = run(group, "check")
    assert done.exit_code == 3
    assert done.stderr.startswith("stemmata: You have no table of your own yet; ")


@pytest.mark.parametrize("group", GROUPS)
def test_a_file_that_is_no_table_is_said_in_one_sentence(group, tmp_path, own):
    file = tmp_path / "mine.csv"
    file.write_bytes("id,names\nx,Ñandú\n".encode("latin-1"))
    done = run(group, "add", file)
    assert done.exit_code == 4
    assert done.stderr == f"stemmata: {file}:2: not UTF-8; save the file as CSV in UTF-8\n"
    assert not own.exists()


@pytest.mark.parametrize(("group", "command"), [(g, c) for g in GROUPS for c in GROUPS[g].commands])
def test_every_command_has_an_example_in_its_help(group, command):
    assert f"stemmata {group} {command}" in run(group, command, "--help").stdout
