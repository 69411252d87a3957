"""What every page's markup keeps, whatever is on it."""

from __future__ import annotations

import re
from collections import defaultdict

from tests.support.built import Site
from tests.support.html import Element
from tests.support.some import some


def test_every_table_has_a_caption(site: Site) -> None:
    for path, page in site.language_pages.items():
        for table in page.content.all("table"):
            assert table.one("caption").text, path
    assert some(page for page in site.language_pages.values() if page.content.all("table"))


def test_links_of_one_name_in_a_row_lead_to_one_place(site: Site) -> None:
    rows = some((page, row) for page in site.language_pages.values() for row in page.content.all("tr"))
    for page, row in rows:
        places = defaultdict(set)
        for link in row.all("a", having="href"):
            if any("hb-prov" in one.classes for one in link.above()):
                continue  # in a drawer, whose name says which statement it belongs to
            places[link.text].add(link["href"])
        assert {name: held for name, held in places.items() if len(held) > 1} == {}, page.path


def test_every_term_of_a_list_is_followed_by_what_it_means(site: Site) -> None:
    lists = some(one for page in site.language_pages.values() for one in page.content.all("dl"))
    for terms in lists:
        for term in terms.all("dt"):
            assert term.parent
            beside = [one for one in term.parent.children if isinstance(one, Element)]
            after = beside[beside.index(term) + 1 :]
            assert after, (terms, term.text)
            assert after[0].tag == "dd", (terms, term.text)


def test_what_is_named_in_another_language_says_in_which(site: Site) -> None:
    """The titles of sources, wherever one stands alone."""
    tags = {"zh": "zh-Hans"}
    named = {source["title"]: tags.get(source["language"], source["language"]) for source in site.data.sources.values()}
    seen = 0
    for page in site.language_pages.values():
        own = tags.get(page.language, page.language)
        for one in page.content:
            if one.text in named and not list(one) and named[one.text] != own:
                around = next(held["lang"] for held in (one, *one.above()) if "lang" in held)
                assert around == named[one.text], (page.path, one.text)
                seen += 1
    assert seen > 3


def test_links_of_headings_to_themselves_are_no_stop_of_the_tab_key(site: Site) -> None:
    pages = site.language_pages.values()
    links = some(link for page in pages for link in page.content.all("a", class_="headerlink"))
    assert [link for link in links if link["tabindex"] != "-1" or link["aria-hidden"] != "true"] == []


def test_no_cell_of_numbers_is_blank(site: Site) -> None:
    tables = some(one for page in site.language_pages.values() for one in page.content.all(having="data-table"))
    numbers = some(table for table in tables if table["data-table"] == "evidence")
    assert [cell for table in numbers for cell in table.all("td") if not cell.text] == []


def test_tooltips_and_names_are_in_the_language_of_the_page(site: Site) -> None:
    pages = some(page for page in site.language_pages.values() if page.language == "en")
    named = some(
        (page.path, text)
        for page in pages
        for one in page.elements
        for text in (one["title"], one["aria-label"])
        if text and not any("lang" in around for around in (one, *list(one.above())[:-1]) if around.tag != "html")
    )
    assert [(path, text) for path, text in named if re.search("[\u4e00-\u9fff]", text)] == []
