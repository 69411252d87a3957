"""Statements that were checked long before the newest one are due for another look."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.day import today
from macros.check.project import Project
from macros.check.rules.future import is_future
from macros.load.dataset import REVIEW_AFTER
from macros.model.statement import checked_on
from macros.problems import Problem, Said
from macros.wording import months_between


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning for what was checked more than eighteen months before the newest check.

    One for a record, however many of its facts go by its date.
    """
    dataset = project.dataset
    if is_future(dataset.data_date, today()):
        return  # told where it stands; counted from there, everything would be old
    for owner, record in dataset.named():
        held = [(keys, statement) for keys, statement in dataset.facts_in[owner] if checked_on(record, statement)]
        dates = {
            (*(keys if statement.checked else ()), "checked"): checked_on(record, statement) or ""
            for keys, statement in held
        }
        for place, date in dates.items():
            if months_between(date, dataset.data_date) > REVIEW_AFTER:
                yield dataset.problem(
                    owner, place, "review-due",
                    Said(
                        f"checked {date}, more than {REVIEW_AFTER} months before the newest check "
                        f"({dataset.data_date})",
                        f"{date}核对，比最近一次核对（{dataset.data_date}）早{REVIEW_AFTER}个月以上",
                    ),
                    Said(
                        "Read the sources again, then set 'checked:' to that day.",
                        "请重读来源，再把“checked:”改成重读的日期。",
                    ), level="warning",
                )  # fmt: skip
