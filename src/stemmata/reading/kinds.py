"""Tells what kind of input bytes are, by their content first and by their name or content type second."""

import re
from typing import Literal

from stemmata.errors import UnreadableInput

MOST_MARKDOWN = 1_000_000
"""Characters of a Markdown text. The longest of 229 encyclopedia articles has 200,000."""

MOST_BRACKETS = 20_000
"""Opening brackets, and lines, of a Markdown text: the parser takes 25 µs for a bracket and 60 µs for a heading."""

Kind = Literal["html", "text", "markdown", "jsonl"]

_TEXT_OUT_OF = {
    "a PDF": "PDFs are not read yet: paste its text or convert it with `pdftotext`",
    "a ZIP archive": "unpack it first",
    "a Word document": "Word documents are not read yet: save it as plain text or as a web page",
    "a spreadsheet": "spreadsheets are not read: save the column of texts as documents, one JSON object a line",
    "an OpenDocument file": "OpenDocument files are not read yet: save it as plain text or as a web page",
    "an e-book": "e-books are not read yet: convert it to plain text or HTML",
    "a gzip archive": "unpack it first, for instance with `gunzip`",
    "a compressed archive": "unpack it first",
    "an image": "images are not read: type in or recognise its words first, and give the text",
    "a sound or video file": "sound and video are not read: give a transcript",
    "an RTF document": "RTF is not read yet: save it as plain text",
    "a database": "export the texts as documents, one JSON object a line",
    "a web archive (WARC)": "WARC is not read yet: extract the page from it",
    "a saved web page in MHTML": "MHTML is not read yet: save the page as HTML only",
    "a program": "give the page or text itself",
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a compressed archive"),
    (b"\xfd7zXZ\x00", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!\x1a\x07", "a compressed archive"),
    (b"\x28\xb5\x2f\xfd", "a compressed archive"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"WARC/", "a web archive (WARC)"),
    (b"ID3", "a sound or video file"),
    (b"OggS", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a sound or video file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
"""First bytes of the formats that users mistake for text; from the formats' own specifications."""

_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "a spreadsheet"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an e-book"),
)


def refuse_other_formats(body: bytes) -> None:
    """Refuse what is no text.

    Raises:
        UnreadableInput: it is empty, or of a format that is recognised and not read; names the format and the remedy.
    """
    if not body.strip():
        raise UnreadableInput("is empty; there is nothing to read.")
    if name := _format(body):
        raise UnreadableInput(f"is {name}; {_TEXT_OUT_OF[name]}.")


def _format(body: bytes) -> str | None:
    head = body[:1024].lstrip()
    if head.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _IN_ZIP if mark in body[:4096] + body[-4096:]), "a ZIP archive")
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image" if head[8:12] == b"WEBP" else "a sound or video file"
    if body[4:8] == b"ftyp":
        return "an image" if body[8:12] in (b"heic", b"avif", b"mif1") else "a sound or video file"
    if head.startswith((b"MIME-Version:", b"From: <Saved by")) and b"multipart/related" in body[:2048]:
        return "a saved web page in MHTML"
    return next((name for magic, name in _MAGIC if head.startswith(magic)), None)


_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:article|main|div|section|table|p)(?:\s[^<>]*)?>", re.I
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)|\[[^\]\n]+\]\((?:https?:|/|#)[^)\n]*\)|(?<![\w*])\*\*[^*\s][^*\n]*\*\*"
    r"|^[^\n]+\n(?:={3,}|-{3,})\s*$",
    re.M,
)

_BY_CONTENT_TYPE: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/json": "jsonl",
}


def kind_of(text: str, content_type: str | None) -> Kind:
    """Tell how a decoded input is read.

    Content decides where it is plain: an opened JSON object with documents' keys, an HTML document's tags. Else the
    content type that came with it, which a server often gives wrongly, and last the marks of Markdown.
    """
    head = text[:20_000].lstrip("\ufeff \t\r\n")
    told = _BY_CONTENT_TYPE.get((content_type or "").split(";")[0].strip().lower())
    if re.match(r'\{\s*"', head) or (told == "jsonl" and head[:1] in "{["):
        return "jsonl"
    if re.match(r"(?:<!--.*?-->\s*|<\?xml.*?\?>\s*)*<(?:!doctype\s+html|html)[\s>]", head, re.I | re.S):
        return "html"
    if told == "markdown":
        return _markdown(text)
    if told == "html":
        return "html"
    if head.startswith("<") and _HTML.search(head):
        return "html"
    if _FRONT_MATTER.match(head) or len(_MARKDOWN.findall(head)) >= 2:
        return _markdown(text)
    return "text"


def _markdown(text: str) -> Kind:
    """Markdown, unless it is so large that taking off the markup would take seconds."""
    is_small = len(text) <= MOST_MARKDOWN and text.count("[") <= MOST_BRACKETS and text.count("\n") <= MOST_BRACKETS
    return "markdown" if is_small else "text"
