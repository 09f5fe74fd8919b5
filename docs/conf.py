"""Sphinx builds these pages with warnings as errors; what can be made from the code or the codebook is made from it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

import stemmata

project = "Stemmata"
author = "The Stemmata project"
copyright = "the Stemmata project, Apache-2.0"
version = release = stemmata.__version__

extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "_generated"]
suppress_warnings = ["epub.unknown_project_files"]

html_theme = "furo"
html_title = f"Stemmata {release}"
html_static_path: list[str] = []

generate.write_tables()
