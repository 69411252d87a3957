"""Language → every generated page: front matter and one macro call."""

from __future__ import annotations

import functools
import html
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.load.dataset import Dataset
from macros.model.label import Label
from macros.model.path import Path as PlanningPath
from macros.model.schedule import Schedule
from macros.render import links as resolver
from macros.render import scripts, templates
from macros.render.macros import BLOCKS
from macros.render.terms import glosses, link_terms
from macros.views.city import page_count
from macros.views.places import data_file, paged
from macros.views.reading import Reading
from macros.views.reference import source_pages
from macros.wording import Labels


@dataclass(frozen=True)
class Page:
    """A generated page."""

    path: str
    """Source path below the language's folder."""
    title: str
    description: str
    macro: str
    argument: str | int | None
    data_file: str
    """The YAML file (or folder) behind it, relative to the project."""
    formerly: tuple[str, ...] = ()
    """Earlier paths, which redirect here."""

    @property
    def call(self) -> str:
        """The macro call that makes the page."""
        return f"{{{{ {self.macro}({'' if self.argument is None else json.dumps(self.argument)}) }}}}"


def pages(dataset: Dataset, language: str) -> tuple[Page, ...]:
    """Return every generated page of a language, the same paths in both."""
    reading = Reading(dataset, language)
    labels = reading.labels
    return (
        *_paged("cities", "cities", labels["cities"], labels["cities-lead"], page_count(reading), "data/cities"),
        *_entities(reading, "city", "cities", "city"),
        *_paged("compare", "compare", labels["compare"], labels["compare-lead"], page_count(reading), "data/cities"),
        *_paged(
            "coverage", "coverage", labels["coverage"], labels["coverage-lead"], page_count(reading), "data/cities"
        ),
        Page("lessons/index.md", labels["lessons"], labels["lessons-lead"], "lessons", None, "data/lessons"),
        *_entities(reading, "lesson", "lessons", "lesson"),
        Page(
            "implications.md",
            labels["implications"],
            labels["implications-lead"],
            "implications",
            None,
            "data/implications",
        ),
        Page("planning/index.md", labels["planning"], labels["planning-lead"], "planning", None, "data/paths"),
        *_entities(reading, "path", "planning", "step"),
        *_schedule(reading),
        Page(
            "checklists/index.md",
            labels["checklists"],
            labels["way-workshop-text"],
            "checklists",
            None,
            "data/paths",
        ),
        *(
            Page(
                f"checklists/{name}.md",
                labels.fill("checklist-title", title=step.title[language]),
                step.lead[language],
                "checklist",
                name,
                data_file(reading, f"path/{name}"),
            )
            for name, step in dataset.of(PlanningPath).items()
        ),
        Page("glossary.md", labels["glossary"], labels["glossary-about"], "glossary", None, "data/glossary.yml"),
        Page("toolkits.md", labels["toolkits"], labels["toolkits-lead"], "toolkits", None, "data/toolkits.yml"),
        Page("evidence.md", labels["evidence-page"], labels["evidence-about"], "evidence", None, "data/conflicts.yml"),
        Page("assess.md", labels["assess"], labels["assess-lead"], "assess", None, "data/levels.yml"),
        Page("merge.md", labels["merge"], labels["merge-lead"], "merge", None, "data/labels.yml"),
        *_facilitator(reading),
        *_paged(
            "sources",
            "sources",
            labels["sources"],
            labels["sources-lead"],
            source_pages(reading),
            "data/sources.yml",
        ),
    )


def left_out(dataset: Dataset, language: str) -> frozenset[str]:
    """Return the source path of every page that the whole handbook has and a selection has not."""
    if dataset.cut_from is None:
        return frozenset()
    return frozenset(page.path for page in pages(dataset.whole, language)) - {
        page.path for page in pages(dataset, language)
    }


def loads(macros: Collection[str], language: str, *, disk: bool) -> dict[str, list[str]]:
    """Return as front matter the scripts and styles that a page with these macros needs besides those of every page."""
    own = scripts.of_page(macros, disk=disk)
    named = {"scripts": scripts.addresses(own, language), "styles": scripts.styles(own)}
    return {kind: names for kind, names in named.items() if names}


def front_matter(page: Page, **more: object) -> str:
    """Return a page's YAML front matter. The theme shows titles unescaped, so they are escaped here."""
    values = {"title": escape_title(page.title), "description": escape_title(page.description), **more}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def escape_title(text: str) -> str:
    """Escape text that the theme and the macros plugin would otherwise read as HTML or Jinja."""
    return re.sub("[{}%]", lambda found: f"&#{ord(found[0])};", html.escape(text))


def written(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield path and text of every generated page, macros evaluated and links resolved, for another engine."""
    for language in dataset.languages:
        terms = glosses(dataset, language)
        gone = left_out(dataset, language)
        mark = templates.left_out(Labels(dataset.of(Label), language))
        for page in pages(dataset, language):
            arguments = () if page.argument is None else (page.argument,)
            body = BLOCKS[page.macro](Reading(dataset, language), *arguments)
            body = body if page.macro == "glossary" else link_terms(body, terms)
            body = resolver.cut(body, gone, mark)
            body = resolver.resolve(body, functools.partial(resolver.directory_url, page.path), edit_base=None)
            yield f"{language}/{page.path}", front_matter(page, render_macros=False) + body + "\n"


def _entities(reading: Reading, kind: str, folder: str, macro: str) -> Iterator[Page]:
    for name, record in reading.dataset[kind].items():
        title = (record.name if kind == "city" else record.title)[reading.language]
        earlier = tuple(f"{folder}/{old}.md" for old in record.formerly)
        yield Page(
            f"{folder}/{name}.md",
            title,
            record.lead[reading.language],
            macro,
            name,
            data_file(reading, f"{kind}/{name}"),
            earlier,
        )


def _paged(page: str, macro: str, title: str, lead: str, count: int, source: str) -> Iterator[Page]:
    for number in range(1, count + 1):
        yield Page(paged(page, number), title, lead, macro, None if number == 1 else number, source)


def _schedule(reading: Reading) -> Iterator[Page]:
    if held := reading.dataset.one(Schedule):
        title, lead = held.title[reading.language], held.lead[reading.language]
        yield Page("planning/schedule.md", title, lead, "schedule", None, data_file(reading, "schedule"))


def _facilitator(reading: Reading) -> Iterator[Page]:
    """Yield agenda, hand-out and projector view of each step, where the edition has them."""
    labels = reading.labels
    for name, step in reading.dataset.of(PlanningPath).items() if reading.dataset.facilitator else ():
        file = data_file(reading, f"path/{name}")
        for macro, path, title, lead in (
            ("agenda", name, labels["facilitator-title"], labels["facilitator-lead"]),
            ("handout", f"{name}/hand-out", labels["handout-title"], labels["handout-lead"]),
            ("projector", f"{name}/projector", labels["projector-title"], labels["projector-lead"]),
        ):
            worded = title.format(title=step.title[reading.language])
            yield Page(f"facilitator/{path}.md", worded, lead, macro, name, file)
