"""Pages in a browser: on a server, and opened from a folder without a network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support.built import LANGUAGES
from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page
from tests.support.reading import PHONE, switcher


def test_pages_load_without_a_fault_and_fit_a_phone(reader: Reader) -> None:
    language = "en" if reader.site.directory_urls else "zh"
    window = reader.open(language, **PHONE)
    wide = {}
    for kind in some(reader.site.kinds(language), 20):
        window.goto(reader.address(language, kind))
        assert window.locator("h1").is_visible(), kind
        assert window.evaluate("document.documentElement.lang") == LANGUAGES[language], kind
        wide[kind] = window.evaluate("document.documentElement.scrollWidth")
    assert {kind: width for kind, width in wide.items() if width > 360} == {}


def test_the_root_leads_to_a_city(reader: Reader) -> None:
    window = reader.visit(reader.base if reader.site.directory_urls else f"{reader.base}index.html")
    window.get_by_role("link", name="English").click()
    window.locator(".md-tabs").get_by_role("link", name="Case studies").click()
    window.locator("article").get_by_role("link", name="London", exact=True).first.click()
    arrive(window, reader.address("en", "cities/london/"))
    assert window.locator("h1").inner_text().startswith("London")


def test_the_switcher_keeps_page_and_anchor(reader: Reader) -> None:
    window = reader.open("en", "cities/london/", "m-open-data")
    switcher(window, "zh").click()
    arrive(window, reader.address("zh", "cities/london/", "m-open-data"))
    window.goto(reader.address("zh", "cities/london/", "governance"))
    switcher(window, "en").click()
    arrive(window, reader.address("en", "cities/london/", "governance"))


def test_the_switcher_leads_to_the_paragraph_in_sight(reader: Reader) -> None:
    """Without an anchor in the address, and where the reader has left that of the address."""
    for anchor in ("", "governance"):
        window = reader.open("zh", "cities/london/", anchor, **PHONE)
        window.locator("#m-open-data").evaluate("one => one.scrollIntoView()")
        window.evaluate("scrollBy({ top: -68, behavior: 'instant' })")  # out from below the bar
        switcher(window, "en").click()
        window.wait_for_url(lambda url: "/en/" in url)
        window.wait_for_function(
            """() => document.getElementById(location.hash.slice(1))?.closest('[data-entity]')?.dataset.entity
              === 'measure/london.open-data'"""
        )
    window = reader.open("zh", "cities/london/")
    switcher(window, "en").click()
    arrive(window, reader.address("en", "cities/london/"))


def arrive(window: Page, address: str) -> None:
    """Wait until a click has led to an address."""
    window.wait_for_url(lambda url: url == address)


def test_a_table_leads_to_the_evidence(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    cell = window.locator("[data-row=date] [data-column=london]")
    cell.locator("summary").click()
    cell.locator(".hb-more-there a").click()
    arrive(window, reader.address("en", "cities/london/", "f-date"))
    assert window.locator("#f-date").is_visible()


WITHOUT_SCRIPTS = """() => {
  const named = list => list.map(one => one.outerHTML.slice(0, 80));
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    height: document.querySelector('article').getBoundingClientRect().height,
    hidden: named(
      all('h1, [data-table], [data-table] td').filter(one => !one.checkVisibility() && !one.closest('details')),
    ),
    dead: named(all('[data-print], [data-picker], [data-narrow]').filter(one => one.checkVisibility())),
  };
}"""
"""Content that is neither shown nor folded, and controls that are shown but could not work."""


def test_pages_are_whole_without_scripts(reader: Reader) -> None:
    language = "en" if reader.site.directory_urls else "zh"
    window = reader.open(language, java_script_enabled=False)
    for kind in some(reader.site.kinds(language), 20):
        window.goto(reader.address(language, kind))
        seen = window.evaluate(WITHOUT_SCRIPTS)
        assert seen["height"] > 50, kind
        assert seen["hidden"] == [], kind
        assert seen["dead"] == [], kind
    assert switcher(window, "zh" if language == "en" else "en").is_visible()


def test_evidence_shows_without_scripts(reader: Reader) -> None:
    """Each statement says what it rests on, and leads there; the page says when that was read."""
    window = reader.open("en", "cities/london/", java_script_enabled=False)
    window.locator("#f-date > summary").click()
    evidence = window.locator("#f-date .hb-prov").first
    assert "Primary" in evidence.inner_text()
    evidence.locator("summary").click()
    assert "Sources last read on" in window.locator("article").first.inner_text()
    evidence.locator("a").first.click()
    window.wait_for_url(re.compile(r"#r\d+$"))
    window.locator("li:target .hb-entry").click()
    window.wait_for_url(re.compile(r"sources.*#london-\d+"))
