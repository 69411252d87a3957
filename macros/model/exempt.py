"""Where a rule of `check` is right not to be followed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Model, StatementRef
from macros.model.scalars import Plain

ExemptRule = Literal["same-text", "opinion", "discouraged-term"]


class Exempt(Model):
    """One exception to a rule.

    某条规则的一个例外。
    """

    rule: ExemptRule
    """What is not to be reported.
    不再报告哪种问题。"""
    facts: Annotated[tuple[StatementRef, ...], Field(min_length=1)]
    """For which facts, as `<kind>/<id>#<fact>`, or whole records where a rule reads those; for the same text, those
    that share it.
    对哪些事实有效，写作`<种类>/<编号>#<事实>`；检查整条记录的规则，也可以写整条记录；文字相同的，把相同的几条都写上。"""
    reason: Plain
    """Why, for the next editor.
    理由，写给下一位编辑看。"""
