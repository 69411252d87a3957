"""What guides a city's own work: lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, Ref, SourceId, Text
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated, Statements
from macros.model.term import Words

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Item(Model):
    """One line of a checklist. Its global id is `<kind>.<owner>.<id>`.

    检查清单的一行，全称是`<种类>.<所属记录>.<编号>`。
    """

    id: Id
    """Unique among the items of its owner.
    在所属记录的各项里不重复。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids: saved ticks are carried over.
    以前的编号：保存过的勾选会跟着改。"""
    do: Text
    """What to do, as a request that can be ticked off.
    做什么，写成可以勾选的一件事。"""
    yields: Text
    """What is there when it is done.
    做完时有什么。"""
    learn: tuple[Ref, ...] = ()
    """Cities or measures to learn from.
    可以学习的城市或措施。"""


class Group(Model):
    """A titled part of a checklist.

    检查清单里带标题的一部分。
    """

    id: Id
    """Unique among the groups of its owner; the anchor begins with `g-`.
    在所属记录的各部分里不重复；锚点以`g-`开头。"""
    title: Text
    """Of the group.
    这一部分的标题。"""
    minutes: Whole | None = None
    """Minutes that a workshop of 5 to 40 people needs for it; the handbook's own estimate.
    5至40人研讨需要几分钟，由手册估计。"""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """In working order.
    按工作顺序。"""


class Part(Model):
    """A component of a step, system or domain.

    步骤、体系或领域的一个组成部分。
    """

    id: Id
    """Unique in its owner; the anchor begins with `p-`.
    在所属记录里不重复；锚点以`p-`开头。"""
    title: Text
    """Of the part.
    这一部分的名称。"""
    statements: tuple[Shaped, ...] = ()
    """What is stated of it.
    对它的陈述。"""


class Guide(Stated):
    """What all five kinds share.

    步骤、体系、领域、经验和启示共有的内容。
    """

    order: Whole
    """Place in lists, from 1.
    在列表里的位置，从1起。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids; each leaves a redirect.
    以前的编号，各留一个跳转。"""
    title: Text
    """A short name.
    简称。"""
    searched: Words = Words()
    """Words by which planners look for it, where its title has others; search leads them here.
    标题里没有、而规划人员会用来查找它的词；搜索会引到这里。"""
    lead: Text
    """One or two sentences for a planner in a hurry.
    一两句话，写给没时间的规划人员。"""
    statements: Statements
    """What is stated of it and what follows for planners.
    对它的陈述，以及对规划人员意味着什么。"""
    parts: tuple[Part, ...] = ()
    """Components, in order.
    组成部分，按顺序。"""
    groups: tuple[Group, ...] = ()
    """The checklist.
    检查清单。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""


class Component(Guide):
    """What systems and domains share.

    体系和领域共有的内容。
    """

    questions: tuple[Text, ...] = ()
    """Questions that guide the work on it; the handbook's own.
    指导这项工作的问题，由手册自拟。"""
    deliverables: tuple[Text, ...] = ()
    """The least that should be there at the end; the handbook's own.
    做完时至少应当有什么，由手册自拟。"""
    standards: tuple[SourceId, ...] = ()
    """Standards and guidance that bear on it.
    有关的标准和指南。"""
