"""`stemmata gazetteer`: adding, listing, finding and removing, in a folder of the test's own."""

import json

import pytest
from click.testing import CliRunner


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the user's own gazetteers stand during a test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def run():
    """The command in this process, which is quicker; gives exit code, output and errors."""
    from stemmata.cli import main

    def run(*args):
        done = CliRunner().invoke(main, ["gazetteer", *args])
        return done.exit_code, done.stdout, done.stderr

    return run


@pytest.fixture
def villages(tmp_path):
    """A table of three villages, two of which can be taken."""
    file = tmp_path / "villages.csv"
    file.write_text(
        "name,names,country,lat,lon,pcode\nQarzunah,Garzouna;قرزونه,Syria,34.5,40.9,SY9901\nNowhere,,Syria,,,\n"
        "Upper Qarzunah,,Syria,34.6,40.9,\n"
    )
    return str(file)


def test_from_adding_to_removing(run, villages):
    code, told, _ = run("add", villages, "--credit", "The village council")
    assert code == 0
    assert told.splitlines() == [
        "2 places of villages.csv (OCHA) are now the gazetteer villages.",
        "1 row was refused:",
        "  line 3: a populated place needs lat and lon",
        "Credit it where you use it: The village council.",
    ]
    code, told, _ = run("list")
    assert code == 0 and "Credit: GeoNames (www.geonames.org), CC BY 4.0" in told
    assert "villages: 2 places, 1 with p-codes, from villages.csv" in told and "Credit: The village council" in told
    code, told, _ = run("find", "Garzouna")
    assert told == "Qarzunah (Garzouna): SY, populated place, 34.5000 40.9000, p-code SY9901; ocha:SY9901, OCHA\n"
    code, told, _ = run("remove", "villages")
    assert (code, told) == (0, "The gazetteer villages is removed.\n")
    code, told, _ = run("find", "Garzouna")
    assert (code, told) == (0, "No gazetteer knows 'Garzouna'; name a --country to look for other spellings too.\n")


def test_other_spellings_are_found_in_a_country(run, villages):
    run("add", villages)
    assert run("find", "Qarzounah")[1].startswith("No gazetteer knows")
    _, told, _ = run("find", "Qarzounah", "--country", "SYR")
    assert told.startswith("Qarzunah: SY, populated place")
    _, told, _ = run("find", "Tripoli", "--country", "Lebanon")
    assert all(": LB" in line for line in told.splitlines())


def test_json(run, villages):
    intake = json.loads(run("add", villages, "--json")[1])
    assert (intake["name"], intake["refused"], intake["refusals"][0]["line"]) == ("villages", 1, 3)
    assert [one["name"] for one in json.loads(run("list", "--json")[1])] == ["default", "villages"]
    (found,) = json.loads(run("find", "Qarzunah", "--json")[1])
    assert (found["place"]["lat"], found["spelling"], found["apart"]) == (34.5, "Qarzunah", 0.0)


def test_only_as_many_refusals_as_asked_for(run, tmp_path):
    file = tmp_path / "many.csv"
    file.write_text("name,country,lat,lon\nGood,SY,34.5,40.9\n" + "Bad,SY,,\n" * 25)
    told = run("add", str(file))[1]
    assert told.count("  line ") == 10 and "and 15 more" in told
    assert run("add", str(file), "--refused", "0")[1].count("  line ") == 0


WRONG = [
    (("add", "Ruritania"), 3, "There is neither a file nor a country 'Ruritania'"),
    (("remove", "syria"), 2, "There is no gazetteer 'syria' to remove; none was added"),
    (("find", "Tripoli", "--country", "Ruritania"), 2, "There is no country 'Ruritania'"),
    (("add", ".", "--encoding", "utf-8"), 3, ". is a folder"),
]


@pytest.mark.parametrize(("args", "code", "says"), WRONG)
def test_what_is_wrong_is_one_sentence_and_a_code(stemmata, args, code, says):
    done = stemmata("gazetteer", *args)
    assert done.returncode == code
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("stemmata: ") and says in line


def test_without_network_a_country_is_fetched_by_hand(run, monkeypatch):
    from stemmata.places import downloading
    from stemmata.places.sources import Source

    nowhere = Source("GeoNames", "CC BY 4.0", "GeoNames", "http://geonames.invalid/")
    monkeypatch.setattr(downloading, "load_sources", lambda: {"geonames": nowhere})
    code, told, errors = run("add", "Syria")
    assert (code, told) == (3, "")
    first, second = errors.splitlines()
    assert first == "Fetching http://geonames.invalid/SY.zip (0.1 to 70 MB; GeoNames, CC BY 4.0)."
    assert second.endswith(
        "Or fetch http://geonames.invalid/SY.zip on another machine and give the file to `stemmata gazetteer add`."
    )
