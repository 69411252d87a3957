"""What is still to come."""

from __future__ import annotations

from macros.model.base import Drafted, Ref, Text
from macros.model.scalars import Day
from macros.model.statement import OneOrMoreRefs


class Awaited(Drafted):
    """A report, decision or date that facts announce, so that editors know when to look again.

    有事实预告的报告、决定或日期，好让编辑知道何时再查。
    """

    title: Text
    """What is awaited.
    等的是什么。"""
    due: Day
    """When, as announced.
    预告的时间。"""
    because: OneOrMoreRefs
    """The facts that announce it.
    预告它的事实。"""
    then: Text
    """What to look up and change when it is there.
    到时候查什么、改什么。"""
    see: tuple[Ref, ...] = ()
    """Records that it bears on.
    关系到哪些记录。"""
