"""Writes the table of base forms from the training trees: `python -m training.lemmas --data DIR`.

The table holds what the rules of `stemmata.language.lemmas` need: the bases of each word class, then
the forms for which the rules are wrong.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from stemmata.language import lemmas
from training.export import WEIGHTS
from training.treebank import read_treebank

OPEN = ("VERB", "NOUN", "ADJ", "ADV")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS / "lemmas.tsv")
    given = parser.parse_args()
    seen: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for document in read_treebank(given.data / "ud" / f"{name}.conllu"):
            for tree in (tree for paragraph in document for tree in paragraph.trees):
                for word, upos, xpos, base in zip(tree.words, tree.upos, tree.xpos, tree.lemmas, strict=True):
                    if upos not in ("PROPN", "X", "SYM", "PUNCT", "NUM") and word.isascii():
                        seen[upos, word.lower()][xpos, base.lower()] += 1
    bases: Counter[tuple[str, str]] = Counter()
    for (upos, _), counts in seen.items():
        for (_, base), count in counts.items():
            bases[upos, base] += count
    kept = sorted(
        (u, base) for (u, base), n in bases.items() if n > 1 and u in OPEN and base.replace("-", "").isalpha()
    )
    head = "# Base forms from the treebanks EWT and GUM; CC BY-SA 4.0, see LICENSE. Class, form (empty: a base), base."
    rows = [f"{upos}\t\t{base}" for upos, base in kept]
    given.out.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    wrong = []
    for (upos, form), counts in sorted(seen.items()):
        (xpos, base), count = counts.most_common(1)[0]
        # A form seen once in an open class is as likely a typing error as a form to learn.
        regular = lemmas.lemma(form, upos, xpos)
        # "bases" may be of basis, but the regular plural of a known noun is the better guess.
        of_known = upos == "NOUN" and base != form and regular != form and bases[upos, regular] > 1
        if regular != base and not of_known and (count > 1 or upos not in OPEN):
            wrong.append(f"{upos}\t{form}\t{base}")
    given.out.write_text("\n".join([head, *rows, *wrong]) + "\n", encoding="utf-8")
    print(f"{len(bases)} bases, {len(wrong)} exceptions")


if __name__ == "__main__":
    main()
