"""With their policies all pages work as they should, in both browsers, wherever the repository lies.

Reader and Firefox's window note whatever a policy stops and whatever is asked of another host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.built import LANGUAGES, Site
from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from tests.support.firefox import Firefox, Window

FOUND = "document.querySelector('.hb-result[href*=\"cities/london\"]')?.href"


def addresses(site: Site, base: str) -> list[str]:
    """Return one page of each kind in one language, and the pages that are in none; only servers show 404.html."""
    language = "en" if site.directory_urls else "zh"
    pages = [site.path(language, kind) for kind in some(site.kinds(language), 20)]
    others = [path for path in site.pages if path[:2] not in LANGUAGES]
    return [base + path for path in (*pages, *(path for path in others if site.directory_urls or path != "404.html"))]


def test_no_policy_stops_anything_in_chromium(reader: Reader) -> None:
    window = reader.visit("about:blank")
    for address in some(addresses(reader.site, reader.base), 20):
        window.goto(address)
        assert window.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]') !== null"), address


def test_no_policy_stops_anything_from_disk_in_firefox(firefox: Firefox, offline: Site) -> None:
    with firefox.window() as window:
        for address in addresses(offline, f"{offline.folder.as_uri()}/"):
            window.visit(address)
        window.visit(f"{offline.folder.as_uri()}/zh/index.html")
        find(window)
    assert firefox.faults() == []


def test_no_policy_stops_anything_from_a_server_in_firefox(firefox: Firefox, online: Site, host: str) -> None:
    with firefox.window() as window:
        for address in addresses(online, host):
            window.visit(address)
        window.visit(f"{host}en/")
        find(window)
    assert firefox.faults(host) == []


@pytest.mark.parametrize("page", ["START-HERE.html", "zh/facilitator/framework.html"])
def test_no_policy_stops_anything_in_a_bundle_in_firefox(firefox: Firefox, led: Site, page: str) -> None:
    with firefox.window() as window:
        window.visit(f"{led.folder.as_uri()}/{page}")
        assert window.get("document.querySelector('meta[http-equiv=Content-Security-Policy]') !== null")
    assert firefox.faults() == []


def find(window: Window) -> None:
    """Search as a reader does, and see that something was found."""
    window.type("/")
    window.wait("document.activeElement.matches('[data-md-component=search-query]')")
    window.type("Datastore")
    assert window.wait(FOUND)
