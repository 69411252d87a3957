"""A text that is no YAML: which slip is behind it, and where. Only asked once the parser has given up.

The parser says where it got stuck, in its own terms; the slip stands there or a line or two above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.load.yaml_slips import LINE, QUOTES_HINT

_WINDOW = 4  # lines, up from the one where the parser got stuck
_TOKEN = re.compile(r"""\"(?:[^\"\\]|\\.)*\"|#.*|[\[\]{}]""")
_PAIRS = {"[": "]", "{": "}"}

_COMPARE_HINT = "Compare with a record that works."


class Error(NamedTuple):
    """Where and how the parser got stuck; lines and columns from 0."""

    problem: str
    line: int
    column: int
    context: str
    context_line: int
    context_column: int


class Slip(NamedTuple):
    """What to tell the author; line and column from 1."""

    line: int
    column: int
    message: str
    hint: str


def explain(text: str, error: Error) -> Slip:
    """Return the most likely slip behind a syntax error; it lies inside the text."""
    lines = text.splitlines() or [""]
    slip = next(_slips(lines, error), None) or _in_brackets(lines, error) or _by_words(lines, error)
    return slip._replace(line=min(slip.line, len(lines)))


def _slips(lines: list[str], error: Error) -> Iterator[Slip]:
    """Yield slips that can be seen in the text itself, the nearest first."""
    for number in range(min(error.line, len(lines) - 1), max(-1, error.line - _WINDOW), -1):
        for slip in LINE:
            found = slip(lines[number])
            if found:
                column, message, hint = found
                yield Slip(number + 1, column + 1, message, hint)


def _in_brackets(lines: list[str], error: Error) -> Slip | None:
    """Explain a list in [ ] or a mapping in { } that breaks off."""
    if "flow" not in error.context:
        return None
    opened = _innermost(lines, error)
    if opened is None or opened[0] == error.line:
        mark = f", or the '{opened[2]}' is not closed" if opened else ""
        return Slip(error.line + 1, error.column + 1, f"a comma is missing here{mark}", QUOTES_HINT)
    line, column, bracket = opened
    hint = f"Close it with '{_PAIRS[bracket]}'."
    return Slip(line + 1, column + 1, f"the '{bracket}' that opens here is not closed", hint)


def _innermost(lines: list[str], error: Error) -> tuple[int, int, str] | None:
    """Return line, column and kind of the last bracket that is open where the parser got stuck."""
    held: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines[: error.line + 1]):
        end = error.column if number == error.line else len(line)
        for token in _TOKEN.finditer(line, 0, end):
            if token[0] in _PAIRS:
                held.append((number, token.start(), token[0]))
            elif token[0] in "]}" and held:
                held.pop()
    return held[-1] if held else None


_WORDS: tuple[tuple[str, str, str], ...] = (
    ("unexpected end of stream", "a quote opens here and is not closed", "Close it, with the same kind of quote."),
    ("unknown escape", "a backslash in double quotes that starts no known escape", "Write two: \\\\."),
    ("could not find expected ':'", "a line that is neither 'key: value' nor '- entry'", _COMPARE_HINT),
    (
        "mapping values", "a ': ' where none can stand",
        "Put a text with ': ' in it between double quotes; keys of one record begin in the same column.",
    ),
    ("scanning a tag", "a value cannot begin with this character", QUOTES_HINT),
    ("directive", "a line cannot begin with '%'", QUOTES_HINT),
    ("cannot start any token", "a value cannot begin with this character", QUOTES_HINT),
    ("alphabetic or numeric", "a value cannot begin with this character", QUOTES_HINT),
    ("node content", "a value cannot begin with this character", QUOTES_HINT),
    ("document start", "this line does not go on with what the file began with", "Look for the slip further up."),
    ("block sequence", "a list begins on the line of its key", "Begin each entry, '- …', on a line of its own."),
    ("comment or line break", "text on the line of | or >", "Write the text between double quotes instead."),
    ("'-' indicator", "a line among list entries that does not begin with '- '", "Indent it, or begin it with '- '."),
)  # fmt: skip
"""What the parser says → what it means."""


def _by_words(lines: list[str], error: Error) -> Slip:
    """Return what the parser's own words come to."""
    said = f"{error.context} {error.problem}".strip()
    at_context = "end of stream" in error.problem or "scanning a" in error.context
    line, column = (error.context_line, error.context_column) if at_context else (error.line, error.column)
    message, hint = next(
        (found[1:] for found in _WORDS if found[0] in said), (f"not valid YAML ({said})", _COMPARE_HINT)
    )
    if "expected key" in said and lines[min(line, len(lines) - 1)][column:].strip() == ",":
        message, hint = "a comma at the end", "Remove it: what stands on a line of its own needs none."
    elif "expected key" in said:
        begins = line < len(lines) and not lines[line][:column].strip()
        message = "this line fits none of the lines above" if begins else "this cannot follow what stands before it"
        hint = "Keys of one record begin in the same column." if begins else QUOTES_HINT
    return Slip(line + 1, column + 1, message, hint)
