"""Tables of cities: the comparison, coded answers, measures, coverage."""

from __future__ import annotations

from collections.abc import Iterator

from macros.export.cells import Column, cited, facts, named, several, supported, table
from macros.export.table import Cell, Table
from macros.model.city import BEARS_ON, City
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Use
from macros.views.coverage import whole
from macros.views.reading import Reading
from macros.views.state import state_of


def comparison(reading: Reading, title: str) -> Table:
    """Return a row for each city and question."""
    labels = reading.labels
    columns = (
        Column("city", labels["column-city-id"], 0), Column("city_name", labels["city"]),
        Column("question", labels["column-question-id"], 0), Column("question_text", labels["question"], 2),
        Column("state", labels["column-state-id"], 0), Column("state_text", labels["column-state"]),
        Column("codes", labels["column-codes"], 0), Column("codes_text", labels["column-answer-code"], 2),
        Column("answer", labels["column-answer"], 6),
        Column("support", labels["column-support-id"], 0), Column("support_text", labels["column-support"]),
        Column("source_count", labels["column-source-count"]), Column("sources", labels["kind-source"], 5),
    )  # fmt: skip
    return table(title, columns, _answers(reading))


def _asked(reading: Reading) -> Iterator[tuple[str, Dimension]]:
    """Yield the questions that the comparison shows."""
    yield from ((name, one) for name, one in reading.dataset.of(Dimension).items() if one.compare)


def _answers(reading: Reading) -> Iterator[tuple[Cell, ...]]:
    for name, city in reading.dataset.of(City).items():
        for question, dimension in _asked(reading):
            held = city.facts.get(question, ())
            state, codes = state_of(reading, held), _codes(reading, city, question, dimension)
            yield (
                name, city.name[reading.language], question, dimension.label[reading.language], state,
                reading.labels[f"state-{state}"], " ".join(codes), several(codes.values()), facts(reading, held),
                *supported(reading, held), *cited(reading, held),
            )  # fmt: skip


def _codes(reading: Reading, city: City, question: str, dimension: Dimension) -> dict[str, str]:
    """Return the codes of an answer, worded, in the order of the codebook."""
    given = {code for one in city.facts.get(question, ()) if isinstance(one, Fact | Use) for code in one.code}
    return {code: one.label[reading.language] for code, one in dimension.codes.items() if code in given}


def answers(reading: Reading, title: str) -> Table:
    """Return a row for each city with its coded answers, one column a question."""
    coded = [(name, one) for name, one in _asked(reading) if one.codes]
    first = (Column("city", reading.labels["column-city-id"], 0), Column("city_name", reading.labels["city"]))
    columns = (*first, *(Column(name, one.label[reading.language], 2) for name, one in coded))
    rows = (
        (key, city.name[reading.language], *(several(_codes(reading, city, *one).values()) for one in coded))
        for key, city in reading.dataset.of(City).items()
    )
    return table(title, columns, rows)


def measures(reading: Reading, title: str) -> Table:
    """Return a row for each measure of a city."""
    labels = reading.labels
    columns = (
        Column("id", labels["column-id"], 0), Column("city_name", labels["city"]),
        Column("area", labels["column-area"], 2), Column("measure", labels["column-measure"], 2),
        Column("text", labels["column-text"], 6),
        Column("state", labels["column-state-id"], 0), Column("state_text", labels["column-state"]),
        *(Column(field, labels[f"kind-{kind}"], 2) for kind, field in BEARS_ON.items()),
        Column("source_count", labels["column-source-count"]), Column("sources", labels["kind-source"], 5),
    )  # fmt: skip
    return table(title, columns, _measures(reading))


def _measures(reading: Reading) -> Iterator[tuple[Cell, ...]]:
    for name, city in reading.dataset.of(City).items():
        for area in city.areas:
            for one in area.measures:
                held = [fact for fact in one.statements if isinstance(fact, Fact)]
                state = state_of(reading, held)
                yield (
                    f"{name}.{one.id}", city.name[reading.language], area.title[reading.language],
                    one.title[reading.language], facts(reading, one.statements),
                    state, reading.labels[f"state-{state}"],
                    *(named(reading, kind, getattr(one, field)) for kind, field in BEARS_ON.items()),
                    *cited(reading, one.statements),
                )  # fmt: skip


def covered(reading: Reading, title: str, matrix: str) -> Table:
    """Return a matrix: a row for each city, and in a cell the measures that bear on the column; "" for none."""
    held = whole(reading, matrix)
    first = (Column("city", reading.labels["column-city-id"], 0), Column("city_name", reading.labels["city"]))
    columns = (*first, *(Column(name, link.title, 2) for name, link in held.columns))
    rows: list[tuple[Cell, ...]] = [
        (row.id, row.name, *(several(link.title for link in cell.measures) for cell in row.cells)) for row in held.rows
    ]
    totals: tuple[Cell, ...] = ("", reading.labels["column-covered"], *(one.covered for one in held.totals))
    return table(title, columns, [*rows, totals])
