"""A step of the planning path."""

from __future__ import annotations

from macros.model.base import Model, Ref, Text
from macros.model.guide import Guide, Texts


class Work(Model):
    """How a team works through a step; the handbook's own guidance.

    工作组怎样完成一个步骤，是手册自己的建议。
    """

    purpose: Text
    """What the step is for.
    这一步为了什么。"""
    duration: Text
    """How long it typically takes.
    一般要多久。"""
    inputs: Texts
    """What must be at hand.
    手头必须有什么。"""
    participants: Texts
    """Who takes part.
    谁参加。"""
    activities: Texts
    """What is done, in order.
    依次做什么。"""
    outputs: Texts
    """What is there at the end.
    做完时有什么。"""
    pitfalls: Texts
    """What goes wrong.
    容易出什么问题。"""
    learn: tuple[Ref, ...] = ()
    """Cities and measures to learn from.
    可以学习的城市和措施。"""


class Path(Guide):
    """A step of the planning path.

    规划路径的一个步骤。
    """

    work: Work | None = None
    """How a team works through it.
    工作组怎样完成它。"""
    questions: tuple[Text, ...] = ()
    """Questions that open the talk in a workshop; the handbook's own.
    研讨时用来开头的问题，由手册自拟。"""
