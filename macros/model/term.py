"""A glossary entry."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Drafted, Model, Ref, SourceId, Text, Worded
from macros.model.scalars import Plain

Basis = Literal["official", "literature", "article", "unverified"]


class Words(Model):
    """Lists of forms, by language.

    按语言分列的几种写法。
    """

    zh: tuple[Plain, ...] = ()
    """Simplified Chinese.
    简体中文。"""
    en: tuple[Plain, ...] = ()
    """English.
    英语。"""

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the forms in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Term(Drafted):
    """A glossary entry.

    一条术语。
    """

    term: Text
    """The preferred form.
    首选的写法。"""
    note: Text | None = None
    """What it means here.
    在这里是什么意思。"""
    basis: Annotated[Basis, Worded("basis")]
    """Where the pair of terms comes from.
    这对译名出自哪里：official（官方或标准文本）、literature（专业文献）、article（2020年的文章）、unverified（
    一般知识，没有在页面上见到）。"""
    also: Words = Words()
    """Other accepted forms.
    其他可用的写法。"""
    discouraged: Words = Words()
    """Forms to avoid.
    不要用的写法。"""
    searched: Words = Words()
    """Words by which readers look for it, though they mean something else or more; search leads them here.
    意思不同或更宽、而读者会用来查找它的词；搜索会引到这里。"""
    sources: tuple[SourceId, ...] = ()
    """Where the term is defined or used.
    在哪里定义或使用。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
