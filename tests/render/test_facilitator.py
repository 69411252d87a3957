"""Pages for who leads a workshop: where they are, and what is on them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.render import links
from macros.render.pages import left_out, navigation, pages
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.bundle import FACILITATORS
from tests.support.example import block
from tests.support.some import some


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_with_the_option(dataset: Dataset, language: str) -> None:
    """Pages and their places in the navigation exist in a selection with the option, for its steps alone."""
    for chosen in (dataset, select(dataset, Selection())):
        assert not [page for page in pages(chosen, language) if page.path.startswith("facilitator")]
    held = select(dataset, Selection(paths=("route",), facilitator=True))
    tab = next(
        entry for entry in navigation(Reading(held, language)) if "workshop.md" in {one.page for one in entry.children}
    )

    made = {page.path for page in pages(held, language) if page.path.startswith("facilitator")}
    assert made == {path.format("route") for path in FACILITATORS}
    assert not {path for path in left_out(held, language) if path.startswith("facilitator")}
    assert [one.page for one in tab.children if one.page.startswith("facilitator")] == ["facilitator/route.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_answers(dataset: Dataset, language: str) -> None:
    """Every link leads to a page; hand-out and projector view hold every item, but no case and no saved progress."""
    held = replace(dataset, facilitator=True)
    there = {page.path for page in pages(held, language)}
    made = [page for page in pages(held, language) if page.path.startswith("facilitator")]
    for page in some(made, 6):
        text = block(held, language, page.row.macro, page.argument)
        assert {target for target, _ in links.targets(text)} <= there
        assert "data-item" not in text
        assert page.row.macro == "agenda" or "cities/" not in text
        assert (
            page.row.macro == "agenda"
            or text.count("hb-item__do") == {"framework": 3, "route": 2}[page.path.split("/")[1]]
        )
