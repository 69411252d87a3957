"""Checklists in the browser, from a folder and without a network: nothing ticked or typed is lost.

Every test runs on pages opened by `opened`, which fails on any request to elsewhere and any error in the console.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.reading import Reader
from tests.support.some import some
from tests.support.workshop import NOTE, again, at_work, fill, group_name, item, name_group, saved, wake

if TYPE_CHECKING:
    from playwright.sync_api import Page

NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def test_ticks_stay(opened: Reader) -> None:
    """Tick, close, open: the answers are there, in the other language and on the other pages of the group too."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue team")
    item(window).get_by_role("checkbox").first.check()
    fill(window, 1)
    window = again(window, opened.address("zh", "checklists/goals/"), "Blue team")

    assert item(window).get_by_role("checkbox").first.is_checked()
    assert item(window, 1).locator("[name=note]").input_value() == NOTE
    assert item(window, 1).locator("[name=state]").input_value() == "under-way"
    assert group_name(window) == "Blue team"
    assert "1/" in window.locator(".hb-work .hb-whole").inner_text()


def test_the_overview_counts_every_list(opened: Reader) -> None:
    """What was ticked on one page is counted by step and by list, on it and on the page of all checklists."""
    window = at_work(opened, "en", "checklists/framework/")
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
    assert window.locator("main").get_by_label("只看").count() == 0


def test_each_change_says_how_much_is_done(opened: Reader) -> None:
    """Fields and bars are named with what they belong to, and naming the group loses no focus."""
    window = at_work(opened, "en", "checklists/framework/")
    focused = window.evaluate("document.activeElement.matches('[data-group]')")
    items, status = window.locator("[data-item]"), window.locator("[data-work] [role=status]")
    told = []
    for place in range(2):
        items.nth(place).get_by_role("checkbox").first.check()
        told.append(status.inner_text())
    task = items.first.locator(".hb-item__do").inner_text()
    bars = [bar.get_attribute("aria-label") for bar in window.locator("progress").all()]

    assert focused
    assert told[0].startswith("What you enter is kept in this browser. 1 of ")
    assert told[1].startswith("2 of ")
    assert window.get_by_role("combobox", name=f"State {task}", exact=True).count() == 1
    assert len(some(bars, 3)) == len(set(bars))
    assert "Progress" not in [(bar or "").strip(": ") for bar in bars]


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


def rename(window: Page, name: str) -> None:
    """Give the group another name."""
    window.get_by_role("button", name="Rename").click()
    window.get_by_label("Name of the group").fill(name)
    window.keyboard.press("Enter")


def test_a_group_can_be_renamed(opened: Reader) -> None:
    """A new name keeps the answers, can be undone, and is none that another group has, however that is written."""
    window = at_work(opened, "en", "checklists/goals/", "Group 1")
    name_group(window, "Bleu")
    item(window).get_by_role("checkbox").first.check()
    rename(window, " ｇｒｏｕｐ１")
    refused = window.locator(".hb-status").inner_text()
    window.get_by_label("Name of the group").fill("Blue")
    window.keyboard.press("Enter")
    renamed = group_name(window)
    window.get_by_role("button", name="Undo").click()
    undone = group_name(window)
    rename(window, "Blue")
    window = again(window)

    assert "already" in refused
    assert (renamed, undone) == ("Blue", "Bleu")
    assert item(window).get_by_role("checkbox").first.is_checked()
    window.get_by_role("button", name="Another group").click()
    assert window.get_by_role("button", name="Continue as").all_inner_texts() == [
        "Continue as Blue", "Continue as Group 1",
    ]  # fmt: skip


def test_a_rename_in_one_window_is_the_same_group_in_another(opened: Reader) -> None:
    first = at_work(opened, "en", "checklists/goals/", "Bleu")
    second = again_beside(first)
    rename(first, "Blue")
    item(second).get_by_role("checkbox").first.check()
    second.wait_for_function("document.querySelector('[data-group] strong').innerText === 'Blue'")
    window = again(second)

    assert item(window).get_by_role("checkbox").first.is_checked()
    window.get_by_role("button", name="Another group").click()
    assert window.get_by_role("button", name="Continue as").all_inner_texts() == ["Continue as Blue"]


def again_beside(window: Page) -> Page:
    """Open the page once more, for the group that was there last."""
    beside = window.context.new_page()
    beside.goto(window.url)
    wake(beside)
    beside.get_by_role("button", name="Continue as").first.click()
    return beside


def test_two_open_pages_do_not_undo_each_other(opened: Reader) -> None:
    """What one page writes is there when the other writes."""
    first = at_work(opened, "en", "checklists/goals/")
    second = again_beside(first)
    item(first, 0).get_by_role("checkbox").first.check()
    item(second, 1).get_by_role("checkbox").first.check()
    window = again(second)

    assert [item(window, number).get_by_role("checkbox").first.is_checked() for number in (0, 1)] == [True, True]


def test_no_storage_is_told_at_once(opened: Reader, tmp_path: Path) -> None:
    """Where the browser keeps nothing, the page says so before anybody types, and saving to a file works."""
    window = opened.open("en")
    window.add_init_script(NO_STORAGE)
    window.goto(opened.address("en", "checklists/goals/"))
    wake(window)
    warned = window.get_by_role("alert").inner_text()
    name_group(window)
    item(window).get_by_role("checkbox").first.check()

    assert "keeps nothing" in warned
    assert json.loads(saved(window, "Save to a file", tmp_path).read_text())["items"]


def test_clearing_asks_first(opened: Reader) -> None:
    """Clearing a group asks first, clears that group alone, and can be undone."""
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
    window.get_by_role("button", name="Undo").click()
    undone = item(window).get_by_role("checkbox").first.is_checked()
    name_group(window, "Red")

    assert refused
    assert cleared
    assert undone
    assert item(window).get_by_role("checkbox").first.is_checked()


def test_filter(opened: Reader) -> None:
    """A list narrows to the items of one state, and a link to a hidden one brings all back."""
    window = at_work(opened, "en", "checklists/goals/")
    item(window, 1).locator("[name=state]").select_option("not-for-us")
    window.locator(".hb-tools select").select_option("not-for-us")
    shown = window.locator("[data-item]:visible").count()
    window.evaluate("location.hash = document.querySelector('[data-item]').id")
    item(window).wait_for()

    assert shown == 1
    assert window.locator("[data-item]:visible").count() > 1


def test_keyboard(opened: Reader) -> None:
    """Group, tick, state and note are reached and changed by keys alone."""
    window = opened.open("en", "checklists/goals/")
    window.get_by_role("button", name="Tick and take notes here").focus()
    window.keyboard.press("Enter")
    window.wait_for_function("document.activeElement.matches('.hb-choice input')")
    window.keyboard.type("Blue")
    window.keyboard.press("Enter")
    item(window).get_by_role("checkbox").first.focus()
    window.keyboard.press("Space")
    item(window).locator("[name=state]").focus()  # links to learn from may stand between
    window.keyboard.press("ArrowDown")
    window.keyboard.press("Tab")
    window.keyboard.type("because")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    window.keyboard.type("typed")

    assert item(window).locator("[name=state]").input_value() == "not-for-us"
    assert item(window).locator("[name=reason]").input_value() == "because"
    assert item(window).locator("[name=note]").input_value() == "typed"


def test_the_checklist_for_spreadsheets(reader: Reader, tmp_path: Path) -> None:
    """All items of the page in its order, answered or not, then what the group has answered on other pages."""
    window = at_work(reader, "en", "checklists/goals/", "Blue team")
    item(window).get_by_role("checkbox").first.check()
    window = again(window, reader.address("en", "checklists/framework/"), "Blue team")
    fill(window, 1)
    item(window, 1).locator("[name=owner]").fill("=1+1")
    there = window.locator("[data-item]").evaluate_all("all => all.map(one => one.dataset.item)")
    table = saved(window, "Download the checklist (CSV)", tmp_path).read_bytes().decode()
    lines = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))

    assert table.startswith("\ufeff")
    assert [line["Id"] for line in lines][:-1] == there
    assert lines[-1]["Id"].startswith("path.goals.")
    assert [line["State"] for line in lines] == [
        "Not started",
        "Under way",
        *["Not started"] * (len(there) - 2),
        "Done",
    ]
    assert {line["Name of the group"] for line in lines} == {"Blue team"}
    assert (lines[1]["Note"], lines[1]["Owner"]) == (NOTE, "'=1+1")
    assert lines[1]["Date"] == item(window, 1).locator("[name=date]").input_value() != ""
