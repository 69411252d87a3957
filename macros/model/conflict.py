"""A question on which sources differ."""

from __future__ import annotations

from macros.model.base import Ref, Text
from macros.model.statement import Stated, Statements


class Conflict(Stated):
    """A question on which sources differ.

    来源说法不一的一个问题。
    """

    question: Text
    """What the sources differ on.
    来源在什么问题上说法不一。"""
    statements: Statements
    """What each says: facts that stand with their records, and those that stand only here.
    各自怎么说：引用各记录里的事实，只在这里出现的直接写。"""
    note: Text
    """How the handbook deals with it.
    手册怎样处理。"""
    see: tuple[Ref, ...] = ()
    """Where it matters.
    在哪里要紧。"""
