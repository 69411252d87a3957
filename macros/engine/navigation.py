"""The navigation of each language as MkDocs keeps it, made from `macros.render.site_map`."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.nav import Navigation, Section

from macros.load.dataset import Dataset
from macros.render.pages import NavItem, escape_title, every_page, navigation
from macros.views.reading import Reading


def configured(dataset: Dataset) -> list[Any]:
    """Return what stands under `nav` in the configuration: one section a language."""
    return [{language: _configured(navigation(Reading(dataset, language)), language)} for language in dataset.languages]


def split(nav: Any) -> dict[str, Navigation]:
    """Make the section of each language a navigation of its own."""
    navs = {}
    for section in list(nav.items):
        held = [page for page in nav.pages if page.file.src_uri.startswith(f"{section.title}/")]
        for item in section.children:
            item.parent = None
        for page in held:  # Firefox loads what a page names as the next one, before anybody asks for it
            page.previous_page = page.next_page = None
        navs[section.title] = Navigation(section.children, held)
        navs[section.title].homepage = held[0]
    return navs


def adopt(files: Any, dataset: Dataset) -> None:
    """Give pages that the navigation does not name the parent of their tab's first page."""
    for language in dataset.languages:
        for page in every_page(Reading(dataset, language)):
            index = files.get_file_from_path(f"{language}/{page.index}")
            file = files.get_file_from_path(f"{language}/{page.path}")
            if index and file and file.page.parent is None and isinstance(index.page.parent, Section):
                file.page.parent = index.page.parent


def _configured(entries: tuple[NavItem, ...], language: str) -> list[Any]:
    return [
        {
            escape_title(entry.title): _configured(entry.children, language)
            if entry.children
            else f"{language}/{entry.page}"
        }
        for entry in entries
    ]
