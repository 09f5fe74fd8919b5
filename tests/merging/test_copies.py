"""Copies told from corroboration: by passages, with direction, never by likeness of whole pages alone."""

import pytest
from making import days, document

from stemmata.merging.copies import find_copies

WIRE = (
    "TARIN, May 10 (Harbour Wire) - Mortar rounds fell on the fish market of Tarin at noon on Wednesday, killing nine"
    " traders and burning down the hall where the morning catch is weighed, the town's clinic said.\n\n"
    "A nurse said by telephone that the wounded had been carried in on doors and tarpaulins because the only ambulance"
    " had no fuel. Seven of the dead were women who sold dried fish at the northern gate.\n\n"
    "The brigade that holds the hills above the lagoon denied having fired on the town."
)
EDITED = (
    "Nine traders died at noon on Wednesday when mortar rounds fell on Tarin's fish market. The hall where the morning"
    " catch is weighed burned down, according to the town's clinic.\n\n"
    "The wounded had been carried in on doors and tarpaulins, a nurse said by telephone, as the only ambulance had no"
    " fuel. Women who sold dried fish at the northern gate were seven of the dead.\n\n"
    "The brigade holding the hills above the lagoon has denied firing on the town."
)
OWN = (
    "Our reporter counted nine bodies in the yard of the clinic at Tarin. She had bought perch at the market an hour"
    " before the shells came, and she knew two of the women by name.\n\n"
    "Nobody she met had seen a uniform that day. The scales in the hall are a lump of brass now."
)
QUOTE = (
    "“The brigade has never fired, and will never fire, on a place where its own mothers and sisters do their shopping"
    " for the feast, and it calls upon the elders to come and see its guns”"
)


def pairs(*documents):
    return {(copy.copy, copy.source): copy for copy in find_copies(documents)}


def test_word_for_word_and_edited_copies_and_the_passages_in_both():
    wire = document("wire", WIRE, "Harbour Wire", at="12:00")
    daily = document("daily", WIRE, "Lagoon Daily", at="15:00")
    evening = document("evening", EDITED, "Evening Mail", at="19:00")
    found = pairs(evening, wire, daily)
    assert set(found) == {("daily", "wire"), ("evening", "wire")}  # two copies of one are no copies of each other
    assert found["daily", "wire"].kind == "verbatim" and found["evening", "wire"].kind == "edited"
    assert found["daily", "wire"].credit.quote == "Harbour Wire"
    for copy in found.values():
        assert all(ours.document == copy.copy and theirs.document == copy.source for ours, theirs in copy.passages)
    ours, theirs = found["evening", "wire"].passages[0]
    assert "Nine traders" in ours.quote and "killing nine" in theirs.quote


def test_own_reporting_of_the_same_facts_is_no_copy():
    assert not pairs(document("wire", WIRE, "Harbour Wire"), document("own", OWN, "Lagoon Daily", at="16:00"))


def test_a_credit_beats_the_dates():
    wire = document("wire", WIRE, "Harbour Wire", published=days(1))
    early = document("early", WIRE, "Lagoon Daily", published=days(0))  # its clock, or its time zone, is wrong
    (copy,) = find_copies([wire, early])
    assert (copy.copy, copy.source) == ("early", "wire") and copy.why == "it names Harbour Wire as its source"


def test_two_pages_that_quote_one_third_are_no_copies():
    one = document("one", f"{OWN}\n\n{QUOTE}, its commander said.", "Lagoon Daily")
    two = document("two", f"Boats stay in port at Tarin. The brigade's commander wrote: {QUOTE}.", "Evening Mail")
    assert not pairs(one, two)


SENTENCE = "Four fishermen drowned when a patrol boat rammed their canoe off the northern point of Tarin on Friday."


def test_one_whole_sentence_in_two_pages_was_taken_over():
    one = document("one", f"{OWN}\n\n{SENTENCE}", "Lagoon Daily")
    page = f"{SENTENCE} {EDITED.split(chr(10))[2]} Boats stay in port until the feast, and the ice house has no buyers."
    two = document("two", page, "Evening Mail", at="20:00")
    (copy,) = find_copies([two, one])
    assert (copy.copy, copy.source, copy.kind, copy.scope) == ("two", "one", "verbatim", "passage")
    assert [(ours.quote, theirs.quote) for ours, theirs in copy.passages] == [(SENTENCE, SENTENCE)]


def test_a_short_sentence_and_a_quoted_one_are_nobodys():
    short = "Four fishermen drowned off Tarin on Friday."
    quoted = f"“{SENTENCE}”"
    for told in (short, quoted):
        one = document("one", f"{OWN}\n\n{told}", "Lagoon Daily")
        two = document("two", f"Boats stay in port. {told} The harbour master is away.", "Evening Mail", at="20:00")
        assert not pairs(one, two)


def test_a_statement_copied_into_a_page_is_a_copied_passage():
    statement = document(
        "statement", QUOTE.strip("“”") + ". Whoever says so serves the enemy of the lagoon.", "Brigade"
    )
    page = document("page", f"{OWN}\n\nThe brigade wrote: {QUOTE}.", "Lagoon Daily", at="20:00")
    (copy,) = find_copies([page, statement])
    assert (copy.copy, copy.source, copy.scope) == ("page", "statement", "passage")


def test_a_paraphrase_is_told_by_its_credit():
    wire = document("wire", WIRE, "Harbour Wire")
    text = "Harbour Wire has nine traders dead at the fish market of Tarin after mortar fire, by the clinic's count."
    blog = document("blog", text, "A Blog", at="21:00")
    (copy,) = find_copies([wire, blog])
    assert (copy.copy, copy.source, copy.kind) == ("blog", "wire", "paraphrase") and copy.credit.quote == "Harbour Wire"


def test_a_line_of_credit_stands_for_the_page_above_it():
    """Nothing but the last line names the wire, and a sentence above it tells in other words what the wire told."""
    wire = document("wire", WIRE, "Harbour Wire")
    told = "Nine traders of the fish market of Tarin died at noon under mortar rounds, and the hall burned down."
    rest = "Ferries to the islands run again from Friday on, and the price of ice has doubled since the feast."
    mail = document("mail", f"{told}\n\n{rest}\n\nWith information from Harbour Wire", "Evening Mail", at="21:00")
    (copy,) = find_copies([wire, mail])
    assert (copy.kind, copy.scope) == ("paraphrase", "page") and copy.passages[0][0].quote == told
    other = document("other", f"{rest}\n\nWith information from Harbour Wire", "Evening Mail", at="21:00")
    assert not find_copies([wire, other])


@pytest.mark.parametrize(
    "text",
    [
        # a party's statement is its word, wherever it stands, and no story that others take over
        "The M23 says that nine traders died at the fish market of Tarin in mortar fire, by the clinic's count.",
        # what belongs to a body is no credit
        "The Harbour Wire's strike went on while mortar fire killed nine traders at the fish market of Tarin.",
    ],
)
def test_what_is_no_credit(text):
    wire = document("wire", WIRE, "M23" if "M23" in text else "Harbour Wire")
    assert not pairs(wire, document("blog", text, "A Blog", at="21:00"))


def test_whom_a_copied_passage_names_its_source_had_named():
    told = "We took in nine traders when mortar rounds burned the fish market down at noon."
    clinic = document("clinic", told, "Tarin Clinic")
    named = WIRE.replace("the town's clinic said", "the Tarin Clinic said")
    wire = document("wire", named, "Harbour Wire", at="14:00")
    daily = document("daily", named, "Lagoon Daily", at="15:00")
    assert set(pairs(clinic, wire, daily)) == {("daily", "wire"), ("wire", "clinic")}


def test_a_chain_names_the_near_source_and_the_far_one():
    wire = document("wire", WIRE, "Harbour Wire")
    daily = document("daily", WIRE, "Lagoon Daily", at="15:00")
    site = document("site", f"{EDITED}\n\nSource: Lagoon Daily", "A Site", at="18:00")
    found = pairs(wire, daily, site)
    assert found["site", "daily"].via is None and found["site", "wire"].via == "daily"


def test_an_outlet_that_repeats_itself_copies_nobody():
    assert not pairs(document("one", WIRE, "Harbour Wire"), document("two", WIRE, "Harbour Wire", at="18:00"))
