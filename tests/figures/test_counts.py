"""What counts and what does not, from raw text through the shipped model; one row shows one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.figures import find_counts
from stemmata.figures.counted import Count, counted_class
from stemmata.language.trees import ROOT, Parser, Sentence, Word
from trees import tree

# Text; the figures told with a number, as "words: low..high hedge unit"; what the row shows.
FIGURES = [
    ("A family of six was killed.", "A family of six: 6..6 exact people"),  # its size is how many died
    ("An elderly couple was killed.", "An elderly couple: 2..2 exact people"),
    ("Both soldiers were killed.", "Both soldiers: 2..2 exact people"),
    ("Twin brothers were killed.", "Twin brothers: 2..2 exact people"),
    # hedges
    (
        "More than 200 ISIS fighters were killed.",
        "More than 200 ISIS fighters: 200.. at_least people",
    ),  # more than n keeps n as the lower bound
    ("At least 26 people were killed.", "At least 26 people: 26.. at_least people"),  # at least opens the upper side
    ("Over 60 terrorists were killed.", "Over 60 terrorists: 60.. at_least people"),  # over is at least
    (
        "Well over 1,000 residents fled.",
        "Well over 1,000 residents: 1000.. at_least people",
    ),  # a hedge of two words, a separator
    (
        "No fewer than 17 mines were cleared.",
        "No fewer than 17 mines: 17.. at_least things",
    ),  # a negated hedge is a lower bound
    (
        "Upwards of 500 demonstrators gathered in Tunis.",
        "Upwards of 500 demonstrators: 500.. at_least people",
    ),  # a hedge with of
    (
        "A minimum of 40 houses burned.",
        "A minimum of 40 houses: 40.. at_least things",
    ),  # a hedge that begins with an article is no "a minimum"
    ("The army lost in excess of 300 men.", "in excess of 300 men: 300.. at_least people"),  # in excess of
    ("Up to 30 boys were seen at the camp.", "Up to 30 boys: ..30 at_most people"),  # up to opens the lower side
    (
        "As many as 1,300 people may have died.",
        "As many as 1,300 people: ..1300 at_most people",
    ),  # as many as is an upper bound, and "many" no figure
    ("Fewer than 20 fighters remained in the town.", "Fewer than 20 fighters: ..20 at_most people"),  # fewer than
    (
        "No more than 10 families stayed.",
        "No more than 10 families: ..10 at_most families",
    ),  # a negated hedge is an upper bound
    ("Nearly 70 people were wounded in the market.", "Nearly 70 people: 70..70 about people"),  # nearly is about
    ("Around 3,000 prisoners were freed.", "Around 3,000 prisoners: 3000..3000 about people"),  # around is about
    (
        "Some 240 families received tents.",
        "Some 240 families: 240..240 about families",
    ),  # some before a number is about; families are a unit
    ("Some families received tents.", "Some families: 2.. vague families"),  # some alone is vague
    (
        "An estimated 45,000 people were displaced.",
        "An estimated 45,000 people: 45000..45000 about people",
    ),  # an estimated is about
    ("Close to 90 miners were trapped.", "Close to 90 miners: 90..90 about people"),  # close to
    ("Perhaps forty young men stood in the yard.", "Perhaps forty young men: 40..40 about people"),  # perhaps
    (
        "At least another 12 civilians died.",
        "At least another 12 civilians: 12.. at_least people",
    ),  # two hedges, one of them empty
    ("At least some 50 houses were hit.", "At least some 50 houses: 50.. at_least things"),  # a bound outweighs about
    ("Eleven people at least were killed.", "Eleven people at least: 11.. at_least people"),  # a hedge behind the noun
    (
        "Sixteen or more civilians died.",
        "Sixteen or more civilians: 16.. at_least people",
    ),  # or more between number and noun
    ("Twenty or so gunmen stormed the post.", "Twenty or so gunmen: 20..20 about people"),  # or so is about
    ("800+ prisoners were freed.", "800+ prisoners: 800.. at_least people"),  # a plus sign is at least
    (
        "More than 30-plus raids were counted.",
        "More than 30-plus raids: 30.. at_least things",
    ),  # -plus glued to the number
    (
        "A total of 18 airstrikes hit the town.",
        "A total of 18 airstrikes: 18..18 exact things",
    ),  # a total of belongs to the figure and changes nothing
    ("Only four men returned.", "Only four men: 4..4 exact people"),  # only changes nothing
    ("A further 40 families left the camp.", "A further 40 families: 40..40 exact families"),  # a further
    ("An additional 125 soldiers arrived.", "An additional 125 soldiers: 125..125 exact people"),  # an additional
    ("All six people were killed.", "All six people: 6..6 exact people"),  # all belongs to the figure
    # forms of numbers
    ("Twenty-five soldiers surrendered.", "Twenty-five soldiers: 25..25 exact people"),  # a hyphen inside number words
    ("Thirty one people were arrested.", "Thirty one people: 31..31 exact people"),  # no hyphen inside number words
    (
        "A hundred and fifty villagers fled.",
        "A hundred and fifty villagers: 150..150 exact people",
    ),  # article, scale and "and"
    (
        "Two hundred children were abducted from their school.",
        "Two hundred children: 200..200 exact people",
    ),  # a scale word
    (
        "Twelve hundred families returned home.",
        "Twelve hundred families: 1200..1200 exact families",
    ),  # hundreds above ten
    (
        "Nine hundred and ninety-nine thousand people fled.",
        "Nine hundred and ninety-nine thousand people: 999000..999000 exact people",
    ),  # all levels of number words
    ("A dozen people were hurt.", "A dozen people: 12..12 exact people"),  # a dozen is 12
    ("At least two dozen houses burned.", "At least two dozen houses: 24.. at_least things"),  # two dozen is 24
    ("Half a dozen shells fell on the market.", "Half a dozen shells: 6..6 exact things"),  # half a dozen is 6
    ("A couple of mortar rounds landed nearby.", "A couple of mortar rounds: 2..2 exact things"),  # a couple is 2
    (
        "1.2 million people crossed the border.",
        "1.2 million people: 1200000..1200000 exact people",
    ),  # a decimal made whole by its scale
    (
        "The agency said 3.5m people need aid.",
        "3.5m people: 3500000..3500000 exact people",
    ),  # m before people is million
    (
        "More than a quarter of a million people have been killed.",
        "More than a quarter of a million people: 250000.. at_least people",
    ),  # a share of a scale is a number
    ("Half a million people fled.", "Half a million people: 500000..500000 exact people"),  # half a million
    (
        "Some two and a half million people fled.",
        "Some two and a half million people: 2500000..2500000 about people",
    ),  # and a half before the scale
    ("The fire destroyed 10,000 shelters.", "10,000 shelters: 10000..10000 exact things"),  # a comma between thousands
    ("Nearly 1 000 people fled.", "Nearly 1 000 people: 1000..1000 about people"),  # a space between thousands
    ("About 1,50,000 people fled.", "About 1,50,000 people: 150000..150000 about people"),  # Indian separators
    ("Some 1.5 lakh people fled.", "Some 1.5 lakh people: 150000..150000 about people"),  # lakh is a hundred thousand
    # ranges
    (
        "Between 12 and 15 people were arrested.",
        "Between 12 and 15 people: 12..15 range people",
    ),  # between belongs to the figure
    ("From 30 to 40 rockets hit the base.", "30 to 40 rockets: 30..40 range things"),  # from m to n
    ("Police arrested 30-40 protesters.", "30-40 protesters: 30..40 range people"),  # a dash
    ("Police arrested 30–40 protesters.", "30–40 protesters: 30..40 range people"),  # a long dash
    ("Seven or eight passengers were led away.", "Seven or eight passengers: 7..8 range people"),  # or
    ("The group has 3,000 to 5,000 fighters.", "3,000 to 5,000 fighters: 3000..5000 range people"),  # to
    (
        "Some 2 to 3 million people fled.",
        "Some 2 to 3 million people: 2000000..3000000 range people",
    ),  # the scale holds for both numbers
    (
        "At least 30 to 40 people died.",
        "At least 30 to 40 people: 30.. at_least people",
    ),  # a lower bound leaves only the lower number
    (
        "The wounded numbered between 6 and 9.",
        "between 6 and 9: 6..9 range people",
    ),  # a range with nothing counted behind it
    # vague
    ("Dozens were killed.", "Dozens: 20.. vague people"),  # dozens alone
    (
        "Tens of thousands of civilians fled the city.",
        "Tens of thousands of civilians: 20000.. vague people",
    ),  # a product of plurals
    (
        "Hundreds of thousands of people have been displaced.",
        "Hundreds of thousands of people: 200000.. vague people",
    ),  # the next product
    ("Millions of people need food.", "Millions of people: 2000000.. vague people"),  # millions
    ("Scores of others were hurt.", "Scores of others: 20.. vague people"),  # scores
    (
        "Several dozen detainees were released.",
        "Several dozen detainees: 20.. vague people",
    ),  # several dozen is 20 or more
    (
        "Several hundred fighters withdrew.",
        "Several hundred fighters: 200.. vague people",
    ),  # several hundred is 200 or more
    ("A few thousand people remain.", "A few thousand people: 2000.. vague people"),  # a few thousand
    (
        "They killed hundreds, if not thousands, of villagers.",
        "hundreds, if not thousands, of villagers: 200.. vague people",
    ),  # the lower plural is sure, the higher is not
    ("Many people were wounded.", "Many people: 2.. vague people"),  # many
    ("A number of villages were captured.", "A number of villages: 2.. vague things"),  # a number of
    ("A large number of citizens were hurt.", "A large number of citizens: 2.. vague people"),  # a large number of
    ("A handful of residents stayed.", "A handful of residents: 2.. vague people"),  # a handful of
    ("Numerous weapons were found.", "Numerous weapons: 2.. vague things"),  # numerous
    ("ISIS injured many in the attack.", "many: 2.. vague people"),  # many as an object
    ("Hundreds more were arrested.", "Hundreds more: 200.. vague people"),  # more belongs to the figure
    # none
    ("No one was hurt.", "No one: 0..0 exact people"),  # no one is 0, 0
    ("Nobody was killed in the strike.", "Nobody: 0..0 exact people"),  # nobody is 0, 0
    ("There were no casualties.", "no casualties: 0..0 exact people"),  # no casualties is 0, 0
    ("The missile landed without casualties.", "without casualties: 0..0 exact people"),  # without casualties is 0, 0
    ("No civilians were killed.", "No civilians: 0..0 exact people"),  # no with a counted noun
    ("Not a single shell fell on the town.", "Not a single shell: 0..0 exact things"),  # not a single
    ("Not one civilian was harmed.", "Not one civilian: 0..0 exact people"),  # not one
    # elided nouns and tolls
    (
        "The bomb killed 112 and wounded dozens.",
        "112: 112..112 exact people | dozens: 20.. vague people",
    ),  # objects without nouns
    (
        "Gunmen killed 12 at 5 pm on Friday.",
        "12: 12..12 exact people",
    ),  # a clock time and a day stand beside the number
    ("The strike killed 112 on Friday.", "112: 112..112 exact people"),  # the number is no part of "on Friday"
    ("The death toll rose to 112.", "112: 112..112 exact people"),  # a toll
    ("The toll rose to 112 from 98.", "112: 112..112 exact people"),  # the older toll is left out
    ("The death toll rose from 98 to 112 on Friday.", "112: 112..112 exact people"),  # rose from m to n is no range
    ("The number of dead reached 43, officials said.", "43: 43..43 exact people"),  # reached
    ("Officials put the number of wounded at 89.", "89: 89..89 exact people"),  # put at
    ("Another 12 were wounded.", "Another 12: 12..12 exact people"),  # another n
    (
        "Clashes left 14 dead and 30 injured.",
        "14 dead: 14..14 exact people | 30 injured: 30..30 exact people",
    ),  # states in place of nouns
    ("Blast kills 15, wounds dozens in Mogadishu", "15: 15..15 exact people | dozens: 20.. vague people"),  # a headline
    (
        "Two killed, three hurt",
        "Two killed: 2..2 exact people | three hurt: 3..3 exact people",
    ),  # a headline without a verb
    (
        "The mine killed two: a shepherd and his son.",
        "two: 2..2 exact people | a shepherd and his son: 2..2 exact people",
    ),  # a colon behind the number
    ("More than 100 killed in Kabul blast", "More than 100 killed: 100.. at_least people"),  # a headline with a hedge
    (
        "AT LEAST 12 PEOPLE WERE KILLED AND 30 WOUNDED.",
        "AT LEAST 12 PEOPLE: 12.. at_least people | 30 WOUNDED: 30..30 exact people",
    ),  # capitals
    (
        "at least 12 people killed, 30 hurt in market attack",
        "at least 12 people: 12.. at_least people | 30 hurt: 30..30 exact people",
    ),  # no capitals
    # noun phrases
    (
        "Four senior ISIS commanders were arrested.",
        "Four senior ISIS commanders: 4..4 exact people",
    ),  # modifiers belong to the group
    (
        "The rebels lost 40 gunmen and members of their families.",
        "40 gunmen and members of their families: 40..40 exact people",
    ),  # a mixed group is never split
    (
        "Thousands of teachers and students marched in Nasiriyah.",
        "Thousands of teachers and students: 2000.. vague people",
    ),  # a joined noun shares the number
    (
        "The clash killed five soldiers and three policemen.",
        "five soldiers: 5..5 exact people | three policemen: 3..3 exact people",
    ),  # a joined noun with its own number does not
    (
        "Seven members of the New People's Army surrendered.",
        "Seven members of the New People's Army: 7..7 exact people",
    ),  # an of-phrase with a possessive
    (
        "A mortar killed five members of one family.",
        "five members of one family: 5..5 exact people",
    ),  # "one" of the of-phrase is no figure
    (
        "Militants freed 17 bus passengers they had abducted.",
        "17 bus passengers: 17..17 exact people",
    ),  # a relative clause stays out
    (
        "Eight al-Shabaab fighters were killed.",
        "Eight al-Shabaab fighters: 8..8 exact people",
    ),  # a hyphen inside a name
    ("Gunmen killed at least 10 U.S. Marines.", "at least 10 U.S. Marines: 10.. at_least people"),  # dots inside a name
    ("Police seized three AK-47 rifles.", "three AK-47 rifles: 3..3 exact things"),  # the 47 of a model is no figure
    (
        "The army seized 14 AK-47s and 3 RPGs.",
        "14 AK-47s: 14..14 exact things | 3 RPGs: 3..3 exact things",
    ),  # a model as the noun
    ("Two T-72 tanks were destroyed.", "Two T-72 tanks: 2..2 exact things"),  # letters before the number of a model
    ("Three 122mm rockets hit the base.", "Three 122mm rockets: 3..3 exact things"),  # a calibre is no figure
    (
        "Two locally made pistols were found.",
        "Two locally made pistols: 2..2 exact things",
    ),  # an adverb and a participle before the noun
    (
        "The first group of 30 wounded fighters left.",
        "30 wounded fighters: 30..30 exact people",
    ),  # a participle before the noun
    ("Gunmen killed 30 masked men.", "30 masked men: 30..30 exact people"),  # a participle before the noun, of people
    ("Nine caches were found near Rawa.", "Nine caches: 9..9 exact things"),  # things
    (
        "The attackers killed 3 Christians and 2 Yazidis.",
        "3 Christians: 3..3 exact people | 2 Yazidis: 2..2 exact people",
    ),  # names of faiths are people
    ("12 Taliban were killed.", "12 Taliban: 12..12 exact people"),  # a group name without plural
    (
        "A 5,000-strong force advanced on the town.",
        "5,000-strong force: 5000..5000 exact people",
    ),  # strength told with a hyphen
    # no figures
    ("The 15-year-old boy was shot.", ""),  # an age with hyphens
    ("Ahmed Ali, 34, was shot dead in Mosul.", ""),  # an age behind a name
    ("Her brother, aged 9, was wounded.", ""),  # aged n
    ("People aged between 12 and 15 were recruited.", ""),  # a range of ages
    ("The shells were fired from 12 km away.", ""),  # a distance
    ("The plane climbed to 3,000 metres.", ""),  # a height
    ("The bomb held 50 kg of explosives.", ""),  # a weight
    ("The 25th Division entered the town.", ""),  # an ordinal
    ("Brigade 93 entered the town.", ""),  # the number of a unit
    ("The M23 rebels captured Goma.", ""),  # letters in a name
    ("UN Resolution 2254 calls for talks.", ""),  # the number of a document
    ("They drove along Route 5 for three hours.", ""),  # a road and a duration
    ("Forty percent of the houses were destroyed.", ""),  # a share in words
    ("The rebels hold 70% of the city.", ""),  # a share in digits
    ("Two thirds of the city was destroyed.", ""),  # a fraction
    ("One in five houses was destroyed.", ""),  # a ratio
    ("The army paid $5 million for the drones.", ""),  # money before the number
    ("The army paid 5 million dollars for the drones.", ""),  # money behind the number
    ("The third attack in a week was repelled.", ""),  # an ordinal word
    ("The strike came at 5 pm on 12 May.", ""),  # a clock time and a date
    ("In 2016 the army retook the city.", ""),  # a year
    ("The 2014 elections were disrupted.", ""),  # a year before a plural noun
    ("A 2008 raid failed.", ""),  # a year before a noun
    ("The team won 3-1 on Sunday.", ""),  # a score
    ("He called +963 11 222 3333 for help.", ""),  # a telephone number
    ("1. The army shelled the town.", ""),  # the number of a list item
    ("He fired three times at the house.", ""),  # times are no things
    ("Temperatures reached 40 degrees.", ""),  # a temperature
    ("It was one of the deadliest attacks of the war.", ""),  # a superlative ranks
    ("They blamed one another.", ""),  # an idiom
    ("None of them were hurt.", ""),  # left to the reader, by the coders' rule
    ("More and more people fled.", ""),  # a comparative
    ("They attacked on 11 September, not 10.", ""),  # a corrected date
    ("The incident was recorded by MSF.[12]", ""),  # a footnote
    ("Update No. 3 was issued.", ""),  # a serial number
    ("The ship sailed at 34.5 N.", ""),  # a coordinate
]

# Text; each part with its whole and unit; what the row shows.
PARTS = [
    (
        "Seven people - four men, two women and a child - were killed.",
        [
            ("four men", "Seven people", "people"),
            ("two women", "Seven people", "people"),
            ("a child", "Seven people", "people"),
        ],
    ),  # a list that adds up
    ("Two people died, a guard and a driver wounded.", []),  # what was done to them says that they are others
    ("Seven people, four men and two women, were killed.", []),  # a list that does not add up
    ("Of the 30 people killed, eleven were children.", [("eleven", "30 people", "people")]),  # the whole first
    ("Six nurses were among the 30 people killed.", [("Six nurses", "30 people", "people")]),  # and last
    ("Nine men were hurt, two critically.", [("two", "Nine men", "people")]),  # how badly
    ("Thirty people were held, among whom were six girls.", [("six girls", "Thirty people", "people")]),
    (
        "At least 26 people, including 16 government soldiers, were killed.",
        [("16 government soldiers", "At least 26 people", "people")],
    ),  # including
    (
        "Twelve people, among them three children and two women, were abducted.",
        [("three children", "Twelve people", "people"), ("two women", "Twelve people", "people")],
    ),  # among them, and a list of parts
    ("Forty people died, of whom 12 were children.", [("12", "Forty people", "people")]),  # of whom
    ("They took 26 hostages, 11 of them women.", [("11 of them", "26 hostages", "people")]),  # n of them
    ("They arrested 12 people, 9 of whom were later released.", [("9 of whom", "12 people", "people")]),  # n of whom
    (
        "The bomb killed 12, including two officers and a child, and wounded 20 others.",
        [("two officers", "12", "people"), ("a child", "12", "people")],
    ),  # a bare part; the list ends at the next verb
    (
        "Four bombs were dropped, of which one did not explode.",
        [("one", "Four bombs", "things")],
    ),  # a part without noun counts what its whole counts
    (
        "More than 9,000 households have received meals, including 700 reached by truck.",
        [("700", "More than 9,000 households", "families")],
    ),  # families, too
    (
        "Around 20 of the 35 hostages were freed.",
        [("Around 20", "35 hostages", "people")],
    ),  # the whole stands behind its part
    ("The clash killed five soldiers and three policemen.", []),  # two figures side by side are no parts
    (
        "Rebels killed three soldiers, including two officers and 15 recruits.",
        [("two officers", "three soldiers", "people")],
    ),  # a part is no larger than its whole
]

# Text; figures told by an article, "another" or "one"; what the row shows.
BARE = [
    ("A soldier was killed.", ["A soldier"]),  # an article in place of a number
    ("One guard was injured.", ["One guard"]),  # "one" in place of an article
    ("Another mortar shell hit the roof.", ["Another mortar shell"]),  # another
    ("Two civilians and a child were killed.", ["a child"]),  # beside a number
    ("One person died, another was hurt.", ["One person", "another"]),  # another without a noun
    ("One of the civilians was wounded.", ["One of the civilians"]),  # one of a group
    ("A five-member family was killed.", ["A five-member family"]),  # the five is of the family's size
    ("A 12-year-old girl was hurt.", ["A 12-year-old girl"]),  # an age inside the phrase
    ("They waited for a week.", []),  # a measure of time
    ("They paid a ransom.", []),  # money
]


def counts(parser: Parser, text: str) -> list[Count]:
    return [count for sentence in parser.parse(text, [(0, len(text))]) for count in find_counts(sentence, text)]


def shown(text: str, count: Count) -> str:
    low, high = ("" if side is None else side for side in (count.low, count.high))
    return f"{text[count.start : count.end]}: {low}..{high} {count.hedge} {count.unit}"


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(parser: Parser, text: str, expected: str) -> None:
    found = [shown(text, count) for count in counts(parser, text) if not count.bare]

    assert " | ".join(found) == expected


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_point_to_their_whole(parser: Parser, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = counts(parser, text)
    parts = [(count, found[count.partitive]) for count in found if count.partitive is not None]

    assert [(text[a.start : a.end], text[b.start : b.end], a.unit) for a, b in parts] == expected


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_bare_counts(parser: Parser, text: str, expected: list[str]) -> None:
    found = [count for count in counts(parser, text) if count.bare]

    assert [text[count.start : count.end] for count in found] == expected
    assert all((count.low, count.high) == (1, 1) for count in found)


def test_a_part_without_its_whole_in_the_sentence_says_so(parser: Parser) -> None:
    (count,) = counts(parser, "Five of the dead were children.")

    assert count.part
    assert count.partitive is None


def test_the_group_is_told_without_hedge_and_number(parser: Parser) -> None:
    text = "More than 200 senior ISIS fighters were killed."
    (count,) = counts(parser, text)

    assert count.of_start is not None
    assert text[count.of_start : count.of_end] == "senior ISIS fighters"
    assert count.noun == 5
    assert counted_class("fighter") == "combatant"


def test_the_row_that_settled_the_bounds_is_named(parser: Parser) -> None:
    (count,) = counts(parser, "At least 26 people were killed.")

    assert count.entry.startswith("hedges.csv:")
    assert count.rule == "number-noun"


def test_a_tree_that_errs_costs_no_figure() -> None:
    """The number hangs on the verb and the noun on the number, as a parser may have it."""
    sentence, text = tree("""
        killing  kill     VERB  VBG 0 root
        at       at       ADP   IN  4 case
        least    least    ADJ   JJS 2 fixed
        26       26       NUM   CD  1 obj
        people   people   NOUN  NNS 4 nmod
        Monday   Monday   PROPN NNP 5 compound
    """)
    (count,) = find_counts(sentence, text)

    assert shown(text, count) == "at least 26 people: 26.. at_least people"


def test_a_group_that_a_parser_takes_for_a_verb() -> None:
    sentence, text = tree("""
        10        10       NUM  CD  3 nummod
        IS        be       AUX  VBZ 5 aux:pass
        militants militant NOUN NNS 5 nsubj:pass
        were      be       AUX  VBD 5 aux:pass
        killed    kill     VERB VBN 0 root
    """)

    assert [shown(text, count) for count in find_counts(sentence, text)] == ["10 IS militants: 10..10 exact people"]


def flat(text: str) -> Sentence:
    """A sentence whose words are split at spaces and tell nothing, all hanging on the first."""
    words, at = [], 0
    for index, form in enumerate(text.split()):
        at = text.index(form, at)
        words.append(Word(index, at, at + len(form), form, form.lower(), "X", "X", "", 0 if index else ROOT, "dep"))
        at += len(form)
    return Sentence(tuple(words))


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400,  # an identifier
        "12 34 56 78 " * 2000,  # a table pasted as text
        "at least " * 3000,  # hedges without a number
        "including two of them, " * 1500,  # parts without a whole
        "hundred " * 3000,  # scales without a number
        "two hundred and " * 2000,  # number words without an end
        "1-" * 3000,  # ranges without an end
    ],
)
def test_garbage_is_read_in_time(text: str) -> None:
    """A run of several thousand words takes well under a second; a slip into squares would take minutes."""
    for count in find_counts(flat(text), text):
        assert text[count.start : count.end]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–/:$%()[]'\"abdehilmnorstuvw\u00a0\u202f"), max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Whatever stands there, spans lie inside the text and bounds are in order."""
    if not text.split():
        return
    for count in find_counts(flat(text), text):
        assert 0 <= count.start < count.end <= len(text)
        assert count.low is None or count.high is None or count.low <= count.high
