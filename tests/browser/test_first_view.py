"""What a page asks for before its reader has done anything; tests/site/test_builds.py weighs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.support.built import LANGUAGES, first_view
from tests.support.reading import Reader, ask
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page

IDLE = "new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))"
"""Settled when the page has loaded and has nothing more to do."""


def noted(reader: Reader, window: Page) -> list[str]:
    """Return a list of the files of the site that a window asks for, which grows as it does."""
    held: list[str] = []
    window.on("request", lambda request: held.append(unquote(request.url.removeprefix(reader.base)).partition("?")[0]))
    return held


def test_a_page_asks_for_what_its_markup_names_and_nothing_else(reader: Reader) -> None:
    more = {}
    for language in LANGUAGES:
        window = reader.visit("about:blank")
        held = noted(reader, window)
        for kind in some(reader.site.kinds(language), 20):
            held.clear()
            window.goto(reader.address(language, kind))
            window.evaluate(IDLE)
            page = reader.site.page(language, kind)
            wanted = {page.path, *first_view(reader.site, page)}
            more[page.path] = {reader.site.file_at(path) for path in some(held)} - wanted
    assert {path: files for path, files in some(more.items(), 40) if files} == {}


def test_the_index_comes_when_the_search_field_is_used(reader: Reader) -> None:
    window = reader.visit("about:blank")
    held = noted(reader, window)
    window.goto(reader.address("en", "glossary/"))
    window.evaluate(IDLE)
    assert "en/search/entries.js" not in held
    ask(window, "Datastore")
    window.locator(".hb-result").first.wait_for()
    assert held.count("en/search/entries.js") == 1
    ask(window, "London")
    window.locator(".hb-result[href*=london]").first.wait_for()
    assert held.count("en/search/entries.js") == 1
