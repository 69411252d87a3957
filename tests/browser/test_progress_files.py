"""Files of progress and copies of pages: what was saved is there again elsewhere, and no file does harm."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.built import Site
from tests.support.reading import PATIENCE, Reader
from tests.support.workshop import (
    NOTE,
    SCRIPT,
    again,
    at_work,
    fill,
    group_name,
    item,
    known,
    load,
    merged,
    name_group,
    progress,
    saved,
    upload,
)


def test_save_wipe_load(opened: Reader, tmp_path: Path) -> None:
    """A saved file brings everything back after the browser has forgotten it."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "A/B: north")
    fill(window)
    file = saved(window, "Save to a file", tmp_path)
    window.evaluate("localStorage.clear()")
    window = again(window, group="")
    wiped = item(window).locator("[name=note]").input_value()
    load(window, file)

    assert re.fullmatch(r"handbook-A-B-north-\d{4}-\d\d-\d\d\.json", file.name)
    assert wiped == ""
    assert item(window).locator("[name=note]").input_value() == NOTE
    assert item(window).locator("[name=owner]").input_value() == "Data office"
    assert group_name(window) == "A/B: north"
    assert window.locator(".hb-report").count() == 0


def test_load_after_the_handbook_changed(opened: Reader, offline: Site, tmp_path: Path) -> None:
    """What was added, reworded and taken away is named; what was typed stays, and is saved again."""
    hashes = dict(known(offline)["hashes"])
    ids = [one["data-item"] for one in offline.page("en", "checklists/goals/").elements if "data-item" in one]
    del hashes[ids[0]]
    hashes[ids[1]] = "abcdef"
    gone = "path.goals.retired-item"
    hashes[gone] = "123456"
    items = {gone: {"state": "done", "note": SCRIPT}, ids[1]: {"note": "kept"}}
    content = progress("Blue", items=items, ratings={"system/retired": {"forEditors": True}}, known=hashes)
    window = opened.open("en", "checklists/goals/")
    load(window, upload("old.json", content))
    report = window.locator(".hb-report")
    report.locator("details").first.wait_for()
    text = report.text_content() or ""
    again_saved = json.loads(saved(window, "Save to a file", tmp_path).read_text(encoding="utf-8"))

    assert "1 added, 1 reworded, 2 not in this copy" in text
    assert "system/retired" in text
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

    assert item(window).locator("[name=note]").input_value() == NOTE
    assert item(window).locator("[name=state]").input_value() == "under-way"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_page_copy(scripts: bool, opened: Reader, tmp_path: Path) -> None:
    """A copy of the page opens alone, shows the answers with and without scripts, and is itself a page to work in."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    fill(window)
    file = saved(window, "Save a copy of the page", tmp_path)
    context = window.context.browser.new_context(java_script_enabled=scripts)  # type: ignore[union-attr]
    context.set_default_timeout(PATIENCE)
    faults: list[str] = []
    copy = context.new_page()
    copy.on("pageerror", lambda error: faults.append(str(error)))
    copy.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(file.as_uri()) else None)
    copy.goto(file.as_uri())
    try:
        if scripts:
            assert group_name(copy) == "Blue"
            assert item(copy).locator("[name=note]").input_value() == NOTE
            item(copy).locator("summary").click()
            item(copy).locator("[name=note]").fill("Changed in the copy")
            copy.reload()
            assert item(copy).locator("[name=note]").input_value() == "Changed in the copy"
            assert "Changed in the copy" in saved(copy, "Save a copy of the page", tmp_path).read_text(encoding="utf-8")
            assert "Changed in the copy" in saved(copy, "Download the checklist (CSV)", tmp_path).read_text("utf-8")
        else:
            assert NOTE.splitlines()[1] in copy.locator("body").inner_text()
            assert "Group: Blue" in copy.locator("body").inner_text()
        assert faults == []
    finally:
        context.close()


def test_copy_of_a_copy(opened: Reader, tmp_path: Path) -> None:
    """What is taken back in a copy is not in a copy of that copy either."""
    window = at_work(opened, "en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.check()
    first = saved(window, "Save a copy of the page", tmp_path).rename(tmp_path / "first.html")
    window = again(window, first.as_uri(), "")
    ticked = window.locator(".hb-box", has_text="✓").count()
    item(window).get_by_role("checkbox").first.uncheck()
    second = saved(window, "Save a copy of the page", tmp_path).read_text(encoding="utf-8")

    assert ticked == 1
    assert first.read_text(encoding="utf-8").count(">✓<") == 1
    assert ">✓<" not in second


ATTACKS: dict[str, tuple[bytes, str]] = {
    "not JSON": (b"alert(1)", "not JSON"),
    "other JSON": (b"[1, 2]", "not a progress file"),
    "nothing": (b"", "not JSON"),
    "newer format": (json.dumps(progress("A") | {"version": 3}).encode(), "version 3"),
    "Unknown key": (json.dumps(progress("A", evil=1)).encode(), "Unknown key"),
    "missing key": (
        json.dumps({key: value for key, value in progress("A").items() if key != "saved"}).encode(),
        "missing",
    ),
    "prototype": (b'{"__proto__": {"harmed": 1}, ' + json.dumps(progress("A")).encode()[1:], "Unknown key"),
    "prototype id": (
        json.dumps(progress("A")).replace('"items": {}', '"items": {"__proto__": {"state": "done"}}').encode(),
        "cannot be an id",
    ),
    "constructor id": (json.dumps(progress("A", ratings={"constructor": {"level": 1}})).encode(), "cannot be an id"),
    "markup as id": (json.dumps(progress("A", items={SCRIPT: {"state": "done"}})).encode(), "cannot be an id"),
    "wrong state": (json.dumps(progress("A", items={"system.data.x": {"state": "won"}})).encode(), "is wrong"),
    "wrong level": (json.dumps(progress("A", ratings={"system/data": {"level": 6}})).encode(), "is wrong"),
    "list as entry": (json.dumps(progress("A", items={"system.data.x": []})).encode(), "is wrong"),
    "no date": (json.dumps(progress("A", saved="yesterday")).encode(), "is wrong"),
    "32 MB and a byte": (json.dumps(progress("A")).encode().ljust(32 * 1024 * 1024 + 1), "32 MB"),
    "long name": (json.dumps(progress("x" * 201)).encode(), "is wrong"),
    "long note": (json.dumps(progress("A", items={"system.data.x": {"note": "x" * 20_001}})).encode(), "is wrong"),
    "long owner": (json.dumps(progress("A", items={"system.data.x": {"owner": "x" * 201}})).encode(), "is wrong"),
    "no day": (json.dumps(progress("A", items={"system.data.x": {"date": "1.12.2026"}})).encode(), "is wrong"),
    "long id": (json.dumps(progress("A", items={f"system.data.{'x' * 189}": {}})).encode(), "cannot be an id"),
    "long hash": (json.dumps(progress("A", known={"system/data": "x" * 17})).encode(), "is wrong"),
    "unknown hash": (json.dumps(progress("A", known={"x": "abcdef"})).encode(), "cannot be an id"),
    "5,001 items": (json.dumps(progress("A", items={f"a.b.c{n}": {} for n in range(5_001)})).encode(), "too many"),
    "5,001 ratings": (json.dumps(progress("A", ratings={f"a/b{n}": {} for n in range(5_001)})).encode(), "too many"),
}
"""Content of a file, and what is said of it."""


def test_attackers_are_told_why(opened: Reader, tmp_path: Path) -> None:
    """No file does harm, whatever is in it; what is wrong is named, and all that is sound is read."""
    sound = progress(SCRIPT, ratings={"system/data": {"level": 1}})
    contents = {name: content for name, (content, _) in ATTACKS.items()} | {SCRIPT[:9]: json.dumps(sound).encode()}
    for name, content in contents.items():
        (tmp_path / f"{name}.json").write_bytes(content)
    window = merged(opened, *sorted(tmp_path.iterdir()))
    told = {name: window.locator(f'[data-file="{name}.json"]').inner_text() for name in ATTACKS}

    assert {name: text for name, text in told.items() if ATTACKS[name][1] not in text} == {}
    refused = window.locator("[data-sound=no]").evaluate_all("all => all.map(one => one.dataset.file)")
    assert {name.removesuffix(".json") for name in refused} == {
        "not JSON", "other JSON", "nothing", "newer format", "32 MB and a byte",
    }  # fmt: skip
    assert SCRIPT in window.locator("[data-table=merge-merged_ratings]").inner_text()
    assert window.locator("main img[src=x]").count() == 0
    assert window.evaluate("window.harmed || {}.harmed") is None


def test_what_just_fits_is_read(opened: Reader) -> None:
    """The limits are those that are said: 32 MB, 5,000 entries, 20,000 signs of a note and 200 of a name."""
    window = opened.open("en", "checklists/goals/")
    name = item(window).get_attribute("data-item") or ""
    fits = {"note": "n" * 20_000, "owner": "o" * 200}
    others = {f"system.data.{'x' * 183}-{n:04}": {} for n in range(4_999)}
    content = json.dumps(progress("g" * 200, items={name: fits, **others})).encode().ljust(32 * 1024 * 1024)
    load(window, upload("large.json", content))

    assert group_name(window) == "g" * 200
    assert item(window).locator("[name=note]").input_value() == fits["note"]
    assert item(window).locator("[name=owner]").input_value() == fits["owner"]


def test_attacker_on_a_checklist(opened: Reader) -> None:
    """A file with an id that cannot be one costs a group nothing, and is told."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    item(window).get_by_role("checkbox").first.check()
    load(window, upload("evil.json", json.loads(ATTACKS["prototype id"][0]) | {"group": "Blue"}))

    assert "cannot be an id" in window.locator(".hb-fault").inner_text()
    assert item(window).get_by_role("checkbox").first.is_checked()
