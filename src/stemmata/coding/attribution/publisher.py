"""Whether a document's own publisher speaks, who is left out of the claimants."""

from stemmata.actors import load_sources
from stemmata.coding.attribution.speakers import FIRST_PERSONS, Speaker
from stemmata.coding.passages import Scene


def is_publisher(speaker: Speaker, scene: Scene) -> bool:
    """Tell whether the document's own publisher speaks: by its name, as "we", through "our team" or its reporter."""
    speaker = speaker.stands_for or speaker
    sentence, head, nouns = speaker.passage.sentence, speaker.head, scene.codebook.speakers
    lemma = head.lemma.lower()
    if head.text.lower() in FIRST_PERSONS:
        return True
    beside = [w for w in sentence.children(head) if w.index < head.index]
    if lemma in nouns["own"] and any(w.text.lower() in ("our", "my") for w in beside):
        return True
    if lemma in nouns["outlet"] and any(w.text.lower() in ("our", "this") for w in beside):
        return True  # "relatives told this newspaper"
    if lemma in nouns["reporter"] and any(_names_publisher(w.text, scene) for w in beside):
        return True
    return _names_publisher(speaker.span.quote, scene) or _own_body(speaker, scene)


def _names_publisher(name: str, scene: Scene) -> bool:
    """Tell whether a name is the publisher's, whole, in part ("the Network") or by its initials."""

    def plain(text: str) -> str:
        low = text.lower()
        return "".join(c for c in low.removeprefix("al-").removeprefix("el-") if c.isalnum())

    words = [w for w in (plain(part) for part in (scene.document.publisher or "").split()) if w]
    told = {plain(_bare(w)) for w in name.split()} - {"the", "this", "our", "its", "al", "el", ""}
    initials = "".join(w[0] for w in words)
    return bool(words and told) and (told <= set(words) or plain(name) in (initials, "".join(words)))


def _bare(word: str) -> str:
    """A name without its possessive, whose apostrophe is lost at times: "SANAs reporter"."""
    short = word.removesuffix("'s").removesuffix("’s")
    return short[:-1] if len(short) > 2 and short.endswith("s") and short[:-1].isupper() else short


def _own_body(speaker: Speaker, scene: Scene) -> bool:
    """ "The United States condemns", published by one of its ministries; "told The New Arab", published by Alaraby."""
    name, index, publisher = speaker.span.quote, speaker.head.index, scene.document.publisher
    if not publisher or not any(
        n.kind in ("place", "group") and n.first <= index <= n.last for n in speaker.passage.sentence.names
    ):
        return False
    sources = load_sources()
    own = sources.resolve(publisher) or scene.registry.resolve(publisher, day=scene.day)
    told = sources.resolve(name) or scene.registry.resolve(name, day=scene.day)
    return own is not None and told is not None and own.id == told.id
