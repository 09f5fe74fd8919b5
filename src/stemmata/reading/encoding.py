"""Bytes → text: the encoding that the input declares, else the one that it shows."""

import codecs
import re

from stemmata.errors import UnreadableInput

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""In the order in which they must be looked for: UTF-32's begins with UTF-16's."""

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.I,
)

# The WHATWG Encoding Standard, section 4.2: what pages call by the first name is written with the second.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def decode(body: bytes, content_type: str | None = None) -> str:
    """Decode a page or text.

    Tried in this order: the byte order mark, UTF-16 by its zero bytes, the content type's charset, the charset that the
    page declares, UTF-8, and last what charset-normalizer finds likely.

    Raises:
        UnreadableInput: none fits; says which were tried.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return _by(body.removeprefix(mark), [encoding])
    declared = _declared(body, content_type)
    if unmarked := _utf16_without_mark(body):
        return _by(body, [unmarked])
    if b"\x00" in body[:4096]:
        raise UnreadableInput("is binary data, no text; give the page or text itself.")
    try:
        # Bytes beyond ASCII that are valid UTF-8 are almost never anything else, whatever a server's header claims.
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _by(body, declared) if declared else _guess(body)


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """The encodings that header and page declare, the more trustworthy first.

    The header wins (HTML Living Standard, 13.2.3.2) unless it says Latin-1, which servers add to whatever they send.
    """
    header, page = _from_content_type(content_type), _from_page(body)
    found = (page, header) if header == "cp1252" else (header, page)
    return [name for name in found if name]


def _by(body: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableInput(
        f"cannot be decoded: it was tried as {' and '.join(encodings)}, and its bytes are not valid; save it in UTF-8."
    )


def _known(name: str) -> str | None:
    try:
        known = codecs.lookup(name.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(known, known)


def _from_content_type(content_type: str | None) -> str | None:
    told = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", content_type or "", re.I)
    return _known(told.group(1)) if told else None


def _from_page(body: bytes) -> str | None:
    told = _CHARSET.search(body[:4096])
    return _known((told.group(1) or told.group(2)).decode("ascii", "replace")) if told else None


def _utf16_without_mark(body: bytes) -> str | None:
    """UTF-16 shows in zero bytes at every other place wherever the markup or text is Latin."""
    head = body[:512]
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _guess(body: bytes) -> str:
    from charset_normalizer import from_bytes  # 60 ms to import; most input is UTF-8

    best = from_bytes(body[:200_000]).best()
    if best is None:
        raise UnreadableInput("cannot be decoded: it was tried as UTF-8, and no other encoding fits; save it in UTF-8.")
    return _by(body, [best.encoding])
