"""Texts of which one language changed and the other did not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.open_texts import OTHER
from macros.problems import Problem

_LANGUAGES = {"zh": "Chinese", "en": "English"}


def check(project: Project) -> Iterator[Problem]:
    """Warn of each text that the other language has left behind; whoever changes one language is not held up."""
    for one in project.dataset.open_texts:
        if one.behind:
            behind, ahead = _LANGUAGES[one.behind], _LANGUAGES[OTHER[one.behind]]
            yield project.dataset.problem(
                one.held.owner,
                (*one.held.keys, one.behind),
                "translation-lags",
                f"the {ahead} changed, the {behind} did not",
                f"Translate what changed; if both say the same: handbook translations --valid {one.held.ref}",
                level="warning",
            )
