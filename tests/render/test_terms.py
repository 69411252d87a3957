"""Terms of the glossary in statements: the first use on a page is linked, whole words only, nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.render.headings import to_html
from macros.render.markdown_tree import tree
from macros.render.terms import Glosses, glosses, link_terms
from tests.support import example

GLOSSARY = """
city: {term: {zh: "城市", en: "city"}, basis: official}
smart-city:
  term: {zh: "智慧城市", en: "smart city"}
  basis: official
  also: {en: ["intelligent city"]}
ai: {term: {zh: "人工智能", en: "artificial intelligence"}, basis: official, also: {zh: ["AI"], en: ["AI"]}}
and-sign: {term: {zh: "研发", en: "R&D"}, basis: official, also: {en: ["amp"]}}
mayors: {term: {zh: "市长“办公室”", en: "Mayor's <office>"}, basis: official}
single: {term: {zh: "链", en: "x"}, basis: official}
"""


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the example data set with a glossary of its own."""
    root = example.make(tmp_path_factory.mktemp("glossing") / "project")
    text = (root / "data" / "glossary.yml").read_text(encoding="utf-8")
    (root / "data" / "glossary.yml").write_text(text + GLOSSARY, encoding="utf-8")
    return example.load(root)


@pytest.fixture(scope="module")
def en(dataset: Dataset) -> Glosses:
    """Return the English forms."""
    return glosses(dataset, "en")


@pytest.fixture(scope="module")
def zh(dataset: Dataset) -> Glosses:
    """Return the Chinese forms."""
    return glosses(dataset, "zh")


def linked(html: str, held: Glosses) -> list[tuple[str, str]]:
    """Return term and linked words in a page's HTML, in order."""
    return re.findall(r'<a class="hb-gloss" href="glossary\.md#([a-z0-9-]+)">([^<]+)</a>', link_terms(html, held))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>A city.</p>", [("city", "city")]),
        ("<p>City and city, CITY.</p>", [("city", "City")]),
        ("<p>A smart city is a city.</p>", [("smart-city", "smart city"), ("city", "city")]),
        ("<p>Smart city.</p><p>An intelligent city.</p>", [("smart-city", "Smart city")]),
        ("<p>Cities; velocity; citywide; a non-city.</p>", [("city", "city")]),
        ("<p>The AI of Dubai.</p>", [("ai", "AI")]),
        ("<p>Said in Mumbai.</p>", []),
        ("<p>AI2 and AÏ.</p>", []),
        ("<p>R&amp;D.</p>", [("and-sign", "R&amp;D")]),
        ("<p>Sticks &amp; stones.</p>", []),
        ("<p>The Mayor&#39;s &lt;office&gt;.</p>", [("mayors", "Mayor&#39;s &lt;office&gt;")]),
        ("<p>A virtual thing, x.</p>", []),
    ],
)
def test_english(html: str, found: list[tuple[str, str]], en: Glosses) -> None:
    """Whole words in any case; the longest form wins, and each term is linked once whichever form it takes."""
    assert linked(html, en) == found


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>建设智慧城市，城市更好。</p>", [("smart-city", "智慧城市"), ("city", "城市")]),
        ("<p>城市，城市。</p><p>城市。</p>", [("city", "城市")]),
        ("<p>采用AI技术。</p>", [("ai", "AI")]),
        ("<p>迪拜（Dubai）与MAIN。</p>", []),
        ("<p>供应链。</p>", []),
        ("<p>市长“办公室”。</p>", [("mayors", "市长“办公室”")]),
    ],
)
def test_chinese(html: str, found: list[tuple[str, str]], zh: Glosses) -> None:
    """Chinese has no blanks between words, but Latin letters have edges in it too."""
    assert linked(html, zh) == found


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="cities/x.md">A smart city</a></p>',
        '<h2 id="x">Smart city</h2>',
        '<p class="hb-lead">A smart city.</p>',
        '<p data-note="smart city">.</p>',
        "<li>A smart city</li>",
        "<code>smart city</code>",
    ],
)
def test_what_is_left_alone(html: str, en: Glosses) -> None:
    """Links, headings, leads and lists stay as they are: only statements are glossed."""
    assert link_terms(html, en) == html


def test_first_use_is_counted_a_page(en: Glosses) -> None:
    """The next page links the term anew."""
    assert linked("<p>A city.</p>", en) == linked("<p>A city.</p>", en) == [("city", "city")]


def test_no_terms(tmp_path: Path) -> None:
    """A handbook without a glossary has nothing to link."""
    root = example.make(tmp_path / "project")
    for file in (root / "data").rglob("*.yml"):
        text = re.sub(r", term/twin|^ *see: \[term/gauge\]\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
        file.write_text("{}\n" if file.name == "glossary.yml" else text, "utf-8")

    assert link_terms("<p>A city.</p>", glosses(example.load(root), "en")) == "<p>A city.</p>"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", [("twin", "数字孪生"), ("gauge", "水位计")]),
        ("en", [("twin", "digital twin"), ("gauge", "gauge")]),
    ],
)
def test_page(language: str, words: list[tuple[str, str]], dataset: Dataset) -> None:
    """On a city's page the statement that first uses a term links to it; the statements below do not."""
    made = dict(tree(dataset))[f"{language}/cities/northport.md"]

    assert re.findall(r'<a class="hb-gloss" href="\.\./\.\./glossary/#([a-z-]+)">([^<]+)</a>', made) == words


def test_glossary_is_not_glossed(dataset: Dataset) -> None:
    """The page that explains the terms does not send readers to itself."""
    made = dict(tree(dataset))

    assert "hb-gloss" not in made["en/glossary.md"]
    assert {path for path, text in made.items() if "hb-gloss" in text} >= {"en/cities/northport.md"}


def test_headings_and_contents_stay_plain(en: Glosses) -> None:
    """A heading of a built page is not a paragraph, and its entry in the contents is made before."""
    html, tokens = to_html("## A smart city {: #a }\n\n<p>A smart city.</p>")

    assert link_terms(html, en).count("hb-gloss") == 1
    assert [token["name"] for token in tokens] == ["A smart city"]
