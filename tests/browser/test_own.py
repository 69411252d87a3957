"""What a group adds to a list, and what it leaves out and why: kept apart, printed, merged and sent to the editors."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.support.reading import PATIENCE, Reader
from tests.support.workshop import SCRIPT, again, at_work, item, load, merged, saved

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PAGE = "checklists/goals/"
OWN = "[data-own='path.goals'] li"


def add(window: Page, text: str, why: str = "") -> Locator:
    """Add an item to the list; return where it stands."""
    window.get_by_role("button", name="Add an item of your own").first.click()
    field = window.locator("[data-own] textarea:focus")
    field.wait_for()
    field.fill(text)
    own = window.locator(OWN).last
    own.locator("[name=why]").fill(why)
    return own


def leave_out(window: Page, reason: str) -> None:
    """Say of the first item that it is not for the group, and why."""
    item(window).locator("[name=state]").select_option("not-for-us")
    item(window).locator("[name=reason]").fill(reason)


def texts(window: Page) -> list[str]:
    """Return the group's own items."""
    return window.locator(f"{OWN} .hb-item__do").all_inner_texts()


def test_what_is_added_is_kept_and_counts_apart(reader: Reader) -> None:
    """In the order in which it was added, with all that an item of the handbook has; progress is that of the list."""
    window = at_work(reader, "en", PAGE)
    progress = window.locator(".hb-whole .hb-count").inner_text()
    add(window, "Ask the harbour", "It owns the quay")
    second = add(window, SCRIPT)
    second.locator(".hb-tick").check()
    fresh = again(window)
    fresh.locator(OWN).nth(1).wait_for()

    assert texts(fresh) == ["Ask the harbour", SCRIPT]
    assert fresh.locator(OWN).first.locator(".hb-item__yields").inner_text() == "It owns the quay"
    assert fresh.locator(f"{OWN} .hb-tick").nth(1).is_checked()
    assert fresh.locator(".hb-whole .hb-count").inner_text() == progress
    assert fresh.evaluate("window.harmed") is None


def test_what_is_taken_back_is_gone_and_can_come_back(opened: Reader) -> None:
    window = at_work(opened, "en", PAGE)
    add(window, "Ask the harbour").get_by_role("button", name="Take this item back").click()
    gone = texts(window)
    window.locator(".hb-status button").click()

    assert gone == []
    assert texts(window) == ["Ask the harbour"]


def test_an_item_without_words_is_none(opened: Reader) -> None:
    window = at_work(opened, "en", PAGE)
    window.get_by_role("button", name="Add an item of your own").first.click()
    window.locator("[data-own] textarea:focus").wait_for()
    item(window).locator(".hb-tick").check()

    assert window.locator(OWN).count() == 0
    assert window.locator("[data-own] .hb-group__title:visible").count() == 0


def test_a_reason_is_asked_of_what_is_left_out(opened: Reader) -> None:
    """It is shown, and printed, as long as the item is not for the group."""
    window = at_work(opened, "en", PAGE)
    field = item(window).locator("[name=reason]")
    before = field.is_visible()
    leave_out(window, "The county does this")
    window.emulate_media(media="print")
    printed = item(window).locator(".hb-filled").inner_text()
    window.emulate_media(media="screen")
    item(window).locator("[name=state]").select_option("done")

    assert not before
    assert printed == "Not for us · Reason: The county does this"
    assert not field.is_visible()
    assert "county" not in (item(window).locator(".hb-filled").text_content() or "")


def test_both_are_on_paper_and_in_a_copy(opened: Reader, browser: Browser, tmp_path: Path) -> None:
    """A copy shows them with scripts and without, each once."""
    window = at_work(opened, "en", PAGE)
    add(window, "Ask the harbour", "It owns the quay")
    leave_out(window, "The county does this")
    window.emulate_media(media="print")
    paper = window.locator("main").inner_text()
    window.emulate_media(media="screen")
    copy = saved(window, "Save a copy of the page", tmp_path)
    alive, silent = (browser.new_context(java_script_enabled=runs).new_page() for runs in (True, False))
    for one in (alive, silent):
        one.set_default_timeout(PATIENCE)
    alive.goto(copy.as_uri())
    silent.goto(copy.as_uri())
    alive.locator(f"{OWN} [name=state]").wait_for()

    assert "It owns the quay" in paper
    assert texts(alive) == texts(silent) == ["Ask the harbour"]
    assert alive.locator(".hb-status").inner_text() == "What you enter is kept in this browser."
    assert "The county does this" in silent.locator("body").inner_text()
    for window in (alive, silent):
        window.context.close()


@pytest.fixture
def file(opened: Reader, tmp_path: Path) -> Path:
    """Return what a group saved that added an item and left one out."""
    window = at_work(opened, "en", PAGE)
    add(window, "=Ask @harbour", "It owns the quay")
    leave_out(window, "The county does this")
    return saved(window, "Save to a file", tmp_path)


def test_both_are_merged_and_sent_to_the_editors(opened: Reader, file: Path, tmp_path: Path) -> None:
    window = merged(opened, file)
    table = saved(window, "Export as CSV", tmp_path).read_text(encoding="utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(table)))
    issue = window.locator(".hb-issue").input_value()

    assert "own items: 1" in window.locator("[data-file]").inner_text()
    assert window.locator("[data-table=merge-merged_own] tbody tr").inner_text().split("\t")[0].startswith("=Ask")
    assert "Reason: The county does this" in window.locator("[data-table=merge-merged_items]").inner_text()
    assert [(line["Subject"], line["Reason"]) for line in lines if line["Kind"] == "Own item"] == [
        ("'=Ask @harbour", "It owns the quay")
    ]
    assert [line["Reason"] for line in lines if line["State"] == "Not for us"] == ["The county does this"]
    assert "`path/goals` (`data/paths/goals.yml`)" in issue
    assert "> =Ask @\u200bharbour\n> \n> It owns the quay" in issue
    assert "> The county does this" in issue


def test_another_device_is_told_what_a_file_would_add(opened: Reader, file: Path) -> None:
    """By its words, not by its number; then it stands there too."""
    window = at_work(opened, "en", PAGE, "Red")
    load(window, file)
    window.locator(OWN).wait_for()

    assert texts(window) == ["=Ask @harbour"]
    again_window = at_work(opened, "en", PAGE, "Blue")
    load(again_window, file, agree=False)
    assert "=Ask @harbour · " in again_window.locator(".hb-talk").inner_text()


def test_what_belongs_to_no_list_stands_below_the_first(opened: Reader) -> None:
    """A list of another copy, or one that is gone: nothing is out of sight."""
    window = at_work(opened, "en", PAGE)
    window.evaluate(
        """() => {
          const { store, changed, replace, record } = handbook;
          const afar = { text: 'From afar', place: 'path.gone' };
          replace(store.seat(), changed(record(), 'own', 'own.abcdefgh', afar), '');
        }"""
    )
    window.locator(OWN).wait_for()

    assert texts(window) == ["From afar"]
