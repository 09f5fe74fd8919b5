"""How the verb beside a time and the noun behind it decide what it means: what lies ahead, what only dates a noun."""

from collections.abc import Sequence

from stemmata.language.trees import Sentence, Word
from stemmata.times.told import Told, word_range
from stemmata.times.words import words


def is_future(sentence: Sentence, first: int, last: int, told: Told) -> bool:
    """Tell whether the verb that a time belongs to speaks of what is to come.

    The tree leads from the time to its verb; "will" and "to" beside that verb, or a verb of planning above it, decide.
    """
    if told.lead == "for" and told.core.grain == "day" and not names_event(sentence, told):
        return True
    inside = range(first, last + 1)
    top = next((word for word in sentence.words[first : last + 1] if word.head not in inside), None)
    if top is None:
        return False
    verbs = [word for word in (top, *sentence.ancestors(top)) if word.upos in ("VERB", "AUX", "ADJ")][:3]
    if not verbs:
        return False
    if _points_ahead(sentence, verbs[0]) or _is_planned(sentence, verbs):
        return True
    # "from Saturday" tells a beginning that lies ahead, unless its verb says that it has come.
    opens = told.lead in ("from", "starting", "as of") and told.core.grain == "day" and not dates_noun(sentence, told)
    return opens and not _is_past(sentence, verbs[0])


def _is_past(sentence: Sentence, verb: Word) -> bool:
    return verb.xpos == "VBD" or any(
        child.xpos in ("VBD", "VBP", "VBZ") for child in sentence.children(verb, "aux", "cop")
    )


def _points_ahead(sentence: Sentence, verb: Word) -> bool:
    helpers = sentence.children(verb, "aux")
    marks = {child.text.lower() for child in helpers}
    if marks & words("will").keys():
        return True
    if marks & words("modal").keys() and not any(child.lemma == "have" for child in helpers):
        return True
    to = any(child.text.lower() == "to" for child in sentence.children(verb, "mark", "aux"))
    return to and any(child.lemma == "be" for child in sentence.children(verb, "cop", "aux")) and verb.xpos == "VB"


def _is_planned(sentence: Sentence, verbs: Sequence[Word]) -> bool:
    """ "is due to begin on Friday", "threatened to burn any lorry from Saturday", "are to sign next week"."""
    verb = verbs[0]
    if verb.lemma in words("plan") and verb.xpos in ("VBN", "JJ", "VBP", "VBZ") and verb.deprel != "advcl":
        if verb.lemma == "set":  # "set for Monday", while "set on fire on Monday" is done
            return not sentence.children(verb, "obl") or any(
                child.text.lower() in ("for", "to")
                for part in sentence.children(verb, "obl", "xcomp")
                for child in sentence.children(part, "case", "mark")
            )
        return verb.lemma in ("expect", "schedule", "due", "slate", "plan")
    infinitive = any(child.text.lower() == "to" for child in sentence.children(verb, "mark"))
    # "due to begin": some trees take "due to" for one preposition.
    if verb.xpos == "VB" and any(child.lemma in words("plan") for child in sentence.children(verb, "case", "mark")):
        return True
    return infinitive and len(verbs) > 1 and (verbs[1].lemma in words("plan") or verbs[1].lemma == "be")


def dates_noun(sentence: Sentence, told: Told) -> bool:
    """Tell whether "from Friday" only dates a noun: "footage from Friday", "the toll from Sunday's attack"."""
    first, last = word_range(sentence, told.start, told.end)
    return (first > 0 and sentence.words[first - 1].upos in ("NOUN", "PROPN")) or _is_possessive(sentence, last)


def names_event(sentence: Sentence, told: Told) -> bool:
    """Tell whether a noun follows: "after Friday prayers", "before Sunday's vote" are told by that day."""
    last = word_range(sentence, told.start, told.end)[1]
    following = sentence.words[last + 1] if last + 1 < len(sentence.words) else None
    return _is_possessive(sentence, last) or (following is not None and following.upos in ("NOUN", "PROPN"))


def _is_possessive(sentence: Sentence, last: int) -> bool:
    """ "Sunday's raid", and "Sundays raid" in text that lost its apostrophes."""
    if last + 1 >= len(sentence.words):
        return False
    following = sentence.words[last + 1]
    return following.text in ("'s", "’s", "'", "’") or (
        sentence.words[last].text.lower().endswith("days") and following.upos in ("NOUN", "ADJ")
    )
