"""Reads names off the tags of a sentence's words."""

from collections.abc import Sequence

from stemmata.language.trees import Name, NameKind


def read_names(words: Sequence[str], tags: Sequence[str], gaps: Sequence[int]) -> tuple[Name, ...]:
    """The names that tags such as `B-place`, `I-place`, `O` mark, with the parts of Arabic names joined."""
    spans: list[tuple[NameKind, int, int]] = []
    for place, tag in enumerate(tags):
        if tag == "O":
            continue
        kind: NameKind = tag[2:]  # type: ignore[assignment]
        if tag[0] == "I" and spans and spans[-1][2] == place - 1 and spans[-1][0] == kind:
            spans[-1] = (kind, spans[-1][1], place)
        else:
            spans.append((kind, place, place))
    return tuple(Name(*span) for span in spans)
