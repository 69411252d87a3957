"""A problem that brings a city to plan."""

from __future__ import annotations

from macros.model.base import DomainId, Drafted, ItemId, LessonId, Ref, SystemId, Text
from macros.model.scalars import Id, Whole


class Problem(Drafted):
    """What a planner names when she looks for cases; measures say which problems they answer.

    规划人员找案例时会说出的难题；各项措施写明回应了哪些。
    """

    order: Whole
    """Place in lists, from 1.
    在列表里的位置，从1起。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids.
    以前的编号。"""
    title: Text
    """In a few words.
    用几个字概括。"""
    lead: Text
    """How it shows, so that a planner recognises her own; the handbook's own.
    表现出来是什么样，让人认得出是自己的难题；由手册自拟。"""
    lessons: tuple[LessonId, ...] = ()
    """Lessons that bear on it.
    有关的经验。"""
    domains: tuple[DomainId, ...] = ()
    """Domains that bear on it.
    有关的领域。"""
    systems: tuple[SystemId, ...] = ()
    """Systems that bear on it.
    有关的体系。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists to begin with.
    可以先做的检查项。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
