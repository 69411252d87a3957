"""A number by which a city can follow its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import DomainId, ItemId, LessonId, ProblemId, Ref, SystemId, Text, Worded
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated

Direction = Literal["up", "down", "hold"]
Pace = Literal["real-time", "monthly", "quarterly", "half-yearly", "yearly", "two-yearly", "once"]
Shows = Literal["means", "use", "result"]


class Indicator(Stated):
    """One indicator. Definition, formula, baseline, owner and pitfalls are the handbook's own proposal.

    一个指标。定义、算法、基线、责任人和误区由手册自拟。
    """

    order: Whole = 1000
    """Place in lists; indicators of the same place are sorted by id.
    在列表里的位置；位置相同的按编号排。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids: saved worksheets are carried over.
    以前的编号：保存过的工作表会跟着改。"""
    title: Text
    """A short name.
    简称。"""
    definition: Text
    """What is counted, and what is not.
    数什么，不数什么。"""
    unit: Annotated[Id, Worded("unit")]
    """What the number counts or measures: a word of labels.yml, `unit-<id>`.
    单位：labels.yml里unit-…的后半截。"""
    formula: Text
    """How it is worked out.
    怎样计算。"""
    baseline: Text
    """How the value at the start is set.
    起始值怎样确定。"""
    direction: Annotated[Direction, Worded("direction")]
    """Whether it is to rise, to fall or to be held.
    up：应当上升；down：应当下降；hold：应当保持。"""
    pace: Annotated[Pace, Worded("pace")]
    """How often it is taken.
    多久取一次数。"""
    owner: Text
    """Whose data it is.
    数据归谁。"""
    shows: Annotated[Shows, Worded("shows")]
    """means: what was built; use: whether it is used; result: what changed for people.
    means：建了什么；use：有没有人用；result：给人带来什么变化。"""
    pitfalls: Texts
    """What misleads.
    哪些地方会误导人。"""
    standards: tuple[Shaped, ...] = ()
    """Its place in standards and other sets, as far as sources show.
    在标准和其他指标集里的位置，以来源为准。"""
    values: tuple[Shaped, ...] = ()
    """Values seen in cities: uses of facts, or facts about places that have no record.
    各城市见到的数值：引用事实，或没有记录的地方的事实。"""
    domains: Annotated[tuple[DomainId, ...], Field(min_length=1)]
    """Domains whose progress it shows; it stands with the first.
    说明哪些领域的进展；显示在第一个领域下。"""
    systems: tuple[SystemId, ...] = ()
    """Systems whose progress it shows.
    说明哪些体系的进展。"""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to which it belongs.
    属于哪些经验。"""
    problems: tuple[ProblemId, ...] = ()
    """Problems of cities that it measures.
    衡量城市的哪些难题。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that set or use it.
    设定它或用到它的检查项。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
