"""Codings → one HTML page without any script: the text with its evidence marked, and every value linked to its words.

Links go both ways. A value leads to its words, which light up (`:target`) and then show the way back. Everything from
outside is escaped; the page's own policy forbids scripts, frames, forms and all requests.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from stemmata.exports import marks, wording
from stemmata.exports.drawing import frame
from stemmata.exports.marks import Words
from stemmata.exports.reasons import sentence_of
from stemmata.exports.values import FIELDS, Value, values
from stemmata.records import BlockKind, Coding, Document, Report, Why

# Fields in the order of a card; type and status are its heading.
CARD = ("initiator", "target", "places", "when", "figures", "claimant")
KEY = ("trigger", "status", *CARD, "evidence")
# The element of each block, and its class where the element says too little.
ELEMENTS: dict[BlockKind, tuple[str, str]] = {
    "headline": ("h2", "headline"),
    "heading": ("h3", "heading"),
    "byline": ("p", "byline"),
    "paragraph": ("p", "paragraph"),
    "quote": ("blockquote", "quote"),
    "list_item": ("p", "item"),
    "caption": ("p", "caption"),
    "embedded_post": ("blockquote", "post"),
}
# Words that very many reports share, such as the name of their source, lead back to the first of them only.
MOST_WAYS_BACK = 12
# Control characters that HTML forbids; line breaks and tabs are text.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def as_page(codings: Iterable[Coding]) -> str:
    """The codings as one self-contained HTML page."""
    shown = [_Shown(coding, number) for number, coding in _numbered(codings)]
    documents = "\n".join(one.article() for one in shown)
    sheet = frame.style("palette.css", "marks.css", "page.css") + "".join(rule for one in shown for rule in one.rules())
    title = shown[0].title if len(shown) == 1 else "Coded documents"
    reports = sum(len(one.coding.reports) for one in shown)
    tally = f"{_plural(reports, 'report')} in {_plural(len(shown), 'document')}"
    return f"""{frame.head(title, sheet)}<body>
<header class="masthead">
<p class="brand">Stemmata</p>
<p class="tally">{tally}</p>
<ul class="key" aria-label="Key to the marks">{"".join(_key(field) for field in KEY)}</ul>
</header>
<main>
{documents}
</main>
<footer>{_made_with(shown)}</footer>
</body>
</html>
"""


def _numbered(codings: Iterable[Coding]) -> Iterator[tuple[int, Coding]]:
    """Each coding with the number of its first report, counted over all documents as the table does."""
    first = 1
    for coding in codings:
        yield first, coding
        first += len(coding.reports)


def _key(field: str) -> str:
    return f'<li><span class="{field}">{FIELDS[field]}</span></li>'


def _made_with(shown: Sequence["_Shown"]) -> str:
    made = {one.coding.made_with for one in shown}
    with_what = "; ".join(
        f"Stemmata {_text(one.stemmata)}, codebook {_text(one.codebook)}, language model {_text(one.model)}"
        for one in sorted(made, key=repr)
    )
    return (
        f"<p>Coded by a program{': ' + with_what if with_what else ''}. Each value is what the marked words say, by the"
        " claimant named; nothing here says that it is true.</p>"
    )


def _text(text: str) -> str:
    """Text from outside, on one line and kept apart from the direction of the text around it."""
    return f"<bdi>{escape(wording.one_line(text))}</bdi>"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


class _Shown:
    """One document on the page, with the anchors of its words and values."""

    def __init__(self, coding: Coding, first: int) -> None:
        self.coding = coding
        self.first = first
        self.title = escape(wording.one_line(coding.document.title or coding.document.source))
        self.fields: dict[Words, set[str]] = defaultdict(set)
        self.back: dict[Words, list[tuple[str, str]]] = defaultdict(list)
        self.reports: dict[Words, list[int]] = defaultdict(list)
        self.cut: set[Words] = set()
        for number, report in enumerate(coding.reports, first):
            self._note(number, report)

    def _note(self, number: int, report: Report) -> None:
        for field in FIELDS:
            for place, value in enumerate(values(report, field)):
                words = value.span.start, value.span.end
                self.fields[words] |= {field} if _has_a_mark(field, report) else set()
                if field == "evidence":
                    self.reports[words].append(number)
                elif field != "type":
                    self.back[words].append((_anchor(number, field, place), f"{number} {FIELDS[field]}"))

    def words_id(self, words: Words) -> str:
        return f"w{self.first}-{words[0]}-{words[1]}"

    def rules(self) -> Iterator[str]:
        """Words cut in pieces light up as one: a selector for each, since only the first piece can be the target."""
        for words in sorted(self.cut):
            name = self.words_id(words)
            yield f"body:has(#{name}:target) .{name}{{background:var(--target);color:var(--on-target)}}\n"

    def article(self) -> str:
        document = self.coding.document
        blocks = list(_stretches(document))
        reached = marks.by_block([(start, end) for _, start, end in blocks], self.fields)
        beside = self._reports_by_block([start for _, start, _ in blocks])
        rows = "\n".join(
            f'<div class="row"><div class="text">{self._block(kind, start, end, reached[number])}</div>'
            f'<div class="reports">{"".join(self._card(*one) for one in beside[number])}</div></div>'
            for number, (kind, start, end) in enumerate(blocks)
        )
        return f'<article class="document">\n{self._header()}\n{rows}\n</article>'

    def _reports_by_block(self, starts: Sequence[int]) -> dict[int, list[tuple[int, Report]]]:
        found: dict[int, list[tuple[int, Report]]] = defaultdict(list)
        for number, report in enumerate(self.coding.reports, self.first):
            found[max(0, bisect_right(starts, report.evidence.start) - 1)].append((number, report))
        return found

    # ------------------------------------------------------------------------------------------ the document

    def _header(self) -> str:
        document = self.coding.document
        publisher = f'<p class="publisher">{_text(document.publisher)}</p>' if document.publisher else ""
        facts = "".join(f"<li>{fact}</li>" for fact in _facts(document))
        problems = "".join(f'<p class="problem">{_text(one.message)}</p>' for one in self.coding.problems)
        return (
            f'<header>{publisher}<h1 dir="auto">{self.title}</h1><ul class="facts">{facts}</ul>{problems}'
            f"{self._contents()}</header>"
        )

    def _contents(self) -> str:
        reports = self.coding.reports
        if not reports:
            return '<p class="nothing">No event is reported here.</p>'
        first = {report.type: number for number, report in reversed(list(enumerate(reports, self.first)))}
        counts = Counter(report.type for report in reports)
        types = "".join(
            f'<li><a href="#r{first[name]}">{escape(wording.kind(name))}</a> <b>{count}</b></li>'
            for name, count in counts.most_common()
        )
        return f'<ul class="contents" aria-label="Reports by type">{types}</ul>'

    def _block(self, kind: BlockKind | None, start: int, end: int, reached: Sequence[Words]) -> str:
        inner = "".join(self._inline(start, end, reached))
        if kind is None:
            return f'<details><summary>Left out as no part of the text</summary><p dir="auto">{inner}</p></details>'
        element, name = ELEMENTS[kind]
        return f'<{element} class="{name}" dir="auto"{_language(self.coding.document)}>{inner}</{element}>'

    def _inline(self, start: int, end: int, reached: Sequence[Words]) -> Iterator[str]:
        for edge in marks.within(start, end, reached):
            if edge.kind == "text":
                text = self.coding.document.text[edge.start : edge.end]
                yield escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))
            elif edge.kind == "open":
                yield self._open(edge)
            else:
                yield (self._ways_back(edge.words) if edge.last else "") + "</mark>"

    def _open(self, edge: marks.Edge) -> str:
        names = sorted(self.fields[edge.words])
        if not (edge.first and edge.last):
            self.cut.add(edge.words)
            names.append(self.words_id(edge.words))
        anchor = f' id="{self.words_id(edge.words)}"' if edge.first else ""
        numbers = self.reports.get(edge.words, []) if edge.first else []
        refs = " ".join(f'<a href="#r{number}">{number}</a>' for number in numbers[:MOST_WAYS_BACK])
        return f'<mark{anchor} class="{" ".join(names)}">' + (f'<span class="refs">{refs}</span>' if refs else "")

    def _ways_back(self, words: Words) -> str:
        ways = self.back.get(words, [])
        if not ways:
            return ""
        links = " ".join(f'<a href="#{anchor}">{label}</a>' for anchor, label in ways[:MOST_WAYS_BACK])
        more = f" and {len(ways) - MOST_WAYS_BACK} more" if len(ways) > MOST_WAYS_BACK else ""
        return f'<span class="back">back to {links}{more}</span>'

    # -------------------------------------------------------------------------------------------- a report

    def _card(self, number: int, report: Report) -> str:
        kind, status = values(report, "type")[0], values(report, "status")[0]
        evidence = self.words_id((report.evidence.start, report.evidence.end))
        fields = "".join(self._field(number, report, field) for field in CARD)
        return (
            f'<section class="card {report.status.value}" id="r{number}">'
            f'<h2><a class="number" href="#{evidence}" title="Show the evidence">{number}</a>'
            f"{self._link(kind, _anchor(number, 'trigger', 0), 'type')}"
            f"{self._link(status, _anchor(number, 'status', 0), 'status-word')}</h2>"
            f"<dl>{fields}{_untold(report)}</dl>{self._also(report)}{self._why(report)}</section>"
        )

    def _field(self, number: int, report: Report, field: str) -> str:
        links = [
            self._link(value, _anchor(number, field, place)) + _note(value)
            for place, value in enumerate(values(report, field))
        ]
        if not links and field != "claimant":
            return ""  # the card's last line names what is not told
        told = links[0] if len(links) == 1 else f"<ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>"
        return f'<dt><span class="{field}">{FIELDS[field]}</span></dt><dd>{told if links else self._own_voice()}</dd>'

    def _own_voice(self) -> str:
        publisher = self.coding.document.publisher
        return f'<span class="untold">{_text(publisher) if publisher else "the page itself"}, in its own voice</span>'

    def _link(self, value: Value, anchor: str, name: str = "") -> str:
        words = self.words_id((value.span.start, value.span.end))
        said = f' class="{name}"' if name else ""
        quote = escape(wording.quoted(value.span.quote))
        return f'<a id="{anchor}" href="#{words}"{said} title="{quote}">{_text(value.said)}</a>'

    def _also(self, report: Report) -> str:
        if not report.also:
            return ""
        links = " ".join(
            f'<a href="#{self.words_id((span.start, span.end))}">{_text(span.quote[:60])}</a>' for span in report.also
        )
        return f'<p class="untold">Told again: {links}</p>'

    def _why(self, report: Report) -> str:
        lines = "".join(_reason(field, value) for field in ("type", "status", *CARD) for value in values(report, field))
        return f'<details class="why"><summary>Why</summary><ul>{lines}</ul></details>'


def _has_a_mark(field: str, report: Report) -> bool:
    """The type rests on the trigger; so does the status, unless words of its own tell it."""
    status, trigger = report.status.span, report.trigger.span
    return field != "type" and (field != "status" or status.end <= trigger.start or status.start >= trigger.end)


def _note(value: Value) -> str:
    return f" <small>{_text(value.note)}</small>" if value.note else ""


def _untold(report: Report) -> str:
    by = f" (known by {wording.day(report.known_by)})" if report.known_by else ""
    names = {field: FIELDS[field] + (by if field == "when" else "") for field in CARD}
    untold = ", ".join(_text(names[field]) for field in CARD if field != "claimant" and not values(report, field))
    return f'<dt>not told</dt><dd class="untold">{untold}</dd>' if untold else ""


def _anchor(number: int, field: str, place: int) -> str:
    return f"r{number}-{field}-{place + 1}"


def _reason(field: str, value: Value) -> str:
    """The rule in words where this version of the codebook has it, else its name, and the entry."""
    if value.why is None:
        return ""
    says = " ".join(map(_rule, (value.why, *value.also)))
    return f"<li><b>{FIELDS[field]}</b> {_text(value.said)}: {says}</li>"


def _rule(why: Why) -> str:
    entry = f" <code>{escape(wording.one_line(why.entry))}</code>" if why.entry else ""
    return _text(sentence_of(why.rule) or why.rule) + entry


def _stretches(document: Document) -> Iterator[tuple[BlockKind | None, int, int]]:
    """The blocks, with the words between them (None) that reading left out as no part of the text."""
    at = 0
    for block in document.blocks:
        if document.text[at : block.start].strip():
            yield None, at, block.start
        yield block.kind, block.start, block.end
        at = block.end
    if document.text[at:].strip():
        yield None if document.blocks else "paragraph", at, len(document.text)


def _facts(document: Document) -> Iterator[str]:
    if document.author:
        yield f"by <b>{_text(document.author)}</b>"
    yield from (_text(told) for told in wording.dates(document))
    source = document.url or document.source
    if re.match(r"https?://", source):
        yield f'<a href="{escape(source)}" rel="noopener noreferrer">{_text(source)}</a>'
    else:
        yield _text(source)


def _language(document: Document) -> str:
    known = re.fullmatch(r"[a-z]{2,3}", document.language or "")
    return f' lang="{known.group()}"' if known else ""
