"""The built site: every page, link, anchor, table and index of it, against the YAML it was built from."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from macros.engine import material
from tests.support.built import (
    FORMER,
    HOSTILE,
    LANGUAGES,
    MANY,
    REPOSITORY,
    ROOT,
    SITE_URL,
    Data,
    Element,
    Page,
    Site,
    build,
    copy_project,
    run,
    tree,
)

STATES = {"sourced", "unsourced", "absent", "unknown"}
COVERAGE = {"lessons": "lesson", "domains": "domain", "systems": "system"}
A_PAGE = 30
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LEFT_OVER = ("<!--hb:", "Macro Rendering Error", 'markdown="1"', "{:")


# Pages


def test_every_page_of_the_contract_is_there_in_both_languages(site: Site) -> None:
    wanted = {site.path(language, page) for language in LANGUAGES for page in site.data.pages()}
    assert wanted - set(site.files) == set()


def test_both_languages_have_the_same_pages(site: Site) -> None:
    zh, en = ({path[3:] for path in site.files if path.startswith(f"{language}/")} for language in LANGUAGES)
    assert zh == en


def test_nothing_is_built_outside_the_languages_but_the_root_pages(shipped: Site) -> None:
    assert {path for path in shipped.pages if path not in shipped.language_pages} == {"index.html", "404.html"}


def test_the_folder_holds_the_languages_and_what_they_share(shipped: Site) -> None:
    shared = {"assets", "index.html", "404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert {path.split("/")[0] for path in shipped.files} == {*LANGUAGES, *shared}


def test_pages_name_their_language(shipped: Site) -> None:
    named = {path: page.root.one("html")["lang"] for path, page in shipped.language_pages.items()}
    assert named == {path: LANGUAGES[path[:2]] for path in named}


def test_the_root_marks_both_languages(shipped: Site) -> None:
    page = shipped.pages["index.html"]
    links = page.root.all("a")
    assert [page.target(link["href"])[0] for link in links] == [
        shipped.path(language) if not shipped.directory_urls else f"{language}/" for language in LANGUAGES
    ]
    assert [link["hreflang"] for link in links] == list(LANGUAGES.values())
    assert page.root.one("html")["lang"] == "zh-Hans"
    assert [link["lang"] for link in links] == ["", "en"]


def test_the_theme_looks_for_the_index_of_the_language(shipped: Site) -> None:
    for path, page in shipped.language_pages.items():
        base = urljoin(f"https://host/{path}", page.config["base"])
        assert base == f"https://host/{path[:2]}/", path


def test_both_languages_have_the_same_anchors(site: Site) -> None:
    for path, page in site.language_pages.items():
        twin = site.pages[f"{'en' if path[:2] == 'zh' else 'zh'}/{path[3:]}"]
        assert sorted(page.ids) == sorted(twin.ids), path  # the glossary's order is that of the language


def test_no_anchor_stands_twice(site: Site) -> None:
    assert {path: twice for path, page in site.pages.items() if (twice := _twice(page.ids))} == {}


def test_every_page_has_one_heading_and_a_title_of_its_own(shipped: Site) -> None:
    for page in shipped.language_pages.values():
        assert len(page.root.all("h1")) == 1, page.path
        assert page.root.one("h1")["id"] == "top", page.path
    for language in LANGUAGES:
        pages = [page for path, page in shipped.language_pages.items() if path.startswith(language)]
        titles = Counter(page.root.all("title")[0].text for page in pages if not re.search(r"/\d+", page.path))
        assert {title: count for title, count in titles.items() if count > 1 or not title} == {}
        assert [title for title in titles if len(set(title.split(" - "))) < len(title.split(" - "))] == []


def test_tags_are_closed_where_they_were_opened(shipped: Site) -> None:
    assert {path: page.faults[:3] for path, page in shipped.pages.items() if page.faults} == {}


# Links


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    assert [fault for page in site.pages.values() for fault in _broken(site, page)] == []


def _broken(site: Site, page: Page) -> Iterator[str]:
    for _, address in page.links():
        if urlsplit(address).scheme or page.path == "404.html":
            continue
        path, anchor = page.target(address)
        file = site.file_at(path)
        if file not in site.files:
            yield f"{page.path}: {address}"
        elif anchor and file.endswith(".html") and anchor not in site.pages[file].anchors:
            yield f"{page.path}: {address} (no such anchor)"


def test_the_page_for_wrong_addresses_leads_to_both_languages(shipped: Site) -> None:
    addresses = [address.lstrip("/") for _, address in shipped.pages["404.html"].links()]
    assert {"zh/", "en/"} <= {address.removeprefix(SITE_URL) for address in addresses}
    assert all((shipped.folder / address.removeprefix(SITE_URL)).exists() for address in addresses)


def test_the_switcher_leads_to_the_same_page(site: Site) -> None:
    for path, page in site.language_pages.items():
        links = [one for one in page.elements if one.tag == "a" and "md-select__link" in one.classes]
        assert [site.file_at(page.target(link["href"])[0]) for link in links] == [f"zh/{path[3:]}", f"en/{path[3:]}"]
        assert [link["hreflang"] for link in links] == list(LANGUAGES.values())


def test_labels_and_descriptions_name_an_element_of_the_page(shipped: Site) -> None:
    for page in shipped.pages.values():
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            named = {held for one in page.elements for held in one[name].split() if held != "__toc"}  # the theme's
            assert named - page.anchors == set(), (page.path, name)


def test_addresses_are_relative_or_of_the_web(site: Site) -> None:
    for page in site.pages.values():
        schemes = {urlsplit(address).scheme for one, address in page.links() if one.tag == "a"}
        assert schemes <= {"", "http", "https", "mailto"}, page.path
        rooted = [address for _, address in page.links() if address.startswith("/") and page.path != "404.html"]
        assert rooted == [], page.path


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    for page in site.pages.values():
        own = [SITE_URL] if page.path == "404.html" or site.project != ROOT else []
        loaded = [address for one, address in page.links() if one.tag not in ("a", "area") and not _named(one)]
        assert [one for one in loaded if urlsplit(one).netloc and not any(map(one.startswith, own))] == [], page.path


def _named(element: Element) -> bool:
    """Whether an element only tells of an address."""
    return element.tag == "link" and element["rel"] in ("canonical", "next", "prev", "edit", "alternate")


def test_styles_load_nothing_from_another_host(shipped: Site) -> None:
    sheets = {path: shipped.text(path) for path in shipped.files if path.endswith(".css")}
    inline = {path: _styles(page) for path, page in shipped.pages.items()}
    assert sheets
    for path, text in (sheets | inline).items():
        assert "@import" not in text, path
        addresses = re.findall(r"""url\(\s*["']?([^"')]+)""", text)
        foreign = [one for one in addresses if urlsplit(one).scheme not in ("", "data") or one.startswith("//")]
        assert foreign == [], path


def _styles(page: Page) -> str:
    held = ["".join(map(str, one.children)) for one in page.elements if one.tag == "style"]
    return "\n".join(held + [one["style"] for one in page.elements])


def test_no_link_keeps_the_name_of_its_source(shipped: Site) -> None:
    for page in shipped.pages.values():
        inside = [address for _, address in page.links() if not urlsplit(address).netloc]
        assert [one for one in inside if urlsplit(one).path.endswith((".md", ".yml"))] == [], page.path
        assert [one for one in inside if one.startswith("edit:")] == [], page.path


# Text


def test_nothing_is_left_of_templates(shipped: Site) -> None:
    for page in shipped.pages.values():
        prose = " ".join(page.root.texts("code", "pre", "script", "style"))
        assert [mark for mark in LEFT_OVER if mark in page.source] == [], page.path
        found = re.findall(r"\{\{|\{%|\{#|\bundefined\b|<[A-Za-z.]+ object at", prose)
        assert found == [], page.path


def test_no_element_handles_events_inline(shipped: Site) -> None:
    for page in shipped.pages.values():
        assert [one for one in page.elements if any(name.startswith("on") for name in one.attributes)] == []


def test_nothing_empty_is_shown(shipped: Site) -> None:
    tags = ("p", "li", "dt", "dd", "th", "h1", "h2", "h3", "h4", "caption", "summary", "option", "button")
    for page in shipped.language_pages.values():
        own = page.content
        nothing = ("", "None", "undefined", "nan")
        empty = [one for one in own if one.tag in tags and one.text in nothing and "data-picker-status" not in one]
        assert [one for one in empty if not one.all("svg") and "aria-label" not in one] == [], page.path
        assert [one for one in own if one.tag in ("ul", "ol", "dl", "tbody") and not list(one)] == [], page.path


# Tables


def test_tables_carry_their_marks(site: Site) -> None:
    for page in site.language_pages.values():
        for table in page.content.all("table", having="data-table"):
            rows = table.one("tbody").all("tr")
            assert all("data-row" in row for row in rows), (page.path, table)
            names = [row["data-row"] for row in rows]
            assert _twice(names) == [], page.path
            cells = [cell for row in rows for cell in row.all("td")]
            assert all("data-column" in cell for cell in cells), (page.path, table)
            assert {cell["data-state"] for cell in cells if "data-state" in cell} <= STATES, page.path
            if table["data-table"].startswith(("compare", "coverage-")):
                assert all("data-state" in cell for cell in cells), (page.path, table)


def test_tables_are_named_and_their_heads_scoped(shipped: Site) -> None:
    for page in shipped.language_pages.values():
        for table in page.content.all("table", having="data-table"):
            area = next(one for one in table.above() if "hb-scroll" in one.classes)
            assert (area["role"], area["tabindex"], bool(area["aria-label"])) == ("region", "0", True), page.path
            assert {head["scope"] for head in table.all("th")} == {"col", "row"}, page.path
            assert len({len(row.all("td") + row.all("th")) for row in table.all("tr")}) == 1, (page.path, table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_asks_every_question_of_every_city(site: Site, language: str) -> None:
    asked = [name for name, held in site.data.dimensions.items() if held.get("compare", "true") == "true"]
    shown: dict[tuple[str, str], str] = {}
    cities: list[str] = []
    for page in _parts(site, language, "compare"):
        table = page.content.one("table", having="data-table")
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
    wanted = {(city, column): _covered(site.data, city, table, column) for city in cities for column in columns}
    shown: dict[tuple[str, str], tuple[str, int]] = {}
    for page in _parts(site, language, "coverage"):
        (held,) = (one for one in page.content.all("table") if one["data-table"] == f"coverage-{table}")
        heads = [head["data-column"] for head in held.one("thead").all(having="data-column")]
        assert sorted(heads) == sorted(columns)
        for (city, column), state in _cells(held).items():
            shown[city, column] = (state, len(_cell(held, city, column).all("a")))
        totals = {cell["data-column"]: cell.text for cell in held.one("tfoot").all("td")}
        assert totals == {column: _total(site.data, wanted, column) for column in columns}
    assert shown == wanted


def _covered(data: Data, city: str, table: str, column: str) -> tuple[str, int]:
    """Return state and number of a city's measures that name a column."""
    bearing = [one for one in data.measures(city) if column in one.get(table, [])]
    states = {data.state(one["claims"]) for one in bearing}
    return ("sourced" if "sourced" in states else "unsourced" if states else "unknown"), len(bearing)


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


def _parts(site: Site, language: str, page: str) -> list[Page]:
    """Return the pages of a continued table, by following its pager."""
    first = site.page(language, f"{page}/")
    pagers = first.content.all("nav", "hb-pager")
    links = [link["href"] for pager in pagers for link in pager.all("a")]
    return [first, *(site.pages[site.file_at(first.target(link)[0])] for link in links)]


# Records


def test_every_record_is_held_once_a_language(site: Site) -> None:
    wanted = {(language, name) for language in LANGUAGES for name in site.data.entities()}
    marked = [(page.language, one) for page in site.pages.values() for one in page.elements if "data-entity" in one]
    held = Counter((language, one["data-entity"]) for language, one in marked)
    assert {name: count for name, count in held.items() if count != 1} == {}
    assert set(held) == wanted


def test_no_link_claims_to_be_a_record(shipped: Site) -> None:
    held = [one for page in shipped.pages.values() for one in page.root.all(having="data-entity")]
    assert [one for one in held if one.tag == "a"] == []


def test_every_item_stands_on_one_page(site: Site) -> None:
    for language in LANGUAGES:
        pages = [page for page in site.pages.values() if page.language == language]
        held = Counter(one["data-item"] for page in pages for one in page.root.all(having="data-item"))
        assert held == Counter(site.data.items())
    assert len(set(site.data.items())) == len(site.data.items())


def test_every_answer_of_a_city_shows_its_state(shipped: Site) -> None:
    for city, record in list(shipped.data.records["city"].items())[:5]:
        page = shipped.page("en", f"cities/{city}/")
        for name in shipped.data.dimensions:
            (fact,) = (one for one in page.elements if one["id"] == f"f-{name}")
            claims = record["facts"].get(name, [])
            states = [shipped.data.state(one) for one in (claims if isinstance(claims, list) else [claims])]
            assert [one["data-state"] for one in fact.all(class_="hb-claim")] == states, (city, name)


# Repository and foot


def test_there_are_no_edit_links_without_a_repository(online: Site, offline: Site) -> None:
    for page in (*online.pages.values(), *offline.pages.values()):
        assert [one for one in page.elements if "edit" in one["rel"].split() or "hb-edit" in one.classes] == []
        assert "/issues/new" not in page.source


def test_edit_links_lead_to_the_file_behind_the_page(large: Site) -> None:
    start = f"{REPOSITORY}/edit/main/"
    for page in large.language_pages.values():
        links = [one["href"] for one in page.elements if one.tag == "a" and "edit" in one["rel"].split()]
        assert [one for one in links if not one.startswith(start)] == [], page.path
        gone = [one for one in links if not (large.project / one.removeprefix(start)).is_file()]
        assert gone == [], page.path


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("cities/city-0001/", "data/cities/city-0001.yml"),
        ("lessons/open-data/", "data/lessons/open-data.yml"),
        ("planning/goals/", "data/paths/goals.yml"),
        ("planning/schedule/", "data/schedule.yml"),
        ("checklists/stocktake/", "data/paths/stocktake.yml"),
        ("glossary/", "data/glossary.yml"),
        ("sources/", "data/sources.yml"),
        ("about/", "content/en/about.md"),
    ],
)
def test_a_page_offers_its_own_file_for_editing(large: Site, page: str, file: str) -> None:
    held = large.page("en", page)
    (pencil,) = (one for one in held.root.all("a", "md-content__button") if "edit" in one["rel"])
    assert pencil["href"] == f"{REPOSITORY}/edit/main/{file}"
    if file.endswith(".yml"):
        assert pencil["href"] in [link["href"] for block in held.root.all(class_="hb-edit") for link in block.all("a")]


def test_every_record_on_a_shared_page_offers_its_own_file(large: Site) -> None:
    for name, folder, page in (("system", "systems", "planning/framework/"), ("domain", "domains", "planning/route/"),
                               ("implication", "implications", "implications/")):  # fmt: skip
        for one in large.page("zh", page).root.all(having="data-entity"):
            kind, _, held = one["data-entity"].partition("/")
            if kind == name:
                assert one.one("p", "hb-edit").one("a")["href"] == f"{REPOSITORY}/edit/main/data/{folder}/{held}.yml"


def test_the_foot_dates_the_data_and_takes_reports(site: Site) -> None:
    newest = site.data.newest()
    year, month, day = (int(part) for part in newest.split("-"))
    words = {"zh": f"{year}年{month}月{day}日", "en": f"{day} {MONTHS[month - 1]} {year}"}
    for page in site.language_pages.values():
        foot = page.root.one("footer").one(class_="hb-foot")
        assert words[page.language] in foot.text, page.path
        reports = [link["href"] for link in foot.all("a") if link["href"].endswith("/issues/new")]
        assert reports == ([] if site.project == ROOT else [f"{REPOSITORY}/issues/new"])


def test_a_renamed_record_is_found_at_its_earlier_address(larger: Site) -> None:
    for language, tag in LANGUAGES.items():
        path = larger.path(language, f"cities/{FORMER}/")
        page = Page(path, larger.text(path))
        (refresh,) = (one["content"] for one in page.elements if one["http-equiv"] == "refresh")
        for address in (refresh.partition("url=")[2], page.root.one("a")["href"]):
            assert larger.file_at(page.target(address)[0]) == larger.path(language, "cities/city-0002/")
        assert page.root.one("html")["lang"] == tag


def test_a_name_stays_text(large: Site, larger: Site) -> None:
    """In the theme's own parts too, which escape nothing: navigation, foot, title bar, redirect."""
    redirect = larger.path("en", f"cities/{FORMER}/")
    pages = [*large.pages.values(), Page(redirect, larger.text(redirect))]
    holding = {page.path: page for page in pages if "alert(1)" in page.source}
    assert {redirect, large.path("en", "cities/"), large.path("en", "compare/")} < set(holding)
    scripts = [(page.path, one) for page in holding.values() for one in page.elements if one.tag in ("script", "blink")]
    assert [path for path, one in scripts if one.tag == "blink" or "alert" in "".join(map(str, one.children))] == []
    own = large.page("en", "cities/city-0002/")
    for tag in ("title", "h1", "footer"):
        assert HOSTILE in own.root.all(tag)[0].text, tag


def test_the_sitemap_names_every_page_in_both_languages(large: Site) -> None:
    text = large.text("sitemap.xml")
    listed = re.findall(r"<loc>(.*?)</loc>", text)
    pages = [f"{SITE_URL}{path.removesuffix('index.html')}" for path in large.language_pages]
    assert sorted(listed) == sorted([SITE_URL, *pages])
    for block in re.findall(r"<url>(.*?)</url>", text, re.DOTALL):
        (own,) = re.findall(r"<loc>(.*?)</loc>", block)
        twins = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', block))
        rest = own.removeprefix(SITE_URL)[3:]
        wanted = {tag: f"{SITE_URL}{language}/{rest}" for language, tag in LANGUAGES.items()}
        assert twins == ({} if own == SITE_URL else wanted)


def test_the_sitemap_has_the_date_of_the_data(large: Site) -> None:
    newest = large.data.newest()
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", large.text("sitemap.xml"))) == {newest}
    packed = (large.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == large.text("sitemap.xml")
    assert int.from_bytes(packed[4:8], "little") == datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp()


# Search


def _index(site: Site, language: str) -> dict[str, Any]:
    """Return the index, which is a script where nothing can be fetched."""
    end = "json" if site.directory_urls else "js"
    text = site.text(f"{language}/search/search_index.{end}")
    held: dict[str, Any] = json.loads(text.removeprefix("var __index = "))
    return held


def test_every_language_has_an_index_and_the_root_has_none(site: Site) -> None:
    found = {path for path in site.files if "search_index" in path}
    end = "json" if site.directory_urls else "js"
    assert found == {f"{language}/search/search_index.{end}" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_index_leads_somewhere(site: Site, language: str) -> None:
    for entry in _index(site, language)["docs"]:
        path, _, anchor = entry["location"].partition("#")
        file = site.file_at(f"{language}/{path}")
        assert file in site.files, entry["location"]
        assert not anchor or anchor in site.pages[file].anchors, entry["location"]
        assert entry["title"], entry["location"]


def test_both_indexes_name_the_same_places_once(site: Site) -> None:
    zh, en = ([entry["location"] for entry in _index(site, language)["docs"]] for language in LANGUAGES)
    assert zh == en
    assert _twice(zh) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_holds_every_page_under_its_title_in_that_language(site: Site, language: str) -> None:
    docs = _index(site, language)["docs"]
    titles = {entry["location"]: entry["title"] for entry in docs if "#" not in entry["location"]}
    pages = [page for page in site.language_pages.values() if page.language == language]
    assert {site.file_at(f"{language}/{location}") for location in titles} == {page.path for page in pages}
    for location, title in titles.items():
        page = site.pages[site.file_at(f"{language}/{location}")]
        assert title in page.root.text, location


def test_every_record_is_found_by_search(site: Site) -> None:
    for language in LANGUAGES:
        places = {entry["location"] for entry in _index(site, language)["docs"]}
        pages = [page for page in site.language_pages.values() if page.language == language]
        marked = [(page.path, one) for page in pages for one in page.elements if "data-entity" in one]
        held = {(path, one["data-entity"], _anchor(one)) for path, one in marked}
        address = (lambda path: path.removesuffix("index.html")) if site.directory_urls else str
        missing = {
            name
            for path, name, anchor in held
            if not {address(path[3:]), f"{address(path[3:])}#{anchor}"} & places
            or (anchor != "top" and f"{address(path[3:])}#{anchor}" not in places)
        }
        assert missing == set()


def _anchor(element: Element) -> str:
    return element["id"] or next(one["id"] for one in element if one["id"])


def test_the_index_is_not_escaped(shipped: Site) -> None:
    end = "json" if shipped.directory_urls else "js"
    assert "\\u4e" not in shipped.text(f"zh/search/search_index.{end}")


# The folder for use without a network


def test_the_offline_index_is_a_script(offline: Site) -> None:
    for language in LANGUAGES:
        assert offline.text(f"{language}/search/search_index.js").startswith("var __index = ")
        assert _index(offline, language)["docs"]


def test_offline_pages_load_the_shim_and_nothing_from_a_network(offline: Site) -> None:
    for page in offline.language_pages.values():
        scripts = [offline.file_at(page.target(one["src"])[0]) for one in page.root.all("script", having="src")]
        assert "assets/javascripts/theme/iframe-worker-shim.js" in scripts
        assert "unpkg" not in page.source
        assert "cdn" not in page.source.lower()
        assert [one for one in page.root.all("script") if one["type"] == "module"] == []


def test_the_offline_folder_is_small_and_without_source_maps(offline: Site) -> None:
    assert [path for path in offline.files if path.endswith(".map")] == []
    for other in LANGUAGES:  # a folder of one language, with all that both share
        held = [file for path, file in offline.files.items() if not path.startswith(f"{other}/")]
        assert sum(file.stat().st_size for file in held) <= 5_000_000


def test_the_first_view_of_a_page_is_light(online: Site) -> None:
    for page in online.language_pages.values():
        loading = [one for one in page.elements if one["rel"] in ("stylesheet", "icon") or "src" in one]
        files = {online.file_at(page.target(one["href"] or one["src"])[0]) for one in loading}
        assert online.packed(page.path) + sum(map(online.packed, files)) <= 90_000, page.path


def test_search_and_breadcrumbs_have_names_of_their_own(shipped: Site) -> None:
    for page in shipped.language_pages.values():
        (dialog,) = (one for one in page.elements if one["role"] == "dialog")
        assert dialog["aria-label"], page.path
        navigation = [
            one["aria-label"]
            for one in page.root.all("nav")
            if re.search("md-path|md-nav--primary", one["class"] or "")
        ]
        assert len(navigation) == len(set(navigation)), page.path


def test_no_page_uses_what_is_taken_out_of_the_theme_s_styles(online: Site) -> None:
    for page in online.language_pages.values():
        used = {name for one in page.elements for name in (one["class"] or "").split()}
        assert [name for name in used if name.startswith(material.UNUSED)] == [], page.path
    (styles,) = (file for path, file in online.files.items() if re.search(r"stylesheets/main\..*css$", path))
    css = styles.read_text(encoding="utf-8")
    assert css.count("{") == css.count("}") > 500
    assert ".md-typeset .admonition" in css
    assert [name for name in material.UNUSED if f".{name}" in css] == []


# Builds


def test_builds_have_nothing_to_warn_of(online: Site, offline: Site, large: Site) -> None:
    for site in (online, offline, large):
        assert [line for line in site.output.splitlines() if re.match(r"(WARNING|ERROR)|.*Warning:", line)] == []


def test_the_same_input_gives_the_same_bytes(online: Site, tmp_path: Path) -> None:
    """Built from another folder, in another time zone, with other hashes, and a day later by the clock of the files."""
    again = build(copy_project(tmp_path / "project"), tmp_path / "site", PYTHONHASHSEED="2", TZ="Asia/Shanghai")
    assert list(again.files) == list(online.files)
    changed = [path for path, file in online.files.items() if file.read_bytes() != again.files[path].read_bytes()]
    assert changed == []


def test_faulty_data_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    _spoil(project / "data" / "cities" / "london.yml", "standing: confirms", "standing: perhaps")
    _spoil(project / "data" / "glossary.yml", "zh:", "sh:")
    old = project / "site" / "zh" / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text("the old site", encoding="utf-8")
    stopped = run(project, "mkdocs", "build", "--strict")
    checked = run(project, "macros", "check")
    assert stopped.returncode != 0
    assert checked.returncode == 1
    faults = checked.stdout.strip().splitlines()
    assert [line for line in faults if line.startswith("data/cities/london.yml:") and ": error[" in line]
    assert [line for line in faults if line.startswith("data/glossary.yml:") and ": error[" in line]
    assert "\n".join(faults) in stopped.stdout
    assert "Traceback" not in stopped.stdout
    assert tree(project / "site") == {"zh/index.html": old}
    assert old.read_text(encoding="utf-8") == "the old site"


def _spoil(file: Path, right: str, wrong: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")


# Many cities


def _tabs(page: Page) -> list[str]:
    return [one.text for one in page.root.all("li", "md-tabs__item--active")]


def test_a_navigation_section_lists_at_most_thirty_cities(large: Site) -> None:
    for page in large.language_pages.values():
        lists = [one for one in page.root.all("nav", "md-nav") if one["data-md-level"]]
        counts = [sum(child.parent is held for child in one.all("li")) for one in lists for held in one.all("ul")]
        assert all(count <= A_PAGE + 1 for count in counts), page.path


@pytest.mark.parametrize("name", ["cities", "compare", "coverage"])
def test_lists_and_tables_continue_on_another_page(large: Site, name: str) -> None:
    for language in LANGUAGES:
        first, second = _parts(large, language, name)
        assert second.path == large.path(language, f"{name}/2/")
        assert (second.root.one("html")["lang"], _tabs(second)) == (LANGUAGES[language], _tabs(first))
        (current,) = (one for one in second.content.all(having="aria-current"))
        assert current.text != first.content.all(having="aria-current")[0].text
        (back,) = second.content.one("nav", "hb-pager").all("a")
        assert large.file_at(second.target(back["href"])[0]) == first.path


def test_every_city_is_in_the_list_once(large: Site) -> None:
    for language in LANGUAGES:
        pages = _parts(large, language, "cities")
        counts = [len(page.content.all("li", "hb-card")) for page in pages]
        assert counts == [A_PAGE, MANY - A_PAGE]
        titles = [(page, title) for page in pages for title in page.content.all(class_="hb-card__title")]
        named = [page.target(title.one("a")["href"])[0] for page, title in titles]
        assert sorted(named) == [f"{language}/cities/city-{number:04}/" for number in range(1, MANY + 1)]


def test_a_city_beyond_the_navigation_keeps_its_tab_and_section(large: Site) -> None:
    for language in LANGUAGES:
        listed, beyond = (large.page(language, f"cities/city-{number:04}/") for number in (1, MANY))
        assert _tabs(beyond) == _tabs(listed) != []
        sections = [
            [one.all("label")[0].text for one in page.root.all("li", "md-nav__item--section") if _active(one)]
            for page in (listed, beyond)
        ]
        assert sections[0] == sections[1] != []


def _active(item: Element) -> bool:
    return "md-nav__item--active" in item.classes


def test_pages_do_not_grow_with_the_cities(large: Site, larger: Site) -> None:
    """Links to more pages of a list may be added, sources fill their page, and every page of a list is another."""
    continued = r"/(cities|compare|coverage|sources)/\d+/|/sources/"
    sizes = {
        path: (file.stat().st_size, larger.files[path].stat().st_size)
        for path, file in large.files.items()
        if path.endswith(".html") and not re.search(continued, path)
    }
    assert {path: (few, many) for path, (few, many) in sizes.items() if many > few * 1.02 + 500} == {}
    assert _largest(larger) <= 1.05 * _largest(large)


def _largest(site: Site) -> int:
    return max(file.stat().st_size for path, file in site.files.items() if path.endswith(".html"))


def _twice(held: list[str]) -> list[str]:
    return [one for one, count in Counter(held).items() if count > 1]
