"""A law, rule or policy paper that binds a city."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Drafted, Ref, Text, Worded
from macros.model.scalars import Day
from macros.model.statement import Fact
from macros.model.term import Words

Force = Literal["law", "regulation", "rule", "standard", "guidance", "local"]
BINDING: tuple[Force, ...] = ("law", "regulation", "rule")
"""What a city must obey; standards bind where a rule says so."""
Depth = Literal["whole", "articles", "excerpt"]


class Instrument(Fact, Drafted):
    """What it is and what it replaces, as one fact; its duties are records of their own.

    一部法规或文件：它是什么、替代了什么，写成一条事实；其中的义务另成记录。
    """

    title: Text
    """The official name, and a translation.
    正式名称和译名。"""
    known_as: Words = Words()
    """Words by which planners look for it, where its title has others; search leads them here.
    名称里没有、而规划人员会用来查找它的词；搜索会引到这里。"""
    number: Text | None = None
    """Of the document.
    文号。"""
    issuer: Text
    """Who passed or issued it.
    由谁通过或发布。"""
    force: Annotated[Force, Worded("force")]
    """law: of the National People's Congress; regulation: of the State Council; rule: departmental rule or binding
    document; standard: national standard; guidance: policy paper or plan that binds through supervision alone; local:
    binds only in one place, here as an example.
    law：法律；regulation：行政法规；rule：部门规章或有约束力的文件；standard：国家标准；guidance：靠督促落实的
    政策文件或规划；local：只在一地有效，这里作例子。"""
    issued: Day | None = None
    """When it was passed, issued or last amended.
    何时通过、发布或最近一次修订。"""
    in_force: Day | None = None
    """Since when it holds, in this version.
    这一版从何时施行。"""
    until: Day | None = None
    """When its term ends, where it has one.
    有期限的，何时到期。"""
    read: Annotated[Depth, Worded("read")]
    """How much of it was read: the whole text, the articles named here, or an excerpt.
    读了多少：whole（全文）、articles（所列条款）、excerpt（节选）。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
