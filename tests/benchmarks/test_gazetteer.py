"""That the intake of a gazetteer holds nothing in memory but what it works on."""

import sys
from pathlib import Path

import pytest

from benchmarks import gazetteer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")

ALLOWED = 16 << 20
"""Bytes by which ten times as many rows may raise the peak: the forms of names that are kept, and SQLite's own pages.
36,000 more rows held in memory would take more than 50 MB."""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> dict[int, gazetteer.Added]:
    """What came of made-up dumps, by their rows; each added in a process of its own."""
    folder = tmp_path_factory.mktemp("dumps")
    found = {}
    for rows in (4_000, 40_000):
        gazetteer.make_up(folder / f"{rows}.txt", rows)
        found[rows] = gazetteer.add(folder / f"{rows}.txt", folder / "own")
    return found


def test_the_peak_does_not_grow_with_the_rows(added: dict[int, gazetteer.Added]) -> None:
    assert added[40_000].peak - added[4_000].peak < ALLOWED


def test_every_sound_row_is_taken_and_every_broken_one_refused(added: dict[int, gazetteer.Added]) -> None:
    assert (added[40_000].taken, added[40_000].refused) == (39_960, 40)


def test_the_default_gazetteer_is_resident_with_less_than_60_mb(tmp_path: Path) -> None:
    gazetteer.make_up(tmp_path / "names.txt", gazetteer.ASKED)
    assert gazetteer.resident(tmp_path / "names.txt", tmp_path / "none") < 60_000_000
