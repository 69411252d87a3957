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
    """One number of a series.

    几个时点的数中的一个。
    """

    as_of: Day
    """When it held.
    什么时点。"""
    value: Number
    """The number.
    数值。"""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact it is.
    有多准：about（约）、over（超过）、under（不到）、up-to（至多）。"""
    sources: tuple[Cited, ...] = ()
    """Where they differ from those of the fact.
    与整条事实的来源不同才写。"""


class Money(Model):
    """An amount of money, with what is needed to compare it with another.

    一笔钱，写全了才能与别的相比。
    """

    amount: Number
    """In whole units of the currency: 70000000, not 70.
    以货币单位计，写70000000，不写70。"""
    currency: Annotated[Currency, Worded("currency")]
    """Code of ISO 4217, in small letters.
    ISO 4217货币代码，小写。"""
    year: Day
    """Of which year the amount is, or when it was stated.
    哪一年的金额，或何时公布。"""
    flow: Annotated[MoneyFlow, Worded("money-flow")] = "cost"
    """Whether it is paid, taken in or saved.
    cost：支出；income：收入；saving：节省。"""
    basis: Annotated[MoneyBasis, Worded("money-basis")]
    """What stands behind the number: a wish, a decision, a contract, a payment.
    数字背后是什么：requested（申请）、planned（计划）、estimated（估计）、approved（批准）、contracted（合同）
    、spent（支出）、received（到账）、owed（拖欠）。"""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact it is.
    有多准：about（约）、over（超过）、under（不到）、up-to（至多）。"""
    term: Text | None = None
    """For how long, if not for one year or once.
    既不是一年的、也不是一次性的，写明多长时间。"""
    scope: Text | None = None
    """What it covers, and what it does not.
    包括什么，不包括什么。"""
