"""The frame of a page that stands on its own: its style and script inside it, and a policy that forbids all else.

The policy names the one style and the one script by their hashes: whatever words of strangers come into the page, a
browser runs none of them, and asks nobody for anything.
"""

import base64
import hashlib
from importlib.resources import files


def style(*names: str) -> str:
    """Style sheets of this room, one after the other."""
    return "".join(_read(name) for name in names)


def script() -> str:
    """What filters items and moves the map."""
    return _read("drawn.js")


def _read(name: str) -> str:
    return files("stemmata.exports.drawing").joinpath(name).read_text(encoding="utf-8")


def policy(sheet: str, code: str = "") -> str:
    """The policy of a page with this style and this script."""
    scripts = f" script-src {_digest(code)};" if code else ""
    return f"default-src 'none'; style-src {_digest(sheet)};{scripts} base-uri 'none'; form-action 'none'"


def _digest(inside: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'"


def head(title: str, sheet: str, code: str = "") -> str:
    """All of a page up to its body; the title is HTML already."""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(sheet, code)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title} – Stemmata</title>
<style>{sheet}</style>
</head>
"""


def foot(code: str) -> str:
    """The script, after all that it works on."""
    return f"<script>{code}</script>\n</body>\n</html>\n"
