"""The rows of the codebook's tables: what each says, as the coder asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from stemmata.records import StatusName

Role = Literal["", "effect", "open"]
Cue = Literal[
    "governor",
    "summons",
    "infinitive",
    "present",
    "lack",
    "halt",
    "prevent",
    "forgone",
    "modal",
    "modifier",
    "marker",
    "negation",
    "achieved",
    "attempt",
]
Weight = Literal["say", "deny", "relay", "publish", "condemn", "find", "hear"]

Form = tuple[str, ...]
"""The lemmas of a form in lower case; hyphens part words, as they do in Universal Dependencies."""

# Verbs that end like adverbs: "fly in", not "fatally wound".
ADVERBS: Final = frozenset({"now", "again", "longer"})
VERBS_IN_LY: Final = frozenset({"fly", "rally", "ally", "rely", "supply", "apply", "reply"})


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of `types.toml`."""

    name: str
    means: str
    example: str
    family: str
    specific: int | None
    one_place: bool
    lasting: bool
    people: Mapping[str, str]
    """Role → whom people stand for who are told of in it without more."""
    struck: str | None
    """Whom people stand for who are hit in a place of the class `civil_place`."""
    acled: tuple[tuple[str, str], ...]
    plover: str
    cameo: str


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """An argument that must be there: a slot that holds a word of a class. A codebook has each of them once."""

    slot: str
    kind: str


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One row of `triggers.csv`, for one of its forms, or one of `other_senses.csv`, which has no type."""

    type: str
    form: Form
    pos: Literal["verb", "noun"]
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    """(initiator, target, trigger or a slot; measure)."""
    needs: tuple[tuple[Need, ...], ...]
    """Any of these; each a set of which all must hold. Empty: nothing is needed."""
    forbids: tuple[Need, ...]
    role: Role
    entry: str

    @property
    def head(self) -> int:
        """Which word heads the form: the first of a verb (behind its adverb) or of "use of gas", else the last."""
        adverb = (self.form[0].endswith("ly") and self.form[0] not in VERBS_IN_LY) or self.form[0] in ADVERBS
        if self.pos == "verb" and len(self.form) == 2 and adverb:
            return 1
        return 0 if self.pos == "verb" or "of" in self.form[1:-1] else len(self.form) - 1


@dataclass(frozen=True, slots=True)
class SupportRow:
    """A word whose noun names the happening, with the slots of trigger, initiator and target."""

    form: Form
    trigger: tuple[str, ...]
    initiator: tuple[str, ...]
    target: tuple[str, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class BlameRow:
    """Words by which somebody is told to have done what was told before, with the slots of those who stand beside."""

    form: Form
    who: tuple[str, ...]
    by: tuple[str, ...]
    deed: tuple[str, ...]
    """Where the deed must stand; empty where it is only told before."""
    entry: str


@dataclass(frozen=True, slots=True)
class CueRow:
    """A word that tells the status."""

    status: StatusName
    form: str
    cue: Cue
    entry: str


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """A word of saying."""

    form: str
    pos: Literal["verb", "preposition", "toll"]
    weight: Weight
    entry: str


@dataclass(frozen=True, slots=True)
class MeansRow:
    """Words that tell a means of violence."""

    type: str
    form: Form
    entry: str
