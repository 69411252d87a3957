"""What the guide tells of each rule holds: of its wrong example the rule speaks, of the right one it is silent.

What it says is taken down in macros/rulebook/spoken.json, from which the guide quotes it; `pytest --update` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems import Problem
from macros.rulebook import SECTIONS, SPOKEN, Spoken
from macros.rulebook.rule import Rule
from macros.wording import LANGUAGES
from tests.support.introspection import rules
from tests.support.rulebook import heard, laid
from tests.support.some import some

RULES = {rule.id: rule for section in SECTIONS for rule in section.rules}
TODAY = "1795824000"
"""28 November 2026."""


def test_every_rule_is_told_once() -> None:
    """An editor can look up each rule, at the address that its message names."""
    told = [rule.id for section in SECTIONS for rule in section.rules]

    assert sorted(told) == some(sorted(rules()), 100)


def test_rules_speak_as_the_guide_says(
    tmp_path: Path, expect: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each example is made for real; the guide quotes what is said of it, and marks the line where."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    spoken = {name: said(tmp_path / name, rule) for name, rule in RULES.items()}

    expect(SPOKEN, json.dumps(spoken, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def said(root: Path, rule: Rule) -> Spoken:
    """Return what a rule says of its wrong example; it must say something."""
    first = laid(root, rule.example, wrong=True)
    own = [problem for problem in heard(root) if problem.rule == rule.id]
    assert own, f"{rule.id} is silent of its wrong example"
    return _taken_down(own[0], first, rule)


def _taken_down(problem: Problem, first: int, rule: Rule) -> Spoken:
    is_here = problem.path == getattr(rule.example, "file", "")
    line = problem.line - first
    count = getattr(rule.example, "wrong", "").count("\n") + 1
    return {
        "level": problem.level,
        "place": f"{problem.path}:{problem.line}:{problem.column}",
        "line": line if is_here and 1 <= line <= count else 0,
        "message": {language: problem.message[language] for language in LANGUAGES},
        "hint": {language: problem.hint[language] for language in LANGUAGES},
    }


STATED = [name for name, rule in RULES.items() if rule.example.beside or getattr(rule.example, "stands", "")]
"""Those whose right lines are not those of the example project, which is sound as it is."""


@pytest.mark.parametrize("name", some(STATED, 3))
def test_rules_are_silent_of_what_is_right(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right lines mend the fault."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    laid(tmp_path / "wrong", RULES[name].example, wrong=True)
    laid(tmp_path / "right", RULES[name].example, wrong=False)

    speaks = [any(one.rule == name for one in heard(tmp_path / place)) for place in ("wrong", "right")]

    assert speaks == [True, False]
