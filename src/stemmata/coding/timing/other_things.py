"""Times that stand in a sentence and date another thing in it than what happened: a paper, a birth, a provocation."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage
from stemmata.coding.syntax import clauses
from stemmata.coding.timing import log_days, periods
from stemmata.language.trees import Sentence, Word, matches
from stemmata.times import Time

# The relations of a time to the noun that it dates: "Friday's raid", "the Friday raid".
OF_A_NOUN: Final = ("nmod:poss", "compound", "amod")


def dates_another(passage: Passage, time: Time, happening: Happening) -> bool:
    """Tell whether a time dates something that only describes or is described: "the city, divided since 2012"."""
    sentence, carriers = passage.sentence, {word.index for word in happening.carriers}
    head = time.head(passage.sentence)
    if time.rule in log_days.DATES and (noun := _of_a_noun(sentence, time)) is not None and noun not in carriers:
        return True
    if _of_what_will_be(sentence, head, happening):
        return True
    if _of_the_provocation(sentence, time, happening) or _of_the_main_verb(sentence, head, happening):
        return True
    for word in (head, *sentence.ancestors(head)):
        if word.index in carriers or any(clauses.below(sentence, carrier, word) for carrier in happening.carriers):
            return False
        # "Hit a quarter before the army retook the city in May": May is the army's.
        if word.deprel == "advcl" and not time.clause and clauses.cases(sentence, word) & (AFTER - {"since"}):
            return True
        above = sentence.head(word)
        if above is None or above.index in carriers:
            return False
        if periods.begins_subject(sentence, word, happening):
            return False
        if word.deprel == "acl:relcl" or (word.deprel == "acl" and sentence.words[time.first].lemma == "since"):
            return True
        if word.deprel == "acl" and word.lemma.lower() in ISSUED and above.index not in carriers:
            return True
        if word is head and above.upos == "NOUN" and clauses.cases(sentence, above) & AFTER:
            return True
    return False


# "A report published on 18 November", "a man born in 1980": the day is that of the paper or the birth.
ISSUED: Final = frozenset("publish release issue post broadcast air date circulate obtain see film bear".split())
PROVOKED: Final = frozenset({"retaliation", "revenge", "response", "reprisal", "retribution", "vengeance", "reply"})


# What is told to come: "will be arraigned on Monday", "are due in court on Friday", "are expected in the coming days".
COMING: Final = frozenset({"will", "'ll", "’ll", "shall", "would"})
EXPECTED: Final = frozenset("expect schedule due set slate plan".split())


def _of_what_will_be(sentence: Sentence, head: Word, happening: Happening) -> bool:
    """ "Were arrested and will be arraigned on Monday": the day is that of what is to come."""
    verb = next((word for word in sentence.ancestors(head) if word.upos == "VERB"), None)
    if verb is None or any(word is verb or clauses.below(sentence, word, verb) for word in happening.carriers):
        return False
    above = sentence.head(verb)
    expected = verb.lemma in EXPECTED or (verb.deprel == "xcomp" and above is not None and above.lemma in EXPECTED)
    return expected or any(aux.text.lower() in COMING for aux in sentence.children(verb, "aux"))


def _of_the_main_verb(sentence: Sentence, head: Word, happening: Happening) -> bool:
    """ "Troops besieged in Kaga broke out on Monday", "people killed in the raid were buried on Monday": the day is of
    what they did or what was done to them then."""
    word, verb = happening.trigger.word, sentence.head(head)
    who = sentence.head(word)
    if who is None or verb is None or verb.upos != "VERB" or word.deprel != "acl" or word.xpos != "VBN":
        return False
    then = who.head == verb.index and word.index < verb.index < head.index and verb not in happening.carriers
    return then and happening.type in OF_PEOPLE


# Types that are told of people by a participle, before what they go on to do.
OF_PEOPLE: Final = frozenset("siege displacement abduction arrest casualties attack_on_civilians release".split())


def _of_the_provocation(sentence: Sentence, time: Time, happening: Happening) -> bool:
    """ "Fired on the base in revenge for the killing of its leader on Friday": Friday is that of the killing."""
    for word in sentence.words[happening.trigger.word.index + 1 : time.first]:
        if word.lemma.lower() in PROVOKED and "in" in clauses.cases(sentence, word):
            between = sentence.words[word.index : time.first]
            return len(between) > 2 and all(w.text != "," for w in between)
    return False


def _of_a_noun(sentence: Sentence, time: Time) -> int | None:
    """The index of the noun that a date stands in: "the June 3 election"."""
    last = sentence.words[time.last]
    if last.head <= time.last or not matches(last.deprel, OF_A_NOUN):
        return None
    before = sentence.words[max(0, time.first - 1) : time.last]
    return last.head if any(w.head == last.head and w.deprel in ("det", "nmod:poss", "amod") for w in before) else None


def of_a_rank(passage: Passage, time: Time) -> bool:
    """ "The deadliest attack in the region since June": the time says among which it is the deadliest."""
    sentence = passage.sentence
    head = time.head(sentence)
    if time.kind != "since" and not {"in"} & clauses.cases(sentence, head):
        return False
    before = [w for w in sentence.words[: time.first] if w.deprel == "amod" and w.lemma not in ("least", "most")]
    ranked = [w for w in before if w.xpos == "JJS" or w.text.endswith("est") or w.lemma in ("first", "worst")]
    return any(
        (noun := sentence.head(rank)) is not None and (time.kind == "since" or clauses.below(sentence, head, noun))
        for rank in ranked
    )


# "Displaced after the fire of 22 March": the day is that of the fire.
AFTER: Final = frozenset({"after", "since", "following", "before"})
