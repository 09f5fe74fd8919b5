"""The default gazetteer with the user's own beside it: where they are kept, how names are looked up in all of them.

The user's own indexes stand in the folder that `folder()` tells; `adding` fills it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

from stemmata.errors import UnknownName
from stemmata.places.default import compiled
from stemmata.places.index import Index
from stemmata.places.resolution import resolve
from stemmata.places.settling import Resolved
from stemmata.places.wording import Mention


class Gazetteer(Index):
    """Places by name, and which of them the mentions of a document mean. Made by `load_gazetteer`."""

    def resolve(
        self,
        mentions: Sequence[Mention],
        *,
        countries: Sequence[str] = (),
        presumed: Sequence[str] = (),
        expected: Sequence[str] = (),
    ) -> list[Resolved]:
        """Resolve all place mentions of one document together; see `resolution.resolve`."""
        return resolve(self, mentions, countries, presumed, expected)


@cache
def load_gazetteer(*, own: Path | None = None) -> Gazetteer:
    """The default gazetteer with the user's own beside it; compiles the default one at first use.

    Args:
        own: the folder of the user's gazetteers; by default `folder()`.

    Raises:
        MissingPart: one of them was added by another version of Stemmata.
    """
    return Gazetteer([compiled(), *own_gazetteers(own).values()])


def own_gazetteers(own: Path | None = None) -> dict[str, Path]:
    """The user's own index files by the names of their gazetteers."""
    return {index.stem: index for index in sorted((own or folder()).glob("*.sqlite"))}


def remove_gazetteer(name: str, *, own: Path | None = None) -> None:
    """Take one of the user's own gazetteers away.

    Args:
        name: what `own_gazetteers` calls it.
        own: the folder of the user's gazetteers; by default `folder()`.

    Raises:
        UnknownName: there is none of that name.
    """
    known = own_gazetteers(own)
    if name not in known:
        added = f"added are: {', '.join(known)}" if known else "none was added"
        raise UnknownName(f"There is no gazetteer {name!r} to remove; {added}.")
    known[name].unlink()
    load_gazetteer.cache_clear()


def folder() -> Path:
    """Where the user's own gazetteers are kept."""
    return user_data_path("stemmata") / "gazetteers"
