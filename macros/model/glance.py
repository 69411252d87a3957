"""What a city's page shows at a glance: some of its numbers, and what came before and after its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Model, StatementRef, Text, Worded
from macros.model.scalars import Day
from macros.model.statement import OneOrMoreRefs


class KeyNumber(Model):
    """A number of the city that tells most about it.

    最能说明这座城市的一个数字。
    """

    fact: StatementRef
    """A fact of this city that is a number: `value`, `series` or `money`.
    本城市的一条事实，形式是value、series或money。"""
    label: Text
    """What is counted, in a few words: it stands under the number, without the number and its date.
    用几个字说明数的是什么，显示在数字下面，不写数字和日期。"""


How = Literal["before", "plan", "after", "cancelled"]


class Stage(Model):
    """A plan or programme on the city's time axis.

    城市时间轴上的一个规划或计划。
    """

    title: Text
    """A short name, without its year.
    简称，不带年份。"""
    start: Day
    """When it was published or begun, as the facts have it.
    何时发布或开始，以事实为准。"""
    end: Day | None = None
    """When it ended or was to end, as the facts have it; without it no end is known.
    何时结束或应当结束，以事实为准；不写就是不知道。"""
    how: Annotated[How, Worded("stage-how")]
    """before: what the plan grew from; plan: the plan that the case is about; after: what took over, whole or in part;
    cancelled: the plan, where it was given up.
    before：由它发展而来的；plan：本案例所说的规划；after：全部或部分接替它的；cancelled：中途放弃的本规划。"""
    facts: OneOrMoreRefs
    """Facts of this city that name it and its dates.
    本城市里写明名称和日期的事实。"""
