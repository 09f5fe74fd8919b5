"""Which reports go together, within what persons decided."""

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from making import DAY, coding, days, document, report

from stemmata.merging import merge
from stemmata.merging.clustering import cluster, components, regroup
from stemmata.records import Decision

KEYS = list("abcdef")
SCORES = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([-100.0, -2.0, -0.5, 0.5, 1.0, 2.0, 6.0]),
)
PAIR = st.lists(st.sampled_from(KEYS), min_size=2, max_size=3, unique=True).map(lambda keys: tuple(sorted(keys)))


FAR = -3.0
"""What a pair counts here that no score is given for."""


def grouped_by(keys, scores, **decided):
    """The groups of reports, by a table of scores."""
    held = set(keys)
    linked = [pair for pair, points in scores.items() if points > 0 and held.issuperset(pair)]
    return cluster(keys, linked, lambda one, other: scores.get((min(one, other), max(one, other)), FAR), **decided)


def test_one_likely_pair_chains_nothing():
    scores = {("a", "b"): 3.0, ("c", "d"): 3.0, ("b", "c"): 1.0, ("a", "c"): -2.0, ("a", "d"): -2.0, ("b", "d"): -2.0}
    assert grouped_by("abcd", scores) == [("a", "b"), ("c", "d")]


@given(SCORES, st.lists(PAIR, max_size=2))
def test_what_a_person_parted_never_comes_together(scores, apart):
    for group in grouped_by(KEYS, scores, apart=apart):
        assert all(len(set(group) & set(parted)) < 2 for parted in apart)


@given(SCORES, PAIR)
def test_what_a_person_joined_stays_together(scores, joined):
    assert any(set(joined) <= set(group) for group in grouped_by(KEYS, scores, together=[joined]))


@given(SCORES, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(scores, chance):
    shuffled = list(scores.items())
    chance.shuffle(shuffled)
    keys = KEYS.copy()
    chance.shuffle(keys)
    assert grouped_by(keys, dict(shuffled)) == grouped_by(KEYS, scores)


MANY = [f"{number:02}" for number in range(14)]
MANY_SCORES = st.dictionaries(
    st.tuples(st.sampled_from(MANY), st.sampled_from(MANY)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([-100.0, -2.0, -0.5, 0.3, 0.5, 1.0, 2.0, 2.5, 6.0]),
    min_size=10,
    max_size=70,
)


@given(MANY_SCORES, st.permutations(MANY), st.lists(st.integers(1, 5), min_size=14, max_size=14), st.randoms())
def test_adding_and_removing_reports_in_lots_gives_what_grouping_them_at_once_gives(scores, order, lots, chance):
    home = {}

    def around(keys):
        linked = {
            other for pair, points in scores.items() if points > 0 for key in pair if key in keys for other in pair
        }
        return {home[key] for key in linked if key in home}

    def settle(touched):
        for members in regroup(touched, around, lambda keys: grouped_by(keys, scores)):
            home.update(dict.fromkeys(members, members))

    left = list(order)
    for lot in lots:
        settle(left[:lot])
        left = left[lot:]
        gone = chance.sample(sorted(home), min(len(home), chance.choice((0, 0, 1, 2))))
        touched = {home[key] for key in gone}
        for key in (key for members in touched for key in members):
            del home[key]
        settle([key for members in touched for key in members if key not in gone])
        assert sorted(set(home.values())) == grouped_by(sorted(home), scores)


def test_components_are_what_hangs_together():
    assert components("abcd", [("d", "b"), ("b", "a")]) == [("a", "b", "d"), ("c",)]


def story(count=12):
    """Documents on two strikes in one town, three days apart, and one elsewhere."""
    made = []
    for number in range(count):
        place, day = (("Tarin", DAY), ("Tarin", days(3)), ("Osk", DAY))[number % 3]
        text = f"Aircraft bombed the place, the {number}th paper wrote."
        doc = document(f"d{number:02}", text, f"Paper {number}", published=days(4))
        made.append(coding(doc, report(doc, "air_strike", place=place, day=day, killed=3 + number % 3)))
    return made


def grouped(merged):
    return sorted(sorted(told.key for told in event.reports) for event in merged.events)


def test_the_order_of_the_documents_does_not_matter():
    documents = story()
    whole = merge(documents)
    assert len(whole.events) == 3
    for seed in range(5):
        shuffled = documents.copy()
        Random(seed).shuffle(shuffled)
        assert merge(shuffled) == whole


def test_another_document_leaves_the_other_events_as_they_were():
    documents = story()
    before = {event.id: event for event in merge(documents).events}
    doc = document("new", "Aircraft bombed Osk again, it said.", "Late Paper", published=days(5))
    after = merge([*documents, coding(doc, report(doc, "air_strike", place="Osk", day=DAY))])
    touched = {event.id for event in after.events if before.get(event.id) != event}
    assert len(touched) == 1


def decision(kind, *reports, minute=0, **values):
    return Decision(kind, reports, "ana", datetime(2024, 1, 1, 0, minute, tzinfo=UTC), "as the map shows", **values)


def test_a_split_and_a_merge_hold_whatever_the_scores_say():
    documents = story()
    split = merge(documents, decisions=[decision("split", "d00:0", "d03:0")])
    assert not any({"d00:0", "d03:0"} <= set(keys) for keys in grouped(split))
    joined = merge(documents, decisions=[decision("merge", "d00:0", "d01:0")])
    (event,) = [event for event in joined.events if {"d00:0", "d01:0"} <= {told.key for told in event.reports}]
    assert event.decisions == ("reports put together by ana on 1 January 2024: as the map shows",)


def test_the_latest_word_holds():
    both = [decision("split", "d00:0", "d03:0"), decision("merge", "d00:0", "d03:0", minute=1)]
    assert any({"d00:0", "d03:0"} <= set(keys) for keys in grouped(merge(story(), decisions=both)))


def test_a_rejected_report_counts_for_nothing_and_a_grade_of_a_person_holds():
    decisions = [decision("reject", "d02:0"), decision("grade", "d01:0", value="contested")]
    merged = merge(story(), decisions=decisions)
    assert not any("d02:0" in keys for keys in grouped(merged))
    (event,) = [event for event in merged.events if any(told.key == "d01:0" for told in event.reports)]
    assert event.grade == "contested" and event.reasons[0].startswith("graded contested by ana")
