"""Indicators: the list of all with the worksheet, and those of a domain in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from macros.model.domain import Domain
from macros.model.indicator import Indicator, Shows
from macros.views import statement
from macros.views.facets import By, Narrowing, facet, narrowing, of_kind
from macros.views.places import Link, LinkGroup, RecordFile, data_file, data_files, link, title
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.statement import StatementView


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator in the list of all."""

    id: str
    link: Link
    unit: str
    shows: str
    shows_text: str
    direction: str
    pace: str
    owner: str
    values: int
    """How many values are shown of cities."""
    by: By


@dataclass(frozen=True)
class IndicatorIndex:
    """All indicators, by the first of their domains."""

    domains: tuple[tuple[str, Link, tuple[IndicatorRow, ...]], ...]
    """Id and page of a domain, its indicators."""
    narrowing: Narrowing
    total: int
    files: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorView:
    """One indicator, whole."""

    id: str
    earlier: tuple[str, ...]
    """Earlier anchors."""
    title: str
    rows: tuple[tuple[str, str], ...]
    """What it is, how it is worked out, whose it is; heading and text."""
    pitfalls: tuple[str, ...]
    standards: tuple[StatementView, ...]
    values: tuple[StatementView, ...]
    related: tuple[LinkGroup, ...]
    items: tuple[Link, ...]
    data_file: RecordFile


@dataclass(frozen=True)
class IndicatorPage:
    """The indicators of a domain."""

    domain: Link
    indicators: tuple[IndicatorView, ...]


def indicator_index(reading: Reading) -> IndicatorIndex:
    """Return all indicators in short."""
    held = reading.dataset.of(Indicator)
    domains = tuple(
        (name, Link(title(reading, f"domain/{name}"), f"indicators/{name}.md"), _rows(reading, name))
        for name in with_indicators(reading)
    )
    return IndicatorIndex(
        domains=domains,
        narrowing=_narrowing(reading, [row.by for _, _, rows in domains for row in rows]),
        total=len(held),
        files=data_files(reading, "indicator"),
    )


def _narrowing(reading: Reading, entries: list[By]) -> Narrowing:
    labels = reading.labels
    words = ((one, labels[f"shows-{one}"]) for one in get_args(Shows))
    shows = facet("shows", labels["indicator-shows"], words, entries)
    return narrowing((shows, *(of_kind(reading, kind, entries) for kind in ("problem", "domain"))), len(entries))


def indicator_page(reading: Reading, domain: str) -> IndicatorPage:
    """Return the indicators of which a domain is the first."""
    return IndicatorPage(
        link(reading, f"domain/{domain}"),
        tuple(_indicator(reading, name, one) for name, one in _of(reading, domain)),
    )


def with_indicators(reading: Reading) -> tuple[str, ...]:
    """Return the domains that are the first of an indicator, those that a selection leaves out too."""
    first = {one.domains[0] for one in reading.dataset.of(Indicator).values()}
    return tuple(name for name in reading.dataset.whole.of(Domain) if name in first)


def _of(reading: Reading, domain: str) -> list[tuple[str, Indicator]]:
    held = [(name, one) for name, one in reading.dataset.of(Indicator).items() if one.domains[0] == domain]
    return sorted(held, key=lambda pair: (pair[1].order, pair[0]))


def _rows(reading: Reading, domain: str) -> tuple[IndicatorRow, ...]:
    labels, language = reading.labels, reading.language
    return tuple(
        IndicatorRow(
            id=name,
            link=link(reading, f"indicator/{name}"),
            unit=labels[f"unit-{one.unit}"],
            shows=one.shows,
            shows_text=labels[f"shows-{one.shows}"],
            direction=labels[f"direction-{one.direction}"],
            pace=labels[f"pace-{one.pace}"],
            owner=one.owner[language],
            values=len(one.values),
            by={"shows": (one.shows,), "problem": one.problems, "domain": one.domains},
        )
        for name, one in _of(reading, domain)
    )


def _indicator(reading: Reading, name: str, held: Indicator) -> IndicatorView:
    labels, language = reading.labels, reading.language
    unit, direction = labels[f"unit-{held.unit}"], labels[f"direction-{held.direction}"]
    how = labels["list-comma"].join([unit, direction, labels[f"pace-{held.pace}"], labels[f"shows-{held.shows}"]])
    return IndicatorView(
        id=name,
        earlier=held.formerly,
        title=held.title[language],
        rows=(
            (labels["indicator-definition"], held.definition[language]),
            (labels["indicator-formula"], held.formula[language]),
            (labels["indicator-how"], how),
            (labels["indicator-baseline"], held.baseline[language]),
            (labels["indicator-owner"], held.owner[language]),
        ),
        pitfalls=tuple(text[language] for text in held.pitfalls),
        standards=statement.views(reading, held.standards),
        values=statement.views(reading, held.values),
        related=related(reading, f"indicator/{name}"),
        items=tuple(link(reading, f"item/{item}") for item in held.items),
        data_file=RecordFile(data_file(reading, f"indicator/{name}")),
    )
