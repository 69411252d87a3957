"""The shipped handbook keeps what it promises to its readers; single facts are not tested here."""

from __future__ import annotations

import pytest

from macros.check import reporters
from macros.check.project import Project
from macros.check.run import check
from macros.load.dataset import Dataset
from macros.model.lesson import Lesson
from macros.model.schedule import Phase
from macros.render.pages import pages
from macros.wording import LANGUAGES
from tests.support.example import ROOT
from tests.support.some import some


@pytest.fixture(scope="module")
def project() -> Project:
    """Return the shipped project, free of errors; warnings stop nothing."""
    found, problems = check(ROOT)
    assert not [problem for problem in problems if problem.level == "error"], reporters.text(problems)
    return found


@pytest.fixture(scope="module")
def shipped(project: Project) -> Dataset:
    """Return the shipped data set."""
    return project.dataset


@pytest.mark.parametrize(
    ("kind", "least"),
    [("city", 5), ("system", 8), ("domain", 6), ("path", 4), ("lesson", 5), ("implication", 6)],
)
def test_nothing_is_missing(shipped: Dataset, kind: str, least: int) -> None:
    """The handbook has all that its first edition set out to have."""
    assert len(shipped[kind]) >= least


def test_schedule_has_its_phases(shipped: Dataset) -> None:
    """The schedule has four phases or more, in order of time."""
    starts = [phase.years.start for phase in shipped.of(Phase).values()]

    assert len(starts) >= 4
    assert starts == sorted(starts)


def test_every_lesson_rests_on_several_cities(shipped: Dataset) -> None:
    """A lesson that fewer than three cities teach would be an anecdote."""
    for name, lesson in some(shipped.of(Lesson).items(), 5):
        assert len({measure.partition(".")[0] for measure in lesson.evidence}) >= 3, name


def test_every_column_of_coverage_is_covered(shipped: Dataset) -> None:
    """Every lesson and every domain has a measure of some city behind it."""
    for kind in ("lesson", "domain"):
        assert [name for name in some(shipped[kind], 5) if not shipped.bearing(kind, name)] == []


def test_every_step_can_be_worked_through(shipped: Dataset) -> None:
    """Each planning step, system and domain has a checklist."""
    for kind, name, guide in some(shipped.guides(), 20):
        assert guide.groups or kind not in ("path", "system", "domain"), f"{kind}/{name}"


def test_both_languages_have_the_same_pages(project: Project) -> None:
    """Neither language is behind: hand-written and generated pages are the same."""
    zh, en = ({*project.pages[one], *(page.path for page in pages(project.dataset, one))} for one in LANGUAGES)

    assert zh == en
    assert zh >= {"index.md", "about.md", "contribute.md", "compare.md", "coverage.md", "planning/schedule.md"}


def test_handwritten_pages_hide_no_generated_one(project: Project) -> None:
    """A file in content/ at the place of a generated page would be shown instead of it."""
    for language in LANGUAGES:
        made = {page.path for page in some(pages(project.dataset, language), 40)}
        assert made.isdisjoint(some(project.pages[language], 3))
