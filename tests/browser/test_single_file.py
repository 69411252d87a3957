"""The single file in a browser: all that the folder does.

Every test opens the file from disk through `reading`, which fails on any request to elsewhere and on any error in the
console; a script that the file's own policy refuses is one.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.built import ROOT
from tests.support.bundle import handbook
from tests.support.data import Data
from tests.support.dossier import taken
from tests.support.reading import Reader
from tests.support.some import some
from tests.support.workshop import NOTE, SCRIPT, name_group, pages_of, progress, saved, upload

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Window
from tests.support.single import CHINESE, ENGLISH, go, opened

WORDS = Data(ROOT).file("labels")
ITEM = "#checklists-goals [data-item] >> nth=0"
GOALS = "#checklists-goals"


@pytest.fixture
def reader(browser: Browser, single_part: Path) -> Iterator[Reader]:
    """Return a reader of that part in each language, from disk and without a network."""
    with opened(browser, single_part) as reader:
        yield reader


@pytest.fixture
def whole(browser: Browser, single: Path) -> Iterator[Reader]:
    """Return a reader of the whole handbook."""
    with opened(browser, single) as reader:
        yield reader


def say(window: Window, word: str) -> str:
    """Return an interface word in the language of the window."""
    language = "zh" if (window.locator("html").get_attribute("lang") or "").startswith("zh") else "en"
    text: str = WORDS[word][language]
    return text


def load(page: Locator, *files: Any) -> None:
    """Choose files on a page of the file and wait until it has said what became of them."""
    status = page.locator(".hb-work .hb-status").first
    before = status.inner_text()
    page.locator("input[type=file]").set_input_files(list(files))
    page.page.wait_for_function(
        "text => document.querySelector('.hb-current .hb-work .hb-status').innerText !== text", arg=before
    )
    page.page.wait_for_function("!document.querySelector('[data-merge] progress:not([hidden])')")


def answer(window: Window) -> None:
    """Name the group, fill in an item and rate a system."""
    go(window, "checklists-goals")
    name_group(window)
    item = window.locator(ITEM)
    item.get_by_role("checkbox").first.check()
    item.locator("summary").click()
    item.locator("[name=note]").fill(NOTE)
    page = go(window, "assess")
    row = page.locator("[data-rate='system/data']")
    row.get_by_role("radio").nth(3).check()
    row.locator("summary").click()
    row.locator("textarea").fill(SCRIPT)


def answers(window: Window) -> tuple[Any, ...]:
    """Return what `answer` left behind, as the file shows it."""
    item, row = window.locator(ITEM), window.locator("[data-rate='system/data']")
    return (
        item.locator(".hb-tick").is_checked(),
        item.locator("[name=note]").input_value(),
        row.locator("input[type=radio]").nth(3).is_checked(),
        row.locator("textarea").input_value(),
        window.locator("svg.hb-figure rect").count(),
        window.locator("[data-table=assess-result] [data-row='system/data']").count(),
        "".join(window.locator("[data-group] strong").all_inner_texts()),
    )


GIVEN = (True, NOTE, True, SCRIPT, 1, 1, "Blue")
NOTHING = (False, "", False, "", 0, 0, "")


def test_one_page_at_a_time(whole: Reader) -> None:
    """The file shows one page at a time, finds what is typed, and goes there; its name and the focus go along."""
    window = whole.visit(whole.base)
    assert window.locator(".hb-page:visible").count() == 1
    window.fill(".hb-find input", "伦敦" if whole.base.endswith("zh.html") else "London")
    window.locator('.hb-found a[href="#cities-london"]').click()
    assert window.locator(".hb-current").get_attribute("id") == "cities-london"
    assert window.locator(".hb-page:visible").count() == 1
    assert window.title().startswith(Data(ROOT).records["city"]["london"]["name"][Path(whole.base).stem])
    window.locator(".hb-all").click()
    assert window.locator(".hb-page:visible").count() > 30


@ENGLISH
@pytest.mark.parametrize("anchor", ["%E4%BC", "nowhere", "hb-index", "cities-london--nothing"])
def test_addresses_that_lead_nowhere(anchor: str, reader: Reader) -> None:
    """A cut or wrong address shows the first page, and all works from there."""
    window = reader.visit(f"{reader.base}#{anchor}")
    shown = window.locator(".hb-page:visible")
    assert [one.get_attribute("id") for one in shown.all()] == ["index"]
    assert go(window, "glossary").is_visible()


@ENGLISH
def test_keyboard(reader: Reader) -> None:
    """Contents, page, rating and level are reached and changed by keys alone."""
    window = reader.visit(f"{reader.base}#assess")
    name_group(window)
    go(window, "workshop")
    window.locator(".hb-toc summary").focus()
    window.keyboard.press("Enter")
    window.locator('.hb-toc a[href="#assess"]').focus()
    window.keyboard.press("Enter")
    window.locator("#assess.hb-current").wait_for()
    inside = "document.activeElement.closest('.hb-page').id"
    assert window.evaluate(inside) == "assess"
    assert not window.locator(".hb-toc nav").is_visible()
    window.keyboard.press("Tab")
    assert window.evaluate(inside) == "assess"
    window.locator("[data-rate='system/data'] input[type=radio]").first.focus()
    for _ in range(2):
        window.keyboard.press("ArrowRight")

    assert "3 " in window.locator("[data-table=assess-result] [data-row='system/data']").inner_text()


@ENGLISH
def test_panel_goes_along(reader: Reader) -> None:
    """Group and files are on pages with something to fill in and nowhere else; progress and filter where items are."""
    window = reader.visit(reader.base)
    go(window, "assess")
    name_group(window)
    shown = {}
    for anchor in (
        "index",
        "checklists-goals",
        "assess",
        "lessons-open-data",
        "merge",
        "compare",
        "checklists-framework",
    ):
        page = go(window, anchor)
        parts = (".hb-panel", ".hb-whole", ".hb-tools > .hb-field")
        shown[anchor] = tuple(page.locator(f"[data-work] {part}:visible").count() for part in parts)
    items = window.locator("#checklists-framework [data-item]").count()

    assert shown == {
        "index": (0, 0, 0), "checklists-goals": (1, 1, 1), "assess": (1, 0, 0), "lessons-open-data": (1, 1, 1),
        "merge": (0, 0, 0), "compare": (0, 0, 0), "checklists-framework": (1, 1, 1),
    }  # fmt: skip
    assert str(items) in window.locator("#checklists-framework .hb-work .hb-whole").inner_text()


@CHINESE
def test_answers_stay(reader: Reader) -> None:
    """Items and ratings are there again when the file is opened anew."""
    window = reader.visit(reader.base)
    before = answers(window)
    answer(window)
    window.reload()

    assert before == NOTHING
    assert answers(window) == GIVEN


@ENGLISH
def test_save_wipe_load(reader: Reader, tmp_path: Path) -> None:
    """One saved file brings items and ratings back, and one button clears both."""
    window = reader.visit(reader.base)
    answer(window)
    file = saved(window, say(window, "work-save"), tmp_path)
    window.once("dialog", lambda dialog: dialog.accept())
    window.get_by_role("button", name=say(window, "work-clear")).click()
    cleared = answers(window)
    window.evaluate("localStorage.clear()")
    window.reload()
    wiped = answers(window)
    load(go(window, "assess"), file)

    assert cleared == (*NOTHING[:-1], "Blue")
    assert wiped == NOTHING
    assert answers(window) == GIVEN


@ENGLISH
def test_copy(reader: Reader, browser: Browser, tmp_path: Path) -> None:
    """A copy, and a copy of it, open elsewhere with all answers, with scripts and without, and are told to be one."""
    window = reader.visit(reader.base)
    answer(window)
    first = saved(window, say(window, "work-copy"), tmp_path).rename(tmp_path / "first.html")
    with opened(browser, first) as elsewhere:
        window = elsewhere.visit(f"{elsewhere.base}#assess")
        assert answers(window) == GIVEN
        window.locator("[data-rate='system/data'] input[type=radio]").nth(1).check()
        window.locator("[data-rate='system/security'] input[type=radio]").nth(4).check()
        second = saved(window, say(window, "work-copy"), tmp_path).rename(tmp_path / "second.html")
    with opened(browser, second) as elsewhere:
        window = elsewhere.visit(f"{elsewhere.base}#assess")
        assert window.locator(".hb-page:visible").count() == 1
        assert answers(window)[4:] == (2, 1, "Blue")
        assert window.locator(".hb-panel").count() == 1
        silent = elsewhere.visit(elsewhere.base, java_script_enabled=False)
        row = silent.locator("[data-rate='system/data']")
        assert silent.locator(".hb-box", has_text="✓").count() == 3
        assert (row.locator("[data-level='2']").text_content() or "").strip() == "✓"
        assert silent.locator("svg.hb-figure rect").count() == 2
        assert SCRIPT in (silent.locator("[data-table=assess-result]").text_content() or "")
        assert NOTE.splitlines()[1] in (silent.locator(GOALS).text_content() or "")
        assert silent.title() == WORDS["site-name"][Path(reader.base).stem]
    said = handbook("--verify", second)

    assert said.exit_code == 1
    assert "a group's answers inside" in said.output


def test_merge(reader: Reader, tmp_path: Path) -> None:
    """Two sound files and a malformed one: figure, tables, CSV and the text for the editors."""
    one = next(name for name in Data(ROOT).items() if name.startswith("system."))
    blue = progress(
        "Blue",
        items={one: {"state": "done", "note": "=1+1", "forEditors": True}},
        ratings={"system/data": {"level": 2}},
    )
    red = progress("Red", items={one: {"state": "under-way", "note": SCRIPT}}, ratings={"system/data": {"level": 5}})
    window = reader.visit(f"{reader.base}#merge")
    page = window.locator("#merge")
    load(page, upload("blue.json", blue), upload("broken.json", b"{no json"), upload("red.json", red))
    table = saved(window, say(window, "work-csv"), tmp_path).read_text(encoding="utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(table)) for cell in line]

    assert "JSON" in page.locator('[data-file="broken.json"]').inner_text()
    assert page.locator("[data-sound=yes]").count() == 2
    assert page.locator(f'[data-row="{one}"] [data-column=agreement]').inner_text() == "1 / 2"
    assert page.locator('[data-row="system/data"] [data-column=mean]').inner_text() == "3.5"
    assert SCRIPT in page.locator(f'[data-row="{one}"]').inner_text()
    assert page.locator("svg.hb-figure circle").count() == 2
    assert "'=1+1" in cells
    assert re.search(r"`system/[a-z]+` \(`data/systems/[a-z]+\.yml`\)", page.locator(".hb-issue").input_value())
    assert window.evaluate("window.harmed") is None
    go(window, "assess")
    assert answers(window) == NOTHING, "what is merged is nobody's own"


@ENGLISH
def test_text_can_be_dragged_into_a_note(reader: Reader) -> None:
    """What is dropped is left to the browser unless it is a file."""
    drop = """() => { const dataTransfer = new DataTransfer(); dataTransfer.setData('text/plain', 'a word');
      return document.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })); }"""
    window = reader.visit(reader.base)
    go(window, "merge")

    assert window.evaluate(drop) is True


@ENGLISH
def test_files_are_dropped_on_the_page_for_them_alone(reader: Reader) -> None:
    """A file that is dropped beside its place neither replaces the page nor lands among the merged ones unseen."""
    drop = """() => { const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File(['{}'], 'x.json'));
      return document.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })); }"""
    window = reader.visit(f"{reader.base}#index")
    assert window.evaluate(drop) is False
    go(window, "merge")
    before = window.locator(".hb-files li").count()
    assert window.evaluate(drop) is False
    window.locator(".hb-files li").wait_for()

    assert before == 0


@ENGLISH
@pytest.mark.parametrize("anchor", ["checklists-goals", "assess", "merge", "compare"])
def test_print(anchor: str, reader: Reader) -> None:
    """After rating, each page prints whole: nothing wider than the paper, no control, and nothing of another page."""
    window = reader.visit(reader.base)
    answer(window)
    page = go(window, anchor)
    if anchor == "merge":
        load(page, upload("red.json", progress("Red", ratings={"system/data": {"level": 5}})))
    window.set_viewport_size({"width": 680, "height": 1000})  # A4 without its margins
    window.emulate_media(media="print")
    controls = page.locator("button:visible, select:visible, summary:visible, textarea:visible")
    shown = {
        "checklists-goals": f"{GOALS} [data-item]:visible", "assess": "[data-table=assess-result]:visible",
        "merge": "[data-table=merge-merged_ratings]:visible", "compare": "[data-table=compare]:visible",
    }  # fmt: skip

    assert window.locator(".hb-page:visible").count() == 1
    assert window.locator(shown[anchor]).count() >= 1
    assert page.locator(".hb-rate:visible").count() == 0
    in_table = "one => one.closest('.hb-table, .hb-compared, .hb-compared__sources') !== null"
    assert [one.inner_text() for one in controls.all() if not one.evaluate(in_table)] == []
    assert anchor == "compare" or window.evaluate("document.documentElement.scrollWidth") <= 680
    assert anchor not in ("checklists-goals", "assess") or "Blue" in page.locator(".hb-sheet").inner_text()
    assert 1 <= pages_of(window.pdf(format="A4", prefer_css_page_size=True)) <= (20 if anchor == "compare" else 4)


@ENGLISH
def test_figure_fits_a_telephone(reader: Reader) -> None:
    """What was rated before is drawn for the width that the page has once it is shown."""
    window = reader.visit(reader.base, viewport={"width": 390, "height": 800})
    answer(window)
    go(window, "index")
    window.reload()
    go(window, "assess")
    window.wait_for_function("document.querySelector('svg.hb-figure').viewBox.baseVal.width === 340")

    assert window.evaluate("document.documentElement.scrollWidth") == 390


@ENGLISH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_the_device(scheme: Any, reader: Reader) -> None:
    """The file is dark where the device is."""
    window = reader.visit(reader.base, color_scheme=scheme)
    paper = window.evaluate("getComputedStyle(document.body).backgroundColor")
    bright = sum(map(int, re.findall(r"\d+", paper)[:3])) > 380

    assert bright == (scheme == "light")


def test_a_filter_and_the_addresses_of_a_list_reach_all_of_its_pages(whole: Reader) -> None:
    last = some(Data(ROOT).sources, 150)[-1]
    window = whole.visit(f"{whole.base}#sources--{last}")
    window.wait_for_url(re.compile(rf"#sources-\d+--{last}$"))
    assert window.locator(f"[id$='--{last}']").is_visible()

    page = go(window, "sources")
    page.locator("[data-narrow] [name=words]").fill(last)
    page.locator(f".hb-source:visible:has(code:text-is('{last}'))").wait_for()
    window.evaluate("name => { location.hash = name }", f"sources--{last}")
    window.locator(f".hb-current [id$='--{last}']").wait_for()


def test_without_scripts(whole: Reader) -> None:
    """Without scripts all of it can be read, below a table of contents, and nothing is there that would not work."""
    window = whole.visit(whole.base, java_script_enabled=False)
    pages, links, rates, controls = window.evaluate(
        "all => all.map(one => [...document.querySelectorAll(one)].filter(one => one.checkVisibility()).length)",
        [".hb-page", ".hb-toc a", "[data-rate]", "button, input, select, textarea"],
    )

    assert pages > 30
    assert links > 30
    assert rates > 15
    assert controls == 0


def test_a_dossier_is_collected_and_taken_away(reader: Reader, tmp_path: Path) -> None:
    """From any page of the file, and compared with it."""
    window = reader.visit(reader.base)
    for page, selector in (("cities-london", ".hb-measure > [data-ref]"), ("checklists-goals", "[data-item]")):
        shown = go(window, page)
        if window.locator("[data-collect] > button").get_attribute("aria-pressed") == "false":
            window.locator("[data-collect] > button").click()
        shown.locator(f"{selector} .hb-plus").first.click()
    shown = go(window, "dossier")
    entries = shown.locator(".hb-dossier__entry")
    entries.nth(1).wait_for()
    told = shown.locator("[data-dossier-page]").inner_text()
    text = entries.first.locator(".hb-typed p").first.inner_text()
    files = [taken(window, say(window, f"work-dossier-{kind}"), tmp_path) for kind in ("html", "markdown")]
    entries.first.locator("a").first.click()
    window.locator("#cities-london.hb-current").wait_for()

    assert re.search("nothing has changed|没有改动", told)
    assert [text[:20] in one for one in files] == [True, True]
