"""What holds for all tests: on a machine of continuous integration, property tests draw the same examples each time."""

import os

import pytest
from hypothesis import settings

from stemmata.language import Parser, load_parser

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped language model, loaded once."""
    return load_parser()
