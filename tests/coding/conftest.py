import pytest

from stemmata.language import Parser, load_parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The shipped model, loaded once."""
    return load_parser()
