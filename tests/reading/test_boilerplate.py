"""What pages say about themselves goes; what they report stays."""

import pytest

from stemmata.reading.boilerplate import is_boilerplate, kept, names_no_reporting


@pytest.mark.parametrize(
    "line",
    [
        "Fill in your details below or click an icon to log in:",
        "You are commenting using your WordPress.com account. Log Out /  Change )",
        "You are commenting using your Twitter account. ( Log Out / Change )",
        "Connecting to %s",
        "Your email address will not be published. Required fields are marked *",
        "Notify me of new posts via email.",
        "Share this:",
        "Tweet",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "SHARE | TWEET | PRINT",
        "Home | News | World | Politics",
        "Read more: Who are the Hill Front?",
        "Also read: U.S. strikes kill five near Orm",
        "Related: Three generals dismissed",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "We use cookies to improve your visit. By continuing, you accept this.",
        "Sign up for our newsletter and never miss a story.",
        "© 2019 The Sarn Herald. All rights reserved.",
        "Copyright (c) 2016 Ministry of Interior",
        "Tags: Orm, shelling, Hill Front",
        "Posted in Syria, Iraq",
        "12 Comments",
        "5 min read",
        "Читайте также: Взрыв на рынке",
        "Todos los derechos reservados",
        "Follow us on Telegram",
    ],
)
def test_words_of_the_page(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell after the attack.",
        "They share a border.",
        "In reply, the army shelled the village.",
        "Reply from the ministry came on Monday: two soldiers had been killed.",
        "Posted in northern Iraq in 2005, he was killed there a year later.",
        "Related attacks killed nine people in Orm.",
        "Related Front units left the town on Friday.",
        "Comments by the minister set off riots in which six died.",
        "Advertisement boards were torn down and burned by the crowd.",
        "Read more than once on state radio, the statement denied the massacre.",
        "Next, the gunmen turned to the hospital.",
        "Home guards shot two looters.",
        "Print workers were beaten by police.",
        "Video shows soldiers shooting at a bus.",
        "Copyright lawyers fled the city with 200 others.",
        "Subscribe to his view or die, the commander told them.",
        "Follow-on forces took the bridge.",
        "Menu plans were found in the barracks, and nine bodies.",
        "Loading ammunition, two men were hit by a drone.",
        "More from the convoy are missing.",
        "Close to the border, shells fell.",
        "Live rounds were fired at the protesters.",
        "World leaders condemned the attack.",
        "Top commander killed.",
        "Home, news agency and radio station were all hit.",
        "« Nous avons été attaqués »",
        "12 killed",
        "Nine dead",
    ],
)
def test_words_of_the_world(sentence: str) -> None:
    assert not is_boilerplate(sentence)
    assert kept(["Two were hurt.", sentence, "It is over."]) == [0, 1, 2]


def test_links_under_a_heading_go_until_a_sentence() -> None:
    lines = ["Two were hurt.", "Related", "Forty dead in blast", "Judges walk out", "It is over."]
    assert kept(lines) == [0, 4]


def test_comments_go_with_all_that_follows_them() -> None:
    lines = ["Two were hurt.", "2 thoughts on “Two hurt”", "A hundred died, I tell you.", "Leave a Reply"]
    assert kept(lines) == [0]


def test_a_link_to_the_comments_above_the_text_does_not_cut_the_text() -> None:
    lines = ["Two hurt in Orm", "Leave a comment", "Two people were hurt.", "It is over."]
    assert kept(lines) == [0, 2, 3] or kept(lines) == [0, 1, 2, 3]
    assert "Two people were hurt." in [lines[index] for index in kept(lines)]


@pytest.mark.parametrize(
    ("names", "holds_none"),
    [
        ("sharedaddy sd-sharing-enabled", True),
        ("comment-list", True),
        ("related_posts", True),
        ("widget widget_recent", True),
        ("commentary", False),  # a kind of article
        ("adjacent", False),
        ("elementor-widget-container", False),  # a page builder's name for every part of a page
        ("article-body", False),
        ("", False),
    ],
)
def test_names_of_parts_of_pages(names: str, holds_none: bool) -> None:
    assert names_no_reporting(names) is holds_none
