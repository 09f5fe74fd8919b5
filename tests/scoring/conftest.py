"""The tiny document as files."""

import pytest

from .cases import GOLD, TEXT, as_lines


@pytest.fixture
def files(tmp_path):
    """A document and its gold, as (documents, gold)."""
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold.jsonl"
    docs.write_text(as_lines({"id": "d", "publisher": "Wire", "text": TEXT}))
    gold.write_text(as_lines({"id": "d", "reports": GOLD}))
    return docs, gold
