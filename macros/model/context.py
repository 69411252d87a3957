"""The policy in force where the reader plans."""

from __future__ import annotations

from macros.model.base import Model, Text
from macros.model.scalars import Day, Id
from macros.model.statement import Stated, Statements


class Topic(Model):
    """A part of the context.

    政策背景的一个部分。
    """

    title: Text
    """Of the part.
    这一部分的标题。"""
    statements: Statements
    """What holds.
    有哪些规定和情况。"""


class Context(Stated):
    """data/context.yml: the policy in force where the reader plans.

    data/context.yml，读者所在地的现行政策。
    """

    title: Text
    """Of the section.
    这一节的标题。"""
    lead: Text
    """How to use it.
    怎样使用。"""
    as_of: Day
    """When it was last looked into.
    最近一次查看是什么时候。"""
    topics: dict[Id, Topic]
    """By id, in order.
    按编号，照顺序写。"""
