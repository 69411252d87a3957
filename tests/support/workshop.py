"""What a group does in a workshop: tick, type, save and load, and files as it might bring them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.built import Site
from tests.support.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


NOTE = "No data office yet.\nAsk Li <b>first</b>."
SCRIPT = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'


def known(site: Site) -> dict[str, Any]:
    """Return what the scripts know of the items."""
    text = site.text("assets/handbook-items.en.js").removeprefix("var handbookItems = ").rstrip(";\n")
    held: dict[str, Any] = json.loads(text)
    return held


def progress(group: str, **more: Any) -> dict[str, Any]:
    """Return the content of a sound file."""
    whole = {
        "format": "handbook-progress", "version": 1, "handbook": {"version": "0.1.0", "dataDate": "2026-11-24"},
        "group": group, "saved": "2026-11-25T09:30:00.000Z", "language": "en", "items": {}, "ratings": {}, "known": {},
    }  # fmt: skip
    return {**whole, **more}


def upload(name: str, content: Any) -> Any:
    """Return a file as a reader chooses it."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return {"name": name, "mimeType": "application/json", "buffer": data}


def load(window: Page, *files: Any, agree: bool = True) -> None:
    """Choose files and wait until the page has said what became of them; agree to join them where it asks."""
    if window.locator("[data-work]").count():
        wake(window)
    status = window.locator(".hb-status").first
    before = status.inner_text()
    window.locator("input[type=file]").set_input_files(list(files))
    window.wait_for_function("text => document.querySelector('.hb-status').innerText !== text", arg=before)
    window.wait_for_function("!document.querySelector('[data-merge] progress:not([hidden])')")
    join = window.locator(".hb-talk .hb-tools button").first
    if agree and join.is_visible():
        join.click()


def saved(window: Page, button: str, target: Path) -> Path:
    """Press a button that saves a file, and return the file."""
    with window.expect_download() as download:
        window.get_by_role("button", name=button, exact=True).click()
    file = target / download.value.suggested_filename
    download.value.save_as(file)
    return file


def item(window: Page, number: int = 0) -> Locator:
    """Return an item of the checklist."""
    return window.locator("[data-item]").nth(number)


def fill(window: Page, number: int = 0) -> None:
    """Write into every field of an item."""
    one = item(window, number)
    one.locator("[name=state]").select_option("under-way")
    one.locator("summary").click()
    one.locator("[name=note]").fill(NOTE)
    one.locator("[name=owner]").fill("Data office")
    one.locator("[name=date]").fill("2026-12-01")
    one.locator("[name=editors]").check()


def wake(window: Page) -> None:
    """Ask a page for what fills it in, where that waits to be asked for."""
    begin = window.locator("[data-work] > .hb-button:visible")
    if begin.count():
        begin.click()
    window.locator(".hb-choice:visible").wait_for()


def name_group(window: Page, name: str = "Blue") -> None:
    """Say which group fills in: one that is there goes on, another begins."""
    wake(window)
    choice = window.locator(".hb-choice:visible")
    if choice.locator("[data-group]").count():
        window.locator(".hb-choice:visible button").nth(1).click()
    offers = (f"Continue as {name}", f"继续：{name}")
    known = choice.locator(", ".join(f"button:text-is({json.dumps(one, ensure_ascii=False)})" for one in offers))
    if known.count():
        known.click()
    else:
        choice.locator("form input").fill(name)
        window.keyboard.press("Enter")
    choice.locator("[data-group]").wait_for()


def group_name(window: Page) -> str:
    """Return the group that the page is open for."""
    return window.locator(".hb-choice:visible [data-group] strong").inner_text()


def at_work(opened: Reader, language: str, page: str, group: str = "Blue") -> Page:
    """Open a page for a group."""
    window = opened.open(language, page)
    name_group(window, group)
    return window


def again(window: Page, address: str | None = None, group: str = "Blue") -> Page:
    """Close a page and open it, or another one, anew in the same browser, and go on as a group, unless it is none."""
    context, address = window.context, address or window.url
    window.close()
    fresh = context.new_page()
    fresh.goto(address)
    if group:
        name_group(fresh, group)
    else:
        wake(fresh)
    return fresh


def asks_before_leaving(window: Page) -> bool:
    """Whether the browser would ask before the page is left."""
    return bool(
        window.evaluate("""() => {
          const leaving = new Event('beforeunload', { cancelable: true });
          return !dispatchEvent(leaving);
        }""")
    )


def merged(opened: Reader, *files: Any) -> Page:
    """Open the merge page and load files."""
    window = opened.open("en", "merge/")
    load(window, *files)
    return window


def two_groups(offline: Site) -> tuple[str, list[Any]]:
    """Return an item's id and the files of two groups that differ on it."""
    one, two = [name for name in known(offline)["hashes"] if name.startswith("system.")][:2]
    blue = {one: {"state": "done", "note": "=1+1", "forEditors": True}, two: {"state": "done"}}
    red = {one: {"state": "under-way", "note": SCRIPT}}
    files = [
        upload("blue.json", progress("Blue", items=blue, ratings={"system/data": {"level": 2}})),
        upload("red.json", progress("Red", items=red, ratings={"system/data": {"level": 5, "note": "@SUM(A1)"}})),
    ]
    return one, files


def pages_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF as Chromium writes it."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
