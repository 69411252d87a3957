"""Changes a YAML text at the places of its values; comments, order, quotes and blank lines stay as they were."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from macros.load.yaml_nodes import Entry, Node, nodes
from macros.problems import Keys


class _Splice(NamedTuple):
    """What takes the place of a piece of the text; nothing before it is an insertion."""

    start: int
    end: int
    new: str


class Patch:
    """Collects changes to one text. Snippets are YAML as it stands at the left margin; they get their indentation.

    Every method raises LookupError for keys that lead nowhere, and none looks at what another has changed.
    """

    def __init__(self, text: str) -> None:
        """Read a text; yaml.YAMLError when it is not YAML, ValueError when it is empty."""
        self.root = nodes(text)
        self._text = text
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._splices: list[_Splice] = []

    @property
    def result(self) -> str:
        """The changed text; ValueError where two changes touch the same place."""
        parts, at = [], 0
        # Insertions at one place stand in the order in which they were asked for, before what is replaced there.
        for splice in sorted(self._splices, key=lambda one: (one.start, one.end)):
            if splice.start < at:
                raise ValueError(f"two changes at {self._text[splice.start : splice.end]!r}")
            parts += [self._text[at : splice.start], splice.new]
            at = splice.end
        return "".join([*parts, self._text[at:]])

    def replace(self, keys: Keys, snippet: str) -> None:
        """Put another value in the place of one; a snippet that begins with a line break goes below its key."""
        node = self.root.at(keys)
        if keys and isinstance(keys[-1], int):
            self._splice(node.start, node.end, self._indented(snippet, self._column(node.start)))
            return
        column = self._column(self._owner(keys).key.start) if keys else 0
        start = len(self._text[: node.start].rstrip()) if snippet.startswith("\n") else node.start
        blank = " " if node.start == node.end and start == node.start else ""
        self._splice(start, node.end, blank + self._indented(snippet, column + 2))

    def rename(self, keys: Keys, key: str) -> None:
        """Give an entry of a mapping another key."""
        held = self._owner(keys).key
        self._splice(held.start, held.end, key)

    def insert(
        self, keys: Keys, key: str, snippet: str, *, after: str | None = None, below: bool | None = None
    ) -> None:
        """Add an entry to a mapping, behind the entry `after`, or before all others.

        The value goes below its key where that is asked for; if nothing is said, where it has several lines.
        """
        mapping = self.root.at(keys)
        if not mapping.entries:
            raise LookupError(f"{keys} is no mapping with entries")
        entry = (
            f"{key}: {snippet}"
            if not ("\n" in snippet if below is None else below)
            else f"{key}:\n  {snippet.rstrip(chr(10)).replace(chr(10), chr(10) + '  ')}"
        )
        first = next(iter(mapping.entries.values())).key.start
        if mapping.flow:
            self._insert_between(mapping, entry, after, first)
            return
        column = self._column(first)
        if after is None:
            self._splice(first, first, f"{self._indented(entry, column)}{self._newline}{' ' * column}")
        else:
            end = self._line_end(mapping.entries[after].value.end)
            self._splice(end, end, f"{self._newline}{' ' * column}{self._indented(entry, column)}")

    def insert_item(self, keys: Keys, place: int, snippet: str) -> None:
        """Add an item to a list that has some, so that it stands at a place, from 0."""
        around = self.root.at(keys)
        if not around.items:
            raise LookupError(f"{keys} is no list with items")
        before = around.items[place - 1] if place else around.items[0]
        if around.flow:
            at = before.end if place else before.start
            self._splice(at, at, f", {snippet}" if place else f"{snippet}, ")
            return
        dash = self._text.rindex("-", 0, around.items[0].start)
        column = self._column(dash)
        item = f"- {self._indented(snippet, column + 2)}"
        if place:
            end = self._line_end(before.end)
            self._splice(end, end, f"{self._newline}{' ' * column}{item}")
        else:
            self._splice(dash, dash, f"{item}{self._newline}{' ' * column}")

    def remove(self, keys: Keys) -> None:
        """Take an entry out of a mapping, or an item out of a list; ValueError for the last one in it."""
        around = self.root.at(keys[:-1])
        spans = [(entry.key.start, entry.value.end) for entry in around.entries.values()]
        spans += [(item.start, item.end) for item in around.items]
        names: list[str | int] = [*around.entries, *range(len(around.items))]
        if keys[-1] not in names:
            raise LookupError(f"{keys} leads nowhere")
        if len(spans) == 1:
            raise ValueError(f"nothing would be left beside {keys}")
        place = names.index(keys[-1])
        start, end = spans[place]
        if around.flow:  # with the comma after it, or before the last
            self._splice(*((start, spans[place + 1][0]) if place + 1 < len(spans) else (spans[place - 1][1], end)), "")
        else:
            self._remove_lines(around, start, end)

    def _insert_between(self, mapping: Node, entry: str, after: str | None, first: int) -> None:
        if after is None:
            self._splice(first, first, f"{entry}, ")
        else:
            end = mapping.entries[after].value.end
            self._splice(end, end, f", {entry}")

    def _remove_lines(self, around: Node, start: int, end: int) -> None:
        """Remove whole lines; an entry behind the dash of a list leaves its place to the next one."""
        end = self._line_end(end)
        margin = self._text.rfind("\n", 0, start) + 1
        if around.is_list or not self._text[margin:start].strip():
            self._splice(margin, min(end + len(self._newline), len(self._text)), "")
            return
        after = self._text[end:]
        blank = len(after) - len(after.lstrip())
        self._splice(start, end + (blank if not after[blank:].startswith("#") else 0), "")

    def _owner(self, keys: Keys) -> Entry:
        return self.root.at(keys[:-1]).entries[str(keys[-1])]

    def _splice(self, start: int, end: int, new: str) -> None:
        self._splices.append(_Splice(start, end, new))

    def _column(self, index: int) -> int:
        return index - self._text.rfind("\n", 0, index) - 1

    def _line_end(self, index: int) -> int:
        """Return where the line ends that holds what ends at an index, the comment behind it included."""
        end = self._text.find("\n", index)
        return len(self._text) if end < 0 else end - (self._text[end - 1] == "\r")

    def _indented(self, snippet: str, column: int) -> str:
        lines = snippet.rstrip("\n").split("\n")
        margins = itertools.chain([""], itertools.repeat(" " * column))
        return self._newline.join(margin + line if line else line for margin, line in zip(margins, lines, strict=False))
