"""The shipped handbook is sound, and stays so for the tests when editors add what the guide tells them to add.

What its records must have, `check` says; no test knows a rule of content, or a number of records.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.check import reporters
from macros.check.project import Project
from macros.check.run import check
from macros.model.kinds import FILED
from tests.support.edited import ADDED, EDITS
from tests.support.everything import make_everything
from tests.support.example import ROOT


def sound(root: Path) -> Project:
    """Return a project, free of errors; warnings stop nothing."""
    project, problems = check(root)
    assert not [problem for problem in problems if problem.level == "error"], reporters.text(problems, "en")
    return project


def test_shipped_data_are_sound() -> None:
    dataset = sound(ROOT).dataset

    assert [kind.name for kind in FILED if not dataset[kind.name] and kind.is_due and kind.name != "conflict"] == []


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the shipped project after a week of editing; each edit leaves it sound."""
    root = tmp_path_factory.mktemp("edited") / "project"
    for name in ("content", "data", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for edit in EDITS:
        edit(root)
        sound(root)
    return root


def test_what_editors_add_is_there(edited: Path) -> None:
    """A city with six facts, a question, a lesson, a statement due for review, a renamed item."""
    dataset, warned = sound(edited).dataset, {problem.rule for problem in check(edited)[1]}

    assert [name for name in ADDED if name.partition("/")[2] not in dataset[name.partition("/")[0]]] == []
    assert {"review-due", "no-measure"} <= warned


def test_everything_is_made_of_what_editors_add(edited: Path) -> None:
    assert make_everything(sound(edited).dataset) > 80
