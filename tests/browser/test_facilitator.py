"""Pages for who leads a workshop: the agenda's arithmetic, where the pages are, and the projector view by its keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.render import links
from macros.render.navigation import navigation
from macros.render.site_map import left_out, pages
from macros.views.facilitator import agenda, clock, facilitation
from macros.views.places import Link
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.browser.test_single_file import go, opened
from tests.browser.test_single_file import made as single_file
from tests.support.built import ROOT, Data, Site, made, shared
from tests.support.example import block
from tests.support.reading import Reader, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = {"facilitator/{}.md", "facilitator/{}/hand-out.md", "facilitator/{}/projector.md"}


def lines(*minutes: int) -> list[tuple[str, int, bool]]:
    """Return start, minutes and whether there is work, of the agenda of topics that take so long."""
    topics = [(Link(str(number), ""), length) for number, length in enumerate(minutes)]
    return [(slot.start, slot.minutes, slot.topic is not None) for slot in agenda(topics)]


def test_agenda_of_the_example(dataset: Dataset) -> None:
    """Groups in order, a break after 90 minutes, five minutes an item where there is no estimate."""
    view = facilitation(Reading(dataset, "en"), "framework")

    assert [(slot.start, slot.minutes, slot.topic and slot.topic.title) for slot in view.slots] == [
        ("0:00", 90, "Drawing"), ("1:30", 10, None), ("1:40", 5, "Water system · Pipes"),
    ]  # fmt: skip
    assert view.total == "1:45"
    assert [held.questions for held in view.asked] == [("How old are the pipes?",)]


def test_breaks() -> None:
    """None at the end, none within a topic, and each stretch of work is counted from the last one."""
    assert lines() == []
    assert lines(90) == [("0:00", 90, True)]
    assert lines(60, 40, 85, 5, 5) == [
        ("0:00", 60, True), ("1:00", 10, False), ("1:10", 40, True), ("1:50", 10, False), ("2:00", 85, True),
        ("3:25", 5, True), ("3:30", 10, False), ("3:40", 5, True),
    ]  # fmt: skip
    assert [clock(minutes) for minutes in (0, 59, 60, 605)] == ["0:00", "0:59", "1:00", "10:05"]


def test_every_group_has_an_estimate() -> None:
    """The shipped steps, systems and domains say how long each group takes, in steps of five minutes."""
    records = Data(ROOT).records
    groups = [one for kind in ("path", "system", "domain") for held in records[kind].values() for one in held["groups"]]

    assert len(groups) > 30
    for group in groups:
        minutes = int(group["minutes"])
        assert minutes % 5 == 0, group["id"]
        assert 4 <= minutes / len(group["items"]) <= 20 / 3, group["id"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_with_the_option(dataset: Dataset, language: str) -> None:
    """Pages and their places in the navigation exist in a selection with the option, for its steps alone."""
    for chosen in (dataset, select(dataset, Selection())):
        assert not [page for page in pages(chosen, language) if page.path.startswith("facilitator")]
    held = select(dataset, Selection(paths=("route",), facilitator=True))
    tab = next(entry for entry in navigation(held, language) if "workshop.md" in {one.page for one in entry.children})

    made = {page.path for page in pages(held, language) if page.path.startswith("facilitator")}
    assert made == {path.format("route") for path in HERE}
    assert not {path for path in left_out(held, language) if path.startswith("facilitator")}
    assert [one.page for one in tab.children if one.page.startswith("facilitator")] == ["facilitator/route.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_answers(dataset: Dataset, language: str) -> None:
    """Every link leads to a page; hand-out and projector view hold every item, but no case and no saved progress."""
    held = replace(dataset, facilitator=True)
    there = {page.path for page in pages(held, language)}
    for page in pages(held, language):
        if page.path.startswith("facilitator"):
            text = block(held, language, page.macro, page.argument)
            assert {target for target, _ in links.targets(text)} <= there
            assert "data-item" not in text
            assert page.macro == "agenda" or "cities/" not in text
            assert (
                page.macro == "agenda"
                or text.count("hb-item__do") == {"framework": 2, "route": 0}[page.path.split("/")[1]]
            )


@pytest.fixture(scope="session")
def led(builds: Path) -> Site:
    """Return a bundle of one step with the facilitator's pages."""
    arguments = ("--facilitator", "--city", "london", "--path", "framework")
    return shared(builds / "bundle-led", lambda folder: made(folder / "bundle", *arguments))


@pytest.fixture
def room(browser: Browser, led: Site) -> Iterator[Reader]:
    """Return a reader of the bundle, from disk and without a network."""
    with reading(browser, led, f"{led.folder.as_uri()}/") as reader:
        yield reader


def test_bundle(led: Site) -> None:
    """The bundle has the pages in both languages and says so; the tab of the workshop is theirs."""
    for language in LANGUAGES:
        made = {path for path in led.pages if path.startswith(f"{language}/facilitator")}
        assert made == {f"{language}/{path.format('framework').replace('.md', '.html')}" for path in HERE}
        for path in made:
            active = led.pages[path].root.one("li", "md-tabs__item--active")
            assert led.pages[path].target(active.one("a")["href"])[0] == f"{language}/workshop.html"
            assert not led.pages[path].faults
            assert led.pages[path].language == language
    assert json.loads(led.text("manifest.json"))["selection"]["facilitator"] is True


def test_projector(room: Reader) -> None:
    """Keys turn the items and stop at both ends; Escape gives the list back; letters do not leave the page."""
    window = room.open("en", "facilitator/framework/projector/")
    items = window.locator("[data-slide] .hb-item__do").all_inner_texts()
    stage, counter = window.locator("[data-stage]"), window.locator("[data-counter]")
    assert not stage.is_visible()
    window.get_by_role("button", name="Start the projector view").click()
    for key, place in (
        ("ArrowLeft", 0), ("ArrowRight", 1), ("PageDown", 2), ("ArrowDown", 3), ("n", 3), ("PageUp", 2), ("ArrowUp", 1),
        ("End", len(items) - 1), ("ArrowRight", len(items) - 1), ("Home", 0), ("Enter", 1),
    ):  # fmt: skip
        window.keyboard.press(key)
        assert counter.inner_text() == f"{place + 1} / {len(items)}", key
        assert stage.locator(".hb-item__do").inner_text() == items[place], key
    size = stage.locator(".hb-item__do").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    box = stage.bounding_box()
    assert size >= 48
    assert box
    assert (box["width"], box["height"]) == (1280, 800)
    window.keyboard.press("Escape")
    assert not stage.is_visible()
    assert window.locator("[data-project]").evaluate("one => one === document.activeElement")


def test_projector_without_scripts(room: Reader) -> None:
    """The list is there in full, and nothing that would do nothing."""
    address = room.address("zh", "facilitator/framework/projector/")
    window = room.visit(address, java_script_enabled=False)

    assert window.locator("[data-slide]:visible").count() == window.locator("[data-slide]").count() > 10
    assert window.locator("[data-stage]:visible, [data-project]:visible").count() == 0


def test_handout_on_paper(room: Reader) -> None:
    """Print shows boxes and lines to fill in, and no navigation."""
    window = room.open("zh", "facilitator/framework/hand-out/")
    window.emulate_media(media="print")

    assert window.locator(".hb-sheet").is_visible()
    assert window.locator(".hb-box:visible").count() == window.locator(".hb-item").count() > 10
    assert window.locator(".hb-button:visible, .md-header:visible, .md-tabs:visible").count() == 0
    assert window.pdf(format="A4").startswith(b"%PDF")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return two steps as a single file with the facilitator's pages."""
    chosen = ("--city", "london", "--path", "framework", "--path", "goals")
    return single_file(tmp_path_factory.mktemp("alone") / "led.html", "--lang", "en", "--facilitator", *chosen)


def test_projector_in_the_single_file(browser: Browser, alone: Path) -> None:
    """By keys from the agenda to the stage and through it; each page has its own, and going back closes it."""
    with opened(browser, alone) as reader:
        window = reader.visit(f"{reader.base}#facilitator-goals")
        window.locator('.hb-current a[href="#facilitator-goals-projector"]').focus()
        window.keyboard.press("Enter")
        page = window.locator("#facilitator-goals-projector.hb-current")
        items = page.locator("[data-slide] .hb-item__do").all_inner_texts()
        page.locator("[data-project]").focus()
        window.keyboard.press("Enter")
        for key, place in (("ArrowRight", 1), ("PageDown", 2), ("End", len(items) - 1), ("Home", 0), ("Enter", 1)):
            window.keyboard.press(key)
            assert page.locator("[data-stage] .hb-item__do").inner_text() == items[place], key
        box = page.locator("[data-stage]").bounding_box()
        assert box
        assert (box["width"], box["height"]) == (1280, 800)
        assert window.locator("[data-stage][open]").count() == 1
        window.keyboard.press("Escape")
        assert page.locator("[data-project]").evaluate("one => one === document.activeElement")
        window.keyboard.press("Enter")
        window.go_back()
        window.locator("#facilitator-goals.hb-current").wait_for()
        assert window.locator("[data-stage][open]").count() == 0
        window.locator('.hb-current a[href="#assess"]').click()
        other = go(window, "facilitator-framework-projector")
        other.locator("[data-project]").click()
        assert other.locator("[data-counter]").inner_text() == f"1 / {other.locator('[data-slide]').count()}"
        assert other.locator("[data-slide]").count() != len(items)


def test_handout_in_the_single_file(browser: Browser, alone: Path) -> None:
    """A hand-out is for any group: the name of the one that works in the file is not on it, nor are its answers."""
    with opened(browser, alone) as reader:
        window = reader.visit(f"{reader.base}#checklists-goals")
        window.get_by_label("Name of the group").fill("Blue")
        window.keyboard.press("Tab")
        window.locator("#checklists-goals .hb-tick").first.check()
        page = go(window, "facilitator-goals-hand-out")
        window.emulate_media(media="print")

        assert "Blue" in (window.locator("#checklists-goals .hb-sheet").text_content() or "")
        assert "Blue" not in page.inner_text()
        assert page.locator(".hb-box:visible").count() == page.locator(".hb-item").count() > 10
        assert page.locator(".hb-bar, .hb-tick").count() == 0


def test_single_file_without_scripts(browser: Browser, alone: Path) -> None:
    """The projector's list can be read, and no stage lies over it."""
    with opened(browser, alone) as reader:
        window = reader.visit(f"{reader.base}#facilitator-goals-projector", java_script_enabled=False)

        assert window.locator("#facilitator-goals-projector [data-slide]:visible").count() > 10
        assert window.locator("[data-stage]:visible, [data-project]:visible").count() == 0
