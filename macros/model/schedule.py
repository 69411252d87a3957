"""The schedule and its phases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import Model, Period, Text
from macros.model.scalars import Id
from macros.model.statement import Stated, Statements


class Phase(Model):
    """A stage of the schedule.

    时间安排里的一个阶段。
    """

    years: Period
    """As the article proposed.
    文章里提出的年份。"""
    offset: Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]+(-[0-9]+)?$")]
    """The same in years from the start: `0`, `1-2`.
    换成从起步算起的第几年，如0、1-2。"""
    title: Text
    """Of the phase.
    阶段的名称。"""
    statements: Statements
    """The state to reach.
    要达到的状态。"""


class Schedule(Stated):
    """data/schedule.yml.

    data/schedule.yml，时间安排。
    """

    title: Text
    """Of the schedule.
    时间安排的名称。"""
    lead: Text
    """What it is and how to read it today.
    它是什么，今天怎样看。"""
    statements: Statements
    """What holds for the whole schedule.
    对整个时间安排都成立的内容。"""
    phases: Annotated[dict[Id, Phase], Field(min_length=1)]
    """In order of time.
    按时间先后。"""
