"""The search index: every fact once, on its own page, in one language."""

from __future__ import annotations

import json

import pytest

from macros.load.dataset import Dataset
from macros.render import links, search
from macros.render.search import Entry
from macros.render.site_map import pages
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some


def location(entry: Entry) -> str:
    """Return an address as the tests see it."""
    return f"{entry.page}#{entry.anchor}" if entry.anchor else entry.page


@pytest.mark.parametrize("language", LANGUAGES)
def test_index_is_plain_json(dataset: Dataset, language: str) -> None:
    """The index is JSON without escapes of Chinese, and its texts are what the data say, not HTML."""
    text = search.index(search.entries(dataset, language), location)
    documents = json.loads(text)["docs"]

    assert "\\u" not in text
    assert {"zh": "北港", "en": "Northport"}[language] in {document["title"] for document in documents}
    assert "Rapport sur l'eau" in {document["title"] for document in documents}
    assert all(document.keys() >= {"location", "title", "text"} for document in documents)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_comes_before_its_parts(dataset: Dataset, language: str) -> None:
    """The theme groups what it finds under the document of the page, which therefore has no '#'."""
    first: dict[str, str] = {}
    for entry in search.entries(dataset, language):
        first.setdefault(entry.page, location(entry))

    assert first == {page.path: page.path for page in some(pages(dataset, language), 20)}


def test_both_languages_have_the_same_locations(dataset: Dataset) -> None:
    """What one language finds the other finds at the same place."""
    zh, en = ([location(entry) for entry in search.entries(dataset, language)] for language in LANGUAGES)

    assert zh == en
    assert len(zh) == len(set(zh)), "each fact once"


def test_every_location_exists(dataset: Dataset) -> None:
    """A result opens at its place, not at the top of a page that has no such anchor."""
    made = {page.path: block(dataset, "en", page.row.macro, page.argument) for page in pages(dataset, "en")}

    for entry in some((one for one in search.entries(dataset, "en") if one.anchor), 20):
        text = made[entry.page]
        assert entry.anchor in links.anchors(text) or f"{{: #{entry.anchor}" in text, location(entry)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "水位监测|覆盖率：87.5%|2019年4月至2021年|数据；技能、培训|绘制管网图|数字孪生|The Northport Plan"),
        ("en", "Water gauges|Share of the quays: 87.5%|April 2019 to 2021|Data; Skills, training|Map the pipes"),
    ],
)
def test_what_is_found(dataset: Dataset, language: str, words: str) -> None:
    """Claims of every form, checklists, terms and sources are in the index in the words that the pages have."""
    texts = "\n".join(f"{entry.title}\n{entry.text}" for entry in search.entries(dataset, language))

    assert [word for word in some(words.split("|"), 5) if word not in texts] == []


def test_handwritten_page() -> None:
    """A page that nobody generates is found by its own text and by each heading with an anchor."""
    html = (
        '<h1 id="top">Guide</h1><p>First &amp; last</p><h2 id="how">How<a href="#how">¶</a></h2><p>Like <b>this</b></p>'
    )

    assert list(search.from_html("guide.md", "Guide", html)) == [
        Entry("guide.md", "", "Guide", "Guide First & last"),
        Entry("guide.md", "how", "How", "Like this"),
    ]
