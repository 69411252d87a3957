"""Turns mends into suggestions beside the lines that a pull request touches; needs nothing but Python.

Both diffs come from elsewhere, so a mend is suggested only where everything fits: the file is one of data/, the lines
are shown in the pull request, and they read there as the mend expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice

MARK = "<!-- handbook fix -->"
MOST = 20
"""Suggestions on one pull request; the comment has all mends."""
_LONGEST = 20_000
"""Characters that stand in the place of others."""
_FILE = re.compile(r"\+\+\+ b/(data/[a-z0-9-]+(?:/[a-z0-9-]+)?\.yml)")
_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Hunk:
    """A piece of a unified diff."""

    path: str
    """Of the file; "" for one that is not of data/, and where the diff names none."""
    old: int
    """The number of its first line before the change, from 1."""
    new: int
    """The same after the change."""
    lines: tuple[str, ...]
    """Each with its sign: "-", "+" or a blank."""


@dataclass(frozen=True)
class Mend:
    """Lines of a file, at least one, and what stands in their place."""

    path: str
    start: int
    """The number of the first line, from 1."""
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def end(self) -> int:
        """The number of the last line."""
        return self.start + len(self.before) - 1

    def comment(self) -> dict[str, str | int]:
        """Return it as GitHub takes the comments of a review."""
        fence = fenced("\n".join(self.after), "`")
        body = "\n".join((MARK, f"{fence}suggestion", *self.after, fence))
        comment: dict[str, str | int] = {"path": self.path, "body": body, "line": self.end, "side": "RIGHT"}
        if self.end > self.start:
            comment |= {"start_line": self.start, "start_side": "RIGHT"}
        return comment


def fenced(text: str, sign: str) -> str:
    """Return a fence that nothing in a text can close."""
    return sign * max(3, *(len(run) + 1 for run in ("", *re.findall(f"{sign}+", text))))


def suggestions(diff: str, patches: Mapping[str, str]) -> list[Mend]:
    """Return the mends of a unified diff that fit the patches, by path, of a pull request."""
    shown = {path: list(hunks(patch)) for path, patch in patches.items()}
    found = (one for hunk in hunks(diff) for one in mends(hunk))
    return list(islice((one for one in found if any(_fits(one, hunk) for hunk in shown.get(one.path, ()))), MOST))


def mends(hunk: Hunk) -> Iterator[Mend]:
    """Yield each run of lines that changes; one that is only added to takes the line before it along."""
    number, last = hunk.old, None
    for changes, run in groupby(hunk.lines, lambda line: line[0] != " "):
        lines = list(run)
        before = tuple(line[1:] for line in lines if line[0] != "+")
        after = tuple(line[1:] for line in lines if line[0] != "-")
        if changes and before and before != after:
            yield Mend(hunk.path, number, before, after)
        elif changes and not before and last is not None:
            yield Mend(hunk.path, number - 1, (last,), (last, *after))
        number += len(before)
        last = before[-1] if before else last


def hunks(diff: str) -> Iterator[Hunk]:
    """Yield the pieces of a unified diff; what is none of it is passed over."""
    path = ""
    lines = iter(diff.split("\n"))
    for line in lines:
        if line.startswith("+++ "):
            path = found[1] if (found := _FILE.fullmatch(line)) else ""
        elif found := _HUNK.match(line):
            old, new = int(found[2] or 1), int(found[4] or 1)
            yield Hunk(path, int(found[1]), int(found[3]), tuple(_body(lines, old, new)))


def _body(lines: Iterator[str], old: int, new: int) -> Iterator[str]:
    """Yield as many lines as the head of a piece counts, so that none can pass for the head of another."""
    while (old > 0 or new > 0) and (line := next(lines, None)) is not None:
        if not line.startswith("\\"):  # no line break at the end of the file
            sign = line[:1] or " "
            old -= sign != "+"
            new -= sign != "-"
            yield line or " "


def _fits(mend: Mend, hunk: Hunk) -> bool:
    """Whether a pull request shows the lines, as the mend expects them, and nothing hidden takes their place."""
    text = "\n".join(mend.after)
    if len(text) > _LONGEST or _CONTROL.search(text):
        return False
    shown = [line[1:] for line in hunk.lines if line[0] != "-"]
    place = mend.start - hunk.new
    return place >= 0 and tuple(shown[place : place + len(mend.before)]) == mend.before
