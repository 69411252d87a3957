"""The single file as the tests make it, and the way about in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.built import ROOT, Site
from tests.support.bundle import handbook
from tests.support.reading import reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Window


PART = ("--city", "london", "--path", "goals", "--path", "framework")
ENGLISH = pytest.mark.parametrize("single_part", ["en"], indirect=True)
CHINESE = pytest.mark.parametrize("single_part", ["zh"], indirect=True)
"""For what is the same in both languages; one of them is enough."""


def made(file: Path, *arguments: str) -> Path:
    """Make a single file of the shipped handbook."""
    result = handbook("--root", ROOT, "--single-file", *arguments, "--out", file)
    assert result.exit_code == 0, result.output
    return file


def opened(browser: Browser, file: Path) -> Any:
    """Return a reader of a file."""
    return reading(browser, Site(file.parent, ROOT, directory_urls=False, output=""), file.as_uri())


def go(window: Window, anchor: str) -> Locator:
    """Lead the window to a page of the file, and return that page."""
    window.evaluate("anchor => { location.hash = anchor }", anchor)
    page = window.locator(f"#{anchor}.hb-current")
    page.wait_for()
    return page
