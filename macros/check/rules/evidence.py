"""A lesson's evidence is carried by the measures that it names."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import city_of
from macros.model.city import Measure
from macros.model.lesson import Lesson
from macros.problems import Problem, Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each evidence measure that does not itself name the lesson."""
    dataset = project.dataset
    for name, lesson in dataset.of(Lesson).items():
        for n, measure in enumerate(lesson.evidence):
            shown = dataset.of(Measure).get(measure)
            if shown and name not in shown.lessons and "lessons" not in shown.lacks:
                yield dataset.problem(
                    f"lesson/{name}", ("evidence", n), "evidence",
                    Said(
                        f"measure '{measure}' does not name lesson '{name}'",
                        f"措施“{measure}”没有提到经验“{name}”",
                    ),
                    Said(
                        f"Add '{name}' to its 'lessons:' in data/cities/{city_of(measure)}.yml, or take it out here.",
                        f"请在data/cities/{city_of(measure)}.yml里把“{name}”加到这项措施的“lessons:”中，或者从这里删去。",
                    ),
                )  # fmt: skip
