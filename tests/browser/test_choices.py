"""Lists that narrow: facets with counts, words, ways out of nothing, an address that keeps it all, orders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.built import ROOT
from tests.support.data import Data
from tests.support.reading import PHONE, Reader, switcher
from tests.support.single import ENGLISH, go
from tests.support.single import opened as opened_file
from tests.support.some import some

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

WORDS = Data(ROOT).file("labels")
LISTS = (
    "cities/",
    "coverage/",
    "duties/",
    "evidence/",
    "findings/",
    "glossary/",
    "indicators/",
    "similar/",
    "sources/",
)
ON_ONE_PAGE = pytest.mark.parametrize("page", [page for page in LISTS if page != "sources/"])
STATUS = "[data-narrow] [role=status]"


def form(page: Page | Locator) -> Locator:
    """Return the form above the list, with its facets unfolded."""
    held = page.locator("[data-narrow]")
    held.wait_for()
    held.locator("details").evaluate("one => { one.open = true }")
    return held


def entries(page: Page | Locator) -> Locator:
    """Return the elements of the list."""
    held = page.locator(page.locator("[data-narrow]").get_attribute("data-narrow") or "")
    assert held.count() > 2
    return held


def shown(page: Page | Locator) -> set[int]:
    """Return the places of the elements that can be seen."""
    seen = entries(page).evaluate_all("all => all.map(one => one.checkVisibility())")
    return {n for n, is_seen in enumerate(seen) if is_seen}


def having(page: Page | Locator, facet: str, *values: str) -> set[int]:
    """Return the places of the elements that have one of some values; there are some."""
    held = entries(page).evaluate_all("(all, name) => all.map(one => one.getAttribute(name) ?? '')", f"data-by-{facet}")
    return set(some({n for n, own in enumerate(held) if set(own.split()) & set(values)}))


def distinct(page: Page | Locator, places: set[int]) -> int:
    """Return how many entries some elements are: rows of one city are one."""
    rows = entries(page).evaluate_all("all => all.map(one => one.dataset.row)")
    return len({rows[n] or n for n in places})


def facets(page: Page | Locator) -> dict[str, list[str]]:
    """Return what each facet offers."""
    boxes = form(page).locator("[type=checkbox]").evaluate_all("all => all.map(one => [one.name, one.value])")
    held: dict[str, list[str]] = {}
    for name, value in boxes:
        held.setdefault(name, []).append(value)
    return held


def box(page: Page | Locator, facet: str, value: str) -> Locator:
    """Return the box of a value."""
    return page.locator(f"[data-narrow] [name='{facet}'][value='{value}']")


def count(page: Page | Locator, facet: str, value: str) -> int:
    """Return the number beside a value."""
    return int(box(page, facet, value).locator("xpath=..").locator("small").inner_text())


@ON_ONE_PAGE
def test_facets_narrow_together(page: str, reader: Reader) -> None:
    """Values of one add up, facets narrow each other; counts tell beforehand, status and parts follow."""
    window = reader.open("en", page)
    (first, values), (second, others), *_ = some(list(facets(window).items()), 2)
    every = set(range(entries(window).count()))
    assert window.locator(STATUS).inner_text() == ""
    assert [count(window, first, one) for one in values] == [
        distinct(window, having(window, first, one)) for one in values
    ]

    box(window, first, values[0]).check()
    box(window, first, values[1]).check()
    wanted = having(window, first, *values[:2])
    assert shown(window) == wanted
    assert [count(window, second, one) for one in others] == [
        distinct(window, wanted & having(window, second, one)) for one in others
    ]
    other = next(one for one in others if count(window, second, one))
    box(window, second, other).check()
    wanted &= having(window, second, other)
    assert shown(window) == wanted
    said = f"Fitting: {distinct(window, wanted)} of {distinct(window, every)}"
    window.locator(STATUS, has_text=re.compile(f"^{said}$")).wait_for()
    for part in window.locator("[data-entries]").all():
        inside = part.locator(window.locator("[data-narrow]").get_attribute("data-narrow") or "")
        assert part.is_visible() == any(inside.evaluate_all("all => all.map(one => one.checkVisibility())"))

    window.get_by_role("button", name=WORDS["narrow-clear"]["en"]).click()
    assert shown(window) == every
    window.locator(STATUS, has_text=f"{distinct(window, every)} in all").wait_for()


@ON_ONE_PAGE
def test_words_narrow_a_list(page: str, served: Reader) -> None:
    """Each of them in an entry, in whatever case."""
    window = served.open("en", page)
    word = max(re.findall("[A-Za-z]+", entries(window).nth(1).inner_text()), key=len)
    form(window).locator("[name=words]").fill(f"  {word.upper()} ")
    texts = entries(window).all_text_contents()

    assert 1 in shown(window)
    if page != "coverage/":  # where the rows of a city are one entry
        assert all(word.lower() in texts[n].lower() for n in shown(window))


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "phone"])
def test_words_lead_to_the_search_of_all_that_is_said(options: dict[str, Any], reader: Reader) -> None:
    """It opens with them; a list without words offers it not."""
    window = reader.open("zh", "duties/", **options)
    label = WORDS["narrow-full-text"]["zh"].replace("{words}", "个人信息")
    window.locator("[data-narrow] [name=words]").fill("个人信息")
    window.get_by_role("button", name=label).click()
    window.locator(".hb-result:visible").first.wait_for()
    assert window.locator(".md-search__input").input_value() == "个人信息"
    window.keyboard.press("Escape")
    window.locator("[data-narrow] [name=words]").fill("")
    window.get_by_role("button", name=label).wait_for(state="detached")


def test_where_nothing_fits_ways_lead_out(reader: Reader) -> None:
    """Each says how much there would be, and takes back just its own; the last takes back everything."""
    window = reader.open("en", "cities/")
    form(window)
    box(window, "region", "africa").check()
    african = distinct(window, shown(window))
    window.locator("[name=words]").fill("London")
    assert shown(window) == set()
    window.locator(STATUS, has_text=WORDS["narrow-none"]["en"]).wait_for()
    window.get_by_role("button", name=re.compile(f"^{african} without .London")).click()

    assert shown(window) == having(window, "region", "africa")
    assert box(window, "region", "africa").is_checked()
    window.locator("[name=words]").fill("qqqq")
    assert window.get_by_role("button", name=re.compile("without .qqqq")).count() == 1
    window.get_by_role("button", name=WORDS["narrow-clear"]["en"]).click()
    assert len(shown(window)) == entries(window).count()


@pytest.mark.parametrize("page", ["coverage/", "findings/", "sources/"])
def test_what_is_chosen_stands_in_the_address(page: str, reader: Reader) -> None:
    """It comes back when the page is loaded again, on the way back, and in the other language."""
    window = reader.open("en", page)
    facet, values = next(iter(facets(window).items()))
    for value in values[:2]:
        box(window, facet, value).check()
    address = window.url
    assert address == f"{reader.address('en', page)}#{facet}={','.join(values[:2])}"
    window.reload()
    window.locator(STATUS, has_text="Fitting").wait_for()
    said = window.locator(STATUS).inner_text()
    assert [box(window, facet, value).is_checked() for value in values[:3]] == [True, True, *[False] * len(values[2:3])]
    window.goto(reader.address("en"))
    window.go_back()
    window.locator(STATUS, has_text=said).wait_for()
    switcher(window, "zh").click()
    window.wait_for_url(f"**/zh/**#{facet}=*")
    window.locator(STATUS, has_text=said.split()[1]).wait_for()

    assert [box(window, facet, value).is_checked() for value in values[:2]] == [True, True]


def test_an_odd_address_chooses_nothing(reader: Reader) -> None:
    window = reader.visit(f"{reader.address('en', 'cities/')}#region=none-such&__proto__=1&sort=-none")
    form(window)

    assert len(shown(window)) == entries(window).count()
    assert window.locator(STATUS).inner_text() == ""


def test_a_link_to_what_is_hidden_brings_it_back(reader: Reader) -> None:
    """And the way back brings back what was chosen."""
    window = reader.open("en", "similar/")
    _, (value, *_) = next(iter(facets(window).items()))
    box(window, "problem", value).check()
    anchor = window.locator("[data-entries]:not(:visible) h2").first.get_attribute("id")
    window.evaluate("anchor => { location.hash = anchor }", anchor)
    window.locator(f"[id='{anchor}']").wait_for()
    assert len(shown(window)) == entries(window).count()
    assert window.url.endswith(f"#{anchor}")
    window.go_back()
    window.locator(STATUS, has_text="fit").wait_for()

    assert shown(window) == having(window, "problem", value)


def test_what_was_chosen_can_be_taken_back_by_keyboard(reader: Reader) -> None:
    """With nothing but keys; the focus stays in the form, and Escape folds the facets."""
    window = reader.open("en", "cities/")
    window.locator("[name=words]").focus()
    press = window.keyboard.press
    for key in ("Tab", "Tab", "Enter", "Tab", "Space", "Tab"):
        press(key)
    first = form(window).locator("[type=checkbox]").first
    assert first.is_checked()
    form(window).get_by_role("button", name="Drop Region").wait_for()
    press("Escape")
    assert window.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert window.locator("[data-narrow] details").get_attribute("open") is None
    press("Tab")
    assert window.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Drop Region: ")
    press("Enter")

    assert not first.is_checked()
    assert window.evaluate("document.activeElement.name") == "words"
    assert window.url == reader.address("en", "cities/")


def test_a_list_can_be_sorted(reader: Reader) -> None:
    """By name in the language's own order, by date, by number; the order stands in the address."""
    window = reader.open("en", "cities/")
    names = window.locator(".hb-card__title")
    given = names.all_inner_texts()
    form(window).locator("select").select_option("name")
    assert names.all_inner_texts() == sorted(given) != given
    form(window).locator("select").select_option("-number")
    numbers = window.locator(".hb-card").evaluate_all("all => all.map(one => Number(one.dataset.atNumber))")
    assert numbers == sorted(numbers, reverse=True)
    assert window.url.endswith("#sort=-number")
    for sort, reverse in (("date", False), ("-date", True)):
        form(window).locator("select").select_option(sort)
        dates = window.locator(".hb-card").evaluate_all("all => all.map(one => one.dataset.atDate)")
        known = [date for date in dates if date]
        assert known == sorted(some(known, 10), reverse=reverse)
        assert dates == [*known, *[""] * (len(dates) - len(known))]
    form(window).locator("select").select_option("")
    assert names.all_inner_texts() == given


@pytest.mark.parametrize(("page", "table"), [("coverage/", "coverage-systems"), ("evidence/", "evidence")])
def test_a_table_can_be_sorted_by_its_columns(page: str, table: str, reader: Reader) -> None:
    """From the most to the least, then turned round, then as it was; the head says so, other tables stay."""
    window = reader.open("en", page)
    rows = window.locator(f"[data-table={table}] tbody tr")
    head = window.locator(f"[data-table={table}] thead th").nth(2)
    column = head.get_attribute("data-column")
    cells = f"all => all.map(row => parseInt(row.querySelector('[data-column={column}]').textContent.trim()) || 0)"
    given = rows.evaluate_all("all => all.map(one => one.dataset.row)")
    others = window.locator("tbody tr").evaluate_all("all => all.map(one => one.dataset.row)")
    turns = (("descending", True), ("ascending", False))
    for order, reverse in turns:
        head.get_by_role("button").click()
        values = rows.evaluate_all(cells)
        assert values == sorted(some(values, 10), reverse=reverse)
        assert head.get_attribute("aria-sort") == order
        assert window.url.endswith(f"#sort={'-' if reverse else ''}{table}.{column}")
    head.get_by_role("button").click()

    assert rows.evaluate_all("all => all.map(one => one.dataset.row)") == given
    assert window.locator("tbody tr").evaluate_all("all => all.map(one => one.dataset.row)") == others
    assert head.get_attribute("aria-sort") is None
    window.locator(f"[data-table={table}] thead th").first.get_by_role("button").click()
    names = window.locator(f"[data-table={table}] tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold) != given


def test_numbers_read_by_themselves_say_what_they_count(reader: Reader) -> None:
    """Those of cells by city and column, those at a page's head by what stands above them."""
    window = reader.open("en", "coverage/")
    cell = window.locator("[data-table=coverage-systems] td:has(details)").first
    row = cell.locator("xpath=..").locator("th").inner_text()
    head = window.locator(f"[data-table=coverage-systems] thead [data-column={cell.get_attribute('data-column')}] a")
    name = cell.locator("summary").get_attribute("aria-label") or ""
    assert re.fullmatch(rf"[0-9]+ .+ · {re.escape(row)} · {re.escape(head.inner_text())}", name)
    window.goto(reader.address("en", "evidence/"))
    for link in some(window.locator(".hb-figures a").all(), 2):
        what = link.locator("xpath=../../dt").inner_text()
        assert link.get_attribute("aria-label") == f"{link.inner_text()} {what}"


def test_the_way_to_the_comparison_takes_the_cities_along(reader: Reader) -> None:
    """Those that are left of a problem, with it."""
    window = reader.open("en", "similar/")
    form(window)
    box(window, "region", "europe").check()
    part = window.locator("[data-entries]:visible").first
    cities = [case.get_attribute("data-case") for case in part.locator("[data-case]").all() if case.is_visible()]
    link = part.locator("[data-compare]")
    href, problem = link.get_attribute("href") or "", link.get_attribute("data-compare")

    assert href.endswith(f"#cities={','.join(map(str, some(cities)))}&problem={problem}")


@pytest.mark.parametrize("page", LISTS)
def test_without_scripts_the_whole_list_is_there(page: str, opened: Reader) -> None:
    """And no form that does nothing."""
    window = opened.open("en", page, java_script_enabled=False)

    assert len(shown(window)) == entries(window).count()
    assert not window.locator("[data-narrow]").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_telephone_the_list_comes_first(language: str, reader: Reader) -> None:
    """The form takes two lines until facets are unfolded, and nothing is wider than the screen."""
    window = reader.open(language, "cities/", **PHONE)
    held = window.locator("[data-narrow]").bounding_box()
    card = window.locator(".hb-card").first.bounding_box()
    assert held is not None
    assert card is not None
    assert held["height"] < 110
    assert card["y"] < 740
    form(window)
    assert window.evaluate("document.documentElement.scrollWidth") <= 360


@ENGLISH
@pytest.mark.parametrize("page", ["duties", "indicators", "similar"])
def test_choices_in_the_single_file(page: str, browser: Browser, single_part: Path) -> None:
    """They narrow the list of their page alone, and the address stays that of the page."""
    with opened_file(browser, single_part) as reader:
        window = reader.visit(reader.base)
        held = go(window, page)
        facet, (value, *_) = next(iter(facets(held).items()))
        box(held, facet, value).check()
        narrowed, wanted = shown(held), having(held, facet, value)
        address = window.url
        other = go(window, "indicators" if page != "indicators" else "duties")

        assert narrowed == wanted
        assert address.endswith(f"#{page}")
        assert len(shown(other)) == entries(other).count()
