"""Every page of the built site: languages, headings, text and markup."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urljoin

from tests.support.built import FORMER, HOSTILE, LANGUAGES, PAGES, Site, twice
from tests.support.html import Page
from tests.support.some import some

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LEFT_OVER = ("<!--hb:", "Macro Rendering Error", 'markdown="1"', "{:")


def test_every_page_of_the_contract_is_there_in_both_languages(site: Site) -> None:
    wanted = {site.path(language, page) for language in LANGUAGES for page in some(site.data.pages(), 30)}
    assert wanted - set(site.files) == set()


def test_both_languages_have_the_same_pages(site: Site) -> None:
    zh, en = ({path[3:] for path in site.files if path.startswith(f"{language}/")} for language in LANGUAGES)
    assert zh == en
    assert len(zh) >= PAGES // 2


def test_nothing_is_built_outside_the_languages_but_the_root_pages(shipped: Site) -> None:
    assert {path for path in shipped.pages if path not in shipped.language_pages} == {"index.html", "404.html"}


def test_the_folder_holds_the_languages_and_what_they_share(shipped: Site) -> None:
    shared = {"assets", "index.html", "404.html", "sitemap.xml", "sitemap.xml.gz"}
    shared |= {"data"} if shipped.directory_urls else set()  # published, it has the data set
    assert {path.split("/")[0] for path in shipped.files} == {*LANGUAGES, *shared}


def test_pages_name_their_language(shipped: Site) -> None:
    named = {path: page.root.one("html")["lang"] for path, page in some(shipped.language_pages.items(), PAGES)}
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


def test_search_looks_for_the_index_of_the_language(shipped: Site) -> None:
    for path, page in some(shipped.language_pages.items(), PAGES):
        base = urljoin(f"https://host/{path}", f"{page.root.one('html')['data-root']}/")
        assert base == f"https://host/{path[:2]}/", path


def test_both_languages_have_the_same_anchors(site: Site) -> None:
    for path, page in some(site.language_pages.items(), PAGES):
        twin = site.pages[f"{'en' if path[:2] == 'zh' else 'zh'}/{path[3:]}"]
        assert sorted(page.ids) == sorted(twin.ids), path  # the glossary's order is that of the language


def test_no_anchor_stands_twice(site: Site) -> None:
    assert {path: held for path, page in some(site.pages.items(), PAGES) if (held := twice(page.ids))} == {}


def test_every_page_has_one_heading_and_a_title_of_its_own(shipped: Site) -> None:
    for page in some(shipped.language_pages.values(), PAGES):
        assert len(page.root.all("h1")) == 1, page.path
        assert page.root.one("h1")["id"] == "top", page.path
    for language in LANGUAGES:
        pages = [page for path, page in some(shipped.language_pages.items(), PAGES) if path.startswith(language)]
        titles = Counter(page.root.all("title")[0].text for page in pages if not re.search(r"/\d+", page.path))
        assert {title: count for title, count in titles.items() if count > 1 or not title} == {}
        assert [title for title in titles if len(set(title.split(" - "))) < len(title.split(" - "))] == []


def test_tags_are_closed_where_they_were_opened(shipped: Site) -> None:
    assert {path: page.faults[:3] for path, page in some(shipped.pages.items(), PAGES) if page.faults} == {}


def test_labels_and_descriptions_name_an_element_of_the_page(shipped: Site) -> None:
    for page in some(shipped.pages.values(), PAGES):
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            named = {held for one in some(page.elements) for held in one[name].split()}
            assert named - page.anchors == set(), (page.path, name)


def test_nothing_is_left_of_templates(shipped: Site) -> None:
    for page in some(shipped.pages.values(), PAGES):
        prose = " ".join(page.root.texts("code", "pre", "script", "style"))
        assert [mark for mark in LEFT_OVER if mark in page.source] == [], page.path
        found = re.findall(r"\{\{|\{%|\{#|\bundefined\b|<[A-Za-z.]+ object at", prose)
        assert found == [], page.path


def test_no_element_handles_events_inline(shipped: Site) -> None:
    for page in some(shipped.pages.values(), PAGES):
        elements = some(page.elements, 5)
        assert [one for one in elements if any(name.startswith("on") for name in one.attributes)] == []


def test_nothing_empty_is_shown(site: Site) -> None:
    tags = ("p", "li", "dt", "dd", "th", "h1", "h2", "h3", "h4", "caption", "summary", "option", "button")
    for page in some(site.language_pages.values(), PAGES):
        own = page.content
        nothing = ("", "None", "undefined", "nan")
        shown = some((one for one in own if one.tag in tags), 3)
        empty = [one for one in shown if one.text in nothing and "data-picker-status" not in one]
        assert [one for one in empty if not one.all("svg") and "aria-label" not in one] == [], page.path
        assert [one for one in own if one.tag in ("ul", "ol", "dl", "tbody") and not list(one)] == [], page.path


def test_the_foot_dates_the_data_and_takes_reports(site: Site) -> None:
    newest = site.data.newest()
    year, month, day = (int(part) for part in newest.split("-"))
    words = {"zh": f"{year}年{month}月{day}日", "en": f"{day} {MONTHS[month - 1]} {year}"}
    for page in some(site.language_pages.values(), PAGES):
        foot = page.root.one("footer").one(class_="hb-foot")
        assert words[page.language] in foot.text, page.path
        reports = [link["href"] for link in foot.all("a") if link["href"].endswith("/issues/new")]
        assert reports == [f"{site.repository}/issues/new"]


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


def test_search_and_breadcrumbs_have_names_of_their_own(shipped: Site) -> None:
    for page in some(shipped.language_pages.values(), PAGES):
        (dialog,) = (one for one in page.elements if one["role"] == "dialog")
        assert dialog["aria-label"], page.path
        navigation = [
            one["aria-label"]
            for one in page.root.all("nav")
            if re.search("md-path|md-nav--primary", one["class"] or "")
        ]
        assert len(navigation) == len(set(navigation)), page.path
