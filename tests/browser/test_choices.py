"""Lists that narrow to what is chosen: duties, indicators and cities like mine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.reading import Reader
from tests.support.single import ENGLISH, go
from tests.support.single import opened as opened_file
from tests.support.some import some

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PAGES = pytest.mark.parametrize("page", ["duties/", "indicators/", "similar/"])


def entries(page: Page | Locator) -> list[Locator]:
    """Return what the list of a page has."""
    form = page.locator("[data-choices]")
    return some(page.locator(form.get_attribute("data-choices") or "").all(), 3)


def shown(page: Page | Locator) -> list[int]:
    """Return the places of the entries that can be seen."""
    return [n for n, entry in enumerate(entries(page)) if entry.is_visible()]


def select(page: Page | Locator, place: int = 0) -> tuple[Locator, list[str]]:
    """Return a field of the form and what it offers, without the choice of all."""
    fields = page.locator("[data-choices] select")
    held = fields.nth(place)
    offered = [one.get_attribute("value") or "" for one in held.locator("option").all()]
    return held, some([value for value in offered if value], 2)


def fits(page: Page | Locator, name: str, value: str) -> list[int]:
    """Return the places of the entries that carry a value."""
    held = [(entry.get_attribute(f"data-{name}") or "").split() for entry in entries(page)]
    return [n for n, values in enumerate(held) if value in values]


@PAGES
def test_a_list_narrows_to_what_is_chosen(page: str, reader: Reader) -> None:
    """By each field alone, and by two together; the status counts, and parts with nothing left are hidden."""
    window = reader.open("en", page)
    every = len(entries(window))
    status = window.locator("[data-choices] [role=status]")
    first, offered = select(window)
    name = first.get_attribute("name") or ""
    assert status.inner_text() == ""
    for value in offered[:3]:
        first.select_option(value)
        wanted = fits(window, name, value)
        assert shown(window) == some(wanted)
        assert status.inner_text() == f"{len(wanted)} of {every} fit"
        parts = window.locator("[data-entries]").all()
        inside = [part.locator(window.locator("[data-choices]").get_attribute("data-choices") or "") for part in parts]
        left = [any(entry.is_visible() for entry in held.all()) for held in inside]
        assert [part.is_visible() for part in parts] == left
    assert window.locator("[data-entries]").count() > 1
    second, more = select(window, 1)
    second.select_option(more[0])
    both = set(fits(window, name, offered[:3][-1])) & set(fits(window, second.get_attribute("name") or "", more[0]))

    assert shown(window) == sorted(both)
    first.select_option("")
    second.select_option("")
    assert len(shown(window)) == every
    assert status.inner_text() == ""


@PAGES
def test_a_list_narrows_to_words(page: str, reader: Reader) -> None:
    """Each of them in an entry, in whatever case; nothing that fits is said in words."""
    window = reader.open("en", page)
    text = entries(window)[1].inner_text()
    word = max(text.split(), key=len)
    window.locator("[data-choices] [name=text]").fill(word.upper())
    found = shown(window)
    window.locator("[data-choices] [name=text]").fill("qqqq zzzz")

    assert 1 in found
    assert shown(window) == []
    assert "Nothing fits" in window.locator("[data-choices] [role=status]").inner_text()
    assert window.locator("[data-entries]:visible").count() == 0


@PAGES
def test_what_is_chosen_stands_in_the_address(page: str, reader: Reader) -> None:
    """It comes back with it, in another window too; a value that there is not chooses nothing."""
    window = reader.open("en", page)
    field, (value, *_) = select(window)
    name = field.get_attribute("name") or ""
    field.select_option(value)
    narrowed, address = shown(window), window.url
    other = reader.visit(address)

    assert address == f"{reader.address('en', page)}?{name}={value}"
    assert shown(other) == narrowed
    assert select(other)[0].input_value() == value
    odd = reader.visit(f"{reader.address('en', page)}?{name}=none-such&__proto__=1")
    assert len(shown(odd)) == len(entries(odd))
    field.select_option("")
    assert window.url == reader.address("en", page)


def other_part(window: Page) -> str:
    """Choose a value that hides some part of the list with a heading; return the anchor of that part."""
    field, offered = select(window)
    for value in offered:
        field.select_option(value)
        for part in window.locator("[data-entries]").all():
            if not part.is_visible() and part.locator("[id]").count():
                return part.locator("[id]").last.get_attribute("id") or ""
    raise AssertionError("no choice hides a part that has an anchor")


def test_a_link_to_what_is_hidden_brings_it_back(reader: Reader) -> None:
    """The choice is taken back, in the form, on the page and in the address; so it is in a new window."""
    window = reader.open("en", "similar/")
    anchor = other_part(window)
    address = window.url
    window.evaluate("anchor => { location.hash = anchor }", anchor)
    window.locator(f"[id='{anchor}']").wait_for()
    other = reader.visit(f"{address}#{anchor}")
    other.locator(f"[id='{anchor}']").wait_for()

    for one in (window, other):
        assert select(one)[0].input_value() == ""
        assert len(shown(one)) == len(entries(one))
        assert "?" not in one.url
        assert one.url.endswith(f"#{anchor}")


def test_the_way_to_the_comparison_takes_the_cities_along(reader: Reader) -> None:
    """Those that are left of a problem."""
    window = reader.open("en", "similar/")
    field, offered = select(window, 1)
    field.select_option(offered[0])
    part = window.locator("[data-entries]:visible").first
    cities = [case.get_attribute("data-case") for case in part.locator("[data-case]").all() if case.is_visible()]
    href = part.locator("[data-compare]").get_attribute("href") or ""

    assert href.endswith(f"#cities={','.join(map(str, some(cities)))}")


@PAGES
def test_without_scripts_the_whole_list_is_there(page: str, reader: Reader) -> None:
    """And no form that does nothing."""
    window = reader.open("en", page, java_script_enabled=False)

    assert len(shown(window)) == len(entries(window))
    assert not window.locator("[data-choices]").is_visible()


@ENGLISH
@pytest.mark.parametrize("page", ["duties", "indicators", "similar"])
def test_choices_in_the_single_file(page: str, browser: Browser, single_part: Path) -> None:
    """They narrow the list of their page alone, and the address stays that of the page."""
    with opened_file(browser, single_part) as reader:
        window = reader.visit(reader.base)
        held = go(window, page)
        field, (value, *_) = select(held)
        field.select_option(value)
        narrowed, wanted = shown(held), fits(held, field.get_attribute("name") or "", value)
        address = window.url
        other = go(window, "indicators" if page != "indicators" else "duties")

        assert narrowed == some(wanted)
        assert address.endswith(f"#{page}")
        assert len(shown(other)) == len(entries(other))
