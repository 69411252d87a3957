"""Data is data: whatever stands in a text comes out as that text, in blocks, headings, titles and the search index.

The whole example project is written twice, once with a harmless word for every text and once with a hostile one.
Both must give the same elements with the same attributes, and the same words but for that one.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jinja2
import markdown
import pytest
import yaml

from macros.load import yaml_reader
from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.model.base import Text
from macros.render import headings, search, search_index
from macros.render.html import Shelf
from macros.render.pages import front_matter, pages
from macros.render.terms import glosses, link_terms
from macros.views import reading
from macros.wording import LANGUAGES
from tests.support import example, index
from tests.support.some import some

HARMLESS = "harmless"
HOSTILE = (
    "{{ 7*7 }} {% raw %} {# note #} {name} {0}",
    "<script>alert(1)</script><img src=x onerror=alert(1)> </p></td></article> <!-- x --> <!--hb:0-->",
    "# x | y | ~~z~~ {: #evil .hidden onclick=alert(1) }",
    "- x [a](javascript:1) ![a](x.png) [x]: http://evil.example <http://evil.example> a@b.example",
    "1. x ]]> &amp; &lt; &#123; &nbsp; %7B \\ \\* \\# \\n",
    "`x` ``y`` \"double\" 'single' *a* **b** _c_ __d__ $e$ ^f^ ==g==",
    '!!! note "x" [^1] *[HTML]: x ::: x +++ x',
    "> x --- x *** x",
    "| a | b |",
)
_CONFIGURATION = (example.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
EXTENSIONS = tuple(yaml.safe_load(_CONFIGURATION.partition("markdown_extensions:")[2].partition("\n\n")[0]))
"""The Markdown extensions of mkdocs.yml, as it names and configures them."""


def rewritten(value: Any, word: str) -> Any:
    """Return plain values with every text, title and word replaced."""
    if isinstance(value, list):
        return [rewritten(held, word) for held in value]
    if not isinstance(value, dict):
        return value
    if value.keys() <= {"zh", "en"}:
        return {key: word if isinstance(held, str) else [word for _ in held] for key, held in value.items()}
    return {
        key: word if key == "title" and isinstance(held, str) else rewritten(held, word) for key, held in value.items()
    }


def project(root: Path, word: str) -> Dataset:
    """Return the data set of the example project with `word` for every text."""
    example.make(root)
    for file in sorted((root / "data").rglob("*.yml")):
        if file.name != "labels.yml":
            plain = rewritten(yaml_reader.read(file, "")[0].value, word)
            file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")  # JSON is YAML, all in quotes
    dataset, problems = load(root)  # without the rules: they would say that this is neither Chinese nor English
    assert problems == []
    return dataset


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the harmless data set."""
    return project(tmp_path_factory.mktemp("harmless") / "project", HARMLESS)


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Dataset]:
    """Return each hostile text with its data set."""
    return request.param, project(tmp_path_factory.mktemp("hostile") / "project", request.param)


class Reading(HTMLParser):
    """What a browser makes of HTML: elements with their attributes, comments, and the text between."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, sorted((key, value or "") for key, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note an end."""
        self.found.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        self.found.append(("!", data))

    def handle_data(self, data: str) -> None:
        """Note text, as one piece with the text before."""
        self.found.append(("", data))


_GEOMETRY = {
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "d",
    "points",
    "transform",
    "width",
    "height",
    "viewbox",
    "text-anchor",
}


def drawn(pieces: list[Any], word: str, instead: str) -> Iterator[Any]:
    """Yield pieces; of each figure its elements without their places, and after it all its text in one."""
    texts: list[str] | None = None
    for piece in pieces:
        name = piece if isinstance(piece, str) else piece[0]
        if name == "svg":
            texts = []
        if texts is None:
            yield piece
        elif name == "":
            texts.append("".join(piece[1].split()))
        elif name == "/svg":
            yield from (("", "".join(texts).replace("".join(word.split()), "".join(instead.split()))), piece)
            texts = None
        elif name not in ("text", "/text"):
            kept = isinstance(piece, str) or [held for held in piece[1] if held[0] not in _GEOMETRY]
            yield piece if isinstance(piece, str) else (name, kept)


def read(page: str, word: str = HARMLESS, instead: str = HARMLESS) -> list[Any]:
    """Return what a browser makes of a page, with `word` replaced in text and attributes.

    Entities in attributes count as the characters they stand for: Markdown reads them once more than it should. Where
    something lies in a figure, and how its text is folded, depends on how long that is, and counts for nothing.
    """
    found: list[Any] = []
    for piece in drawn(Reading(page).found, word, instead):
        if isinstance(piece, tuple) and isinstance(piece[1], list):
            attributes = [
                (key, html.unescape(value.replace(word, instead)))
                for key, value in piece[1]
                if (piece[0], key) != ("summary", "aria-label")  # the beginning of a text, which is cut
            ]
            found.append((piece[0], attributes))
        else:
            found.append((piece[0], piece[1].replace(word, instead)) if isinstance(piece, tuple) else piece)
    return found


def as_markdown(block: str) -> str:
    """Return a page as `handbook pages` and another engine make it: all through Markdown."""
    names = [next(iter(one)) if isinstance(one, dict) else one for one in EXTENSIONS]
    configured = {key: value for one in EXTENSIONS if isinstance(one, dict) for key, value in one.items()}
    return markdown.Markdown(extensions=names, extension_configs=configured).convert(block)


def as_prose(block: str) -> str:
    """Return a block as the site puts it into a hand-written page: kept away from Markdown, but for its headings."""
    shelf = Shelf()
    return shelf.restore(as_markdown(shelf.put(block)))


def as_site(block: str) -> str:
    """Return a page as the site makes it: headings by our own code, blocks as they are."""
    return headings.to_html(block)[0]


def blocks(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield name and text of every block in both languages."""
    for language in LANGUAGES:
        yield f"home {language}", example.block(dataset, language, "home")
        for page in pages(dataset, language):
            yield f"{page.path} {language}", example.block(dataset, language, page.row.macro, page.argument)


@pytest.mark.parametrize("engine", [as_markdown, as_prose, as_site])
def test_text_stays_text(engine: Callable[[str], str], hostile: tuple[str, Dataset], harmless: Dataset) -> None:
    """A hostile text makes no element, no attribute and no anchor, and every character of it is read."""
    word, dataset = hostile

    for (name, sound), (_, block) in some(zip(blocks(harmless), blocks(dataset), strict=True), 40):
        assert read(engine(block)) == read(engine(sound), HARMLESS, word), name


def test_terms_stay_text(hostile: tuple[str, Dataset], harmless: Dataset) -> None:
    """A term that reads like markup is found in statements, and its link holds it as text."""
    word, dataset = hostile
    ours, theirs = glosses(harmless, "en"), glosses(dataset, "en")

    linked = [
        (link_terms(sound, ours), link_terms(block, theirs))
        for (_, sound), (_, block) in zip(blocks(harmless), blocks(dataset), strict=True)
    ]

    assert any('class="hb-gloss"' in block for _, block in linked)
    for sound, block in some(linked, 40):
        assert read(block) == read(sound, HARMLESS, word)


def test_titles_stay_text(hostile: tuple[str, Dataset]) -> None:
    """The theme shows titles unescaped, and the macros plugin reads them as templates: both get but text."""
    word, dataset = hostile
    page = next(page for page in pages(dataset, "en") if page.path == "cities/northport.md")

    values = yaml.safe_load(front_matter(page).strip().strip("-"))

    for value in (values["title"], values["description"]):
        assert jinja2.Environment(autoescape=True).from_string(value).render() == value
        assert "".join(text for _, text in read(value)) == word


def test_contents_stay_text(hostile: tuple[str, Dataset]) -> None:
    """The entries of a page's table of contents are shown unescaped too."""
    word, dataset = hostile

    _, tokens = headings.to_html(example.block(dataset, "en", "city", "northport"))

    assert [html.unescape(token["name"]) for token in tokens] == [word]
    assert [piece for piece in read(tokens[0]["name"]) if piece[0]] == []


def test_search_index_stays_data(hostile: tuple[str, Dataset]) -> None:
    """The index is data to the page that loads it: the text itself, and nothing that ends a script."""
    word, dataset = hostile
    text = search_index.index(
        search.entries(dataset, "en"), reading.Reading(dataset, "en"), lambda entry: f"{entry.page}#{entry.anchor}"
    )

    assert word in {document["title"] for document in index.entries(text)}


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\n", "\t", "\x07"])
def test_invisible_characters_are_refused(character: str, tmp_path: Path) -> None:
    """What cannot be seen cannot be reviewed: it could make a text read differently from what is stored."""
    root = example.make(tmp_path / "project")
    city = {"name": {"zh": f"东{character}村", "en": "Eastham"}, "country": {"zh": "丙国", "en": "Celand"}}
    (root / "data" / "cities" / "eastham.yml").write_text(json.dumps({**city, "lead": city["name"]}), encoding="utf-8")

    assert example.reported(root).count("error[invisible]") == 2


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yml", "The Northport Plan", "The North\\u202Eport Plan"),
        ("glossary.yml", "city twin", "city\\u202E twin"),
        ("labels.yml", '"Home"', '"Ho\\u202Eme"'),
    ],
)
def test_invisible_characters_are_refused_everywhere(file: str, old: str, new: str, tmp_path: Path) -> None:
    """Titles of sources, words of the glossary and words of the interface are texts like others."""
    root = example.make(tmp_path / "project")
    place = root / "data" / file
    place.write_text(place.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    assert "error[invisible]" in example.reported(root)


def test_model_escapes_nothing() -> None:
    """Texts are kept as they were written; escaping is for the template that shows them."""
    assert Text(zh="<b>", en="{{ x }}")["en"] == "{{ x }}"
