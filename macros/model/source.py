"""A page or document that was read."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Drafted, Text, Worded
from macros.model.scalars import Day, Language, Plain, Switch, WebAddress

SourceKind = Literal["primary", "secondary", "weak", "article"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("primary", "secondary", "weak", "article")


class Source(Drafted):
    """A page or document that was read.

    读过的一个网页或文件。
    """

    title: Plain
    """In its own language.
    标题，用原文。"""
    language: Language
    """Of the title: any code of ISO 639, for example zh, en, fr, et.
    标题的语言：ISO 639代码，如zh、en、fr、et。"""
    publisher: Text
    """Who answers for it.
    由谁负责。"""
    date: Day | None = None
    """Of publication; none when the page shows none.
    发布日期；页面上没有就不写。"""
    kind: Annotated[SourceKind, Worded("source-kind")]
    """primary: the body itself; secondary: press or scholarship; weak: blog, tertiary; article: where this began.
    primary：当事机构自己的；secondary：媒体或学术；weak：博客、转述；article：本手册由来的那篇文章。"""
    copy_read: Switch = False
    """True: what was read is a copy on another site.
    true：读到的是别的网站上的副本。"""
    url: WebAddress | None = None
    """Where it was read, http or https.
    在哪里读的，http或https网址。"""
    archived: WebAddress | None = None
    """A copy in a web archive, as close as there is to what was read.
    网页存档的地址，选与所读内容最接近的一份。"""
    checked: Day
    """When it was read.
    哪天读的。"""
    note: Text | None = None
    """What to keep in mind when using it.
    引用时要注意什么。"""
