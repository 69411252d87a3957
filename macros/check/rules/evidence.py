"""A lesson's evidence is carried by the measures that it names."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import city_of
from macros.model.city import Measure
from macros.model.lesson import Lesson
from macros.problems import Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each evidence measure that does not itself name the lesson."""
    dataset = project.dataset
    for name, lesson in dataset.of(Lesson).items():
        for n, measure in enumerate(lesson.evidence):
            shown = dataset.of(Measure).get(measure)
            if shown and name not in shown.lessons and "lessons" not in shown.lacks:
                yield dataset.problem(
                    f"lesson/{name}", ("evidence", n), "evidence", f"measure '{measure}' does not name lesson '{name}'",
                    f"Add '{name}' to its 'lessons:' in data/cities/{city_of(measure)}.yml, or take it out here.",
                )  # fmt: skip
