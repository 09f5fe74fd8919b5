"""Of the private names that were written to get past public exports, none does."""

from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_private_name_leaks(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    sentences = list(import_module("benchmarks.privacy").judged())
    assert {one.text: one.leaks for one in sentences if one.leaks} == {}
    assert sum(len(one.at_stake) for one in sentences) > 70
    told, hidden = (sum(len(of(one)) for one in sentences) for of in (lambda o: o.told_public, lambda o: o.withheld))
    assert hidden < 0.1 * told
