"""Fetching a country's dump, against a real server on this machine."""

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path

import pytest

from stemmata.errors import RefusedAddress, UnknownName, UnreadableInput
from stemmata.places import downloading, load_gazetteer
from stemmata.places.downloading import download_gazetteer, dump_address
from stemmata.places.sources import Source

THIS_MACHINE = (ip_network("127.0.0.1/32"),)
ROW = "9001\tZarqun\tZarqun\tزرقون\t34.5\t40.9\tP\tPPL\tSY\t\t08\t\t\t\t900\t\t\t\t\n"


class Dumps(BaseHTTPRequestHandler):
    """Has the dump of Syria, moved once, and of no other country."""

    def do_GET(self) -> None:
        if self.path == "/dump/SY.zip":
            self.send_response(302)
            self.send_header("Location", "/moved/SY.zip")
            self.end_headers()
        elif self.path == "/moved/SY.zip":
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as archive:
                archive.writestr("readme.txt", "what the columns hold")
                archive.writestr("SY.txt", ROW)
            self.send_response(200)
            self.send_header("Content-Type", "application/zip")
            self.send_header("Content-Length", str(len(packed.getvalue())))
            self.end_headers()
            self.wfile.write(packed.getvalue())
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server in the place of GeoNames."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Dumps)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    stand_at(monkeypatch, f"http://127.0.0.1:{running.server_port}/dump/")
    yield
    running.shutdown()
    running.server_close()


def stand_at(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    source = Source("GeoNames", "CC BY 4.0", "GeoNames, CC BY 4.0", address)
    monkeypatch.setattr(downloading, "load_sources", lambda: {"geonames": source})


@pytest.mark.usefixtures("server")
def test_a_country_is_fetched_and_added(tmp_path: Path) -> None:
    heard: list[tuple[int, int | None]] = []
    intake = download_gazetteer(
        "Syria", own=tmp_path, allow=THIS_MACHINE, fetching=lambda here, of: heard.append((here, of))
    )
    assert (intake.name, intake.about.places, intake.about.title) == ("sy", 1, "GeoNames")
    assert load_gazetteer(own=tmp_path).is_place_name("زرقون")
    assert heard[-1][0] == heard[-1][1]


@pytest.mark.usefixtures("server")
def test_the_guard_of_pages_holds_here_too(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"never fetched.* give the file to `stemmata gazetteer add`") as raised:
        download_gazetteer("SY", own=tmp_path)
    assert isinstance(raised.value.__cause__, RefusedAddress)


@pytest.mark.usefixtures("server")
def test_a_country_that_the_server_does_not_have(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"404.*another machine"):
        download_gazetteer("IQ", own=tmp_path, allow=THIS_MACHINE)
    assert not list(tmp_path.iterdir())


def test_without_network_it_says_how_to_do_it_by_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, "http://geonames.invalid/dump/")
    with pytest.raises(UnreadableInput, match=r"cannot be fetched.*Or fetch http://geonames\.invalid/dump/SY\.zip on"):
        download_gazetteer("SY", own=tmp_path)


def test_where_a_dump_is_to_be_had() -> None:
    assert dump_address("Syria") == dump_address("syr") == "https://download.geonames.org/export/dump/SY.zip"
    with pytest.raises(UnknownName, match="no country 'Ruritania'"):
        dump_address("Ruritania")
