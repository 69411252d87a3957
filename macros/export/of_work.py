"""Tables to work with: checklists with the state of each item, and the indicators with their worksheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.export.cells import Column, cited, facts, named, several, table
from macros.export.table import Cell, Table
from macros.load.progress_fields import STATES
from macros.model.indicator import Indicator
from macros.views.checklist import Checklist, checklist_index, checklist_page
from macros.views.reading import Reading
from macros.wording import word

STATE_WORDS = {
    "not-started": word("work-not-started"),
    "under-way": word("work-under-way"),
    "done": word("work-done"),
    "not-for-us": word("work-not-for-us"),
}
"""State of an item → the label that words it."""


def checklists(reading: Reading, title: str, step: str = "") -> Table:
    """Return a row for each item, of all lists or of those of one step, with columns to fill in."""
    labels = reading.labels
    columns = (
        Column("id", labels["column-id"], 0), Column("list", labels["column-list"], 2),
        Column("group", labels["column-group"], 2), Column("do", labels["column-do"], 6),
        Column("yields", labels["column-yields"], 4), Column("state", labels["work-state"], 2),
        Column("owner", labels["work-owner"], 2), Column("date", labels["work-date"], 2),
        Column("note", labels["work-note"], 3),
    )  # fmt: skip
    held = table(title, columns, _items(_lists(reading, step)))
    return replace(held, choices=(("state", tuple(labels[STATE_WORDS[one]] for one in STATES)),))


def _lists(reading: Reading, step: str) -> Iterator[Checklist]:
    if step:
        page = checklist_page(reading, step)
        yield from (page.step, *page.inside)
        return
    index = checklist_index(reading)
    for page in index.steps:
        yield from (page.step, *page.inside)
    yield from (*index.lessons, *index.implications)


def _items(held: Iterable[Checklist]) -> Iterator[tuple[Cell, ...]]:
    for one in held:
        for group in one.groups:
            yield from (
                (item.id, one.owner.title, group.title, item.do, item.yields, "", "", "", "") for item in group.items
            )


def indicators(reading: Reading, title: str) -> Table:
    """Return a row for each indicator, with columns to fill in as on the worksheet."""
    labels, language = reading.labels, reading.language
    columns = (
        Column("id", labels["column-id"], 0), Column("indicator", labels["column-indicator"], 3),
        Column("domains", labels["kind-domain"], 2), Column("definition", labels["indicator-definition"], 5),
        Column("formula", labels["indicator-formula"], 3), Column("unit", labels["plan-unit"]),
        Column("direction", labels["column-direction"]), Column("pace", labels["column-pace"]),
        Column("shows", labels["indicator-shows"]), Column("data_owner", labels["indicator-owner"], 2),
        Column("baseline_how", labels["column-baseline-how"], 3), Column("pitfalls", labels["indicator-pitfalls"], 3),
        Column("values", labels["indicator-values"], 3), Column("source_count", labels["column-source-count"]),
        Column("sources", labels["kind-source"], 3), Column("baseline", labels["worksheet-baseline"]),
        Column("interim", labels["worksheet-interim"]), Column("target", labels["worksheet-target"]),
        Column("owner", labels["worksheet-owner"]), Column("date", labels["worksheet-date"]),
    )  # fmt: skip
    rows = (
        (
            name, one.title[language], named(reading, "domain", one.domains), one.definition[language],
            one.formula[language], labels[f"unit-{one.unit}"], labels[f"direction-{one.direction}"],
            labels[f"pace-{one.pace}"], labels[f"shows-{one.shows}"], one.owner[language], one.baseline[language],
            several(text[language] for text in one.pitfalls), facts(reading, one.values),
            *cited(reading, (*one.standards, *one.values)), "", "", "", "", "",
        )
        for name, one in reading.dataset.of(Indicator).items()
    )  # fmt: skip
    return table(title, columns, rows)
