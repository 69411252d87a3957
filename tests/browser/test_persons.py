"""Each person alone, then the group: ratings apart on the page, and one below the other in the merge."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from tests.support.reading import Reader
from tests.support.workshop import again, at_work, group_name, merged, progress, saved, upload

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

RATED = "system/data"


def levels(window: Page) -> Locator:
    """Return the buttons of a row."""
    return window.locator(f"[data-rate='{RATED}'] input[type=radio]")


def level(window: Page) -> int:
    """Return what is chosen in a row; 0 for nothing."""
    return [0, *(n for n, one in enumerate(levels(window).all(), 1) if one.is_checked())][-1]


def alone(window: Page, name: str) -> None:
    """Begin as one person of the group."""
    window.get_by_role("button", name="Rate alone").click()
    window.locator(".hb-choice input").fill(name)
    window.keyboard.press("Enter")
    window.locator("[data-group]", has_text=name).wait_for()


def test_a_person_rates_beside_the_group(reader: Reader, tmp_path: Path) -> None:
    """Neither sees nor changes what the other gave; the file says whose it is, and so does the choice at the start."""
    window = at_work(reader, "en", "assess/")
    levels(window).nth(2).check()
    alone(window, "Li")
    empty = level(window)
    levels(window).nth(4).check()
    file = saved(window, "Save to a file", tmp_path)
    own = again(window, group="Blue · Li")
    given = level(own)
    own.get_by_role("button", name="Back to the group “Blue”").click()

    assert (empty, given, level(own)) == (0, 5, 3)
    assert group_name(own) == "Blue"
    assert "Blue" in file.name
    assert "Li" in file.name


def test_alone_is_offered_where_ratings_are(opened: Reader) -> None:
    window = at_work(opened, "en", "checklists/goals/")

    assert window.get_by_role("button", name="Rate alone").count() == 0
    assert window.get_by_role("button", name="Another group").count() == 1


def test_a_person_can_be_renamed_and_is_told_of_a_namesake(opened: Reader) -> None:
    window = at_work(opened, "en", "assess/")
    alone(window, "Li")
    window.get_by_role("button", name="Rename").click()
    window.locator(".hb-choice input").fill("Li Na")
    window.keyboard.press("Enter")
    renamed = group_name(window)
    window.get_by_role("button", name="Back to the group “Blue”").click()
    window.get_by_role("button", name="Rate alone").click()
    window.locator(".hb-choice input").fill("li na")
    window.keyboard.press("Enter")

    assert renamed == "Blue · Li Na"
    assert "There is a group “Blue · Li Na” here already" in window.locator(".hb-status").inner_text()


def file(group: str, person: str, given: int, note: str = "") -> Any:
    """Return a file with one rating."""
    ratings = {RATED: {"level": given, "note": note}}
    return upload(f"{group}-{person}.json", progress(group, person=person, version=2, ratings=ratings))


def test_persons_stand_below_their_group(opened: Reader, tmp_path: Path) -> None:
    """A group's own level counts; where there is none, the mean of its members'."""
    files = [file("Blue", "", 3), file("Blue", "Li", 5, "why not"), file("blue ", "Wang", 2), file("Red", "Ann", 5)]
    window = merged(opened, *files, file("Red", "Bo", 4))
    row = window.locator(f"[data-table=merge-merged_ratings] [data-row='{RATED}']")
    table = saved(window, "Export as CSV", tmp_path).read_text(encoding="utf-8-sig")

    assert row.locator("[data-column=given] p").all_inner_texts() == [
        "Blue: 3\nBlue · Li: 5\nblue · Wang: 2",
        "Red: 4.5\nRed · Ann: 5\nRed · Bo: 4",
    ]
    assert row.locator("[data-column=mean]").inner_text() == "3.8"
    assert row.locator("[data-column=spread]").inner_text() == "1.5"
    assert window.locator("svg.hb-figure circle").count() == 2
    assert "Blue · Li: why not" in row.locator("[data-column=notes]").inner_text()
    assert [(line["Name of the group"], line["Name of the person"]) for line in csv.DictReader(io.StringIO(table))] == [
        ("Blue", ""), ("Blue", "Li"), ("Blue", "Wang"), ("Red", "Ann"), ("Red", "Bo"),
    ]  # fmt: skip


def test_persons_of_two_groups_of_one_name_are_not_guessed(opened: Reader) -> None:
    """They count by themselves until somebody knows."""
    one, other = (progress("1", version=2, ids=[f"group000{n}"], ratings={RATED: {"level": n}}) for n in (1, 2))
    window = merged(opened, upload("a.json", one), upload("b.json", other), file("1", "Li", 5))
    window.get_by_role("button", name="Different groups").click()
    given = window.locator(f"[data-table=merge-merged_ratings] [data-row='{RATED}'] [data-column=given] p")
    given.nth(2).wait_for()

    assert given.all_inner_texts() == ["1 (a.json): 1", "1 (b.json): 2", "1 (persons): 5\n1 · Li: 5"]
