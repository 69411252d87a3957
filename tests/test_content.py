"""The shipped handbook is sound, and stays so for the tests when editors add what the guide tells them to add.

What its records must have, `check` says; no test knows a rule of content, or a number of records.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.check import reporters
from macros.check.run import check
from macros.load.dataset import Dataset
from macros.model.kinds import FILED
from tests.support.edited import ADDED, EDITS
from tests.support.everything import make_everything
from tests.support.example import ROOT


def sound(root: Path) -> tuple[Dataset, set[str]]:
    """Return the data set of a project, free of errors, and the rules that warn; warnings stop nothing."""
    project, problems = check(root)
    assert not [problem for problem in problems if problem.level == "error"], reporters.text(problems, "en")
    return project.dataset, {problem.rule for problem in problems}


def test_shipped_data_are_sound() -> None:
    dataset, _ = sound(ROOT)

    assert [kind.name for kind in FILED if not dataset[kind.name] and kind.is_due and kind.name != "conflict"] == []


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dataset, set[str]]:
    """Return the shipped handbook after a week of editing, which leaves it sound."""
    root = tmp_path_factory.mktemp("edited") / "project"
    for name in ("content", "data", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for edit in EDITS:
        edit(root)
    return sound(root)


def test_what_editors_add_is_there(edited: tuple[Dataset, set[str]]) -> None:
    """A city with six facts, a question, a lesson, a statement due for review, a renamed item."""
    dataset, warned = edited

    assert [name for name in ADDED if name.partition("/")[2] not in dataset[name.partition("/")[0]]] == []
    assert {"review-due", "no-measure"} <= warned


def test_everything_is_made_of_what_editors_add(edited: tuple[Dataset, set[str]]) -> None:
    assert make_everything(edited[0]) > 80
