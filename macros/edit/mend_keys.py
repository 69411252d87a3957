"""Entries of records in their order, and each of them once."""

from __future__ import annotations

import itertools

from macros.edit.patch import Patch
from macros.load.yaml_nodes import Entry, Node, nodes


def once(text: str) -> str:
    """Return a YAML text without entries and words of lists that stand twice and say the same."""
    while (doubled := _doubled(text)) is not None:
        text = doubled
    return text


def _doubled(text: str) -> str | None:
    """Return the text without one that stands twice, or None."""
    for keys, node in nodes(text).walk():
        for first, second in node.repeated:
            if first.value.plain == second.value.plain and (shorter := _without(text, node, second)):
                return shorter
        words = [item.scalar for item in node.items]
        for place, word in enumerate(words):
            if word is not None and word in words[:place] and keys and keys[-1] in _SETS:
                patch = Patch(text)
                patch.remove((*keys, place))
                return patch.result
    return None


_FIRST = ("id", "zh", "en")
"""Keys that stand before all others of their record, in this order."""
_SETS = ("because", "domains", "formerly", "lessons", "problems", "refs", "searched", "see", "sources", "systems")
"""Keys of lists in which nothing stands twice."""


def _without(text: str, around: Node, entry: Entry) -> str:
    """Return a text without an entry; "" where a comment would go with it."""
    start, end = entry.key.start, entry.value.end
    if "#" in text[start:end]:
        return ""
    if around.flow:
        before = text.rfind(",", 0, start)
        return text[:before] + text[end:]
    margin, newline = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if text[margin:start].strip() or (newline >= 0 and text[end:newline].strip()):
        return ""
    return text[:margin] + ("" if newline < 0 else text[newline + 1 :])


def ordered(text: str) -> str:
    """Return a sound YAML text in whose records what names them comes first; comments move with their entries."""
    for keys, node in reversed(list(nodes(text).walk())):  # the last first, so that places before it stay right
        held = list(node.entries)
        wanted = [*(key for key in _FIRST if key in held), *(key for key in held if key not in _FIRST)]
        if wanted != held:
            now = nodes(text).at(keys)
            text = _in_braces(text, now, wanted) if now.flow else _in_lines(text, now, wanted)
    return text


def _in_braces(text: str, node: Node, wanted: list[str]) -> str:
    spans = [(entry.key.start, entry.value.end) for entry in node.entries.values()]
    if "\n" in text[node.start : node.end]:
        return text
    held = ", ".join(text[node.entries[key].key.start : node.entries[key].value.end] for key in wanted)
    return text[: spans[0][0]] + held + text[spans[-1][1] :]


def _in_lines(text: str, node: Node, wanted: list[str]) -> str:
    """Move whole lines; comments right above an entry go with it."""
    names = list(node.entries)
    first = node.entries[names[0]].key.start
    starts = [first, *(_begin(text, node.entries[name].key.start) for name in names[1:])]
    last = text.find("\n", node.entries[names[-1]].value.end)
    end = len(text) if last < 0 else last + 1
    margin = " " * (first - text.rfind("\n", 0, first) - 1)
    held = {}
    for name, (start, stop) in zip(names, itertools.pairwise([*starts, end]), strict=True):
        piece = text[start:stop]
        held[name] = (piece if piece.endswith("\n") else f"{piece}\n").removeprefix(margin if start != first else "")
    if held[wanted[0]].startswith("#") and text[first - 2 : first] == "- ":
        return text  # no comment stands behind a dash
    moved = held[wanted[0]] + "".join(margin + held[name] for name in wanted[1:])
    return text[:first] + (moved if last >= 0 else moved.removesuffix("\n")) + text[end:]


def _begin(text: str, key: int) -> int:
    """Return where the lines of an entry begin, the comments right above it included."""
    start = text.rfind("\n", 0, key) + 1
    while (above := text.rfind("\n", 0, start - 1) + 1) < start and text[above:start].lstrip().startswith("#"):
        start = above
    return start
