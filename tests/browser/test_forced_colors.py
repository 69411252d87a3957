"""Where the system has colours of its own: what is told by a colour elsewhere is told by a form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.reading import Reader
from tests.support.some import some

SUPPORTS = ("primary", "secondary", "weak", "article", "not-found", "absent", "view")
TOLD = {
    "marks": ("", ".hb-supports .hb-support", "data-support", SUPPORTS),
    "bars": ("evidence/", ".hb-fig[data-kind=supports] .hb-keys rect", "class", SUPPORTS),
    "plans": ("cities/london/", ".hb-fig .hb-keys rect", "class", ("plan", "before", "after", "open")),
}
"""What is told → where, by which element, by which attribute of it, in which values."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", TOLD)
def test_forms_tell_what_colours_tell_elsewhere(served: Reader, what: str, scheme: Any) -> None:
    """One element takes each value in turn, so that nothing but that can make a difference."""
    page, element, attribute, values = TOLD[what]
    window = served.open("en", page, forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    held = window.locator(element).first
    held.scroll_into_view_if_needed()
    looks: dict[bytes, list[str]] = {}
    for value in some(values, 4):
        held.evaluate("(one, [name, value]) => one.setAttribute(name, value)", [attribute, value])
        looks.setdefault(held.screenshot(), []).append(value)
    assert list(looks.values()) == [[value] for value in values]


def test_numbers_stand_out_from_their_bars(served: Reader) -> None:
    window = served.open("en", "evidence/", forced_colors="active")
    for support in some(SUPPORTS, 7):
        colours = window.evaluate(
            """support => ['rect.', 'text.on-'].map(one => {
              const held = document.querySelector(`.hb-bars ${one}${support}`);
              return held && getComputedStyle(held).fill;
            })""",
            support,
        )
        assert None in colours or colours[0] != colours[1], support


def test_the_chosen_kind_of_results_is_told(served: Reader) -> None:
    window = served.open("en", forced_colors="active")
    window.locator(".md-search__input").fill("data")
    kinds = window.locator(".hb-results__kinds button")
    kinds.first.wait_for()
    outlines = kinds.evaluate_all("all => all.slice(0, 2).map(one => getComputedStyle(one).outlineStyle)")
    assert outlines == ["solid", "none"]
