"""A level of the scale of the self-assessment."""

from __future__ import annotations

from macros.model.base import Drafted, Text


class Level(Drafted):
    """A level of the scale on which groups rate what they find; the scale is the handbook's own proposal.

    小组给所见情况评级的一级，尺度由手册自拟。
    """

    title: Text
    """One or two words.
    一两个词。"""
    text: Text
    """How a group tells that it stands there.
    小组怎样判断自己处在这一级。"""
