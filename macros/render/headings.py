"""Headings: of generated pages from Markdown to HTML without Markdown, and of all pages what a heading carries.

A generated page is headings and blocks that are HTML already; passing it through a Markdown parser
would cost more than everything else that is done to it.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from macros.render.phrases import with_breaks
from macros.render.templates import environment, split

DEEPEST = 3
"""Level of the last headings in the table of contents, which the theme puts on every page twice."""
_HAN_BREAK = re.compile(
    "(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”])\n *(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”])"
)
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_LINE = re.compile(r"^(#{1,6}) (.*?) \{: #([a-z0-9-]+)(?: \.[a-z-]+)* \}$")
_HEADING = re.compile(r'(<h([1-6]) id="([^"]+)"[^>]*>)(.*?)(</h\2>)', re.DOTALL)
_HEADING_OR_TABLE = re.compile(r"<h([1-6])\b[^>]*>(?P<heading>.*?)</h\1>|<table>", re.DOTALL)
_TITLE = re.compile(r'(<(p|span|li) class="hb-(?:[a-z]+__(?:title|q)|where)"[^>]*>)(.*?)(</\2>)', re.DOTALL)


def to_html(markdown: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the HTML of a page and its table of contents as nested tokens (level, id, name, children).

    Raises ValueError for a heading without an anchor.
    """
    parts: list[str] = []
    tokens: list[dict[str, Any]] = []
    heading = _macro("heading")
    for is_heading, text in split(markdown):
        if not is_heading:
            parts.append(text)
            continue
        found = _LINE.match(text)
        if not found:
            raise ValueError(f"a heading without an anchor: {text}")
        level, name, anchor = len(found[1]), found[2], found[3]
        parts.append(heading(level, anchor, name))
        if level <= DEEPEST:
            _nest(tokens, {"level": level, "id": anchor, "name": name, "children": []})
    return "\n".join(parts), tokens


def complete(html: str, language: str, link_title: str) -> str:
    """Give each heading a link to itself, if that has a tooltip, and in Chinese the places where its lines may end."""
    breaks = with_breaks if language == "zh" else str
    link = _macro("link")

    def heading(found: re.Match[str]) -> str:
        own = link(found[3], link_title) if link_title else ""
        return f"{found[1]}{breaks(found[4])}{own}{found[5]}"

    html = _HEADING.sub(heading, html)
    return _TITLE.sub(lambda found: f"{found[1]}{breaks(found[3])}{found[4]}", html) if language == "zh" else html


def with_captions(html: str) -> str:
    """Call each table after the heading above it, those that follow one with a number; Markdown has no captions."""
    caption = _macro("caption", "parts.html.j2")
    above, count = "", 0

    def named(found: re.Match[str]) -> str:
        nonlocal above, count
        if found["heading"] is not None:
            above, count = found["heading"], 0
            return found[0]
        count += 1
        name = Markup(above).striptags() + (f" · {count}" if count > 1 else "")
        return f"{found[0]}\n{caption(name).strip()}"

    return _HEADING_OR_TABLE.sub(named, html)


def join_lines(html: str) -> str:
    """Join lines between Chinese characters, but not in code: a browser would show each end of line as a blank."""
    return "".join(part if part.startswith("<pre") else _HAN_BREAK.sub("", part) for part in _PRE.split(html))


def _macro(name: str, template: str = "heading.html.j2") -> Any:
    return getattr(environment().get_template(template).module, name)


def _nest(tokens: list[dict[str, Any]], token: dict[str, Any]) -> None:
    """Put a heading below the last one of a lower level."""
    while tokens and tokens[-1]["level"] < token["level"]:
        tokens = tokens[-1]["children"]
    tokens.append(token)
