"""A bundle in a browser, from disk and without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.built import Site
from tests.support.reading import PATIENCE, Reader, finds, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def folder(browser: Browser, whole: Site) -> Iterator[Reader]:
    """Return a reader of the bundle, from disk and without a network."""
    with reading(browser, whole, f"{whole.folder.as_uri()}/") as reader:
        yield reader


def test_start_here(folder: Reader) -> None:
    """Every check of the first page passes on a machine where all is well, and is worded in both languages."""
    window = folder.visit(f"{folder.base}START-HERE.html")
    window.wait_for_selector("html[data-checked]")
    checks = window.locator("[data-check]")

    assert checks.count() == 12
    assert window.locator("[data-check][data-state=good]").count() == 12
    assert window.locator("[data-result=good]:visible").count() == 12
    assert window.locator("[data-print]:visible").count() == 2


def test_start_here_tells_of_what_would_come_from_a_network(whole: Site, browser: Browser, tmp_path: Path) -> None:
    """A picture from elsewhere, which only a stylesheet names, is stopped and told."""
    for name in ("START-HERE.html", *(path for path in whole.files if path.startswith("assets/"))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(whole.folder / name, tmp_path / name)
    with (tmp_path / "assets" / "stylesheets" / "start-here.css").open("a", encoding="utf-8") as file:
        file.write("body { background: url(https://example.org/picture.png); }")
    window = browser.new_page()
    window.set_default_timeout(PATIENCE)
    failed = {}
    window.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
    window.goto((tmp_path / "START-HERE.html").as_uri())
    window.wait_for_selector("html[data-checked]")
    told = window.locator("[data-check=network]").first.get_attribute("data-state")
    window.close()

    assert told == "bad"
    assert failed["https://example.org/picture.png"] == "csp"  # not by the refused network of the tests


def test_start_here_without_storage(folder: Reader) -> None:
    """Where nothing can be kept, the page says so."""
    window = folder.visit("about:blank")
    window.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    window.goto(f"{folder.base}START-HERE.html")
    window.wait_for_selector("html[data-checked]")

    assert window.locator("[data-check=storage] [data-result=bad]:visible").count() == 2


@pytest.mark.parametrize(("language", "query"), [("zh", "伦敦"), ("en", "London")])
def test_search_in_the_folder(folder: Reader, language: str, query: str) -> None:
    """The search of the pages answers from disk."""
    window = folder.visit(f"{folder.base}{language}/index.html")

    assert finds(window, query, folder.address(language, "cities/london/"), within=3)
