"""Killed at any moment, nothing is lost and nothing there twice; `make bench NAME=kills` tries more moments."""

import random
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    adds, runs, faults = import_module("benchmarks.kills").kill(tmp_path, 6, random.Random(1))
    assert min(adds, runs) >= 6
    assert faults == []
