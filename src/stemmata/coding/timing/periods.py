"""How long a period lasts: what began at a time and still runs ends on the day that it is told."""

from dataclasses import replace
from datetime import date
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.times import Time

# "Since 2011" and "since then" open what lasts; "since Monday" may open what is over. So the codebook leaves its end.
OF_AN_ERA: Final = frozenset({"year", "since-then"})
# "The war, which began in 2015".
BEGINNING: Final = frozenset({"begin", "start", "erupt", "break"})


def fitted(time: Time, happening: Happening, day: date | None, *, runs: bool) -> Time:
    """The time with its end where the text says how long it lasts.

    Args:
        time: as its own words tell it.
        happening: which it dates.
        day: on which it is told.
        runs: it still goes on.
    """
    if happening.sentence.start <= time.start_char < happening.sentence.end:  # and not told in another sentence
        time = _of_the_moment(_since_beginning(time, happening), happening)
    return _until_told(time, day, runs)


def begins_subject(sentence: Sentence, verb: Word, happening: Happening) -> bool:
    """Tell whether a clause says when the doer of a happening began: "the war that began in 2015 has killed 600"."""
    noun = sentence.head(verb)
    if noun is None or verb.lemma not in BEGINNING or not matches(verb.deprel, ("acl:relcl", "acl")):
        return False
    above = sentence.head(noun)
    carriers = {word.index for word in happening.carriers}
    return above is not None and above.index in carriers and noun.deprel == "nsubj" and _has(sentence, above)


def _since_beginning(time: Time, happening: Happening) -> Time:
    """ "The raids, which began last May, have killed six": the raids are dated from May on."""
    sentence = happening.sentence
    verb = sentence.head(time.head(sentence))
    if verb is None or verb.lemma not in BEGINNING:
        return time
    if happening.trigger.word.deprel == "conj" and happening.trigger.word.head == verb.index:
        goes_on = _has(sentence, happening.trigger.word)  # "the war began in April and has killed 600"
        return replace(time, kind="since", end=None, clause=True) if goes_on else time
    if not matches(verb.deprel, ("acl:relcl", "acl")):
        return time
    noun = sentence.head(verb)
    main = sentence.head(noun) if noun else None
    if noun is None or main is None or not matches(noun.deprel, ("nsubj",)) or not _has(sentence, main):
        return time
    return replace(time, kind="since", end=None, clause=True)


def _has(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb is told up to now: "has killed", "have gone on"."""
    return any(w.text.lower() in ("has", "have", "'ve", "’ve") for w in sentence.children(verb, "aux"))


def _of_the_moment(time: Time, happening: Happening) -> Time:
    """ "Closed since July, when the army took the road": the road was taken in July, not since.

    So it is with what itself stands behind "since": "the first death since the strike on Tuesday".
    """
    if time.kind != "since" or not time.named.start:
        return time
    word, sentence = happening.trigger.word, happening.sentence
    inside = all(carrier.index > time.first for carrier in happening.carriers)
    opened = inside or (word.upos == "NOUN" and "since" in clauses.cases(sentence, word))
    if time.clause and opened and word.index < time.last and time.rule != "ago":
        return replace(time, kind="window", start=time.named.start, end=time.named.end, clause=False)
    opening = next((w for w in sentence.words[time.last + 1 : word.index] if w.text.lower() == "when"), None)
    verb = sentence.head(opening) if opening else None
    if opening is None or verb is None or opening.index - time.last > 2 or not clauses.below(sentence, word, verb):
        return time
    return replace(time, start=time.named.start, end=time.named.end)


def _until_told(time: Time, day: date | None, runs: bool) -> Time:
    """What began at a time and still runs, or is counted since a war, a year or "then", lasts until it is told."""
    if time.kind != "since" or time.start is None or time.end is not None or day is None or day < time.start:
        return time
    if runs or time.rule in OF_AN_ERA or time.clause:
        return replace(time, end=day, anchor=day)
    return time
