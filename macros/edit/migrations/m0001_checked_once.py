"""`checked` stands once at the top of a record, and at a statement only where that was checked on another day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from macros.edit.patch import Patch
from macros.edit.steps import Step
from macros.load.yaml_nodes import Node
from macros.problems import Keys

_KEYS = {"standing", "sources", "searched", "because"}
"""One of which every statement has, of whatever shape."""


def change(patch: Patch, record: Keys) -> Step:
    """Give a record the date that most of its statements have, and take it from these."""
    root = patch.root.at(record)
    dates = {keys: node.entries["checked"].value.scalar for keys, node in root.walk(record) if _is_dated(node)}
    present = root.find(("checked",))
    date = present.scalar if present else _usual(dates.values())
    if date is None:
        return Step()
    if not present:
        patch.insert(record, "checked", date, after=_before_statements(root))
    same = [keys for keys, held in dates.items() if held == date and keys != record]
    for keys in same:
        patch.remove((*keys, "checked"))
    return Step(len(same))


def _is_statement(node: Node) -> bool:
    return bool(_KEYS & node.entries.keys()) and "outcome" not in node.entries


def _is_dated(node: Node) -> bool:
    return _is_statement(node) and "checked" in node.entries


def _usual(dates: Iterable[str | None]) -> str | None:
    """Return the date that most have; of several, the newest."""
    counts = Counter(filter(None, dates))
    return max(counts, key=lambda date: (counts[date], date), default=None)


def _before_statements(root: Node) -> str | None:
    """Return the last key before the first that holds statements; None where that is the first of all."""
    before = None
    for key, entry in root.entries.items():
        if any(_is_statement(node) for _, node in entry.value.walk()):
            return before
        before = key
    return before
