"""A chapter of the plan that a city writes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import DutyId, IndicatorId, ItemId, LessonId, Model, PathId, Ref, SystemId, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Switch, Whole
from macros.model.statement import Shaped, Stated


class Heading(Model):
    """A heading inside a chapter.

    章里的一个标题。
    """

    id: Id
    """Unique in the chapter.
    在这一章里不重复。"""
    title: Text
    """As it stands in the plan.
    规划文本里的写法。"""
    holds: Texts
    """What must stand under it; the handbook's own.
    下面必须写什么，由手册自拟。"""


class Chapter(Stated):
    """One chapter or annex of the outline. Headings, length and questions are the handbook's own unless cited.

    提纲的一章或一个附件。标题、篇幅和问题没有注明来源的，由手册自拟。
    """

    order: Whole
    """Place in the outline, from 1.
    在提纲里的位置，从1起。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids.
    以前的编号。"""
    title: Text
    """As it stands in the plan.
    规划文本里的写法。"""
    lead: Text
    """What the chapter is for.
    这一章用来做什么。"""
    annex: Switch = False
    """Whether it follows the body.
    是否附在正文之后。"""
    headings: Annotated[tuple[Heading, ...], Field(min_length=1)]
    """In order.
    按顺序。"""
    columns: tuple[Text, ...] = ()
    """Heads of a table that it holds, for whoever fills it in.
    章内表格的表头，供填写的人用。"""
    length: Text
    """How long it typically is.
    一般多长。"""
    asks: Texts
    """What reviewers ask of it.
    评审会问什么。"""
    statements: tuple[Shaped, ...] = ()
    """How plans that were read do it.
    读过的规划是怎样写的。"""
    steps: tuple[PathId, ...] = ()
    """Planning steps whose results it takes up.
    采用哪些规划步骤的成果。"""
    systems: tuple[SystemId, ...] = ()
    """Systems whose work it takes up.
    采用哪些体系的成果。"""
    items: tuple[ItemId, ...] = ()
    """Items whose answers feed it.
    哪些检查项的答案写进这一章。"""
    duties: tuple[DutyId, ...] = ()
    """Duties that it must keep or tell of.
    必须遵守或说明的义务。"""
    indicators: tuple[IndicatorId, ...] = ()
    """Indicators that belong in it.
    属于这一章的指标。"""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to mind.
    要记住的经验。"""
    learn: tuple[Ref, ...] = ()
    """Cities and measures to learn from.
    可以学习的城市和措施。"""
