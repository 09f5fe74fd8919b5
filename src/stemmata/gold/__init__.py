"""Hand-coded documents that ship with Stemmata, so that anybody can measure its accuracy.

`documents.jsonl` holds short documents of the project's own writing: invented happenings in real places, in the manner
of wires, ministries, monitors, rebels, police, courts, encyclopaedias, flash updates and posts. `reports.jsonl` holds
what a person coded of each by the codebook, in the shape that `stemmata.scoring` reads. Every type of the codebook
occurs at least twice. They were coded before the coder had seen them; a rule is never written for one of them. A
place's point is given only where it is known to within 5 km.
"""

from pathlib import Path

DOCS = Path(__file__).parent / "documents.jsonl"
GOLD = Path(__file__).parent / "reports.jsonl"
