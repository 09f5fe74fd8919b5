"""A happening: one thing that a passage tells, by however many of its words.

"Coalition air strikes targeted and killed more than 200 fighters" holds three triggers and one happening:
a noun that names it, a verb that says little more, and a consequence.
"""

from dataclasses import dataclass, field

from stemmata.coding.passages import Passage
from stemmata.coding.rows import SupportRow
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word
from stemmata.records import Why


@dataclass(frozen=True, slots=True)
class Support:
    """A verb whose noun is the trigger, with what its subject and object are in the happening."""

    verb: Word
    row: SupportRow


@dataclass(frozen=True)
class Happening:
    """One happening told in a passage: a trigger, the verbs that carry it, and its consequences."""

    passage: Passage
    type: str
    trigger: Mention
    why: Why
    others: tuple[Mention, ...] = ()
    """Triggers that say the same ("targeted" of "strikes targeted")."""
    effects: tuple[Mention, ...] = ()
    supports: tuple[Support, ...] = ()
    of_war: bool = False
    """Whether it is the toll of a whole war."""
    later: tuple["Happening", ...] = field(default=())
    """Consequences told in sentences after it."""

    @property
    def sentence(self) -> Sentence:
        return self.passage.sentence

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Trigger first, then what says the same, then the consequences."""
        return (self.trigger, *self.others, *self.effects)

    @property
    def carriers(self) -> tuple[Word, ...]:
        """The words whose arguments belong to the happening."""
        return tuple([m.word for m in self.mentions] + [s.verb for s in self.supports])
