"""What the law asks of a city."""

from __future__ import annotations

from macros.model.base import DomainId, Drafted, InstrumentId, ItemId, PathId, Ref, SystemId, Text
from macros.model.scalars import Id, Plain
from macros.model.statement import Fact


class Duty(Fact, Drafted):
    """One duty, as one fact: `text` says what must be done. Where it bears on is the handbook's own judgement.

    一项义务，也是一条事实：text写必须做什么。它关系到哪里，由手册自己判断。
    """

    formerly: tuple[Id, ...] = ()
    """Earlier ids.
    以前的编号。"""
    title: Text
    """The duty in a few words.
    用几个字概括这项义务。"""
    instrument: InstrumentId
    """Where it stands.
    出自哪部法规或文件。"""
    articles: Plain | None = None
    """The articles, as `31` or `14-15`; none where the text read does not show them.
    条款号，如31、14-15；读到的文本没有条款号就不写。"""
    who: Text
    """Whose duty it is.
    谁的义务。"""
    due: Text | None = None
    """When, how often, how long or how much.
    何时、多久一次、多长时间或多少。"""
    sanction: Text | None = None
    """What follows a breach, as far as was read.
    违反了会怎样，读到多少写多少。"""
    steps: tuple[PathId, ...] = ()
    """Planning steps on which it bears.
    关系到哪些规划步骤。"""
    systems: tuple[SystemId, ...] = ()
    """Systems on which it bears.
    关系到哪些体系。"""
    domains: tuple[DomainId, ...] = ()
    """Domains on which it bears.
    关系到哪些领域。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that it asks for, limits or changes.
    因它而增加、受限或改变的检查项。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
