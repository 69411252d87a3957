"""The comparison: what a cell counts, and how many cities a page has."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.views.cities import city_list
from macros.views.comparison import compared_pages, comparison
from macros.views.places import COMPARED_A_PAGE
from macros.views.reading import Reading
from tests.support import crowded as crowd

HEADS = {
    "plan": [(("Statutory plan",), "primary")],
    "outcome": [(("Succeeded",), "primary")],
    "date": [(("April 2019 to 2021",), "primary")],
    "people": [
        (("1,234,567 people (2020; measured; residents)",), "secondary"),
        (("1,234,567 people (2020)",), "secondary"),
    ],
    "pillars": [],
}
"""What Northport answers first in the example, with the support."""


def test_sources_are_listed_once_and_numbered(dataset: Dataset) -> None:
    """Two statements that cite the same plan rest on one plan; what was read in vain counts too."""
    view = comparison(Reading(dataset, "en"))
    rows = {row.id: row.cells for row in view.rows}
    cited = [source for row in view.rows for cell in row.cells for one in cell.answers for source in one.sources]

    assert [len(cell.answers) for cell in rows["plan"]] == [2, 1]
    assert list(view.numbers) == list(dict.fromkeys(cited))
    assert list(view.numbers.values()) == list(range(1, len(view.sources) + 1))
    assert len(cited) > len(view.sources) > 2


def test_a_cell_has_the_codes_of_its_answers(dataset: Dataset) -> None:
    """In the order of the codebook; rows are told apart by codes, values or states."""
    rows = {row.id: row for row in comparison(Reading(dataset, "en")).rows}

    assert [cell.codes for cell in rows["plan"].cells] == [("statutory",), ()]
    assert {name: row.compared for name, row in rows.items()} == {
        "plan": "codes", "outcome": "codes", "date": "values", "people": "values", "pillars": "states",
    }  # fmt: skip


def test_a_cell_says_first_what_is_short(dataset: Dataset) -> None:
    """Its codes, a date, a number or that there is nothing, with the best support behind it; prose has no such line."""
    rows = {row.id: row.cells for row in comparison(Reading(dataset, "en")).rows}
    heads = {name: [(one.words, one.support) for one in cells[0].heads] for name, cells in rows.items()}

    assert heads == HEADS


def test_a_problem_brings_up_the_cities_that_have_measures_for_it(dataset: Dataset) -> None:
    starts = comparison(Reading(dataset, "en")).starts

    assert [(one.title, one.cities) for one in starts] == [("Floods", ("northport",))]
    assert [[link.href for link in held] for held in starts[0].measures] == [["cities/northport.md#m-gauges"], []]


@pytest.mark.parametrize(("cities", "sizes"), [(30, [30]), (31, [30, 1])])
def test_a_page_has_at_most_thirty_cities(cities: int, sizes: list[int], tmp_path: Path) -> None:
    """They go on on the next page in the same order, and one page needs no list of pages; tables take more pages."""
    reading = Reading(crowd.load(tmp_path / "project", cities), "en")
    lists = [city_list(reading, number) for number in range(1, len(sizes) + 1)]
    tables = [comparison(reading, number) for number in range(1, compared_pages(reading) + 1)]
    names = [card.id for held in lists for card in held.cards]
    columns = [[column.id for column in table.columns] for table in tables]

    assert [len(held.cards) for held in lists] == sizes
    assert [name for held in columns for name in held] == names
    assert {len(held) for held in columns[:-1]} == {COMPARED_A_PAGE}
    assert names == ["northport", "southbay", *(f"bay-{number:02}" for number in range(cities - 2, 0, -1))]
    assert [len(held.pages) for held in lists] == [0 if sizes == [30] else 2] * len(sizes)
    assert {len(held.pages) for held in tables} == {len(tables)}
