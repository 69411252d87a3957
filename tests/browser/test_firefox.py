"""Bundles in Firefox, from disk and without a network: a short run through what the other tests see in Chromium.

A test fails on any error or warning in the console, on any request that leaves the folder, and on any page with an
address that leads to nothing.
"""

from __future__ import annotations

import functools
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from macros.render import policy
from tests.support.built import LANGUAGES, Site
from tests.support.workshop import progress

if TYPE_CHECKING:
    from tests.support.firefox import Firefox, Window

NOTE = "数据办还没有成立"
ENTER = "\ue007"
OWN_PLACES = "[...document.querySelectorAll('[id]')].map(one => `${location.href.split('#')[0]}#${one.id}`)"
ADDRESSES = """[...document.querySelectorAll('a[href], link[href], script[src], img[src]')].map(one =>
  new URL(one.getAttribute('href') ?? one.getAttribute('src'), document.baseURI).href)"""
ARRIVED = """(() => {
  const { top, bottom } = document.querySelector(':target').getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? location.href : '';
})()"""
"""The address, once what its anchor names is in sight."""
FILLED = """(() => {
  const value = selector => document.querySelector(selector).value;
  const note = value('[data-item] [name=note]');
  const [tick, group] = ['[data-item] .hb-tick', '[data-group] strong'].map(one => document.querySelector(one));
  return note && [tick.checked, note, group.innerText];
})()"""
"""The first item's tick and note and the name of the group, once the note is there."""
FILL = """(() => {
  for (let size = 2 ** 22, number = 0; size >= 1;)
    try { localStorage.setItem(`x${number++}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
})()"""
"""Leaves no room in a store."""
COMMA = """(() => {
  const texts = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  while (!texts.nextNode().data.includes('，') || !texts.currentNode.parentElement.checkVisibility());
  const range = document.createRange(), place = texts.currentNode.data.indexOf('，');
  range.setStart(texts.currentNode, place);
  range.setEnd(texts.currentNode, place + 1);
  return range.getBoundingClientRect().width / parseFloat(getComputedStyle(texts.currentNode.parentElement).fontSize);
})()"""
"""Width of a full-width comma, in signs."""


@pytest.fixture
def window(firefox: Firefox) -> Iterator[Window]:
    """Return a window in which nothing may go wrong."""
    with firefox.window() as opened:
        yield opened
    assert firefox.faults() == []


def visit(window: Window, site: Site, path: str) -> None:
    """Open a page of a bundle; every address on it leads somewhere."""
    window.visit(f"{site.folder.as_uri()}/{path}")
    assert broken(window, site.folder) == []


def broken(window: Window, folder: Path) -> list[str]:
    """Return the addresses on a page that lead out of the folder on disk, to no file or to no place in one.

    Places that scripts have made on the page itself count too.
    """
    return [
        address
        for address in sorted(set(window.get(ADDRESSES)) - set(window.get(OWN_PLACES)))
        if (parts := urlsplit(address)).scheme == "file"
        and not leads(Path(unquote(parts.path)), unquote(parts.fragment), folder)
    ]


def leads(file: Path, anchor: str, folder: Path) -> bool:
    """Whether there is such a file in the folder, with such an anchor."""
    if not file.is_relative_to(folder) or not file.is_file():
        return False
    return not anchor or anchor in anchors(file)


@functools.cache
def anchors(file: Path) -> frozenset[str]:
    """Return what addresses can lead to in a file."""
    return frozenset(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8")))


def sheets(pdf: bytes) -> list[str]:
    """Return how each sheet of a PDF lies."""
    parts = [pdf, *map(inflated, re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL))]
    boxes = re.findall(rb"/MediaBox *\[ *0 0 ([\d.]+) ([\d.]+)", b"\n".join(parts))
    return ["wide" if float(width) > float(height) else "upright" for width, height in boxes]


def inflated(stream: bytes) -> bytes:
    """Return what is in a compressed part of a PDF."""
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


def test_faults_are_seen(firefox: Firefox, tmp_path: Path) -> None:
    """What the other tests rely on: whatever goes wrong on a page is told."""
    page = """<!doctype html><script>
      console.warn("warned");
      setTimeout(() => { document.title = "late"; throw new Error("thrown"); });
    </script>
    <img src="http://example.org/seen.png"><a href="#nowhere">a</a><a href="none.html">b</a><a href="..">c</a>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    stopped = policy.guarded('<meta charset="utf-8"><article><script>late()</script></article>', disk=True)
    (tmp_path / "stopped.html").write_text(stopped, encoding="utf-8")
    with firefox.window() as window:
        window.visit((tmp_path / "stopped.html").as_uri())
        window.visit((tmp_path / "page.html").as_uri())
        window.wait("document.title === 'late'")
        assert len(broken(window, tmp_path)) == 3
    told = firefox.faults()

    assert {"warned", "Error: thrown", "stopped by the policy: script-src-elem inline"} <= set(told)
    assert [fault for fault in told if fault.startswith("asked for") and "example.org" in fault]


def test_start_here(window: Window, whole: Site) -> None:
    """All checks of the first page pass."""
    visit(window, whole, "START-HERE.html")
    window.wait("document.documentElement.dataset.checked")
    checks = window.get("[...document.querySelectorAll('[data-check]')].map(one => one.dataset.state)")

    assert checks == ["good"] * 12
    assert window.get("localStorage.length + sessionStorage.length") == 0
    window.visit(f"{whole.folder.as_uri()}/assets/shared.xhtml")
    assert window.get("localStorage.length") == 0  # where all files of the folder keep theirs


def search(window: Window, query: str) -> None:
    """Type into the search box, key by key."""
    window.type("/")
    window.wait("document.activeElement.matches('[data-md-component=search-query]')")
    window.type(query)


@pytest.mark.parametrize(("language", "query"), [("zh", "数据开放"), ("en", "Datastore")])
def test_search(window: Window, whole: Site, language: str, query: str) -> None:
    """What is typed is found, be it from the middle of a title, and a result leads to its place."""
    visit(window, whole, f"{language}/index.html")
    search(window, query)
    # What was found while less was typed may still stand there.
    whole_word = f"new URL(one.href).searchParams.getAll('h').includes('{query.lower()}')"
    window.wait(f"[...document.querySelectorAll('.hb-result')].some(one => {whole_word})")
    window.click('.hb-result[href*="cities/london"][href$="#m-open-data"]')

    assert f"{language}/cities/london.html" in window.wait(ARRIVED)
    assert broken(window, whole.folder) == []


def wake(window: Window) -> None:
    """Ask the page for what fills it in, unless this window has asked before."""
    window.wait("document.querySelector('.hb-choice, [data-work] > .hb-button')?.className")
    if window.get("!document.querySelector('.hb-choice')"):
        window.click("[data-work] > .hb-button")
    window.wait("document.querySelector('.hb-choice')?.className")


def begin(window: Window) -> None:
    """Begin as a group."""
    wake(window)
    window.click(".hb-choice input")
    window.type(f"蓝队{ENTER}")
    window.wait("Boolean(document.querySelector('[data-group]'))")


def test_answers_stay(firefox_program: str, whole: Site, tmp_path: Path) -> None:
    """They are there again on the same page and on others of the folder, and after the browser was closed."""
    from tests.support.firefox import running

    answers = [True, NOTE, "蓝队"]
    with running(firefox_program, tmp_path) as firefox, firefox.window(apart=False) as window:
        visit(window, whole, "zh/checklists/goals.html")
        begin(window)
        window.click("[data-item] .hb-tick")
        window.click("[data-item] summary")
        window.click("[data-item] [name=note]")
        window.type(NOTE)
        for language in LANGUAGES:
            visit(window, whole, f"{language}/checklists/goals.html")
            wake(window)
            assert window.wait(FILLED) == answers
        visit(window, whole, "zh/checklists/index.html")
        wake(window)
        assert window.wait("document.querySelector('.hb-work .hb-count').innerText.includes('1/')")
        assert firefox.faults() == []
    with running(firefox_program, tmp_path) as firefox, firefox.window(apart=False) as window:
        visit(window, whole, "zh/checklists/goals.html")
        wake(window)
        window.click(".hb-choice li button")
        assert window.wait(FILLED) == answers
        assert firefox.faults() == []


def test_what_is_written_before_the_store_is_there(window: Window, whole: Site) -> None:
    """A group that begins at once is in the store of all pages a moment later."""
    window.at_start("""addEventListener('DOMContentLoaded', () => {
      const form = document.querySelector('.hb-choice form');
      if (!form || sessionStorage.length) return;
      form.querySelector('input').value = '蓝队';
      form.requestSubmit();
      document.querySelector('[data-rate] input').click();
    })""")
    visit(window, whole, "zh/assess.html")
    window.wait("document.querySelectorAll('[data-rate] :checked').length === 1")
    window.wait("Object.keys(localStorage).every(key => !key.includes(':smart-city-handbook:'))")
    visit(window, whole, "en/assess.html")

    assert window.wait("document.querySelectorAll('[data-rate] :checked').length === 1")
    assert window.get("document.querySelector('[data-group] strong').innerText") == "蓝队"


def test_nothing_is_kept(firefox_program: str, whole: Site, tmp_path: Path) -> None:
    """Where the reader forbids all storage, pages say so, and search goes on."""
    from tests.support.firefox import running

    settings = {"network.cookie.cookieBehavior": 2, "browser.contentblocking.category": "custom"}
    with running(firefox_program, tmp_path, **settings) as firefox, firefox.window(apart=False) as window:
        visit(window, whole, "START-HERE.html")
        assert window.wait("document.querySelector('[data-check=storage]').dataset.state") == "bad"
        visit(window, whole, "en/checklists/goals.html")
        search(window, "Datastore")
        assert window.wait("document.querySelectorAll('.hb-result').length > 3")
        visit(window, whole, "en/checklists/stocktake.html")
        wake(window)
        assert "keeps nothing" in window.wait("document.querySelector('.hb-warning').innerText")
        assert firefox.faults() == []


def test_two_open_pages(firefox: Firefox, whole: Site) -> None:
    """Pages of a folder see each other's answers at once, and do not undo them."""
    with firefox.window(apart=False) as first, firefox.window(apart=False) as second:
        visit(first, whole, "zh/checklists/goals.html")
        begin(first)
        visit(second, whole, "en/checklists/goals.html")
        wake(second)
        second.click(".hb-choice li button")
        first.click("[data-item] .hb-tick")
        second.wait("document.querySelector('[data-item] .hb-tick').checked")
        second.click("[data-item] ~ [data-item] .hb-tick")
        first.wait("document.querySelectorAll('[data-item] .hb-tick:checked').length === 2")
    assert firefox.faults() == []


def test_full_store(window: Window, whole: Site) -> None:
    """Where there is no room left, the page says so."""
    window.visit(f"{whole.folder.as_uri()}/assets/shared.xhtml")
    window.get(FILL)
    visit(window, whole, "en/checklists/goals.html")
    begin(window)
    window.click("[data-item] .hb-tick")

    assert "keeps nothing" in window.wait("document.querySelector('.hb-warning').innerText")


def test_assessment(window: Window, whole: Site) -> None:
    """A level that is chosen is drawn and tabled."""
    visit(window, whole, "en/assess.html")
    begin(window)
    window.click("[data-rate] [value='4']")
    window.wait("document.querySelectorAll('svg.hb-figure rect').length === 1")

    assert "4 Working" in window.wait("document.querySelector('[data-table=assess-result]').innerText")


def test_merge(window: Window, whole: Site, tmp_path: Path) -> None:
    """A sound file is tabled, a malformed one is refused with the reason."""
    sound = progress("蓝队", ratings={"system/data": {"level": 4, "note": NOTE}})
    (tmp_path / "sound.json").write_text(json.dumps(sound), encoding="utf-8")
    (tmp_path / "broken.json").write_text("{no json", encoding="utf-8")
    visit(window, whole, "en/merge.html")
    window.choose("input[type=file]", tmp_path / "sound.json", tmp_path / "broken.json")

    assert "not JSON" in window.wait("document.querySelector('[data-file=\"broken.json\"]').innerText")
    assert NOTE in window.wait("document.querySelector('[data-table=merge-merged_ratings]').innerText")


def test_a_dossier_is_one_for_all_pages(window: Window, whole: Site) -> None:
    """Each file has a store of its own; what was collected on two stands in the dossier, compared with the handbook."""
    for page, selector in (("zh/cities/london.html", "[data-ref][id]"), ("en/checklists/goals.html", "[data-item]")):
        visit(window, whole, page)
        window.wait("!!document.querySelector('[data-collect] > button')")
        if window.get("!document.querySelector('.hb-plus')"):
            window.click("[data-collect] > button")
        window.wait(f"!!document.querySelector('{selector} .hb-plus')")
        window.get(f"document.querySelector('{selector} .hb-plus').click()")
        window.wait("Object.keys(localStorage).every(key => !key.includes('/dossier'))")
    visit(window, whole, "en/dossier.html")

    assert window.wait("document.querySelectorAll('.hb-dossier__entry').length === 2")
    assert window.wait(
        "document.querySelector('[data-dossier-page] > .hb-meta:last-child').textContent.includes('nothing')"
    )


@pytest.mark.parametrize("single", ["zh"], indirect=True)
def test_single_file(window: Window, single: Path) -> None:
    """The file finds what is typed, goes there, and keeps a tick."""
    window.visit(single.as_uri())
    assert broken(window, single.parent) == []
    window.click(".hb-find input")
    window.type("数据开放")
    window.click('.hb-found a[href="#cities-london--m-open-data"]')
    assert window.wait(ARRIVED).endswith("#cities-london--m-open-data")
    window.visit(f"{single.as_uri()}#checklists-goals")
    begin(window)
    window.click("#checklists-goals [data-item] .hb-tick")
    window.get("location.reload()")

    assert window.wait("performance.getEntriesByType('navigation')[0].type === 'reload'")
    assert window.wait("document.querySelector('#checklists-goals [data-item] .hb-tick').checked")


def test_paper(window: Window, whole: Site) -> None:
    """The comparison lies across all its sheets, with every column; a checklist stands on few."""
    visit(window, whole, "zh/compare.html")
    comparison = sheets(window.pdf())
    visit(window, whole, "zh/checklists/goals.html")
    checklist = sheets(window.pdf())

    assert set(comparison) == {"wide"}
    assert len(comparison) > 2
    assert set(checklist) == {"upright"}
    assert len(checklist) <= 3


def test_punctuation(window: Window, whole: Site) -> None:
    """Chinese punctuation keeps its width."""
    visit(window, whole, "zh/cities/london.html")

    assert window.get(COMMA) == pytest.approx(1, abs=0.02)
