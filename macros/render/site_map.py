"""The map of the site, a row for each page or family of pages; pages, navigation and redirects follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from macros.views.cities import page_count
from macros.views.comparison import compared_pages
from macros.views.indicators import with_indicators
from macros.views.reading import Reading
from macros.views.reference import source_pages
from macros.wording import word


@dataclass(frozen=True)
class Row:
    """A page, a page for each record of a kind, or a list that continues on further pages."""

    path: str
    """Source path below the language's folder, `{}` for the id of a record."""
    title: str = ""
    """A label, in which `{title}` stands for the record's; "" for the record's own title."""
    lead: str = ""
    """A label for the description; "" for the record's own lead."""
    macro: str = ""
    """What makes the page; "" for one that is written by hand."""
    data_file: str = ""
    """What is edited to change the page, relative to the project; "" for the file of the record."""
    kind: str = ""
    """Whose records have a page each; of a kind that is one record, the page is that record's."""
    names: Callable[[Reading], Iterable[str]] | None = None
    """Which of them, whatever a selection has; all that it has where this is not given."""
    pages: Callable[[Reading], int] | None = None
    """How many pages a list takes."""
    listed_as: str | None = None
    """Its title in the navigation, where that is another."""
    is_listed: bool = True
    """Whether the navigation names it; otherwise it belongs to the first page of its tab."""
    is_wide: bool = False
    """Whether its tables take the room of both sidebars."""
    is_for_facilitator: bool = False
    """Whether only editions for who leads a workshop have it."""
    is_for_editors: bool = False
    """Whether readers need nothing of it: the single file leaves it out, and search puts it last."""
    is_for_whole: bool = False
    """Whether only a site has it, and no edition that a bundle is made of."""
    headline: str = ""
    """A label that says what the page answers, for results of search engines and tabs of browsers; "" for its title."""


@dataclass(frozen=True)
class Tab:
    """A section of the navigation; its first row is the page that it leads to."""

    title: str
    """A label."""
    rows: tuple[Row, ...]


SITE_MAP = (
    Tab(word("home"), (Row("index.md", word("site-name")),)),
    Tab(
        word("cities"),
        (
            Row("cities/index.md", word("cities"), word("cities-lead"), "cities", "data/cities", pages=page_count),
            Row("similar.md", word("similar"), word("similar-lead"), "similar", "data/problems.yml"),
            Row("cities/{}.md", headline=word("headline-city"), macro="city", kind="city"),
        ),
    ),
    Tab(
        word("compare"),
        (
            Row(
                "compare.md", word("compare"), word("compare-lead"), "compare", "data/cities",
                pages=compared_pages, is_wide=True,
            ),
            Row(
                "coverage.md", word("coverage"), word("coverage-lead"), "coverage", "data/cities",
                pages=page_count, is_wide=True,
            ),
        ),
    ),
    Tab(
        word("lessons"),
        (
            Row("lessons/index.md", word("lessons"), word("lessons-lead"), "lessons", "data/lessons"),
            Row("lessons/{}.md", headline=word("headline-lesson"), macro="lesson", kind="lesson"),
            Row(
                "implications.md", word("implications"), word("implications-lead"), "implications",
                "data/implications",
            ),
        ),
    ),
    Tab(
        word("planning"),
        (
            Row("planning/index.md", word("planning"), word("planning-lead"), "planning", "data/paths"),
            Row("planning/{}.md", headline=word("headline-step"), macro="step", kind="path"),
            Row("planning/schedule.md", macro="schedule", kind="schedule"),
            Row("first-days.md", word("first-days"), word("first-days-lead"), "first_days", "data/first-days.yml"),
            Row("roles.md", word("roles"), word("roles-lead"), "roles", "data/roles.yml"),
            Row("failures.md", word("failures"), word("failures-lead"), "failures", "data/failures.yml"),
            Row("duties.md", word("duties"), word("duties-lead"), "legal_duties", "data/duties.yml"),
            Row("duties/{}.md", lead=word("duties-lead"), macro="instrument", kind="instrument", is_listed=False),
            Row(
                "indicators.md", word("indicators"), word("indicators-lead"), "all_indicators",
                "data/indicators.yml", is_wide=True,
            ),
            Row(
                "indicators/{}.md", word("indicators-of"), word("indicators-lead"), "indicators_of",
                kind="domain", names=with_indicators, is_listed=False,
            ),
            Row("outline.md", word("outline"), word("outline-lead"), "outline", "data/outline.yml"),
            Row("outline/{}.md", word("chapter-title"), macro="chapter", kind="chapter", is_listed=False),
        ),
    ),
    Tab(
        word("checklists"),
        (
            Row("checklists/index.md", word("checklists"), word("way-workshop-text"), "checklists", "data/paths"),
            Row("checklists/{}.md", word("checklist-title"), macro="checklist", kind="path", listed_as=""),
        ),
    ),
    Tab(
        word("workshop"),
        (
            Row("workshop.md", word("workshop")),
            Row("assess.md", word("assess"), word("assess-lead"), "assess", "data/levels.yml", is_wide=True),
            Row("merge.md", word("merge"), word("merge-lead"), "merge", "data/labels.yml", is_wide=True),
            Row(
                "facilitator/{}.md", word("facilitator-title"), word("facilitator-lead"), "agenda",
                kind="path", is_for_facilitator=True,
            ),
            Row(
                "facilitator/{}/hand-out.md", word("handout-title"), word("handout-lead"), "handout",
                kind="path", is_for_facilitator=True, is_listed=False,
            ),
            Row(
                "facilitator/{}/projector.md", word("projector-title"), word("projector-lead"), "projector",
                kind="path", is_for_facilitator=True, is_listed=False,
            ),
        ),
    ),
    Tab(
        word("reference"),
        (
            Row("glossary.md", word("glossary"), word("glossary-about"), "glossary", "data/glossary.yml"),
            Row("sources.md", word("sources"), word("sources-lead"), "sources", "data/sources", pages=source_pages),
            Row("evidence.md", word("evidence-page"), word("evidence-about"), "evidence", "data/conflicts.yml"),
            Row("findings.md", word("findings"), word("findings-text"), "findings", "data/findings.yml"),
            Row("awaited.md", word("kind-awaited"), word("awaited-text"), "awaited", "data/awaited.yml"),
            Row("changes.md", word("changes"), word("changes-about"), "changes", "data/history.yml"),
            Row("data.md", word("tables"), word("tables-lead"), "tables", "data"),
            Row("dossier.md", word("dossier"), word("dossier-lead"), "dossier", "data/labels.yml"),
            Row("toolkits.md", word("toolkits"), word("toolkits-lead"), "toolkits", "data/toolkits.yml"),
            Row("about.md", word("about")),
            Row("contribute.md", word("contribute"), is_for_editors=True),
            Row(
                "contribute/rules.md", word("rules-page"), word("rules-page-lead"), "rules", "macros/rulebook",
                is_listed=False, is_for_editors=True, is_for_whole=True,
            ),
            Row(
                "edit.md", word("form"), word("form-lead"), "form", "data",
                is_wide=True, is_for_editors=True, is_for_whole=True,
            ),
        ),
    ),
)  # fmt: skip
"""In the order of the navigation."""

FOR_EDITORS = frozenset(row.path for tab in SITE_MAP for row in tab.rows if row.is_for_editors)
FOR_WHOLE = frozenset(row.path for tab in SITE_MAP for row in tab.rows if row.is_for_whole)
"""What no bundle has, whatever it selects."""
KIND_OF_MACRO = {row.macro: row.kind for tab in SITE_MAP for row in tab.rows if "{}" in row.path}
"""Macro → kind of the record whose id it is given."""
