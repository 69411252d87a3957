"""Templates as the rules read them: their syntax, and what each macro of pages takes."""

from __future__ import annotations

import ast
import functools
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.leftovers import is_left_over
from macros.model import base

CODE = Path(__file__).parent.parent
MACROS = CODE / "render" / "macros.py"


class Fault(NamedTuple):
    """Why a template cannot be read."""

    line: int
    message: str


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


def parsed(root: Path) -> dict[Path, nodes.Template | Fault]:
    """Return the templates of pages and what overrides the theme's, or what is wrong with them."""
    places = ((CODE / "templates", "*.j2"), (root / "overrides", "*.html"))
    held = [file for folder, names in places for file in sorted(folder.rglob(names))]
    return {file: _parsed(file, file.stat().st_mtime_ns) for file in held if not is_left_over(file.name)}


@functools.cache
def _parsed(file: Path, _changed: int) -> nodes.Template | Fault:
    """Parse a template; kept while a process checks more than once, as tests and tools do."""
    try:
        return jinja().parse(file.read_text(encoding="utf-8"))
    except TemplateSyntaxError as error:
        return Fault(error.lineno, (error.message or "").rstrip("."))
    except UnicodeDecodeError as error:
        return Fault(error.object.count(b"\n", 0, error.start) + 1, "it is not in UTF-8")


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
