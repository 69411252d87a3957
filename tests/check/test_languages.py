"""What is said of a problem is said in both languages, with the same names filled in."""

from __future__ import annotations

import ast
import functools
import re

import pytest

from macros.check import reporters
from macros.problems import Problem, Said
from tests.support.introspection import modules
from tests.support.some import some

_HAN = re.compile("[\u3400-\u9fff]")


@functools.cache
def pairs() -> list[tuple[str, ast.expr, ast.expr]]:
    """Return every pair of texts that code has, with its module."""
    return [
        (name, *node.args)
        for name, module in modules().items()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Said" and len(node.args) == 2
    ]


def _lacks(one: ast.expr, other: ast.expr) -> set[str]:
    """Return what is filled into one text and not named in the other, however that words it."""
    named = {ast.unparse(held).removesuffix(".en").removesuffix(".zh") for held in ast.walk(other) if _is_name(held)}
    return _filled(one) - named


def _filled(node: ast.expr) -> set[str]:
    """Return what is filled into a text as it is, or in its language (`found.en`)."""
    filled = [one.value for one in ast.walk(node) if isinstance(one, ast.FormattedValue)]
    return {ast.unparse(one).removesuffix(".en").removesuffix(".zh") for one in filled if _is_name(one)} - {"en", "zh"}


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and node.attr in ("en", "zh"))


def _written(node: ast.expr) -> str:
    return "".join(str(one.value) for one in ast.walk(node) if isinstance(one, ast.Constant))


@pytest.mark.parametrize("module", sorted({name for name, *_ in some(pairs(), 150)}))
def test_both_languages_say_the_same(module: str) -> None:
    """The first is English and the second Chinese, and each fills in what the other does."""
    held = some([(en, zh) for name, en, zh in pairs() if name == module], 1)
    told = [(_written(en), _written(zh)) for en, zh in held]

    assert [
        (ast.unparse(en), _lacks(en, zh) | _lacks(zh, en)) for en, zh in held if _lacks(en, zh) | _lacks(zh, en)
    ] == []
    assert [en for en, _ in told if _HAN.search(en)] == []
    assert [zh for _, zh in told if re.search("[a-z]{4} [a-z]{4}", re.sub("“.*?”|`.*?`", "", zh))] == []


def _problem(rule: str, line: int, level: str = "error") -> Problem:
    said = Said("<b> is *wrong*", "<b>*不对*")
    return Problem("data/a.yml", line, 1, rule, said, level="warning" if level == "warning" else "error")


def test_what_tells_most_comes_first() -> None:
    """GitHub shows ten annotations of a step: no rule takes all places, and no warning the place of an error."""
    held = [*(_problem("many", line) for line in range(1, 15)), _problem("rare", 20), _problem("mild", 1, "warning")]

    assert [(one.rule, one.line) for one in reporters.telling(held)][:3] == [("many", 1), ("rare", 20), ("many", 2)]
    assert reporters.telling(held)[-1].rule == "mild"


def test_the_summary_of_a_job_shows_words_as_they_are() -> None:
    """What data hold is no markup of the list."""
    text = reporters.markdown([_problem("many", 1)])

    assert "<b>" not in text
    assert "*wrong*" not in text
    assert "`data/a.yml:1:1`" in text
