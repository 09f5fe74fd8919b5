"""Column types that SQLite's STRICT tables and PostgreSQL both hold: days, moments and records."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import orjson
from sqlalchemy import Date, DateTime, Dialect, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine


class _ByDatabase(TypeDecorator[Any]):
    """A type of PostgreSQL's own there, text in SQLite."""

    impl = Text
    own: TypeEngine[Any]

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(self.own if dialect.name == "postgresql" else Text())


class Day(_ByDatabase):
    """A day; in SQLite as 2019-01-21."""

    cache_ok = True
    own = Date()

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value.isoformat() if value and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return date.fromisoformat(value) if value and dialect.name == "sqlite" else value


class Moment(_ByDatabase):
    """A moment in UTC; in SQLite as 2019-01-21T08:30:00+00:00."""

    cache_ok = True
    own = DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return value.astimezone(UTC).isoformat() if value and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        told = datetime.fromisoformat(value) if value and dialect.name == "sqlite" else value
        return told.astimezone(UTC) if told else None


class Json(_ByDatabase):
    """A value of JSON; in SQLite as text that its JSON functions read."""

    cache_ok = True
    own = JSONB(none_as_null=True)

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        """Straight to the value; PostgreSQL's driver reads JSON itself. Records are read by the million."""
        return _read if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _read(value: Any) -> Any:
    return None if value is None else loads(value)


def loads(told: str) -> Any:
    """JSON, quickly; whole numbers past 64 bits, which orjson does not read, by the standard library."""
    try:
        return orjson.loads(told)
    except orjson.JSONDecodeError:
        return json.loads(told)
