"""What the code says of itself, read from its syntax: modules, imports, strings, the ids of rules."""

from __future__ import annotations

import ast
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from tests.support.example import ROOT

PACKAGE = ROOT / "macros"
_RULE_AT = {
    "Problem": 3,
    "_refuse": 1,
    "failed": 2,
    "problem": 2,
    "_at_file": 2,
    "Fault": 1,
    "TextFault": 1,
    "Refused": 2,
}
"""Function that makes a problem → place of the rule among its arguments."""
_EXPLANATION = "tuple[str, Said, Said]"
"""What a function returns that explains a fault: rule, message, hint."""
_LOOK_FOR = ("compile", "partition", "rpartition", "startswith", "endswith", "find", "index", "split")
_RULE = re.compile(r"[a-z]+(-[a-z]+)*")


@functools.cache
def modules() -> dict[str, ast.Module]:
    """Return every module by its name below `macros`: `views.city`; a package by its own: `views`."""
    named = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        named[".".join(part for part in parts if part != "__init__")] = ast.parse(file.read_text(encoding="utf-8"))
    return named


def imported(module: ast.Module) -> Iterator[str]:
    """Yield the full name of every module that is imported, or that something is imported from, late imports too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "macros":
            yield from (f"macros.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def strings(module: ast.Module) -> Iterator[ast.Constant]:
    """Yield every string that may end in an output: no docstring, and nothing that is only looked for in a text."""
    passed_over = {id(constant) for node in ast.walk(module) for constant in _silent(node)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node


def _silent(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.Call) and _last_name(node.func) in _LOOK_FOR:
        yield from (inner for argument in node.args[:1] for inner in ast.walk(argument))


def rules() -> set[str]:
    """Return the id of every rule that any module reports."""
    found = {name: module for name, module in modules().items() if not name.startswith("rulebook")}
    return {rule for module in found.values() for rule in _rules(module)}


def _rules(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield from _constants([one for one, after in itertools.pairwise(node.args) if _is_message(after)])
            place = _RULE_AT.get(_last_name(node.func), len(node.args))
            yield from _constants(node.args[place : place + 1])
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "Refusal":
            yield from _constants(node.value.elts[:1] if isinstance(node.value, ast.Tuple) else [])
        elif isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == _EXPLANATION:
            returned = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)]
            yield from _constants([value.elts[0] for value in returned if isinstance(value, ast.Tuple)])
        elif isinstance(node, ast.FunctionDef) and node.returns and "Refusal" in ast.unparse(node.returns):
            refusals = [one for one in ast.walk(node) if isinstance(one, ast.Tuple) and len(one.elts) == 3]
            yield from _constants([one.elts[0] for one in refusals])
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            yield from _constants(node.value.keys if ast.unparse(node.targets[0]) == "_HINTS" else [])


def _is_message(node: ast.expr) -> bool:
    """Whether an argument is what is said of a fault, before which its rule stands."""
    name = _last_name(node.func if isinstance(node, ast.Call) else node)
    return name in ("Said", "message", "MESSAGE")


def _last_name(function: ast.expr) -> str:
    return ast.unparse(function).rpartition(".")[2]


def _constants(nodes: Iterable[ast.expr | None]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _RULE.fullmatch(node.value):
            yield node.value
