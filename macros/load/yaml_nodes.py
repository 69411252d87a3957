"""YAML text → where each of its values stands, for those who change the text and keep all the rest of it.

Reads files of any shape, also of one that no model has any more; that they are sound YAML is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problems import Keys


@dataclass(frozen=True)
class Node:
    """A value in the text; indices count characters from 0, the end is past the last."""

    start: int
    end: int
    flow: bool
    """Whether it is written between brackets or braces, or is a scalar."""
    scalar: str | None = None
    """The text of a scalar, without its quotes."""
    items: tuple[Node, ...] = ()
    """Of a list."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """Of a mapping, by key, in order."""
    is_list: bool = False
    repeated: tuple[tuple[Entry, Entry], ...] = ()
    """Entries of a mapping whose key stands before: the first of that key, and this one."""

    def at(self, keys: Keys) -> Node:
        """Return the value to which keys and places in lists lead from here; LookupError when there is none."""
        held = self
        for key in keys:
            held = held.items[key] if isinstance(key, int) else held.entries[key].value
        return held

    def find(self, keys: Keys) -> Node | None:
        """Return the value to which keys lead, or None."""
        try:
            return self.at(keys)
        except LookupError:
            return None

    def walk(self, keys: Keys = ()) -> Iterator[tuple[Keys, Node]]:
        """Yield this value and all inside it with the keys that lead there, in the order of the text."""
        yield keys, self
        for place, item in enumerate(self.items):
            yield from item.walk((*keys, place))
        for key, entry in self.entries.items():
            yield from entry.value.walk((*keys, key))

    @property
    def plain(self) -> Any:
        """The value in lists, dicts and texts; scalars are not typed."""
        if self.scalar is not None:
            return self.scalar
        if self.is_list:
            return [item.plain for item in self.items]
        return {key: entry.value.plain for key, entry in self.entries.items()}


@dataclass(frozen=True)
class Entry:
    """A key with its value."""

    key: Node
    value: Node


def nodes(text: str) -> Node:
    """Return the value of a YAML text; yaml.YAMLError for what is none, ValueError for an empty one."""
    found = yaml.compose(text, Loader=yaml.CSafeLoader)
    if found is None:
        raise ValueError("the text holds no value")
    return _node(found, text)


def reads(text: str) -> bool:
    """Return whether a text is YAML that holds something."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader) is not None
    except yaml.YAMLError:
        return False


def _node(found: Any, text: str) -> Node:
    start = found.start_mark.index
    if isinstance(found, yaml.ScalarNode):
        return Node(start, _scalar_end(found, text), flow=True, scalar=found.value)
    flow = bool(found.flow_style)
    if isinstance(found, yaml.SequenceNode):
        items = tuple(_node(item, text) for item in found.value)
        return Node(start, _end(found, items, flow=flow), flow, items=items, is_list=True)
    held = [(key.value, Entry(_node(key, text), _node(value, text))) for key, value in found.value]
    first: dict[str, Entry] = {}
    for name, entry in held:
        first.setdefault(name, entry)
    repeated = tuple((first[name], entry) for name, entry in held if first[name] is not entry)
    end = _end(found, [entry.value for _, entry in held], flow=flow)
    return Node(start, end, flow, entries=dict(held), repeated=repeated)


def _end(found: Any, inside: Any, *, flow: bool) -> int:
    """Return the end of a collection; the parser's own mark of a block is where the next thing begins."""
    return max(node.end for node in inside) if inside and not flow else int(found.end_mark.index)


def _scalar_end(found: Any, text: str) -> int:
    """Return the end of a scalar; the mark of one on several lines may be past blank lines and comments."""
    start, end = int(found.start_mark.index), int(found.end_mark.index)
    return start + len(text[start:end].rstrip())
