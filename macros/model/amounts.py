"""Numbers at several dates, and amounts of money."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Model, Text, Worded
from macros.model.citation import Cited
from macros.model.scalars import Day, Number

Bound = Literal["about", "over", "under", "up-to"]
Basis = Literal["measured", "estimated", "planned"]
MoneyFlow = Literal["cost", "income", "saving"]
Currency = Literal["usd", "gbp", "eur", "jpy", "sgd", "krw", "cad", "cny", "twd", "inr", "dkk", "cop", "rwf", "kes"]
MoneyBasis = Literal["requested", "planned", "estimated", "approved", "contracted", "spent", "received", "owed"]


class Point(Model):
    """One number of a series."""

    as_of: Day
    """When it held."""
    value: Number
    """The number."""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact it is."""
    sources: tuple[Cited, ...] = ()
    """Where they differ from those of the fact."""


class Money(Model):
    """An amount of money, with what is needed to compare it with another."""

    amount: Number
    """In whole units of the currency: 70000000, not 70."""
    currency: Annotated[Currency, Worded("currency")]
    """Code of ISO 4217, in small letters."""
    year: Day
    """Of which year the amount is, or when it was stated."""
    flow: Annotated[MoneyFlow, Worded("money-flow")] = "cost"
    """Whether it is paid, taken in or saved."""
    basis: Annotated[MoneyBasis, Worded("money-basis")]
    """What stands behind the number: a wish, a decision, a contract, a payment."""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact it is."""
    term: Text | None = None
    """For how long, if not for one year or once."""
    scope: Text | None = None
    """What it covers, and what it does not."""
