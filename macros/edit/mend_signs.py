"""Slips that keep a file from being read, mended where each has one remedy: a sign in full width, a missing blank."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator

from macros.load.yaml_builder import Builder
from macros.load.yaml_text import BLANKS
from macros.problems import Problem

_WINDOW = 4
"""Lines, up from the one that a report names, in which a slip may stand."""
_START = r"^([ \t]*(?:- +)*)"
_KEY = r"[A-Za-z_][\w-]*"
_MARGIN = re.compile(f"^(?: *(?:- +)*)[ \t{BLANKS}]+", re.MULTILINE)
_WIDE = "\u3000\t"
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_HIDDEN = "\ue000"
"""Stands for each character of a quoted text while a line is looked at."""
_LINE = (
    (re.compile(rf"({_START}{_KEY})：\s*", re.ASCII), r"\1: "),
    (re.compile(rf"([{{,]\s*{_KEY})：\s*", re.ASCII), r"\1: "),
    (re.compile(rf"({_START}{_KEY}):(?=[{_HIDDEN}\[{{\"“‘])", re.ASCII), r"\1: "),
    (re.compile(rf"([{{,]\s*{_KEY}):(?=[{_HIDDEN}\[{{\"“‘])", re.ASCII), r"\1: "),
    (re.compile(rf"{_START}-(?=[{_HIDDEN}\[{{\"“])"), r"\1- "),
    (re.compile(rf"{_START}[－—–―•·●]\s*(?=[{_HIDDEN}\[{{\"“A-Za-z])"), r"\1- "),
    (re.compile(rf"{_START}[*+]\s+(?=[{_HIDDEN}\[{{\"“A-Za-z])"), r"\1- "),
    (re.compile(rf"(?<=[{_HIDDEN}\]}}\w])\s*[，、；]\s*(?={_KEY}[:：]|[{_HIDDEN}\[{{])", re.ASCII), ", "),
    (re.compile(rf"(?<=[{_HIDDEN}\]}}\w])\s*[，、；,]\s*$"), ""),
    (re.compile(rf"(?<={_HIDDEN})\s+(?={_KEY}: )", re.ASCII), ", "),
    (re.compile(r"((?:: +|- +|[\[{,]\s*))([｛［【])"), lambda found: found[1] + _half(found[2])),
    (re.compile(rf"(?<=[{_HIDDEN}\w\]}}])(\s*)([｝］】])"), lambda found: found[1] + _half(found[2])),
    (
        re.compile(rf"({_START}{_KEY}: )([^\s{_HIDDEN}\[{{|>&*!%@`#'\"][^{_HIDDEN}\"\\#]*: [^{_HIDDEN}\"\\#]*?)\s*$"),
        r'\1"\3"',
    ),
    (re.compile(r"((?:: +|- +|[\[{,]\s*))“([^“”\"\\]*)”(?=\s*(?:$|[,}\]]))"), r'\1"\2"'),
)  # fmt: skip
"""What of a line, quoted texts hidden, becomes what."""
_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs that part words or lines, though they cannot be seen."""
_DATE = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?(?![\w/.-])", re.ASCII)
_SWITCH = re.compile(r"\b(?:True|TRUE|False|FALSE)\b")


def readable(text: str) -> str:
    """Return a text with its slips mended as far as each has one remedy; a sound text as it is."""
    faults = _faults(text)
    while faults:
        found = list(_better(text, faults))
        if not found:
            break
        text, faults = min(found, key=lambda one: len(one[1]))  # the first of those that mend most
    return text


def _better(text: str, faults: list[Problem]) -> Iterator[tuple[str, list[Problem]]]:
    """Yield texts in which one fault is gone and none has come before the place where it was, with their faults."""
    for fault in faults:
        rest = {(one.rule, one.line) for one in faults if one is not fault}
        mend = _MENDS.get(fault.rule)
        for candidate in mend(text, fault) if mend else ():
            left = _faults(candidate)
            new = [one for one in left if (one.rule, one.line) not in rest]
            if candidate != text and all((one.line, one.column) > (fault.line, fault.column) for one in new):
                yield candidate, left


def _faults(text: str) -> list[Problem]:
    builder = Builder("")
    builder.build(text.removeprefix("\ufeff"))
    return builder.problems


def _indented(text: str, fault: Problem) -> Iterator[str]:
    """Put blanks of the space bar into indentations, two for what is as wide as two unless one fits better."""

    def narrow(found: re.Match[str], wide: str) -> str:
        return "".join(wide if one in _WIDE else " " if one in BLANKS else one for one in found[0])

    for wide in ("  ", " "):
        yield _MARGIN.sub(functools.partial(narrow, wide=wide), text)
    yield _at(text, fault, " ")


def _without(text: str, fault: Problem) -> Iterator[str]:
    yield _at(text, fault, " " if text[_index(text, fault)] in _BREAKS else "")


def _line(text: str, fault: Problem) -> Iterator[str]:
    """Mend one slip in one of the lines above which the reader got stuck, the nearest first."""
    lines = text.split("\n")
    for number in range(min(fault.line, len(lines)) - 1, max(-1, fault.line - 1 - _WINDOW), -1):
        for pattern, new in _LINE:
            better = _mended(lines[number], pattern, new)
            if better != lines[number]:
                yield "\n".join([*lines[:number], better, *lines[number + 1 :]])


def _mended(line: str, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> str:
    """Return a line with what a pattern finds outside quoted texts replaced."""
    texts = iter(_QUOTED.findall(line))
    hidden = _QUOTED.sub(_HIDDEN, line)
    return re.sub(_HIDDEN, lambda _: next(texts), pattern.sub(new, hidden)) if _HIDDEN not in line else line


def _date(text: str, fault: Problem) -> Iterator[str]:
    """Write a date as 2018-06-05, where the year stands first."""

    def iso(found: re.Match[str]) -> str:
        return "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])

    yield _after(text, fault, _DATE, iso)


def _switch(text: str, fault: Problem) -> Iterator[str]:
    yield _after(text, fault, _SWITCH, lambda found: found[0].lower())


def _straight(text: str, fault: Problem) -> Iterator[str]:
    """Put straight quotes in the place of the curly ones around a text."""
    yield _after(text, fault, re.compile(r"[“‘]([^“”‘’\"\\\n]*)[”’]"), lambda found: f'"{found[1]}"')


def _after(text: str, fault: Problem, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> str:
    """Return a text with the first that a pattern finds on a fault's line, from its place on, replaced."""
    start = _index(text, fault)
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return text[:start] + pattern.sub(new, text[start:end], count=1) + text[end:]


def _at(text: str, fault: Problem, new: str) -> str:
    """Return a text with the character at a fault's place replaced."""
    index = _index(text, fault)
    return text[:index] + new + text[index + 1 :]


def _index(text: str, fault: Problem) -> int:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    mark = text.startswith("\ufeff") and fault.line == 1
    return min(starts[min(fault.line, len(starts)) - 1] + fault.column - 1 + mark, len(text))


def _half(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).translate(str.maketrans("【】", "[]"))


_MENDS: dict[str, Callable[[str, Problem], Iterator[str]]] = {
    "yaml-tab": _indented,
    "yaml-blank": _indented,
    "yaml-character": _without,
    "yaml-syntax": _line,
    "yaml-date": _date,
    "yaml-boolean": _switch,
    "curly-quotes": _straight,
}
"""Rule → texts in which a fault of it may be mended."""
