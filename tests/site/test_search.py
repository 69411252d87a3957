"""The search indexes of the built site."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import index
from tests.support.built import LANGUAGES, PAGES, Site, twice
from tests.support.html import Element
from tests.support.some import some


def _docs(site: Site, language: str) -> list[dict[str, Any]]:
    """Return the entries of the index, a script."""
    return index.entries(site.text(f"{language}/search/entries.js"))


def test_every_language_has_an_index_and_the_root_has_none(site: Site) -> None:
    found = {path for path in site.files if "/search/" in f"/{path}"}
    names = ["entries.js", *(["pages.js"] if site.directory_urls else [])]
    assert found == {f"{language}/search/{name}" for language in LANGUAGES for name in names}


def test_the_page_for_wrong_addresses_knows_every_page(online: Site) -> None:
    for language in LANGUAGES:
        held = json.loads(online.text(f"{language}/search/pages.js").removeprefix("var __pages = "))
        pages = {page.path for page in online.language_pages.values() if page.language == language}
        assert {online.file_at(f"{language}/{location}") for location, _ in some(held, PAGES // 2)} == pages
        assert len(held) == len(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_index_leads_somewhere(site: Site, language: str) -> None:
    for entry in some(_docs(site, language), 200):
        path, _, anchor = entry["location"].partition("#")
        file = site.file_at(f"{language}/{path}")
        assert file in site.files, entry["location"]
        assert not anchor or anchor in site.pages[file].anchors, entry["location"]
        assert entry["title"], entry["location"]


def test_both_indexes_name_the_same_places_once(site: Site) -> None:
    zh, en = (some(entry["location"] for entry in _docs(site, language)) for language in LANGUAGES)
    assert zh == en
    assert twice(zh) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_holds_every_page_under_its_title_in_that_language(site: Site, language: str) -> None:
    docs = _docs(site, language)
    titles = {entry["location"]: entry["title"] for entry in docs if "#" not in entry["location"]}
    pages = some((page for page in site.language_pages.values() if page.language == language), PAGES // 2)
    assert {site.file_at(f"{language}/{location}") for location in titles} == {page.path for page in pages}
    for location, title in some(titles.items()):
        page = site.pages[site.file_at(f"{language}/{location}")]
        assert title in page.root.text, location


def test_every_record_is_found_by_search(site: Site) -> None:
    for language in LANGUAGES:
        places = {entry["location"] for entry in _docs(site, language)}
        pages = [page for page in site.language_pages.values() if page.language == language]
        marked = [(page.path, one) for page in pages for one in page.elements if "data-entity" in one]
        held = {(path, one["data-entity"], _anchor(one)) for path, one in some(marked, 100)}
        address = (lambda path: path.removesuffix("index.html")) if site.directory_urls else str
        missing = {
            name
            for path, name, anchor in some(held)
            if not {address(path[3:]), f"{address(path[3:])}#{anchor}"} & places
            or (anchor != "top" and f"{address(path[3:])}#{anchor}" not in places)
        }
        assert missing == set()


def _anchor(element: Element) -> str:
    return element["id"] or next(one["id"] for one in element if one["id"])


def test_the_index_is_not_escaped(shipped: Site) -> None:
    assert "\\u4e" not in shipped.text("zh/search/entries.js")
