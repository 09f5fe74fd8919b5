"""Measures what a public export shows of private names, and which public ones it withholds: `make bench NAME=privacy`.

Every sentence of `private_names.csv` is coded, merged and made public as a case would be. A private name leaks where it
stands, in small letters or capitals, in any text of what the public may read of its events. A public name is withheld
wrongly where the event tells it and its public version does not. What no value of an event holds stands in neither.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Row
from stemmata.case import add, new_case, run
from stemmata.case.entries import Entries
from stemmata.exports.public import Public, Rules, public_entry
from stemmata.exports.public.texts import texts_of
from stemmata.tables import read_table

SENTENCES = Path(__file__).with_name("private_names.csv")
COMMAND = "make bench NAME=privacy"
PUBLISHED = "2022-06-01"


@dataclass(frozen=True)
class Judged:
    """One sentence with what the public may read of it."""

    text: str
    told: tuple[str, ...]
    """All texts of its events."""
    shown: tuple[str, ...]
    """Those that the public may read."""
    private: tuple[str, ...]
    public: tuple[str, ...]

    @property
    def leaks(self) -> list[str]:
        return [name for name in self.private if _stands(name, self.shown)]

    @property
    def at_stake(self) -> list[str]:
        """Private names that an event's own texts hold."""
        return [name for name in self.private if _stands(name, self.told)]

    @property
    def withheld(self) -> list[str]:
        return [name for name in self.told_public if not _stands(name, self.shown)]

    @property
    def told_public(self) -> list[str]:
        """Public names that a value of an event holds."""
        return [name for name in self.public if _stands(name, self.told)]


def measure(arguments: Sequence[str]) -> list[Row]:  # noqa: ARG001 - it takes none
    """How many private names leak, and how many public ones are withheld; each is printed."""
    sentences = list(judged())
    for one in sentences:
        for what, names in (("LEAK", one.leaks), ("withheld", one.withheld)):
            if names:
                print(f"{what}: {', '.join(names)}: {one.text}")
    leaks, staked = (
        sum(map(len, each)) for each in zip(*((one.leaks, one.at_stake) for one in sentences), strict=True)
    )
    hidden, told = (
        sum(map(len, each)) for each in zip(*((one.withheld, one.told_public) for one in sentences), strict=True)
    )
    source = f"{len(sentences)} sentences written for it"
    return [
        Row("private names that leak", leaks, "names", COMMAND, aim=0, source=f"of {staked} at stake, {source}"),
        Row("public names withheld wrongly", hidden / told, "share", COMMAND, source=f"{hidden} of {told}, {source}"),
    ]


def judged(file: Path = SENTENCES) -> Iterator[Judged]:
    """Every sentence of a table, coded, merged and made public."""
    rows = read_table(file, ("text", "private", "public"))
    with tempfile.TemporaryDirectory() as folder:
        case = new_case(Path(folder) / "case")
        lines = (
            {"id": f"s{n}", "url": f"https://news.example/{n}", "text": row["text"], "published": PUBLISHED}
            for n, row in enumerate(rows)
        )
        documents = Path(folder) / "sentences.jsonl"
        documents.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        list(add(case, str(documents)))
        run(case, processes=1)
        entries = list(Entries(case).read(range(1, 10 * len(rows))))
    for n, row in enumerate(rows):
        told = [one for one in entries if any(report.source.page.endswith(f"/{n}") for report in one.reports)]
        shown = [public_entry(one, Rules()) for one in told]
        yield Judged(
            row["text"],
            tuple(text for one in told for report in one.reports for text in _values(report.told)),
            tuple(text for one in shown if isinstance(one, Public) for text in texts_of(one.entry)),
            row.several("private"),
            row.several("public"),
        )


def _values(told: object) -> Iterator[str]:
    """The texts of a report's values: its passage and other passages are none."""
    assert isinstance(told, dict)
    yield from texts_of({name: value for name, value in told.items() if name not in ("evidence", "also")})


def _stands(name: str, texts: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for text in texts)
