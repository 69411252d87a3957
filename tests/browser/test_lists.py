"""Lists on several pages: the form on the first looks through all, and an entry keeps its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import LANGUAGES, ROOT
from tests.support.data import Data
from tests.support.reading import Reader, ask, results
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SOURCES = some(Data(ROOT).sources, 150)
WORDS = Data(ROOT).file("labels")


WHOLE = "[data-narrow]"
LISTEN = """() => {
  window.heard = [];
  const status = document.querySelector('[data-narrow] [role=status]');
  new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true });
}"""
"""Keeps what is said."""


def words(window: Page) -> Locator:
    """Return the field for words."""
    return window.locator(f"{WHOLE} [name=words]")


def status(window: Page) -> Locator:
    """Return what says how many are left."""
    return window.locator(f"{WHOLE} [role=status]")


def test_words_find_what_is_on_other_pages(reader: Reader) -> None:
    """It stands in the list, in short, and leads to where it is whole; the number is that of all pages."""
    for language in LANGUAGES:
        window = reader.open(language, "sources/")
        words(window).fill(SOURCES[-1])
        found = window.locator(".hb-source:visible", has=window.locator(f"code:text-is('{SOURCES[-1]}')"))
        found.wait_for()
        window.locator(f"{WHOLE} [role=status]", has_text=str(len(SOURCES))).wait_for()
        assert not window.locator(".hb-pager").is_visible()
        title = found.locator(".hb-source__title a").get_attribute("href") or ""
        assert title.startswith("http") or not Data(ROOT).sources[SOURCES[-1]].get("url")
        found.locator("a", has=window.locator("code")).click()
        window.locator(f"[id='{SOURCES[-1]}']").wait_for()


def test_counts_are_those_of_all_pages(reader: Reader) -> None:
    """Before and after the entries of other pages have come; choosing shows so many, the first hundred at once."""
    window = reader.open("en", "sources/")
    box = window.locator("[name=kind][value=secondary]")
    number = box.locator("xpath=..").locator("small")
    built = int(number.text_content() or 0)
    window.locator(f"{WHOLE} summary").click()
    box.check()
    window.locator(f"{WHOLE} [role=status]", has_text=f"{built} of {len(SOURCES)} ").wait_for()
    assert number.inner_text() == str(built)
    assert window.locator(".hb-source:visible").count() == 100
    window.get_by_role("button", name=WORDS["narrow-more"]["en"].replace("{number}", str(built - 100))).click()
    assert window.locator(".hb-source:visible").count() == built


def test_an_order_is_that_of_all_pages(reader: Reader) -> None:
    """The first hundred of them are shown, nothing being chosen; then the others."""
    window = reader.open("en", "sources/")
    window.locator(f"{WHOLE} [name=sort]").select_option("-number")
    more = window.get_by_role("button", name=f"Show the other {len(SOURCES) - 100}")
    more.wait_for()
    uses = "all => all.filter(one => one.checkVisibility()).map(one => Number(one.dataset.atNumber))"
    numbers = some(window.locator(".hb-source").evaluate_all(uses), 100)
    more.click()
    every = window.locator(".hb-source").evaluate_all(uses)

    assert numbers == sorted(every, reverse=True)[:100]
    assert len(every) == len(SOURCES)


def test_a_number_is_said_once_and_never_of_half_a_list(reader: Reader) -> None:
    """Four letters, one message; and one when all is taken back."""
    window = reader.open("en", "sources/")
    window.evaluate(LISTEN)
    words(window).evaluate("""field => { for (const typed of ['d', 'da', 'dat', 'data']) {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } }""")
    window.locator(f"{WHOLE} [role=status]", has_text=f"of {len(SOURCES)}").wait_for()
    window.get_by_role("button", name=WORDS["narrow-clear"]["en"]).click()
    window.locator(f"{WHOLE} [role=status]", has_text="in all").wait_for()
    first, last = window.evaluate("heard")

    assert re.fullmatch(f"Fitting: [0-9]+ of {len(SOURCES)}", first)
    assert last == WORDS["narrow-all"]["en"].replace("{total}", str(len(SOURCES)))


def test_an_entry_has_one_address_wherever_it_stands(reader: Reader) -> None:
    for name in (SOURCES[0], SOURCES[-1]):
        window = reader.open("en", "sources/", name)
        window.locator(f"[id='{name}']").wait_for()
        assert window.url.endswith(f"#{name}")


def test_a_page_after_the_first_leads_to_the_form(reader: Reader) -> None:
    window = reader.open("en", "sources/")
    window.locator(".hb-pager a").first.click()
    window.get_by_role("link", name=WORDS["narrow-first"]["en"]).click()
    words(window).wait_for()
    assert window.url == reader.address("en", "sources/")


@pytest.mark.parametrize(
    ("page", "simple", "traditional"), [("sources/", "数据", "數據"), ("glossary/", "数字", "數字")]
)
def test_words_may_be_in_traditional_characters(reader: Reader, page: str, simple: str, traditional: str) -> None:
    window = reader.open("zh", page)
    found = []
    for word in (simple, traditional):
        words(window).fill(word)
        window.wait_for_function(
            "!/^$|符合0条/.test(document.querySelector('[data-narrow] [role=status]').textContent)"
        )
        window.wait_for_function(
            f"document.querySelector('[data-narrow] [role=status]').textContent.includes('{total(page)}')"
        )
        found.append(status(window).inner_text())

    assert found[0] == found[1]


def total(page: str) -> int:
    """Return how many entries a list has on all of its pages."""
    return len(SOURCES) if page == "sources/" else len(some(Data(ROOT).file("glossary"), 50))


def test_a_list_says_what_it_could_not_look_through(served: Reader) -> None:
    """It counts what is on its page, and looks through all as soon as it can."""
    window = served.open("en", "sources/")
    window.route("**/list-sources.js", lambda route: route.fulfill(body=""))
    on_page = window.locator(".hb-source").count()
    words(window).fill("a")
    window.locator(f"{WHOLE} [role=status]", has_text=WORDS["narrow-alone"]["en"]).wait_for()
    assert f"of {on_page} " in status(window).inner_text()

    window.unroute("**/list-sources.js")
    words(window).fill(SOURCES[-1])
    window.locator(f"{WHOLE} [role=status]", has_text=f"of {len(SOURCES)} ").wait_for()
    assert WORDS["narrow-alone"]["en"] not in status(window).inner_text()


def test_an_address_that_cannot_be_followed_is_told(served: Reader) -> None:
    window = served.open("en", "sources/")
    window.route("**/list-sources.js", lambda route: route.fulfill(body=""))
    window.evaluate("name => { location.hash = name }", SOURCES[-1])
    window.locator(f"{WHOLE} [role=status]", has_text=WORDS["narrow-alone"]["en"]).wait_for()


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
    served.faults.clear()
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
