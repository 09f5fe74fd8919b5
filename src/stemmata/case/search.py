"""What the two databases do each in its own way: searching words and places, and views into the records.

SQLite has FTS5 and an R*Tree, which triggers keep; PostgreSQL has text search and PostGIS, as generated columns. Both
are kept by the database itself, so that no program can forget them.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, TextClause, text

from stemmata.case.schema import NUMBERS, VIEWS

SQLITE = """
CREATE VIRTUAL TABLE document_words USING fts5(
    title, text, content='document', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER document_words_new AFTER INSERT ON document BEGIN
    INSERT INTO document_words(rowid, title, text) VALUES (new.id, new.title, new.text); END;
CREATE TRIGGER document_words_gone AFTER DELETE ON document BEGIN
    INSERT INTO document_words(document_words, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text); END;
INSERT INTO document_words(document_words) VALUES ('rebuild');
CREATE VIRTUAL TABLE event_point USING rtree(id, west, east, south, north);
CREATE TRIGGER event_point_new AFTER INSERT ON event WHEN new.lat IS NOT NULL BEGIN
    INSERT INTO event_point VALUES (new.id, new.lon, new.lon, new.lat, new.lat); END;
CREATE TRIGGER event_point_moved AFTER UPDATE OF lat, lon ON event BEGIN
    DELETE FROM event_point WHERE id = old.id;
    INSERT INTO event_point SELECT new.id, new.lon, new.lon, new.lat, new.lat WHERE new.lat IS NOT NULL; END;
CREATE TRIGGER event_point_gone AFTER DELETE ON event BEGIN
    DELETE FROM event_point WHERE id = old.id; END;
INSERT INTO event_point SELECT id, lon, lon, lat, lat FROM event WHERE lat IS NOT NULL;
"""
POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
ALTER TABLE document ADD COLUMN words tsvector
    GENERATED ALWAYS AS (to_tsvector('simple', left(coalesce(title, '') || ' ' || text, 200000))) STORED;
CREATE INDEX ix_document_words ON document USING gin (words);
ALTER TABLE event ADD COLUMN point public.geometry(Point, 4326)
    GENERATED ALWAYS AS (public.ST_SetSRID(public.ST_MakePoint(lon, lat), 4326)) STORED;
CREATE INDEX ix_event_point ON event USING gist (point);
"""


def statements(dialect: str) -> Iterator[str]:
    """What makes the search of one database, and its views."""
    script = SQLITE if dialect == "sqlite" else POSTGRESQL
    whole = ""
    for line in script.strip().splitlines(keepends=True):
        whole += line
        if line.rstrip().endswith("END;" if "TRIGGER" in whole else ";"):
            yield whole.strip().removesuffix(";") if "TRIGGER" not in whole else whole.strip()
            whole = ""
    for name, (_, lists, columns) in VIEWS.items():
        yield f"CREATE VIEW {name} AS " + " UNION ALL ".join(_opened(one, columns, dialect) for one in lists)


def _opened(name: str, columns: dict[str, str], dialect: str) -> str:
    """One list of the records as rows."""
    shown = columns | {"quote": "span.quote", "first": "span.start", "past": "span.end", "rule": "why.rule"}
    numbers = NUMBERS | {"first": "BIGINT", "past": "BIGINT"}
    if dialect == "sqlite":
        told = [f"json_extract(one.value, '$.{key}') AS {column}" for column, key in shown.items()]
        rows, nth = f"json_each(report.record, '$.{name}') AS one", "one.key"
    else:
        told = []
        for column, key in shown.items():
            value = f"(one.value #>> '{{{key.replace('.', ',')}}}')"
            told.append(f"{value}::{numbers[column]} AS {column}" if column in numbers else f"{value} AS {column}")
        rows = f"jsonb_array_elements(report.record -> '{name}') WITH ORDINALITY AS one(value, place)"
        nth = "one.place - 1"
    head = f"SELECT report.id AS report, '{name}' AS role, {nth} AS nth"
    return f"{head}, {', '.join(told)} FROM report, {rows}"


def holding(words: str, connection: Connection) -> TextClause:
    """The condition that a document holds all of these words."""
    if connection.dialect.name == "sqlite":
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        told = "document.id IN (SELECT rowid FROM document_words WHERE document_words MATCH :words)"
        return text(told).bindparams(words=quoted)
    return text("document.words @@ plainto_tsquery('simple', :words)").bindparams(words=words)


def within(box: Sequence[float], connection: Connection) -> TextClause:
    """The condition that an event's point lies in a box of west, south, east, north in degrees."""
    if connection.dialect.name == "sqlite":
        told = (
            "event.id IN (SELECT id FROM event_point"
            " WHERE west >= :west AND east <= :east AND south >= :south AND north <= :north)"
        )
    else:
        told = "event.point && public.ST_MakeEnvelope(:west, :south, :east, :north, 4326)"
    return text(told).bindparams(**dict(zip(("west", "south", "east", "north"), box, strict=True)))


def wholes(connection: Connection) -> set[str]:
    """The events, as `E3`, of which others are parts."""
    if connection.dialect.name == "postgresql":
        query = "SELECT DISTINCT jsonb_array_elements_text(record -> 'part_of') FROM event"
    else:
        query = (
            "SELECT DISTINCT value FROM event, json_each(event.record, '$.part_of')"
            " WHERE event.record NOT LIKE '%\"part_of\":[]%'"
        )
    return set(connection.scalars(text(query)))
