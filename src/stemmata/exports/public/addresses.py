"""Addresses as the public may read them: of sites that are known or plainly named, without persons and accounts."""

import re
from functools import cache
from typing import Final
from urllib.parse import unquote, urlsplit

from stemmata.actors import load_registry, load_sources
from stemmata.actors.phrases import fold
from stemmata.exports.public.lexicon import is_common, words_of

NO_ADDRESS: Final = "[address withheld]"
"""What stands for an address or a file that is not told."""
_SHORTEST: Final = 3
"""Letters of a word that a host may be made of."""


def public_address(page: str, withheld: frozenset[str], places: frozenset[str]) -> str:
    """The address of a page, or of its site where the rest of it may name somebody.

    Args:
        page: an address or a file.
        withheld: words that are withheld elsewhere, folded.
        places: names of places, folded.
    """
    try:
        parts = urlsplit(page)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return NO_ADDRESS
    known = port is None and "@" not in parts.netloc and _is_known_site(host, withheld)
    if parts.scheme not in ("http", "https") or not known:
        return NO_ADDRESS
    rest = unquote(page.split(parts.netloc, 1)[1])
    words = re.findall(r"[^\W\d_]+", rest)
    plain = rest.isascii() and re.fullmatch(r"[\w/.?=&%+,;:#()-]*", rest) and "~" not in rest
    if plain and all(_names_nobody(word.lower(), withheld, places) for word in words):
        return page
    return f"{parts.scheme}://{host}/"


def is_run_together(name: str) -> bool:
    """Whether a name is that of a source or actor as its address has it: "aljazeera"."""
    return name.lower() in _run_together()


def _names_nobody(word: str, withheld: frozenset[str], places: frozenset[str]) -> bool:
    if fold(word) in withheld or word in words_of("given"):
        return False
    return len(word) == 1 or is_common(word) or word in words_of("address") or fold(word) in places or word in _names()


def _is_known_site(host: str, withheld: frozenset[str]) -> bool:
    """Whether a host is no site of accounts and none of its labels may be somebody's name."""
    if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", host):
        return False
    if any(host == site or host.endswith(f".{site}") for site in words_of("host")):
        return False
    labels = [label for label in host.split(".")[:-1] if label not in words_of("address")]
    return bool(labels) and all(
        _is_made_of_words(part, withheld) or part.isdigit() for label in labels for part in label.split("-") if part
    )


def _is_made_of_words(label: str, withheld: frozenset[str]) -> bool:
    """Whether a label is a source's name run together, or a few common words: "northernpost"."""
    if label in _names():
        return label not in withheld
    for at in range(len(label), _SHORTEST - 1, -1):
        head, tail = label[:at], label[at:]
        common = head not in withheld and head not in words_of("given") and is_common(head)
        if common and (not tail or (len(tail) >= _SHORTEST and _is_made_of_words(tail, withheld))):
            return True
    return len(label) == 1


@cache
def _names() -> frozenset[str]:
    """Those that are no given names."""
    return _run_together() - words_of("given")


@cache
def _run_together() -> frozenset[str]:
    """Names and acronyms of sources and actors, run together in lower case."""
    registries = (load_sources().names, load_registry().names)
    told = (name for names in registries for name, of in names if any(not one.person for one in of))
    return frozenset(name.replace(" ", "") for name in told)
