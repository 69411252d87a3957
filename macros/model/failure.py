"""A way in which plans fail."""

from __future__ import annotations

from macros.model.base import ItemId, LessonId, PathId, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Stated, Statements


class Failure(Stated):
    """One cause of failure, seen in cities. Signs and remedies are the handbook's own unless cited.

    在一些城市里见到的一种失败原因。征兆和补救没有注明来源的，是手册自己的意见。
    """

    order: Whole
    """Place in lists, from 1.
    在列表里的位置，从1起。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids.
    以前的编号。"""
    title: Text
    """The cause in a few words.
    用几个字概括原因。"""
    statements: Statements
    """Where it was seen: uses of facts of cities, and findings.
    在哪里见到的：引用各城市的事实和研究发现。"""
    signs: Texts
    """Early signs by which a team can see it coming.
    工作组可以预先察觉的征兆。"""
    remedies: Texts
    """What to do.
    怎么办。"""
    steps: tuple[PathId, ...] = ()
    """Planning steps in which it can still be mended.
    还来得及补救的规划步骤。"""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to which it belongs.
    属于哪些经验。"""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that guard against it.
    可以防止它的检查项。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
