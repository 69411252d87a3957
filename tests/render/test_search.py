"""The search index: every fact once, on its own page, in one language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from macros.load.dataset import Dataset
from macros.render import links, search, search_index
from macros.render.pages import pages
from macros.render.search import Entry
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support import index
from tests.support.example import VALID, block
from tests.support.some import some


def location(entry: Entry) -> str:
    """Return an address as the tests see it."""
    return f"{entry.page}#{entry.anchor}" if entry.anchor else entry.page


@pytest.mark.parametrize("language", LANGUAGES)
def test_index_is_plain_json(dataset: Dataset, language: str) -> None:
    """The index is JSON without escapes of Chinese, and its texts are what the data say, not HTML."""
    text = search_index.index(search.entries(dataset, language), Reading(dataset, language), location)
    documents = index.entries(text)

    assert "\\u" not in text
    assert {"zh": "北港", "en": "Northport"}[language] in {document["title"] for document in documents}
    assert "Rapport sur l'eau" in {document["title"] for document in documents}


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


FOUND = {
    "zh": (
        "水位监测", "覆盖率：87.5%", "2019年4月至2021年", "数据；技能、培训", "绘制管网图", "管网数据",
        "The Northport Plan", "数字孪生 · digital twin", "有人看数据", "收费办法", "甲国",
    ),
    "en": (
        "Water gauges", "Share of the quays: 87.5%", "April 2019 to 2021", "Data; Skills, training", "Map the pipes",
        "Figures on the pipes", "The Northport Plan", "digital twin · 数字孪生", "Somebody reads the data",
        "A tariff", "Aland",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", FOUND)
def test_what_is_found(dataset: Dataset, language: str) -> None:
    """Statements of every form, checklists, terms and sources are in the index in the words that the pages have."""
    texts = "\n".join(f"{entry.title}\n{entry.text}" for entry in search.entries(dataset, language))

    assert [word for word in some(FOUND[language]) if word not in texts] == []


NOT_YET = {"图中没有写明预警发给谁。", "The figure does not say who is warned."}
"""What is stated of the relations as a whole is shown on the page, but search does not have it."""


def statements(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of plain data that cites, rests on something or says that nothing was found."""
    if isinstance(value, dict) and value.keys() & {"sources", "because", "not_found"}:
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from statements(held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_is_found_once(language: str, dataset: Dataset) -> None:
    """Whatever a record states, in whichever of its parts, search has in one place."""
    files = sorted((VALID / "data").rglob("*.yml"))
    held = [one for file in files for one in statements(yaml.safe_load(file.read_text("utf-8")))]
    said = [one[key][language].rstrip("。.") for one in held for key in ("text", "view") if key in one]
    named = [text[language] for one in held for text in one.get("list", ())]
    found = [entry.text for entry in search.entries(dataset, language)]
    counts = {text: sum(text in entry for entry in found) for text in (*some(said, 20), *some(named, 3))}

    assert {text: count for text, count in counts.items() if not count and text not in NOT_YET} == {}
    assert {text: count for text, count in counts.items() if count > 1 and text not in named} == {}


def test_what_explains_comes_before_what_is_only_named(dataset: Dataset) -> None:
    """Guides first, then pages and measures, then terms, conflicts and sections of cities, sources last."""
    boosts = {location(entry): entry.boost for entry in search.entries(dataset, "en")}

    assert [
        boosts[place]
        for place in (
            "lessons/water.md#evidence",
            "cities/northport.md",
            "cities/northport.md#m-gauges",
            "glossary.md#twin",
            "evidence.md#c-gauges",
            "cities/northport.md#privacy",
            "sources.md#port-1",
        )
    ] == [1.5, 1, 1, 0.8, 0.6, 0.2, 0.03]


@pytest.mark.parametrize(("language", "word"), [("zh", "防汛"), ("en", "flooding")])
def test_a_lesson_has_the_words_that_planners_look_for(dataset: Dataset, language: str, word: str) -> None:
    """In the language of the index alone, beside its title."""
    text = search_index.index(search.entries(dataset, language), Reading(dataset, language), location)
    named = [(one["location"], one["also"]) for one in index.entries(text) if one["also"]]

    assert named == [("lessons/water.md#evidence", [word])]


KINDS = {
    "cities/index.md": "page", "cities/northport.md": "city", "cities/northport.md#m-gauges": "measure",
    "cities/northport.md#privacy": "city", "lessons/water.md": "lesson", "lessons/water.md#evidence": "lesson",
    "checklists/framework.md": "item", "implications.md": "page", "planning/schedule.md": "schedule",
    "glossary.md#twin": "term", "evidence.md#c-gauges": "conflict", "sources.md#port-1": "source",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_says_what_kind_of_record_it_is(dataset: Dataset, language: str) -> None:
    """By its place in a table of kinds, which has their words in the language of the index."""
    reading = Reading(dataset, language)
    text = search_index.index(search.entries(dataset, language), reading, location)
    named = json.loads(text)["kinds"]
    kinds = {one["location"]: named[one["kind"]] for one in index.entries(text)}
    words = {kind: reading.labels[f"kind-{kind}"] for kind in some(KINDS.values())}

    assert {place: kinds[place] for place in some(KINDS, 10)} == {
        place: [kind, words[kind]] for place, kind in KINDS.items()
    }


def test_handwritten_page() -> None:
    """A page that nobody generates is found by its own text and by each heading with an anchor."""
    html = (
        '<h1 id="top">Guide</h1><p>First &amp; last</p><h2 id="how">How<a href="#how">¶</a></h2><p>Like <b>this</b></p>'
    )

    assert list(search.from_html("guide.md", "Guide", html)) == [
        Entry("guide.md", "", "Guide", "Guide First & last"),
        Entry("guide.md", "how", "How", "Like this"),
    ]
