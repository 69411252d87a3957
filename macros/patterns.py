"""Patterns that look for many things at once."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FIRST = re.compile(r"\\?.", re.DOTALL)


def any_of(patterns: Iterable[str]) -> str:
    """Return the pattern of any of several, each of which begins with a letter or an escaped sign.

    It tries those alone that begin with what it meets, in the order given; tried one after another, a hundred take ten
    times as long. Where none is given it finds nothing.
    """
    held: dict[str, list[str]] = {}
    for pattern in patterns:
        first = _FIRST.match(pattern)
        assert first, "a pattern of nothing would be found everywhere"
        held.setdefault(first[0], []).append(pattern[first.end() :])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in held.items()) or "(?!)"
