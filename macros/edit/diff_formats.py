"""Differences as text, as Markdown for one comment, as JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field

from macros.edit.blocks import Blocks
from macros.edit.diff import CellChange, Differences
from macros.edit.diff_words import WORDS
from macros.edit.unit_changes import Change, Field
from macros.render.templates import environment

MOST = 60_000
"""Characters of the lines of a comment; GitHub takes 65,536 in all."""
_SHOWN = 200
"""Characters of a value that is told in one line."""
_BEFORE = 40
"""Characters of a long value that are told before the first that differs."""
_ORDER = ("changed", "renamed", "added", "removed")


@dataclass(frozen=True)
class Report:
    """Differences, in one language, with what kept pages from being compared."""

    held: Differences
    language: str
    missing: str = ""
    """In words; "" for nothing."""
    shown: Blocks = field(default_factory=dict)
    """What differs as pages show it, where that was asked for."""

    @property
    def words(self) -> dict[str, str]:
        """The words of the language."""
        return WORDS[self.language]

    @property
    def summary(self) -> str:
        """One line with all numbers."""
        held = self.held
        if not held.changes and not held.pages:
            return self.words["none_read" if self.missing else "none"]
        numbers = {how: sum(one.how == how for one in held.changes) for how in _ORDER}
        return self.words["summary"].format(**numbers, pages=len(held.pages), cells=len(held.cells))

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """Yield headings with their lines, what a reviewer needs most first; none without lines."""
        held, words = self.held, self.words
        for kind in ("gone", "renamed", "lagging", "numbers"):
            title = "renamed_ids" if kind == "renamed" else kind
            pattern = words[f"{kind}_text"]
            yield words[title], [pattern.format(**asdict(one)) for one in held.warned if one.kind == kind]
        items = [one for one in held.changes if one.ref.startswith("item/")]
        others = [one for one in held.changes if one not in items]
        for name, changes in (("facts", others), ("items", items)):
            in_order = sorted(changes, key=lambda one: _ORDER.index(one.how) if name == "items" else 0)
            yield words[name], [line for one in in_order for line in self._change(one)]
        for name, pairs in (("covered", held.covered), ("uncovered", held.uncovered)):
            yield words[name], [f"{city} · {subject}" for city, subject in pairs]
        yield (
            words["cells"],
            [f"{cell_name(one)}{words['colon']}{self._values(one.before, one.after)}" for one in held.cells],
        )
        yield words["pages"], [f"{path} ({words[how]})" for path, how in held.pages.items()]

    def folded(self) -> Iterator[tuple[str, int, list[str]]]:
        """Yield headings with the number of what stands below and their lines as Markdown, as far as there is room."""
        room = MOST
        for title, held in self.parts():
            shown = []
            for place, line in enumerate(held):
                shown.append(f"{'  - ' if line.startswith('  ') else '- '}{_plain(line.strip())}")
                room -= len(html.escape(shown[-1])) + 1
                if room < 0:
                    shown[-1] = f"- {self.words['more'].format(number=len(held) - place)}"
                    break
            if held:
                yield title, sum(not line.startswith("  ") for line in held), shown

    def _change(self, change: Change) -> Iterator[str]:
        words = self.words
        was = f", {words['formerly'].format(name=change.formerly)}" if change.formerly else ""
        yield f"{change.owner} · {change.ref} ({words[change.how]}{was})"
        yield from (f"  {field.name}{words['colon']}{self._field(change, field)}" for field in change.fields)

    def _field(self, change: Change, field: Field) -> str:
        if change.how == "added":
            return _short(field.after)
        return _short(field.before) if change.how == "removed" else self._values(field.before, field.after)

    def _values(self, before: str, after: str) -> str:
        nothing = self.words["nothing"]
        old, new = (" ".join(value.split()) for value in (before, after))
        same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        start = same - _BEFORE if same > _SHOWN // 2 else 0
        return f"{_short(old, start) or nothing}{self.words['arrow']}{_short(new, start) or nothing}"


def _short(text: str, start: int = 0) -> str:
    """Return a text on one line, from a place on where it is long before that."""
    line = " ".join(text.split())
    line = f"…{line[start:]}" if start else line
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def cell_name(cell: CellChange) -> str:
    """Return table, row and column of a cell, in words."""
    return f"{cell.table} · {cell.row} · {cell.column}"


def text(report: Report) -> str:
    """Return headings with their lines below."""
    lines = [report.summary, *([report.missing] if report.missing else [])]
    for title, held in report.parts():
        if held:
            lines += ["", title, *(f"  {line}" for line in held)]
    return "\n".join(lines)


def markdown(report: Report) -> str:
    """Return a comment for a pull request, cut where it would be too long for one."""
    return environment().get_template("diff.comment.j2").render(view=report, words=report.words)


def _plain(line: str) -> str:
    """Escape what Markdown would read, and what would call for somebody; the template escapes what HTML would."""
    return re.sub(r"([\\`*_{}\[\]|~#])", r"\\\1", line).replace("@", "@\u200b")


def as_json(report: Report) -> str:
    """Return everything for programs, in ASCII, which reaches them in any encoding."""
    return json.dumps({"summary": report.summary, "missing": report.missing, **asdict(report.held)}, indent=2)


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "markdown": markdown, "json": as_json}
"""Those that are lines; the page is made by `diff_page`."""
