"""A broken registry says file and line; the shipped one is whole."""

import shutil
from pathlib import Path

import pytest

from stemmata.actors import load_registry, load_sources
from stemmata.errors import CodebookError
from stemmata.tables import CODEBOOK


@pytest.fixture
def codebook(tmp_path: Path) -> Path:
    """A copy of the codebook's tables that a test may break."""
    for file in CODEBOOK.glob("*.csv"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path


def _add(folder: Path, file: str, row: str) -> int:
    """Append a row; return the line on which it stands."""
    table = folder / file
    text = table.read_text(encoding="utf-8")
    table.write_text(f"{text}{row}\n", encoding="utf-8")
    return text.count("\n") + 1


BROKEN_ACTORS = [
    ("houthis,Others,,rebel,YE,,,,,,,", "id 'houthis' stands already on actors.csv:"),
    ("new-one,,,rebel,YE,,,,,,,", "needs at least one name"),
    ("new-one,New One,,army,YE,,,,,,,", "kind is 'army'; it must be one of"),
    ("new-one,New One,,rebel,YX,,,,,,,", "country 'YX' is not in countries.csv"),
    ("New One,New One,,rebel,YE,,,,,,,", "must be lower-case words joined by hyphens"),
    ("new-one,New One,,rebel,YE,,nobody,,,,,", "parent 'nobody' is no actor's id"),
    ("new-one,New One,,rebel,YE,,,2015-02-30,,,,", "from and to are days like"),
    ("new-one,New One,,rebel,YE,,,2016-01-01,2015-01-01,,,", "before it begins"),
    ("new-one,New One,,rebel,YE,,,,,houthis,,", "needs the day `to`"),
    ("new-one,New One,,rebel,YE,,,,,,42,", "wikidata is an item like"),
    ("new-one,New One,,state_organ,YE,,,,,,,", "needs the state that it acts for"),
    ("new-one,Ansar Allah,,rebel,YE,,,,,,,", "'Ansar Allah' stands for new-one and, on actors.csv:"),
    ("new-one,…,,rebel,YE,,,,,,,", "holds no letters"),
    ("new-one,New One,rebel,YE", "4 cells where the header has 12"),
]


@pytest.mark.parametrize(("row", "says"), BROKEN_ACTORS)
def test_a_broken_actor_is_refused_with_its_line(codebook: Path, row: str, says: str) -> None:
    line = _add(codebook, "actors.csv", row)
    with pytest.raises(CodebookError) as error:
        load_registry(codebook)
    assert says in str(error.value)
    assert f"actors.csv:{line}: " in str(error.value)


BROKEN_SOURCES = [
    ("reuters,Others,,agency,International,,,,", "id 'reuters' stands already on sources.csv:"),
    ("new-one,,,agency,International,,,,", "a source needs a name"),
    ("new-one,New One,,gossip,International,,,,", "kind is 'gossip'"),
    ("new-one,New One,,agency,Worldwide,,,,", "scale is 'Worldwide'"),
    ("new-one,New One,,agency,International,,,nobody,", "speaks_for 'nobody' is no actor's id"),
    ("new-one,Agence France-Presse,,agency,International,,,,", "'Agence France-Presse' stands for new-one and"),
]


@pytest.mark.parametrize(("row", "says"), BROKEN_SOURCES)
def test_a_broken_source_is_refused_with_its_line(codebook: Path, row: str, says: str) -> None:
    line = _add(codebook, "sources.csv", row)
    with pytest.raises(CodebookError) as error:
        load_sources(codebook)
    assert says in str(error.value)
    assert f"sources.csv:{line}: " in str(error.value)


def test_a_name_may_be_shared_where_country_or_time_tells_its_bearers_apart(codebook: Path) -> None:
    _add(codebook, "actors.csv", "other-front,National Salvation Front,,rebel,RO,,,,,,,")
    registry = load_registry(codebook)
    assert registry.resolve("National Salvation Front", country="RO").id == "other-front"
    assert registry.resolve("National Salvation Front", country="SS").id == "national-salvation-front-south-sudan"
    assert registry.resolve("National Salvation Front") is None


def test_every_match_says_which_row_it_rests_on() -> None:
    match = load_registry().resolve("Arakan Army")
    file, line = match.entry.split(":")
    row = (CODEBOOK / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert row.startswith("arakan-army,")


def test_the_shipped_tables_are_as_full_as_promised() -> None:
    actors = [actor for actor in load_registry().actors.values() if actor.kind != "government"]
    assert len(actors) >= 400
    assert len(load_sources().sources) >= 200
    assert len(load_registry().actors) - len(actors) >= 190, "a government for every state"
    assert {actor.inter for actor in actors} <= set(range(1, 9))
