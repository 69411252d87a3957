"""The plan of a session: what the facilitator sets, what is kept of it and what is printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from macros.views.workshop import SITE
from tests.support.built import Site
from tests.support.reading import PATIENCE, Reader, reading
from tests.support.single import made
from tests.support.some import some

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

KEY = f"handbook-agenda:{SITE}:framework"


@pytest.fixture
def folder(browser: Browser, led: Site) -> Iterator[Reader]:
    """Return a reader of a bundle with the facilitator's pages."""
    with reading(browser, led, f"{led.folder.as_uri()}/") as reader:
        yield reader


def plan(reader: Reader, **options: bool) -> Page:
    """Open the plan of a step."""
    return reader.visit(f"{reader.base}en/facilitator/framework.html", **options)


def rows(window: Page) -> list[tuple[str, str, str]]:
    """Return id, start and minutes of every line that is shown."""
    shown = window.locator("[data-table=agenda] tbody tr:visible").all()
    return [
        (
            row.get_attribute("data-row") or "",
            row.locator("[data-start]").inner_text(),
            row.locator("[data-minutes]").text_content() or "",
        )
        for row in shown
    ]


def parts(window: Page) -> dict[str, str]:
    """Return the minutes of every part by its id."""
    return {name: minutes for name, _, minutes in rows(window) if not name.startswith("break:")}


def total(window: Page) -> str:
    return window.locator("[data-total]").inner_text()


def test_what_nobody_sets_is_what_stands_on_the_page(folder: Reader) -> None:
    """The script reckons as the build does."""
    still, alive = plan(folder, java_script_enabled=False), plan(folder)

    assert some(rows(alive), 8) == rows(still)
    assert total(alive) == total(still)
    assert still.locator("[data-set]:visible, [data-break]:visible").count() == 0


def test_what_is_set_is_kept_and_printed(folder: Reader) -> None:
    """Start, a longer and a left-out part and a break of one's own stand there after a reload, and on paper."""
    window = plan(folder)
    window.get_by_label("Start of the session").fill("08:30")
    window.get_by_label("Welcome, purpose, forming the groups: minutes").fill("0")
    window.get_by_label("Self-assessment: as a group: minutes").fill("60")
    window.get_by_role("button", name="Add a break before “Self-assessment: as a group”").click()
    window.keyboard.type("20")
    window.keyboard.press("Tab")
    window.reload()
    by_id = {name: (start, minutes) for name, start, minutes in rows(window)}
    window.emulate_media(media="print")

    assert by_id["welcome"] == ("–", "0")
    assert by_id["alone"][0] == "8:30"
    assert by_id["break:agreed"] == ("8:40", "20")
    assert by_id["agreed"] == ("9:00", "60")
    assert "From 8:30" in total(window)
    assert "welcome" not in {name for name, _, _ in rows(window)}
    assert window.locator(".hb-agenda :is(input, button):visible").count() == 0


def test_a_break_can_be_added_where_none_is_planned(folder: Reader) -> None:
    """Whoever sets breaks to nothing adds one as long as the estimate's."""
    window = plan(folder)
    pause = window.get_by_label("Minutes of a break", exact=True)
    usual = pause.input_value()
    pause.fill("0")
    window.get_by_role("button", name="Add a break before “Self-assessment: as a group”").click()

    assert [minutes for name, _, minutes in rows(window) if name.startswith("break:")] == [usual]


def test_the_single_file_keeps_each_step_s_plan(tmp_path: Path, browser: Browser) -> None:
    """All plans lie in one file, each under its own name."""
    file = made(tmp_path / "led.html", "--lang", "en", "--facilitator")
    window = browser.new_page()
    window.set_default_timeout(PATIENCE)
    window.goto(f"{file.as_uri()}#facilitator-framework")
    shown = window.locator(".hb-current")
    shown.get_by_label("Start of the session").fill("08:30")
    window.reload()
    held = shown.locator("[data-total]").inner_text()
    window.evaluate("location.hash = 'facilitator-goals'")
    window.locator("#facilitator-goals.hb-current").wait_for()
    other = shown.locator("[data-total]").inner_text()
    window.close()

    assert "From 8:30" in held
    assert "From 9:00" in other


def test_back_to_the_estimates_after_a_question(folder: Reader) -> None:
    """What was set is given up only when that is confirmed."""
    window = plan(folder)
    before = rows(window)
    window.get_by_label("Start of the session").fill("13:00")
    answers = iter([False, True])
    window.on("dialog", lambda asked: asked.accept() if next(answers) else asked.dismiss())
    reset = window.get_by_role("button", name="Back to the estimates")
    reset.click()
    kept = total(window)
    reset.click()

    assert "From 13:00" in kept
    assert rows(window) == before


def test_what_does_not_fit_is_left_aside(folder: Reader) -> None:
    """What somebody else left in the browser costs only itself; a field that is half typed changes nothing."""
    window = plan(folder)
    before = parts(window)
    held = {"welcome": "5", "alone": "-3", "agreed": 7, "start": "noon", "no-such-line": "5", "__proto__": "5"}
    window.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(held)])
    window.reload()
    after = parts(window)
    window.get_by_label("Self-assessment: each person alone: minutes").fill("")

    assert after == before | {"welcome": "5"}
    assert parts(window) == after


def test_more_than_a_day_is_told(folder: Reader) -> None:
    window = plan(folder)
    warning = window.locator("[data-long]")
    window.get_by_label("Welcome, purpose, forming the groups: minutes").fill("600")

    assert warning.is_visible()
    for field in window.locator('tr:not([data-row^="break:"]) input').all():
        field.fill("5")
    assert not warning.is_visible()


def test_where_nothing_is_kept_that_is_said(folder: Reader) -> None:
    window = folder.visit("about:blank")
    window.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    window.goto(f"{folder.base}en/facilitator/framework.html")
    window.get_by_label("Start of the session").fill("08:30")

    assert "keeps nothing" in window.locator(".hb-agenda .hb-status").inner_text()
