"""Pages for who leads a workshop: the projector view by its keys, and the hand-out on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.built import Site
from tests.support.reading import Reader, awaits_focus, reading
from tests.support.single import go, opened
from tests.support.single import made as single_file
from tests.support.workshop import name_group

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def room(browser: Browser, led: Site) -> Iterator[Reader]:
    """Return a reader of the bundle, from disk and without a network."""
    with reading(browser, led, f"{led.folder.as_uri()}/") as reader:
        yield reader


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
    awaits_focus(window.locator("[data-project]"))


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
        awaits_focus(page.locator("[data-project]"))
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
        name_group(window)
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
