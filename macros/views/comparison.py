"""The comparison table: questions × cities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.city import City, Measure
from macros.model.dimension import Dimension
from macros.model.problem import Problem
from macros.model.statement import VIEW
from macros.views.cell import SHORT, Cell, cell
from macros.views.cited import CitedSource, cited_sources
from macros.views.cities import page_count, page_links
from macros.views.places import CITIES_A_PAGE, COMPARED_A_PAGE, Link, href
from macros.views.reading import Reading
from macros.views.support import Count, counted


@dataclass(frozen=True)
class Question:
    """A question with every city's answer."""

    id: str
    label: str
    help: str
    caution: str
    compared: str
    """By what answers are told apart: their codes, their values, or only their states, since prose cannot be."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A city in the head of the table."""

    id: str
    name: str
    country: str
    """"" where the city has its name."""
    href: str


@dataclass(frozen=True)
class Start:
    """A problem to start from."""

    id: str
    title: str
    href: str
    """Where its cases stand."""
    cities: tuple[str, ...]
    """Ids of the offered cities with measures for it."""
    measures: tuple[tuple[Link, ...], ...]
    """For each city of the page."""


@dataclass(frozen=True)
class Comparison:
    """One page of the comparison."""

    columns: tuple[Column, ...]
    rows: tuple[Question, ...]
    pages: tuple[Link, ...]
    page: int
    offered: tuple[tuple[str, str], ...]
    """Id and name of the cities to pick from: the first thirty, and those of this page."""
    is_whole: bool
    """Whether these are all."""
    starts: tuple[Start, ...]
    supports: tuple[Count, ...]
    """What the marks mean."""
    sources: tuple[CitedSource, ...]
    """Of all answers, each once, in the order of the table."""

    @property
    def numbers(self) -> dict[str, int]:
        """Return the places of sources in the list by their ids, from 1."""
        return {one.id: number for number, one in enumerate(self.sources, 1)}

    @property
    def is_coded(self) -> bool:
        """Whether any question has a codebook."""
        return any(row.compared == "codes" for row in self.rows)


def comparison(reading: Reading, page: int = 1) -> Comparison:
    """Return the comparison of the cities on one page of the list."""
    every = list(reading.dataset.of(City))
    names = every[(page - 1) * COMPARED_A_PAGE : page * COMPARED_A_PAGE]
    rows = [
        Question(
            key,
            dimension.label[reading.language],
            dimension.help[reading.language],
            dimension.caution[reading.language] if dimension.caution else "",
            _compared(dimension),
            tuple(cell(reading, name, key) for name in names),
        )
        for key, dimension in reading.dataset.of(Dimension).items()
        if dimension.compare
    ]
    offered = list(dict.fromkeys((*every[:CITIES_A_PAGE], *names)))
    columns = tuple(_column(reading, name) for name in names)
    return Comparison(
        columns,
        tuple(rows),
        page_links(reading, "compare.md", COMPARED_A_PAGE),
        page,
        tuple((name, reading.dataset.of(City)[name].name[reading.language]) for name in offered),
        len(offered) == len(every),
        tuple(_starts(reading, offered, names)),
        tuple(one for one in counted(reading, Counter(), every=True) if one.id != VIEW),
        cited_sources(reading, _sources(rows)).sources,
    )


def compared_pages(reading: Reading) -> int:
    """Return how many pages the comparison takes."""
    return page_count(reading, COMPARED_A_PAGE)


def _sources(rows: Iterable[Question]) -> Iterable[str]:
    answers = (answer for row in rows for held in row.cells for answer in held.answers)
    return dict.fromkeys(source for answer in answers for source in answer.sources)


def _column(reading: Reading, name: str) -> Column:
    city = reading.dataset.of(City)[name]
    title, country = city.name[reading.language], city.country[reading.language]
    return Column(name, title, country if country != title else "", f"cities/{name}.md")


def _compared(dimension: Dimension) -> str:
    if dimension.codes:
        return "codes"
    return "values" if dimension.kind in SHORT else "states"


def _starts(reading: Reading, offered: list[str], names: list[str]) -> Iterator[Start]:
    """Yield the problems that any of the offered cities has measures for, with those of the page's cities."""
    for name, problem in sorted(reading.dataset.of(Problem).items(), key=lambda pair: pair[1].order):
        measures = reading.dataset.bearing_by_city("problem", name)
        if not measures.keys().isdisjoint(offered):
            yield Start(
                name,
                problem.title[reading.language],
                href(reading, f"problem/{name}"),
                tuple(one for one in offered if one in measures),
                tuple(tuple(_measures(reading, measures.get(one, ()))) for one in names),
            )


def _measures(reading: Reading, held: Iterable[str]) -> Iterator[Link]:
    """Yield links to measures by their own titles, since the column says of which city they are."""
    for one in held:
        yield Link(reading.dataset.of(Measure)[one].title[reading.language], href(reading, f"measure/{one}"))
