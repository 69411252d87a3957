"""The small language in which records are asked for: `support=weak and city=new-york`.

A condition is a field, a sign and a value; all of them have to hold, and `and` between them may be left out. A field
leads into a record by dots and through lists (`areas.measures.id`); of several values one that fits is enough. The
signs: `=` and `!=` (small and capital letters alike, a date at the precision that is asked for, nothing for a field
that is empty), `~` and `!~` (contains), `<`, `<=`, `>`, `>=` (numbers and dates). A value with blanks stands in quotes.

A library with more to it (jmespath) was looked at: its literals stand in backticks, which shells run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from macros.problems import Said, SaidError

_CONDITION = re.compile(
    r"""\s*(?:and\s+)?(?P<field>[\w.-]+)\s*(?P<sign>!=|!~|<=|>=|=|~|<|>)\s*"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>(?!and(?:\s|$))[^\s"']*))(?=\s|$)""",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_COMPARED: dict[str, Callable[[float | str, float | str], bool]] = {
    "<": lambda held, asked: held < asked,  # type: ignore[operator]  # both are of one type, see _fits
    "<=": lambda held, asked: held <= asked,  # type: ignore[operator]
    ">": lambda held, asked: held > asked,  # type: ignore[operator]
    ">=": lambda held, asked: held >= asked,  # type: ignore[operator]
}


class QueryError(SaidError):
    """What is asked for cannot be understood."""


@dataclass(frozen=True)
class Condition:
    """What has to hold of one field."""

    field: str
    sign: str
    value: str

    def holds(self, values: list[str]) -> bool:
        """Whether it holds of the values that a record has in this field."""
        if self.sign.startswith("!"):
            return not Condition(self.field, self.sign[1:] if self.sign != "!=" else "=", self.value).holds(values)
        if not self.value:
            return not values
        return any(self._fits(one) for one in values)

    def _fits(self, held: str) -> bool:
        asked = self.value
        if self.sign == "~":
            return asked.casefold() in held.casefold()
        are_dates = bool(_DATE.fullmatch(held) and _DATE.fullmatch(asked))
        if self.sign == "=":
            return (held[: len(asked)] if are_dates else held).casefold() == asked.casefold()
        numbers = _number(held), _number(asked)
        if numbers[0] is not None and numbers[1] is not None:
            return _COMPARED[self.sign](numbers[0], numbers[1])
        known = min(len(held), len(asked))  # of a date, what both say of it
        return are_dates and _COMPARED[self.sign](held[:known], asked[:known])


def conditions(text: str) -> tuple[Condition, ...]:
    """Return what a text asks for; QueryError where it cannot be understood."""
    found, place = [], 0
    while text[place:].strip():
        match = _CONDITION.match(text, place)
        if not match:
            raise QueryError(_not_understood(text[place:].strip()))
        value = next(one for one in match.group("double", "single", "bare") if one is not None)
        one = Condition(match["field"], match["sign"], value)
        if one.sign in _COMPARED and _number(value) is None and not _DATE.fullmatch(value):
            raise QueryError(
                Said(
                    f"'{one.sign}' compares numbers and dates, and '{value}' is neither",
                    f"“{one.sign}”只能比较数字和日期，“{value}”两样都不是",
                )
            )
        found.append(one)
        place = match.end()
    return tuple(found)


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def _not_understood(rest: str) -> Said:
    return Said(
        f"'{rest}' is no condition; write field=value, field~\"two words\" or field<2015, joined by and",
        f'“{rest}”不是条件；请写成field=value、field~"两个 词"或field<2015，用and连接',
    )
