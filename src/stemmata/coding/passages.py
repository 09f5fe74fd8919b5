"""What is known of a document before its happenings are put together: sentences with their finds.

`Passage` is one sentence with the triggers, counts, times and places found in it; `Scene` is the whole
document. Later stages read these and never change them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from stemmata.actors import Registry, Told
from stemmata.coding.codebook import Codebook
from stemmata.coding.syntax.classes import Classes
from stemmata.coding.triggers import Mention
from stemmata.figures import Count, find_counts
from stemmata.language.trees import Sentence, Word
from stemmata.places import Resolved
from stemmata.records import Block, Document, Relation
from stemmata.times import Time


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place named in a sentence: words `first` to `last`, headed by `head`."""

    first: int
    last: int
    head: Word
    relation: Relation
    rule: str
    resolved: Resolved | None
    """None for a described place ("the camp") that no gazetteer can know."""
    inside: int | None = None
    """The index, in the passage's list, of the place that only says where this one lies."""
    cut: int = 0
    """Characters of its last word that are none of the name: "Syrias" of a text thinned of its apostrophes."""

    def located(self, resolved: Resolved | None) -> "PlaceName":
        """The same name, and which place it is."""
        return PlaceName(
            self.first, self.last, self.head, self.relation, self.rule, resolved, self.inside, self.cut
        )  # as `replace` does, which takes ten times as long


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with what was found in it."""

    number: int
    sentence: Sentence
    block: Block
    block_number: int
    mentions: Sequence[Mention]
    times: Sequence[Time]
    places: Sequence[PlaceName]
    text: str
    """The document's."""
    uncounted: tuple[tuple[int, int], ...]
    """The stretches of it whose numbers are times or names and count nothing."""

    @property
    def counts(self) -> Sequence[Count]:
        """The counts of the sentence, read when somebody asks: of a third of the sentences nobody does."""
        found: Sequence[Count] | None = self.sentence.answers.get("counts")
        if found is None:
            found = self.sentence.answers["counts"] = find_counts(self.sentence, self.text, self.uncounted)
        return found


@dataclass(frozen=True)
class Scene:
    """A document on its way to reports."""

    document: Document
    codebook: Codebook
    registry: Registry
    classes: Classes
    passages: Sequence[Passage]
    countries: Sequence[str] = ()
    """The countries that the document's places lie in, most named first."""
    introduced: Mapping[str, str] = field(default_factory=dict)
    """Acronyms that the text itself explains."""
    told: Told = field(default_factory=lambda: Told(""))
    """Whom the text names, for what its common words take up."""
    day: date | None = None
    """The day that relative times count from: what the text opens with, the dateline's, else the publication's."""
    opening_end: int = 0
    """Times up to this offset date the document."""
    story: int = 0
    """Where the story begins, behind its title and day; -1 where the document has no paragraph."""

    def passage_at(self, offset: int) -> Passage | None:
        """The sentence that holds a character of the document's text; None between two."""
        at = bisect_right(self.passages, offset, key=lambda passage: passage.sentence.start)
        found = self.passages[at - 1] if at else None
        return found if found is not None and offset < found.sentence.end else None

    @property
    def country(self) -> str | None:
        """The country that most of the document's places lie in."""
        return self.countries[0] if self.countries else None
