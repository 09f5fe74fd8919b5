"""The grade that the rules of grading give by gold's reports alone: what a run that merges without fault can say.

A report that coding missed is no origin, and an event of two origins of which one is missed is rightly `single`. So a
grade is compared with that of gold, and beside it with the one that the reports found give.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any


def grade_of(reports: Sequence[Mapping[str, Any]], story: Mapping[str, Any], doer: str | None) -> str:
    """The grade that reports of one event give.

    Args:
        reports: gold's, or those of them that were found: `doc`, `origin`, and where told `status` and `blames`.
        story: the story that they are of, with its `origins` and `docs`.
        doer: the side that did it; None where it is not known.
    """
    published = {document["id"]: datetime.fromisoformat(document["published"]) for document in story["docs"]}
    ordered = sorted(reports, key=lambda told: (published[told["doc"]], told["doc"]))
    last = {told["origin"]: told.get("status", "happened") for told in ordered}
    stands = {origin for origin, status in last.items() if status != "retracted"}
    if not stands:
        return "retracted"
    blamed = {told["blames"] for told in ordered if told["origin"] in stands and told.get("blames")}
    if len(blamed) > 1 or any(last[origin] == "denied" for origin in stands):
        return "contested"
    if len(stands) == 1:
        return "single"
    sides = {side for origin in stands if (side := story["origins"][origin]["side"])}
    return "confirmed" if len(sides) > 1 or doer in sides else "corroborated"
