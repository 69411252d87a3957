"""Plain values as YAML in the form in which the files of data/ are written."""

from __future__ import annotations

import json
import re
from typing import Any

_BARE = re.compile(r"[a-z][a-z0-9]*([./#-][a-z0-9]+)*|[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
"""What YAML takes for something else than text."""
_WIDTH = 100
"""Characters of a line in braces."""
_ALWAYS_OPEN = ("text", "view", "lead", "said")
"""Keys whose texts have a line a language, so that a difference shows the sentence that changed."""
_CLOSED = ({"zh", "en"}, {"from", "to"}, {"id", "at"})
"""Keys of what stands in braces where it is short, as amounts of money always do."""
_POINT = {"as_of", "value", "bound", "sources"}


def block(value: Any) -> str:
    """Return a value as it stands at the left margin, without a line break at its end."""
    if isinstance(value, dict) and value:
        return "\n".join(_entry(key, held) for key, held in value.items())
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        return "\n".join(f"- {_deeper(item(one))}" for one in value)
    return flow(value)


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(held)}' for key, held in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    if isinstance(value, str):
        is_bare = _BARE.fullmatch(value) and value not in _WORDS
        return value if is_bare else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


def item(value: Any) -> str:
    """Return what stands behind the dash of an item."""
    return flow(value) if isinstance(value, dict) and _is_small(value) else block(value)


def valued(key: str, value: Any) -> str:
    """Return what stands behind the colon of a key: a line, or a line break and lines."""
    line = flow(value)
    if not isinstance(value, dict | list) or not value:
        return line
    if isinstance(value, dict):
        is_closed = _is_small(value) and (len(line) <= _WIDTH or "amount" in value) and key not in _ALWAYS_OPEN
    else:
        is_closed = not any(isinstance(one, dict) and "at" not in one for one in value)
    return line if is_closed else f"\n{block(value)}"


def _entry(key: str, value: Any) -> str:
    held = valued(key, value)
    return f"{key}: {held}" if not held.startswith("\n") else f"{key}:{_deeper(held)}"


def _is_small(value: dict[str, Any]) -> bool:
    return "amount" in value or set(value) in _CLOSED or value.keys() <= _POINT


def _deeper(lines: str) -> str:
    return lines.replace("\n", "\n  ")
