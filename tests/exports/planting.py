"""Private things, and where they are looked for: in every text of an event, in every byte of a file."""

import gzip
import html
import io
import json
import zipfile
from typing import Any
from urllib.parse import unquote

from stemmata.exports.public.texts import texts_of

PERSON = "Zahir Qabbani"
"""A name that stands in no table and is no word."""
PLANTS = (
    PERSON,
    "Zahir",
    "Qabbani's",
    "al-Qabbani",
    "ZAHIR QABBANI",
    "zahir qabbani",
    "Dr. Zahir Qabbani",
    "Abu Zahir",
    "Zahir-Qabbani",
    "Z. Qabbani",
    "“Zahir”",
    "زاهر قباني",
    "Захір Каббані",
    "@zahir_q",
    "zahir.qabbani@mail.example",
    "https://t.me/zahirqabbani",
    "/home/zahir/qabbani.txt",
    "the daughter of Zahir",
    "Zahir, 9,",
)
SECRETS = ("zahir", "qabban", "زاهر", "قباني", "захір", "каббан")
"""What no public file may hold, in small letters."""


def found_in(texts: Any) -> list[str]:
    """Which secrets stand in some texts, whatever their case and escaping."""
    whole = "\n".join(texts_of(texts) if not isinstance(texts, str) else [texts])
    ways = (whole, unquote(whole), html.unescape(whole), _unescaped(whole))
    return [secret for secret in SECRETS if any(secret in way.casefold() for way in ways)]


def _unescaped(whole: str) -> str:
    return whole.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\u" in whole else whole


def unpacked(body: bytes) -> str:
    """All text of a file, of archives and of columns too; a format that cannot be searched fails."""
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "\n".join(name + "\n" + unpacked(archive.read(name)) for name in archive.namelist())
    if body[:2] == b"\x1f\x8b":
        return unpacked(gzip.decompress(body))
    if body[:4] == b"PAR1":
        from pyarrow import parquet

        table = parquet.read_table(io.BytesIO(body))
        metadata = {key.decode(): value.decode() for key, value in (table.schema.metadata or {}).items()}
        return json.dumps([table.to_pylist(), metadata], default=str, ensure_ascii=False)
    return body.decode("utf-8")
