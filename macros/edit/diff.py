"""What differs between two states of the data: in facts and views, on pages, in tables, in translations, in ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.edit.earlier_words import with_words
from macros.edit.figures_told import figures_told
from macros.edit.unit_changes import Change, own_name
from macros.edit.unit_changes import changes as unit_changes
from macros.edit.units import Fields, units
from macros.export.table import Table
from macros.export.tables import tables
from macros.load.dataset import Dataset
from macros.model.city import BEARS_ON, City
from macros.model.kinds import kind_of
from macros.render import markdown_tree
from macros.views.places import title
from macros.views.reading import Reading

LANGUAGES = ("zh", "en")
_CELLS = {"compare": 2, "coverage-lessons": 1, "coverage-domains": 1, "coverage-systems": 1, "coverage-problems": 1}
"""Table that readers look things up in → how many of its first columns name a row."""
_FOR_READERS = ("codes_text", "answer")
"""Columns of the comparison that stand on the page."""


@dataclass(frozen=True)
class CellChange:
    """A cell of a table that differs."""

    table: str
    row: str
    column: str
    before: str
    after: str
    at: tuple[str, str, str]
    """How pages name table, row and column."""


@dataclass(frozen=True)
class Warned:
    """What a reviewer should look at."""

    kind: str
    """gone, renamed, lagging or numbers."""
    ref: str
    field: str = ""
    """Of a bilingual text, without its language."""
    told: str = ""
    """The language that changed, the numbers that only one language tells, or the earlier name."""


@dataclass(frozen=True)
class Differences:
    """All of it, titles in one language."""

    changes: tuple[Change, ...]
    pages: Mapping[str, str]
    """Path of a page with its language → added, removed or changed."""
    cells: tuple[CellChange, ...]
    covered: tuple[tuple[str, str], ...]
    """What a city has a measure for now, and had none: city and subject."""
    uncovered: tuple[tuple[str, str], ...]
    warned: tuple[Warned, ...]

    def items(self, how: str) -> list[Change]:
        """Return the checklist items that were added, removed, changed or renamed."""
        return [one for one in self.changes if one.how == how and one.ref.startswith("item/")]


@dataclass(frozen=True)
class Sides:
    """Both states as they are, and with words of the interface from which today's code makes pages."""

    before: Dataset
    after: Dataset
    shown: tuple[Dataset, Dataset]


def sides(before: Dataset, after: Dataset, today: Dataset | None = None) -> Sides:
    """Return both states; `today` has words that `after` lacks, where that is an earlier state itself."""
    later = with_words(after, today) if today else after
    return Sides(before, after, (with_words(before, later), later))


def differences(held: Sides, language: str, *, with_pages: bool = True) -> Differences:
    """Return what differs; pages and cells only if they can be made of both."""
    before, after = held.before, held.after
    old, new = (Reading(one, language) for one in held.shown)
    changes = tuple(unit_changes(before, after, old, new))
    ways = _covered(before), _covered(after)
    if "city" in before.incomplete | after.incomplete:
        ways = set(), set()
    won, lost = ways[1] - ways[0], ways[0] - ways[1]
    return Differences(
        changes,
        _pages(*held.shown) if with_pages else {},
        tuple(_cells(old, new)) if with_pages else (),
        tuple(_worded(new, one) for one in sorted(won)),
        tuple(_worded(old, one) for one in sorted(lost)),
        tuple(_warned(changes, before, after)),
    )


def _pages(before: Dataset, after: Dataset) -> dict[str, str]:
    """Return the pages of which anything differs, as they would be written."""
    old, new = dict(markdown_tree.tree(before)), dict(markdown_tree.tree(after))
    differ = [path for path in dict.fromkeys((*new, *old)) if old.get(path) != new.get(path)]
    return {path: "added" if path not in old else "removed" if path not in new else "changed" for path in differ}


def _cells(before: Reading, after: Reading) -> Iterator[CellChange]:
    old = {name: made.table for name, _, made in tables(before, _CELLS)}
    for name, _, made in tables(after, _CELLS):
        known, now = _by_cell(name, old[name]), _by_cell(name, made.table)
        for place in dict.fromkeys((*now, *known)):
            if known.get(place, "") != now.get(place, ""):
                row, column, at = place
                yield CellChange(made.table.title, row, column, known.get(place, ""), now.get(place, ""), at)


_Place = tuple[str, str, tuple[str, str, str]]
"""Row and column of a cell, in words, and how pages name it."""


def _by_cell(name: str, table: Table) -> dict[_Place, str]:
    """Return what each cell of a table shows."""
    if name == "compare":
        named = ("city", "city_name", "question", "question_text")
        city, city_name, asked, question, *shown = (table.keys.index(key) for key in (*named, *_FOR_READERS))
        return {
            (str(row[city_name]), str(row[question]), (name, str(row[asked]), str(row[city]))): _joined(
                [str(row[one]) for one in shown]
            )
            for row in table.rows
        }
    return {
        (str(row[1]), head, (name, str(row[0]), key)): _joined(str(cell).split("\n"))
        for row in table.rows
        for head, key, cell in list(zip(table.columns, table.keys, row, strict=True))[2:]
    }


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


def _covered(dataset: Dataset) -> set[tuple[str, str, str]]:
    """Return city, kind and id of everything that a measure bears on."""
    return {
        (city, kind, named)
        for city, record in dataset.of(City).items()
        for area in record.areas
        for measure in area.measures
        for kind, field in BEARS_ON.items()
        for named in getattr(measure, field)
    }


def _worded(reading: Reading, covered: tuple[str, str, str]) -> tuple[str, str]:
    city, kind, name = covered
    return title(reading, f"city/{city}"), title(reading, f"{kind}/{name}")


def _warned(changes: tuple[Change, ...], before: Dataset, after: Dataset) -> Iterator[Warned]:
    now = units(after)
    lagged = {one.held.name: one.behind for one in before.open_texts}
    opened = {one.held.name for one in after.open_texts}

    def lags(name: str, changed: str) -> bool:
        """Whether a text of which one language changed now lags: unless it caught up, or is said to be valid still."""
        return lagged.get(name) != changed and (name in opened or not after.translations.lines)

    for one in changes:
        if one.how == "removed" and kind_of(one.ref).title:
            yield Warned("gone", one.ref)
        elif one.how == "renamed" and not _leads_on(one, now):
            yield Warned("renamed", one.ref, told=one.formerly)
        if one.how in ("added", "changed"):
            yield from _texts(one, now[one.ref], lags)


def _leads_on(change: Change, now: Mapping[str, Fields]) -> bool:
    """Whether an earlier name leads to the new one: by a redirect, or that of the record in which it stands."""
    last = re.split("[/.#]", change.ref)[-1]
    if last == re.split("[/.#]", change.formerly)[-1]:
        return True  # only its record has another name, of which is told
    return own_name(change.formerly) in now[change.ref].get("formerly", "").split(", ")


def _texts(change: Change, now: Fields, lags: Callable[[str, str], bool]) -> Iterator[Warned]:
    """Yield what is odd in each bilingual text of a unit that differs, one language of it alone or both."""
    names = {field.name for field in change.fields}
    for stem in sorted({name.rpartition(".")[0] for name in names if name.endswith((".zh", ".en"))}):
        zh, en = (now.get(f"{stem}.{language}", "") for language in LANGUAGES)
        differing = [language for language in LANGUAGES if f"{stem}.{language}" in names]
        if len(differing) == 1 and zh and en and lags(f"{change.ref}:{stem}", differing[0]):
            yield Warned("lagging", change.ref, stem, differing[0])
        if zh and en and (odd := figures_told(zh) ^ figures_told(en)):
            yield Warned("numbers", change.ref, stem, ", ".join(sorted(odd)))
