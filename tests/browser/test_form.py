"""The form for those who edit without git: from a statement on a page to a file that `handbook apply` takes in."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from macros.check.run import check
from macros.cli import main
from macros.render import policy
from tests.support import edited
from tests.support.built import PROJECT, ROOT, Site
from tests.support.data import Data
from tests.support.reading import PHONE, Reader, awaits_focus, reading
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CITY, SOURCE, LONDON = "city/lisbon", "source/lisbon-1", "city/london"
DAY = "2026-11-20"


def control(window: Page, record: str, *keys: str | int) -> Locator:
    """Return the field of a value."""
    return window.locator(f"[data-control='{record} {'/'.join(map(str, keys))}']")


def begin(reader: Reader, language: str = "en", **options: Any) -> Page:
    window = reader.open(language, "edit/", **options)
    window.locator("[data-form] button").press("Enter")
    window.locator("#form-record").wait_for()
    return window


def more(holder: Locator, value: str) -> None:
    """Choose from the list below what is there, and press the button beside it; the field then has the focus."""
    holder.locator("> .hb-form__more select").select_option(value)
    holder.locator("> .hb-form__more button").first.press("Enter")


def write(window: Page, record: str, *keys: str | int, zh: str, en: str) -> None:
    """Write a text in both languages, from one field to the next with the tabulator."""
    control(window, record, *keys, "zh").focus()
    window.keyboard.insert_text(zh)
    window.keyboard.press("Tab")
    window.keyboard.insert_text(en)


def section(window: Page, record: str) -> Locator:
    return window.locator(f"[data-record='{record}'] > .hb-form__model")


def status(window: Page, text: str) -> None:
    window.locator(".hb-form__status", has_text=text).wait_for()


def saved(window: Page, folder: Path) -> Path:
    """Return the file that the form gives."""
    with window.expect_download() as caught:
        window.locator(".hb-form__acts button").first.press("Enter")
    file = folder / caught.value.suggested_filename
    caught.value.save_as(file)
    return file


def project(folder: Path) -> Path:
    folder.mkdir()
    for name in PROJECT:
        held = ROOT / name
        (shutil.copytree if held.is_dir() else shutil.copy)(held, folder / name)
    return folder


def apply(root: Path, file: Path) -> str:
    done = CliRunner().invoke(main, ["apply", "--root", str(root), str(file)])
    assert done.exit_code == 0, done.output
    return done.output


def add_answer(window: Page, question: str, number: int) -> None:
    more(window.locator(f"fieldset[data-control='{CITY} facts']"), question)
    write(window, CITY, "facts", question, "text", zh=f"第{number}条。", en=f"Number {number}.")
    window.locator(f"fieldset[data-control='{CITY} facts/{question}/sources'] > .hb-form__more button").first.press(
        "Enter"
    )
    window.keyboard.insert_text("lisbon-1")


def add_source(window: Page) -> None:
    """Add the source from the first answer, which then cites it."""
    more(window.locator(f"fieldset[data-control='{CITY} facts']"), "plan")
    write(window, CITY, "facts", "plan", "text", zh="第1条。", en="Number 1.")
    window.locator(f"fieldset[data-control='{CITY} facts/plan/sources'] > .hb-form__more button").nth(1).press("Enter")
    window.keyboard.insert_text("Plano")
    control(window, SOURCE, "language").fill("pt")
    write(window, SOURCE, "publisher", zh="里斯本市政府", en="City of Lisbon")
    control(window, SOURCE, "kind").select_option("primary")
    control(window, SOURCE, "checked").fill(DAY)
    window.locator(f"[data-record='{SOURCE}'] > p > button").last.press("Enter")
    awaits_focus(control(window, CITY, "facts", "plan", "sources").locator("input").first)


def test_a_new_city_with_six_facts_and_their_source(reader: Reader, tmp_path: Path) -> None:
    """By keyboard, from an empty form to data that are sound, and to the page that shows them."""
    window = begin(reader)
    window.locator("#form-record").fill("lisbon")
    window.locator(".hb-form__choose button").nth(1).press("Enter")
    write(window, CITY, "name", zh="里斯本", en="Lisbon")
    write(window, CITY, "country", zh="葡萄牙", en="Portugal")
    write(window, CITY, "lead", zh="一座城市。", en="A city.")
    more(section(window, CITY), "checked")
    window.keyboard.insert_text(DAY)
    more(section(window, CITY), "facts")
    add_source(window)
    questions = ("emphasis", "horizon", "outcome", "level", "instrument")
    for number, question in enumerate(questions, 2):
        add_answer(window, question, number)
        box = control(window, CITY, "facts", question, "code").locator("input").first
        if box.count():
            box.press("Space")
    status(window, "The form finds no fault.")
    file = saved(window, tmp_path)

    root = project(tmp_path / "project")
    told = apply(root, file)
    held, problems = check(root)
    assert [one for one in problems if one.level == "error"] == []
    assert sorted(held.dataset["city"]["lisbon"].facts) == sorted(("plan", *questions))
    assert told.count("+    sources: [lisbon-1]") == 6
    assert set(json.loads(file.read_text("utf-8"))) <= {"format", "version", "data", "saved", "by", "why", "changes"}
    assert reader.faults == []


def test_a_statement_is_changed_from_where_it_stands(reader: Reader, tmp_path: Path) -> None:
    """Its drawer leads to its fields; the file has the changed text and nothing else."""
    window = reader.open("en", "cities/london/", "s-plan-1")
    drawer = window.locator("[data-ref='city/london#plan-1'] details.hb-prov").first
    drawer.locator("summary").press("Enter")
    drawer.locator("[data-proposes]").press("Enter")
    field = control(window, "city/london", "facts", "plan", 0, "text", "en")
    field.wait_for()
    before = field.input_value()
    field.fill(f"{before} So it is: “#1”.")
    status(window, "The form finds no fault.")
    shown = window.locator(".hb-form__shown:visible [lang=en]").first.text_content()
    file = saved(window, tmp_path)

    assert f"{before} So it is: “#1”." in (shown or "")
    assert json.loads(file.read_text("utf-8"))["changes"] == [
        {
            "record": "city/london", "at": ["facts", "plan", "#plan-1", "text", "en"],
            "old": before, "new": f"{before} So it is: “#1”.",
        }
    ]  # fmt: skip
    root = project(tmp_path / "project")
    lines = [line for line in apply(root, file).split("\n") if line[:1] in ("+", "-")]
    assert len(lines) == 4, lines
    assert reader.faults == []


def test_an_item_moves_with_its_lines(reader: Reader, tmp_path: Path) -> None:
    """By key and by pointer, there and back; what moved is told, and the file only changes the order of lines."""
    window = begin(reader)
    window.locator("#form-record").fill("london")
    window.locator("#form-record").press("Enter")
    holder = window.locator(f"fieldset[data-control='{LONDON} areas']")
    items = holder.locator("> ol > li")
    items.nth(2).wait_for()
    names = [item.locator("> details > summary").text_content() for item in some(items.all(), 3)]
    up, down = (items.locator(f"[data-move={way}]") for way in ("up", "down"))
    assert down.first.get_attribute("aria-label") == f"Move down: {names[0]}"
    down.first.press("Enter")
    awaits_focus(down.nth(1))
    window.get_by_role("status").get_by_text(f"“{names[0]}” is now number 2 of {len(names)}.").wait_for()
    status(window, "Changes: 1.")
    up.nth(1).click()
    awaits_focus(up.first)
    status(window, "Nothing has been changed")
    for place in range(len(names)):  # at the end the button stays, and does nothing
        down.nth(min(place, len(names) - 1)).press("Enter")
    assert items.last.locator("> details > summary").text_content() == names[0]
    assert down.last.get_attribute("aria-disabled") == "true"
    change = saved(window, tmp_path)

    root = project(tmp_path / "project")
    file = root / "data" / "cities" / "london.yml"
    apply(root, change)
    before, after = ((one / file.relative_to(root)).read_text("utf-8").split("\n") for one in (ROOT, root))
    assert before != after
    assert sorted(before) == sorted(after)


def test_an_empty_cell_of_the_comparison_leads_to_its_question(browser: Browser, large: Site, tmp_path: Path) -> None:
    """There the fields for such an answer are begun, and nothing has been changed yet."""
    city, question = "city-0001", edited.QUESTION
    with reading(browser, large, f"{large.folder.as_uri()}/") as reader:
        window = reader.visit(f"{reader.base}en/compare/index.html")
        row = window.locator(f"[data-tables] [data-row='{question}']")
        link = row.locator(f"[data-column={city}] [data-proposes]")
        assert window.locator("[data-tables] [data-state]:not([data-state=unknown]) > p [data-proposes]").count() == 0
        assert (link.text_content() or "").endswith(f" · {row.locator('th summary').text_content()}")
        place, _, anchor = (link.get_attribute("href") or "").partition("#")
        assert place.endswith("/en/edit/")

        window = reader.visit(f"{reader.base}en/edit/index.html#{anchor}")
        field = control(window, f"city/{city}", "facts", question, "value")
        awaits_focus(field)
        status(window, "Nothing has been changed")
        field.fill("7")
        control(window, f"city/{city}", "facts", question, "unit").select_option("projects")
        control(window, f"city/{city}", "facts", question, "as_of").fill("2019")
        status(window, "To be mended: 1.")
        change = json.loads(saved(window, tmp_path).read_text("utf-8"))["changes"]

    held = {"value": 7, "unit": "projects", "as_of": 2019}
    assert change == [{"record": f"city/{city}", "at": ["facts", question], "new": held}]


def test_what_is_wrong_is_told_beside_the_field_and_leads_there(served: Reader) -> None:
    window = begin(served, "zh")
    window.locator("#form-record").fill("london")
    window.locator("#form-record").press("Enter")
    field = control(window, "city/london", "name", "zh")
    field.fill("伦敦,市")
    window.locator(".hb-form__wrong button").wait_for()
    note = window.locator(f"#{(field.get_attribute('aria-describedby') or '').split()[-1]}")
    assert "全角" in (note.text_content() or "")
    assert field.get_attribute("aria-invalid") == "true"

    window.locator(".hb-form__wrong button").press("Enter")
    assert field.evaluate("field => field === document.activeElement")
    field.fill("伦敦市")
    status(window, "没有发现问题")
    assert field.get_attribute("aria-invalid") == "false"
    assert served.faults == []


def test_an_input_method_is_left_to_finish(served: Reader) -> None:
    """What it shows while one chooses signs is no text yet."""
    window = begin(served)
    window.locator("#form-record").fill("london")
    window.locator("#form-record").press("Enter")
    field = control(window, "city/london", "name", "zh")
    field.fill("")
    field.focus()
    method = window.context.new_cdp_session(window)
    for typed in ("l", "lun,", "lun,dun"):
        method.send(
            "Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)}
        )
    other = control(window, "city/london", "country", "en")
    other.evaluate("field => { field.value = 'UK'; field.dispatchEvent(new InputEvent('input')); }")
    status(window, "Changes: 2. To be mended: 1.")
    assert field.input_value() == "lun,dun"
    assert window.locator(".hb-form__wrong li").all_text_contents() == [
        "London · name › Chinese both languages are due"
    ]
    method.send("Input.insertText", {"text": "伦敦城"})
    status(window, "Changes: 2. The form finds no fault.")

    assert served.faults == []
    assert field.input_value() == "伦敦城"


def test_a_draft_stays_and_a_file_is_taken_up_again(reader: Reader, tmp_path: Path) -> None:
    window = begin(reader)
    window.locator("#form-record").fill("paris")
    window.locator("#form-record").press("Enter")
    control(window, "city/paris", "country", "en").fill("French Republic")
    status(window, "Changes: 1.")
    file = saved(window, tmp_path)
    window.reload()
    field = control(window, "city/paris", "country", "en")
    field.wait_for()
    assert field.input_value() == "French Republic"

    window.once("dialog", lambda dialog: dialog.accept())
    window.locator(".hb-form__acts button").nth(1).press("Enter")
    status(window, "Nothing has been changed")
    held = json.loads(file.read_text("utf-8"))
    held["changes"] += [{**held["changes"][0], "at": ["name", "en"], "old": "x"}, {"record": "__proto__", "at": []}, 1]
    odd = {"name": "odd.json", "mimeType": "application/json", "buffer": json.dumps(held).encode()}
    window.locator("#form-file").set_input_files(files=[odd])  # type: ignore[list-item]
    status(window, "Changes: 1.")
    window.get_by_text("Not taken in, since the data have changed there: 3.").wait_for()
    assert reader.faults == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_fields_have_names_on_a_telephone(served: Reader, language: str) -> None:
    window = begin(served, language, **PHONE)
    window.locator("#form-record").fill("london")
    window.locator("#form-record").press("Enter")
    section(window, "city/london").wait_for()
    for part in some(window.locator("[data-record] details").all()[:12], 12):
        part.evaluate("part => { part.open = true; }")
    nameless = window.locator("[data-form]").evaluate(
        """form => [...form.querySelectorAll('input, select, textarea')].filter(field =>
             !field.labels?.length && !field.getAttribute('aria-label')).map(field => field.outerHTML)"""
    )
    assert nameless == []
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_form_as_one_file(browser: Browser, offline: Site, tmp_path: Path) -> None:
    """By itself in a folder and without a network it opens a record, and gives a change that is taken in.

    A site has the very file that the command writes.
    """
    file = tmp_path / "alone" / "form.html"
    done = CliRunner().invoke(main, ["form", "--root", str(ROOT), "--lang", "en", "--out", str(file)])
    assert done.exit_code == 0, done.output
    text = file.read_text("utf-8")
    is_same = text == offline.text("assets/form/handbook-form-en.html")  # in a name, or megabytes would be shown
    assert is_same
    assert policy.is_guarded(text)
    with reading(browser, offline, f"{file.parent.as_uri()}/") as reader:
        window = reader.visit(f"{file.as_uri()}#city/london#plan-1")
        field = control(window, "city/london", "facts", "plan", 0, "text", "en")
        field.fill(f"{field.input_value()} So it is.")
        status(window, "The form finds no fault.")
        change = saved(window, tmp_path)
        window.reload()
        status(window, "The form finds no fault.")

    lines = [line for line in apply(project(tmp_path / "project"), change).split("\n") if line[:2] in ("+ ", "- ")]
    assert len(lines) == 2, lines
    assert lines[1].endswith('So it is."')


def test_editions_that_are_handed_out_have_no_form(whole: Any) -> None:
    assert not list(whole.folder.rglob("edit.html"))
    assert not (whole.folder / "assets" / "form").exists()


def first_text(value: Any, at: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str]:
    """Return the first Chinese text of a record that no list holds, and the keys that lead to it."""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str):
            return (*at, "zh"), value["zh"]
        return next((found for key, held in value.items() if (found := first_text(held, (*at, key)))[0]), ((), ""))
    return (), ""


def test_what_the_data_hold_has_no_fault_in_the_form(served: Reader) -> None:
    """A sound record of a file of its own stays so, whichever of its texts is changed."""
    changes = []
    for kind, held in Data(ROOT).records.items():
        for name, record in held.items():
            at, text = first_text(record)
            changes.append({"record": f"{kind}/{name}", "at": at, "old": text, "new": f"{text}甲"})
    change = {"format": "handbook-change", "version": 1, "changes": some(changes, 40)}
    window = begin(served)
    file = {"name": "all.json", "mimeType": "application/json", "buffer": json.dumps(change).encode()}
    window.locator("#form-file").set_input_files(files=[file])  # type: ignore[list-item]
    status(window, f"Changes: {len(changes)}.")

    assert window.locator(".hb-form__wrong li").all_text_contents() == []
    assert served.faults == []
