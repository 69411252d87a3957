"""Which words of the interface the code and the templates show, read from their syntax."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from jinja2 import nodes

from macros.check.templates import Fault, Shown
from macros.model.amounts import Bound
from macros.model.city import BEARS_ON, SIZES, Profile
from macros.model.kinds import FILED, KINDS
from macros.model.statement import AGAINST_ARTICLE, STATES, SUPPORTS, VIEW
from macros.model.walk import field_names, worded
from macros.wording import LANGUAGES, form_label, script_label

_MAY_NAME = re.compile(r"labels(\.fill\(|\[)|word\(")
"""What stands in code that names a label; most files need not be parsed."""
_SAID = re.compile(r'\b(say|proposed)\(\s*"(\w+)"')
FAMILIES = {
    **{family: values for kind in FILED for family, values in worded(kind.type).items()},
    "state": STATES,
    "support": tuple(f"{one}{end}" for one in (*SUPPORTS, VIEW) for end in ("", "-help")),
    "article": AGAINST_ARTICLE,
    "language": (*LANGUAGES, "both"),
    "bundle": ("zip", "zip-use", "single", "single-use"),
    "profile": tuple(Profile.model_fields),
    "size": tuple(SIZES),
    "coverage": tuple(BEARS_ON.values()),
    "short-bound": get_args(Bound),
    "kind": tuple(kind.name for kind in KINDS if kind.title),
    "field": field_names(),
}
"""Beginning of labels that a value of the model chooses → the values."""


def labels_used(shown: Mapping[Path, Shown]) -> dict[str, str]:
    """Return every label that code, templates, theme partials or scripts show, with a file that shows it."""
    used = {f"{family}-{value}": Path(__file__).name for family, values in FAMILIES.items() for value in values}
    for file, name in _named(shown):
        if not name.endswith("-"):
            used.setdefault(name, file)
    return used


def beginnings(shown: Mapping[Path, Shown]) -> set[str]:
    """Return how labels begin of which code or templates choose the end: each needs a family."""
    return {name.removesuffix("-") for _, name in _named(shown) if name.endswith("-")}


def _named(shown: Mapping[Path, Shown]) -> Iterator[tuple[str, str]]:
    """Yield file and label wherever one is named; a template that cannot be read names none."""
    return ((file.name, name) for file, held in shown.items() if not isinstance(held, Fault) for name in held)


def in_script(text: str) -> Iterator[str]:
    """Yield the labels that a script names, in the words of those that a form proposes and those of its own."""
    return (form_label(name) if by == "proposed" else script_label(name) for by, name in _SAID.findall(text))


def in_code(text: str) -> Iterator[str]:
    """Yield the labels that Python code names: `labels["a"]`, `labels.fill("a", …)`, `word("a")`; "a-" for f"a-{b}"."""
    for node in ast.walk(ast.parse(text)) if _MAY_NAME.search(text) else ():
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


def in_template(template: nodes.Template) -> Iterator[str]:
    """Yield the labels that a template names: `t.a_b`, `t["a-b"]`, `t.fill("a-b", …)`; "a-" for t["a-" ~ b]."""
    words = _names_of_words(template)
    used = template.find_all((nodes.Call, nodes.Getitem, nodes.Getattr))
    return (name for node in used for name in _shown(node, words))


def _shown(node: nodes.Node, words: set[str]) -> Iterator[str]:
    if isinstance(node, nodes.Call):
        function = node.node
        if isinstance(function, nodes.Getattr) and function.attr == "fill" and _is_words(function.node, words):
            yield from _texts(node.args[0])
    elif isinstance(node, nodes.Getitem):
        yield from _texts(node.arg) if _is_words(node.node, words) else ()
    elif isinstance(node, nodes.Getattr) and node.attr != "fill" and _is_words(node.node, words):
        yield node.attr.replace("_", "-")


def _names_of_words(template: nodes.Template) -> set[str]:
    """Return "t" and whatever else a template calls it: by `set` or `with`, or as what a macro of its own takes."""
    words, before = {"t"}, set[str]()
    while words != before:
        before = set(words)
        words |= {name for name, value in _given(template) if _is_words(value, before)}
    return words


def _given(template: nodes.Template) -> Iterator[tuple[str, nodes.Node]]:
    """Yield name and value wherever a template gives one to the other."""
    taken = {macro.name: macro.args for macro in template.find_all(nodes.Macro)}
    for node in template.find_all((nodes.Assign, nodes.With, nodes.Call)):
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name, node.node
        elif isinstance(node, nodes.With):
            pairs = zip(node.targets, node.values, strict=True)
            yield from ((name.name, value) for name, value in pairs if isinstance(name, nodes.Name))
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            names = [one.name for one in taken.get(node.node.name, ())]
            yield from zip(names, node.args, strict=False)
            yield from ((one.key, one.value) for one in node.kwargs if one.key in names)


def _is_words(node: nodes.Node, words: set[str]) -> bool:
    return (isinstance(node, nodes.Name) and node.name in words) or (
        isinstance(node, nodes.Getattr) and node.attr == "labels"
    )


def _texts(node: nodes.Expr) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for part in (node.expr1, node.expr2) if part for text in _texts(part))
    elif isinstance(node, nodes.Concat):
        yield from _texts(node.nodes[0])
