"""Every text in an event or in a part of one."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def texts_of(thing: Any) -> Iterator[str]:
    """Every string inside of it, at any depth; names of fields are none."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from texts_of(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from texts_of(value)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_of(getattr(thing, field.name))
