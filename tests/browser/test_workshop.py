"""Workshops in the browser, from a folder and without a network: nothing typed is lost, and no file does harm.

Every test runs on pages opened by `opened`, which fails on any request to elsewhere and any error in the console.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.built import LANGUAGES, Site
from tests.support.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NOTE = "No data office yet.\nAsk Li <b>first</b>."
SCRIPT = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>'
NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


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


def load(window: Page, *files: Any) -> None:
    """Choose files and wait until the page has said what became of them."""
    status = window.locator(".hb-status").first
    before = status.inner_text()
    window.locator("input[type=file]").set_input_files(list(files))
    window.wait_for_function("text => document.querySelector('.hb-status').innerText !== text", arg=before)


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


def name_group(window: Page, name: str) -> None:
    """Enter the name of the group."""
    window.get_by_label("Name of the group").fill(name)
    window.keyboard.press("Tab")


def again(window: Page, address: str | None = None) -> Page:
    """Close a page and open it, or another one, anew in the same browser."""
    context, address = window.context, address or window.url
    window.close()
    fresh = context.new_page()
    fresh.goto(address)
    return fresh


def test_ticks_stay(opened: Reader) -> None:
    """Tick, close, open: the answers are there, in the other language and on the other pages of the group too."""
    window = opened.open("en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.check()
    name_group(window, "Blue team")
    fill(window, 1)
    window = again(window, opened.address("zh", "checklists/goals/"))

    assert item(window).get_by_role("checkbox").first.is_checked()
    assert item(window, 1).locator("[name=note]").input_value() == NOTE
    assert item(window, 1).locator("[name=state]").input_value() == "under-way"
    assert window.get_by_label("小组名称").input_value() == "Blue team"
    assert "1/" in window.locator(".hb-work .hb-whole").inner_text()


def test_the_overview_counts_every_list(opened: Reader) -> None:
    """What was ticked on one page is counted by step and by list, on it and on the page of all checklists."""
    window = opened.open("en", "checklists/framework/")
    own = window.locator('[data-item^="system.data."]')
    own_items = own.count()
    own.first.get_by_role("checkbox").first.check()
    bar = window.locator('[data-list="system.data."]')
    counted = bar.inner_text()
    window = again(window, opened.address("zh", "checklists/"))
    steps = window.locator(".hb-steps [data-list]")

    assert f"1 of {own_items} " in counted
    assert [text[:4] for text in steps.all_inner_texts()] == ["完成0/", "完成0/", "完成1/", "完成0/"]
    assert window.locator(".hb-work .hb-whole").inner_text().startswith("完成1/")
    assert window.get_by_label("只看").count() == 0


def test_groups_are_kept_apart(opened: Reader) -> None:
    """Two groups on one device do not see each other's answers, and find their own again."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    item(window).get_by_role("checkbox").first.check()
    name_group(window, "Red")
    red = item(window).get_by_role("checkbox").first.is_checked()
    name_group(window, "Blue")

    assert not red
    assert item(window).get_by_role("checkbox").first.is_checked()


def test_a_group_can_be_renamed(opened: Reader) -> None:
    """A new name begins empty, and may take the answers of the last one along; nothing is left under the old name."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Bleu")
    item(window).get_by_role("checkbox").first.check()
    name_group(window, "Blue")
    assert not item(window).get_by_role("checkbox").first.is_checked()
    window.get_by_role("button", name="Move what “Bleu” entered to this name").click()
    renamed = item(window).get_by_role("checkbox").first.is_checked()
    window = again(window, window.url)

    assert renamed
    assert item(window).get_by_role("checkbox").first.is_checked()
    assert window.get_by_label("Name of the group").input_value() == "Blue"
    name_group(window, "Bleu")
    assert not item(window).get_by_role("checkbox").first.is_checked()


def test_two_open_pages_do_not_undo_each_other(opened: Reader) -> None:
    """What one page writes is there when the other writes."""
    first = opened.open("en", "checklists/goals/")
    second = first.context.new_page()
    second.goto(first.url)
    item(first, 0).get_by_role("checkbox").first.check()
    item(second, 1).get_by_role("checkbox").first.check()
    window = again(second)

    assert [item(window, number).get_by_role("checkbox").first.is_checked() for number in (0, 1)] == [True, True]


def test_save_wipe_load(opened: Reader, tmp_path: Path) -> None:
    """A saved file brings everything back after the browser has forgotten it."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "A/B: north")
    fill(window)
    file = saved(window, "Save to a file", tmp_path)
    window.evaluate("localStorage.clear()")
    window = again(window)
    wiped = item(window).locator("[name=note]").input_value()
    load(window, file)

    assert re.fullmatch(r"handbook-A-B-north-\d{4}-\d\d-\d\d\.json", file.name)
    assert wiped == ""
    assert item(window).locator("[name=note]").input_value() == NOTE
    assert item(window).locator("[name=owner]").input_value() == "Data office"
    assert window.get_by_label("Name of the group").input_value() == "A/B: north"
    assert window.locator(".hb-report").inner_text() == ""


def test_no_storage_is_told_at_once(opened: Reader, tmp_path: Path) -> None:
    """Where the browser keeps nothing, the page says so before anybody types, and saving to a file works."""
    window = opened.open("en")
    window.add_init_script(NO_STORAGE)
    window.goto(opened.address("en", "checklists/goals/"))
    warned = window.get_by_role("alert").inner_text()
    item(window).get_by_role("checkbox").first.check()

    assert "keeps nothing" in warned
    assert json.loads(saved(window, "Save to a file", tmp_path).read_text())["items"]


def test_load_after_the_handbook_changed(opened: Reader, offline: Site, tmp_path: Path) -> None:
    """What was added, reworded and taken away is named; what was typed stays, and is saved again."""
    hashes = dict(known(offline)["hashes"])
    ids = [one["data-item"] for one in offline.page("en", "checklists/goals/").elements if "data-item" in one]
    del hashes[ids[0]]
    hashes[ids[1]] = "abcdef"
    gone = "path.goals.retired-item"
    hashes[gone] = "123456"
    content = progress("Blue", items={gone: {"state": "done", "note": SCRIPT}, ids[1]: {"note": "kept"}}, known=hashes)
    window = opened.open("en", "checklists/goals/")
    load(window, upload("old.json", content))
    report = window.locator(".hb-report")
    report.locator("details").first.wait_for()
    text = report.text_content() or ""
    again_saved = json.loads(saved(window, "Save to a file", tmp_path).read_text(encoding="utf-8"))

    assert "1 added, 1 reworded, 1 not in this copy" in text
    assert SCRIPT in text
    assert gone in text
    assert again_saved["items"][gone]["note"] == SCRIPT
    assert again_saved["items"][ids[1]]["note"] == "kept"
    assert window.evaluate("window.harmed") is None


def test_loading_joins(opened: Reader) -> None:
    """A file for a group that has answers already takes none of them away."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    fill(window)
    name = item(window).get_attribute("data-item") or ""
    old = progress("Blue", saved="2020-01-01T00:00:00.000Z", items={name: {"state": "done", "note": "An older note"}})
    load(window, upload("old.json", old))

    assert item(window).locator("[name=note]").input_value() == f"{NOTE}\n\nAn older note"
    assert item(window).locator("[name=state]").input_value() == "under-way"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_page_copy(scripts: bool, opened: Reader, tmp_path: Path) -> None:
    """A copy of the page opens alone, shows the answers with and without scripts, and is itself a page to work in."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    fill(window)
    file = saved(window, "Save a copy of the page", tmp_path)
    context = window.context.browser.new_context(java_script_enabled=scripts)  # type: ignore[union-attr]
    faults: list[str] = []
    copy = context.new_page()
    copy.on("pageerror", lambda error: faults.append(str(error)))
    copy.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(file.as_uri()) else None)
    copy.goto(file.as_uri())
    try:
        if scripts:
            assert item(copy).locator("[name=note]").input_value() == NOTE
            item(copy).locator("summary").click()
            item(copy).locator("[name=note]").fill("Changed in the copy")
            copy.reload()
            assert item(copy).locator("[name=note]").input_value() == "Changed in the copy"
            assert "Changed in the copy" in saved(copy, "Save a copy of the page", tmp_path).read_text(encoding="utf-8")
        else:
            assert NOTE.splitlines()[1] in copy.locator("body").inner_text()
            assert "Group: Blue" in copy.locator("body").inner_text()
        assert faults == []
    finally:
        context.close()


def test_copy_of_a_copy(opened: Reader, tmp_path: Path) -> None:
    """What is taken back in a copy is not in a copy of that copy either."""
    window = opened.open("en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.check()
    first = saved(window, "Save a copy of the page", tmp_path).rename(tmp_path / "first.html")
    window = again(window, first.as_uri())
    ticked = window.locator(".hb-box", has_text="✓").count()
    item(window).get_by_role("checkbox").first.uncheck()
    second = saved(window, "Save a copy of the page", tmp_path).read_text(encoding="utf-8")

    assert ticked == 1
    assert first.read_text(encoding="utf-8").count(">✓<") == 1
    assert ">✓<" not in second


def test_clearing_asks_first(opened: Reader) -> None:
    """Clearing a group asks first, and clears that group alone."""
    window = opened.open("en", "checklists/goals/")
    for group in ("Red", "Blue"):
        name_group(window, group)
        item(window).get_by_role("checkbox").first.check()
    window.once("dialog", lambda dialog: dialog.dismiss())
    window.get_by_role("button", name="Clear this group").click()
    refused = item(window).get_by_role("checkbox").first.is_checked()
    window.once("dialog", lambda dialog: dialog.accept())
    window.get_by_role("button", name="Clear this group").click()
    cleared = not item(window).get_by_role("checkbox").first.is_checked()
    name_group(window, "Red")

    assert refused
    assert cleared
    assert item(window).get_by_role("checkbox").first.is_checked()


def test_filter(opened: Reader) -> None:
    """A list narrows to the items of one state, and a link to a hidden one brings all back."""
    window = opened.open("en", "checklists/goals/")
    item(window, 1).locator("[name=state]").select_option("not-for-us")
    window.locator(".hb-tools select").select_option("not-for-us")
    shown = window.locator("[data-item]:visible").count()
    window.evaluate("location.hash = document.querySelector('[data-item]').id")
    item(window).wait_for()

    assert shown == 1
    assert window.locator("[data-item]:visible").count() > 1


def test_keyboard(opened: Reader) -> None:
    """Tick, state and note are reached and changed by keys alone."""
    window = opened.open("en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.focus()
    window.keyboard.press("Space")
    item(window).locator("[name=state]").focus()  # links to learn from may stand between
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    window.keyboard.type("typed")

    assert item(window).locator("[name=state]").input_value() == "not-for-us"
    assert item(window).locator("[name=note]").input_value() == "typed"


def test_assessment(opened: Reader, offline: Site, tmp_path: Path) -> None:
    """Levels and notes stay, are drawn and tabled, and are saved."""
    window = opened.open("en", "assess/")
    rows = window.locator("[data-rate]")
    rows.nth(0).get_by_role("radio").nth(3).check()
    rows.nth(1).get_by_role("radio").nth(0).check()
    rows.nth(0).locator("summary").click()
    rows.nth(0).locator("textarea").fill(SCRIPT)
    window = again(window)
    rows, result = window.locator("[data-rate]"), window.locator("[data-table=assess-result]")
    ratings = json.loads(saved(window, "Save to a file", tmp_path).read_text(encoding="utf-8"))["ratings"]

    assert {f"{kind}/{name}" for kind in ("system", "domain", "lesson") for name in offline.data.records[kind]} == {
        row.get_attribute("data-rate") for row in rows.all()
    }
    assert window.locator("svg.hb-figure rect").count() == 2
    assert "4 Working" in result.inner_text()
    assert SCRIPT in result.inner_text()
    assert [rating["level"] for rating in ratings.values()] == [4, 1]
    assert window.evaluate("window.harmed") is None


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


def leads(link: Locator, offline: Site) -> str:
    """Return the anchor that a link leads to; AssertionError unless its page has it."""
    page, _, anchor = str(link.get_attribute("href")).removeprefix(offline.folder.as_uri()).strip("/").partition("#")
    assert anchor in offline.pages[page].anchors, (page, anchor)
    return anchor


def test_merge(opened: Reader, offline: Site, tmp_path: Path) -> None:
    """Two sound files and a malformed one: the one is named with the reason, the others are compared."""
    one, files = two_groups(offline)
    window = merged(opened, files[0], upload("broken.json", b"{no json"), files[1])
    row = window.locator(f'[data-table=merge-merged_items] [data-row="{one}"]')
    rating = window.locator('[data-table=merge-merged_ratings] [data-row="system/data"]')
    table = saved(window, "Export as CSV", tmp_path).read_text(encoding="utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(table)) for cell in line]
    issue = window.get_by_label("For the editors").input_value()

    assert "not JSON" in window.locator('[data-file="broken.json"]').inner_text()
    assert row.locator("[data-column=agreement]").inner_text() == "1 / 2"
    assert SCRIPT in row.inner_text()
    assert [line.text_content() for line in row.locator("[data-column=state] p").all()] == [
        "Under way: Red",
        "Done: Blue",
    ]
    assert leads(row.locator("th a"), offline) == f"i-{'-'.join(one.split('.')[1:])}"
    assert leads(rating.locator("th a"), offline) == "data"
    assert rating.locator("[data-column=spread]").inner_text() == "3"
    assert rating.locator("[data-column=mean]").inner_text() == "3.5"
    assert window.locator("svg.hb-figure circle").count() == 2
    assert {"'=1+1", "'@SUM(A1)"} <= set(cells)
    assert [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")] == []
    assert "> =1+1" in issue
    assert re.search(r"`system/[a-z]+` \(`data/systems/[a-z]+\.yml`\)", issue)
    assert SCRIPT not in issue
    assert window.evaluate("window.harmed") is None


def test_merge_joins_the_files_of_a_group(opened: Reader, offline: Site) -> None:
    """An early and a late file of a group are one voice; a group that left an item alone has none on it."""
    one, two = [name for name in known(offline)["hashes"] if name.startswith("system.")][:2]
    early = progress("Blue", items={one: {"state": "done", "note": "early"}}, saved="2026-11-25T09:00:00.000Z")
    late = progress("Blue", items={one: {"state": "under-way"}}, saved="2026-11-25T12:00:00.000Z")
    red = progress("Red", items={two: {"state": "done"}})
    window = merged(opened, *(upload(f"{n}.json", held) for n, held in enumerate((late, early, red))))
    row = window.locator(f'[data-table=merge-merged_items] [data-row="{one}"]')

    assert [line.text_content() for line in row.locator("[data-column=state] p").all()] == [
        "Under way: Blue",
        "Left alone: Red",
    ]
    assert row.locator("[data-column=agreement]").inner_text() == "1 / 1"
    assert "early" in row.inner_text()
    assert [("joined" in line) for line in window.locator(".hb-files li").all_inner_texts()] == [False, True, False]


ATTACKS: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"alert(1)", "not JSON"),
    "other JSON": (b"[1, 2]", "not a progress file"),
    "nothing": (b"", "not JSON"),
    "newer format": (json.dumps(progress("A") | {"version": 2}).encode(), "version 2"),
    "unknown key": (json.dumps(progress("A", evil=1)).encode(), "unknown key"),
    "missing key": (
        json.dumps({key: value for key, value in progress("A").items() if key != "saved"}).encode(),
        "missing",
    ),
    "prototype": (b'{"__proto__": {"harmed": 1}, ' + json.dumps(progress("A")).encode()[1:], "unknown key"),
    "prototype id": (
        json.dumps(progress("A")).replace('"items": {}', '"items": {"__proto__": {"state": "done"}}').encode(),
        "cannot be an id",
    ),
    "constructor id": (json.dumps(progress("A", ratings={"constructor": {"level": 1}})).encode(), "cannot be an id"),
    "markup as id": (json.dumps(progress("A", items={SCRIPT: {"state": "done"}})).encode(), "cannot be an id"),
    "wrong state": (json.dumps(progress("A", items={"system.data.x": {"state": "won"}})).encode(), "value of"),
    "wrong level": (json.dumps(progress("A", ratings={"system/data": {"level": 6}})).encode(), "value of"),
    "list as entry": (json.dumps(progress("A", items={"system.data.x": []})).encode(), "value of"),
    "no date": (json.dumps(progress("A", saved="yesterday")).encode(), "value of"),
    "5 MB": (json.dumps(progress("x" * 5_000_000)).encode(), "2 MB"),
}


def test_attackers_are_told_why(opened: Reader, tmp_path: Path) -> None:
    """No file does harm, whatever is in it; each is named with the reason, and a sound one beside them is read."""
    sound = progress(SCRIPT, ratings={"system/data": {"level": 1}})
    contents = {name: content for name, (content, _) in ATTACKS.items()} | {SCRIPT[:9]: json.dumps(sound).encode()}
    for name, content in contents.items():
        (tmp_path / f"{name}.json").write_bytes(content)
    window = merged(opened, *sorted(tmp_path.iterdir()))
    told = {name: window.locator(f'[data-file="{name}.json"]').inner_text() for name in ATTACKS}

    assert {name: text for name, text in told.items() if ATTACKS[name][1] not in text} == {}
    assert window.locator("[data-sound=yes]").count() == 1
    assert SCRIPT in window.locator("[data-table=merge-merged_ratings]").inner_text()
    assert window.locator("main img[src=x]").count() == 0
    assert window.evaluate("window.harmed || {}.harmed") is None


def test_attacker_on_a_checklist(opened: Reader) -> None:
    """A refused file changes nothing that a group has."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    item(window).get_by_role("checkbox").first.check()
    load(window, upload("evil.json", ATTACKS["prototype id"][0]))

    assert "cannot be an id" in window.locator(".hb-status").first.inner_text()
    assert item(window).get_by_role("checkbox").first.is_checked()


def pages_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF as Chromium writes it."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("page", ["checklists/goals/", "assess/", "merge/"])
def test_print(page: str, opened: Reader, offline: Site) -> None:
    """On A4 nothing is wider than the paper, and no control is left."""
    window = opened.open("en", page)
    if page == "merge/":
        load(window, *two_groups(offline)[1])
    elif page == "assess/":
        window.locator("[data-rate] input[type=radio]").first.check()
    else:
        fill(window)
    window.set_viewport_size({"width": 680, "height": 1000})  # A4 without its margins
    window.emulate_media(media="print")
    shown = window.locator("main").get_by_role("button").or_(window.locator("main summary, main select"))
    content = window.locator("main").inner_text()

    assert [one.inner_text() for one in shown.all() if one.is_visible()] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 680
    assert page != "checklists/goals/" or NOTE.splitlines()[0] in content
    assert 1 <= pages_of(window.pdf(format="A4", prefer_css_page_size=True)) <= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["checklists/goals/", "assess/", "merge/", "workshop/"])
def test_without_scripts(page: str, language: str, opened: Reader) -> None:
    """Everything stays readable, and nothing is there that would not work."""
    window = opened.open(language, page, java_script_enabled=False)
    controls = window.locator("main").locator("button, input, select, textarea")

    assert len(window.locator("main").inner_text()) > 60
    assert [one for one in controls.all() if one.is_visible()] == []


def test_both_languages_know_the_same(offline: Site) -> None:
    """A file saved in one language is understood in the other."""
    en, zh = (json.loads(offline.text(f"assets/handbook-items.{one}.js")[20:-2]) for one in ("en", "zh"))

    assert {**en, "language": "", "levels": []} == {**zh, "language": "", "levels": []}
    assert len(en["levels"]) == len(zh["levels"]) == 5
    assert set(offline.data.items()) <= set(en["hashes"])


def test_scripts_stay_off_other_pages(offline: Site) -> None:
    """Only pages that need them carry the scripts; none has a handler or a style in its markup."""
    wanted = re.compile("/(checklists|lessons|implications|assess|merge)")
    carrying = {path for path, page in offline.language_pages.items() if "javascripts/core/store.js" in page.source}

    assert {path for path in carrying if not wanted.search(path)} == set()
    assert {f"{language}/checklists/goals.html" for language in LANGUAGES} <= carrying
