"""Coverage matrices: their columns, and what they count."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.views.coverage import Coverage, coverage
from macros.views.reading import Reading


def columns(held: Coverage) -> dict[str, list[tuple[str, str]]]:
    """Return id and title of each matrix's columns."""
    return {matrix.id: [(key, head.title) for key, head in matrix.columns] for matrix in held.matrices}


def test_gaps_are_cells_without_a_measure(crowded: Dataset) -> None:
    """A cell that the article alone fills is none; each page counts its own."""
    gaps = [{one.id: one.gaps for one in coverage(Reading(crowded, "en"), page).matrices} for page in (1, 2)]

    # Southbay and the bays with even numbers have no measure for the water system, and none has one for ice.
    assert gaps == [
        {"lessons": 0, "domains": 0, "systems": 15 + 30, "problems": 30 - 1},
        {"lessons": 0, "domains": 0, "systems": 1 + 2, "problems": 2},
    ]


def test_totals_count_each_city_once(crowded: Dataset) -> None:
    """Those of all pages, and a city with several measures as one."""
    matrices = coverage(Reading(crowded, "en"), 2).matrices

    assert [(one.id, total.column, total.covered, total.cities) for one in matrices for total in one.totals] == [
        ("lessons", "water", 32, 32),
        ("domains", "water", 32, 32),
        ("systems", "water", 16, 32),
        ("systems", "ice", 0, 32),
        ("problems", "flood", 1, 32),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "selection", [Selection(cities=("southbay",), paths=("route",)), Selection(paths=("framework",))]
)
def test_a_selection_has_the_columns_of_the_whole(selection: Selection, language: str, dataset: Dataset) -> None:
    """Whether or not the step on whose page a system or domain stands is in it."""
    whole = columns(coverage(Reading(dataset, language)))
    part = coverage(Reading(select(dataset, selection), language))

    assert sorted(whole) == ["domains", "lessons", "problems", "systems"]
    assert all(whole.values())
    assert columns(part) == whole
    assert [[cell.column for cell in row.cells] for matrix in part.matrices for row in matrix.rows] == [
        [key for key, _ in whole[matrix.id]] for matrix in part.matrices for _ in matrix.rows
    ]
