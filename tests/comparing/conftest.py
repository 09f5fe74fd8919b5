"""The browser that the tests of exported pages have."""

from exports.conftest import opened

__all__ = ["opened"]
