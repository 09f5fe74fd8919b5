"""Tells the language of a text, so that one in another language is named and not guessed at.

English is told by its function words, in microseconds. Only for what has too few of them the library
py3langid is asked, which knows some 140 languages and takes 0.8 s of CPU to load.
"""

import re
from functools import cache
from typing import Any

FUNCTION_WORDS = frozenset(
    [
        *("the", "and", "that", "with", "from", "were", "been", "has", "have", "had", "would", "could", "should"),
        *("they", "their", "them", "which", "who", "whose", "this", "these", "those", "there", "not", "but", "said"),
        *("after", "before", "near", "while", "when", "where", "his", "her", "its", "by", "of", "are", "than", "about"),
    ]
)
"""Frequent words of English that few other languages write the same way."""
ENOUGH = 0.08
"""Share of them from which a text is English. In 482 news articles on Syria (FA-KES) it was never below 0.10."""
BYTES = 25
"""Bytes of letters in UTF-8 below which nothing is told: three names in a row may be of any language."""
CONFIDENCE = 0.5
"""Of py3langid, below which its answer is not taken. Set by judgement."""
SAMPLE = 4000
"""Characters that are looked at, half from the beginning and half from the middle."""

_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """The language of a text as an ISO 639-1 code (639-3 where there is none); None if it cannot be told."""
    if len(text) > SAMPLE:
        middle = len(text) // 2
        text = text[: SAMPLE // 2] + " " + text[middle : middle + SAMPLE // 2]
    words = _WORD.findall(text.lower())
    if len("".join(words).encode(errors="replace")) < BYTES:
        return None
    share = sum(word in FUNCTION_WORDS for word in words) / len(words)
    if share >= ENOUGH:
        return "en"
    language, confidence = _identifier().classify(" ".join(words))
    return str(language) if confidence >= CONFIDENCE else None


@cache
def _identifier() -> Any:
    # Imported only where it is needed: its model takes longer to load than the whole language model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
