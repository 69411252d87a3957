"""Numbers and amounts of money, worded with what is needed to read them."""

from __future__ import annotations

from collections.abc import Sequence

from macros import wording
from macros.model.amounts import Bound, Money, Point
from macros.model.statement import Fact
from macros.views.reading import Reading


def numbers(reading: Reading, fact: Fact) -> str:
    """Return the numbers that a fact states, worded with what qualifies them; "" for none."""
    if fact.money:
        return _money(reading, fact.money)
    if fact.value is not None and fact.as_of:
        return _amount(reading, fact, [Point(as_of=fact.as_of, value=fact.value, bound=fact.bound)])
    return _amount(reading, fact, fact.series) if fact.series else ""


def _amount(reading: Reading, fact: Fact, points: Sequence[Point]) -> str:
    """Return a number, or several with their dates: "about 95 datasets (April 2014; estimated)"."""
    labels, language = reading.labels, reading.language
    unit = fact.unit or ""
    basis = labels[f"number-basis-{fact.basis}"] if fact.basis else ""
    scope = fact.scope[language] if fact.scope else ""
    numbers = [
        bounded(reading, wording.quantity(language, one.value, labels.unit(unit, one.value)), one.bound)
        for one in points
    ]
    dates = [wording.date(language, one.as_of) for one in points]
    if len(numbers) == 1:
        return numbers[0] + _details(reading, dates[0], basis, scope)
    each = (number + _details(reading, date) for number, date in zip(numbers, dates, strict=True))
    return wording.listing(language, each) + _details(reading, basis, scope)


def _money(reading: Reading, held: Money) -> str:
    """Return an amount of money: "about US$70 million (2024; owed; over ten years)"."""
    labels, language = reading.labels, reading.language
    number = wording.money(language, held.amount, labels[f"currency-{held.currency}"])
    return bounded(reading, number, held.bound) + _details(
        reading,
        wording.date(language, held.year),
        labels[f"money-flow-{held.flow}"] if held.flow != "cost" else "",
        labels[f"money-basis-{held.basis}"],
        held.term[language] if held.term else "",
        held.scope[language] if held.scope else "",
    )


def bounded(reading: Reading, number: str, bound: Bound | None) -> str:
    """Return a number with how exact it is: "about 95 datasets"."""
    return reading.labels.fill(f"bound-{bound}", number=number) if bound else number


def _details(reading: Reading, *details: str) -> str:
    given = [one for one in details if one]
    between = "；" if reading.language == "zh" else "; "
    return reading.labels.fill("amount-details", details=between.join(given)) if given else ""
