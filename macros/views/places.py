"""Where each record stands on the site: one page and anchor, the same in both languages.

Hrefs name source files from the language's root (`cities/london.md#m-open-data`); the adapter
turns them into links relative to the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.views.reading import Reading

CITIES_A_PAGE = 30
SOURCES_A_PAGE = 100
MOST_LINKS = 12
"""Of one kind in one place; beyond, the page says how many more there are."""


@dataclass(frozen=True)
class Link:
    """A link to a record."""

    title: str
    href: str


@dataclass(frozen=True)
class LinkGroup:
    """Links of one kind under a heading."""

    title: str
    links: tuple[Link, ...]
    more: int
    """How many are left out, so that a page does not grow with the number of cities."""


_PAGES = {
    "city": "cities/{}.md",
    "lesson": "lessons/{}.md",
    "path": "planning/{}.md",
    "implication": "implications.md#{}",
    "system": "planning/framework.md#{}",
    "domain": "planning/route.md#{}",
    "phase": "planning/schedule.md#{}",
    "term": "glossary.md#{}",
    "toolkit": "toolkits.md#{}",
    "conflict": "evidence.md#c-{}",
}
_SINGLE = {
    "schedule": "planning/schedule.md",
    "relations": "planning/route.md#relations",
    "context": "planning/index.md#context",
}


def href(reading: Reading, ref: str) -> str:
    """Return the place of `<kind>/<id>`, or of the schedule or the relations by their bare names."""
    if ref in _SINGLE:
        return _SINGLE[ref]
    kind, name = ref.split("/", 1)
    if kind == "measure":
        city, measure = name.split(".")
        return f"cities/{city}.md#m-{measure}"
    if kind == "source":
        return f"{paged('sources', reading.dataset.source_numbers[name] // SOURCES_A_PAGE + 1)}#{name}"
    return _PAGES[kind].format(name)


def title(reading: Reading, ref: str) -> str:
    """Return the name of a record, also of one that the selection leaves out."""
    dataset = reading.dataset.whole
    if ref in _SINGLE:
        single = getattr(dataset, ref)
        return str(single.title[reading.language]) if single else ref
    kind, name = ref.split("/", 1)
    if kind == "measure":
        located = dataset.measures[name]
        joint = "：" if reading.language == "zh" else ": "
        return dataset.city[located.city].name[reading.language] + joint + located.measure.title[reading.language]
    if kind == "city":
        return dataset.city[name].name[reading.language]
    if kind == "source":
        return dataset.sources[name].title
    if kind == "term":
        return dataset.glossary[name].term[reading.language]
    if kind == "toolkit":
        return dataset.toolkits[name].name[reading.language]
    if kind == "conflict":
        return dataset.conflicts[name].question[reading.language]
    if kind == "phase" and dataset.schedule:
        return dataset.schedule.phases[name].title[reading.language]
    return str(getattr(dataset, kind)[name].title[reading.language])


def link(reading: Reading, ref: str) -> Link:
    """Return title and place of a record."""
    return Link(title(reading, ref), href(reading, ref))


def links(reading: Reading, kind: str, names: Iterable[str]) -> tuple[Link, ...]:
    """Return links to records of one kind."""
    return tuple(link(reading, f"{kind}/{name}") for name in names)


def paged(page: str, number: int) -> str:
    """Return the source file of a page or its continuation: compare.md, compare/2.md; cities/index.md, cities/2.md."""
    if number == 1:
        return f"{page}/index.md" if page == "cities" else f"{page}.md"
    return f"{page}/{number}.md"


def data_file(reading: Reading, ref: str) -> str:
    """Return the path of the YAML file behind a record, relative to the project."""
    return reading.dataset.places[ref].document.path
