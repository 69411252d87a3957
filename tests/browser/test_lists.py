"""Long lists: a filter looks through all of their pages, and an entry keeps its address."""

from __future__ import annotations

import pytest

from tests.support.built import LANGUAGES, ROOT
from tests.support.data import Data
from tests.support.reading import Reader, ask, results
from tests.support.some import some

SOURCES = some(Data(ROOT).sources, 150)
WORDS = Data(ROOT).file("labels")


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


@pytest.mark.parametrize(
    ("page", "simple", "traditional"), [("sources/", "数据", "數據"), ("glossary/", "数字", "數字")]
)
def test_a_filter_takes_traditional_characters(reader: Reader, page: str, simple: str, traditional: str) -> None:
    window = reader.open("zh", page)
    found = []
    for word in (simple, traditional):
        window.locator("[data-filter]").fill(word)
        window.wait_for_function("!document.querySelector('[role=status]').textContent.startsWith('0 /')")
        window.locator(".hb-filter [role=status]", has_text="/").wait_for()
        found.append(window.locator(".hb-filter [role=status]").inner_text())

    assert found[0] == found[1]


def test_a_filter_says_what_it_could_not_look_through(served: Reader) -> None:
    """It counts what is on its page, and looks through all as soon as it can."""
    window = served.open("en", "sources/")
    window.route("**/search/entries.js", lambda route: route.fulfill(body=""))
    status = window.locator(".hb-filter [role=status]")
    on_page = window.locator(".hb-source").count()
    window.locator("[data-filter]").fill("a")
    window.locator(".hb-filter [role=status]", has_text=WORDS["filter-alone"]["en"]).wait_for()
    assert f"/ {on_page} ·" in status.inner_text()

    window.unroute("**/search/entries.js")
    window.locator("[data-filter]").fill(SOURCES[-1])
    window.locator(".hb-elsewhere a").last.wait_for()
    assert status.inner_text().endswith(f"/ {len(SOURCES)}")


def test_an_address_that_cannot_be_followed_is_told(served: Reader) -> None:
    window = served.open("en", "sources/")
    window.route("**/search/entries.js", lambda route: route.fulfill(body=""))
    window.evaluate("name => { location.hash = name }", SOURCES[-1])
    window.locator(".hb-filter [role=status]", has_text=WORDS["filter-alone"]["en"]).wait_for()


@pytest.mark.parametrize("broken", ["entries", "search-worker"])
def test_search_says_when_it_could_not_be_loaded(served: Reader, broken: str) -> None:
    for language in LANGUAGES:
        window = served.open(language)
        window.route(f"**/{broken}.js*", lambda route: route.fulfill(body="throw 1" if broken != "entries" else ""))
        ask(window, "London")
        window.locator(".hb-results__status", has_text=WORDS["search-failed"][language]).wait_for()
    served.faults.clear()


def test_search_tries_again(served: Reader) -> None:
    window = served.open("en")
    window.route("**/search/entries.js", lambda route: route.fulfill(body=""))
    ask(window, "London")
    window.locator(".hb-results__status", has_text=WORDS["search-failed"]["en"]).wait_for()
    window.unroute("**/search/entries.js")
    window.keyboard.press("Escape")
    ask(window, "London")
    window.locator(".hb-result").first.wait_for()
    assert results(window)[0][0] == served.address("en", "cities/london/")


def test_search_says_first_that_nothing_has_all_words(reader: Reader) -> None:
    for language, exact, inexact in (("zh", "数据开放", "轮椅 数据开放"), ("en", "datastore", "datstore")):
        window = reader.open(language)
        said = WORDS["search-nearest"][language]
        ask(window, inexact)
        window.locator(".hb-results__status", has_text=said).wait_for()
        assert window.locator(".hb-result__missing").first.inner_text().endswith(inexact.split()[0])
        ask(window, exact)
        window.locator(".hb-result__missing").first.wait_for(state="detached")
        window.locator(".hb-result").first.wait_for()
        assert said not in window.locator(".hb-results__status").inner_text()
