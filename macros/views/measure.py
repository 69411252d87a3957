"""The plan's own structure on a city's page: areas and measures, each with its result first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model.city import BEARS_ON, Area, Measure
from macros.model.statement import ASPECTS, Fact, Statement
from macros.views import statement
from macros.views.figures.series import Series
from macros.views.places import LinkGroup, links
from macros.views.reading import Reading
from macros.views.statement import StatementView

_FIRST = ("results", "", "dates", "partners", "money", "trouble")
"""Of which aspect the one statement is that tells most of a measure; "" is what it is."""


@dataclass(frozen=True)
class MeasureView:
    """One measure: what it came to, then the rest of what is known, and what it bears on."""

    id: str
    ref: str
    formerly: tuple[str, ...]
    """Earlier anchors."""
    title: str
    result: StatementView
    chart: Series | None
    """Of the result, where it is a series."""
    rest: tuple[StatementView, ...]
    """By aspect, in the order of `ASPECTS`."""
    rest_text: str
    """How many these are and of what they tell, worded; where there is none, that the links follow."""
    bears_on: tuple[LinkGroup, ...]


@dataclass(frozen=True)
class AreaView:
    """A heading of the plan with its measures."""

    id: str
    title: str
    statements: tuple[StatementView, ...]
    measures: tuple[MeasureView, ...]


def area_view(reading: Reading, city: str, area: Area, layers: dict[str, str]) -> AreaView:
    """Return an area of a city."""
    return AreaView(
        area.id,
        area.title[reading.language],
        statement.views(reading, area.statements, layers),
        tuple(_measure(reading, city, measure, layers) for measure in area.measures),
    )


def _measure(reading: Reading, city: str, measure: Measure, layers: dict[str, str]) -> MeasureView:
    lists = ((kind, getattr(measure, name)) for kind, name in BEARS_ON.items())
    result = _result(measure.statements)
    shown = statement.view(reading, result, layers)
    rest = sorted((one for one in measure.statements if one is not result), key=lambda one: _place(_aspect(one)))
    return MeasureView(
        id=measure.id,
        ref=f"measure/{city}.{measure.id}",
        formerly=tuple(f"m-{old}" for old in measure.formerly),
        title=measure.title[reading.language],
        result=shown._replace(chart=None),
        chart=shown.chart,
        rest=statement.views(reading, rest, layers),
        rest_text=_rest_text(reading, rest),
        bears_on=tuple(
            LinkGroup(reading.labels[f"kind-{kind}"], links(reading, kind, names), 0) for kind, names in lists if names
        ),
    )


def _aspect(held: Statement) -> str:
    return getattr(held, "aspect", None) or ""


def _place(aspect: str) -> int:
    return ASPECTS.index(aspect) + 1 if aspect in ASPECTS else 0


def _result(held: Sequence[Statement]) -> Statement:
    """Return the statement that stands for all: a fact, of what came of the measure before what it is."""
    facts: list[Statement] = [one for one in held if isinstance(one, Fact) and not one.not_found] or list(held)
    return min(facts, key=lambda one: _FIRST.index(_aspect(one)))


def _rest_text(reading: Reading, rest: Sequence[Statement]) -> str:
    if not rest:
        return reading.labels["measure-links"]
    aspects = dict.fromkeys(_aspect(one) for one in rest)
    words = [reading.labels[f"aspect-{one}"] if one else reading.labels["aspect-none"] for one in aspects]
    about = reading.labels["list-comma"].join(words)
    return reading.labels.fill("more-statements", number=len(rest), about=about)
