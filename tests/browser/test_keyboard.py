"""By keyboard, on a telephone and in a zoomed window: the focus is always in sight, and comes to everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.built import Site
from tests.support.reading import Reader, awaits_focus, results
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.firefox import Firefox

WIDTHS = {"phone": 390, "zoomed": 1024}
ENTER, TAB, ESCAPE = "\ue007", "\ue004", "\ue00c"
"""As WebDriver names these keys."""
MOST = 45
"""Stops of the tab key from the top of a page: past the bar, what it opens, and into the content."""
OUT_OF_SIGHT = """async () => {
  await Promise.allSettled(document.getAnimations().map(one => one.finished));
  const e = document.activeElement;
  if (e === document.body) return 'end';
  const seen = [...e.getClientRects()].some(({ left, right, top, bottom }) => {
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    return right - left > 2 && bottom - top > 2 && e.contains(document.elementFromPoint(x, y));
  });
  const visible = e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return seen && visible ? '' : e.outerHTML.slice(0, 160);
}"""
"""What has the focus, unless it is in the view port, visible and on top."""
DEAD = """() => [...document.querySelectorAll('label')].filter(label => label.control && label.checkVisibility()
  && !label.control.checkVisibility() && label.childElementCount).map(label => label.outerHTML.slice(0, 160))"""
"""Labels that are seen while the field that they change is not, so that no keyboard comes to them."""


def narrow(reader: Reader, width: str, kind: str = "") -> Page:
    """Open a page in a window of one of the widths, where nothing has to be waited for while it moves."""
    return reader.open("zh", kind, viewport={"width": WIDTHS[width], "height": 800}, reduced_motion="reduce")


def menu(window: Page) -> Locator:
    """Return the button of the drawer."""
    return window.locator(".md-header").get_by_role("button", name="菜单")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_focus_is_always_in_sight(served: Reader, width: str) -> None:
    window = narrow(served, width)
    lost = []
    for kind in some(served.site.kinds("zh"), 20):
        window.goto(served.address("zh", kind))
        for stop in range(MOST):
            window.keyboard.press("Tab")
            found = window.evaluate(OUT_OF_SIGHT)
            if found == "end":
                break
            lost += [(kind, stop, found)] if found else []
        assert stop > 5, kind
        lost += [(kind, -1, label) for label in window.evaluate(DEAD)]
    assert lost == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_drawer_opens_and_closes_by_keyboard(served: Reader, width: str) -> None:
    """It has the focus to itself while it is open, on pages without a column of navigation, too."""
    window = narrow(served, width)
    for kind in some(served.site.kinds("zh"), 20):
        window.goto(served.address("zh", kind))
        menu(window).focus()
        window.keyboard.press("Enter")
        assert menu_is(window, "true"), kind
        drawer = window.locator("#__navigation")
        links = drawer.locator("a:visible").count()
        assert links > 5, kind
        for _ in range(min(links, 12)):  # the close button stands before them
            assert window.evaluate("document.activeElement.closest('#__navigation') !== null"), kind
            window.keyboard.press("Tab")
        window.keyboard.press("Escape")
        assert menu_is(window, "false"), kind
        awaits_focus(menu(window))


def menu_is(window: Page, expanded: str) -> bool:
    """Whether the button says that the drawer is open, or closed."""
    return window.locator(".md-header [data-toggle=drawer]").get_attribute("aria-expanded") == expanded


def test_the_drawer_leads_to_a_page_and_to_a_place_on_this_one(reader: Reader) -> None:
    window = narrow(reader, "phone", "cities/london/")
    menu(window).press("Enter")
    window.locator("#__navigation").get_by_role("link", name="规划框架与措施").press("Enter")
    window.wait_for_function("location.hash === '#measures' && !document.querySelector('#__drawer').checked")
    assert menu_is(window, "false")
    menu(window).press("Enter")
    window.locator("#__navigation").get_by_role("link", name="巴黎").press("Enter")
    window.wait_for_url(reader.address("zh", "cities/paris/"))


def test_the_drawer_in_firefox(firefox: Firefox, offline: Site) -> None:
    inside = "document.activeElement.closest('#__navigation') !== null"
    with firefox.window(width=390) as window:
        window.visit(f"{offline.folder.as_uri()}/zh/compare.html")
        window.get("document.querySelector('.md-header [data-toggle=drawer]').focus()")
        window.type(ENTER)
        assert window.wait(inside)
        window.type(TAB)
        assert window.get(inside)
        window.type(ESCAPE)
        assert window.wait("document.activeElement.getAttribute('aria-expanded') === 'false'")
    assert firefox.faults() == []


def test_a_wider_window_leaves_nothing_of_the_drawer(served: Reader) -> None:
    window = narrow(served, "zoomed")
    menu(window).press("Enter")
    window.set_viewport_size({"width": 1400, "height": 800})
    window.wait_for_function("!document.querySelector('#__drawer').checked && !document.querySelector('[inert]')")


def test_the_search_opens_and_closes_by_keyboard_on_a_phone(reader: Reader) -> None:
    window = narrow(reader, "phone")
    button = window.locator(".md-header__button[data-toggle=search]")
    assert button.get_attribute("aria-label")
    button.press("Enter")
    window.wait_for_function("document.activeElement.matches('.md-search__input')")
    assert button.get_attribute("aria-expanded") == "true"
    window.keyboard.type("Datastore")
    window.locator(".hb-result").first.wait_for()
    assert results(window)
    window.keyboard.press("Escape")
    window.wait_for_function("document.activeElement.matches('.md-header__button[data-toggle=search]')")
    assert button.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_scheme_is_changed_by_keyboard(served: Reader, key: str) -> None:
    window = narrow(served, "phone")
    scheme = window.locator("html")
    before = scheme.get_attribute("data-md-color-scheme")
    window.get_by_role("button", name="改用深色").press(key)
    assert scheme.get_attribute("data-md-color-scheme") == "slate" != before
    awaits_focus(window.get_by_role("button", name="改用浅色"))
    window.keyboard.press(key)
    assert scheme.get_attribute("data-md-color-scheme") == before


def test_without_scripts_the_tabs_lead_everywhere_at_any_width(served: Reader) -> None:
    window = served.open("zh", "cities/london/", viewport={"width": 390, "height": 800}, java_script_enabled=False)
    assert window.locator("[data-toggle]:visible").count() == 0
    assert some(window.locator(".md-tabs a").all(), 5)[0].is_visible()
