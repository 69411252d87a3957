"""The first hundred days of who leads the work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import ItemId, Model, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id
from macros.model.statement import Shaped, Stated, Statements


class Stage(Model):
    """A stretch of days.

    几天到几十天的一段。
    """

    days: Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]+(-[0-9]+)?$")]
    """Counted from the first: `1-30`, `100`.
    从第一天数起，如1-30、100。"""
    title: Text
    """Of the stage.
    这一段的名称。"""
    tasks: Texts
    """What is done; the handbook's own.
    做什么，由手册自拟。"""
    yields: Texts
    """What is there at the end; the handbook's own.
    做完时有什么，由手册自拟。"""
    statements: tuple[Shaped, ...] = ()
    """What others did.
    别人是怎样做的。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that belong here.
    属于这里的检查项。"""


class FirstDays(Stated):
    """data/first-days.yml.

    data/first-days.yml，头一百天。
    """

    title: Text
    """Of the page.
    页面的标题。"""
    lead: Text
    """What it is for.
    用来做什么。"""
    statements: Statements
    """What the frame rests on.
    这个安排的依据。"""
    stages: Annotated[dict[Id, Stage], Field(min_length=1)]
    """In order of time.
    按时间先后。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
