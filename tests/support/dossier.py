"""What a reader does with the dossier, and files of one as somebody might bring them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.reading import Reader

SHOWN = ".hb-dossier__entry"
BUSY = "document.querySelector('.hb-dossier[aria-busy]')"
TEXTS = """[...document.querySelectorAll('.hb-dossier__entry > .hb-typed:not(.hb-dossier__comment)')].map(
  one => [...one.querySelectorAll('p')].map(line => line.textContent).join('\\n'))"""
"""What the entries say, in order."""


def collecting(window: Page) -> None:
    """Begin to collect on a page, unless the window does already."""
    bar, begin = window.locator(".hb-collecting"), window.locator("[data-collect] > button")
    begin.wait_for()
    if begin.get_attribute("aria-pressed") == "false" and not bar.count():
        begin.click()
    bar.wait_for()


def collect(window: Page, selector: str) -> str:
    """Collect what a selector names, folded or not, and return what is shown of it there."""
    collecting(window)
    text: str = window.locator(selector).first.evaluate(
        """one => {
          for (let fold = one; fold; fold = fold.parentElement) if (fold.tagName === 'DETAILS') fold.open = true;
          const said = one.dataset.item ? '.hb-item__yields' : ':scope > p, dd > p';
          return one.querySelector(said).innerText;
        }"""
    )
    plus = window.locator(f"{selector} >> nth=0").locator(".hb-plus").first
    plus.click()
    window.wait_for_function("plus => plus.getAttribute('aria-pressed') === 'true'", arg=plus.element_handle())
    return text


def dossier(reader: Reader, window: Page, language: str = "en", entries: int = 1) -> list[str]:
    """Open the dossier in a window, and return what its entries say, in order."""
    window.goto(reader.address(language, "dossier/"))
    return said(window, entries)


def said(window: Page, entries: int) -> list[str]:
    """Return what the entries say, in order, once there are so many and all are compared with the handbook."""
    window.wait_for_function(
        f"number => document.querySelectorAll('{SHOWN}').length === number && !{BUSY}", arg=entries
    )
    held: list[str] = window.evaluate(TEXTS)
    return held


def taken(window: Page, button: str, folder: Path) -> str:
    """Press a button that saves, and return the text of the file."""
    with window.expect_download() as download:
        window.get_by_role("button", name=button, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.read_text(encoding="utf-8")


def entry(ref: str, text: str, **more: Any) -> dict[str, Any]:
    """Return an entry of a file."""
    whole = {
        "ref": ref, "language": "en", "about": "London", "label": "", "mark": "Primary", "isView": False, "text": text,
        "address": "", "date": "2020-01-31", "comment": "", "sources": [],
    }  # fmt: skip
    return {**whole, **more}


def file(*entries: Any, **more: Any) -> Any:
    """Return a dossier's file as a reader chooses it."""
    whole = {"format": "handbook-dossier", "version": 1, "title": "", "entries": list(entries), **more}
    return {"name": "brought.json", "mimeType": "application/json", "buffer": json.dumps(whole).encode()}


def load(window: Page, chosen: Any) -> str:
    """Choose a file on the dossier's page, and return what it says of it."""
    status = window.locator("[data-dossier-page] .hb-status")
    before = status.inner_text()
    window.locator("[data-dossier-page] input[type=file]").set_input_files(chosen)
    window.wait_for_function(
        "text => document.querySelector('[data-dossier-page] .hb-status').innerText !== text", arg=before
    )
    return status.inner_text()
