"""Headings of generated pages: their HTML, their anchors, and the table of contents."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.load.dataset import Dataset
from macros.render.headings import complete, join_lines, to_html, with_captions
from macros.render.pages import pages
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some


def contents(markdown: str) -> list[Any]:
    """Return the table of contents as nested lists of anchors: ["a", ["b", "c"], "d"]."""

    def nested(tokens: list[dict[str, Any]]) -> list[Any]:
        found: list[Any] = []
        for token in tokens:
            found.append(token["id"])
            if token["children"]:
                found.append(nested(token["children"]))
        return found

    return nested(to_html(markdown)[1])


def headings(*levels: int) -> str:
    """Return headings of these levels with the anchors a, b, c …."""
    return "\n\n".join(f"{'#' * level} Name {{: #{chr(97 + n)} }}" for n, level in enumerate(levels))


@pytest.mark.parametrize(
    ("levels", "nested"),
    [
        ((), []),
        ((1,), ["a"]),
        ((1, 2, 2), ["a", ["b", "c"]]),
        ((1, 2, 3, 2, 3), ["a", ["b", ["c"], "d", ["e"]]]),
        ((1, 3, 2), ["a", ["b", "c"]]),
        ((2, 1), ["a", "b"]),
        ((1, 2, 1, 2), ["a", ["b"], "c", ["d"]]),
    ],
)
def test_contents_are_nested(levels: tuple[int, ...], nested: list[Any]) -> None:
    """A heading belongs to the last one of a lower level; a level that is left out is no fault."""
    assert contents(headings(*levels)) == nested


def test_deep_headings_stay_out_of_the_contents() -> None:
    """The theme prints the contents twice on every page: only the upper levels are in them, but all are headings."""
    html, _ = to_html(headings(1, 2, 3, 4, 6, 3))

    assert contents(headings(1, 2, 3, 4, 6, 3)) == ["a", ["b", ["c", "f"]]]
    assert all(f'id="{anchor}"' in html for anchor in "abcdef")


def test_html() -> None:
    """A heading has its level and its anchor; blocks between stay as they are."""
    html, tokens = to_html('# A &amp; b {: #top }\n\n<p class="x"># no heading</p>\n\n## C {: #c .hidden }')

    assert html.index('<h1 id="top"') < html.index('<p class="x"># no heading</p>') < html.index('<h2 id="c"')
    assert tokens == [
        {
            "level": 1,
            "id": "top",
            "name": "A &amp; b",
            "children": [{"level": 2, "id": "c", "name": "C", "children": []}],
        }
    ]


@pytest.mark.parametrize("line", ["# Name", "## Name {: .hidden }", "# Name {#top}", "# Name {: #Top }", "# {: #top }"])
def test_heading_without_an_anchor(line: str) -> None:
    """A heading that no link could reach in both languages stops the build and is named."""
    with pytest.raises(ValueError, match="a heading without an anchor: #"):
        to_html(f"<p>a</p>\n{line}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_contents(language: str, dataset: Dataset) -> None:
    """A generated page has one heading of the first level, and every other entry stands below it."""
    for page in some(pages(dataset, language), 20):
        (top,) = to_html(block(dataset, language, page.row.macro, page.argument))[1]

        assert (top["level"], top["id"]) == (1, "top"), page.path


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        ("<p>规划。\n路径</p>", "<p>规划。路径</p>"),
        ("<li>手机。\n    也可以</li>", "<li>手机。也可以</li>"),
        ("<p>规划\nplan</p>", "<p>规划\nplan</p>"),
        (
            "<pre><code>规划\n  路径</code></pre>\n<p>规划\n路径</p>",
            "<pre><code>规划\n  路径</code></pre>\n<p>规划路径</p>",
        ),
    ],
)
def test_lines_of_chinese_are_joined_but_not_in_code(html: str, joined: str) -> None:
    """A line in the file is a sentence; on the page it is no gap."""
    assert join_lines(html) == joined


def test_headings_link_to_themselves_where_the_output_wants_it() -> None:
    """In both languages; Chinese ones say where their lines may end, and the blocks between stay as they are."""
    html, between = to_html("## 国家规划 {: #plan }")[0], "<p>国家规划</p>"

    assert complete(html + between, "en", "") == html + between
    assert 'href="#plan" title="To here"' in complete(html, "en", "To here")
    assert "国家<wbr>规划" in complete(html + between, "zh", "")
    assert between in complete(html + between, "zh", "To here")


def test_titles_of_rows_and_places_say_where_their_lines_may_end() -> None:
    """As headings do, in Chinese alone; a link in one stays whole."""
    html = '<span class="hb-row__q">国家规划</span><p class="hb-where"><a href="x.md">国家规划</a></p>'

    assert complete(html, "zh", "").count("国家<wbr>规划") == 2
    assert complete(html, "en", "") == html


def test_tables_of_markdown_are_called_after_the_heading_above() -> None:
    tables = '<table></table><table></table><table class="own"></table>'
    html = with_captions(f'<table></table><h2 id="a">A <b>&amp; b</b></h2><p>x</p>{tables}')
    captions = [re.sub("<[^>]*>", "", part.split("</caption>")[0]).strip() for part in html.split("<table>")[1:]]

    assert captions == ["", "A &amp; b", "A &amp; b · 2"]
    assert '<table class="own"></table>' in html
