"""What frames every page: light and dark, the bar, the contents beside it, and what is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.reading import Reader, awaits_focus
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEME = "document.documentElement.dataset.mdColorScheme"
FIRST_SCHEME = """new MutationObserver((_, watch) => {
  if (!document.body) return;
  window.firstScheme = document.documentElement.dataset.mdColorScheme;
  watch.disconnect();
}).observe(document, { childList: true, subtree: true });"""
"""Notes the scheme when there is a body, before which nothing is painted."""
KEEPS_NOTHING = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"""


def dark(window: Page, *, now: str, other: str) -> None:
    """Press the button and see the scheme change."""
    window.get_by_role("button", name=now).click()
    window.get_by_role("button", name=other).wait_for()
    assert window.evaluate(SCHEME) == "slate"


def test_a_chosen_scheme_holds_for_both_languages_before_anything_is_painted(served: Reader) -> None:
    window = served.open("zh", color_scheme="light")
    dark(window, now="改用深色", other="改用浅色")
    window.add_init_script(FIRST_SCHEME)
    for kind in ("", "cities/london/", "compare/"):
        window.goto(served.address("en", kind))
        assert window.evaluate("window.firstScheme") == "slate"


def test_the_scheme_follows_the_device_until_one_is_chosen(served: Reader) -> None:
    window = served.open("en", color_scheme="dark")
    assert window.evaluate(SCHEME) == "slate"
    window.emulate_media(color_scheme="light")
    window.wait_for_function(f"{SCHEME} === 'default'")
    dark(window, now="Dark colours", other="Light colours")
    window.emulate_media(color_scheme="dark")
    window.emulate_media(color_scheme="light")
    window.reload()
    assert window.evaluate(SCHEME) == "slate"


def test_pages_work_where_a_browser_keeps_nothing(reader: Reader) -> None:
    window = reader.visit("about:blank", color_scheme="light")
    window.add_init_script(KEEPS_NOTHING)
    window.goto(reader.address("en", "glossary/"))
    dark(window, now="Dark colours", other="Light colours")
    window.keyboard.press("/")
    window.keyboard.type("London")
    window.locator(".hb-result").first.wait_for()


def test_the_key_of_the_search_can_be_switched_off(reader: Reader) -> None:
    """For all pages in both languages; letters do nothing (WCAG 2.1.4)."""
    window = reader.open("en", "glossary/")
    searching = window.locator("#__search")
    for letter in "sf":
        window.keyboard.press(letter)
    assert not searching.is_checked()
    window.keyboard.press("/")
    assert searching.is_checked()
    window.get_by_role("checkbox", name="The / key opens the search").press("Space")
    window.keyboard.press("Escape")
    window.goto(reader.address("zh", "cities/london/"))
    window.keyboard.press("/")
    assert not searching.is_checked()
    window.locator(".md-search__input").focus()
    key = window.get_by_role("checkbox", name="键打开搜索")
    assert not key.is_checked()
    key.press("Space")
    window.keyboard.press("Escape")
    window.keyboard.press("/")
    assert searching.is_checked()


def test_the_bar_names_the_page_and_leads_back_up(served: Reader) -> None:
    window = served.open("en", "cities/london/")
    up = window.get_by_role("banner").get_by_title("Back to top")
    assert not up.is_visible()
    window.evaluate("scrollTo(0, 3000)")
    up.wait_for()
    assert "London" in up.inner_text()
    up.click()
    window.wait_for_function("document.querySelector('h1').getBoundingClientRect().top > 0")
    up.wait_for(state="hidden")


def test_the_contents_mark_where_the_reader_is(served: Reader) -> None:
    window = served.open("en", "cities/london/", viewport={"width": 1440, "height": 800})
    links = some(window.locator(".md-sidebar--secondary a").all(), 5)
    for link in (links[-1], links[2]):
        link.click()
        window.wait_for_function("one => one.getAttribute('aria-current') === 'location'", arg=link.element_handle())
        assert window.locator(".md-sidebar--secondary [aria-current]").count() == 1


def test_what_is_folded_opens_for_a_link_and_on_paper(reader: Reader) -> None:
    window = reader.open("en", "coverage/")
    folded = window.locator("article details:not([open])")
    assert folded.count() > 3
    first = folded.first
    first.evaluate(
        "one => { one.querySelector('summary').nextElementSibling.id = 'inside'; location.hash = 'inside'; }"
    )
    window.wait_for_function("document.getElementById('inside').closest('details').open")
    window.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    window.evaluate("dispatchEvent(new Event('afterprint'))")
    assert window.locator("article details[open]").count() == 1


def test_a_change_of_the_medium_alone_opens_no_drawer(served: Reader) -> None:
    """Browsers tell twice that they print; were each drawer to name its sources, a long page would take a minute."""
    window = served.open("en", "cities/london/")
    drawers = window.locator(".hb-prov")
    window.emulate_media(media="print")
    assert drawers.count() > 50
    assert window.locator(".hb-prov[open], .hb-named").count() == 0


def test_escape_gives_the_focus_back_to_where_it_was(served: Reader) -> None:
    window = served.open("en", "compare/")
    link = window.locator("article a").nth(2)
    link.focus()
    window.keyboard.press("/")
    window.wait_for_function("document.activeElement.matches('.md-search__input')")
    window.keyboard.press("Escape")
    awaits_focus(link)
    assert not window.locator("#__search").is_checked()
