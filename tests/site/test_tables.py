"""Tables of the built site against the YAML it was built from."""

from __future__ import annotations

import itertools
import re

import pytest

from tests.support.built import LANGUAGES, Site, parts, twice
from tests.support.data import Data
from tests.support.html import Element, Page
from tests.support.some import some

STATES = {"sourced", "unsourced", "absent", "not-found", "unknown"}
COVERAGE = {"lessons": "lesson", "domains": "domain", "systems": "system"}


def test_tables_carry_their_marks(site: Site) -> None:
    for page in some(_tables(site), 12):
        for table in some(page.content.all("table", having="data-table")):
            rows = some(table.one("tbody").all("tr"))
            assert all("data-row" in row for row in rows), (page.path, table)
            names = [row["data-row"] for row in rows]
            assert twice(names) == [], page.path
            cells = some(cell for row in rows for cell in row.all("td"))
            assert all("data-column" in cell for cell in cells), (page.path, table)
            assert {cell["data-state"] for cell in cells if "data-state" in cell} <= STATES, page.path
            if table["data-table"].startswith(("compare", "coverage-")):
                assert all("data-state" in cell for cell in cells), (page.path, table)


def test_tables_are_named_and_their_heads_scoped(shipped: Site) -> None:
    for page in some(_tables(shipped), 12):
        for table in some(page.content.all("table", having="data-table")):
            small = any("hb-fig" in one.classes for one in table.above())
            if (
                table["data-table"] not in ("compare", "problems") and not small
            ):  # these need no area of their own to scroll
                area = next(one for one in table.above() if "hb-scroll" in one.classes)
                assert (area["role"], area["tabindex"], bool(area["aria-label"])) == ("region", "0", True), page.path
            assert {head["scope"] for head in table.all("th")} == {"col", "row"}, page.path
            assert len({len(row.all("td") + row.all("th")) for row in table.all("tr")}) == 1, (page.path, table)


def _tables(site: Site) -> list[Page]:
    """Return the pages with tables that say what they are."""
    return [page for page in site.language_pages.values() if page.content.all(having="data-table")]


def _table(page: Page, name: str) -> Element:
    """Return the table of a page that has the name."""
    (held,) = (one for one in page.content.all("table", having="data-table") if one["data-table"] == name)
    return held


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_asks_every_question_of_every_city(site: Site, language: str) -> None:
    asked = [name for name, held in site.data.dimensions.items() if held.get("compare", "true") == "true"]
    shown: dict[tuple[str, str], str] = {}
    cities: list[str] = []
    for page in some(parts(site, language, "compare")):
        table = _table(page, "compare")
        heads = [head["data-column"] for head in table.one("thead").all(having="data-column")]
        assert [row["data-row"] for row in table.one("tbody").all("tr")] == asked
        for row in table.one("tbody").all("tr"):
            assert [cell["data-column"] for cell in row.all("td")] == heads
        cities += heads
        shown |= _cells(table)
    assert sorted(cities) == sorted(site.data.records["city"])
    assert shown == {
        (name, city): site.data.state(site.data.records["city"][city]["facts"].get(name))
        for name in asked
        for city in cities
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", COVERAGE)
def test_coverage_follows_from_the_measures(site: Site, language: str, table: str) -> None:
    columns, cities = list(site.data.records[COVERAGE[table]]), list(site.data.records["city"])
    pairs = some((city, column) for city in cities for column in columns)
    wanted = {(city, column): _covered(site.data, city, table, column) for city, column in pairs}
    shown: dict[tuple[str, str], tuple[str, int]] = {}
    for page in some(parts(site, language, "coverage")):
        held = _table(page, f"coverage-{table}")
        heads = [head["data-column"] for head in held.one("thead").all(having="data-column")]
        assert sorted(heads) == sorted(columns)
        for (city, column), state in _cells(held).items():
            shown[city, column] = (state, len(_cell(held, city, column).all("a")))
        totals = {cell["data-column"]: cell.text for cell in held.one("tfoot").all("td")}
        assert totals == {column: _total(site.data, wanted, column) for column in columns}
    assert shown == wanted


def test_half_of_the_pairs_of_cities_agree_somewhere(shipped: Site) -> None:
    """Two cities that are compared have at least one row with equal codes, which "only rows that differ" hides."""
    coded: dict[str, dict[str, str]] = {}
    for path, page in some(shipped.language_pages.items()):
        if re.fullmatch(r"en/compare(/\d+)?(/index)?\.html", path):
            for row in _table(page, "compare").one("tbody").all("tr"):
                if row["data-compared"] == "codes":
                    answers = {cell["data-column"]: cell["data-code"] for cell in row.all("td") if "data-code" in cell}
                    coded.setdefault(row["data-row"], {}).update(answers)
    pairs = some(itertools.combinations(sorted(shipped.data.records["city"]), 2), 50)
    equal = [
        pair for pair in pairs if any(row.get(pair[0], "-") == row.get(pair[1]) for row in some(coded.values(), 10))
    ]
    assert len(equal) * 2 >= len(pairs)


def _covered(data: Data, city: str, table: str, column: str) -> tuple[str, int]:
    """Return state and number of a city's measures that name a column."""
    bearing = [one for one in data.measures(city) if column in one.get(table, [])]
    facts = [one for measure in bearing for one in measure["statements"] if "facts" not in one]
    return data.state(facts), len(bearing)


def _total(data: Data, wanted: dict[tuple[str, str], tuple[str, int]], column: str) -> str:
    cities = data.records["city"]
    return f"{sum(wanted[city, column][1] > 0 for city in cities)} / {len(cities)}"


def _cells(table: Element) -> dict[tuple[str, str], str]:
    return {
        (row["data-row"], cell["data-column"]): cell["data-state"]
        for row in table.one("tbody").all("tr")
        for cell in row.all("td")
    }


def _cell(table: Element, row: str, column: str) -> Element:
    (line,) = (one for one in table.one("tbody").all("tr") if one["data-row"] == row)
    (cell,) = (one for one in line.all("td") if one["data-column"] == column)
    return cell
