"""What an HTML page tells about itself: title, publisher, author, address, language and days, with where each stood."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from stemmata.reading.boilerplate import names_no_reporting
from stemmata.reading.dates import day_of
from stemmata.reading.freeze import canonical
from stemmata.records import DatedMark, DateKind

Element = Any

PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "date", "article.published", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "article_date_original",
    "originalpublicationdate", "release_date",
)  # fmt: skip
"""Names of `meta` elements that tell the day of publication, the most trustworthy first."""

UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
)

ARTICLES = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "webpage",
        "report", "backgroundnewsarticle", "reviewnewsarticle", "blogposting", "liveblogposting", "socialmediaposting",
    }
)  # fmt: skip
"""Types of schema.org that stand for the page's own text."""

LARGEST_DATA = 1_000_000
"""Characters of one JSON-LD element; the ones of news pages stay under 100,000."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page tells about itself; None where it does not."""

    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    dates: tuple[DatedMark, ...]
    body: str | None
    """The article's text out of JSON-LD, for pages that show it only by script."""
    base: str | None
    """What relative addresses are relative to."""
    image: str | None
    """The picture that stands for the page where it is shared."""


def facts_of(tree: Element, address: str | None) -> Facts:
    """Read a whole tree's metadata.

    Args:
        tree: the page, before anything is taken out of it.
        address: where it was fetched from, if it was.
    """
    metas = _metas(tree)
    article = _article(tree)
    url = _address(tree, metas, address)
    publisher = metas.get("og:site_name") or _name(article.get("publisher")) or metas.get("application-name")
    return Facts(
        title=_title(tree, metas, article, publisher),
        publisher=_clean(publisher),
        author=_clean(_name(article.get("author")) or metas.get("author") or metas.get("dc.creator")),
        url=url,
        language=_language(tree, metas),
        dates=tuple(_dates(tree, metas, article, url)),
        body=_text(article.get("articleBody")),
        base=absolute(next((e.get("href") for e in tree.iter("base")), None), url) or url,
        image=absolute(metas.get("og:image"), url),
    )


def absolute(address: str | None, base: str | None) -> str | None:
    """An address made absolute where its base is known; None where it is none."""
    try:
        return urljoin(base or "", (address or "").strip()) or None
    except ValueError:
        return None


def _metas(tree: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _article(tree: Element) -> dict[str, Any]:
    """The JSON-LD object that stands for the page's text."""
    for element in tree.iter("script"):
        source = element.text or ""
        if "ld+json" in (element.get("type") or "").lower() and len(source) <= LARGEST_DATA:
            try:
                told = json.loads(source.strip(), strict=False)
            except (ValueError, RecursionError):
                continue
            for item in _objects(told):
                if _types(item) & ARTICLES and (item.get("headline") or item.get("datePublished")):
                    return item
    return {}


def _objects(told: Any) -> Iterator[dict[str, Any]]:
    for item in told if isinstance(told, list) else [told]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in (graph if isinstance(graph, list) else ()) if isinstance(node, dict))
            if isinstance(item.get("mainEntity"), dict):
                yield item["mainEntity"]


def _types(item: dict[str, Any]) -> set[str]:
    told = item.get("@type")
    return {str(name).lower() for name in (told if isinstance(told, list) else [told])}


def _name(told: Any) -> str | None:
    """The name of a person or organisation, or of several."""
    if isinstance(told, list):
        return ", ".join(name for item in told[:10] if (name := _name(item))) or None
    return _text(told.get("name") if isinstance(told, dict) else told)


def _text(told: Any) -> str | None:
    return told.strip() or None if isinstance(told, str) else None


def _clean(words: str | None) -> str | None:
    """Words of metadata on one line; an address is no name."""
    words = " ".join(canonical(words).split()) if words else ""
    return words if words and not re.match(r"https?://", words) else None


def _title(tree: Element, metas: dict[str, str], article: dict[str, Any], publisher: str | None) -> str | None:
    told = (
        metas.get("og:title") or _text(article.get("headline")) or metas.get("twitter:title") or metas.get("dc.title")
    )
    if not told:
        told = next((element.text_content() for element in tree.iter("title")), None)
    told = _clean(told) or ""
    head, mark, tail = _last_part(told)
    if mark and (tail.casefold() == (publisher or "").casefold() or _is_heading(tree, head)):
        return head
    return told or None


def _is_heading(tree: Element, words: str) -> bool:
    return any(_clean(heading.text_content()) == words for heading in tree.iter("h1", "h2"))


def _last_part(title: str) -> tuple[str, str, str]:
    parts = re.split(r"\s+([|–—·»:-])\s+(?=[^|–—·»]*$)", title, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (title, "", "")


def _address(tree: Element, metas: dict[str, str], address: str | None) -> str | None:
    links = (e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    told = absolute(next(links, None) or metas.get("og:url"), address) or address
    return told if told and re.match(r"https?://", told) else None


def _language(tree: Element, metas: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    told = told or metas.get("content-language") or metas.get("og:locale") or ""
    primary = re.match(r"([A-Za-z]{2,3})(?=$|[-_,])", told.strip())
    return primary.group(1).lower() if primary else None


def _dates(tree: Element, metas: dict[str, str], article: dict[str, Any], url: str | None) -> Iterator[DatedMark]:
    """Every day that the markup tells, the most trustworthy of each kind first."""
    wanted: tuple[tuple[DateKind, tuple[str, ...], str], ...] = (
        ("published", PUBLISHED, "datePublished"),
        ("updated", UPDATED, "dateModified"),
    )
    for kind, names, key in wanted:
        first = next((name for name in names if name in metas), None)
        yield from _mark(kind, metas.get(first or ""), f"meta {first}")
        yield from _mark(kind, _text(article.get(key)), f"JSON-LD {key}")
    yield from _time_elements(tree)
    if told := re.search(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)", urlsplit(url or "").path):
        yield from _mark(
            "published", "-".join(f"{int(part):02}" for part in told.groups()), "address", told.group().strip("/")
        )


TIMES: dict[DateKind, frozenset[str]] = {
    "published": frozenset({"published", "datepublished", "entry-date"}),
    "updated": frozenset({"updated", "datemodified"}),
}
"""Classes (microformats, WordPress) and `itemprop` (schema.org) of elements that hold a day, for each kind of day."""


def _time_elements(tree: Element) -> Iterator[DatedMark]:
    """The first `time` element, or element of microdata, for each kind of day that says which it is."""
    seen: set[DateKind] = set()
    for element in tree.iter("time", "abbr", "span", "meta", "div"):
        names = {*(element.get("class") or "").lower().split(), (element.get("itemprop") or "").lower()}
        if element.tag == "time" and "pubdate" in element.attrib:
            names.add("published")
        for kind, marks in TIMES.items():
            if kind not in seen and names & marks and not _is_of_another_page(element):
                told = next(filter(None, map(element.get, ("datetime", "content", "title"))), element.text_content())
                for mark in _mark(kind, told, "time element" if element.tag == "time" else f"{element.tag} element"):
                    seen.add(kind)
                    yield mark


def _is_of_another_page(element: Element) -> bool:
    """Tell whether it stands in a list of related pages, a sidebar or a comment."""
    return any(
        box.tag in ("aside", "nav")
        or (box.tag != "body" and names_no_reporting(f"{box.get('class', '')} {box.get('id', '')}"))
        for box in element.iterancestors()
    )


def _mark(kind: DateKind, value: str | None, read_from: str, raw: str | None = None) -> Iterator[DatedMark]:
    day = day_of(value) if value else None
    if day and value:
        yield DatedMark(kind, day, read_from, (raw or value).strip()[:100])
