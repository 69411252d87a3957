"""Permanent links of the built site: to every record, and nowhere else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from macros.render import policy
from tests.support import index
from tests.support.built import LANGUAGES, PAGES, Site
from tests.support.html import Page
from tests.support.some import some

_GO = re.compile("(zh|en)/go/([^/]+)/index.html")


@pytest.fixture(params=["online", "large"])
def published(request: pytest.FixtureRequest) -> Site:
    """Return each site that is meant for a server."""
    built: Site = request.getfixturevalue(request.param)
    return built


def _links(site: Site, language: str) -> dict[str, str]:
    """Return the file of each permanent link of a language by what it names."""
    held = (found for path in site.files if (found := _GO.fullmatch(path)) and found[1] == language)
    return {found[2]: found[0] for found in held}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_of_a_page_has_a_link_that_leads_there(published: Site, language: str) -> None:
    links = _links(published, language)
    pages = [page for page in published.language_pages.values() if page.language == language]
    held = [(page, one) for page in some(pages, PAGES // 2) for one in page.elements if "data-entity" in one]
    for page, one in some(held, 200):
        name = one["data-entity"].replace("/", ".", 1)
        link = Page(links[name], published.text(links[name]))
        (address,) = (other["href"] for other in link.elements if other.tag == "a")
        path, anchor = link.target(address)
        assert published.file_at(path) == page.path, name
        assert not anchor or anchor in [one["id"], *(inside["id"] for inside in one)], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(published: Site, language: str) -> None:
    """Those of records that no page marks too, such as sources, and those of earlier ids."""
    links = _links(published, language)
    for path in some(links.values(), 500):
        text = published.text(path)
        (address,) = set(re.findall(r'href="([^"]+)"', text))
        target, anchor = Page(path, "").target(address)
        file = published.file_at(target)
        assert file in published.pages, path
        assert not anchor or anchor in published.pages[file].anchors, path
        assert f'lang="{LANGUAGES[language]}"' in text
    assert {"source", "item", "measure", "term"} < {name.partition(".")[0] for name in links}


def test_a_link_loads_nothing_and_has_its_policy(published: Site) -> None:
    for language in LANGUAGES:
        path = next(iter(some(_links(published, language).values())))
        assert policy.is_guarded(published.text(path))
        page = Page(path, published.text(path))
        assert [page.target(one["src"])[0] for one in page.elements if one.tag == "script"] == [
            "assets/javascripts/theme/redirect.js"
        ]


def test_no_list_of_pages_has_them(published: Site) -> None:
    """Neither the sitemap, nor search, nor the navigation."""
    assert "/go/" not in published.text("sitemap.xml")
    found = [one for language in LANGUAGES for one in index.entries(published.text(f"{language}/search/entries.js"))]
    assert [one for one in some(found) if one["location"].startswith("go/")] == []
    for page in some(published.language_pages.values(), PAGES):
        listed = [one["href"] for nav in page.root.all("nav") for one in nav.all("a")]
        assert [address for address in some(listed) if "/go/" in urlsplit(address).path] == []


def test_what_is_opened_from_a_folder_has_none(offline: Site, whole: Site) -> None:
    for site in (offline, whole):
        assert [path for path in some(site.files) if "/go/" in f"/{path}"] == []


def test_the_page_of_a_record_offers_its_link(online: Site, offline: Site) -> None:
    for language in LANGUAGES:
        page = online.page(language, f"cities/{next(iter(online.data.records['city']))}/")
        (link,) = (one for one in page.elements if one["rel"] == "bookmark")
        assert online.file_at(page.target(link["href"])[0]) in _links(online, language).values()
        assert [one for one in online.page(language, "glossary/").elements if one["rel"] == "bookmark"] == []
    assert [page.path for page in some(offline.pages.values(), PAGES) if 'rel="bookmark"' in page.source] == []
