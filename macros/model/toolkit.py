"""A handbook or tool of somebody else's."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from macros.model.base import Drafted, Text, Worded
from macros.model.scalars import Day, WebAddress

Feature = Literal["cases", "comparison", "checklist", "assessment", "offline"]
FEATURES: tuple[Feature, ...] = get_args(Feature)
Offer = Literal["yes", "partly", "no", "unknown"]


class Toolkit(Drafted):
    """A handbook or tool of somebody else's.

    别人编的手册或工具。
    """

    name: Text
    """Its name; the original where there is no translation.
    名称；没有译名就写原名。"""
    publisher: Text
    """Who answers for it.
    由谁负责。"""
    offers: Text
    """What it holds and does.
    有什么内容，能做什么。"""
    features: dict[Annotated[Feature, Worded("feature")], Annotated[Offer, Worded("offer")]]
    """Whether it has case studies, a comparison, checklists, a self-assessment, an edition for use offline.
    有没有案例、比较、检查清单、自评和离线版。"""
    languages: Text
    """In which it was seen.
    见到的语言版本。"""
    cost: Text
    """Cost and terms of use.
    费用和使用条件。"""
    gap: Text
    """What it leaves open, in the handbook's judgement.
    手册认为它还缺什么。"""
    url: WebAddress | None = None
    """Where it is.
    网址。"""
    checked: Day
    """When it was read.
    哪天读的。"""
    note: Text | None = None
    """What to keep in mind.
    引用时要注意什么。"""
