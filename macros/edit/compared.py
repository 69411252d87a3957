"""Compares two states of the project: what `handbook diff` does."""

from __future__ import annotations

from pathlib import Path

from macros.check.run import check
from macros.edit.diff import differences
from macros.edit.diff_formats import Report
from macros.edit.diff_words import WORDS
from macros.edit.revision import revision
from macros.load.dataset import Dataset


def compared(root: Path, base: str, head: str, language: str) -> Report:
    """Return what differs between two revisions or folders, titles in a language; "" for the files as they are.

    Raises RevisionError for a name that is neither. Of faulty data only the records are compared, as far as they can
    be read, and the report says so.
    """
    with revision(root, base) as old, revision(root, head or str(root)) as new:
        (before, faults_before), (after, faults_after) = _loaded(old), _loaded(new)
        held = differences(before, after, language, with_pages=not faults_before and not faults_after)
    words = WORDS[language]
    told = [(base, faults_before), (head or words["now"], faults_after)]
    missing = " ".join(words["not_made"].format(side=side, number=number) for side, number in told if number)
    return Report(held, language, missing)


def _loaded(root: Path) -> tuple[Dataset, int]:
    """Return the data set of a project and how many errors it has, those of words that pages have gained aside."""
    project, problems = check(root)
    return project.dataset, sum(one.level == "error" and not one.rule.endswith("-label") for one in problems)
