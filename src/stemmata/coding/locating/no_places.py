"""Names that stand where those of places do and are none: of bodies, units, days, months and feasts."""

import calendar
import re
from functools import cache
from itertools import takewhile
from typing import Final

from stemmata.actors import Registry, load_sources
from stemmata.coding.locating.lists import numbered, text_of
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.band_names import is_band, is_body_of_letters
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places import Gazetteer
from stemmata.places.wording import adjectives, place_words
from stemmata.times.feasts import feasts
from stemmata.times.words import words as time_words

MONTHS: Final = frozenset(calendar.month_name[1:])
# Days, also as they stand without their apostrophe ("Saturdays blast") and cut short; Mon is a state, too.
DAYS: Final = frozenset(day + end for day in calendar.day_name for end in ("", "s")) | {
    day for day in calendar.day_abbr if day != "Mon"
}
# Seasons of feasts, which tell no day by themselves as those of feasts.csv do.
FEASTS: Final = frozenset({"Christmas", "Easter", "Eid", "Muharram", "Ramadan"})
# Bodies that go by one name in many countries.
BODIES: Final = frozenset({"Red Cross", "Red Crescent"})
PLATFORMS: Final = frozenset("Facebook Instagram Telegram TikTok Twitter VKontakte WhatsApp YouTube".split())
# Words that written with a capital are still no name of a place.
GENERIC: Final = frozenset(
    "palace war army command police parliament government assembly court tags housing station ngo observatory caliphate"
    " fatwa jihad".split()
)
# Facilities that bear the name of the country that built them.
GIVEN: Final = frozenset({"hospital", "clinic", "school", "university", "bridge", "cemetery"})
# Nouns for peoples, bands and bodies, which bear names of their own.
BANDS: Final = frozenset(
    "tribe tribes clan clans tribesman tribesmen clansman clansmen cartel gang mafia syndicate sect association"
    " foundation organisation organization company corporation agency charity newspaper channel club movement"
    " militia coalition alliance".split()
)
# What is called by a number more often than by a name: "National Road 2".
ROADS: Final = frozenset({"road", "highway"})
# Letters of the longest acronym of a body that no registry needs to know.
SHORT: Final = 5
# What numbers a unit: "the 90th Guards Tank Division".
_NTH: Final = re.compile(r"\d+(?:st|nd|rd|th)")
# Nouns before which a name is that of their sort.
WEAPONS: Final = frozenset({"rocket", "missile", "drone", "shell", "rifle", "tank", "bomb"})
# Inhabitants from which a name before a weapon is that of a town and not the weapon's own. A judgement.
TOWN: Final = 50_000
# Words behind a name in which that of a unit ends, and before it in which that of a body begins.
REACH_OF_UNIT, REACH_OF_NAME = 6, 7


def _is_people(sentence: Sentence, word: Word) -> bool:
    """ "Fell to the Kurds", "resistance from the Takfiris who fought back": a plural with its article, and who.

    So are two with their articles who fight: "between the Tebu and the Awlad Suleiman".
    """
    low = sentence.low
    behind = low[word.index + 1 : word.index + 3]
    before = low[max(0, word.index - 6) : word.index]
    two = (before[-2:] == ("between", "the") and behind == ("and", "the")) or (
        before[-2:] == ("and", "the") and before[-5:-3] == ("between", "the")
    )
    return two or ((word.xpos == "NNPS" or "who" in behind[:1]) and clauses.determined(sentence, word, {"the"}))


def is_none(sentence: Sentence, first: int, last: int, gazetteer: Gazetteer, registry: Registry) -> bool:
    """Tell whether a name is an actor's (not a state's, whose name is its country's) or only modifies a body's."""
    words = sentence.words[first : last + 1]
    if all(w.text in DAYS or len(w.text) == 1 for w in words) or is_band(sentence, words[0]):
        return True  # nor is the letter of a road a name
    name = text_of(sentence, (first, last))
    if name in BODIES:
        return True
    if name.endswith(" Local Government Area"):
        return False
    if name == name.lower() != name.upper() and not gazetteer.is_place_name(name):
        return True  # "a husseiniya in X"
    if all(w.upos == "ADJ" or w.text in adjectives() or w.text.lower() in place_words() for w in words):
        known = len(words) > 1 and gazetteer.is_place_name(" ".join(w.text for w in words))  # "the Red Sea"
        return not known and not _is_border(sentence, first, last) and not _is_called(sentence, first, last)
    behind = sentence.words[last + 1].text.lower() if last + 1 < len(sentence.words) else ""
    unit = words[-1].text.isdigit() and name.split()[0].lower() not in numbered() and behind not in place_words()
    if all(_is_general(w, registry) for w in words[: len(words) - unit]):
        return True  # "the majority-Alawite district", "the Army checkpoint", "to the Palace", "Division 12"
    nth = any(_NTH.fullmatch(w.text) for w in sentence.words[max(0, first - 1) : first + 1])
    short = words[-1].text.isupper() and len(words[-1].text) <= SHORT
    if nth and (short or any(_is_organ(w, registry) for w in sentence.words[first : last + 2])):
        return True  # "the 90th Guards Tank Division", "the 20th IB"
    if _names_operation(sentence, first, last, gazetteer.is_place_name(name)) or all(
        counted_class(w.lemma.lower()) == "person" for w in words
    ):
        return True  # "dozens of Alawites"
    if first == last and _is_people(sentence, words[0]) and not gazetteer.is_place_name(name):
        return True
    if _is_of_people(sentence, first, last):
        return True
    if _is_foreign_month(sentence, first, last) or _opens_unit(sentence, last, registry):
        return True
    if _in_longer_name(sentence, first, last, registry):
        return True
    if name.isupper() and any(one.form == name for one in registry.names.of(name)):
        return True  # "the ELN", which is a body of that country or another
    acronym = name.isupper() and name.isalpha() and len(name) <= SHORT and not gazetteer.is_place_name(name)
    if acronym and place_words().get(behind) in ("facility", "district"):
        return True  # "an FC camp", "the GNA checkpoint", "its MDC district organiser"
    if acronym and is_body_of_letters(sentence, words[0]):
        return True  # "retaken from the KLF"
    of_body = name[-1:] == "s" and name[:-1].isupper() and bool(registry.names.of(name[:-1]))  # "ISs capital"
    match = registry.resolve(name[: len(name) - of_body], head=words[-1].text)
    of_people = match is not None and match.rule == "civilians" and gazetteer.is_place_name(name)  # "Taybat al-Imam"
    if match is not None and not match.id.startswith("government-of-") and not of_people:
        return True
    if registry.persons.of(name) and behind not in place_words():
        return True  # "Sirte, hometown of Muammar Gaddafi"; the "al-Assad suburb" is one
    if _names_weapon(sentence, last, behind != "-" and _is_well_known(name, gazetteer)):
        return True
    if words[0].text in PLATFORMS:
        return True  # "in a Twitter post"
    if name in FEASTS or name.lower() in feasts() or (name.isupper() and load_sources().resolve(name) is not None):
        return True  # "at Easter", "AFP Sunday 1 Feb 2015"
    head = head_of(sentence, first, last)
    above = sentence.head(head)
    if above is None or not matches(head.deprel, ("compound", "amod", "nmod:poss")) or above.index <= last:
        return False
    if above.lemma.lower() in place_words() or behind in place_words():
        return False  # "in the Ansari neighborhood Nusra fighters killed two", which lost its comma
    begin, end = clauses.phrase(sentence, above)
    body = registry.resolve(" ".join(w.text for w in sentence.words[begin.index : end.index + 1]), head=above.text)
    return above.upos == "PROPN" or body is not None


def _is_of_people(sentence: Sentence, first: int, last: int) -> bool:
    """ "Between the Marazig and the Saida tribes", "the Sinaloa drug cartel": the name of a people or a band."""
    head = head_of(sentence, first, last)
    above = sentence.head(head)
    if first < last and sentence.low[last] in BANDS:
        return True
    own = above is not None and above.index > last and matches(head.deprel, ("compound", "amod"))
    if own and above is not None and above.lemma.lower() in BANDS:
        return True
    return any(word.lemma.lower() in BANDS for word in sentence.children(head, "conj"))


def _names_weapon(sentence: Sentence, last: int, known: bool) -> bool:
    """ "Fadi-1 rockets", "two Iskander missiles": the name of a sort of them."""
    behind = [w for w in sentence.words[last + 1 : last + 4] if w.text not in clauses.HYPHENS and not w.text.isdigit()]
    while behind and behind[0].lemma in ("cruise", "ballistic", "attack", "suicide"):
        behind = behind[1:]
    return not known and bool(behind) and behind[0].lemma in WEAPONS


def _is_well_known(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is a land's or a town's that readers may know: "the Gaza rockets", not "Grad rockets"."""
    return any(p.level != "populated_place" or p.population >= TOWN for p in gazetteer.named(name))


def _is_general(word: Word, registry: Registry) -> bool:
    """Tell whether a word written with a capital is for a sort of people, bodies or things."""
    return bool(counted_class(word.text)) or word.text.lower() in GENERIC or _is_organ(word, registry)


def _is_organ(word: Word, registry: Registry) -> bool:
    """ "The Levies post", "a Gendarmerie checkpoint"."""
    return bool(registry.roles.get(word.text.lower(), frozenset()) & {"organ", "arm"})


def _names_operation(sentence: Sentence, first: int, last: int, known: bool) -> bool:
    """ "The operation dubbed "Euphrates Shield"", "Operation Inherent Resolve", "the Peace Spring operation"."""
    if sentence.low[last + 1 : last + 2] == ("operation",):
        opened = first > 0 and sentence.words[first - 1].upos == "PROPN" and sentence.words[first - 1].head == last + 1
        if opened or (first < last and not known):
            return True
    before = (w.text.lower() for w in reversed(sentence.words[max(0, first - 2) : first]) if w.text.isalpha())
    return next(before, "") in ("dubbed", "codenamed", "operation")


def _is_foreign_month(sentence: Sentence, first: int, last: int) -> bool:
    """ "On Meskerem 14", "on the 16th of Saratan": a month of another calendar beside its day."""
    around = sentence.words[max(0, first - 2) : last + 2]
    month = [w for w in sentence.words[first : last + 1] if w.text.lower() in _foreign_months()]
    numbers = sum(w.text[:1].isdigit() for w in sentence.words[first : last + 1])
    return len(month) + numbers == last - first + 1 and bool(month) and any(w.text[:1].isdigit() for w in around)


@cache
def _foreign_months() -> frozenset[str]:
    """The months of the Islamic, Persian, Afghan and Ethiopian calendars, in lower case."""
    return frozenset((*time_words("islamic"), *time_words("solar"), *time_words("ethiopian")))


def _opens_unit(sentence: Sentence, last: int, registry: Registry) -> bool:
    """ "The Lions of Islam Brigade": the name of a unit, of which the first word alone is none of a place."""
    behind = sentence.words[last + 1 : last + 1 + REACH_OF_UNIT]
    if not behind or behind[0].text != "of":
        return False
    name = takewhile(lambda w: w.text[:1].isupper() or w.text in ("of", "the", "and", "al", "-"), behind)
    return any(w.text[:1].isupper() and _is_organ(w, registry) for w in name)


def _in_longer_name(sentence: Sentence, first: int, last: int, registry: Registry) -> bool:
    """ "The Islamic State in the Greater Sahara", "Jama'at Nusrat al-Islam": a place in the name of a body."""
    words = sentence.words
    before = ((begin, last + 1) for begin in range(max(0, first - REACH_OF_NAME), first))
    behind = ((first, end + 1) for end in range(last + 1, min(len(words), last + 1 + REACH_OF_NAME)))
    for begin, end in (*before, *behind):
        if words[begin].text[:1].isupper() and words[end - 1].text[:1].isupper():
            name = " ".join(w.text for w in words[begin:end])
            if any(one.sort == "name" and not one.person for one in registry.names.of(name)):
                return True
    return False


def _is_called(sentence: Sentence, first: int, last: int) -> bool:
    """ "The Municipal Palace", "at the South Hospital": words for what it is, written as its name."""
    words = sentence.words[first : last + 1]
    named = len(words) > 1 and first > 0 and all(w.text.istitle() or _NTH.fullmatch(w.text) for w in words)
    kind = words[-1].text.lower()
    if not named or kind in ROADS or place_words().get(kind) not in ("facility", "quarter"):
        return False
    given = kind in GIVEN and sentence.low[first - 1] == "the"  # "the Indonesian Hospital"
    return given or all(w.text not in adjectives() for w in words)


def _is_border(sentence: Sentence, first: int, last: int) -> bool:
    """Whether countries' adjectives are those of a border: "the Turkish border", "the Kenyan-Somali border"."""
    words = sentence.words[first : last + 2]
    border = next((w.index for w in words if place_words().get(w.text.lower()) == "border"), None)
    if border is None or (
        sentence.low[border + 2 : border + 3] == ("of",) and sentence.low[border + 1] in place_words()
    ):
        return False  # "the Syrian border town of X"
    return any(w.text in adjectives() for w in words)


def head_of(sentence: Sentence, first: int, last: int) -> Word:
    """The word of a run that governs the others."""
    for index in range(first, last + 1):
        if not first <= sentence.words[index].head <= last:
            return sentence.words[index]
    return sentence.words[last]
