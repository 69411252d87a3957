"""How long readers wait in a browser, at any size: `python -m tests.benchmark_browser SITE [SITE …]`.

Each SITE is the folder of a finished build; one that was built for a server is served, one that opens from disk is
opened from there. One row of a Markdown table is printed for each, in milliseconds by the page's own clock. Search and
comparison run on a telephone four times slower than this machine, merging on the machine itself.
"""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tests.support.reading import PATIENCE, PHONE
from tests.support.workshop import progress, upload

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SLOWER = 4
GROUPS = 200
COMPARED = 20
COLUMNS = ("site", "first search", "next search", f"compare {COMPARED}", f"merge {GROUPS}")
_WATCH = """() => {
  const words = () => [...document.querySelectorAll('.hb-results > li')].map(one => one.textContent).join();
  let before = words(), typed = 0;
  addEventListener('input', () => { typed = performance.now(); before = words(); delete window.took; }, true);
  new MutationObserver(() => {
    if (typed && words() && words() !== before) { window.took = Math.round(performance.now() - typed); typed = 0; }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""
"""Keeps how many milliseconds the last letter took to other results."""
_COMPARE = """wanted => new MutationObserver((_, watch) => {
  const columns = '[data-tables] > table:first-of-type thead [data-column]';
  if (document.querySelectorAll(columns).length < wanted) return;
  watch.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.compared = Math.round(performance.now()); }));
}).observe(document, { childList: true, subtree: true })"""
"""Keeps how many milliseconds a page took to show so many cities."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def measure(browser: Browser, base: str, site: Path) -> list[str]:
    """Return the row of one site."""
    end = "" if base.startswith("http") else "index.html"
    phone = _window(browser, **PHONE)
    phone.context.new_cdp_session(phone).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    phone.goto(f"{base}/zh/{end}")
    phone.evaluate(_WATCH)
    phone.keyboard.press("/")
    phone.wait_for_function("document.activeElement.matches('[data-md-component=search-query]')")
    first, later = (_found(phone, query) for query in ("数据", "开放"))
    cities = _cities(site)[:COMPARED]
    where = f"{base}/zh/{_page(site, 'compare')}"
    phone.add_init_script(f"({_COMPARE})({len(cities)})")
    phone.goto(f"{where}#cities={','.join(cities)}", wait_until="commit")
    compared = phone.wait_for_function("window.compared").json_value()
    return [str(first), str(later), str(compared), str(_merged(browser, base, site))]


def _found(phone: Page, query: str) -> int:
    """Return how long the results of a query take, which is added to what was typed before."""
    phone.keyboard.insert_text(query)
    return int(phone.wait_for_function("window.took").json_value())


def _merged(browser: Browser, base: str, site: Path) -> int:
    """Return how long the files of many groups take, each with a word on everything."""
    text = (site / "assets" / "handbook-items.en.js").read_text(encoding="utf-8")
    known = json.loads(text[text.index("{") : text.rindex("}") + 1])
    answer = {"state": "under-way", "note": "The data office asks for two more months.", "owner": "Data office"}
    items = {name: {**answer, "date": "2026-12-31", "forEditors": False} for name in known["hashes"]}
    files = [upload(f"{number}.json", progress(f"Group {number}", items=items)) for number in range(GROUPS)]
    window = _window(browser)
    window.goto(f"{base}/en/{_page(site, 'merge')}")
    before = window.locator(".hb-status").first.inner_text()
    window.evaluate("addEventListener('change', () => { window.began = performance.now(); }, true)")
    window.locator("input[type=file]").set_input_files(files)
    window.wait_for_function("text => document.querySelector('.hb-status').innerText !== text", arg=before)
    window.wait_for_function("!document.querySelector('[data-merge] progress:not([hidden])')")
    return int(window.evaluate("Math.round(performance.now() - window.began)"))


def _page(site: Path, name: str) -> str:
    """Return the address of a page below a language: a file where it opens from disk, or a folder."""
    return next((file for file in (f"{name}.html", f"{name}/index.html") if (site / "zh" / file).is_file()), "")


def _cities(site: Path) -> list[str]:
    """Return the ids of the cities with a page; further pages of their list have numbers for names."""
    folder = site / "zh" / "cities"
    names = {page.name.removesuffix(".html") for page in folder.iterdir() if page.suffix in ("", ".html")}
    return sorted(name for name in names if name != "index" and not name.isdecimal())


def _window(browser: Browser, **options: Any) -> Page:
    context = browser.new_context(**{"bypass_csp": True, **options})  # or nothing could be waited for
    context.set_default_timeout(5 * PATIENCE)
    return context.new_page()


def _served(site: Path) -> tuple[str, Callable[[], None]]:
    """Return where a site is, and what ends that."""
    if (site / "zh" / "index.html").read_text(encoding="utf-8").find("connect-src") < 0:
        return site.resolve().as_uri(), lambda: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}", server.shutdown


def main(arguments: list[str]) -> None:
    """Print the table, each row as soon as it is known."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    print("| " + " | ".join(COLUMNS) + " |", "|" + " --- |" * len(COLUMNS), sep="\n", flush=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, timeout=PATIENCE)
        for site in map(Path, arguments):
            base, end = _served(site)
            print("| " + " | ".join([base[:8], *measure(browser, base, site)]) + " |", flush=True)
            end()


if __name__ == "__main__":
    main(sys.argv[1:])
