"""Links between pages of a language, inside blocks of HTML."""

from __future__ import annotations

import functools
import re

import pytest

from macros.load.dataset import Dataset
from macros.render import links
from macros.render.pages import every_page, pages
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some

EDIT = '<p class="hb-edit"><a href="edit:data/cities/a.yml" rel="edit">Edit</a></p>\n'


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("index.md", "cities/london.md", "cities/london/"),
        ("index.md", "index.md", "./"),
        ("cities/index.md", "cities/london.md", "london/"),
        ("cities/london.md", "cities/index.md", "../"),
        ("cities/london.md", "cities/london.md", "./"),
        ("cities/london.md", "cities/paris.md", "../paris/"),
        ("cities/london.md", "compare.md", "../../compare/"),
        ("compare/2.md", "index.md", "../../"),
    ],
)
def test_relative(page: str, target: str, url: str) -> None:
    """Every page has a folder of its own, and links are relative to it."""
    assert links.relative(page, target) == url


def test_resolve() -> None:
    """Links of our own are resolved with their anchors; others are left alone."""
    html = '<a href="compare.md">a</a><a href="cities/x.md#m-y">b</a><a href="https://example.org/x.md">c</a>'
    url = functools.partial(links.relative, "cities/x.md")

    assert links.resolve(html, url, None) == (
        '<a href="../../compare/">a</a><a href="./#m-y">b</a><a href="https://example.org/x.md">c</a>'
    )


def test_edit_links() -> None:
    """Without a repository there is nothing to edit, and no link to it."""
    assert links.resolve(f"a{EDIT}b", str, None) == "ab"
    assert 'href="https://example.org/edit/main/data/cities/a.yml"' in links.resolve(
        EDIT, str, "https://example.org/edit/main/{}".format
    )


def test_edit_links_to_a_line() -> None:
    """They stand beside others; where an address has an anchor already, the file is all that is named."""
    html = '<p><a href="#a">Link</a> <a href="edit:data/cities/a.yml#L12" rel="edit">Edit</a></p>'

    assert links.resolve(html, str, None) == '<p><a href="#a">Link</a></p>'
    assert '"https://example.org/data/cities/a.yml#L12"' in links.resolve(html, str, "https://example.org/{}".format)
    assert '"https://example.org/#/data/cities/a.yml"' in links.resolve(html, str, "https://example.org/#/{}".format)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_somewhere(dataset: Dataset, language: str) -> None:
    """Each link in a generated page names a page there is, and an anchor on it; no anchor stands twice.

    Anchors of pages written by hand are known when a parser has read them: builds look for those.
    """
    made = {page.path: block(dataset, language, page.row.macro, page.argument) for page in pages(dataset, language)}
    anchors = {path: [*links.anchors(text), *re.findall(r"\{: #([a-z0-9-]+)", text)] for path, text in made.items()}
    by_hand = {page.path for page in every_page(Reading(dataset, language)) if not page.row.macro}
    found = {(path, *target) for path, text in made.items() for target in links.targets(text)}
    wanted = some({one for one in found if one[1] not in by_hand}, 40)

    assert [held for held in anchors.values() if len(held) != len(set(held))] == []
    assert {(path, page) for path, page, _ in wanted if page not in made} == set()
    assert {(path, page, anchor) for path, page, anchor in wanted if anchor and anchor not in anchors[page]} == set()


def test_anchors_are_the_same_in_both_languages(dataset: Dataset) -> None:
    """A link that someone shared stays right when the language is switched."""
    made = {one: some(pages(dataset, one), 20) for one in LANGUAGES}
    texts = [[block(dataset, one, page.row.macro, page.argument) for page in made[one]] for one in LANGUAGES]
    zh, en = (
        [sorted([*links.anchors(text), *re.findall(r"\{: #([a-z0-9-]+)", text)]) for text in held] for held in texts
    )

    assert zh == en


def test_pages_without_a_way_to_them_are_found() -> None:
    """A page is reached over others, in a circle too; one that only leads away is not."""
    leads = {"a": {"b"}, "b": {"c", "a"}, "c": set(), "lost": {"a"}, "island": {"isle"}, "isle": {"island"}}

    assert links.unreached(["a"], leads) == ["island", "isle", "lost"]
    assert links.unreached(["a", "isle"], leads) == ["lost"]


def test_finished_links_lead_to_pages() -> None:
    """Relative addresses are followed from the page that they stand on; those of the web are not."""
    html = '<a href="../compare/">a</a><a href="./#x">b</a><a href="https://example.org/en/about/">c</a>'
    pages = {"en/compare/": "en/compare.md", "en/about/": "en/about.md", "en/x/": "en/x.md"}

    assert links.followed(html, "en/x/", pages) == {"en/compare.md", "en/x.md"}
