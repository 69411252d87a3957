"""What fits into the fields of a group's answers: the table of `core/record.js`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

_MOST_TEXT, MOST_NAME = 20_000, 200
STATES = ("not-started", "under-way", "done", "not-for-us")


class Field(NamedTuple):
    """What fits into a field of an entry."""

    empty: Any
    fits: Callable[[Any], bool]


def _text(most: int) -> Field:
    return Field("", lambda value: isinstance(value, str) and len(value) <= most)


def _is_day(value: Any) -> bool:
    if value == "":
        return True
    try:
        return isinstance(value, str) and len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_place(value: Any) -> bool:
    return NAME.fits(value) and bool(re.fullmatch(r"([a-z]+(\.[a-z][a-z0-9-]*){1,2})?", value))


def _is_level(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


_LONG, NAME, _DAY = _text(_MOST_TEXT), _text(MOST_NAME), Field("", _is_day)
_MARK = Field(empty=False, fits=lambda value: isinstance(value, bool))
_LEVEL = Field(0, _is_level)
_STATE = Field(STATES[0], lambda value: value in STATES)
_WORK = {"state": _STATE, "note": _LONG, "owner": NAME, "date": _DAY, "forEditors": _MARK}
_ITEM = r"[a-z]+(\.[a-z][a-z0-9-]*){2}"
KINDS: dict[str, tuple[str, dict[str, Field]]] = {
    "items": (_ITEM, _WORK),
    "ratings": (r"[a-z]+/[a-z][a-z0-9-]*", {"level": _LEVEL, "note": _LONG, "forEditors": _MARK}),
    "own": (
        r"own\.[a-z0-9]{8,40}", {"text": _LONG, "why": _LONG, "place": Field("", _is_place), **_WORK}
    ),
    "dropped": (_ITEM, {"reason": _LONG}),
    "targets": (
        r"indicator/[a-z][a-z0-9-]*",
        {
            "baseline": NAME, "interim": NAME, "target": NAME, "owner": NAME, "date": _DAY, "note": _LONG,
            "forEditors": _MARK,
        },
    ),
}  # fmt: skip
"""Kind of entries → form of their ids, field → what fits into it; those of `core/record.js`."""


def time_of(value: Any) -> str:
    """Return a time in the form in which times sort, "" for what is none."""
    if not isinstance(value, str) or len(value) > 40:
        return ""
    try:
        when = datetime.fromisoformat(value)
        return when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC).isoformat(timespec="milliseconds")
    except (ValueError, OverflowError):
        return ""
