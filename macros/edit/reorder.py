"""Puts the items of a list in another order, each with its own lines and comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from macros.load.yaml_nodes import Node, nodes
from macros.problems import Keys


class _Lines(NamedTuple):
    """The lines that go with an item, by their numbers from 0; the end is past the last."""

    start: int
    end: int


def reordered(text: str, keys: Keys, order: Sequence[int]) -> str:
    """Return a text in which a list has its items in another order: for each place, the item that is to stand there.

    Comments directly above an item go with it, and those that stand deeper below it. What blank lines set apart stays
    where it is. LookupError or ValueError where the list is no list, or begins behind something else on its line.
    """
    around = nodes(text).at(keys)
    if around.flow:
        return _within_a_line(text, around, order)
    ending = "" if text.endswith("\n") else "\r\n" if "\r\n" in text else "\n"
    lines = (text + ending).splitlines(keepends=True)
    held = _own(text, lines, around)
    parts = [lines[: held[0].start]]
    for place, item in enumerate(order):
        parts.append(lines[held[item].start : held[item].end])
        after = held[place + 1].start if place + 1 < len(held) else len(lines)
        parts.append(lines[held[place].end : after])
    return "".join(line for part in parts for line in part).removesuffix(ending)


def _within_a_line(text: str, around: Node, order: Sequence[int]) -> str:
    """Return a text in which the items of a list in brackets have changed places; what is between them stays."""
    items, parts, at = around.items, [], 0
    for place, item in enumerate(order):
        parts += [text[at : items[place].start], text[items[item].start : items[item].end]]
        at = items[place].end
    return "".join([*parts, text[at:]])


def _own(text: str, lines: list[str], around: Node) -> list[_Lines]:
    """Return the lines of each item of a list."""
    column = around.start - text.rfind("\n", 0, around.start) - 1
    if not around.items or lines[_line(text, around.start)][:column].strip():
        raise ValueError("no list with a line of its own for each item")
    held: list[_Lines] = []
    dashes = [_dash(lines, column, _line(text, one.start)) for one in around.items]
    for dash, item, following in zip(dashes, around.items, [*dashes[1:], len(lines)], strict=True):
        start, end = dash, _line(text, item.end) + 1
        while start > (held[-1].end if held else 0) and 0 <= _comment(lines[start - 1]) <= column:
            start -= 1
        held.append(_Lines(start, _end(lines[:following], column, end)))
    return held


def _end(lines: list[str], column: int, end: int) -> int:
    """Return where an item ends with the comments below that stand deeper than its dash."""
    for number, line in enumerate(lines[end:], end):
        if _comment(line) > column:
            end = number + 1
        elif line.strip():
            break
    return end


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index)


def _dash(lines: list[str], column: int, line: int) -> int:
    """Return in which line the dash stands before what begins in a line."""
    while lines[line][: column + 1].strip() != "-":
        line -= 1
    return line


def _comment(line: str) -> int:
    """Return at which column a line that holds a comment alone begins; -1 for another."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("#") else -1
