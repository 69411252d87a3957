"""A city's page: short before anything is unfolded, and what is folded is found by links and keys."""

from __future__ import annotations

import re

import pytest

from tests.support.built import LANGUAGES
from tests.support.reading import Reader
from tests.support.some import some

SCREEN = {"width": 390, "height": 844}
MOST = 10
"""Screens of a telephone that London takes."""
SHEETS = 15
"""Of A4, with all that is folded."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_london_answers_on_its_first_screen_and_takes_ten(reader: Reader, language: str) -> None:
    window = reader.open(language, "cities/london/", viewport=SCREEN)

    seen = window.evaluate(
        "() => ['what', 'became', 'to-take'].map(id => document.getElementById(id).parentElement)"
        ".map(part => part.getBoundingClientRect().bottom)"
    )

    assert window.evaluate("document.documentElement.scrollHeight") <= MOST * SCREEN["height"]
    assert max(some(seen, 3)) <= SCREEN["height"]


@pytest.mark.parametrize("anchor", ["governance", "s-governance-5", "f-partners", "s-loti-5"])
def test_a_link_unfolds_what_it_leads_to(reader: Reader, anchor: str) -> None:
    window = reader.open("zh", "cities/london/", anchor, viewport=SCREEN)
    held = window.locator(f"#{anchor}")

    window.wait_for_function(
        "id => [...(function* up(one) { while (one) { yield one; one = one.parentElement; } })"
        "(document.getElementById(id))].every(one => one.tagName !== 'DETAILS' || one.open)",
        arg=anchor,
    )
    assert held.is_visible()
    assert held.locator("p, li").first.is_visible()


def test_a_row_opens_by_the_keyboard(reader: Reader) -> None:
    window = reader.open("en", "cities/london/")
    row = window.locator("#f-partners")

    row.locator("> summary").focus()
    window.keyboard.press("Enter")
    assert row.locator("[data-statement]").first.is_visible()
    window.keyboard.press("Enter")
    assert not row.locator("[data-statement]").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_london_prints_on_few_sheets(served: Reader, language: str) -> None:
    """With all that it has: each question in a line, statements of 9 points or more, sources of 7.5."""
    window = served.open(language, "cities/london/")
    printed = window.pdf(prefer_css_page_size=True)
    window.emulate_media(media="print")
    points = "all => all.map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    asked = window.locator(".hb-row__q").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize))"
    )

    assert 5 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= SHEETS
    assert max(some(asked, 20)) < 2
    assert min(some(window.locator(".hb-statement > p").evaluate_all(points), 50)) >= 8.9
    assert min(some(window.locator(".hb-prov li").evaluate_all(points), 50)) >= 7.5
    assert min(some(window.locator(".hb-cited > li").evaluate_all(points), 50)) >= 7.5
