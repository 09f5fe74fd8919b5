"""Files and standard input."""

import io
import os
import time
from pathlib import Path

import pytest

from stemmata.capture import Limits, capture
from stemmata.errors import TooLarge, UnreadableInput


def test_a_file_comes_as_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.HTML"
    page.write_bytes(b"<p>\xff\x00")
    taken = capture(page)
    assert taken.body == b"<p>\xff\x00"
    assert taken.source == str(page)
    assert taken.content_type == "text/html"
    assert taken.fetched is None


def test_standard_input() -> None:
    assert capture("-", stdin=io.BytesIO(b"Two were hurt.")).body == b"Two were hurt."
    with pytest.raises(UnreadableInput, match="Standard input is empty"):
        capture("-", stdin=io.BytesIO(b""))
    with pytest.raises(UnreadableInput, match="no standard input"):
        capture("-")


def test_what_is_no_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    rows = [
        (tmp_path / "missing.html", "There is no file"),
        (empty / "below", "There is no file"),
        (tmp_path, "is a folder"),
        (empty, "is empty"),
        (loop, "cannot be read"),
        (pipe, "a device or a pipe"),  # nobody writes to it: opening it must not wait
        ("/dev/zero", "a device or a pipe"),
        ("a\x00b", "cannot be read"),
        ("a" * 5000, "cannot be read"),
        ("", "There is no file"),
    ]
    for source, says in rows:
        with pytest.raises(UnreadableInput, match=says) as raised:
            capture(source)
        assert str(raised.value).count("\n") == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    page = tmp_path / "secret.txt"
    page.write_text("words")
    page.chmod(0)
    with pytest.raises(UnreadableInput, match="may not be read"):
        capture(page)


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)  # sparse: costs no disk
    begun = time.monotonic()
    with pytest.raises(TooLarge, match="has 200 MB, past the 20 MB"):
        capture(large)
    assert time.monotonic() - begun < 0.5


def test_documents_may_be_larger_than_a_page(tmp_path: Path) -> None:
    limits = Limits(page=1000, documents=10_000)
    file = tmp_path / "documents"
    file.write_bytes(b'{"text": "' + b"a" * 5000 + b'"}')
    assert len(capture(file, limits=limits).body) == 5012
    file.write_bytes(b'{"text": "' + b"a" * 50_000 + b'"}')
    with pytest.raises(TooLarge, match="split"):
        capture(file, limits=limits)


def test_an_endless_stream_is_given_up() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size > 0, "read to an end that never comes"
            return b"a" * size

    with pytest.raises(TooLarge, match="standard input goes on, past the 20 MB"):
        capture("-", stdin=Endless())  # type: ignore[arg-type]
