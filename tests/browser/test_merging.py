"""The files of several groups: which are one group, what counts of each, and that nothing of it is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.example import TESTS
from tests.support.reading import Reader
from tests.support.workshop import asks_before_leaving, load, merged, progress, saved, upload

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

CASES = TESTS / "data" / "progress"
ROW = "[data-row='path.goals.position']"


def cases(opened: Reader, *names: str) -> Page:
    """Open the page with sample files."""
    return merged(opened, *(CASES / f"{name}.json" for name in names))


def states(window: Page) -> list[str]:
    """Return which groups chose which state."""
    return window.locator(f"{ROW} [data-column=state] p").all_inner_texts()


@pytest.mark.parametrize("name", ["date-impossible", "date-zero", "date-30-february"])
def test_one_bad_date_does_not_stop_the_others(name: str, opened: Reader) -> None:
    window = cases(opened, "older-done", name, "saved-as-gbk")

    assert states(window) == ["Done: A, B, 规划组"]
    assert "date" in window.locator(f"[data-file='{name}.json'] .hb-fault").inner_text()
    assert "GB18030" in window.locator("[data-file='saved-as-gbk.json'] .hb-fault").inner_text()
    assert "公开目录没有更新频率" in window.locator(ROW).inner_text()


def test_the_newest_answer_counts_and_the_other_is_shown(opened: Reader) -> None:
    window = cases(opened, "newer-under-way", "older-done")
    window.locator("[data-question] summary").click()
    other = window.locator("[data-question] li").all_inner_texts()

    assert states(window) == ["Under way: A"]
    assert "Data office" in window.locator(f"{ROW} [data-column=notes]").inner_text()
    assert "Planning office" not in window.locator(".hb-merged").inner_text()
    assert len(other) == 2
    assert "Planning office" in " ".join(other)


def test_what_was_withdrawn_is_nowhere(opened: Reader, tmp_path: Path) -> None:
    """A note that was taken back is in no table, text or export; a level counts nowhere."""
    window = cases(opened, "note-for-editors", "note-withdrawn", "rating-two", "rating-withdrawn")
    table = saved(window, "Export as CSV", tmp_path).read_text(encoding="utf-8-sig")

    assert "blocks this" not in window.locator("main").inner_text()
    assert "blocks this" not in table
    assert window.get_by_label("For the editors").count() == 0
    assert window.locator("[data-row='system/data']").count() == 0
    assert states(window) == ["Done: A"]


def test_a_corrected_note_stands_once(opened: Reader) -> None:
    window = cases(opened, "note-misspelt", "note-corrected")

    assert window.locator(f"{ROW} [data-column=notes]").inner_text().strip() == "A: budget 3 million"


def test_what_many_groups_say_is_folded_and_all_there(opened: Reader) -> None:
    """A cell shows the first dozen; the rest opens, and none is lost."""
    said = {f"Group {number}": f"remark {number}" for number in range(1, 15)}
    answers = ({"path.goals.position": {"state": "done", "note": note}} for note in said.values())
    held = [progress(name, items=items) for name, items in zip(said, answers, strict=True)]
    window = merged(opened, *(upload(f"{one['group']}.json", one) for one in held))
    cell = window.locator(f"{ROW} [data-column=notes]")

    assert cell.locator("p:visible").count() == 12
    assert cell.locator("summary").inner_text() == "More groups: 2"
    cell.locator("summary").click()
    shown = cell.locator("p:visible").all_inner_texts()
    assert sorted(shown) == sorted(f"{name}: {note}" for name, note in said.items())


def test_one_group_in_three_spellings(opened: Reader) -> None:
    """It has one voice, and the list of files tells why."""
    window = cases(opened, "name-ascii-digit", "name-full-width-digit", "name-with-blank")
    told = window.locator(".hb-files li").all_inner_texts()

    assert window.locator(f"{ROW} [data-column=agreement]").inner_text() == "1 / 1"
    assert [line for line in told if "files joined as “第1组”: 3" in line] == told != []


def test_two_tables_of_one_name_are_asked_about(opened: Reader) -> None:
    """They become two when somebody says so, also after the page was left."""
    window = cases(opened, "table-one-a", "table-one-b")
    question = window.locator("[data-question]").inner_text()
    together = window.locator(f"{ROW} [data-column=agreement]").inner_text()
    window.get_by_role("button", name="Different groups").click()
    window.locator("[data-question].hb-meta").wait_for()
    apart = window.locator(f"{ROW} [data-column=agreement]").inner_text()
    window.wait_for_function("document.querySelector('.hb-status').innerText")
    window.reload()
    window.locator(ROW).wait_for()

    assert "table-one-a.json" in question
    assert (together, apart) == ("1 / 1", "1 / 2")
    assert states(window) == ["Done: 1 (table-one-a.json)", "Not for us: 1 (table-one-b.json)"]


def test_name_and_level_stand_apart(opened: Reader) -> None:
    files = [
        upload(f"{name}.json", progress(name, ratings={"system/data": {"level": level}}))
        for name, level in (("Group 1", 4), ("Group 14", 2))
    ]
    given = merged(opened, *files).locator("[data-row='system/data'] [data-column=given] p")

    assert given.all_inner_texts() == ["Group 1: 4", "Group 14: 2"]


def test_the_report_is_there_again(reader: Reader) -> None:
    """After one of its own links and Back, and after a reload; until somebody removes it."""
    window = reader.open("en", "merge/")
    files = [upload(f"{n}.json", progress(n, ratings={"system/data": {"level": 2}})) for n in ("Red", "Blue")]
    load(window, *files, upload("broken.json", b"{"))
    row = window.locator("[data-row='system/data']")
    row.locator("th a").click()
    window.wait_for_url("**/planning/framework**")
    window.go_back()
    row.wait_for()
    back = window.locator("[data-sound]").count()
    window.reload()
    row.wait_for()
    again = window.locator("[data-sound]").count()
    window.once("dialog", lambda dialog: dialog.accept())
    window.get_by_role("button", name="Remove all").click()
    row.wait_for(state="detached")
    window.wait_for_function("document.querySelector('.hb-status').innerText.includes('Files read: 0')")
    window.reload()

    assert (back, again) == (3, 3)
    assert window.locator("[data-sound]").count() == 0


def test_where_nothing_is_kept_it_is_asked_before_leaving(opened: Reader) -> None:
    window = opened.open("en")
    window.add_init_script("indexedDB.open = () => { throw new DOMException('', 'SecurityError'); };")
    window.goto(opened.address("en", "merge/"))
    load(window, CASES / "rating-two.json")
    window.wait_for_function("document.querySelector('.hb-status').innerText.includes('Files read')")

    assert asks_before_leaving(window)


def test_many_files_are_read_in_sight(opened: Reader) -> None:
    """While two hundred files are read, the page says how far it is and goes on answering."""
    window = opened.open("en", "merge/")
    window.evaluate("""() => {
      window.told = new Set();
      const status = document.querySelector('.hb-status');
      new MutationObserver(() => requestAnimationFrame(() => window.told.add(status.innerText)))
        .observe(status, { childList: true });
    }""")
    items = {f"path.goals.x{n}": {"state": "done", "note": "n" * 100, "date": "2026-12-01"} for n in range(100)}
    files = [upload(f"{n}.json", progress(f"Group {n}", items=items)) for n in range(200)]
    window.locator("input[type=file]").set_input_files(files)
    window.wait_for_function("document.querySelector('.hb-status').innerText.includes('Files read: 200')")
    told = [text for text in window.evaluate("[...window.told]") if "of 200" in text]

    assert len(told) > 2
    assert window.locator("[data-table=merge-merged_items] tbody tr").count() == 100
    assert window.locator("progress:visible").count() == 0
