"""What a record still lacks to be of use to readers; warnings, since records grow bit by bit."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset, city_of
from macros.model.city import BEARS_ON, City
from macros.model.kinds import BY_NAME
from macros.model.lesson import Lesson
from macros.model.path import Path
from macros.problems import Keys, Problem, Said

_SEVERAL = 3
"""Cities; a lesson that fewer teach would be an anecdote."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning for each record without a measure, evidence from several cities, or a checklist."""
    dataset = project.dataset
    for kind in BEARS_ON:
        if not (dataset.incomplete & {"city"} or dataset.lacking.may_name(kind)):
            yield from _measures(project, kind)
    for kind, name, guide in dataset.guides():
        # Those of steps and of what stands on the pages of steps are worked through; elsewhere a list is extra.
        is_due = BY_NAME[kind].step or BY_NAME[kind].type is Path
        if is_due and not guide.groups and "groups" not in guide.lacks:
            yield _warning(
                dataset, f"{kind}/{name}", (), "no-checklist", Said("there is no checklist", "没有检查清单"),
                Said("Write what is to be done under 'groups:'.", "请在“groups:”下写出要做的事。"),
            )  # fmt: skip


def _measures(project: Project, kind: str) -> Iterator[Problem]:
    dataset = project.dataset
    for name, record in dataset[kind].items():
        if not dataset.bearing(kind, name):
            if any(holder.startswith("city/") for holder in project.gone):
                continue  # what names it went too
            yield _warning(
                dataset, f"{kind}/{name}", (), "no-measure",
                Said(f"no measure of any city names this {kind}", f"还没有一项城市措施提到它（{kind}）"),
                Said(
                    f"Name it under '{BEARS_ON[kind]}:' of the measures that bear on it, "
                    f"in data/{BY_NAME['city'].place}/.",
                    f"请到data/{BY_NAME['city'].place}/里，在有关措施的“{BEARS_ON[kind]}:”下写上它。",
                ),
            )  # fmt: skip
        elif isinstance(record, Lesson) and "evidence" not in record.lacks:
            yield from _cities(dataset, f"{kind}/{name}", record)


def _cities(dataset: Dataset, owner: str, lesson: Lesson) -> Iterator[Problem]:
    cities = {city_of(measure) for measure in lesson.evidence}
    if len(cities) < _SEVERAL < len(dataset.of(City)):
        yield _warning(
            dataset, owner, ("evidence",), "few-cities",
            Said(
                f"the evidence is from {len(cities)} of the cities, expected {_SEVERAL} or more",
                f"证据只来自{len(cities)}座城市，至少要有{_SEVERAL}座",
            ),
            Said(
                "Name measures of other cities, or say in 'cautions:' how far the lesson goes.",
                "请补上其他城市的措施，或者在“cautions:”里说明这条经验适用到什么程度。",
            ),
        )  # fmt: skip


def _warning(dataset: Dataset, owner: str, keys: Keys, rule: str, message: Said, hint: Said) -> Problem:
    return dataset.problem(owner, keys, rule, message, hint, level="warning")
