"""Long lists: a filter looks through all of their pages, and an entry keeps its address."""

from __future__ import annotations

from tests.support.built import LANGUAGES, ROOT
from tests.support.data import Data
from tests.support.reading import Reader, ask
from tests.support.some import some

SOURCES = some(Data(ROOT).sources, 150)


def test_a_filter_finds_what_is_on_other_pages(reader: Reader) -> None:
    for language in LANGUAGES:
        window = reader.open(language, "sources/")
        window.locator("[data-filter]").fill(SOURCES[-1])
        link = window.locator(".hb-elsewhere a").last
        link.wait_for()
        assert window.locator(".hb-filter [role=status]").inner_text().endswith(f"/ {len(SOURCES)}")
        link.click()
        window.locator(f"[id='{SOURCES[-1]}']").wait_for()


def test_an_entry_has_one_address_wherever_it_stands(reader: Reader) -> None:
    for name in (SOURCES[0], SOURCES[-1]):
        window = reader.open("en", "sources/", name)
        window.locator(f"[id='{name}']").wait_for()
        assert window.url.endswith(f"#{name}")


def test_search_says_first_that_nothing_has_all_words(reader: Reader) -> None:
    for language, exact, inexact in (("zh", "数据开放", "轮椅 数据开放"), ("en", "datastore", "datstore")):
        window = reader.open(language)
        said = window.locator("#hb-nearest").evaluate("one => one.content.textContent")
        ask(window, inexact)
        window.locator(".md-search-result__meta", has_text=said).wait_for()
        assert window.locator(".md-search-result__terms").first.inner_text().endswith(inexact.split()[0])
        ask(window, exact)
        window.locator(".md-search-result__terms").first.wait_for(state="detached")
        window.locator(".md-search-result__link").first.wait_for()
        assert window.locator(".md-search-result__meta").inner_text() != said
