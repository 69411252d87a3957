"""Differences as a page that is one file: what differs as the pages before and after show it, beside each other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.bundle import alone
from macros.edit.blocks import Shown
from macros.edit.diff_formats import Report, cell_name
from macros.edit.unit_changes import Change, Field
from macros.render import scripts
from macros.render.templates import environment
from macros.views import shell
from macros.wording import HTML_LANG

_PIECE = re.compile(r"[A-Za-z0-9À-ž]+|\s+|.", re.DOTALL)
_WARNED = ("gone", "renamed_ids", "lagging", "numbers")
_SCRIPTS = tuple(one for one in scripts.TABLE if one.path == "single/scheme.js")
"""It is light or dark as the device is."""


@dataclass(frozen=True)
class Part:
    """A piece of a value, and whether the other one has it too."""

    text: str
    is_same: bool


@dataclass(frozen=True)
class FieldParts:
    """A field with its pieces."""

    name: str
    before_parts: tuple[Part, ...]
    after_parts: tuple[Part, ...]


@dataclass(frozen=True)
class Block:
    """A change with its fields in pieces, and how pages show it."""

    ref: str
    owner: str
    how: str
    formerly: str
    fields: tuple[FieldParts, ...]
    shown: tuple[Shown, ...]
    """As pages show it, in each language; none where no page does."""


@dataclass(frozen=True)
class DiffPage(shell.Alone):
    """The page."""

    report: Report

    def blocks(self) -> Iterator[tuple[str, list[Block]]]:
        """Yield changes by heading, each with what is to be marked in its fields."""
        report = self.report
        items = [one for one in report.held.changes if one.ref.startswith("item/")]
        others = [one for one in report.held.changes if one not in items]
        for name, changes in (("facts", others), ("items", items)):
            if changes:
                yield report.words[name], [_block(one, report.shown.get(one.ref, ())) for one in changes]

    def cells(self) -> list[tuple[str, tuple[Shown, ...]]]:
        """Return the cells that pages show, with their names."""
        return [(cell_name(one), self.report.shown[one]) for one in self.report.held.cells if one in self.report.shown]

    def warnings(self) -> list[tuple[str, list[str]]]:
        """Return what a reviewer should look at, by heading."""
        words = self.report.words
        return [one for one in self._lists() if one[0] in [words[name] for name in _WARNED]]

    def rest(self) -> list[tuple[str, list[str]]]:
        """Return by heading what is told in lines besides; what is shown is not told again."""
        words = self.report.words
        shown = [words[name] for name in ("facts", "items", *_WARNED, *(["cells"] if self.cells() else []))]
        return [one for one in self._lists() if one[0] not in shown]

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        yield from ((title, held) for title, held in self.report.parts() if held)


def page(report: Report) -> str:
    """Return a page that needs nothing else, with the look of the handbook's own."""
    sheets = (scripts.EVERY_PAGE, *dict.fromkeys(one for held in scripts.STYLES.values() for one in held))
    view = DiffPage(
        report.words["title"], HTML_LANG[report.language], alone.styles((*sheets, "single.css")),
        tuple(map(shell.script, alone.texts(_SCRIPTS))), (), report,
    )  # fmt: skip
    return environment().get_template("diff.html.j2").render(view=view, words=report.words) + "\n"


def _block(change: Change, shown: tuple[Shown, ...]) -> Block:
    return Block(change.ref, change.owner, change.how, change.formerly, tuple(map(_parts, change.fields)), shown)


def _parts(field: Field) -> FieldParts:
    """Return both values in pieces: words of Latin letters, single signs of Chinese."""
    before, after = (_PIECE.findall(value) for value in (field.before, field.after))
    old, new = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old.append(Part("".join(before[a:b]), tag == "equal"))
        new.append(Part("".join(after[c:d]), tag == "equal"))
    return FieldParts(field.name, *(tuple(one for one in held if one.text) for held in (old, new)))
