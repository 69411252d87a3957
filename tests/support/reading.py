"""A reader with a browser: opens pages of a built site and notes whatever goes wrong on the way."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.support.built import LANGUAGES, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request

PATIENCE = 60_000
"""Milliseconds that anything may take on a busy machine; what is there sooner is not waited for."""
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
"""Options of a window that is a telephone's."""
RESULTS = """() => [...document.querySelectorAll('.hb-results > li')].map(page =>
  [...page.querySelectorAll('a')].filter(link => link.checkVisibility()).map(link => {
    const url = new URL(link.href);
    url.search = '';
    return url.href;
  }))"""
"""Addresses of what is found, by page, without those that a page keeps folded."""
FILLED = ".hb-results:not([aria-busy])"
"""The list of what is found, once its last page stands there, too."""


_ANSWERED = """() => {
  const at = name => document.querySelector(name);
  const [search, list, status] = [at('.md-search'), at('.hb-results'), at('.hb-results__status')];
  return !list.ariaBusy && status.textContent.trim() && status.textContent !== JSON.parse(search.dataset.words).loading;
}"""
"""Whether what is typed has its answer; before the search is there, nothing is said."""


class Reader:
    """Opens pages; `faults` has every error in the console, failed request and request to elsewhere."""

    def __init__(self, browser: Browser, site: Site, base: str) -> None:
        self.site = site
        self.base = base
        self.faults: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def address(self, language: str, page: str = "", anchor: str = "") -> str:
        """Return the address of a page of the contract."""
        path = self.site.path(language, page)
        whole = self.base + (path.removesuffix("index.html") if self.site.directory_urls else path)
        return f"{whole}#{anchor}" if anchor else whole

    def open(self, language: str, page: str = "", anchor: str = "", **options: Any) -> Page:
        """Open a page of the contract in a new window; `options` are those of Playwright's contexts."""
        return self.visit(self.address(language, page, anchor), **options)

    def visit(self, address: str, **options: Any) -> Page:
        """Open an address in a new window."""
        context = self._browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        self._contexts.append(context)
        context.on("page", _wait_from_outside)
        context.set_default_timeout(PATIENCE)
        window = context.new_page()
        window.on("request", self._asked)
        window.on("console", lambda said: self.faults.append(said.text) if said.type in ("error", "warning") else None)
        window.on("pageerror", lambda error: self.faults.append(str(error)))
        window.on("response", lambda got: self.faults.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        window.on("requestfailed", self._failed)
        window.goto(address)
        return window

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.faults.append(f"asked for {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before
            self.faults.append(f"{request.failure} {request.url}")


def _wait_from_outside(window: Page) -> None:
    """Let `wait_for_function` ask a page again and again, since its policy lets nothing inside do so."""

    def wait(expression: str, *, arg: Any = None) -> None:
        from playwright.sync_api import Error
        from playwright.sync_api import TimeoutError as Late

        end = time.monotonic() + PATIENCE / 1000
        last = ""
        while time.monotonic() < end:
            try:
                if window.evaluate(expression, arg):
                    return
            except Error as error:  # the page was left meanwhile, or is not so far
                last = error.message
                if "SyntaxError" in last:  # that of the test
                    raise
            time.sleep(0.02)
        raise Late(f"in vain: {expression}\n{last}")

    window.wait_for_function = wait  # type: ignore[method-assign, assignment]


@contextlib.contextmanager
def reading(browser: Browser, site: Site, base: str) -> Iterator[Reader]:
    """Give a reader; AssertionError when anything went wrong for it."""
    reader = Reader(browser, site, base)
    try:
        yield reader
    finally:
        reader.close()
    assert reader.faults == []


def ask(window: Page, query: str) -> None:
    """Type a query into the search box, and wait for all that it finds: what fewer letters found is replaced."""
    box = window.locator("[data-md-component=search-query]")
    if not box.is_visible() or not window.evaluate("document.querySelector('#__search').checked"):
        window.keyboard.press("/")
    box.fill("")
    window.keyboard.type(query)
    window.wait_for_function(_ANSWERED)


def awaits_focus(element: Locator) -> None:
    """Wait until an element has the focus, which a script may move after the key that asked for it."""
    from playwright.sync_api import expect

    expect(element).to_be_focused(timeout=PATIENCE)


def results(window: Page) -> list[list[str]]:
    """Return the addresses of all that is found, by page, best first."""
    window.locator(FILLED).wait_for(state="attached")
    found: list[list[str]] = window.evaluate(RESULTS)
    return found


def finds(window: Page, query: str, address: str, within: int) -> bool:
    """Whether a query offers an address on one of the first pages that it finds, given time."""
    from playwright.sync_api import TimeoutError as Late

    ask(window, query)
    with contextlib.suppress(Late):
        window.wait_for_function(f"wanted => ({RESULTS})().slice(0, {within}).flat().includes(wanted)", arg=address)
        return True
    return False


def switcher(window: Page, language: str) -> Locator:
    """Return the link to a page's other language, in sight."""
    link = window.locator(f"a.md-select__link[hreflang={LANGUAGES[language]}]")
    if not link.is_visible():
        window.locator(".md-select > button").hover()
    return link
