"""A small case to export: three events, of which one is planned and one has no place, and one disputed toll."""

import json

import pytest

from case.coder import code
from stemmata.case import add, new_case
from stemmata.case import run as run_case

PAGES = {
    "monitor": "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
    " The Army bombed Atarib on 4 March 2021.",
    "hospital": "Rockets shelled Marun on 3 March 2021, killing 9, the Hospital said.",
    "nowhere": "Police raided Oblan.",
}


@pytest.fixture
def told(tmp_path):
    """E1 in Marun on 3 March, two origins, 7 or 9 dead; E2 in Atarib on 4 March; E3 in Oblan, no day."""
    case = new_case(tmp_path / "case")
    for name, text in PAGES.items():
        line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
        file = tmp_path / f"{name}.jsonl"
        file.write_text(json.dumps(line | {"published": "2021-03-05"}), encoding="utf-8")
        list(add(case, str(file)))
    run_case(case, code=code, processes=1)
    return case
