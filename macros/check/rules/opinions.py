"""A fact says what a source says; what should be done is a view."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.project import Project
from macros.check.rules.exceptions import excepted
from macros.load.unwritten import ASIDE
from macros.model.base import Text
from macros.model.statement import Fact
from macros.problems import Keys, Problem, Said

_WORDS = {
    "zh": re.compile("应当|应该|值得|最好(?!的)|不宜|切忌"),
    "en": re.compile(r"\b(?:should|ought to|worth \w+ing|deserves?|had better|advisable)\b", re.IGNORECASE),
}


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning for each fact that is worded like an opinion."""
    dataset = project.dataset
    allowed = excepted(dataset, "opinion")
    for owner, held in dataset.facts_in.items():
        for keys, fact in held:
            for place, text in _texts(fact):
                for language, pattern in _WORDS.items():
                    found = pattern.search(ASIDE.sub("", text[language]))
                    if found and not allowed(dataset.ref_of(fact)):
                        yield dataset.problem(
                            owner, (*keys, *place, language), "opinion",
                            Said(f"“{found[0]}” in a fact: who thinks so?", f"事实里有“{found[0]}”：这是谁的看法？"),
                            Said(
                                "Say who says it; or make it a 'view:', with the facts it rests on under 'because:'.",
                                "请写明是谁说的；是手册的看法，就改写成“view:”，并在“because:”下列出依据的事实。",
                            ),
                            level="warning",
                        )  # fmt: skip


def _texts(fact: Fact) -> Iterator[tuple[Keys, Text]]:
    if fact.text:
        yield ("text",), fact.text
    yield from ((("list", n), text) for n, text in enumerate(fact.list))
