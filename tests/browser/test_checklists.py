"""Checklists in the browser, from a folder and without a network: nothing ticked or typed is lost.

Every test runs on pages opened by `opened`, which fails on any request to elsewhere and any error in the console.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.reading import Reader
from tests.support.workshop import NOTE, again, fill, item, name_group, saved

NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


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


def test_no_storage_is_told_at_once(opened: Reader, tmp_path: Path) -> None:
    """Where the browser keeps nothing, the page says so before anybody types, and saving to a file works."""
    window = opened.open("en")
    window.add_init_script(NO_STORAGE)
    window.goto(opened.address("en", "checklists/goals/"))
    warned = window.get_by_role("alert").inner_text()
    item(window).get_by_role("checkbox").first.check()

    assert "keeps nothing" in warned
    assert json.loads(saved(window, "Save to a file", tmp_path).read_text())["items"]


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
