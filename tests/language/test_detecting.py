"""The language of a text is told, or left open; it is never guessed from a few names."""

import pytest

from stemmata.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Soldiers shelled the village, and dozens of families fled to the border.", "en"),
        ("RAMADI - GUNMEN KILLED FOUR POLICEMEN IN AN ATTACK NEAR THE BRIDGE, POLICE SAID.", "en"),
        ("Les soldats ont bombardé le village et des dizaines de familles ont fui.", "fr"),
        ("Los soldados bombardearon el pueblo y decenas de familias huyeron.", "es"),
        ("Soldaten beschossen das Dorf, und Dutzende Familien flohen zur Grenze.", "de"),
        ("Солдаты обстреляли деревню, десятки семей бежали к границе.", "ru"),
        ("Солдати обстріляли село, десятки родин утекли до кордону.", "uk"),
        ("قصف الجنود القرية وفرت عشرات العائلات إلى الحدود مع تركيا", "ar"),
        ("Askerler köyü bombaladı ve onlarca aile sınıra kaçtı.", "tr"),
        ("Boko Haram, Maiduguri", None),  # names only
        ("12 / 08 / 2019 ... 🔥", None),  # no letters
        ("", None),
        ("\ud800" * 40, None),  # half of a pair, as broken pages hold them
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_a_long_text_is_looked_at_in_part() -> None:
    assert detect("The town was shelled and people fled from their homes. " * 200_000) == "en"
