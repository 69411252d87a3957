"""The coverage matrices: which city has which lesson, domain or system covered by a measure.

Nothing here is typed in: a cell follows from the measures that name its column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.city import BEARS_ON, City, Measure
from macros.model.statement import Fact
from macros.views.cities import further, page_links
from macros.views.city_facets import facets, of_city
from macros.views.facets import By, Narrowing, narrowing
from macros.views.figures.heat import Heat, Numbers, heat
from macros.views.places import CITIES_A_PAGE, Link, href, paged
from macros.views.reading import Reading
from macros.views.state import state_of
from macros.views.tally import Tally, tally

_FIRST = "lesson"
"""The matrix that comes first: what readers ask for."""


@dataclass(frozen=True)
class CoverageCell:
    """What a city does about one column."""

    column: str
    state: str
    state_text: str
    measures: tuple[Link, ...]


@dataclass(frozen=True)
class CoverageRow:
    """One city."""

    id: str
    name: str
    href: str
    by: By
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True)
class Total:
    """How many of all cities have a column covered."""

    column: str
    covered: int
    cities: int


@dataclass(frozen=True)
class Matrix:
    """One coverage table."""

    id: str
    """lessons, domains or systems."""
    title: str
    columns: tuple[tuple[str, Link], ...]
    rows: tuple[CoverageRow, ...]
    totals: tuple[Total, ...]
    gaps: int
    """Cells of this page without any measure."""


@dataclass(frozen=True)
class Coverage:
    """One page of the three matrices."""

    tallies: tuple[Tally, ...]
    """Cells of this page without any measure, by table."""
    matrices: tuple[Matrix, ...]
    heat: Heat
    pages: tuple[Link, ...]
    page: int
    narrowing: Narrowing | None
    """On the first page."""


def coverage(reading: Reading, page: int = 1) -> Coverage:
    """Return the matrices of the cities on one page of the list."""
    names = list(reading.dataset.of(City))[(page - 1) * CITIES_A_PAGE : page * CITIES_A_PAGE]
    form = _narrowing(reading) if page == 1 else None
    held = matrices(reading, names)
    here = paged("coverage.md", page)
    return Coverage(
        tuple(tally(reading.labels.fill("gaps-in", table=one.title), one.gaps, f"{here}#{one.id}") for one in held),
        held,
        heat(reading, list(map(_numbers, held))),
        page_links(reading, "coverage.md"),
        page,
        form,
    )


def matrices(reading: Reading, names: list[str]) -> tuple[Matrix, ...]:
    """Return the matrices of some cities."""
    kinds = sorted(BEARS_ON, key=lambda kind: kind != _FIRST)
    by = {name: of_city(reading, reading.dataset.of(City)[name]) for name in names}
    return tuple(_matrix(reading, kind, by) for kind in kinds)


def whole(reading: Reading, id: str) -> Matrix:
    """Return one matrix, named by its id, of all cities."""
    kind = next(kind for kind, table in BEARS_ON.items() if table == id)
    return _matrix(reading, kind, {name: of_city(reading, city) for name, city in reading.dataset.of(City).items()})


def _narrowing(reading: Reading) -> Narrowing:
    entries = [of_city(reading, city) for city in reading.dataset.of(City).values()]
    return narrowing(facets(reading, entries), len(entries), further=further(reading, "coverage"))


def _matrix(reading: Reading, kind: str, cities: Mapping[str, By]) -> Matrix:
    columns = reading.dataset.whole[kind]  # a city's coverage is the same in every selection
    rows = tuple(_row(reading, name, by, BEARS_ON[kind], list(columns)) for name, by in cities.items())
    heads = tuple(
        (key, Link(record.title[reading.language], href(reading, f"{kind}/{key}"))) for key, record in columns.items()
    )
    return Matrix(
        id=BEARS_ON[kind],
        title=reading.labels[f"coverage-{BEARS_ON[kind]}"],
        columns=heads,
        rows=rows,
        totals=tuple(Total(key, reading.dataset.covered(kind, key), reading.dataset.count(City)) for key in columns),
        gaps=sum(
            cell.state == "unknown" for row in rows if not reading.dataset.of(City)[row.id].draft for cell in row.cells
        ),
    )


def _numbers(matrix: Matrix) -> Numbers:
    rows = ((row.id, row.name, row.href, tuple(len(cell.measures) for cell in row.cells)) for row in matrix.rows)
    return Numbers(matrix.id, matrix.title, matrix.columns, tuple(rows))


def _row(reading: Reading, name: str, by: By, table: str, columns: list[str]) -> CoverageRow:
    city = reading.dataset.of(City)[name]
    of_column: dict[str, list[Measure]] = {}
    for measure in (measure for area in city.areas for measure in area.measures):
        for column in dict.fromkeys(getattr(measure, table)):
            of_column.setdefault(column, []).append(measure)
    cells = []
    for column in columns:
        bearing = of_column.get(column, [])
        state = _state(reading, bearing)
        links = tuple(Link(measure.title[reading.language], f"cities/{name}.md#m-{measure.id}") for measure in bearing)
        cells.append(CoverageCell(column, state, reading.labels[f"state-{state}"], links))
    return CoverageRow(name, city.name[reading.language], f"cities/{name}.md", by, tuple(cells))


def _state(reading: Reading, measures: list[Measure]) -> str:
    """Return the best state of the measures' facts; unknown where there is none."""
    facts = [one for measure in measures for one in measure.statements if isinstance(one, Fact)]
    return state_of(reading, facts)
