"""Where things stand on a page."""

from __future__ import annotations

import pytest

from tests.support.reading import PHONE, Reader
from tests.support.some import some
from tests.support.workshop import wake

WITH_LISTS = ("checklists/framework/", "planning/framework/", "cities/london/", "compare/", "coverage/", "assess/")

DOTS = """() => [...document.querySelectorAll('.md-content li')].filter(item => {
  const shown = item.getClientRects().length && getComputedStyle(item).listStyleType !== 'none';
  const around = item.closest('td, .md-content__inner, details, .hb-panel');
  return shown && item.getBoundingClientRect().left - around.getBoundingClientRect().left < 14;
}).map(item => item.textContent.slice(0, 60))"""

READ_FIRST = ("lessons/coordination/", "implications/")
"""Pages that load what ticks their items when somebody wants to."""
BROKEN = """() => [...document.querySelectorAll('.md-content :is(h1, h2, h3, h4)')].flatMap(heading => {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1 && !/\\s|[A-Za-z]/.test(node.data)) found.push(node.data);
  }
  return found;
})"""


@pytest.mark.parametrize("page", WITH_LISTS)
def test_dots_of_lists_stand_in_their_column(reader: Reader, page: str) -> None:
    for language in ("zh", "en"):
        window = reader.open(language, page, **PHONE)
        assert some(window.locator(".md-content li").all_text_contents())
        assert window.evaluate(DOTS) == []


@pytest.mark.parametrize("page", ["planning/", "planning/framework/", "cities/london/", "cities/new-york/", "about/"])
def test_chinese_headings_are_not_broken_inside_a_phrase(served: Reader, page: str) -> None:
    window = served.open("zh", page, **PHONE)
    assert window.locator(".md-content :is(h1, h2, h3, h4) wbr").count() > 5
    assert window.evaluate(BROKEN) == []


@pytest.mark.parametrize(
    "page", ["checklists/goals/", "checklists/framework/", "lessons/coordination/", "implications/"]
)
def test_each_progress_is_drawn_once(served: Reader, page: str) -> None:
    window = served.open("en", page)
    beginning = window.locator(".hb-work > button")
    if page in READ_FIRST:
        beginning.click()
    total = window.locator("[data-item]").count()
    wake(window)
    assert total > 3
    whole = window.locator(f"progress[max='{total}']")
    whole.first.wait_for()
    assert whole.count() == 1
