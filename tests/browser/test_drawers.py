"""What a statement rests on: its mark, the drawer behind it, the page's list of sources, and all of it on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.reading import PHONE, Reader, awaits_focus
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

LESSON = "lessons/open-data/"
CITY = "cities/london/"
ROW = "#f-date"


def drawer(window: Page, row: str = ROW) -> Locator:
    """Return the first drawer of a row of the record, which is unfolded for it."""
    window.locator(f"{row} > summary").click()
    return window.locator(f"{row} .hb-prov").first


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_mark_opens_by_keyboard_and_escape_returns_to_it(reader: Reader, key: str) -> None:
    window = reader.open("en", CITY)
    held = drawer(window)
    mark = held.locator("summary")
    assert re.fullmatch(r"\w+ \d+ sources?: .+", mark.get_attribute("aria-label") or "")
    mark.focus()
    window.keyboard.press(key)
    title = held.locator(".hb-from .hb-named a").first
    title.wait_for()
    assert (title.get_attribute("href") or "").startswith("http")
    assert "Greater London Authority" in held.inner_text()
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('.hb-prov[open]') !== null")
    window.keyboard.press("Escape")
    assert held.get_attribute("open") is None
    awaits_focus(mark)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_number_leads_to_the_folded_list_of_sources(reader: Reader, scripts: bool) -> None:
    """The list has the title of the drawer, which is there with scripts alone, and leads to the source's own entry."""
    window = reader.open("zh", CITY, java_script_enabled=scripts)
    held = drawer(window)
    held.locator("summary").click()
    if scripts:
        held.locator(".hb-named a").first.wait_for()
    titles = held.locator(".hb-named a").all_inner_texts()
    held.locator(".hb-from a[href*='#r']").first.click()
    window.wait_for_url(re.compile(r"#r\d+$"))
    entry = window.locator("li:target")
    entry.wait_for()
    assert titles[:1] == [entry.locator("a").first.inner_text()][: int(scripts)]
    entry.locator(".hb-entry").click()
    window.wait_for_url(re.compile(r"sources.*#[a-z0-9-]+$"))


def test_a_drawer_leads_to_the_statement_and_to_its_line(served: Reader) -> None:
    window = served.open("en", CITY)
    held = drawer(window)
    held.locator("summary").click()
    held.locator("[data-proposes]").wait_for()
    own, line, form = held.locator(".hb-acts a").all()
    statement = held.locator("xpath=..").get_attribute("id")
    assert own.get_attribute("href") == f"#{statement}"
    assert re.fullmatch(r"https://.+/edit/main/data/cities/london\.yml#L\d+", line.get_attribute("href") or "")
    ref = held.evaluate("one => one.closest('[data-ref]').dataset.ref")
    assert (form.get_attribute("href") or "").endswith(f"/en/edit/#{ref}")


def test_a_link_opens_what_its_target_is_folded_in(reader: Reader) -> None:
    window = reader.open("en", CITY)
    statement = drawer(window).locator("xpath=..").get_attribute("id") or ""
    again = reader.open("en", CITY, statement)
    again.locator(f"{ROW}[open]").wait_for()
    assert again.locator(f"[id='{statement}']").is_visible()


def test_marks_are_large_enough_for_a_finger(served: Reader) -> None:
    window = served.open("zh", LESSON, **PHONE)
    boxes = [mark.bounding_box() for mark in window.locator(".hb-prov > summary >> visible=true").all()]
    assert [box for box in some(boxes) if not box or box["height"] < 27.9 or box["width"] < 24] == []


def test_on_paper_marks_are_numbers_and_the_list_is_open(opened: Reader) -> None:
    """Numbers and notes stand behind their statements, and nothing has to be unfolded before."""
    window = opened.open("en", CITY)
    assert window.locator(".hb-from").first.is_hidden()
    window.emulate_media(media="print")
    for part in ("#cited ~ .hb-sources li", ".hb-from a[href*='#r']", ".hb-prov .hb-why", f"{ROW} .hb-statement"):
        for one in some(window.locator(part).all()[:5]):
            one.wait_for()
    for part in (".hb-acts", ".hb-more:not(.hb-sources) > summary", ".hb-entry"):
        assert [one for one in some(window.locator(part).all()[:5]) if one.is_visible()] == [], part
    statement = window.locator(f"{ROW} .hb-statement").first
    assert re.search(r"\[\d+\]", statement.inner_text())
    widths = window.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


def test_a_source_with_a_copy_of_its_own_is_not_looked_for_in_an_archive(reader: Reader) -> None:
    """The copy that an editor named stands in the place of the link that searches for one."""
    window = reader.open("en", CITY)
    held = drawer(window)
    number = held.locator(".hb-from a[href*='#r']").first
    entry = window.locator(f"[id='{(number.get_attribute('href') or '').partition('#')[2]}']")
    entry.evaluate(
        """li => {
          const copy = document.createElement("a");
          Object.assign(copy, { className: "hb-archived", href: "https://archive.example/", textContent: "copy" });
          li.children[1].append(copy);
        }"""
    )
    held.locator("summary").click()
    named = held.locator(".hb-from li").first.locator(".hb-meta")
    named.wait_for()
    other = drawer(window, "#f-outcome")
    other.locator("summary").click()
    other.locator(".hb-named a").first.wait_for()

    assert named.locator("a").evaluate_all("links => links.map(one => one.href)") == ["https://archive.example/"]
    assert "web.archive.org" in other.inner_html()
