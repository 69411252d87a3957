"""Both languages side by side, as a reader asks for them."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.built import LANGUAGES, ROOT
from tests.support.data import Data
from tests.support.reading import PHONE, Reader, switcher
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CITIES = list(Data(ROOT).records["city"])
OTHER = {"zh": "en", "en": "zh"}
TWINS = """() => [...document.querySelectorAll('article [data-ref]')].flatMap(statement => {
  const bare = statement.cloneNode(true);
  for (const one of bare.querySelectorAll('details, .hb-basis, [hidden]')) one.remove();
  const twins = [...bare.querySelectorAll('.hb-twin')];
  const words = twins.map(one => one.textContent);
  for (const one of twins) one.remove();
  const said = bare.textContent.trim();
  return said ? [[statement.dataset.ref, said, words.join(' '), twins.map(one => one.lang)]] : [];
})"""
"""Each statement's name, what it says in the page's language, in the other, and which that is."""
TAKEN = """() => addEventListener("copy", event => {
  document.body.dataset.text = event.clipboardData.getData("text/plain");
})"""
ALONE = """() => [...document.querySelectorAll('[data-tables] .hb-prose, [data-tables] .hb-headline__words')]
  .every(one => one.querySelector('.hb-twin'))"""
DENIED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"
SHOWN = "document.querySelectorAll('.hb-twin').length"


def both(window: Page) -> Locator:
    """Return the button that shows and hides the other language."""
    return window.locator(".hb-languages button")


def press(window: Page, *, on: bool = True) -> None:
    """Press it, and wait until the other language is there, or gone."""
    both(window).click()
    wait(window, on=on)


def wait(window: Page, *, on: bool = True) -> None:
    """Wait until a page shows the other language, or does not."""
    found = window.locator("article .hb-twin:visible")
    found.first.wait_for() if on else found.first.wait_for(state="hidden")
    assert both(window).get_attribute("aria-pressed") == str(on).lower()


def plain(text: str) -> str:
    """Return a text without what differs between data and page: spaces and signs."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_statement_has_its_own_words_in_the_other_language(request: pytest.FixtureRequest, language: str) -> None:
    """On a page of each kind that has statements, in turn Chinese from a server and English from disk."""
    reader: Reader = request.getfixturevalue({"zh": "served", "en": "opened"}[language])
    data, seen, told = Data(ROOT), 0, 0
    site = reader.site
    kinds = [kind for kind in site.kinds(language) if "data-ref=" in site.text(site.path(language, kind))]
    for kind in some(kinds[list(LANGUAGES).index(language) :: 2], 7):
        window = reader.open(language, kind)
        press(window)
        statements = window.evaluate(TWINS)
        lacking = [name for name, _, twin, _ in statements if not twin]
        assert len(lacking) <= len(statements) / 20, (kind, lacking)
        assert {one for _, _, _, held in statements for one in held} <= {LANGUAGES[OTHER[language]]}
        for name, said, twin, _ in statements:
            text = words(data, name)
            if text and plain(text[language]) in plain(said) and twin:
                assert plain(text[OTHER[language]]) in plain(twin), (kind, name)
                told += 1
        seen += len(statements)
        window.context.close()
    assert seen > 100
    assert told > seen / 3


def words(data: Data, name: str) -> dict[str, str] | None:
    """Return the text of a fact in the data; None for what is put together from numbers, and for others than facts."""
    if name.partition("/")[0] not in data.records:
        return None
    with contextlib.suppress(IndexError):
        text: dict[str, str] | None = data.fact(name).get("text")
        return text
    return None


def test_the_choice_holds_on_every_page_until_it_is_taken_back(reader: Reader) -> None:
    window = reader.open("zh", "cities/")
    assert both(window).get_attribute("aria-pressed") == "false"
    press(window)
    window.locator("article .hb-card a").first.click()
    wait(window)
    assert window.locator("article h1 .hb-twin").get_attribute("lang") == "en"
    chinese = window.locator("article h1 .hb-twin").text_content()
    switcher(window, "en").click()
    wait(window)
    heading = window.locator("article h1")
    assert heading.locator(".hb-twin").get_attribute("lang") == "zh-Hans"
    assert (heading.evaluate("one => one.firstChild.data")) == chinese
    press(window, on=False)
    window.reload()
    assert both(window).get_attribute("aria-pressed") == "false"
    assert window.evaluate(SHOWN) == 0


def test_what_the_reader_looks_at_stays_where_it_is(reader: Reader) -> None:
    """On a telephone, with what is far down; and all of it is as wide as the screen."""
    window = reader.open("zh", f"cities/{CITIES[0]}/", **PHONE)
    headings = window.locator("article h2[id]").evaluate_all("all => all.map(one => one.id)")
    anchor = some(headings, 4)[-2]
    window.evaluate("anchor => { location.hash = anchor; }", anchor)
    place = window.locator(f"#{anchor}")
    before = place.evaluate("one => one.getBoundingClientRect().top")
    assert before > 0
    for on in (True, False, True):
        press(window, on=on)
        assert abs(place.evaluate("one => one.getBoundingClientRect().top") - before) < 3
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
    window.emulate_media(media="print")
    assert window.locator("article h1 .hb-twin").is_visible()


def test_the_keyboard_reaches_the_choice(opened: Reader) -> None:
    window = opened.open("en", "about/")
    switcher(window, "zh").focus()
    while not both(window).evaluate("one => one === document.activeElement"):
        window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    wait(window)
    window.keyboard.press("Space")
    wait(window, on=False)


def test_where_nothing_is_kept_the_choice_holds_for_the_page(opened: Reader) -> None:
    window = opened.open("en", "about/")
    window.add_init_script(DENIED)
    window.reload()
    press(window)
    press(window, on=False)
    press(window)
    window.reload()
    assert both(window).get_attribute("aria-pressed") == "false"


def test_what_cannot_be_loaded_is_said_and_tried_again(served: Reader) -> None:
    window = served.open("en", "about/")
    window.route("**/both.js", lambda route: route.abort())
    both(window).click()
    window.locator("[data-lacking]", has_text="both.js").wait_for()
    window.wait_for_function("document.querySelector('[data-both]').getAttribute('aria-pressed') === 'false'")
    window.unroute("**/both.js")
    press(window)
    assert some(served.faults)
    assert [fault for fault in served.faults if "ERR_FAILED" not in fault] == []
    served.faults.clear()


def test_what_comes_later_has_both_languages_too(reader: Reader) -> None:
    """Cities of other pages, in the comparison; what is copied of them has the page's language alone."""
    window = reader.open("zh", "compare/")
    press(window)
    window.evaluate(TAKEN)
    window.goto(reader.address("zh", "compare/", f"cities={CITIES[-1]}"))
    head = window.locator(f"[data-tables] thead [data-column={CITIES[-1]}]")
    head.locator(".hb-twin").wait_for()
    window.wait_for_function(ALONE)
    window.locator("[data-copy-table]").click()
    window.wait_for_function("document.body.dataset.text")
    taken = str(window.evaluate("document.body.dataset.text"))
    held = window.locator("[data-tables] .hb-twin").all_text_contents()

    assert [twin for twin in some(held, 20) if len(twin) > 20 and twin in taken] == []


def test_a_citation_stays_in_the_language_of_the_page(opened: Reader) -> None:
    window = opened.open("zh", f"cities/{CITIES[0]}/")
    press(window)
    statement = window.locator("[data-ref]:has(.hb-twin)").first
    twin = statement.locator(".hb-twin").first.text_content() or ""
    statement.locator("summary").first.click()
    statement.get_by_role("button").first.click()
    cited = statement.locator(".hb-quoted")
    cited.wait_for()

    assert twin
    assert twin not in cited.inner_text()
