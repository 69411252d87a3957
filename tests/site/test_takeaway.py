"""What is taken away from a built site: files beside the pages, and what each says of itself."""

from __future__ import annotations

import csv
import io
import json

import openpyxl

from tests.support.built import LANGUAGES, SITE_URL, Site
from tests.support.some import some


def offered(site: Site, language: str) -> dict[str, str]:
    """Return each file that pages of a language offer, with a page that does."""
    found: dict[str, str] = {}
    for path, page in site.language_pages.items():
        if path.startswith(f"{language}/"):
            links = page.content.all("a", having="download")
            found |= {page.target(link["href"])[0]: path for link in links}
    return {file: path for file, path in found.items() if "/data/" in f"/{file}"}


def test_every_table_lies_where_pages_lead_to_it(online: Site, whole: Site) -> None:
    """On a server and in a folder; and none lies there that no page offers."""
    for site, endings in ((online, {"csv", "xlsx", "docx", "json"}), (whole, {"xlsx"})):
        for language in LANGUAGES:
            found = some(offered(site, language), 15)
            held = {path for path in site.files if path.startswith((f"{language}/data/", "data/"))}
            files = {path for path in held if not path.endswith((".html", "both.js"))}
            assert files == set(found)
            assert {path.rpartition(".")[2] for path in files} == endings


def test_a_preview_and_a_build_to_look_at_have_none(offline: Site) -> None:
    for language in LANGUAGES:
        assert offered(offline, language) == {}
        assert "handbook export" in offline.page(language, "data/").content.text
    assert not [path for path in offline.files if path.endswith((".csv", ".xlsx"))]


def test_csv_has_every_city_and_says_what_it_is(online: Site) -> None:
    for language in LANGUAGES:
        text = online.text(f"{language}/data/compare.csv").removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        end = rows.index([])
        assert {row[0] for row in rows[1:end]} == set(some(online.data.records["city"], 5))
        asked = [one for one in online.data.dimensions.values() if one.get("compare") != "false"]
        assert len(some(asked, 5)) * len(online.data.records["city"]) == end - 1
        assert [SITE_URL] in rows[end:]


def test_pages_are_cited_with_their_address(online: Site) -> None:
    for language in LANGUAGES:
        take = online.page(language, "cities/london/").content.one("details", class_="hb-take")
        assert f"{SITE_URL}{language}/cities/london/" in take.text
        assert "@misc{" in take.text
        assert "TY - ELEC" in take.text


def test_a_selection_takes_only_its_cities_along(part: Site) -> None:
    for language in LANGUAGES:
        book = openpyxl.load_workbook(part.files[f"{language}/data/compare.xlsx"])
        cities = {row[0].value for row in book.worksheets[0].iter_rows(min_row=2)}
        assert cities == {"london", "paris"}
        assert "checklist-stocktake.xlsx" in {path.rpartition("/")[2] for path in part.files}
        assert f"{language}/data/checklist-route.xlsx" not in part.files


def test_the_data_set_names_its_schema(online: Site) -> None:
    held = json.loads(online.text("data/city.json"))

    assert held["records"].keys() == set(some(online.data.records["city"], 5))
    assert f"data/{held['$schema']}" in online.files
