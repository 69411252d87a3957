"""Texts of which one language changed and the other did not."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.open_texts import OTHER
from macros.problems import Problem, Said

_LANGUAGES = {"zh": Said("Chinese", "中文"), "en": Said("English", "英文")}


def check(project: Project) -> Iterator[Problem]:
    """Warn of each text that the other language has left behind; whoever changes one language is not held up."""
    for one in project.dataset.open_texts:
        if one.behind and one.held.text[one.behind].strip():  # that it is missing is told already
            behind, ahead = _LANGUAGES[one.behind], _LANGUAGES[OTHER[one.behind]]
            yield project.dataset.problem(
                one.held.owner,
                (*one.held.keys, one.behind),
                "translation-lags",
                Said(f"the {ahead.en} changed, the {behind.en} did not", f"{ahead.zh}改了，{behind.zh}还没有跟着改"),
                Said(
                    f"Translate what changed; if both say the same: handbook translations --valid {one.held.ref}",
                    f"请译出改动的部分；两种语言意思已经一致的，请运行“handbook translations --valid {one.held.ref}”。",
                ),
                level="warning",
            )
