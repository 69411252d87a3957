"""The tests can fail: none is content with nothing.

What is asserted of each of a selection, or of what is wrong in it, holds when the selection is empty: once a query
finds nothing any more, such a test passes and tests nothing. So every test asserts something that is false of nothing,
or takes its selection from `some`, which an empty one breaks.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.support import reading
from tests.support.example import ROOT, TESTS

LOUD = ("some", "expect", "arrive", "wait", "wait_for", "wait_for_function", "wait_for_selector", "wait_for_url")
"""Functions that fail by themselves when nothing is there."""
AS_MANY = (
    "list",
    "tuple",
    "set",
    "frozenset",
    "sorted",
    "dict",
    "reversed",
    "enumerate",
    "zip",
    "Counter",
    "len",
    "sum",
)
"""Functions that give nothing when they are given nothing."""
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def written() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every test by its file and name."""
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield f"{file.relative_to(ROOT).as_posix()}::{node.name}", node


EVERY = dict(written())


@pytest.mark.parametrize("name", EVERY)
def test_an_empty_selection_breaks_a_test(name: str) -> None:
    """At least one assertion of each test is made in any case, and is false when there is nothing."""
    module = importlib.import_module(name.partition(".py::")[0].replace("/", "."))

    loud = Scan(EVERY[name], vars(module)).loud()

    assert loud, "every assertion holds of an empty selection; see tests.support.some"


@pytest.mark.parametrize(
    ("body", "loud"),
    [
        ("assert site.pages", True),
        ("for page in site.pages: assert page.title", False),
        ("for page in some(site.pages): assert page.title", True),
        ("for name in ('a', 'b'): assert name in site.pages", True),
        ("for page in (*site.zh, *site.en): assert page.title", False),
        ("for name in NAMES: assert name in site.pages", True),
        ("for name in NAMES:\n  for page in site.pages: assert page.title", False),
        ("for name in NONE: assert name in site.pages", False),
        ("assert [page for page in site.pages if page.faults] == []", False),
        ("assert [page for page in some(site.pages) if page.faults] == []", True),
        ("assert [fault for page in some(site.pages) for fault in page.faults] == []", True),
        ("assert [page for name in NAMES for page in site.pages if page.faults] == []", False),
        ("assert [name for name in NAMES if name not in site.pages] == []", True),
        ("faults = {page for page in site.pages if page.faults}\nassert faults == set()", False),
        ("seen = {}\nfor page in site.pages: seen[page] = page.title\nassert seen == {}", False),
        ("assert not [page for page in site.pages if page.faults]", False),
        ("assert all(page.title for page in site.pages)", False),
        ("assert {page.title for page in site.pages} - known == set()", False),
        ("assert {page.title for page in site.pages} <= known", False),
        ("assert known <= {page.title for page in site.pages}", True),
        ("assert {page for page in site.zh} == {page for page in site.en}", False),
        ("assert sorted(page for page in site.pages) == ['a']", True),
        ("assert len(site.pages) > 2", True),
        ("pages = some(site.pages)\nfor page in pages: assert page.title", True),
        ("if site.pages: assert site.pages[0]", False),
        ("with pytest.raises(ValueError): load()", True),
        ("window.wait_for_url('x')", True),
        ("window.click('x')", False),
    ],
)
def test_what_is_found(body: str, loud: bool) -> None:
    """The scan sees through names, and knows what is never empty."""
    (test,) = ast.parse("def test():\n" + "\n".join(f"  {line}" for line in body.splitlines())).body
    assert isinstance(test, ast.FunctionDef)

    assert Scan(test, {"NAMES": ("a",), "NONE": ()}).loud() == loud


def test_nothing_is_waited_for_less_than_a_minute() -> None:
    """On a busy machine all takes longer; a test waits for what is meant, and never for a time."""
    trees = {file.name: ast.parse(file.read_text(encoding="utf-8")) for file in TESTS.rglob("*.py")}
    calls = [(name, node) for name, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.Call)]
    limits = {ast.unparse(one.value) for _, call in calls for one in call.keywords if one.arg == "timeout"}

    assert reading.PATIENCE == 60_000
    assert limits == {"PATIENCE"}
    assert [name for name, call in calls if _name(call) == "wait_for_timeout"] == []
    begun = {name for name, call in calls if "browser.new_" in ast.unparse(call.func)}
    assert begun
    assert {name for name, call in calls if _name(call) == "set_default_timeout"} >= begun


class Scan:
    """What of a test can be empty; names in capitals stand for what they hold in its module."""

    def __init__(self, test: ast.FunctionDef, module: dict[str, Any]) -> None:
        self._test = test
        self._module = module
        self._bound = {
            target.id: node.value
            for node in ast.walk(test)
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }

    def loud(self) -> bool:
        """Whether something is asserted in any case that is false of nothing."""
        return any(self._fails(node) for node in self._reached(self._test.body))

    def _reached(self, body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
        """Yield the statements that are run in any case."""
        for node in body:
            yield node
            if isinstance(node, ast.If | ast.For | ast.With | ast.Try) and self._enters(node):
                yield from self._reached(node.body)

    def _enters(self, node: ast.stmt) -> bool:
        """Whether what stands inside a statement is run in any case, or something else that fails too."""
        if isinstance(node, ast.If):
            return any(map(self._fails, self._reached(node.orelse)))
        return isinstance(node, ast.With | ast.Try) or (isinstance(node, ast.For) and self._sure(node.iter))

    def _fails(self, node: ast.stmt) -> bool:
        """Whether a statement fails when there is nothing."""
        if isinstance(node, ast.Assert):
            return not self._holds(node.test)
        if isinstance(node, ast.With):
            return any(_name(one.context_expr) == "raises" for one in node.items)
        return isinstance(node, ast.Expr | ast.Assign) and _name(node.value) in LOUD

    def _holds(self, test: ast.expr) -> bool:
        """Whether an assertion holds when there is nothing."""
        if isinstance(test, ast.BoolOp):
            return (all if isinstance(test.op, ast.And) else any)(map(self._holds, test.values))
        if isinstance(test, ast.UnaryOp):
            return isinstance(test.op, ast.Not) and self._selected(test.operand)
        if isinstance(test, ast.Call):
            return _name(test) in ("all", "isdisjoint") and any(map(self._selected, [*test.args, *_of(test)]))
        if not isinstance(test, ast.Compare):
            return False
        if all(isinstance(one, ast.Eq) for one in test.ops):
            sides = [test.left, *test.comparators]
            return all(self._selected(one) or _nothing(one) for one in sides) and any(map(self._selected, sides))
        return isinstance(test.ops[0], ast.LtE | ast.NotIn) and self._selected(
            test.left if isinstance(test.ops[0], ast.LtE) else test.comparators[0]
        )

    def _selected(self, node: ast.expr) -> bool:
        """Whether a value is selected from what may be empty, so that it is empty too."""
        if isinstance(node, ast.Name):
            held = self._bound.get(node.id)
            return held is not None and (_nothing(held) or self._selected(held))
        if isinstance(node, ast.BinOp):
            return self._selected(node.left) or (isinstance(node.op, ast.BitAnd) and self._selected(node.right))
        if isinstance(node, ast.Call):
            return _name(node) in AS_MANY and any(map(self._selected, node.args))
        if not isinstance(node, COMPREHENSIONS):
            return False
        iterated = [one.iter for one in node.generators]
        return not any(_name(one) == "some" for one in map(self._meant, iterated)) and not all(
            map(self._sure, iterated)
        )

    def _sure(self, node: ast.expr) -> bool:
        """Whether what is iterated over cannot be empty."""
        node = self._meant(node)
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            return any(not isinstance(one, ast.Starred) or self._sure(one.value) for one in node.elts)
        if isinstance(node, COMPREHENSIONS):
            return all(self._sure(one.iter) and not one.ifs for one in node.generators)
        if isinstance(node, ast.Call) and _name(node) in (*AS_MANY, "some", "items", "values", "keys", "map"):
            return _name(node) == "some" or any(map(self._sure, [*node.args, *_of(node)]))
        return self._constant(node) and bool(eval(ast.unparse(node), dict(self._module)))  # noqa: S307 - our own

    def _constant(self, node: ast.expr) -> bool:
        """Whether a value is written down in a module."""
        names = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} - {"range"}
        calls = [one for one in ast.walk(node) if isinstance(one, ast.Call) and _name(one) != "range"]
        known = {name for name in names if name.isupper() or isinstance(self._module.get(name), ModuleType)}
        return not calls and names == known & self._module.keys()

    def _meant(self, node: ast.expr) -> ast.expr:
        """Return the value that a name of the test was given."""
        return self._bound.get(node.id, node) if isinstance(node, ast.Name) else node


def _name(node: ast.expr) -> str:
    """Return the last name of the function that is called."""
    return ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""


def _of(call: ast.Call) -> list[ast.expr]:
    """Return what a method is called on."""
    return [call.func.value] if isinstance(call.func, ast.Attribute) else []


def _nothing(node: ast.expr) -> bool:
    return ast.unparse(node) in ("[]", "{}", "()", "set()", "''", "0", "Counter()")
