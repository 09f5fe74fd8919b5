"""Stemmata turns scattered conflict reporting into sourced events.

The verbs load on first use (PEP 562), so that `import stemmata` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stemmata.case import open_case
    from stemmata.coding import code
    from stemmata.exports.exporting import export
    from stemmata.intake import read
    from stemmata.merging import merge

__all__ = ["__version__", "code", "export", "merge", "open_case", "read"]
__version__ = "0.1.0.dev0"

_VERBS = {
    "code": "stemmata.coding",
    "export": "stemmata.exports.exporting",
    "merge": "stemmata.merging",
    "open_case": "stemmata.case",
    "read": "stemmata.intake",
}


def __getattr__(name: str) -> object:
    if name not in _VERBS:
        raise AttributeError(f"module 'stemmata' has no attribute {name!r}")
    return getattr(import_module(_VERBS[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_VERBS})
