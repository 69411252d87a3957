"""The navigation of each language as MkDocs keeps it, made from `macros.render.navigation`."""

from __future__ import annotations

from typing import Any

from mkdocs.structure.nav import Navigation, Section

from macros.load.dataset import Dataset
from macros.render.navigation import Entry, navigation, parent_of
from macros.render.site_map import escape_title


def configured(dataset: Dataset) -> list[Any]:
    """Return what stands under `nav` in the configuration: one section a language."""
    return [{language: _configured(navigation(dataset, language), language)} for language in dataset.languages]


def split(nav: Any) -> dict[str, Navigation]:
    """Make the section of each language a navigation of its own."""
    navs = {}
    for section in list(nav.items):
        held = [page for page in nav.pages if page.file.src_uri.startswith(f"{section.title}/")]
        for item in section.children:
            item.parent = None
        held[0].previous_page = held[-1].next_page = None
        navs[section.title] = Navigation(section.children, held)
        navs[section.title].homepage = held[0]
    return navs


def adopt(files: Any, navs: dict[str, Navigation]) -> None:
    """Give pages outside the navigation the parent of their folder's index."""
    for file in files.documentation_pages():
        language, _, path = file.src_uri.partition("/")
        if file.page.parent is None and language in navs:
            index = files.get_file_from_path(f"{language}/{parent_of(path)}")
            if index and isinstance(index.page.parent, Section):
                file.page.parent = index.page.parent


def _configured(entries: tuple[Entry, ...], language: str) -> list[Any]:
    return [
        {
            escape_title(entry.title): _configured(entry.children, language)
            if entry.children
            else f"{language}/{entry.page}"
        }
        for entry in entries
    ]
