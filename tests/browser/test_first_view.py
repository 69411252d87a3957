"""What a page asks for before its reader has done anything; tests/site/test_builds.py weighs it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.support.built import LANGUAGES, first_view
from tests.support.reading import KINDS, Reader, ask
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page


def asked(reader: Reader, window: Page, address: str) -> set[str]:
    """Open a page and return the files of the site that it asks for until it asks for nothing more."""
    held: set[str] = set()
    window.on("request", lambda request: held.add(unquote(request.url.removeprefix(reader.base)).partition("?")[0]))
    window.goto(address)
    window.wait_for_load_state("networkidle")
    return {reader.site.file_at(path) for path in held}


def test_a_page_asks_for_what_its_markup_names_and_nothing_else(reader: Reader) -> None:
    more = {}
    for language in LANGUAGES:
        for kind in KINDS:
            window = reader.visit("about:blank")
            page = reader.site.page(language, kind)
            found = asked(reader, window, reader.address(language, kind))
            wanted = {page.path, *first_view(reader.site, page)}
            more[page.path] = found - wanted
            assert some(found & wanted, 5)
            window.close()
    assert {path: files for path, files in more.items() if files} == {}


def test_the_index_comes_when_the_search_field_is_used(reader: Reader) -> None:
    window = reader.visit("about:blank")
    held: list[str] = []
    window.on("request", lambda request: held.append(request.url.rpartition("/")[2]))
    window.goto(reader.address("en", "glossary/"))
    window.wait_for_load_state("networkidle")
    assert "entries.js" not in held
    ask(window, "Datastore")
    window.locator(".md-search-result__link").first.wait_for()
    assert held.count("entries.js") == 1
    ask(window, "London")
    window.locator(".md-search-result__link[href*=london]").first.wait_for()
    assert held.count("entries.js") == 1
