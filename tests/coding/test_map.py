"""The package's own page names every room of it, so that a newcomer finds the one for a change."""

import ast
import re
from pathlib import Path

from stemmata import coding


def test_every_module_stands_on_the_map() -> None:
    folder = Path(coding.__file__).parent
    rooms = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    page = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert rooms <= set(re.findall(r"\w+", page or ""))
