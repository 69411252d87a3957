"""Who sits here: nothing is written for the wrong group, nothing is lost on the way, and what is said is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.example import TESTS
from tests.support.reading import Reader
from tests.support.workshop import (
    NOTE,
    again,
    asks_before_leaving,
    at_work,
    fill,
    group_name,
    item,
    load,
    name_group,
    progress,
    saved,
    upload,
    wake,
)

CASES = TESTS / "data" / "progress"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('handbook:')).length"


def test_nothing_is_written_before_a_group_is_settled(reader: Reader) -> None:
    """The next group at a device finds a choice, and not the last one's answers; its first words are its own."""
    window = reader.open("en", "checklists/goals/")
    wake(window)
    disabled = [one.is_disabled() for one in item(window).locator("input, select, textarea").all()]
    kept = window.evaluate(KEPT)
    name_group(window, "Morning")
    fill(window)
    window = again(window, group="")
    first = item(window).locator("[name=note]").input_value()
    offered = window.locator(".hb-choice li button").all_inner_texts()
    name_group(window, "Afternoon")
    item(window, 1).get_by_role("checkbox").first.check()
    name_group(window, "Morning")

    assert disabled == [True] * len(disabled) != []
    assert kept == 0
    assert first == ""
    assert offered == ["Continue as Morning"]
    assert item(window).locator("[name=note]").input_value() == NOTE
    assert not item(window, 1).get_by_role("checkbox").first.is_checked()


def test_a_group_stays_on_the_way_from_page_to_page(reader: Reader) -> None:
    """Nobody is asked again in the same window, also where the list waits until it is wanted."""
    window = reader.open("en", "lessons/open-data/")
    waiting = window.locator(".hb-choice").count()
    window.get_by_role("button", name="Tick and take notes here").click()
    name_group(window)
    item(window).get_by_role("checkbox").first.check()
    window.goto(reader.address("en", "assess/"))
    there = group_name(window)
    window.goto(reader.address("zh", "lessons/open-data/"))
    window.locator(".hb-choice").wait_for()

    assert waiting == 0
    assert there == "Blue"
    assert group_name(window) == "Blue"
    assert item(window).get_by_role("checkbox").first.is_checked()


def test_a_name_that_is_taken_is_not_opened_in_silence(opened: Reader) -> None:
    """A second table that also calls itself by it is told, and may go on as the first."""
    window = at_work(opened, "zh", "checklists/goals/", "第1组")
    item(window).get_by_role("checkbox").first.check()
    window.get_by_role("button", name="换一个小组").click()
    window.get_by_label("小组名称").fill("第 １ 组")
    window.keyboard.press("Enter")
    said = window.locator(".hb-status").inner_text()
    seated = window.locator("[data-group]").count()
    window.locator(".hb-status button").click()

    assert "第1组" in said
    assert seated == 0
    assert group_name(window) == "第1组"
    assert item(window).get_by_role("checkbox").first.is_checked()


def test_a_year_of_six_digits_is_refused_where_it_is_typed(opened: Reader) -> None:
    """The field says so, nothing else is lost, and the saved file is read again."""
    window = at_work(opened, "en", "checklists/goals/")
    fill(window)
    date = item(window).locator("[name=date]")
    date.evaluate("one => { one.removeAttribute('max'); one.value = '120105-02-02'; }")
    date.dispatch_event("input")
    said = window.locator(".hb-status").inner_text()
    valid = date.evaluate("one => one.validity.valid")
    window = again(window)

    assert "not a date" in said
    assert not valid
    assert item(window).locator("[name=date]").input_value() == ""
    assert item(window).locator("[name=note]").input_value() == NOTE


@pytest.mark.parametrize(
    ("text", "note"),
    [((CASES / "year-of-six-digits.json").read_text(encoding="utf-8"), "一个小时的讨论结果"), ("{cut off", "")],
    ids=["a bad date", "cut off"],
)
def test_a_damaged_store_is_offered_for_rescue(text: str, note: str, opened: Reader, tmp_path: Path) -> None:
    """What an earlier copy wrote and cannot be read, or not whole, is never left where no page shows it."""
    window = opened.open("en", "checklists/goals/")
    window.evaluate("text => localStorage.setItem('handbook:smart-city-handbook:甲组', text)", text)
    window = again(window, group="")
    if note:
        name_group(window, "甲组")
        item(window, 2).get_by_role("checkbox").first.check()
    kept = item(window).locator("[name=note]").input_value()
    rescued = saved(window, "Save it as it is", tmp_path).read_text(encoding="utf-8")
    window.once("dialog", lambda dialog: dialog.accept())
    window.get_by_role("button", name="Discard it").click()
    window = again(window, group="")

    assert rescued == text
    assert kept == note
    assert window.locator("[data-damaged]").count() == 0


def test_saved_is_said_only_by_the_reader(opened: Reader) -> None:
    """A download may fail unseen: until somebody says that the file is there, the page goes on warning."""
    window = opened.open("en")
    window.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };")
    window.goto(opened.address("en", "checklists/goals/"))
    name_group(window)
    item(window).get_by_role("checkbox").first.check()
    with window.expect_download():
        window.get_by_role("button", name="Save to a file").click()
    status = window.locator(".hb-status")
    handed, before = status.inner_text(), asks_before_leaving(window)
    window.get_by_role("button", name="It is there").click()

    assert "Please look" in handed
    assert before
    assert "saved" in status.inner_text()
    assert not asks_before_leaving(window)


def test_text_is_another_way_out_and_in(opened: Reader) -> None:
    """All that a group entered can be copied as text, and pasted on another device."""
    window = at_work(opened, "en", "checklists/goals/")
    fill(window)
    window.get_by_role("button", name="As text").click()
    text = window.get_by_label("to copy and send").input_value()
    other = opened.open("en", "checklists/goals/")
    wake(other)
    other.get_by_role("button", name="As text").click()
    other.get_by_label("Paste here").fill(text)
    other.get_by_role("button", name="Read this text").click()
    other.locator("[data-group]").wait_for()
    merged = opened.open("en", "merge/")
    merged.get_by_text("Or paste text").click()
    merged.get_by_label("Or paste text").fill(text)
    merged.get_by_role("button", name="Read it").click()
    merged.locator("[data-sound=yes]").wait_for()

    assert group_name(other) == "Blue"
    assert item(other).locator("[name=note]").input_value() == NOTE
    assert NOTE.splitlines()[0] in merged.locator(".hb-merged").inner_text()


UNREADABLE = "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));"


@pytest.mark.parametrize("page", ["checklists/goals/", "merge/"])
def test_a_file_that_cannot_be_read_is_told(page: str, opened: Reader) -> None:
    """A stick was pulled: the page says so, and reads the next file."""
    window = opened.open("en", page)
    real = window.evaluate_handle("() => Blob.prototype.arrayBuffer")
    window.evaluate(f"() => {{ {UNREADABLE} }}")
    load(window, upload("gone.json", progress("Blue")))
    told = window.locator("main").inner_text()
    window.evaluate("real => { Blob.prototype.arrayBuffer = real; }", real)
    load(window, upload("there.json", progress("Blue", ratings={"system/data": {"level": 2}})))

    assert "could not be read" in told
    assert window.locator("[data-group], [data-sound=yes]").count() == 1


def test_a_join_is_shown_before_it_is_made_and_can_be_undone(opened: Reader) -> None:
    """What would come, what would change and what would stay; nothing happens before somebody agrees."""
    window = at_work(opened, "en", "checklists/goals/")
    one, two = (item(window, number).get_attribute("data-item") or "" for number in (0, 1))
    item(window).locator("[name=state]").select_option("under-way")
    newer = {one: {"state": "done"}, two: {"note": "From the other device"}}
    load(window, upload("newer.json", progress("Blue", saved="2090-01-01T00:00:00Z", items=newer)), agree=False)
    shown = {
        part: window.locator(f"[data-preview={part}] li").all_inner_texts()
        for part in ("preview_added", "preview_replaced", "preview_kept")
    }
    before = item(window).locator("[name=state]").input_value()
    window.get_by_role("button", name="Join it to").click()
    after = [item(window).locator("[name=state]").input_value(), item(window, 1).locator("[name=note]").input_value()]
    window.get_by_role("button", name="Undo").click()

    assert [len(lines) for lines in shown.values()] == [1, 1, 0]
    assert "Under way → Done" in shown["preview_replaced"][0]
    assert before == "under-way"
    assert after == ["done", "From the other device"]
    assert item(window).locator("[name=state]").input_value() == "under-way"
    assert item(window, 1).locator("[name=note]").input_value() == ""


def test_a_namesake_can_be_kept_apart(opened: Reader) -> None:
    """Two tables that both call themselves "1" stay two when somebody says so."""
    window = at_work(opened, "en", "checklists/goals/", "1")
    item(window).get_by_role("checkbox").first.check()
    load(window, CASES / "table-one-b.json", agree=False)
    window.get_by_role("button", name="Keep it as another group").click()
    other = group_name(window)
    name_group(window, "1")

    assert other == "1 (2)"
    assert item(window).locator("[name=state]").input_value() == "done"


def test_a_file_of_the_same_group_needs_no_question(opened: Reader, tmp_path: Path) -> None:
    """It has grown from the record that is here, whatever either is called by now."""
    window = at_work(opened, "en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.check()
    file = saved(window, "Save to a file", tmp_path)
    content = json.loads(file.read_text(encoding="utf-8")) | {"group": "Renamed", "named": "2090-01-01T00:00:00Z"}
    load(window, upload("renamed.json", content), agree=False)
    buttons = window.locator(".hb-talk .hb-tools button").all_inner_texts()
    window.locator(".hb-talk .hb-tools button").first.click()

    assert buttons == ["Join it to “Blue”", "Leave it"]
    assert group_name(window) == "Renamed"


def test_what_was_typed_since_is_not_undone(opened: Reader) -> None:
    window = at_work(opened, "en", "checklists/goals/")
    item(window).get_by_role("checkbox").first.check()
    window.once("dialog", lambda dialog: dialog.accept())
    window.get_by_role("button", name="Clear this group").click()
    undo = window.get_by_role("button", name="Undo").element_handle()
    item(window, 1).get_by_role("checkbox").first.check()
    window.evaluate("one => one.click()", undo)

    assert "nothing was undone" in window.locator(".hb-status").inner_text()
    assert item(window, 1).get_by_role("checkbox").first.is_checked()
