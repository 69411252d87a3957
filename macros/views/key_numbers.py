"""The numbers at the top of a city's page: short, with what they count and when."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.amounts import Bound, Point
from macros.model.city import City
from macros.model.statement import Fact
from macros.views.places import href
from macros.views.reading import Reading
from macros.views.support import support


@dataclass(frozen=True)
class KeyNumberView:
    """A number of a city's record."""

    number: str
    """Two of a series, its first and last: "4% → 71%"."""
    what: str
    """What is counted."""
    when: str
    """Its date or dates, and how far it is only planned or estimated."""
    ref: str
    href: str
    """Where the fact stands."""
    support: str
    support_text: str


def key_numbers(reading: Reading, city: City) -> tuple[KeyNumberView, ...]:
    """Return the numbers that a city has chosen."""
    return tuple(_number(reading, one.fact, one.label[reading.language]) for one in city.numbers)


def _number(reading: Reading, ref: str, what: str) -> KeyNumberView:
    fact = reading.dataset.fact(ref)
    evidence = support(reading.dataset, fact)
    return KeyNumberView(
        number=_worded(reading, fact),
        what=what,
        when=_when(reading, fact),
        ref=ref,
        href=href(reading, ref),
        support=evidence,
        support_text=reading.labels[f"support-{evidence}"],
    )


def _points(fact: Fact) -> tuple[Point, ...]:
    """Return what a fact counts: its number, or the first and the last of its series."""
    if fact.series:
        return (fact.series[0], fact.series[-1]) if len(fact.series) > 1 else fact.series
    assert fact.value is not None
    assert fact.as_of
    return (Point(as_of=fact.as_of, value=fact.value, bound=fact.bound),)


def _worded(reading: Reading, fact: Fact) -> str:
    if fact.money:
        currency = reading.labels[f"currency-{fact.money.currency}"]
        return _bounded(reading, wording.money(reading.language, fact.money.amount, currency), fact.money.bound)
    sign = "%" if fact.unit == "percent" else ""
    return " → ".join(
        _bounded(reading, wording.large(reading.language, one.value) + sign, one.bound) for one in _points(fact)
    )


def _bounded(reading: Reading, number: str, bound: Bound | None) -> str:
    return reading.labels.fill(f"short-bound-{bound}", number=number) if bound else number


def _when(reading: Reading, fact: Fact) -> str:
    if fact.money:
        days, basis = [fact.money.year], reading.labels[f"money-basis-{fact.money.basis}"]
    else:
        days = [one.as_of for one in _points(fact)]
        basis = reading.labels[f"number-basis-{fact.basis}"] if fact.basis in ("estimated", "planned") else ""
    return " · ".join(filter(None, [_dates(reading, days), basis]))


def _dates(reading: Reading, days: list[str]) -> str:
    first, last = days[0], days[-1]
    if len(days) == 1:
        return wording.date(reading.language, first)
    if first[:4] == last[:4]:
        return wording.period(reading.language, first, last)
    return reading.labels.fill("short-years", first=first[:4], last=last[:4])
