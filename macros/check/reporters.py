"""Shows problems: as text, as GitHub annotations, as JSON."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from macros.problems import Problem, Said
from macros.wording import LANGUAGES

_LEVELS = {"error": Said("error", "错误"), "warning": Said("warning", "警告")}
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~&@:-]")
"""What Markdown would take for more than a character; `:` and `@` begin links there."""
_HINT, _AT, _RULE = Said("hint: ", "提示："), Said("at: ", "位置："), Said("rule: ", "规则：")


def text(problems: Sequence[Problem], language: str) -> str:
    """Return one line a problem, its place in the record and its hint below, and a count at the end.

    Where the guide tells of a rule stands with the first problem of it.
    """
    lines, told = [], set[str]()
    for problem in problems:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        level = _LEVELS[problem.level][language]
        lines.append(f"{place}: {level}[{problem.rule}] {problem.message[language]}")
        held = below(problem, language)
        lines += [f"    {line}" for line in (held[:-1] if problem.rule in told else held)]
        told.add(problem.rule)
    return "\n".join([*lines, summary(problems)[language]])


def below(problem: Problem, language: str) -> list[str]:
    """Return what stands below a message: where in the record it is, what to do, where to read of the rule."""
    held = [(_AT, problem.at), (_HINT, problem.hint[language]), (_RULE, guide(problem.rule, language))]
    return [f"{name[language]}{said}" for name, said in held if said]


def guide(rule: str, language: str) -> str:
    """Return the address at which the guide tells of a rule; below that of the site, where the environment names it."""
    return f"{os.environ.get('SITE_URL', '').rstrip('/')}/{language}/contribute/rules/#{rule}"


def github(problems: Sequence[Problem], _: str) -> str:
    """Return workflow commands that GitHub shows beside the lines of a pull request, in both languages.

    It shows ten of a step: errors come first, and of each rule one before any has a second.
    """
    lines = []
    for problem in telling(problems):
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        said = "\n".join("\n".join([problem.message[language], *below(problem, language)]) for language in LANGUAGES)
        lines.append(f"::{problem.level} {place},title={_property(problem.rule)}::{_data(said)}")
    return "\n".join([*lines, *(summary(problems)[language] for language in LANGUAGES)])


def telling(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with those first that tell most: errors, and one of each rule before second ones."""
    seen: dict[str, int] = {}
    ranked = []
    for problem in sorted(problems):
        seen[problem.rule] = seen.get(problem.rule, 0) + 1
        ranked.append((problem.level != "error", seen[problem.rule], problem))
    return [problem for *_, problem in sorted(ranked)]


def markdown(problems: Sequence[Problem]) -> str:
    """Return all problems for the summary of a job, which has room for them: those that tell most first."""
    lines = [f"### {' · '.join(summary(problems)[language] for language in LANGUAGES)}", ""]
    for problem in telling(problems):
        place = f"{problem.path}:{problem.line}:{problem.column}"
        lines.append(f"- `{place}` **{problem.level}** `{problem.rule}`")
        for language in LANGUAGES:
            said = [problem.message[language], *below(problem, language)]
            lines.append(f"  - {' · '.join(_SPECIAL.sub(_escaped, one) for one in said)}")
    return "\n".join([*lines, ""])


def _escaped(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def as_json(problems: Sequence[Problem], _: str) -> str:
    """Return a list of objects with the fields of `Problem`, in ASCII, which reaches a program in any encoding."""
    return json.dumps([{**asdict(problem), "guide": _guides(problem)} for problem in problems], indent=2)


def _guides(problem: Problem) -> dict[str, str]:
    return {language: guide(problem.rule, language) for language in LANGUAGES}


FORMATS: dict[str, Callable[[Sequence[Problem], str], str]] = {"text": text, "github": github, "json": as_json}
"""Each takes the problems, and the language in which people read them; for the others both are needed."""


def summary(problems: Iterable[Problem]) -> Said:
    """Count errors and warnings in one line."""
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    if not levels:
        return Said("no problems found", "没有发现问题")
    return Said(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", f"{errors}个错误，{warnings}个警告")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
