"""A bundle as a folder: what is in it, and that it is whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.support import index
from tests.support.built import Site
from tests.support.html import Page
from tests.support.some import some


def test_summary(part: Site) -> None:
    """The end of the output says how much was made and what was left out."""
    assert "building the pages" in part.output
    assert f"{len(part.pages)} pages, {len(part.files)} files" in part.output
    assert re.search(r"left out: \d+ of \d+ cities, 3 of 4 steps, 8 of 8 systems, ", part.output)


def test_manifest(part: Site) -> None:
    """The manifest says which edition it is and lists every other file."""
    held = json.loads(part.text("manifest.json"))

    assert set(held["files"]) == set(part.files) - {"manifest.json"}
    assert held["selection"] == {"languages": ["zh", "en"], "cities": ["london", "paris"], "paths": ["stocktake"]}
    assert held["version"]
    assert held["data_date"] == part.data.newest()


def test_each_page_is_stamped(part: Site) -> None:
    """Every page's foot tells version, date of the data and selection."""
    held = json.loads(part.text("manifest.json"))

    for path, page in some(part.language_pages.items(), 20):
        foot = page.root.one("p", "hb-edition").text
        assert held["version"] in foot, path
        assert "2/" in foot or "2 of " in foot, path


def test_only_what_was_selected(part: Site) -> None:
    """The folder has START-HERE, the manifest, assets and the pages of the selection; the search index no others."""
    assert {path.split("/")[0] for path in part.files} == {"START-HERE.html", "manifest.json", "assets", "zh", "en"}
    assert {path for path in part.files if path.startswith("en/cities/")} == {
        f"en/cities/{name}.{ending}" for name in ("index", "london", "paris") for ending in ("html", "both.js")
    }
    for language in ("zh", "en"):
        held = index.entries(part.text(f"{language}/search/entries.js"))
        assert {f"{language}/{doc['location'].split('#')[0]}" for doc in some(held, 50)} <= set(part.pages)


@pytest.mark.parametrize("site", ["whole", "part"])
def test_every_link_resolves(site: str, request: pytest.FixtureRequest) -> None:
    """Each link leads to a file in the bundle and to an anchor on it, or is shown as left out."""
    held: Site = request.getfixturevalue(site)
    broken = [f"{path} → {address}" for path, page in some(held.pages.items(), 20) for address in _broken(held, page)]
    # The guide for editors names the form, which no bundle has.
    pages = [page for path, page in held.pages.items() if not path.endswith("/contribute.html")]
    marked = [one for page in pages for one in page.root.all("span", "hb-left-out")]

    assert broken == []
    assert bool(marked) == (site == "part")
    assert all(one["title"] and one.text for one in marked if one.parent and one.parent["class"] != "hb-edition")


def _broken(held: Site, page: Page) -> Iterator[str]:
    for _, address in page.links():
        if urlsplit(address).scheme in ("http", "https", "mailto", "data"):
            continue
        path, anchor = page.target(address)
        there = path in held.files and (not anchor or path not in held.pages or anchor in held.pages[path].anchors)
        if not there and anchor not in ("__comments", "__skip"):
            yield address
