"""Compares two states of the project: what `handbook diff` does."""

from __future__ import annotations

from pathlib import Path

from macros.check.run import check
from macros.edit.blocks import blocks
from macros.edit.diff import differences, sides
from macros.edit.diff_formats import Report
from macros.edit.diff_words import WORDS
from macros.edit.revision import revision
from macros.load.dataset import Dataset


def compared(root: Path, base: str, head: str, language: str, *, with_blocks: bool = False) -> Report:
    """Return what differs between two revisions or folders, titles in a language; "" for the files as they are.

    Blocks as pages show them come along where that is asked for.
    Raises RevisionError for a name that is neither. Of faulty data only the records are compared, as far as they can
    be read, and the report says so.
    """
    with revision(root, base) as old, revision(root, head or str(root)) as new:
        (before, faults_before, _), (after, faults_after, has_words) = _loaded(old), _loaded(new)
        is_sound = not faults_before and not faults_after
        states = sides(before, after, None if has_words else check(root)[0].dataset)
        held = differences(states, language, with_pages=is_sound)
        shown = blocks(states, held) if with_blocks and is_sound else {}
    words = WORDS[language]
    told = [(base, faults_before), (head or words["now"], faults_after)]
    missing = " ".join(words["not_made"].format(side=side, number=number) for side, number in told if number)
    return Report(held, language, missing, shown)


def _loaded(root: Path) -> tuple[Dataset, int, bool]:
    """Return the data set of a project, how many errors it has, and whether it has all words of the interface.

    Errors of words do not count, since an earlier state lacks those that pages have gained.
    """
    project, problems = check(root)
    errors = [one for one in problems if one.level == "error"]
    of_words = [one for one in errors if one.rule.endswith("-label")]
    return project.dataset, len(errors) - len(of_words), not of_words
