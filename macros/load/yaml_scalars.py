"""Unquoted scalars of YAML → text, numbers, true or false, nothing; what YAML 1.1 would guess otherwise is refused."""

from __future__ import annotations

import re
from typing import Any, Final

from macros.problems import Said

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
Refusal = tuple[str, Said, Said]
"""Rule, message and hint of a scalar that is not what it seems."""


CUT: Refusal = (
    "comment-cut",
    Said(
        "a comment behind a text without quotes: what stands behind ' #' is no part of it",
        "文字没有加引号，“ #”后面的部分成了注释，不会显示",
    ),
    Said(
        "Put the whole text between double quotes, or take the comment to a line of its own.",
        "请把整段文字放在双引号里；是注释就另起一行。",
    ),
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
    message = Said(
        "these quotation marks will be shown; YAML knows only straight ones", "这对弯引号会照原样显示，YAML只认直引号"
    )
    hint = Said(
        'Put the text between straight double quotes: "…"; a quotation keeps its own inside: "“…”".',
        '请把文字放在半角直引号之间："…"；本来就是引文的，里面再留弯引号："“…”"。',
    )
    return "curly-quotes", message, hint


def _unpaired(text: str) -> Refusal | None:
    """Return what is wrong with a text without quotes around it in which one stands that has no other."""
    if text.count('"') % 2 == 0:
        return None
    is_last = text[-1] == '"'
    message = Said(
        f"a double quote {'ends' if is_last else 'stands in'} a text that none begins",
        f"文字{'末尾' if is_last else '中间'}有一个双引号，开头却没有",
    )
    hint = Said('Put the whole text between half-width double quotes: "…".', '请把整段文字放在半角双引号之间："…"。')
    return "yaml-syntax", message, hint


def yes_or_no(text: str) -> Refusal | None:
    """Return what is wrong with a word that YAML 1.1 reads as true or false."""
    if len(text) > 5 or not _YES_NO.match(text):
        return None
    message = Said(
        f"{text} without quotes, which YAML reads as true or false", f"{text}没有加引号，YAML会当成“是”或“否”"
    )
    hint = Said(
        f'Write "{text.lower()}" in double quotes for the word, or true / false for the switch.',
        f'是文字，就写成"{text.lower()}"，加双引号；是开关，就写true或false。',
    )
    return "yaml-boolean", message, hint


def short(key: str) -> Said:
    """Return a text as a message shows it."""
    shown = key if len(key) <= MAX_SHOWN else key[:MAX_SHOWN] + "…"
    return Said(repr(shown), f"“{shown}”")


def _number(text: str) -> tuple[Any, Refusal | None]:
    if _INT.match(text):
        return int(text) if len(text) < 19 else text, None
    if _FLOAT.match(text):
        return float(text), None
    if _LIKE_A_DATE.match(text) and not _ISO_DAY.match(text):
        found = short(text)
        message = Said(f"{found.en} looks like a date but is not one we read", f"{found.zh}像是日期，但这种写法读不懂")
        hint = Said(
            "Write 2019, 2019-04 or 2019-04-22; put text in double quotes.",
            "请写2019、2019-04或2019-04-22；是文字就加双引号。",
        )
        return text, ("yaml-date", message, hint)
    if _ODD_NUMBER.match(text):
        message = Said(
            f"{text} without quotes, which YAML reads as another number", f"{text}没有加引号，YAML会读成另一个数"
        )
        hint = Said(
            "Write a plain decimal number, or put the text in double quotes.",
            "请写普通的十进制数；是文字就加双引号。",
        )
        return text, ("yaml-number", message, hint)
    return text, None
