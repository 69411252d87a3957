"""What a table prints for one session."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import Site
from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGE = re.compile(rb"/Type\s*/Page\b")
LIST = "checklists/framework/"


def choosing(opened: Reader, *parts: int) -> Page:
    """Open a checklist and print some of its parts."""
    window = opened.visit("about:blank")
    window.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1; }")
    window.goto(opened.address("en", LIST))
    for part in parts:
        window.locator("[data-sheets] input").nth(part).check()
    return window


def on_paper(window: Page) -> list[str]:
    """Return the parts of which items are printed."""
    window.emulate_media(media="print")
    found = window.evaluate(
        "() => [...document.querySelectorAll('[data-part]')].filter(one => one.checkVisibility())"
        ".map(one => one.dataset.part)"
    )
    window.emulate_media(media="null")
    return list(found)


def test_only_what_is_chosen_is_printed(opened: Reader) -> None:
    """The other parts stay away this once; whoever prints in another way gets everything."""
    window = choosing(opened, 0, 2)
    wanted = [window.locator("[data-sheets] input").nth(part).get_attribute("value") for part in (0, 2)]
    window.get_by_role("button", name="Print what is chosen").click()
    chosen = on_paper(window)
    window.evaluate("dispatchEvent(new Event('afterprint'))")

    assert window.evaluate("window.printed") == 1
    assert chosen == wanted
    assert len(on_paper(window)) > len(chosen)


def test_nothing_chosen_is_no_print(opened: Reader) -> None:
    window = choosing(opened, 1)
    button = window.get_by_role("button", name="Print what is chosen")
    assert button.is_enabled()
    window.locator("[data-sheets] input").nth(1).uncheck()

    assert button.is_disabled()


@pytest.mark.parametrize("part", [0, 1, 5])
def test_a_part_is_a_few_sheets(part: int, opened: Reader) -> None:
    """On A4: two sheets, printed on both sides one, where the whole list takes many."""
    window = choosing(opened, part)
    whole = len(PAGE.findall(window.pdf(format="A4")))
    window.get_by_role("button", name="Print what is chosen").click()

    assert len(PAGE.findall(window.pdf(format="A4"))) <= 2 < whole


def test_every_part_with_items_can_be_chosen(offline: Site) -> None:
    """Choices and parts are the same, on every page that offers them."""
    offers = 0
    for page in some(offline.language_pages.values(), 50):
        held = {one["data-part"] for one in page.elements if "data-part" in one and one.all("li", "hb-item")}
        offered = [box["value"] for field in page.content.all("fieldset", "hb-sheets") for box in field.all("input")]
        offers += bool(offered)
        assert not offered or (sorted(offered) == sorted(held) and len(held) > 1), page.path

    assert offers > 2
