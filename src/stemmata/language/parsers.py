"""Parsers by name. Other packages register theirs as entry points of the group `stemmata.parsers`."""

from functools import cache
from importlib.metadata import entry_points

from stemmata.errors import UnknownName
from stemmata.language.trees import Parser

GROUP = "stemmata.parsers"


@cache
def load_parser(name: str = "stemmata", argument: str | None = None) -> Parser:
    """Load a parser, once for each name and argument.

    The names are `stemmata` (the shipped model), `spacy` (with a pipeline's name), and what is registered.

    Raises:
        UnknownName: no parser of that name; the message lists the known ones.
        MissingPart: the parser needs a package that is not installed.
    """
    known = {point.name: point for point in entry_points(group=GROUP)}
    if name not in known:
        raise UnknownName(f"There is no parser {name!r}; known are: {', '.join(sorted(known))}.")
    parser: Parser = known[name].load()() if argument is None else known[name].load()(argument)
    return parser
