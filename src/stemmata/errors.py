"""Every exception that Stemmata raises on purpose.

    StemmataError
    ├── UnreadableInput      a file, address or stream cannot be turned into documents
    │   ├── RefusedAddress   fetching it would reach a private, loopback or otherwise unsafe address
    │   ├── TooLarge         it passes a limit of size, time or depth
    │   └── Gone             its server says that it is not there, or no longer
    ├── CodebookError        a codebook file breaks a rule; names the file and the line
    ├── UnknownName          a parser, format or field that does not exist; lists those that do
    ├── MissingPart          an optional part (an extra, the model's weights) is not installed
    ├── ExportError          a file cannot be exported, read back or compared
    ├── ScoringError         coded or gold documents cannot be compared
    └── CaseError            something stands against working on a case
        ├── NoCase           there is no case here, or already one
        ├── BrokenSettings   its `case.toml` breaks a rule; names the key
        ├── BusyCase         another run works on it
        ├── DamagedCase      its database or a capture is not what was written
        ├── NewerCase        a newer Stemmata made its tables
        ├── UnreachableCase  its database cannot be reached
        └── UnwritableCase   its folder or database cannot be written to

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


class Gone(UnreadableInput):
    """A server that answers says that there is no such page, or no longer (404, 410)."""

    code = "gone"


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


class ExportError(StemmataError):
    """A file cannot be exported, read back or compared; the message says what to do."""

    code = "export"
    exit_code = 7


class CaseError(StemmataError):
    """Something stands against working on a case; the message says what to do."""

    code = "case"
    exit_code = 6


class NoCase(CaseError):
    """There is no case in this folder, or one already where one is to be made."""

    code = "no-case"


class BrokenSettings(CaseError):
    """A case's `case.toml` breaks a rule; the message names the key."""

    code = "broken-settings"


class BusyCase(CaseError):
    """Another run works on the case; one at a time does."""

    code = "busy-case"


class DamagedCase(CaseError):
    """A database or a capture is not what was written; nothing was changed."""

    code = "damaged-case"


class NewerCase(CaseError):
    """A newer Stemmata made the tables of a case; nothing was changed."""

    code = "newer-case"


class UnreachableCase(CaseError):
    """A database cannot be reached or used."""

    code = "unreachable-case"


class UnwritableCase(CaseError):
    """A folder or a database cannot be written to; nothing was changed."""

    code = "unwritable-case"
