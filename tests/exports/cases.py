"""Cases made of a few texts, coded by the real coder."""

import json

from stemmata import code
from stemmata.case import add, new_case
from stemmata.case import run as run_case


def case_of(tmp_path, texts, **told):
    """A case of pages, each (name, text), published on 6 March 2021 by "Name Post"."""
    case = new_case(tmp_path / "case")
    for name, text in texts:
        line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
        file = tmp_path / f"{name}.jsonl"
        file.write_text(json.dumps(line | {"published": "2021-03-06"} | told), encoding="utf-8")
        list(add(case, str(file)))
    run_case(case, code=code, processes=1)
    return case
