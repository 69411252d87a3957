"""Shows problems: as text, as GitHub annotations, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict

from macros.problems import Problem


def text(problems: Sequence[Problem]) -> str:
    """Return one line a problem, its hint below, and a count at the end."""
    lines = []
    for problem in problems:
        lines.append(
            f"{problem.path}:{problem.line}:{problem.column}: {problem.level}[{problem.rule}] {problem.message}"
        )
        if problem.hint:
            lines.append(f"    hint: {problem.hint}")
    return "\n".join([*lines, summary(problems)])


def github(problems: Sequence[Problem]) -> str:
    """Return workflow commands that GitHub shows beside the lines of a pull request."""
    lines = []
    for problem in problems:
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        lines.append(f"::{problem.level} {place},title={_property(problem.rule)}::{_data(message)}")
    return "\n".join([*lines, summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """Return a list of objects with the fields of `Problem`, in ASCII, which reaches a program in any encoding."""
    return json.dumps([asdict(problem) for problem in problems], indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": text, "github": github, "json": as_json}


def summary(problems: Iterable[Problem]) -> str:
    """Count errors and warnings in one line."""
    levels = [problem.level for problem in problems]
    errors, warnings = levels.count("error"), levels.count("warning")
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}" if levels else "no problems found"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
