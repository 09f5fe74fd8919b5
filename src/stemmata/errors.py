"""Every exception that Stemmata raises on purpose.

    StemmataError
    ├── UnreadableInput      a file, address or stream cannot be turned into documents
    │   ├── RefusedAddress   fetching it would reach a private, loopback or otherwise unsafe address
    │   └── TooLarge         it passes a limit of size, time or depth
    ├── CodebookError        a codebook file breaks a rule; names the file and the line
    ├── UnknownName          a parser, format or field that does not exist; lists those that do
    ├── MissingPart          an optional part (an extra, the model's weights) is not installed
    └── ScoringError         coded or gold documents cannot be compared

Each message is one or two sentences: what happened, to what, what to do. `code` is a stable word
that scripts can test; `exit_code` is what the command line ends with when nothing else went wrong.
"""

from typing import ClassVar


class StemmataError(Exception):
    """The root of all errors that a caller may want to handle."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1


class UnreadableInput(StemmataError):
    """An input cannot be turned into documents; the message says why and what to do."""

    code = "unreadable-input"
    exit_code = 3


class RefusedAddress(UnreadableInput):
    """An address that resolves to a private, loopback, link-local or mapped network is not fetched."""

    code = "refused-address"


class TooLarge(UnreadableInput):
    """An input passes a limit of bytes, decompressed bytes, time or nesting."""

    code = "too-large"


class CodebookError(StemmataError):
    """A codebook file breaks a rule; the message begins with `file:line`."""

    code = "codebook"
    exit_code = 4


class UnknownName(StemmataError):
    """A name that is not registered; the message lists the known ones."""

    code = "unknown-name"
    exit_code = 2


class MissingPart(StemmataError):
    """An optional part is not installed; the message names the extra that brings it."""

    code = "missing-part"
    exit_code = 5


class ScoringError(StemmataError):
    """Coded and gold documents cannot be compared; the message says which line is wrong."""

    code = "scoring"
    exit_code = 2
