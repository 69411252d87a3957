"""Which words of the interface the code and the templates show, read from their syntax."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

from macros.check.templates import jinja
from macros.leftovers import is_left_over
from macros.model.city import BEARS_ON
from macros.model.claim import STATES
from macros.model.kinds import FILED, KINDS
from macros.model.walk import worded
from macros.wording import LANGUAGES, script_label

CODE = Path(__file__).parent.parent
_MAY_NAME = re.compile(r"labels(\.fill\(|\[)|word\(")
"""What stands in code that names a label; most files need not be parsed."""
_SAID = re.compile(r'\bsay\(\s*"(\w+)"')
FAMILIES = {
    **{family: values for kind in FILED for family, values in worded(kind.type).items()},
    "state": STATES,
    "language": (*LANGUAGES, "both"),
    "bundle": ("zip", "zip-use", "single", "single-use"),
    "coverage": tuple(BEARS_ON.values()),
    "kind": tuple(kind.name for kind in KINDS if kind.title),
}
"""Beginning of labels that a value of the model chooses → the values."""


def labels_used(root: Path) -> dict[str, str]:
    """Return every label that code, templates, theme partials or scripts show, with a file that shows it."""
    used = {f"{family}-{value}": Path(__file__).name for family, values in FAMILIES.items() for value in values}
    for file in _files(root):
        for name in _named(file, file.stat().st_mtime_ns):
            if not name.endswith("-"):
                used.setdefault(name, file.name)
    return used


def beginnings(root: Path) -> set[str]:
    """Return how labels begin of which code or templates choose the end: each needs a family."""
    return {
        name.removesuffix("-")
        for file in _files(root)
        for name in _named(file, file.stat().st_mtime_ns)
        if name.endswith("-")
    }


def _files(root: Path) -> list[Path]:
    places = (
        (CODE / "templates", "*.j2"),
        (root / "overrides", "*.html"),
        (root / "overrides", "*.js"),
        (CODE, "*.py"),
    )
    held = [file for folder, names in places for file in sorted(folder.rglob(names))]
    return [file for file in held if not is_left_over(file.name)]


@functools.cache
def _named(file: Path, _changed: int) -> tuple[str, ...]:
    """Return the labels that a file names; kept while a process checks more than once, as tests and tools do."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".js":
        return tuple(map(script_label, _SAID.findall(text)))
    if file.suffix != ".py":
        return tuple(in_template(text))
    return tuple(in_code(text)) if _MAY_NAME.search(text) else ()


def in_code(text: str) -> Iterator[str]:
    """Yield the labels that Python code names: `labels["a"]`, `labels.fill("a", …)`, `word("a")`; "a-" for f"a-{b}"."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Subscript) and _is_labels(node.value):
            yield from _constants(node.slice)
        elif isinstance(node, ast.Call) and node.args and _is_naming(node.func):
            yield from _constants(node.args[0])


def _is_labels(node: ast.expr) -> bool:
    return (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) == "labels"


def _is_naming(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "fill" and _is_labels(function.value)
    return isinstance(function, ast.Name) and function.id == "word"


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value)


def in_template(text: str) -> Iterator[str]:
    """Yield the labels that a template names: `t.a_b`, `t["a-b"]`, `t.fill("a-b", …)`; "a-" for t["a-" ~ b]."""
    for node in jinja().parse(text).find_all((nodes.Call, nodes.Getitem, nodes.Getattr)):
        if isinstance(node, nodes.Call):
            function = node.node
            if isinstance(function, nodes.Getattr) and function.attr == "fill" and _is_words(function.node):
                yield from _texts(node.args[0])
        elif isinstance(node, nodes.Getitem):
            yield from _texts(node.arg) if _is_words(node.node) else ()
        elif isinstance(node, nodes.Getattr) and node.attr != "fill" and _is_words(node.node):
            yield node.attr.replace("_", "-")


def _is_words(node: nodes.Expr) -> bool:
    return (isinstance(node, nodes.Name) and node.name == "t") or (
        isinstance(node, nodes.Getattr) and node.attr == "labels"
    )


def _texts(node: nodes.Expr) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for part in (node.expr1, node.expr2) if part for text in _texts(part))
    elif isinstance(node, nodes.Concat):
        yield from _texts(node.nodes[0])
