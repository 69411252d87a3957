"""Unquoted scalars of YAML → text, numbers, true or false, nothing; what YAML 1.1 would guess otherwise is refused."""

from __future__ import annotations

import re
from typing import Any, Final

MAX_SHOWN = 30
"""Characters of a value in a message."""
_INT = re.compile(r"^[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"^[-+]?(0|[1-9][0-9]*)\.[0-9]+$")
_NUMERIC = frozenset("0123456789+-.")
_BOOL = {"true": True, "false": False}
_YES_NO = re.compile(r"^(y|n|yes|no|on|off|True|TRUE|False|FALSE|Yes|YES|No|NO|On|ON|Off|OFF|Y|N)$")
_NULL = re.compile(r"^(~|null|Null|NULL|)$")
_LIKE_A_DATE = re.compile(r"^\d{1,4}-\d{1,2}-\d{1,2}([Tt ].*)?$|^\d{1,4}/\d{1,2}(/\d{1,4})?$")
_ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_ODD_NUMBER = re.compile(
    r"^[-+]?(0[0-9_xXbBoO][0-9a-fA-F_]*|[0-9][0-9_]*(:[0-5]?[0-9])+|[0-9]+_[0-9_]+|\.(inf|nan)|[0-9.]+[eE][-+]?[0-9]+)$"
)


class _Unread:
    """Stands where a key or a value was refused, so that all else can be read; one object in all processes."""

    def __repr__(self) -> str:
        return "UNREAD"

    def __reduce__(self) -> str:
        return "UNREAD"


UNREAD: Final = _Unread()
Refusal = tuple[str, str, str]
"""Rule, message and hint of a scalar that is not what it seems."""


CUT: Refusal = (
    "comment-cut", "a comment behind a text without quotes: what stands behind ' #' is no part of it",
    "Put the whole text between double quotes, or take the comment to a line of its own.",
)  # fmt: skip
"""Of a text of which a comment has taken a part."""


def typed(text: str) -> tuple[Any, Refusal | None]:
    """Return true, false, a decimal number, None or the text, and what is wrong with it if something is."""
    if text[:1] in _NUMERIC:
        return _number(text)
    if text in _BOOL:
        return _BOOL[text], None
    if len(text) <= 4 and _NULL.match(text):
        return None, None
    return text, yes_or_no(text) or _curly(text) or _unpaired(text)


def is_prose(text: str) -> bool:
    """Return whether a word is a text rather than an id, a number or a date."""
    return " " in text or not text.isascii()


def _curly(text: str) -> Refusal | None:
    """Return what is wrong with a text in curly quotes and no others, which are shown."""
    if text[0] not in "“‘" or text[-1] not in "”’" or any(mark in text[1:-1] for mark in "“”‘’"):
        return None
    message = "these quotation marks will be shown; YAML knows only straight ones"
    hint = 'Put the text between straight double quotes: "…"; a quotation keeps its own inside: "“…”".'
    return "curly-quotes", message, hint


def _unpaired(text: str) -> Refusal | None:
    """Return what is wrong with a text without quotes around it in which one stands that has no other."""
    if text.count('"') % 2 == 0:
        return None
    message = f"a double quote {'ends' if text[-1] == chr(34) else 'stands in'} a text that none begins"
    return "yaml-syntax", message, 'Put the whole text between half-width double quotes: "…".'


def yes_or_no(text: str) -> Refusal | None:
    """Return what is wrong with a word that YAML 1.1 reads as true or false."""
    if len(text) > 5 or not _YES_NO.match(text):
        return None
    hint = f'Write "{text.lower()}" in double quotes for the word, or true / false for the switch.'
    return "yaml-boolean", f"{text} without quotes, which YAML reads as true or false", hint


def short(key: str) -> str:
    """Return a text as a message shows it."""
    return repr(key if len(key) <= MAX_SHOWN else key[:MAX_SHOWN] + "…")


def _number(text: str) -> tuple[Any, Refusal | None]:
    if _INT.match(text):
        return int(text) if len(text) < 19 else text, None
    if _FLOAT.match(text):
        return float(text), None
    if _LIKE_A_DATE.match(text) and not _ISO_DAY.match(text):
        message = f"{short(text)} looks like a date but is not one we read"
        return text, ("yaml-date", message, "Write 2019, 2019-04 or 2019-04-22; put text in double quotes.")
    if _ODD_NUMBER.match(text):
        message = f"{text} without quotes, which YAML reads as another number"
        return text, ("yaml-number", message, "Write a plain decimal number, or put the text in double quotes.")
    return text, None
