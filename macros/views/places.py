"""Where each record stands on the site: one page and anchor, the same in both languages.

Hrefs name source files from the language's root (`cities/london.md#m-open-data`); `render/links` turns them into links
relative to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros import wording
from macros.model.kinds import BY_NAME, FILED, kind_of
from macros.model.kinds import ref as record
from macros.model.statement import Stated
from macros.views.reading import Reading
from macros.wording import HTML_LANG

CITIES_A_PAGE = 30
COMPARED_A_PAGE = 5
"""Cities in one comparison table, as many as fit beside each other; scripts bring columns of the other pages."""
SOURCES_A_PAGE = 100
MOST_LINKS = 12
"""Of one kind in one place; beyond, the page says how many more there are."""


class Link(NamedTuple):
    """A link to a record."""

    title: str
    href: str
    lang: str = ""
    """Language of the title as a tag for HTML, where it is not that of the page."""


@dataclass(frozen=True)
class LinkGroup:
    """Links of one kind under a heading."""

    title: str
    links: tuple[Link, ...]
    more: int
    """How many are left out, so that a page does not grow with the number of cities."""
    all: str = ""
    """The page that has all of the kind."""


@dataclass(frozen=True)
class Place:
    """Where the records of a kind stand, and where they are found from."""

    href: Callable[[Reading, str], str]
    """Id → source path and anchor."""
    all: str = ""
    """The page that has all of them, where that is not the one on which each stands."""
    is_related: bool = True
    """Whether records stand under "related" of those that they name, and of those that name them."""
    has_page: bool = False
    """Whether each record has a page of its own."""
    is_searched: bool = True
    """Whether search has an entry for each."""
    is_beside: bool = False
    """Whether records stand beside those that share a page with all of their kind, where there is little room."""


def _at(pattern: str) -> Callable[[Reading, str], str]:
    return lambda _, name: pattern.format(name)


def _on_step(kind: str, anchor: str) -> Callable[[Reading, str], str]:
    """Return the place of a kind on the page of the step that the registry names."""
    return _at(f"planning/{BY_NAME[kind].step}.md#{anchor}")


def _measure(_: Reading, name: str) -> str:
    city, measure = name.split(".")
    return f"cities/{city}.md#m-{measure}"


def _item(reading: Reading, name: str) -> str:
    kind, owner, item = name.split(".", 2)
    return f"{list_page(reading, kind, owner)}#i-{owner}-{item}"


def _duty(reading: Reading, name: str) -> str:
    return f"duties/{reading.dataset.whole['duty'][name].instrument}.md#{name}"


def _indicator(reading: Reading, name: str) -> str:
    return f"indicators/{reading.dataset.whole['indicator'][name].domains[0]}.md#{name}"


def _source(reading: Reading, name: str) -> str:
    return f"{paged('sources.md', reading.dataset.numbers['source'][name] // SOURCES_A_PAGE + 1)}#{name}"


PLACES = {
    "city": Place(_at("cities/{}.md"), "cities/index.md", has_page=True),
    "measure": Place(_measure, "coverage.md"),
    "lesson": Place(_at("lessons/{}.md"), "lessons/index.md", has_page=True, is_beside=True),
    "implication": Place(_at("implications.md#{}")),
    "path": Place(_at("planning/{}.md"), "planning/index.md", has_page=True),
    "system": Place(_on_step("system", "{}")),
    "domain": Place(_on_step("domain", "{}")),
    "duty": Place(_duty, "duties.md", is_beside=True),
    "indicator": Place(_indicator, "indicators.md", is_beside=True),
    "problem": Place(_at("similar.md#{}"), is_beside=True),
    "role": Place(_at("roles.md#{}")),
    "failure": Place(_at("failures.md#{}")),
    "chapter": Place(_at("outline/{}.md"), "outline.md"),
    "first-days": Place(_at("first-days.md")),
    "stage": Place(_at("first-days.md#{}")),
    "instrument": Place(_at("duties/{}.md"), "duties.md"),
    "phase": Place(_at("planning/schedule.md#{}")),
    "term": Place(_at("glossary.md#{}")),
    "toolkit": Place(_at("toolkits.md#{}")),
    "conflict": Place(_at("evidence.md#c-{}"), is_beside=True),
    "finding": Place(_at("findings.md#finding-{}")),
    "topic": Place(_at("planning/index.md#context-{}")),
    "flow": Place(_on_step("flow", "flow-{}")),
    "schedule": Place(_at("planning/schedule.md")),
    "relations": Place(_on_step("relations", "relations")),
    # Found by its topics.
    "context": Place(_at("planning/index.md#context"), is_searched=False),
    # Cited beside each statement, and listed with what cites it.
    "source": Place(_source, is_related=False),
    # An item is found with its group, and stands in the list of its owner.
    "item": Place(_item, is_related=False, is_searched=False),
    "awaited": Place(_at("awaited.md#awaited-{}"), is_related=False),
    # Heads of rows and columns: found by what stands in them.
    "dimension": Place(_at("compare.md"), is_related=False, is_searched=False),
    "level": Place(_at("assess.md"), is_related=False, is_searched=False),
}
"""Kind → place, in the order under "related". Labels have none: they are everywhere."""


def href(reading: Reading, ref: str) -> str:
    """Return the place of `<kind>/<id>`, of a record that is a file by its bare kind, or of a statement in one."""
    record, mark, _ = ref.partition("#")
    kind, _, name = record.partition("/")
    place = PLACES[kind].href(reading, name)
    return f"{place.partition('#')[0]}#{statement_anchor(ref)}" if mark else place


def statement_anchor(ref: str) -> str:
    """Return the anchor of a statement on the page of its record; a finding is one itself."""
    record, mark, statement = ref.partition("#")
    kind, _, name = record.partition("/")
    if not mark:
        return f"{kind}-{name}"
    # No id has two hyphens: neither `data#layers` and `data-layers` meet on a page, nor `plan.national` and its like.
    owner = "" if PLACES[kind].has_page else f"{name or kind}--"
    return f"s-{owner}{statement.replace('.', '--')}"


def all_of(reading: Reading, ref: str) -> str:
    """Return the page that has all records of a record's kind."""
    return PLACES[kind_of(ref).name].all or href(reading, ref).partition("#")[0]


def list_page(reading: Reading, kind: str, name: str) -> str:
    """Return the page on which the checklist of a guide stands: that of its step, otherwise its own."""
    step = name if kind == "path" else BY_NAME[kind].step
    return f"checklists/{step}.md" if step else href(reading, f"{kind}/{name}").partition("#")[0]


def records_of_pages(reading: Reading) -> dict[str, str]:
    """Return source path → `<kind>/<id>`, or bare kind, of the record that a page is, for all pages that are one."""
    kinds = [kind for kind in FILED if kind.name in PLACES and PLACES[kind.name].is_searched]
    named = (record(kind.name, name) for kind in kinds for name in reading.dataset[kind.name])
    return {place: one for one in named if "#" not in (place := href(reading, one))}


def title(reading: Reading, ref: str) -> str:
    """Return the name of a record, also of one that the selection leaves out."""
    kind = kind_of(ref)
    held = getattr(reading.dataset.whole.record(ref), kind.title)
    own = str(held if isinstance(held, str) else held[reading.language])
    if kind.inside and kind.inside.is_prefixed:
        return title(reading, kind.inside.owner(ref.partition("/")[2])) + reading.labels["colon"] + own
    return own


def link(reading: Reading, ref: str) -> Link:
    """Return title and place of a record."""
    return Link(title(reading, ref), href(reading, ref), _lang(reading, ref))


def _lang(reading: Reading, ref: str) -> str:
    """Return the language of a record's name: its own where it says so, as a source does."""
    language = getattr(reading.dataset.whole.record(ref), "language", reading.language)
    return "" if language == reading.language else HTML_LANG.get(language, language)


def links(reading: Reading, kind: str, names: Iterable[str]) -> tuple[Link, ...]:
    """Return links to records of one kind."""
    return tuple(link(reading, f"{kind}/{name}") for name in names)


def paged(page: str, number: int) -> str:
    """Return the source file of a list or its continuation: compare.md, compare/2.md; cities/index.md, cities/2.md."""
    return page if number == 1 else f"{page.removesuffix('.md').removesuffix('/index')}/{number}.md"


def data_file(reading: Reading, ref: str) -> str:
    """Return the path of the YAML file behind a record, relative to the project."""
    return reading.dataset.locations[ref].document.path


@dataclass(frozen=True)
class RecordFile:
    """The file behind a record, for those who edit it or doubt it."""

    path: str
    """Relative to the project."""
    checked: str = ""
    """When the sources of the record's statements were last read, worded."""
    due: int | None = None
    """How much is still to be written, in a stub."""


def record_file(reading: Reading, ref: str) -> RecordFile:
    """Return the file behind a record with statements."""
    held: Stated = reading.dataset.record(ref)
    checked = wording.date(reading.language, held.checked) if held.checked else ""
    draft = reading.dataset.whole.drafts.get(ref)
    return RecordFile(data_file(reading, ref), checked, len(draft.due) if draft else None)


def data_files(reading: Reading, kind: str, names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the paths of the files that hold some records of a kind, or all, relative to the project."""
    held = [data_file(reading, f"{kind}/{name}") for name in names or reading.dataset[kind]]
    return tuple(dict.fromkeys(held)) or (f"data/{BY_NAME[kind].place}",)
