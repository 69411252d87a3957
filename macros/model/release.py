"""What changed from one state of the data to the next, as a release writes it down."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Model, Worded
from macros.model.scalars import Day, Plain

How = Literal["added", "changed", "sources", "removed"]


class Said(Model):
    """Words as they were, in both languages; no rule for today's texts holds them.

    当时的两种语言的文字；检查今天文字的规则不管它。
    """

    zh: Plain
    """Simplified Chinese.
    简体中文。"""
    en: Plain
    """English.
    英语。"""

    def __getitem__(self, language: str) -> str:
        """Return the words in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Before(Model):
    """What was said before, in the languages that say something else now.

    原来的说法；只写改动了的语言。
    """

    zh: Plain | None = None
    """Simplified Chinese.
    简体中文。"""
    en: Plain | None = None
    """English.
    英语。"""

    def __getitem__(self, language: str) -> str:
        """Return the words in `language`, "zh" or "en"; "" where they are the same."""
        return (self.zh if language == "zh" else self.en) or ""


class Altered(Model):
    """A statement, record or checklist item that was added, changed or removed.

    新增、改动或删去的一条陈述、一条记录或一项检查事项。
    """

    ref: Plain
    """`<kind>/<id>` or `<kind>/<id>#<statement>`, as it was then; it may be gone since.
    当时的`<种类>/<编号>`或`<种类>/<编号>#<陈述>`，今天不一定还在。"""
    how: Annotated[How, Worded("release-how")]
    """What happened to it; `sources` says that it rests on others now.
    发生了什么；`sources`表示依据的来源变了。"""
    title: Said
    """The record that it is about.
    所在记录的名称。"""
    before: Before | None = None
    """What it said, of what changed or was removed.
    改动或删去之前的说法。"""


class Release(Model):
    """One state of the data that was given out.

    发布过的一版数据。
    """

    date: Day
    """The date of its data.
    这版数据的日期。"""
    since: Day
    """That of the data before it.
    上一版数据的日期。"""
    version: Plain | None = None
    """The handbook's version, where it has one.
    手册版本，有才写。"""
    changes: Annotated[tuple[Altered, ...], Field(min_length=1)]
    """In the order of the data.
    按数据的顺序排列。"""
