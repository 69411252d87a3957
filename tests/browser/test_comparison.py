"""Tables and lists that a reader narrows."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT
from tests.support.data import Data
from tests.support.reading import Reader
from tests.support.some import some

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
    assert len(every) == 10 < len(Data(ROOT).records["city"])
    for city in every:
        window.locator(f"[data-picker] [value={city}]").click()
    assert shown_cities(window) == every[-1:]


def test_the_comparison_can_leave_out_what_all_share(served: Reader) -> None:
    """Answers with the same codes are the same, however they are worded; the page says how many rows it hides."""
    coded = served.site.page("en", "compare/").content.one("tbody").all("tr")
    row, one, two = some(
        (row["data-row"], first["data-column"], second["data-column"])
        for row in coded
        for first, second in itertools.combinations(row.all("td", having="data-code"), 2)
        if first["data-code"] == second["data-code"]
    )[0]
    window = served.open("en", "compare/", f"cities={one},{two}")
    rows = window.locator("[data-table=compare] tbody tr:visible")
    before = rows.count()
    window.locator("[data-picker] [name=differences]").check()
    left = [held.get_attribute("data-row") for held in rows.all()]
    told = window.locator("[data-picker-status]").inner_text()
    same, prose = (int(number) for number in re.findall(r"(\d+) (?:rows|answered)", told))
    window.reload()

    assert row not in left
    assert len(left) == before - same - prose > 0
    assert "differences=1" in window.url
    assert window.locator("[data-picker] [name=differences]").is_checked()


def test_answers_without_codes_are_not_taken_for_the_same(served: Reader) -> None:
    """Where both cities answer in prose alone, nothing tells whether they agree."""
    window = served.open("en", "compare/", "cities=london,paris")
    row = window.locator("tr[data-row=level]")
    row.locator("td").evaluate_all("cells => cells.forEach(cell => { delete cell.dataset.code; })")
    window.locator("[data-picker] [name=differences]").check()
    answered = row.is_visible()
    row.locator("td").evaluate_all("cells => cells.forEach(cell => { cell.dataset.state = 'unknown'; })")
    window.locator("[data-picker] [name=differences]").uncheck()
    window.locator("[data-picker] [name=differences]").check()

    assert answered
    assert not row.is_visible()


@pytest.mark.parametrize(
    ("page", "entry", "word"), [("glossary/", ".hb-term", "数据"), ("sources/", ".hb-source", "Barcelona")]
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
