"""Where a rule of `check` is right not to be followed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Model, StatementRef
from macros.model.scalars import Plain

ExemptRule = Literal["same-text", "opinion"]


class Exempt(Model):
    """One exception to a rule.

    某条规则的一个例外。
    """

    rule: ExemptRule
    """The warning that is not to be given.
    不再给出哪种警告。"""
    facts: Annotated[tuple[StatementRef, ...], Field(min_length=1)]
    """For which facts, as `<kind>/<id>#<fact>`; for the same text, those that share it.
    对哪些事实有效，写作`<种类>/<编号>#<事实>`；文字相同的，把相同的几条都写上。"""
    reason: Plain
    """Why, for the next editor.
    理由，写给下一位编辑看。"""
