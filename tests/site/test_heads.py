"""Heads of pages: the numbers that they answer with, and what browsers and search engines show of them."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.support.built import LANGUAGES, PAGES, Site
from tests.support.html import Element, Page
from tests.support.some import some


def figures(page: Page) -> dict[str, int]:
    """Return the numbers at a page's head by where they lead, those that lead nowhere by what they count."""
    head = page.content.all("dl", class_="hb-figures")[0]
    found = {}
    for one in some(head.all("div"), 3):
        number = one.one("dd", class_="hb-figure")
        links = number.all("a")
        place = links[0]["href"].rpartition("/")[2] if links else one.one("dt").text
        found[place if place not in found else one.one("dt").text] = int(number.text.replace(",", ""))
    return found


def title(page: Page) -> str:
    """Return what a browser's tab shows of a page."""
    return page.root.one("head").one("title").text


def cells(page: Page, table: str, state: str) -> list[Element]:
    """Return the cells of a table in a state."""
    (held,) = (one for one in page.content.all("table") if one["data-table"] == table)
    return [one for one in held.all("td", having="data-state") if one["data-state"] == state]


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_begins_with_its_gaps(site: Site, language: str) -> None:
    page = site.page(language, "coverage/")
    for table, number in some(figures(page).items(), 4):
        assert number == len(cells(page, f"coverage-{table.removeprefix('#')}", "unknown")), table


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_begins_with_its_totals(site: Site, language: str) -> None:
    page = site.page(language, "evidence/")
    (table,) = (one for one in page.content.all("table") if one["data-table"] == "evidence")
    (totals,) = table.one("tfoot").all("tr")
    held = {one["data-column"]: int(one.text) for one in totals.all("td")}
    counted = list(figures(page).values())
    assert counted[:3] == [held["primary"], held["view"], held["not-found"]]
    assert counted[4] == len(site.data.entries("conflicts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_begin_with_their_number(site: Site, language: str) -> None:
    every, *parts, languages = figures(site.page(language, "sources/")).values()
    held = list(site.data.sources.values())
    assert every == sum(parts) == len(held)
    assert sorted(parts) == sorted(Counter(one["kind"] for one in held).values())
    assert languages == len({one["language"] for one in held})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_of_its_own(shipped: Site, language: str) -> None:
    """Continued lists are one page to a reader; a record's title says what its page answers."""
    pages = [page for page in shipped.language_pages.values() if page.language == language]
    titles = Counter(title(page) for page in some(pages, PAGES) if not re.search(r"/\d+(/|\.html)", page.path))
    assert {one: count for one, count in titles.items() if count > 1} == {}
    for city, record in some(shipped.data.records["city"].items(), 20):
        shown, name = title(shipped.page(language, f"cities/{city}/")), record["name"][language]
        assert shown.startswith(name)
        assert shown.partition(" - ")[0] != name
