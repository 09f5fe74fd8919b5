"""Fetching, against a real server on this machine."""

import time
from ipaddress import IPv4Network, ip_address

import pytest

from stemmata.capture import Limits, capture
from stemmata.capture.guard import is_public
from stemmata.errors import RefusedAddress, TooLarge, UnreadableInput

from .conftest import PAGE, Misbehaving

Allowed = tuple[IPv4Network, ...]


def test_a_page_comes_as_it_stands(server: str, allow: Allowed) -> None:
    page = capture(f"{server}/plain#anchor", allow=allow)
    assert page.body == PAGE
    assert page.content_type == "text/html; charset=utf-8"
    assert page.source == f"{server}/plain#anchor"
    assert page.fetched is not None and page.fetched.tzinfo is not None
    assert page.hops == ()


def test_gzip_is_undone(server: str, allow: Allowed) -> None:
    assert capture(f"{server}/packed", allow=allow).body == PAGE


def test_redirects_are_followed_and_recorded(server: str, allow: Allowed) -> None:
    page = capture(f"{server}/hop/3", allow=allow)
    assert page.body == PAGE
    assert page.hops == (f"{server}/hop/2", f"{server}/hop/1", f"{server}/plain")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "404"),
        ("/nothing", "is empty"),
        ("/hop/6", "redirects more than 5 times"),
        ("/broken-off", "breaks off"),  # a gzip without its end would else be read as a whole page
        ("/damaged", "damaged gzip"),
        ("/brotli", "'br'"),
        ("/cut-short", "cannot be fetched"),  # fewer bytes than the server announced
        ("/to/ftp://example.org/", "only http:// and https://"),
        ("/to/file:///etc/passwd", "only http:// and https://"),
        ("/to/http://me:secret@example.org/", "name or password"),
    ],
)
def test_what_a_server_does_not_give(server: str, allow: Allowed, path: str, says: str) -> None:
    with pytest.raises(UnreadableInput, match=says) as raised:
        capture(server + path, allow=allow)
    assert str(raised.value).count("\n") == 0
    assert "secret" not in str(raised.value).replace(server + path, "")


@pytest.mark.parametrize("path", ["/bomb", "/endless", "/told-large"])
def test_too_many_bytes(server: str, allow: Allowed, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(TooLarge):
        capture(server + path, allow=allow, limits=Limits(page=1_000_000, documents=2_000_000))
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("path", ["/drip", "/dripping-headers"])
def test_too_slow(server: str, allow: Allowed, path: str) -> None:
    """Each byte comes in good time, all of them together do not."""
    begun = time.monotonic()
    with pytest.raises(TooLarge, match=r"within 0\.6 seconds"):
        capture(server + path, allow=allow, limits=Limits(seconds=0.6))
    assert time.monotonic() - begun < 3


def test_a_private_address_is_refused_before_anything_is_sent(server: str) -> None:
    Misbehaving.seen.clear()
    with pytest.raises(RefusedAddress, match="never fetched"):
        capture(f"{server}/plain")
    assert Misbehaving.seen == []


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://10.0.0.1/", "//192.168.1.1/router"],
)
def test_a_redirect_to_a_private_address_is_refused(server: str, allow: Allowed, target: str) -> None:
    with pytest.raises(RefusedAddress):
        capture(f"{server}/to/{target}", allow=allow)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://127.0.0.1/",
        "http://0x7f000001/",  # hexadecimal, as browsers accept it
        "http://2130706433/",  # the same in decimal
        "http://127.1/",
        "http://0/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[fe80::1%25lo]/",
    ],
)
def test_spellings_of_this_machine_are_refused(address: str) -> None:
    with pytest.raises(UnreadableInput):
        capture(address, limits=Limits(seconds=2))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),  # a public address, mapped
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("100.64.0.1", False),  # carrier NAT
        ("169.254.169.254", False),  # where clouds keep their credentials
        ("0.0.0.0", False),
        ("224.0.0.1", False),  # multicast
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("::7f00:1", False),  # IPv4-compatible 127.0.0.1
        ("fe80::1", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),  # NAT64
        ("64:ff9b:1::1", False),
        ("2002:7f00:1::", False),  # 6to4
        ("2001:0:7f00:1::", False),  # Teredo
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


@pytest.mark.parametrize(
    "address", ["http://", "http:///path", "https://", "http://[::1", "http://a b/", "http://" + "a" * 70_000]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UnreadableInput):
        capture(address, limits=Limits(seconds=2))


def test_environment_proxies_are_not_trusted(server: str, allow: Allowed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would connect on our behalf, past the guard."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert capture(f"{server}/plain", allow=allow).body == PAGE
