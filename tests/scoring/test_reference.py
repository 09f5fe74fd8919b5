"""The same numbers as the reference scorer, where it is at hand."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from stemmata.scoring import score, tables

REFERENCE = Path(__file__).parents[3] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not (REFERENCE / "score.py").exists(), reason="the reference scorer is not at hand")


def perturbed(reports, chance):
    """Drop, change and double reports, as a coder would err."""
    for report in reports:
        if chance.random() < 0.15:
            continue
        if chance.random() < 0.15:
            yield json.loads(json.dumps(report))
        if chance.random() < 0.3:
            report["type"] = chance.choice(["clash", "shelling", "air_strike", "arrest", "aid", "casualties"])
        if chance.random() < 0.3:
            report["status"] = chance.choice(["ongoing", "denied", "planned"])
        if chance.random() < 0.2:
            report["when"] = None
        for key in ("initiator", "target", "claimant", "places", "figures"):
            values = report.get(key) or []
            report[key] = values[1:] if chance.random() < 0.3 else values
            for value in values:
                change(key, value, chance)
        yield report


def change(key, value, chance):
    if chance.random() < 0.2:
        if key == "figures":
            value["low"], value["high"] = chance.choice([(3, None), (value["low"], None), (1, 9)])
        elif key == "places" and value.get("lat") is not None:
            value["lat"] += chance.choice([-3, -0.5, -0.1])
        elif key != "places":
            value["id"] = chance.choice([None, "someone-else"])


@pytest.mark.parametrize("number", range(1, 7))
@pytest.mark.parametrize("by", ["type", "publisher"])
def test_perturbed_gold_scores_as_the_reference_says(tmp_path, number, by):
    chance = random.Random(number)
    docs, gold = (REFERENCE / f"dev{number}.{part}.jsonl" for part in ("docs", "gold"))
    coded = tmp_path / "coded.jsonl"
    with coded.open("w") as lines:
        for line in gold.read_text().splitlines():
            document = json.loads(line)
            reports = list(perturbed(document["reports"], chance))
            chance.shuffle(reports)
            if chance.random() < 0.95:
                lines.write(json.dumps({"id": document["id"], "reports": reports}) + "\n")
    result = score(docs, gold, coded, by=by)
    assert 0.5 < result.scores.report_score < 0.9
    assert flat(result.to_dict()) == pytest.approx(
        flat(json.loads(reference(docs, gold, coded, by, "--json"))), abs=1e-9
    )
    assert tables(result).split() == reference(docs, gold, coded, by).split()


def reference(docs, gold, coded, by, *options):
    command = [sys.executable, REFERENCE / "score.py", docs, gold, coded, "--by", by, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def flat(value, path=""):
    """Every number of a nested result by its path."""
    if isinstance(value, dict):
        return {key: number for name, part in value.items() for key, number in flat(part, f"{path}/{name}").items()}
    return {} if isinstance(value, (str, list)) else {path: value}
