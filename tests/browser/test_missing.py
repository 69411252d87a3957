"""The page for wrong addresses, as a host gives it at any depth: what it offers and finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.support.built import Site
from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def lost(browser: Browser, host: str, online: Site) -> Iterator[Reader]:
    """Return a reader who comes to wrong addresses, of which the browser itself tells in the console."""
    reader = Reader(browser, online, host)
    yield reader
    reader.close()
    assert [fault for fault in some(reader.faults) if "404" not in fault] == []


LIKELY = {
    "zh/cities/londn/": "zh/cities/london/",
    "zh/city/london.html": "zh/cities/london/",
    "en/lesson/open-date/": "en/lessons/open-data/",
    "en/go/measure.london.no-such/": "en/cities/london/",
    "zh/术语表": "zh/glossary/",
    "a/b/c/d/barcelona": "zh/cities/barcelona/",
    "zh/%E4%BC%A6%E6%95%A6%E": "zh/",
}
"""Wrong address → one of the pages it offers, or a way on."""


@pytest.mark.parametrize("address", LIKELY)
def test_it_offers_what_the_address_is_like(lost: Reader, address: str) -> None:
    page = lost.visit(lost.base + quote(address, safe="/%"))
    wanted = lost.base + LIKELY[address]
    link = page.locator("section").first.locator("a").filter(visible=True)
    page.wait_for_function(
        "wanted => [...document.querySelectorAll('a')].some(one => one.href === wanted && one.checkVisibility())",
        arg=wanted,
    )

    assert [one for one in link.evaluate_all("all => all.map(one => one.href)") if not one.startswith(lost.base)] == []


@pytest.mark.parametrize(("address", "query", "place"), [
    ("zh/cities/no/where/", "首席数字官", "zh/glossary/"),
    ("en/no-such/", "chief digital officer", "en/glossary/"),
])  # fmt: skip
def test_it_searches_in_the_language_of_the_address(lost: Reader, address: str, query: str, place: str) -> None:
    page = lost.visit(lost.base + address)
    page.locator("input").first.fill(query)
    page.locator(f"section:first-child [data-found] a[href*='{place}']").first.click()

    page.wait_for_url(f"{lost.base}{place}**")


def test_it_says_when_it_finds_nothing(lost: Reader) -> None:
    page = lost.visit(f"{lost.base}en/no-such/")
    page.locator("input").first.fill("xyzzyqux")
    page.get_by_text("Nothing found").wait_for()


def test_its_ways_on_need_no_script(lost: Reader) -> None:
    page = lost.visit(f"{lost.base}en/a/b/", java_script_enabled=False)

    assert page.locator("input").filter(visible=True).count() == 0
    page.locator("section[lang=en]").get_by_role("link", name="Glossary").click()
    page.wait_for_url(f"{lost.base}en/glossary/")
