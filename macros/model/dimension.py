"""A question that is put to every city."""

from __future__ import annotations

from typing import Literal

from macros.model.base import Drafted, Model, Text
from macros.model.scalars import Id, Switch

DimensionKind = Literal["text", "date", "number", "list", "references"]


class Code(Model):
    """An answer of a codebook.

    编码说明里的一种答案。
    """

    label: Text
    """The answer in a few words, as a cell of the comparison shows it.
    用几个字写出答案，显示在比较表的单元格里。"""
    counts: Text
    """What counts as this answer.
    哪些情况算这个答案。"""
    excludes: Text | None = None
    """What does not, though one might think so.
    哪些看起来像、其实不算。"""
    example: Text
    """One answer that was coded so, and why.
    一个这样编码的答案，以及理由。"""


class Dimension(Drafted):
    """A question that is put to every city.

    向每座城市提的一个问题。
    """

    formerly: tuple[Id, ...] = ()
    """Earlier ids, under which the answers are still found.
    以前的编号，用它写的答案仍然找得到。"""
    label: Text
    """The question in a few words: head of a row.
    用几个字写出问题，作表格一行的标题。"""
    help: Text
    """What exactly is asked.
    问的究竟是什么。"""
    kind: DimensionKind
    """The form of the answer.
    答案的形式：text（文字）、date（日期）、number（数字）、list（列举）、references（其他记录）。"""
    caution: Text | None = None
    """What to keep in mind when comparing the answers.
    比较这些答案时要注意什么。"""
    codes: dict[Id, Code] = {}
    """The codebook: answers that can be compared, by id, in the order in which they are shown.
    编码说明：可以比较的答案，按编号，照显示的顺序写。"""
    single: Switch = False
    """Whether the answers of a layer have one code at most; otherwise several may hold.
    是否每个层级至多一个编码；否则可以有几个。"""
    prose: Text | None = None
    """Why there is no codebook, where codes would flatten the answers.
    没有编码说明的理由：编码会抹平差别。"""
    compare: Switch = True
    """Whether the comparison table shows it; the city's page always does.
    是否在比较表里显示；城市页面总会显示。"""
