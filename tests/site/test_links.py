"""Links of the built site, within it and to elsewhere."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.built import FORMER, LANGUAGES, PAGES, ROOT, SITE_URL, Site, build, small_project
from tests.support.html import Element, Page
from tests.support.some import some


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    assert [fault for page in some(site.pages.values(), PAGES) for fault in _broken(site, page)] == []


def _broken(site: Site, page: Page) -> Iterator[str]:
    for _, address in page.links():
        if urlsplit(address).scheme or page.path == "404.html":
            continue
        path, anchor = page.target(address)
        file = site.file_at(path)
        if file not in site.files:
            yield f"{page.path}: {address}"
        elif anchor and file.endswith(".html") and anchor not in site.pages[file].anchors:
            yield f"{page.path}: {address} (no such anchor)"


def test_the_page_for_wrong_addresses_leads_to_both_languages(shipped: Site) -> None:
    addresses = [address.lstrip("/") for _, address in shipped.pages["404.html"].links()]
    assert {"zh/", "en/"} <= {address.removeprefix(SITE_URL) for address in addresses}
    assert all((shipped.folder / address.removeprefix(SITE_URL)).exists() for address in addresses)


@pytest.mark.parametrize("address", ["https://example.org/a/b/", "https://example.org/a/b", "https://example.org", ""])
def test_the_page_for_wrong_addresses_stays_in_the_folder_of_the_site(tmp_path: Path, address: str) -> None:
    """A server gives it for addresses of every depth; without SITE_URL the build says what it cannot know."""
    built = build(small_project(tmp_path / "project"), tmp_path / "site", SITE_URL=address)
    page = built.pages["404.html"]
    root = f"{urlsplit(address).path.rstrip('/')}/"

    for _, link in some(page.links(), 4):
        assert link.startswith(root)
        assert built.file_at(link.removeprefix(root)) in built.files
    assert ("SITE_URL is not set" in built.output) is (not address)


def test_the_switcher_leads_to_the_same_page(site: Site) -> None:
    for path, page in some(site.language_pages.items(), PAGES):
        links = [one for one in page.elements if one.tag == "a" and "md-select__link" in one.classes]
        assert [site.file_at(page.target(link["href"])[0]) for link in links] == [f"zh/{path[3:]}", f"en/{path[3:]}"]
        assert [link["hreflang"] for link in links] == list(LANGUAGES.values())


def test_addresses_are_relative_or_of_the_web(site: Site) -> None:
    for page in some(site.pages.values(), PAGES):
        links = some(page.links())
        schemes = {urlsplit(address).scheme for one, address in links if one.tag == "a"}
        assert schemes <= {"", "http", "https", "mailto"}, page.path
        rooted = [address for _, address in links if address.startswith("/") and page.path != "404.html"]
        assert rooted == [], page.path


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    for page in some(site.pages.values(), PAGES):
        own = [SITE_URL] if page.path == "404.html" or site.project != ROOT else []
        loaded = [address for one, address in page.links() if one.tag not in ("a", "area") and not _named(one)]
        assert [one for one in some(loaded) if urlsplit(one).netloc and not any(map(one.startswith, own))] == [], (
            page.path
        )


def _named(element: Element) -> bool:
    """Whether an element only tells of an address."""
    return element.tag == "link" and element["rel"] in ("canonical", "next", "prev", "edit", "alternate")


def test_styles_load_nothing_from_another_host(shipped: Site) -> None:
    sheets = {path: shipped.text(path) for path in shipped.files if path.endswith(".css")}
    inline = {path: _styles(page) for path, page in some(shipped.pages.items(), PAGES)}
    assert sheets
    for path, text in (sheets | inline).items():
        assert "@import" not in text, path
        addresses = re.findall(r"""url\(\s*["']?([^"')]+)""", text)
        foreign = [one for one in addresses if urlsplit(one).scheme not in ("", "data") or one.startswith("//")]
        assert foreign == [], path


def _styles(page: Page) -> str:
    held = ["".join(map(str, one.children)) for one in page.elements if one.tag == "style"]
    return "\n".join(held + [one["style"] for one in page.elements])


def test_no_link_keeps_the_name_of_its_source(shipped: Site) -> None:
    for page in some(shipped.pages.values(), PAGES):
        inside = some(address for _, address in page.links() if not urlsplit(address).netloc)
        assert [one for one in inside if urlsplit(one).path.endswith((".md", ".yml"))] == [], page.path
        assert [one for one in inside if one.startswith("edit:")] == [], page.path


def test_a_renamed_record_is_found_at_its_earlier_address(larger: Site) -> None:
    for language, tag in LANGUAGES.items():
        path = larger.path(language, f"cities/{FORMER}/")
        page = Page(path, larger.text(path))
        (refresh,) = (one["content"] for one in page.elements if one["http-equiv"] == "refresh")
        for address in (refresh.partition("url=")[2], page.root.one("a")["href"]):
            assert larger.file_at(page.target(address)[0]) == larger.path(language, "cities/city-0002/")
        assert page.root.one("html")["lang"] == tag


def test_the_sitemap_names_every_page_in_both_languages(large: Site) -> None:
    text = large.text("sitemap.xml")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    pages = [f"{SITE_URL}{path.removesuffix('index.html')}" for path in large.language_pages]
    assert sorted(listed) == sorted([SITE_URL, *pages])
    for block in some(re.findall(r"<url>(.*?)</url>", text, re.DOTALL), PAGES):
        (own,) = re.findall(r"<loc>(.*?)</loc>", block)
        twins = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', block))
        rest = own.removeprefix(SITE_URL)[3:]
        wanted = {tag: f"{SITE_URL}{language}/{rest}" for language, tag in LANGUAGES.items()}
        assert twins == ({} if own == SITE_URL else wanted)


def test_the_sitemap_has_the_date_of_the_data(large: Site) -> None:
    newest = large.data.newest()
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", large.text("sitemap.xml"))) == {newest}
    packed = (large.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == large.text("sitemap.xml")
    assert int.from_bytes(packed[4:8], "little") == datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp()


def test_every_page_is_reached_from_the_first(site: Site) -> None:
    """By links alone, those of the navigation included, and within one language."""
    reached: set[str] = set()
    waiting = [site.path(language) for language in LANGUAGES]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += _next(site, site.pages[path])
    former = {path for path, page in site.pages.items() if 'http-equiv="refresh"' in page.source}

    assert set(site.language_pages) - former == reached
    assert len(reached) >= PAGES


def _next(site: Site, page: Page) -> Iterator[str]:
    for one, address in page.links():
        path = "" if urlsplit(address).scheme else site.file_at(page.target(address)[0])
        if one.tag == "a" and path in site.pages and path.startswith(f"{page.language}/"):
            yield path
