"""Numbers at the head of a page, each with the part that it counts."""

from __future__ import annotations

from dataclasses import dataclass

from macros.wording import number


@dataclass(frozen=True)
class Tally:
    """A number and what it counts."""

    number: str
    what: str
    href: str = ""
    """Where that stands, from the language's root; "" where it is all over the page."""


def tally(what: str, value: int, href: str = "") -> Tally:
    """Return a number of things, worded."""
    return Tally(number(value), what, href)
