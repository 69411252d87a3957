"""No date of reading or holding lies in the future, and no source is younger than its reading.

The one rule that reads the clock, or SOURCE_DATE_EPOCH where that is set.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.check.day import today
from macros.check.project import Project
from macros.load.parts import Placed
from macros.model.source import Source
from macros.model.statement import Fact, Statement
from macros.problems import Keys, Problem, Said

_HELD = ("checked", "as_of")
_PAID = ("spent", "received", "owed")
"""Bases of amounts of money that have changed hands, or should have."""


def is_future(date: str, day: str) -> bool:
    """Return whether all of a day, month or year lies after a day."""
    return date > day[: len(date)]


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each date in the future, and for each source that was read before it was published."""
    day = today()
    for owner, record in project.dataset.named():
        for keys, date in _dates(record, project.dataset.statements_in[owner]):
            if date and is_future(date, day):
                is_reading = keys[-1] == "checked"
                yield project.dataset.problem(
                    owner, keys, "future",
                    Said(
                        f"{date} is in the future: nothing can have been {'checked' if is_reading else 'true'} then",
                        f"{date}还没有到：不可能已经{'核对' if is_reading else '如此'}",
                    ),
                    Said(f"Today is {day}.", f"今天是{day}。"),
                )  # fmt: skip
    for name, source in project.dataset.of(Source).items():
        if source.date and source.checked and is_future(source.date, source.checked):
            yield project.dataset.problem(
                f"source/{name}", ("date",), "future",
                Said(
                    f"published {source.date}, after it was read ({source.checked})",
                    f"发布日期（{source.date}）晚于读到的日期（{source.checked}）",
                ),
                Said("Correct one of the two.", "请改正其中一个日期。"),
            )  # fmt: skip


def _dates(record: Any, statements: Placed[Statement]) -> Iterator[tuple[Keys, str | None]]:
    for name in _HELD:
        yield (name,), getattr(record, name, None)
    for keys, statement in statements:
        is_planned = isinstance(statement, Fact) and statement.basis == "planned"
        for name in _HELD:
            if not (is_planned and name == "as_of"):
                yield (*keys, name), getattr(statement, name, None)
        if isinstance(statement, Fact) and statement.money and statement.money.basis in _PAID:
            yield (*keys, "money", "year"), statement.money.year
        if isinstance(statement, Fact) and not is_planned:
            yield from (((*keys, "series", n, "as_of"), point.as_of) for n, point in enumerate(statement.series))
    for n, review in enumerate(getattr(record, "reviews", ())):
        yield ("reviews", n, "date"), review.date
