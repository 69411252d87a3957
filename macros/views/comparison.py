"""The comparison table: questions × cities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Statement, Use, sources_of
from macros.views import statement
from macros.views.cities import page_count, page_links
from macros.views.places import CITIES_A_PAGE, COMPARED_A_PAGE, Link, link
from macros.views.reading import Reading
from macros.views.state import answering, state_of


@dataclass(frozen=True)
class Answer:
    """One statement in a cell."""

    text: str
    items: tuple[str, ...]
    links: tuple[Link, ...]
    layer: str


@dataclass(frozen=True)
class Cell:
    """What a city answers to a question."""

    city: str
    state: str
    state_text: str
    codes: tuple[str, ...]
    """In the order of the codebook."""
    codes_text: tuple[str, ...]
    answers: tuple[Answer, ...]
    sources: int
    """How many sources the answers cite together."""
    href: str
    """The row of the city's page that shows them."""


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
    href: str


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

    @property
    def is_coded(self) -> bool:
        """Whether any question has a codebook."""
        return any(row.compared == "codes" for row in self.rows)


def comparison(reading: Reading, page: int = 1) -> Comparison:
    """Return the comparison of the cities on one page of the list."""
    names = list(reading.dataset.of(City))[(page - 1) * COMPARED_A_PAGE : page * COMPARED_A_PAGE]
    rows = [
        Question(
            key,
            dimension.label[reading.language],
            dimension.help[reading.language],
            dimension.caution[reading.language] if dimension.caution else "",
            _compared(dimension),
            tuple(_cell(reading, name, key) for name in names),
        )
        for key, dimension in reading.dataset.of(Dimension).items()
        if dimension.compare
    ]
    every = _names(reading)
    offered = tuple(one for n, one in enumerate(every) if n < CITIES_A_PAGE or one[0] in names)
    columns = tuple(Column(name, title, f"cities/{name}.md") for name, title in every if name in names)
    return Comparison(
        columns,
        tuple(rows),
        page_links(reading, "compare.md", COMPARED_A_PAGE),
        page,
        offered,
        len(offered) == len(every),
    )


def compared_pages(reading: Reading) -> int:
    """Return how many pages the comparison takes."""
    return page_count(reading, COMPARED_A_PAGE)


def _names(reading: Reading) -> tuple[tuple[str, str], ...]:
    return tuple((key, city.name[reading.language]) for key, city in reading.dataset.of(City).items())


def _compared(dimension: Dimension) -> str:
    if dimension.codes:
        return "codes"
    return "values" if dimension.kind in ("date", "number") else "states"


def _cell(reading: Reading, name: str, dimension: str) -> Cell:
    city = reading.dataset.of(City)[name]
    statements = city.facts.get(dimension, ())
    state = state_of(reading, statements)
    answers = tuple(answer for held in statements for answer in _answers(reading, city, held))
    coded = {code for one in statements if isinstance(one, Fact | Use) for code in one.code}
    codes = {
        code: one.label[reading.language]
        for code, one in reading.dataset.of(Dimension)[dimension].codes.items()
        if code in coded
    }
    sources = len({name for fact in answering(reading, statements) for name in sources_of(fact)})
    return Cell(
        name, state, reading.labels[f"state-{state}"], tuple(codes), tuple(codes.values()), answers, sources,
        f"cities/{name}.md#f-{dimension}",
    )  # fmt: skip


def _answers(reading: Reading, city: City, held: Statement) -> Iterator[Answer]:
    """Yield what one statement of a cell shows: of a use, each of its facts."""
    layer = city.layers[held.layer][reading.language] if held.layer else ""
    for fact in answering(reading, [held]):
        yield Answer(
            statement.plain(reading, fact) if not fact.list else "",
            tuple(item[reading.language] for item in fact.list),
            tuple(link(reading, ref) for ref in fact.refs),
            layer,
        )
