"""The navigation of a language as plain values; the adapter makes the engine's objects from them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.load.dataset import Dataset
from macros.model.label import Label
from macros.model.path import Path as PlanningPath
from macros.model.schedule import Schedule
from macros.wording import Labels

MOST_CHILDREN = 30
"""A section lists all its children up to here …"""
FIRST_CHILDREN = 10
"""… and beyond only the first few: the rest is on its index page, and every page carries the list."""


@dataclass(frozen=True)
class Entry:
    """A page or a section; a section's first child may be its index page."""

    title: str
    page: str
    """Source path below the language's folder; "" for a section."""
    children: tuple[Entry, ...] = ()


def navigation(dataset: Dataset, language: str) -> tuple[Entry, ...]:
    """Return the tabs of a language. A page does not grow with the number of cities."""
    labels = Labels(dataset.of(Label), language)

    def records(kind: str, folder: str) -> tuple[Entry, ...]:
        held = list(dataset[kind].items())
        held = held if len(held) <= MOST_CHILDREN else held[:FIRST_CHILDREN]
        return tuple(
            Entry((record.name if kind == "city" else record.title)[language], f"{folder}/{name}.md")
            for name, record in held
        )

    held = dataset.one(Schedule)
    schedule = (Entry(held.title[language], "planning/schedule.md"),) if held else ()
    lists = tuple(
        Entry(step.title[language], f"checklists/{name}.md") for name, step in dataset.of(PlanningPath).items()
    )
    agendas = tuple(
        Entry(labels.fill("facilitator-title", title=step.title[language]), f"facilitator/{name}.md")
        for name, step in (dataset.of(PlanningPath).items() if dataset.facilitator else ())
    )
    return (
        Entry(labels["home"], "index.md"),
        Entry(labels["cities"], "", (Entry(labels["cities"], "cities/index.md"), *records("city", "cities"))),
        Entry(
            labels["compare"], "", (Entry(labels["compare"], "compare.md"), Entry(labels["coverage"], "coverage.md"))
        ),
        Entry(
            labels["lessons"],
            "",
            (
                Entry(labels["lessons"], "lessons/index.md"),
                *records("lesson", "lessons"),
                Entry(labels["implications"], "implications.md"),
            ),
        ),
        Entry(
            labels["planning"],
            "",
            (Entry(labels["planning"], "planning/index.md"), *records("path", "planning"), *schedule),
        ),
        Entry(labels["checklists"], "", (Entry(labels["checklists"], "checklists/index.md"), *lists)),
        Entry(
            labels["workshop"],
            "",
            (
                Entry(labels["workshop"], "workshop.md"),
                Entry(labels["assess"], "assess.md"),
                Entry(labels["merge"], "merge.md"),
                *agendas,
            ),
        ),
        Entry(
            labels["reference"],
            "",
            (
                Entry(labels["glossary"], "glossary.md"),
                Entry(labels["sources"], "sources.md"),
                Entry(labels["evidence-page"], "evidence.md"),
                Entry(labels["toolkits"], "toolkits.md"),
                Entry(labels["about"], "about.md"),
                Entry(labels["contribute"], "contribute.md"),
            ),
        ),
    )


def parent_of(path: str) -> str:
    """Return the page whose section a page outside the navigation belongs to: its folder's index, or the first page."""
    folder = path.rsplit("/", 1)[0] if "/" in path else ""
    if folder.startswith("facilitator"):
        return "workshop.md"
    return f"{folder}.md" if folder in ("compare", "coverage", "sources") else f"{folder}/index.md" if folder else ""
