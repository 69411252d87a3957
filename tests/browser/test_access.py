"""Pages by keyboard, on paper, on a telephone and in the dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
from tests.support.reading import PHONE

TABLES = ("coverage/", "planning/schedule/", "planning/route/")


def focused(window: Page, expression: str) -> object:
    return window.evaluate(f"(e => {expression})(document.activeElement)")


def test_the_first_stop_of_the_tab_key_skips_to_the_content(reader: Reader) -> None:
    window = reader.open("zh", "compare/")
    window.keyboard.press("Tab")
    assert focused(window, "e.matches('.md-skip')")
    window.keyboard.press("Enter")
    window.wait_for_function("location.hash === '#top'")


def test_a_key_opens_search_and_escape_closes_it(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    window.keyboard.press("/")
    window.wait_for_function("document.activeElement.matches('[data-md-component=search-query]')")
    window.keyboard.press("Escape")
    window.wait_for_function("!document.querySelector('#__search').checked")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_details_open_by_keyboard(served: Reader, key: str) -> None:
    window = served.open("en", "coverage/")
    cell = window.locator("td details.hb-more").first
    cell.locator("summary").focus()
    window.keyboard.press(key)
    assert cell.locator("a").first.is_visible()


def test_every_stop_of_the_tab_key_is_in_sight(served: Reader) -> None:
    """Focus never goes to something hidden, and shows where it is."""
    window = served.open("en", "checklists/stocktake/")
    stops: list[tuple[object, object]] = []
    for _ in range(40):
        window.keyboard.press("Tab")
        if focused(window, "e === document.body"):
            break
        shown = focused(window, "e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible'")
        stops.append((shown, focused(window, "e.outerHTML.slice(0, 200)")))
    assert [element for shown, element in some(stops, 20) if not shown] == []


@pytest.mark.parametrize("page", ["compare/", "checklists/framework/", "cities/london/"])
def test_pages_print(opened: Reader, page: str) -> None:
    window = opened.open("zh", page)
    window.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-sidebar"):
        for element in some(window.locator(part).all()):
            assert not element.is_visible(), part
    assert window.locator(".md-top:visible, [data-picker]:visible, [data-print]:visible").count() == 0
    assert window.locator("h1").is_visible()
    printed = window.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1


def test_a_printed_checklist_has_boxes_to_tick(served: Reader) -> None:
    window = served.open("en", "checklists/stocktake/", java_script_enabled=False)
    window.emulate_media(media="print")
    boxes = window.locator(".hb-box").all()
    assert len(boxes) == window.locator("[data-item]").count() > 0
    sizes = [box.bounding_box() for box in boxes]
    assert all(size and size["width"] > 5 and size["height"] > 5 for size in sizes)
    assert window.locator(".hb-sheet").is_visible()


@pytest.mark.parametrize("page", TABLES)
def test_tables_scroll_beside_their_first_column(served: Reader, page: str) -> None:
    window = served.open("en", page, **PHONE)
    area = window.locator(".hb-scroll:visible").first
    area.scroll_into_view_if_needed()
    assert area.evaluate("e => e.scrollWidth > e.clientWidth")
    first, second = area.locator("tbody th").first, area.locator("tbody td").first
    before = place(first), place(second)
    area.evaluate("e => { e.scrollLeft = 120; }")
    after = place(first), place(second)
    assert after[0] == before[0]
    assert after[1]["x"] == pytest.approx(before[1]["x"] - 120, abs=1)
    assert after[0]["width"] < 220  # something is left for the cells


def place(element: Locator) -> dict[str, float]:
    box: dict[str, float] = element.evaluate("e => e.getBoundingClientRect().toJSON()")
    return box


LUMINANCE = """e => {
  const light = value => value.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  let behind = e;
  const clear = one => /, 0\\)$|transparent/.test(getComputedStyle(one).backgroundColor);
  while (behind.parentElement && clear(behind)) behind = behind.parentElement;
  return [light(getComputedStyle(e).color), light(getComputedStyle(behind).backgroundColor)];
}"""
SCHEMES = {"light": "default", "dark": "slate"}
SHADES = (
    "article p", "article a:not(.headerlink)", "article th", "article td p", ".hb-meta", ".hb-help", ".hb-support",
    "footer p",
)  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", ["", "compare/", "cities/london/", "checklists/stocktake/"])
def test_both_schemes_apply_and_can_be_read(served: Reader, scheme: str, page: str) -> None:
    window = served.open("en", page, color_scheme=scheme)
    assert window.locator("html").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
    ink, paper = window.locator("body").evaluate(LUMINANCE)
    assert (ink > paper) == (scheme == "dark")
    held = [(part, element) for part in SHADES for element in window.locator(f"{part}:visible").all()[:3]]
    lights = [(part, sorted(element.evaluate(LUMINANCE))) for part, element in some(held, 6)]
    ratios = [(part, round((light + 0.05) / (dark + 0.05), 2)) for part, (dark, light) in lights]
    assert [(part, ratio) for part, ratio in ratios if ratio < 4.5] == []


def test_the_root_follows_the_scheme(served: Reader) -> None:
    window = served.visit(served.base, color_scheme="dark")
    ink, paper = window.locator("body").evaluate(LUMINANCE)
    assert ink > paper


def test_the_choice_of_scheme_is_kept(served: Reader) -> None:
    window = served.open("en")
    window.get_by_role("button", name="Dark colours").click()
    assert window.locator("html").get_attribute("data-md-color-scheme") == "slate"
    window.goto(served.address("en", "compare/"))
    assert window.locator("html").get_attribute("data-md-color-scheme") == "slate"
