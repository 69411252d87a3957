"""Who does what in making and carrying out the plan."""

from __future__ import annotations

from macros.model.base import DutyId, ItemId, PathId, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated


class Role(Stated):
    """One role. Tasks and questions are the handbook's own, after the facts that are cited.

    一种角色。任务和问题由手册参照所引事实自拟。
    """

    order: Whole
    """Place in lists, from 1.
    在列表里的位置，从1起。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids.
    以前的编号。"""
    title: Text
    """Of the role.
    角色的名称。"""
    who: Text
    """Who has it in a Chinese city, as a rule.
    在中国城市里一般由谁担任。"""
    tasks: Texts
    """What the role does for the plan.
    为规划做什么。"""
    questions: Texts
    """What it should ask.
    应当问什么。"""
    statements: tuple[Shaped, ...] = ()
    """How places have ordered it.
    各地怎样安排。"""
    steps: tuple[PathId, ...] = ()
    """Planning steps in which it has a part.
    参与哪些规划步骤。"""
    duties: tuple[DutyId, ...] = ()
    """Duties that fall to it.
    由它承担的义务。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that it should take on.
    应当由它负责的检查项。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
