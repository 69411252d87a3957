"""The worksheet of indicators: filled in, kept, saved, joined, printed and taken into the outline of a plan."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from macros.cli import main
from tests.support.built import ROOT
from tests.support.reading import PATIENCE, Reader
from tests.support.single import ENGLISH, go
from tests.support.single import opened as opened_file
from tests.support.word import Word
from tests.support.workshop import (
    SCRIPT,
    again,
    asks_before_leaving,
    at_work,
    item,
    load,
    merged,
    name_group,
    progress,
    saved,
    upload,
    wake,
)

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PAGE = "indicators/"
VALUES = {"baseline": "62 %", "interim": "70 %", "target": "=80+1", "owner": "Data office", "date": "2030-12-31"}
MISSED = "No figure for 2025.\nAsk <b>Li</b>."
SAVE, COPY = "Save to a file", "Save a copy of the page"


def row(window: Page | Locator, number: int = 0) -> Locator:
    """Return an indicator of the worksheet."""
    return window.locator("[data-indicator]").nth(number)


def field(line: Locator, name: str) -> Locator:
    """Return a field of an indicator."""
    return line.locator(f"[data-column={name}] input")


def fill(line: Locator, note: str = MISSED, **values: str) -> None:
    """Fill in an indicator."""
    for name, value in {**VALUES, **values}.items():
        field(line, name).fill(value)
    line.locator("summary").click()
    line.locator("textarea").fill(note)


def values(line: Locator) -> dict[str, str]:
    """Return what stands in the fields of an indicator."""
    return {name: field(line, name).input_value() for name in VALUES}


def narrow(window: Page) -> None:
    """Narrow the list to nothing."""
    window.locator("[data-narrow] [name=words]").fill("qqqq")
    window.wait_for_function("!document.querySelector('[data-indicator]:not([hidden])')")


def widen(window: Page) -> None:
    """Show all again, and wait until it is said how many they are, since that moves what somebody is about to click."""
    from playwright.sync_api import expect

    window.locator("[data-narrow] [name=words]").fill("")
    said = window.locator("[data-narrow] [role=status]")
    expect(said).to_have_text(f"{window.locator('[data-indicator]').count()} in all", timeout=PATIENCE)


def name_of(line: Locator) -> str:
    """Return the id of an indicator with its kind."""
    return line.get_attribute("data-indicator") or ""


def test_what_is_filled_in_is_kept(reader: Reader) -> None:
    """Nothing before a group is settled; then all fields, and how many indicators have one."""
    window = reader.open("en", PAGE)
    wake(window)
    disabled = [one.is_disabled() for one in row(window).locator("input, textarea").all()]
    name_group(window)
    fill(row(window))
    field(row(window, 2), "target").fill(SCRIPT)
    window = again(window)

    assert set(disabled) == {True}
    assert values(row(window)) == VALUES
    assert row(window).locator("textarea").input_value() == MISSED
    assert row(window).locator("summary").inner_text().endswith(MISSED.splitlines()[0])
    assert field(row(window, 2), "target").input_value() == SCRIPT
    assert [row(window, n).get_attribute("data-filled") is not None for n in range(3)] == [True, False, True]
    total = window.locator("[data-indicator]").count()
    assert window.get_by_text(f"Indicators filled in: 2 of {total}.").is_visible()
    assert window.evaluate("window.harmed") is None


def test_each_language_shows_the_same_answers(opened: Reader) -> None:
    window = at_work(opened, "en", PAGE)
    fill(row(window))
    window = again(window, opened.address("zh", PAGE))

    assert values(row(window)) == VALUES


def test_the_group_s_file_has_the_worksheet(opened: Reader, tmp_path: Path) -> None:
    """It brings all back after the browser has forgotten, and what was emptied does not come back from it."""
    window = at_work(opened, "en", PAGE)
    fill(row(window))
    name = name_of(row(window))
    file = saved(window, SAVE, tmp_path).rename(tmp_path / "earlier.json")
    field(row(window), "owner").fill("")
    later = saved(window, SAVE, tmp_path).read_bytes()
    held = json.loads(file.read_text(encoding="utf-8"))["targets"]
    window.evaluate("localStorage.clear()")
    window = again(window, group="")
    wiped = field(row(window), "baseline").input_value()
    load(window, upload("later.json", later))
    load(window, file)

    assert {key: held[name][key] for key in VALUES} == VALUES
    assert list(held) == [name]
    assert wiped == ""
    assert values(row(window)) == VALUES | {"owner": ""}
    assert row(window).locator("textarea").input_value() == MISSED


def test_groups_stand_side_by_side(opened: Reader) -> None:
    """Each with its own numbers, under the indicator's title, which leads to it; nothing is averaged."""
    window = opened.open("en", PAGE)
    first, second = (name_of(row(window, n)) for n in (0, 1))
    title = row(window).get_attribute("data-title")
    blue = progress("Blue", targets={first: {"baseline": "62", "target": "80", "note": SCRIPT}})
    red = progress("Red", targets={first: {"baseline": "60", "target": "90"}, second: {"target": "1"}})
    window = merged(opened, upload("blue.json", blue), upload("red.json", red))
    table = window.locator("[data-table=merge-merged_targets]")
    line = table.locator(f'[data-row="{first}"]')

    assert table.locator("tbody tr").count() == 2
    assert line.locator("th a").first.inner_text() == title
    assert [word in line.inner_text() for word in ("62", "80", "60", "90", "Blue", "Red", SCRIPT)] == [True] * 7
    assert "85" not in line.inner_text()
    assert (line.locator("th a").get_attribute("href") or "").endswith(f"#{first.partition('/')[2]}")
    assert window.evaluate("window.harmed") is None


def test_groups_that_differ_in_any_number_differ(opened: Reader) -> None:
    """Also where their targets are the same."""
    window = opened.open("en", PAGE)
    one, other = (name_of(row(window, n)) for n in (0, 1))
    blue = progress("Blue", targets={one: {"baseline": "62", "target": "80"}, other: {"target": "1"}})
    red = progress("Red", targets={one: {"baseline": "60", "target": "80"}, other: {"target": "1"}})
    window = merged(opened, upload("blue.json", blue), upload("red.json", red))
    window.get_by_label("Only where groups differ or noted something").check()
    line = window.locator(f'[data-table=merge-merged_targets] [data-row="{one}"]')
    line.wait_for()

    assert window.locator("[data-table=merge-merged_targets] tbody tr").count() == 1


def test_the_table_for_spreadsheets(opened: Reader, tmp_path: Path) -> None:
    """It has the indicators that were filled in, and no cell that a spreadsheet would work out."""
    window = at_work(opened, "en", PAGE)
    fill(row(window, 1))
    file = saved(window, "Download the table (CSV)", tmp_path)
    heads, *lines = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))
    title = row(window, 1).get_attribute("data-title")

    assert len(lines) == 1
    assert lines[0][:6] == [title, "62 %", "70 %", "'=80+1", "Data office", "2030-12-31"]
    assert lines[0][-1] == MISSED
    assert len(heads) == len(lines[0])
    assert not asks_before_leaving(window)


def test_each_group_shows_how_far_it_is(opened: Reader) -> None:
    """A bar and the same in words, kept up while it is filled in."""
    window = at_work(opened, "en", PAGE)
    part = window.locator("[data-entries]").first
    total = part.locator("[data-indicator]").count()
    before = part.locator(".hb-share").inner_text()
    field(row(part), "target").fill("80")
    width = part.locator(".hb-share rect").get_attribute("width") or ""

    assert before == f"Indicators filled in: 0 of {total}."
    assert part.locator(".hb-share").inner_text() == f"Indicators filled in: 1 of {total}."
    assert float(width.rstrip("%")) == pytest.approx(100 / total)
    window.emulate_media(media="print")
    assert part.locator(".hb-share").is_visible()


def test_print_shows_the_rows_that_were_chosen(opened: Reader) -> None:
    """All of them with room to write where none was; a row that is emptied again is none of them."""
    window = at_work(opened, "en", PAGE)
    window.emulate_media(media="print")
    whole = window.locator("[data-indicator]:visible").count()
    window.emulate_media(media="screen")
    fill(row(window))
    field(row(window, 3), "target").fill("1")
    window.emulate_media(media="print")
    chosen = [name_of(line) for line in window.locator("[data-indicator]:visible").all()]
    window.emulate_media(media="screen")
    field(row(window, 3), "target").fill("")
    window.emulate_media(media="print")

    parts = window.locator("[data-entries]:visible").count()
    window.emulate_media(media="screen")
    narrow(window)
    hidden = row(window).is_visible()
    window.emulate_media(media="print")

    assert whole == window.locator("[data-indicator]").count()
    assert (parts, hidden) == (1, False)
    assert chosen == [name_of(row(window)), name_of(row(window, 3))]
    assert window.locator("[data-indicator]:visible").count() == 1
    assert field(row(window), "baseline").is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_copy_of_the_page_has_the_values(scripts: bool, opened: Reader, tmp_path: Path) -> None:
    """As text where scripts do not run, in the fields where they do; each stands there once."""
    window = opened.open("en", PAGE)
    narrow(window)
    name_group(window)
    widen(window)
    fill(row(window))
    owner = row(window).locator("[data-column=owner] .hb-help").inner_text()
    file = saved(window, COPY, tmp_path)
    context = window.context.browser.new_context(java_script_enabled=scripts)  # type: ignore[union-attr]
    context.set_default_timeout(PATIENCE)
    copy = context.new_page()
    try:
        copy.goto(file.as_uri())
        line = row(copy)
        if scripts:
            assert values(line) == VALUES
            assert line.locator(".hb-filled").count() == 0
        else:
            assert [text in line.inner_text() for text in (*VALUES.values(), *MISSED.splitlines())] == [True] * 7
        assert owner in line.inner_text()
        assert copy.locator("[data-indicator]:visible").count() == copy.locator("[data-indicator]").count()
        assert copy.locator("[data-narrow]").count() == 0
    finally:
        context.close()


def test_what_is_emptied_in_a_copy_is_not_in_its_copy(opened: Reader, tmp_path: Path) -> None:
    window = at_work(opened, "en", PAGE)
    fill(row(window))
    first = saved(window, COPY, tmp_path).rename(tmp_path / "first.html")
    window = again(window, first.as_uri(), "")
    field(row(window), "baseline").fill("")
    field(row(window), "target").fill("99")
    text = saved(window, COPY, tmp_path).read_text(encoding="utf-8")
    filled = re.findall(r'class="hb-filled"[^>]*>([^<]*)<', text)

    assert [value for value in filled if value in VALUES.values() or value == "99"] == ["70 %", "99", *[
        VALUES["owner"], VALUES["date"]]]  # fmt: skip


def test_an_earlier_id_is_carried_over(served: Reader) -> None:
    """A worksheet that was saved before an indicator was renamed fills in the one of today."""
    window = served.open("en", PAGE)
    name = name_of(row(window))

    def renamed(route: object) -> None:
        text = served.site.text("assets/handbook-items.en.js")
        assert text.count('"formerly":{') == 1
        body = text.replace('"formerly":{', f'"formerly":{{"indicator/of-old":"{name}",')
        route.fulfill(body=body, content_type="text/javascript")  # type: ignore[attr-defined]

    window.route("**/handbook-items.en.js*", renamed)
    window.reload()
    name_group(window)
    load(window, upload("old.json", progress("Blue", targets={"indicator/of-old": {"target": "81", "owner": "Li"}})))

    assert values(row(window)) == {**dict.fromkeys(VALUES, ""), "target": "81", "owner": "Li"}


def test_a_date_that_does_not_fit_is_told(opened: Reader) -> None:
    """What stood there is taken back, and the field says so until there is one that fits."""
    window = at_work(opened, "en", PAGE)
    date = field(row(window), "date")
    date.fill("2030-12-31")
    date.focus()
    window.keyboard.press("Backspace")  # a day without its month
    told = date.get_attribute("aria-invalid")
    kept = window.evaluate("Object.values(localStorage).some(text => text.includes('2030-12-31'))")
    date.fill("2031-01-01")

    assert told is not None
    assert not kept
    assert date.get_attribute("aria-invalid") is None
    assert field(row(again(window)), "date").input_value() == "2031-01-01"


@ENGLISH
def test_the_worksheet_in_the_single_file(browser: Browser, single_part: Path, tmp_path: Path) -> None:
    """It is filled in, printed and copied there like anywhere."""
    with opened_file(browser, single_part) as reader:
        window = reader.visit(f"{reader.base}#indicators")
        name_group(window)
        page = go(window, "indicators")
        fill(row(page))
        window.emulate_media(media="print")
        shown = page.locator("[data-indicator]:visible").count()
        window.emulate_media(media="screen")
        copy = saved(window, COPY, tmp_path)
    with opened_file(browser, copy) as reader:
        fresh = reader.visit(f"{reader.base}#indicators")

        assert shown == 1
        assert values(row(fresh.locator("#indicators"))) == VALUES
        assert fresh.locator("#indicators .hb-filled").count() == 0


def test_a_saved_file_fills_the_outline(opened: Reader, tmp_path: Path) -> None:
    """What is typed into a checklist and the worksheet stands in the Word document."""
    window = at_work(opened, "en", "checklists/goals/")
    item(window).locator("summary").click()
    item(window).locator("[name=note]").fill("We begin with the river.")
    window = again(window, opened.address("en", PAGE))
    fill(row(window))
    file, target = saved(window, SAVE, tmp_path), tmp_path / "plan.docx"
    title = row(window).get_attribute("data-title") or ""
    command = ["outline", "--root", str(ROOT), "--answers", str(file), str(target)]
    result = CliRunner().invoke(main, command)
    text = Word(target.read_bytes()).text.splitlines()

    assert (result.exit_code, result.output) == (0, f"wrote {target}\n")
    assert {"We begin with the river.", title, "62 %", "=80+1", "Data office", "31 December 2030"} <= set(text)
    assert "Group: Blue" in Word(target.read_bytes()).of("Subtitle")[0]
