"""Whose part an actor is, and on which side, by its id."""

from stemmata.actors.loading import load_registry


def part_of(actor: str) -> str | None:
    """The body that an actor is part of; None for one of its own, and for ids that the registry does not know."""
    known = load_registry().actors.get(actor)
    return known.parent if known else None


def side_of(actor: str) -> str | None:
    """The side of an actor, where the registry tells one."""
    known = load_registry().actors.get(actor)
    return known.side if known else None
