"""Tables, pages and links of a selection."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.render import links
from macros.render.pages import left_out, pages
from macros.render.search import entries
from macros.views.comparison import comparison
from macros.views.coverage import coverage
from macros.views.evidence import evidence
from macros.views.reading import Reading
from macros.views.reference import sources
from tests.support.example import block
from tests.support.some import some


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_are_recomputed(dataset: Dataset, language: str) -> None:
    """Comparison and matrices have the chosen cities alone; totals count them."""
    reader = Reading(select(dataset, Selection(cities=("southbay",))), language)

    assert [column.id for column in comparison(reader).columns] == ["southbay"]
    for matrix in some(coverage(reader).matrices, 3):
        assert [row.id for row in matrix.rows] == ["southbay"]
        assert {total.cities for total in matrix.totals} <= {1}
    assert "city.northport" not in {row.id for row in evidence(reader).rows}
    assert {view.id for view in sources(reader).sources} == set(reader.dataset["source"])


@pytest.mark.parametrize(
    "selection", [Selection(cities=("southbay",), paths=("route",)), Selection(paths=("framework",))]
)
def test_every_page_of_a_selection_is_made(dataset: Dataset, selection: Selection) -> None:
    """No view stumbles over what is left out, and search offers only what is there."""
    held = select(dataset, selection)
    there = {page.path for page in pages(held, "en")}
    gone = left_out(held, "en")

    for page in some(pages(held, "en"), 12):
        for target, _ in links.targets(block(held, "en", page.row.macro, page.argument)):
            assert target in there | gone, f"{page.path} → {target}"
    assert {entry.page for entry in some(entries(held, "en"))} == there


def test_cut() -> None:
    """A link to a page that is left out becomes its text, as it is marked; others stay."""
    html = '<a href="cities/x.md#m-y">X</a> <a class="hb-gloss" href="glossary.md#t">t</a>'

    assert links.cut(html, {"cities/x.md"}, "[{}]".format) == '[X] <a class="hb-gloss" href="glossary.md#t">t</a>'
