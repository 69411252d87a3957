"""Templates as the rules read them: their syntax, and what each macro of pages takes."""

from __future__ import annotations

import ast
import functools
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from macros.model import base

CODE = Path(__file__).parent.parent
MACROS = CODE / "render" / "macros.py"


class Fault(NamedTuple):
    """Why a template cannot be read."""

    line: int
    message: str


Shown = tuple[str, ...] | Fault
"""The words of the interface that a file shows, or why it cannot be read."""


class Parameter(NamedTuple):
    """What a macro is given."""

    name: str
    kind: str
    """Of the record whose id it is; "" for a number."""
    is_due: bool


@functools.cache
def jinja() -> Environment:
    """Return what parses templates; nothing is rendered."""
    return Environment(autoescape=True)


@functools.cache
def macros() -> dict[str, tuple[Parameter, ...]]:
    """Return what each macro takes, by its name, read from the syntax of `render/macros.py`."""
    module = ast.parse(MACROS.read_text(encoding="utf-8"))
    return {one.name: tuple(_parameters(one.args)) for one in module.body if isinstance(one, ast.FunctionDef)}


def _parameters(arguments: ast.arguments) -> list[Parameter]:
    given = arguments.args[1:]  # the first is the reading
    optional = len(given) - len(arguments.defaults)
    return [Parameter(one.arg, _kind(one.annotation), n < optional) for n, one in enumerate(given)]


def _kind(annotation: ast.expr | None) -> str:
    """Return the kind of a parameter that is typed as the id of a record, for example `CityId`."""
    held = getattr(base, annotation.id, None) if isinstance(annotation, ast.Name) else None
    marks = getattr(held, "__metadata__", ())
    return next((mark.kind or "" for mark in marks if isinstance(mark, base.Target)), "")
