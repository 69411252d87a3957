"""Tables and lists that a reader narrows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT
from tests.support.data import Data
from tests.support.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Page
from tests.support.reading import switcher


def shown_cities(window: Page) -> list[str]:
    heads = window.locator("[data-table=compare] thead [data-column]").all()
    return [head.get_attribute("data-column") or "" for head in heads if head.is_visible()]


def test_the_comparison_narrows_to_the_cities_chosen(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    every = shown_cities(window)
    assert "london" in every
    window.locator("[data-picker] [value=london]").uncheck()
    rest = [city for city in every if city != "london"]
    assert shown_cities(window) == rest
    assert window.locator("tbody [data-column=london]:visible").count() == 0
    assert str(len(rest)) in window.locator("[data-picker-status]").inner_text()
    window.reload()
    assert shown_cities(window) == rest
    switcher(window, "zh").click()
    window.wait_for_url(re.compile("/zh/"))
    assert shown_cities(window) == rest
    window.locator("[data-picker] [value=london]").check()
    assert shown_cities(window) == every
    window.wait_for_url(lambda url: "#" not in url)


def test_the_comparison_keeps_one_city_and_forgives_wrong_addresses(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=nowhere")
    every = shown_cities(window)
    assert len(every) == len(Data(ROOT).records["city"])
    for city in every:
        window.locator(f"[data-picker] [value={city}]").click()
    assert shown_cities(window) == every[-1:]


def test_the_comparison_can_leave_out_what_all_share(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=london,paris")
    rows = window.locator("[data-table=compare] tbody tr:visible").count()
    window.locator("[data-picker] [name=differences]").check()
    assert 0 < window.locator("[data-table=compare] tbody tr:visible").count() <= rows
    assert "differences=1" in window.url
    window.reload()
    assert window.locator("[data-picker] [name=differences]").is_checked()


@pytest.mark.parametrize(
    ("page", "entry", "word"), [("glossary/", ".hb-term", "数据"), ("sources/", ".hb-source", "London")]
)
def test_lists_narrow_while_typing(reader: Reader, page: str, entry: str, word: str) -> None:
    window = reader.open("en", page)
    total = window.locator(entry).count()
    window.locator("[data-filter]").fill(word)
    left = window.locator(f"{entry}:visible")
    assert 0 < left.count() < total
    assert all(word.lower() in text.lower() for text in left.all_text_contents())
    window.locator("[data-filter]").fill("")
    assert window.locator(f"{entry}:visible").count() == total
