"""Figures as they are seen: no label lies on another, each has a name and a table, on every width and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.some import some

if TYPE_CHECKING:
    from tests.support.reading import Reader

PAGES = {
    "cities/": "axis",
    "cities/shanghai/": "series",
    "planning/schedule/": "gantt",
    "planning/route/": "triangle",
    "planning/framework/": "layers",
    "coverage/": "heat",
    "evidence/": "supports",
}
OPEN = (
    "() => document.querySelectorAll('details').forEach(one => { if (one.querySelector('.hb-fig')) one.open = true; })"
)
OVERLAPS = """() => [...document.querySelectorAll('.hb-fig svg[role=img]')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')];
  const boxes = texts.map(text => text.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).map((b, j) => [a, b, texts[i], texts[i + 1 + j]]))
    .filter(([a, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([, , one, other]) => one.textContent + ' / ' + other.textContent);
})"""
OUTSIDE = """() => [...document.querySelectorAll('.hb-fig svg[role=img] text')].filter(text => {
  const box = text.getBoundingClientRect(), room = text.closest('svg[role=img]').getBoundingClientRect();
  return box.left < room.left - 1 || box.right > room.right + 1;
}).map(text => text.textContent)"""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_figures_are_readable(page: str, language: str, opened: Reader) -> None:
    """At every width no text lies on another or leaves its figure, and nothing scrolls sideways."""
    window = opened.open(language, page)
    window.evaluate(OPEN)
    figures = window.locator(f".hb-fig[data-kind={PAGES[page]}]")

    assert figures.count() > 0
    for width in (320, 390, 1440):
        window.set_viewport_size({"width": width, "height": 900})
        assert window.evaluate(OVERLAPS) == [], width
        assert window.evaluate(OUTSIDE) == [], width
        assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.emulate_media(media="print")
    assert figures.first.is_visible()


@pytest.mark.parametrize("page", PAGES)
def test_figures_have_names(page: str, opened: Reader) -> None:
    """Each has its own title, a numbered caption, and no style of its own."""
    window = opened.open("en", page)
    figures = some(window.locator(".hb-fig").all())

    for number, figure in enumerate(figures, 1):
        assert (figure.locator("figcaption").text_content() or "").strip().startswith(f"Figure {number}.")
        assert figure.locator("[style]").count() == 0
        for svg in figure.locator("svg[role=img]").all():
            assert (svg.locator("> title").text_content() or "").strip()
        if figure.get_attribute("data-kind") in ("axis", "series", "heat"):
            assert figure.locator("table caption").count() > 0
        else:
            assert window.locator("table").count() > 0


def test_text_and_bars_follow_the_scheme(opened: Reader) -> None:
    """In the dark both change, so that neither vanishes."""
    fills = {}
    for scheme in ("light", "dark"):
        window = opened.open("en", "planning/schedule/", color_scheme=scheme)
        parts = [window.locator(f".hb-fig {part}").first for part in ("svg[role=img] > text", "rect")]
        fills[scheme] = [part.evaluate("one => getComputedStyle(one).fill") for part in parts]

    assert fills["light"][0] != fills["dark"][0]
    assert fills["light"][1] != fills["dark"][1]
