"""The labels of other parsers in the terms of `trees`."""

from collections.abc import Iterable, Sequence

from stemmata.language.trees import Name, NameKind

NAME_KINDS: dict[str, NameKind] = {
    **dict.fromkeys(("PER", "PERSON"), "person"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), "group"),
    **dict.fromkeys(("LOC", "GPE", "LOCATION"), "place"),
    **dict.fromkeys(("FAC", "FACILITY"), "facility"),
    **dict.fromkeys(("NORP",), "people"),
    **dict.fromkeys(("DATE", "TIME"), "time"),
    **dict.fromkeys(("QUANTITY", "CARDINAL", "PERCENT", "MONEY"), "quantity"),
    **dict.fromkeys(("WEAPON",), "weapon"),
}
"""What the labels of OntoNotes, CoNLL 2003 and their like mean. Others, works of art say, are no kind here."""


def names_of(spans: Iterable[tuple[str, int, int]]) -> tuple[Name, ...]:
    """Names from spans of words, (label, first, last), of any label set in NAME_KINDS."""
    kinds = ((NAME_KINDS.get(label.upper()), first, last) for label, first, last in spans)
    return tuple(Name(kind, first, last) for kind, first, last in kinds if kind)


def spans_of(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """The spans of tags such as B-PER, I-PER, E-PER, S-PER, O: label, first and last word."""
    spans: list[tuple[str, int, int]] = []
    for place, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        goes_on = mark in ("I", "E") and bool(spans) and spans[-1][0] == label and spans[-1][2] == place - 1
        if goes_on:
            spans[-1] = (label, spans[-1][1], place)
        elif label:
            spans.append((label, place, place))
    return spans
