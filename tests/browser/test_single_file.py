"""The single file: whole and small enough, checked against itself, and in a browser all that the folder does.

Every test in a browser opens the file from disk through `reading`, which fails on any request to elsewhere and on any
error in the console; a script that the file's own policy refuses is one.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.browser.test_workshop import NOTE, SCRIPT, pages_of, progress, saved, upload
from tests.support.built import ROOT, Data, Page, Site, copy_project
from tests.support.reading import Reader, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Window

MOST = 3_000_000
"""Bytes of the whole handbook in one language."""
WORDS = Data(ROOT).file("labels")
PART = ("--city", "london", "--path", "goals", "--path", "framework")
ENGLISH = pytest.mark.parametrize("part", ["en"], indirect=True)
CHINESE = pytest.mark.parametrize("part", ["zh"], indirect=True)
"""For what is the same in both languages; one of them is enough."""
ITEM = "#checklists-goals [data-item] >> nth=0"
GOALS = "#checklists-goals"


def handbook(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["bundle", *map(str, arguments)])


def made(file: Path, *arguments: str) -> Path:
    """Make a single file of the shipped handbook."""
    result = handbook("--root", ROOT, "--single-file", *arguments, "--out", file)
    assert result.exit_code == 0, result.output
    return file


@pytest.fixture(scope="session", params=["zh", "en"])
def part(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a part of it that is quick to open; not to be written to."""
    return made(tmp_path_factory.mktemp("part") / f"{request.param}.html", "--lang", request.param, *PART)


@pytest.fixture
def reader(browser: Browser, part: Path) -> Iterator[Reader]:
    """Return a reader of that part in each language, from disk and without a network."""
    with opened(browser, part) as reader:
        yield reader


@pytest.fixture
def whole(browser: Browser, single: Path) -> Iterator[Reader]:
    """Return a reader of the whole handbook."""
    with opened(browser, single) as reader:
        yield reader


def opened(browser: Browser, file: Path) -> Any:
    """Return a reader of a file."""
    return reading(browser, Site(file.parent, ROOT, directory_urls=False, output=""), file.as_uri())


def say(window: Window, word: str) -> str:
    """Return an interface word in the language of the window."""
    language = "zh" if (window.locator("html").get_attribute("lang") or "").startswith("zh") else "en"
    text: str = WORDS[word][language]
    return text


def go(window: Window, anchor: str) -> Locator:
    """Lead the window to a page of the file, and return that page."""
    window.evaluate("anchor => { location.hash = anchor }", anchor)
    page = window.locator(f"#{anchor}.hb-current")
    page.wait_for()
    return page


def load(page: Locator, *files: Any) -> None:
    """Choose files on a page of the file and wait until it has said what became of them."""
    status = page.locator(".hb-work .hb-status").first
    before = status.inner_text()
    page.locator("input[type=file]").set_input_files(list(files))
    page.page.wait_for_function(
        "text => document.querySelector('.hb-current .hb-work .hb-status').innerText !== text", arg=before
    )


def answer(window: Window) -> None:
    """Name the group, fill in an item and rate a system."""
    page = go(window, "checklists-goals")
    page.get_by_label(say(window, "work-group")).fill("Blue")
    window.keyboard.press("Tab")
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
        window.locator(".hb-panel input").first.input_value(),
    )


GIVEN = (True, NOTE, True, SCRIPT, 1, 1, "Blue")
NOTHING = (False, "", False, "", 0, 0, "")


# The file


def check_whole(file: Path) -> Page:
    """Check that all ids are there once, every link leads somewhere inside, nothing is asked for, and the size."""
    page = Page(file.name, file.read_text(encoding="utf-8"))
    inside = [one["href"][1:] for one in page.root.all("a") if one["href"].startswith("#")]
    asked = [address for one, address in page.links() if one.tag != "a" and address != "data:,"]

    assert file.stat().st_size <= MOST
    assert len(page.ids) == len(page.anchors)
    assert [anchor for anchor in inside if anchor not in page.anchors] == []
    assert [one["href"] for one in page.root.all("a") if not one["href"].startswith(("#", "https:", "http:"))] == []
    assert asked == []
    assert page.faults == []
    return page


def test_whole(single: Path) -> None:
    """The file holds every page but the contributors', each once, and no facilitator's."""
    page = check_whole(single)
    held = {one["id"] for one in page.root.all("section", "hb-page")}
    wanted = {name.strip("/").replace("/", "-") or "index" for name in Data(ROOT).pages()} - {"contribute"}

    assert {"assess", "merge", "workshop"} <= held
    assert {name for name in wanted if name not in held and f"{name}-index" not in held} == set()
    assert not [name for name in held if name.startswith("facilitator")]
    assert len(page.root.all("span", "hb-left-out")) == 3, "links to the contributors' page"


def test_macros_of_hand_written_pages(tmp_path: Path) -> None:
    """They are evaluated; what cannot be is named with its page, and nothing is written."""
    project = copy_project(tmp_path / "project")
    file = project / "content" / "en" / "workshop.md"
    text = file.read_text(encoding="utf-8")
    order = ("--root", project, "--single-file", "--lang", "en", "--out", tmp_path / "a.html")
    for call in ("{{ nosuch() }}", '{{ checklist("nosuch") }}', "See {{ home() }} here."):
        file.write_text(f"{text}\n{call}\n", encoding="utf-8")
        refused = handbook(*order)
        assert refused.exit_code == 1, call
        assert "content/en/workshop.md" in refused.output
        assert "Traceback" not in refused.output
        assert not (tmp_path / "a.html").exists()
    file.write_text(f'{text}\n{{{{ checklist("goals") }}}}\n', encoding="utf-8")
    made = handbook(*order)

    assert made.exit_code == 0, made.output
    assert (tmp_path / "a.html").read_text(encoding="utf-8").count('id="workshop--i-goals-') > 5


def test_whole_with_the_facilitators_pages(tmp_path: Path) -> None:
    """With the option three pages a step are inside, the agendas in the contents, and it is still small enough."""
    page = check_whole(made(tmp_path / "led.html", "--lang", "en", "--facilitator"))
    held = {one["id"] for one in page.root.all("section", "hb-page") if one["id"].startswith("facilitator")}
    listed = {one["href"] for one in page.root.one("details", "hb-toc").all("a")}
    steps = Data(ROOT).records["path"]

    assert held == {f"facilitator-{name}{page}" for name in steps for page in ("", "-hand-out", "-projector")}
    assert {f"#facilitator-{name}" for name in steps} <= listed


@ENGLISH
def test_same_bytes(part: Path, tmp_path: Path) -> None:
    """Made again, it is the same file."""
    assert made(tmp_path / "again.html", "--lang", "en", *PART).read_bytes() == part.read_bytes()


# Checked against itself


@ENGLISH
def test_verify(part: Path, tmp_path: Path) -> None:
    """As it was made it is told what it is; a single changed byte anywhere is noticed."""
    sound = handbook("--verify", part)
    data = part.read_bytes()
    file = tmp_path / "x.html"
    for place in (20, data.index(b"sha256") + 12, len(data) - 30):
        file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        changed = handbook("--verify", file)
        assert changed.exit_code == 1
        assert f"{file} is not as it was made" in changed.output
    file.write_bytes(data.replace(b"\n", b"\r\n"))
    assert handbook("--verify", file).exit_code == 1

    assert sound.exit_code == 0
    assert re.search(rf"is as it was made: .+, version \S+, data of {Data(ROOT).newest()}", sound.output)


@ENGLISH
def test_manifest(part: Path) -> None:
    """The manifest states the edition; its hash is that of the file with zeros in the hash's place."""
    text = part.read_text(encoding="utf-8")
    held = json.loads("".join(map(str, _by_id(Page("", text), "hb-manifest").children)))
    digest = hashlib.sha256(text.replace(held["sha256"], "0" * 64).encode()).hexdigest()

    assert held["sha256"] == digest
    assert held["selection"] == {"languages": ["en"], "cities": ["london"], "paths": ["goals", "framework"]}
    assert (held["data_date"], bool(held["version"])) == (Data(ROOT).newest(), True)


def _by_id(page: Page, name: str) -> Any:
    (found,) = [one for one in page.elements if one["id"] == name]
    return found


OPENS, SOUND = (
    b'<script type="application/json" id="hb-manifest">',
    b'{"handbook": "x", "version": "1", "data_date": "2026", ',
)
HASH = b'"sha256": "' + b"0" * 64 + b'"'
HOSTILE = {
    "empty": (b"", "there is no manifest in it"),
    "not UTF-8": (b"\xff\xfe<html>" + OPENS + b"\xff\xff</script>", "does not have one SHA-256"),
    "two manifests": (2 * (OPENS + SOUND + b'"commit": "", ' + HASH + b"}</script>"), "there are 2 manifests"),
    "many openings": (OPENS * 200_000, "there are 200000 manifests"),
    "without an end": (OPENS + SOUND + HASH, "does not end"),
    "an end too far": (OPENS + b" " * 5_000_000 + b"</script>", "does not end"),
    "broken JSON": (OPENS + b"{no " + HASH + b"</script>", "is not JSON"),
    "bytes that are no JSON": (OPENS + b"{\xff " + HASH + b"</script>", "is not JSON"),
    "deep JSON": (OPENS + b"[" * 40_000 + HASH + b"</script>", "is not JSON"),
    "a list": (OPENS + b"[{" + HASH + b"}]</script>", "has no 'handbook'"),
    "two hashes": (
        OPENS + SOUND + b'"commit": "", ' + HASH + b", " + HASH + b"}</script>",
        "does not have one SHA-256",
    ),
    "a number as version": (OPENS + b'{"handbook": "x", "version": 1, ' + HASH + b"}</script>", "has no 'version'"),
    "signs that steer a terminal": (OPENS + b'{"handbook": "\\u001b[2J", ' + HASH + b"}</script>", "has no 'handbook'"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_verify_what_is_no_bundle(name: str, tmp_path: Path) -> None:
    """Whatever a file holds, it is told in a line why it is no bundle."""
    content, said = HOSTILE[name]
    file = tmp_path / "x.html"
    file.write_bytes(content)
    result = handbook("--verify", file)

    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.startswith(f"error: {file} is no bundle: ")
    assert said in result.output
    assert result.output.isascii()
    assert len(result.output.splitlines()) == 1


def test_verify_a_huge_file(tmp_path: Path) -> None:
    """A file that would fill the memory is not even read."""
    with (tmp_path / "x.html").open("wb") as file:
        file.truncate(20_000_000_000)

    assert "is larger than 100 MB" in handbook("--verify", tmp_path / "x.html").output


# In a browser


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
    window = reader.visit(f"{reader.base}#workshop")
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
    assert [one.inner_text() for one in controls.all() if one.evaluate("one => !one.closest('.hb-table')")] == []
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


def test_without_scripts(whole: Reader) -> None:
    """Without scripts all of it can be read, below a table of contents, and nothing is there that would not work."""
    window = whole.visit(whole.base, java_script_enabled=False)
    controls = window.locator(":is(button, input, select, textarea):visible")

    assert window.locator(".hb-page:visible").count() > 30
    assert window.locator(".hb-toc a:visible").count() > 30
    assert window.locator("[data-rate]:visible").count() > 15
    assert controls.count() == 0
