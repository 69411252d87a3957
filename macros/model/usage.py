"""A form of words that the handbook prefers to others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Model, Text
from macros.model.scalars import Plain


class Usage(Model):
    """One thing, one word: which form is written, and which are not; what readers look up is a term instead.

    一个意思一种写法：用哪种，不用哪种；需要给读者解释的，写成术语。
    """

    language: Literal["zh", "en"]
    """Of the forms.
    写法所属的语言。"""
    write: Plain
    """The form that is written.
    采用的写法。"""
    avoid: Annotated[tuple[Plain, ...], Field(min_length=1)]
    """The forms that are not; English ones are looked for as they are typed, so that names in capitals stay.
    不用的写法；英文按原样区分大小写，所以首字母大写的名称不受影响。"""
    unless: tuple[Plain, ...] = ()
    """Phrases in which such a form is right, names above all.
    可以照用的场合，主要是名称。"""
    why: Text
    """Who says so: a standard, a law, or the need to use one word for one thing.
    依据：标准、法律，或同一事物只用一个词。"""
