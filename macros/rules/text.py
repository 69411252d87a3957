"""What goes wrong with words in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model.walk import texts
from macros.problems import Problem
from macros.project import Project

# Two lines of a folded scalar are joined with a blank, which Chinese does not have between characters.
_BLANK = re.compile(r"([\u3400-\u9fff，。；：、！？）》”]) +([\u3400-\u9fff（《“])")


# Titles of standards have a blank between their parts: 《智慧城市 顶层设计指南》.
_TITLE = re.compile("《[^》]*》")


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each Chinese text with a blank between Han characters."""
    for owner, record in project.dataset.records():
        for keys, text in texts(record):
            yield from _blank(project, owner, (*keys, "zh"), text.zh)
    for name, label in project.dataset.labels.items():
        yield from _blank(project, f"label/{name}", ("zh",), label.zh)


def _blank(project: Project, owner: str, keys: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    found = _BLANK.search(_TITLE.sub("《》", text))
    if found:
        yield project.dataset.problem(
            owner, keys, "han-blank", f"a blank between Chinese characters: “{found[0]}”",
            "Write the text on one line in double quotes; folded lines are joined with a blank.",
        )  # fmt: skip
