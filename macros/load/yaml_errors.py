"""A text that is no YAML: which slip is behind it, and where. Only asked once the parser has given up.

The parser says where it got stuck, in its own terms; the slip stands there or a line or two above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.load.yaml_slips import LINE, NO_COMMA_AT_THE_END, QUOTES_HINT
from macros.problems import Said

_WINDOW = 4  # lines, up from the one where the parser got stuck
_TOKEN = re.compile(r"""\"(?:[^\"\\]|\\.)*\"|#.*|[\[\]{}]""")
_PAIRS = {"[": "]", "{": "}"}

_COMPARE_HINT = Said("Compare with a record that works.", "请对照一份没有问题的记录。")


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
    message: Said
    hint: Said


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
        bracket = opened[2] if opened else ""
        message = Said(
            f"a comma is missing here, or the '{bracket}' is not closed" if bracket else "a comma is missing here",
            f"这里缺一个半角逗号，或者“{bracket}”没有配对" if bracket else "这里缺一个半角逗号",
        )
        return Slip(error.line + 1, error.column + 1, message, QUOTES_HINT)
    line, column, bracket = opened
    message = Said(f"the '{bracket}' that opens here is not closed", f"这里的“{bracket}”没有配对")
    hint = Said(f"Close it with '{_PAIRS[bracket]}'.", f"请补上“{_PAIRS[bracket]}”。")
    return Slip(line + 1, column + 1, message, hint)


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


_BEGINNING = Said("a value cannot begin with this character", "内容不能以这个符号开头")
_SAME_COLUMN = Said("Keys of one record begin in the same column.", "同一条记录的各个键要左对齐。")

_WORDS: tuple[tuple[str, Said, Said], ...] = (
    (
        "unexpected end of stream", Said("a quote opens here and is not closed", "这里的引号没有配对"),
        Said("Close it, with the same kind of quote.", "请用同样的引号收尾。"),
    ),
    (
        "unknown escape",
        Said("a backslash in double quotes that starts no known escape", "双引号里的反斜杠后面不是认得的转义"),
        Said("Write two: \\\\.", "请写两个：\\\\。"),
    ),
    (
        "could not find expected ':'",
        Said("a line that is neither 'key: value' nor '- entry'", "这一行既不是“键: 内容”，也不是“- 一项”"),
        _COMPARE_HINT,
    ),
    (
        "mapping values", Said("a ': ' where none can stand", "这里不能出现冒号加空格"),
        Said(
            "Put a text with ': ' in it between double quotes; keys of one record begin in the same column.",
            "文字里有“: ”就要加双引号；同一条记录的各个键要左对齐。",
        ),
    ),
    ("scanning a tag", _BEGINNING, QUOTES_HINT),
    ("directive", Said("a line cannot begin with '%'", "一行不能以“%”开头"), QUOTES_HINT),
    ("cannot start any token", _BEGINNING, QUOTES_HINT),
    ("alphabetic or numeric", _BEGINNING, QUOTES_HINT),
    ("node content", _BEGINNING, QUOTES_HINT),
    (
        "document start",
        Said("this line does not go on with what the file began with", "这一行和文件开头的写法接不上"),
        Said("Look for the slip further up.", "请往上找出错的地方。"),
    ),
    (
        "block sequence", Said("a list begins on the line of its key", "列表和它的键写在了同一行"),
        Said("Begin each entry, '- …', on a line of its own.", "每一项“- …”都要另起一行。"),
    ),
    (
        "comment or line break", Said("text on the line of | or >", "文字和|或>写在了同一行"),
        Said("Write the text between double quotes instead.", "请改为把文字放在双引号里。"),
    ),
    (
        "'-' indicator",
        Said("a line among list entries that does not begin with '- '", "列表里的这一行没有以“- ”开头"),
        Said("Indent it, or begin it with '- '.", "请缩进这一行，或者以“- ”开头。"),
    ),
)  # fmt: skip
"""What the parser says → what it means."""


def _by_words(lines: list[str], error: Error) -> Slip:
    """Return what the parser's own words come to."""
    said = f"{error.context} {error.problem}".strip()
    at_context = "end of stream" in error.problem or "scanning a" in error.context
    line, column = (error.context_line, error.context_column) if at_context else (error.line, error.column)
    message, hint = next(
        (found[1:] for found in _WORDS if found[0] in said),
        (Said(f"not valid YAML ({said})", f"不是正确的YAML（{said}）"), _COMPARE_HINT),
    )
    if "expected key" in said and lines[min(line, len(lines) - 1)][column:].strip() == ",":
        message, hint = Said("a comma at the end", "末尾多了一个逗号"), NO_COMMA_AT_THE_END
    elif "expected key" in said and line < len(lines) and not lines[line][:column].strip():
        message, hint = Said("this line fits none of the lines above", "这一行和上面各行都对不上"), _SAME_COLUMN
    elif "expected key" in said:
        message = Said("this cannot follow what stands before it", "这部分不能接在前面的内容之后")
        hint = QUOTES_HINT
    return Slip(line + 1, column + 1, message, hint)
