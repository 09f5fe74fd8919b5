"""The captures' folder: one WARC file a capture, named by its hash, written whole or not at all.

`zcat captures/*/*.warc.gz` is one WARC file of everything; any WARC tool reads it. Files are only ever added.
"""

import hashlib
import os
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from stemmata.errors import DamagedCase, UnwritableCase
from stemmata.records import Capture

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PLAIN = "application/octet-stream"


def file_of(capture: Capture) -> str:
    """Where a capture is kept, below the captures' folder: the same bytes from two sources are two captures."""
    source = hashlib.sha256(capture.source.encode("utf-8", "surrogateescape")).hexdigest()
    return f"{capture.sha256[:2]}/{capture.sha256[:32]}-{source[:8]}.warc.gz"


def keep(capture: Capture, folder: Path) -> str:
    """Keep a capture, and return where below the folder. Keeping it again changes nothing.

    Raises:
        UnwritableCase: the folder may not be written to, or the disk is full; nothing was left behind.
    """
    name = file_of(capture)
    file = folder / name
    if file.exists():
        return name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=".draft-")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(_as_warc(capture))
                stream.flush()
                os.fsync(stream.fileno())
            Path(draft).replace(file)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnwritableCase(
            f"{folder} cannot be written to ({error.strerror}); make room or change its permissions, then add again."
        ) from error
    return name


def _as_warc(capture: Capture) -> bytes:
    """A capture as one `resource` record: the bytes with where from and when, in the words of the standard."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = BytesIO()
    writer = WARCWriter(stream, gzip=True)
    fetched = (capture.fetched or datetime.now(UTC)).astimezone(UTC)
    headers = {
        "WARC-Date": fetched.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Payload-Digest": f"sha256:{capture.sha256}",
        **(
            {"WARC-Stemmata-Hops": " ".join(quote(hop, safe=":/?&=%#") for hop in capture.hops)} if capture.hops else {}
        ),
    }
    record = writer.create_warc_record(
        _address(capture.source),
        "resource",
        payload=BytesIO(capture.body),
        length=len(capture.body),
        warc_content_type=capture.content_type or PLAIN,
        warc_headers_dict=headers,
        http_headers=None if capture.body else StatusAndHeaders("", []),
    )
    writer.write_record(record)
    return stream.getvalue()


def _address(source: str) -> str:
    """A source as an address; paths become file: addresses."""
    if "://" in source:
        return source
    return "file://" + quote(os.fsencode(Path(source).as_posix()))


def body_of(name: str, sha256: str, folder: Path) -> bytes:
    """The bytes of a capture.

    Raises:
        DamagedCase: the file is missing, no WARC file, or holds other bytes than were captured.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    file = folder / name
    try:
        with file.open("rb") as stream:
            record: ArcWarcRecord = next(iter(ArchiveIterator(stream)))
            body = bytes(record.content_stream().read())
    except OSError as error:
        raise DamagedCase(f"{file} cannot be read ({error.strerror or error}); put it back from a backup.") from error
    except (ArchiveLoadFailed, StopIteration, EOFError, ValueError) as error:
        raise DamagedCase(
            f"{file} is no whole WARC file; put it back from a backup, or add its source again."
        ) from error
    if hashlib.sha256(body).hexdigest() != sha256:
        raise DamagedCase(f"{file} does not hold the bytes that were captured; put it back from a backup.")
    return body
