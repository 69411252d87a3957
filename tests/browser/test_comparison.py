"""The comparison as a reader uses it, and lists that narrow while typing."""

from __future__ import annotations

import csv
import io
import itertools
import re
from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT
from tests.support.data import Data
from tests.support.reading import PHONE, Reader, switcher
from tests.support.some import some

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

TAKEN = """() => addEventListener("copy", event => {
  document.body.dataset.html = event.clipboardData.getData("text/html");
  document.body.dataset.text = event.clipboardData.getData("text/plain");
})"""
"""Keeps what a page puts on the clipboard."""


SAID = """window.heard = []; new MutationObserver(changes => heard.push(...new Set(changes
  .map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest("article [role=status]"))
  .map(place => place?.textContent)
  .filter(Boolean)))).observe(document, { childList: true, characterData: true, subtree: true })"""
"""Keeps what a page says to whoever hears it."""
WIDER = """() => [document.documentElement, ...document.querySelectorAll("article *")]
  .filter(e => e.clientWidth > 1 && e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX !== "hidden"
    && !/inline/.test(getComputedStyle(e).display))
  .map(e => e.outerHTML.slice(0, 80))"""
"""What is wider than there is room for; what is cut off is only to be heard."""


def shown_cities(window: Page) -> list[str]:
    """Return the cities of the first table, in order."""
    heads = window.locator("[data-tables] > table").first.locator("thead [data-column]").all()
    return [head.get_attribute("data-column") or "" for head in heads]


def shown_rows(window: Page) -> list[str]:
    """Return the questions that are in sight."""
    return [
        row.get_attribute("data-row") or "" for row in window.locator("[data-table=compare] tbody tr:visible").all()
    ]


def columns(window: Page, number: int) -> None:
    """Wait until all tables of what differs have so many columns together."""
    heads = "document.querySelectorAll('[data-tables] > table thead [data-column]')"
    window.wait_for_function(f"{heads}.length === {number}")


def measures_shown(window: Page) -> dict[str, list[str]]:
    """Return the anchors of the measures for the problem, by city; each leads to that city's page."""
    found = {}
    for cell in window.locator("[data-tables] [data-table=problems] td").all():
        city = cell.get_attribute("data-column") or ""
        links = [link.get_attribute("href") or "" for link in cell.locator("a").all()]
        assert all(f"cities/{city}" in link for link in links)
        found[city] = [f"#{link.partition('#')[2]}" for link in links]
    return found


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def test_the_comparison_narrows_to_the_cities_chosen(reader: Reader) -> None:
    """The address keeps the choice, over a reload, the other language, and a page in between."""
    window = reader.open("en", "compare/")
    first = shown_cities(window)
    assert len(first) == 3
    window.locator(f"[data-picker] [value={first[0]}]").uncheck()
    assert shown_cities(window) == first[1:]
    window.reload()
    assert shown_cities(window) == first[1:]
    switcher(window, "zh").click()
    window.wait_for_url(re.compile("/zh/"))
    assert shown_cities(window) == first[1:]
    window.locator("[data-tables] thead a").first.click()
    window.wait_for_url(re.compile("cities"))
    window.go_back()
    window.wait_for_url(re.compile("compare"))
    assert shown_cities(window) == first[1:]
    window.locator(f"[data-picker] [value={first[0]}]").check()
    assert shown_cities(window) == first
    window.wait_for_url(lambda url: "#" not in url)


def test_the_last_city_stays_and_says_so(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=nowhere")
    first = shown_cities(window)
    for city in first:
        window.locator(f"[data-picker] [value={city}]").click()
    note = window.locator("[data-picker-status]")

    assert shown_cities(window) == first[-1:]
    assert note.get_attribute("role") == "status"
    assert note.inner_text() == "One city has to stay."
    window.locator(f"[data-picker] [value={first[0]}]").click()
    assert note.inner_text() == ""


def test_each_change_is_said_once_and_what_the_page_comes_with_is_not(served: Reader) -> None:
    window = served.visit("about:blank")
    window.add_init_script(SAID)
    window.goto(served.address("en", "compare/"))
    window.locator("[data-compared-sum][role=status][aria-atomic=true]").wait_for()
    at_first = window.evaluate("heard")
    city = window.locator("[data-picker] [name=city]:not(:checked)").first
    city.check()
    window.set_viewport_size({"width": 1000, "height": 800})
    window.locator("[data-picker] [name=swap]").check()
    window.locator("[data-pick=problem] > summary").click()
    window.locator("[data-cities][value=ageing]").click()
    window.locator("[data-compared-sum]", has_text="Measures for").wait_for()
    heard = window.evaluate("new Promise(done => setTimeout(() => done(heard)))")

    assert at_first == []
    assert len(heard) == len(set(heard)) == 3
    assert ["a row for each city" in one for one in heard] == [False, True, True]
    assert ["Measures for" in one for one in heard] == [False, False, True]


def test_all_cities_are_chosen_at_once_and_the_answers_follow(reader: Reader) -> None:
    """What is chosen is folded to one line that names it, and the focus goes on to the answers."""
    every = len(Data(ROOT).records["city"])
    window = reader.open("en", "compare/", "cities=london,paris", **PHONE)
    cities, questions = window.locator("[data-pick=city]"), window.locator("[data-pick=question]")
    cities.locator("> summary").click()
    cities.get_by_role("button", name="Leave the first only").click()
    alone = shown_cities(window)
    cities.get_by_role("button", name="Tick all").click()
    columns(window, every)
    chosen = window.locator("[data-picker] [name=city]:checked").count()
    questions.locator("> summary").click()
    window.get_by_role("button", name="See the answers").click()

    assert alone == ["london"]
    assert chosen == every
    assert window.locator("[data-picker] details[open]").count() == 0
    assert window.evaluate("document.activeElement.matches('[data-compared-sum]')")
    assert window.locator("[data-compared-sum]").bounding_box()["y"] < 700  # type: ignore[index]
    assert f"cities to compare: {every} cities" in (cities.locator("> summary").text_content() or "").lower()
    assert window.locator("[data-tables] table").first.bounding_box()["y"] < 1480  # type: ignore[index]


def test_cities_of_all_pages_stand_beside_each_other(reader: Reader) -> None:
    """More than fit the screen go on in a table below; the single sources are listed once."""
    every = list(Data(ROOT).records["city"])
    window = reader.open("en", "compare/", f"cities={','.join(every)}")
    columns(window, len(every))
    tables = window.locator("[data-tables] > table").all()
    heads = [[cell.get_attribute("data-column") for cell in one.locator("thead [data-column]").all()] for one in tables]

    assert sorted(name or "" for name in itertools.chain(*heads)) == sorted(every)
    assert len({len(one) for one in some(heads, 3)}) <= 2
    listed = window.locator(".hb-compared__sources li").evaluate_all("all => all.map(one => one.textContent)")
    assert len(set(listed)) == len(some(listed, 100))
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_all_share_is_folded_away_and_counted_anew(served: Reader) -> None:
    """Answers with the same codes are the same, however they are worded."""
    coded = served.site.page("en", "compare/").content.all("tbody")[0].all("tr")
    row, one, two = some(
        (row["data-row"], first["data-column"], second["data-column"])
        for row in coded
        for first, second in itertools.combinations(row.all("td", having="data-code"), 2)
        if first["data-code"] == second["data-code"]
    )[0]
    window = served.open("en", "compare/", f"cities={one},{two}")
    told = window.locator("[data-compared-sum]")
    differ, same, prose = numbers(told.inner_text())
    before = shown_rows(window)
    fold = window.locator("details[data-rows=same]")

    assert row not in before
    assert len(before) == differ
    assert numbers(fold.locator("> summary").inner_text()) == [same]
    fold.locator("> summary").click()
    assert row in shown_rows(window)
    third = some(city for city in Data(ROOT).records["city"] if city not in (one, two))
    for city in third[:3]:
        window.locator(f"[data-picker] [value={city}]").check()
    columns(window, 5)
    assert sum(numbers(told.inner_text())[1:]) == differ + same + prose  # after the number of cities
    assert numbers(told.inner_text())[2] < same


def test_answers_without_codes_are_not_taken_for_the_same(served: Reader) -> None:
    """Where cities answer in prose alone, nothing tells whether they agree; such rows are folded and counted."""
    window = served.open("en", "compare/", "cities=london,paris")
    fold = window.locator("details[data-rows=prose]")
    rows = [row.get_attribute("data-row") or "" for row in fold.locator("tbody tr").all()]
    dimensions = Data(ROOT).dimensions

    assert numbers(fold.locator("> summary").inner_text()) == [len(some(rows))]
    assert [name for name in rows if "codes" in dimensions[name]] == []


def test_questions_are_chosen_and_rows_swapped(reader: Reader) -> None:
    window = reader.open("zh", "compare/", "cities=london,paris&questions=level,plan&swap=1")
    table = window.locator("[data-tables] > table")
    assert table.count() == 1
    assert [row.get_attribute("data-row") for row in table.locator("tbody tr").all()] == ["london", "paris"]
    assert [one.get_attribute("data-column") for one in table.locator("thead [data-column]").all()] == ["plan", "level"]
    window.locator("[data-picker] [name=swap]").uncheck()
    assert shown_rows(window) == ["plan", "level"]
    assert shown_cities(window) == ["london", "paris"]
    assert "questions=plan,level" in window.url
    assert "swap" not in window.url


def test_a_problem_brings_up_the_cities_that_have_measures_for_it(reader: Reader) -> None:
    """With these measures, each a link to its place; the address keeps the problem, and choosing it again drops it."""
    wanted = {
        city: [f"#m-{one['id']}" for one in Data(ROOT).measures(city) if "ageing" in one.get("problems", [])]
        for city in Data(ROOT).records["city"]
    }
    wanted = {city: measures for city, measures in wanted.items() if measures}
    window = reader.open("en", "compare/")
    start = window.locator("[data-cities][value=ageing]")
    window.locator("[data-pick=problem] > summary").click()
    start.click()
    columns(window, len(some(wanted)))

    assert start.get_attribute("aria-pressed") == "true"
    assert measures_shown(window) == wanted
    assert window.url.endswith("#problem=ageing")
    window.reload()
    columns(window, len(wanted))
    assert measures_shown(window) == wanted
    window.locator("[data-picker] [value=london]").check()
    columns(window, len(wanted) + 1)
    assert measures_shown(window) == {**wanted, "london": []}
    window.locator("[data-pick=problem] > summary").click()
    start.click()
    assert measures_shown(window) == {}
    assert len(window.locator("[data-picker] [name=city]:checked").all()) == len(wanted) + 1
    assert "problem=" not in window.url


def test_measures_for_a_problem_are_copied_and_swapped(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=seoul,shanghai&questions=level&problem=ageing&swap=1")
    columns(window, 1)
    links = window.locator("[data-tables] [data-table=problems] td a")
    titles = some(links.evaluate_all("all => all.map(one => one.firstChild.data)"), 2)  # without the hidden city
    window.evaluate(TAKEN)
    window.locator("[data-copy-table]").click()
    text = window.locator("body").get_attribute("data-text") or ""

    assert [line.split("\t")[1] for line in text.split("\r\n") if line.startswith(("Seoul\t", "Shanghai\t"))][
        :2
    ] == titles


def test_without_scripts_the_measures_for_each_problem_stand_below(served: Reader) -> None:
    window = served.open("en", "compare/", java_script_enabled=False)
    rows = window.locator("[data-table=problems] tbody tr").all()
    assert len(some(rows)) == len(Data(ROOT).file("problems"))
    assert window.locator("[data-table=problems] td a[href*='#m-']").first.is_visible()


def test_a_statement_has_the_name_that_it_has_on_its_city_s_page(served: Reader) -> None:
    site = served.site
    cells = site.page("en", "compare/").content.all("td", having="data-state")
    named = some((cell["data-column"], one["data-ref"]) for cell in cells for one in cell.all("div", "hb-answer"))
    for city, held in itertools.groupby(named, key=lambda one: one[0]):
        there = {one["data-ref"] for one in site.page("en", f"cities/{city}/").elements if one["data-ref"]}
        assert {ref for _, ref in held} - there == set()


def test_an_answer_opens_with_its_sources(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    cell = window.locator("[data-row=level] [data-column=london]")
    assert cell.locator(".hb-headline__words").is_visible()
    assert not cell.locator(".hb-answer").first.is_visible()
    cell.locator("summary").press("Enter")
    assert cell.locator(".hb-answer").first.is_visible()
    cell.locator(".hb-origins a").first.wait_for()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_copied_table_has_all_that_is_shown_with_its_sources(reader: Reader, language: str) -> None:
    """As HTML for documents and as lines with tabs for spreadsheets, rows of equal length in both."""
    window = reader.open(language, "compare/", "cities=london,tokyo&questions=level,plan,money")
    columns(window, 2)
    window.evaluate(TAKEN)
    window.locator("[data-copy-table]").click()
    html, text = (window.locator("body").get_attribute(f"data-{kind}") or "" for kind in ("html", "text"))
    lines = [line.split("\t") for line in text.split("\r\n")]
    words = window.locator("[data-row=level] [data-column=tokyo] .hb-headline__words").all_inner_texts()
    sources = window.locator(".hb-compared__sources li").count()
    notes = re.findall(r"<p>(\[\d+\].*?)</p>", html)
    named = window.locator(".hb-compared__sources li").evaluate_all("all => all.map(one => one.dataset.source)")

    assert window.locator("[data-picker-status]").inner_text() == window.locator("[data-copy-table]").get_attribute(
        "data-done"
    )
    assert [len(line) for line in lines if len(line) > 1] == [3] * 4
    assert len(re.findall("<tr>", html)) == 4
    for word in some(words):
        assert word in html
        assert any(word in cell for line in lines for cell in line)
    assert (
        len(re.findall(r"<p>\[\d+\]", html)) == len([line for line in lines if line[0].startswith("[")]) == sources > 5
    )
    assert "style=" not in html.replace('style="mso-data-placement:same-cell"', "")
    held = Data(ROOT).sources
    for note, line, name in some(
        zip(notes, [line[0] for line in lines if line[0].startswith("[")], named, strict=True)
    ):
        address = escape(held[name].get("url", ""))
        assert set(re.findall(r'href="([^"]*)"', note)) == ({address} if address else set())
        assert line.endswith(held[name].get("url", ""))
        assert (("read as a copy" in line) or ("读的是他处的副本" in line)) == (held[name].get("copy_read") == "true")


PRINTED_AT_ONCE = """() => {
  const unfilled = () => document.querySelectorAll('[data-ready] .hb-answered:not(:has(.hb-answer))').length;
  new MutationObserver((_, watch) => {
    const before = unfilled();
    if (!before) return;
    watch.disconnect();
    dispatchEvent(new Event('beforeprint'));
    window.left = [before, unfilled()];
    dispatchEvent(new Event('afterprint'));
  }).observe(document, { attributes: true, childList: true, subtree: true });
}"""
"""Prints as soon as the tables are drawn, and keeps how many answers had nothing folded away before and after."""
ANSWERS = """() => [...document.querySelectorAll('[data-tables] td')].map(cell => {
  const copy = cell.cloneNode(true);
  for (const sources of copy.querySelectorAll('.hb-origins')) sources.remove();
  return copy.textContent;
})"""
"""What the answers say, without the sources that are put below one which was opened."""


@pytest.mark.parametrize("is_printed", [True, False])
def test_what_is_folded_away_comes_after_what_is_seen_and_is_never_missed(reader: Reader, is_printed: bool) -> None:
    """Answers of another page are those that stand there."""
    cells = reader.site.page("en", "compare/2/").content.all("td", having="data-state")
    column = cells[0]["data-column"]
    window = reader.visit("about:blank")
    if is_printed:
        window.add_init_script(f"({PRINTED_AT_ONCE})()")
    window.goto(reader.address("en", "compare/", f"cities={column}"))
    if is_printed:
        window.wait_for_function("window.left")
        before, after = window.evaluate("left")
        assert before > after == 0
    window.wait_for_function(
        "document.querySelector('[data-ready] td') && !document.querySelector('.hb-answered:not(:has(.hb-answer))')"
    )
    there = [cell.text for cell in some(cells, 50) if cell["data-column"] == column]
    assert sorted(map(_bare, window.evaluate(ANSWERS))) == sorted(map(_bare, there))
    counted = window.locator(".hb-compared__sources .hb-count").text_content()
    assert counted == str(len(some(window.locator(".hb-compared__sources li").all(), 5)))


def _bare(text: str) -> str:
    """Return a text without the numbers of its sources, and blanks."""
    return re.sub(r"\[\d+\]|\s", "", text)


def test_what_is_chosen_is_saved_for_a_spreadsheet(reader: Reader, tmp_path: Path) -> None:
    """With its sources; beside the files of all cities it is said that these are all."""
    window = reader.open("en", "compare/", "cities=london,tokyo&questions=level,plan,money")
    columns(window, 2)
    with window.expect_download() as taken:
        window.get_by_role("button", name="Save the selection as CSV").click()
    taken.value.save_as(tmp_path / "taken.csv")
    content = (tmp_path / "taken.csv").read_bytes()
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    words = window.locator("[data-row=level] [data-column=tokyo] .hb-headline__words").all_inner_texts()
    sources = window.locator(".hb-compared__sources li").count()

    assert content.startswith(b"\xef\xbb\xbf")
    assert taken.value.suggested_filename.endswith(".csv")
    assert next(line[1:] for line in lines if len(line) > 1) == ["London", "Tokyo"]
    assert [len(line) for line in lines if len(line) > 1] == [3] * 4
    assert all(any(word in line[2] for line in lines if len(line) > 1) for word in some(words))
    assert len([line for line in lines if line and line[0].startswith("[")]) == sources > 5
    window.locator("#take > summary").click()
    assert "all cities and questions" in window.locator("#take").inner_text()


def test_a_phone_shows_the_cities_of_a_question_below_each_other(served: Reader) -> None:
    window = served.open("zh", "compare/", **PHONE)
    assert len(shown_cities(window)) == 2
    table = window.locator("[data-tables] > table")
    row = table.locator("tbody tr").nth(2)
    first, second = (cell.bounding_box() for cell in row.locator("td").all())

    assert table.count() == 1
    assert first
    assert second
    assert (first["x"], first["y"] < second["y"]) == (second["x"], True)
    assert row.locator("th").evaluate("e => getComputedStyle(e).position") == "sticky"
    assert row.locator(".hb-who").first.is_visible()
    assert [one.get_attribute("role") for one in row.locator("th, td").all()] == ["rowheader", "cell", "cell"]
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [760, 1024, 1440])
def test_the_table_needs_no_sideways_scroll(served: Reader, width: int) -> None:
    for scripts in (True, False):
        window = served.open("en", "compare/", viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        wide = window.evaluate(WIDER)
        assert wide == []


@pytest.mark.parametrize(("cities", "most"), [("london,new-york,paris", 5), ("", 30)])
def test_a_print_has_all_answers_open_with_numbered_sources(served: Reader, cities: str, most: int) -> None:
    """Three cities take five sheets at most, and eighteen go on block by block; the screen is as it was before."""
    cities = cities or ",".join(list(Data(ROOT).records["city"])[:18])
    window = served.open("en", "compare/", f"cities={cities}")
    count = len(cities.split(","))
    columns(window, count)
    before = window.locator("[data-tables] table").count()
    window.evaluate("""() => addEventListener("beforeprint", () => {
      document.body.dataset.closed = document.querySelectorAll("[data-tables] td details:not([open])").length;
      document.body.dataset.columns = document.querySelector("[data-tables] table").dataset.columns;
    })""")
    printed = window.pdf(format="A4", prefer_css_page_size=True)
    sheets = re.findall(rb"/Type\s*/Page\b", printed)

    assert 2 < len(sheets) <= most
    assert window.locator("body").get_attribute("data-closed") == "0"
    assert window.locator("body").get_attribute("data-columns") == str(min(count, 6))
    assert window.locator("[data-tables] table").count() == before
    assert window.locator("[data-tables] td details[open]").count() == 0


@pytest.mark.parametrize(
    ("page", "entry", "word"), [("glossary/", ".hb-term", "数据"), ("sources/", ".hb-source", "Barcelona")]
)
def test_lists_narrow_while_typing(reader: Reader, page: str, entry: str, word: str) -> None:
    window = reader.open("en", page)
    total = window.locator(entry).count()
    window.locator("[data-narrow] [name=words]").fill(word)
    window.locator("[data-narrow] [role=status]", has_text="fit").wait_for()
    left = window.locator(f"{entry}:visible")
    assert left.count() > 0
    assert all(word.lower() in text.lower() for text in left.all_text_contents())
    window.locator("[data-narrow] [name=words]").fill("")
    assert window.locator(f"{entry}:visible").count() == total
