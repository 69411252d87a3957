"""Every page of every output says what it may ask for, and that is nothing of another host."""

from __future__ import annotations

import re

import pytest

from tests.support.built import FORMER, Site
from tests.support.html import Page
from tests.support.some import some

FIXED = {
    "default-src": ["'none'"], "style-src": ["'self'"], "img-src": ["'self'", "data:"], "frame-src": ["'self'"],
    "base-uri": ["'none'"], "form-action": ["'none'"],
}  # fmt: skip
ON_A_SERVER = {"connect-src": ["'self'"], "worker-src": ["'self'"]}


@pytest.fixture(params=["online", "offline", "larger", "whole", "led"])
def output(request: pytest.FixtureRequest) -> Site:
    """Return each kind of output that has pages: on a server, from disk, a bundle; one has a redirect."""
    site: Site = request.getfixturevalue(request.param)
    return site


def stated(page: Page) -> dict[str, list[str]]:
    """Return the directives that stand directly after the charset of a page; nothing where none do."""
    head = [one for one in page.root.one("head") if one.tag != "title"]
    if len(head) < 2 or head[0]["charset"] != "utf-8" or head[1]["http-equiv"] != "Content-Security-Policy":
        return {}
    return {name: sources for name, *sources in map(str.split, head[1]["content"].split(";"))}


def test_every_page_has_the_policy_of_its_output(output: Site) -> None:
    fixed = FIXED | (ON_A_SERVER if output.directory_urls else {})
    for path, page in some(output.pages.items(), 20):
        held = stated(page)
        scripts = held.pop("script-src", [])
        assert held == fixed, path
        assert scripts == ["'self'"], path
        assert [one for one in page.root.all("script") if "src" not in one and not one["type"]] == [], path


def test_the_pages_that_no_reader_looks_for_have_one_too(larger: Site, whole: Site) -> None:
    assert {"404.html", "index.html", larger.path("en", f"cities/{FORMER}/")} <= set(larger.pages)
    assert "START-HERE.html" in whole.pages
    store = Page("shared.xhtml", whole.text("assets/shared.xhtml"))
    assert stated(store) == {"default-src": ["'none'"], "script-src": ["'self'"], "base-uri": ["'none'"]}


def test_no_page_has_what_its_policy_would_stop(output: Site) -> None:
    """Neither styles in the markup nor the component of the theme that asks GitHub and GitLab."""
    for path, page in some(output.pages.items(), 20):
        elements = some(page.elements, 5)
        assert [one for one in elements if one.tag == "style" or "style" in one] == [], path
        assert [one for one in elements if one["data-md-component"] == "source"] == [], path
        assert not re.search(r"""(?:src|action)=["']?(?:https?:)?//""", page.source), path


def test_pages_name_the_repository_they_were_given(output: Site) -> None:
    naming = [page for page in output.pages.values() if f'href="{output.repository}"' in page.source]
    assert bool(naming) == bool(output.repository)
