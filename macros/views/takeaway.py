"""What readers take away: which tables there are, which a page offers, and how the page is cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros import wording
from macros.model.kinds import FILED
from macros.model.path import Path as PlanningPath
from macros.output import FORMATS
from macros.views import citing
from macros.views.places import title
from macros.views.reading import Reading
from macros.wording import word

FOLDER = "data"
"""Where the tables lie below a language's folder, beside the page that lists them; the data set lies at the root."""
WHOLE = "handbook"
"""Name of the file with all of the data set."""
KINDS_OF_DATA = tuple(kind for kind in FILED if kind.title)
"""Those of the data set: what readers never meet by name, such as words of the interface, is the site's own."""
_NAMES = {"csv": "CSV", "xlsx": "Excel", "docx": "Word", "json": "JSON"}
_DATA, _SHEET = ("csv", "json"), ("csv", "xlsx", "json")
"""What is too long for a spreadsheet to be looked through, and what is too wide for paper."""


@dataclass(frozen=True)
class Offer:
    """A table, or one for each planning step."""

    id: str
    """Name of its files, `{}` for the id of a step."""
    title: str
    """A label, in which `{title}` stands for that of the step."""
    about: str
    """A label: what a row is."""
    macros: tuple[str, ...]
    """Those whose pages offer it."""
    formats: tuple[str, ...] = FORMATS
    """Those that a site has; the command writes any."""

    @property
    def is_of_steps(self) -> bool:
        """Whether each planning step has one, which its page alone offers."""
        return "{}" in self.id


OFFERS = (
    Offer("compare", word("compare"), word("table-compare"), ("compare", "city", "cities", "similar")),
    Offer("answers", word("table-answers-title"), word("table-answers"), ("compare", "cities", "similar"), _SHEET),
    Offer(
        "measures", word("kind-measure"), word("table-measures"),
        ("city", "cities", "coverage", "lesson", "lessons"), _SHEET,
    ),
    Offer("coverage-lessons", word("coverage-lessons"), word("table-coverage"), ("coverage", "lessons"), _SHEET),
    Offer("coverage-domains", word("coverage-domains"), word("table-coverage"), ("coverage",), _SHEET),
    Offer("coverage-systems", word("coverage-systems"), word("table-coverage"), ("coverage",), _SHEET),
    Offer("coverage-problems", word("coverage-problems"), word("table-coverage"), ("coverage", "similar"), _SHEET),
    Offer(
        "statements", word("table-statements-title"), word("table-statements"),
        ("city", "lesson", "step", "implications", "planning", "evidence"), _DATA,
    ),
    Offer("checklists", word("checklists"), word("table-checklists"), ("checklists", "lesson", "implications")),
    Offer("checklist-{}", word("checklist-title"), word("table-checklists"), ("checklist",)),
    Offer("duties", word("duties"), word("table-duties"), ("legal_duties", "instrument")),
    Offer("indicators", word("indicators"), word("table-indicators"), ("all_indicators", "indicators_of")),
    Offer("findings", word("findings"), word("table-findings"), ("findings",)),
    Offer("glossary", word("glossary"), word("table-glossary"), ("glossary",)),
    Offer("sources", word("sources"), word("table-sources"), ("sources",), _DATA),
    Offer("evidence", word("evidence-page"), word("table-evidence"), ("evidence",), _SHEET),
)  # fmt: skip
"""Every table, in the order of the page that lists them."""


@dataclass(frozen=True)
class FileView:
    """A file to take away."""

    address: str
    """From the root of the site."""
    format: str


@dataclass(frozen=True)
class TableView:
    """A table to take away."""

    id: str
    title: str
    about: str
    files: tuple[FileView, ...]
    """Empty where files do not lie beside the pages."""


@dataclass(frozen=True)
class ReuseView:
    """How the handbook may be reused."""

    text: str
    address: str


@dataclass(frozen=True)
class TakeAway:
    """What stands at the end of a page."""

    tables: tuple[TableView, ...]
    list_page: str
    """The page that lists all tables; "" on that page."""
    dossier_page: str
    """The reader's dossier; "" on its own page."""
    entry: citing.Entry
    text: str
    gbt: str
    bibtex: str
    ris: str
    pattern: str
    """The text with `{title}` in the place of the title, for what a script cites."""
    is_cited_by_script: bool
    """Whether a script cites more: single statements, or what is chosen on the page."""
    is_selected: bool
    """Whether what the reader has chosen stands in the page's address."""
    reuse: ReuseView
    language: str


@dataclass(frozen=True)
class Tables:
    """The page that lists all tables."""

    tables: tuple[TableView, ...]
    data: tuple[FileView, ...]
    """The whole data set and its parts, in both languages; empty where they do not lie beside the pages."""
    reuse: ReuseView
    language: str


def names(reading: Reading, offer: Offer) -> tuple[str, ...]:
    """Return the records for which a table is made, one "" where it is one table."""
    return tuple(reading.dataset.of(PlanningPath)) if offer.is_of_steps else ("",)


def table_title(reading: Reading, offer: Offer, name: str = "") -> str:
    """Return the title of a table, of the step `name` where there is one for each."""
    if offer.is_of_steps:
        return reading.labels.fill(offer.title, title=title(reading, f"path/{name}"))
    return reading.labels[offer.title]


def every_table(reading: Reading) -> Iterator[TableView]:
    """Yield every table."""
    for offer in OFFERS:
        yield from (_table(reading, offer, name) for name in names(reading, offer))


def tables(reading: Reading) -> Tables:
    """Return the page that lists all tables."""
    has_data = "json" in reading.dataset.imprint.formats
    files = tuple(FileView(f"{FOLDER}/{name}", name) for name in data_files()) if has_data else ()
    return Tables(tuple(every_table(reading)), files, reuse(reading), reading.language)


def data_files() -> tuple[str, ...]:
    """Return the names of the files of the data set and of their schemas, that of everything first."""
    stems = (WHOLE, *(kind.name for kind in KINDS_OF_DATA))
    return tuple(f"{stem}{ending}" for stem in stems for ending in (".json", ".schema.json"))


def take_away(reading: Reading, macro: str, argument: object, name: str, path: str, address: str) -> TakeAway:
    """Return what stands at the end of a page: its macro with the argument, title, source path and whole address."""
    offered = [one for one in OFFERS if macro in one.macros]
    step = str(argument) if argument else ""
    entry = citing.page_entry(reading, name, path, address)
    return TakeAway(
        tables=tuple(_table(reading, one, step if one.is_of_steps else "") for one in offered),
        list_page="" if macro == "tables" else "data.md",
        dossier_page="" if macro == "dossier" else "dossier.md",
        entry=entry,
        text=_text(reading, entry),
        gbt=citing.gbt(entry),
        bibtex=citing.bibtex(entry),
        ris=citing.ris(entry),
        pattern=_text(reading, replace(entry, title="{title}", address="")),
        is_cited_by_script=macro in CITED,
        is_selected=macro == "compare",
        reuse=reuse(reading),
        language=reading.language,
    )


CITED = (
    "compare", "chapter", "city", "evidence", "failures", "findings", "first_days", "implications", "indicators_of",
    "instrument", "lesson", "planning", "roles", "schedule", "step",
)  # fmt: skip
"""Macros whose pages a script cites in part."""


def reuse(reading: Reading) -> ReuseView:
    """Return how the handbook may be reused; while the owner has said nothing, that it takes the owner's leave."""
    held = reading.dataset.imprint.reuse
    if held is None:
        return ReuseView(reading.labels["reuse-unset"], "")
    return ReuseView(reading.labels.fill("reuse-set", terms=held.name), held.address)


def _text(reading: Reading, entry: citing.Entry) -> str:
    date = wording.date(reading.language, entry.date)
    version = reading.labels.fill("take-version", version=reading.dataset.imprint.version)
    held = reading.labels.fill("take-text", title=entry.title, version=version, date=date)
    return f"{held} {entry.address}".strip()


def _table(reading: Reading, offer: Offer, name: str) -> TableView:
    key = offer.id.format(name)
    formats = [one for one in offer.formats if one in reading.dataset.imprint.formats]
    folder = f"{reading.language}/{FOLDER}"
    return TableView(
        key,
        table_title(reading, offer, name),
        reading.labels[offer.about],
        tuple(FileView(f"{folder}/{key}.{one}", _NAMES[one]) for one in formats),
    )
