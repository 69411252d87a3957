"""Levels are rated, drawn and saved, and the results of several groups are laid side by side."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.built import Site
from tests.support.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Locator
from tests.support.workshop import SCRIPT, again, at_work, known, merged, progress, saved, two_groups, upload


def test_assessment(opened: Reader, offline: Site, tmp_path: Path) -> None:
    """Levels and notes stay, are drawn and tabled, and are saved."""
    window = at_work(opened, "en", "assess/")
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


def test_each_change_says_how_much_is_rated(opened: Reader) -> None:
    """That all of it is kept is said once; the focus goes on from the form, and every field has a name of its own."""
    window = at_work(opened, "en", "assess/")
    focused = window.evaluate("document.activeElement.matches('[data-group]')")
    rows, status = window.locator("[data-rate]"), window.locator("[data-work] [role=status]")
    total = rows.count()
    told = []
    for place in range(2):
        rows.nth(place).get_by_role("radio").nth(3).check()
        told.append(status.inner_text())
    title = rows.first.get_attribute("data-title") or ""

    assert focused
    assert told == [
        f"What you enter is kept in this browser. 1 of {total} rated.",
        f"2 of {total} rated.",
    ]
    rows.first.locator("summary").click()
    assert window.get_by_role("textbox", name=f"{title}: Note", exact=True).is_visible()
    assert len(set(rows.locator("summary").all_text_contents())) == total > 5


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
    assert [("joined" in line) for line in window.locator(".hb-files li").all_inner_texts()] == [True, True, False]
