"""Headings of generated pages, from Markdown to HTML without Markdown.

A generated page is headings and blocks that are HTML already; passing it through a Markdown parser
would cost more than everything else that is done to it.
"""

from __future__ import annotations

import re
from typing import Any

from macros.render.templates import environment, split

DEEPEST = 3
"""Level of the last headings in the table of contents, which the theme puts on every page twice."""
_HAN_BREAK = re.compile(
    "(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”])\n *(?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”])"
)
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_LINE = re.compile(r"^(#{1,6}) (.*?) \{: #([a-z0-9-]+)(?: \.[a-z-]+)* \}$")


def to_html(markdown: str, link_title: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the HTML of a page and its table of contents as nested tokens (level, id, name, children).

    Raises ValueError for a heading without an anchor. `link_title` is the tooltip of each heading's own link.
    """
    parts: list[str] = []
    tokens: list[dict[str, Any]] = []
    heading = environment().get_template("heading.html.j2").module.heading  # type: ignore[attr-defined]
    for is_heading, text in split(markdown):
        if not is_heading:
            parts.append(text)
            continue
        found = _LINE.match(text)
        if not found:
            raise ValueError(f"a heading without an anchor: {text}")
        level, name, anchor = len(found[1]), found[2], found[3]
        parts.append(heading(level, anchor, name, link_title))
        if level <= DEEPEST:
            _nest(tokens, {"level": level, "id": anchor, "name": name, "children": []})
    return "\n".join(parts), tokens


def join_lines(html: str) -> str:
    """Join lines between Chinese characters, but not in code: a browser would show each end of line as a blank."""
    return "".join(part if part.startswith("<pre") else _HAN_BREAK.sub("", part) for part in _PRE.split(html))


def _nest(tokens: list[dict[str, Any]], token: dict[str, Any]) -> None:
    """Put a heading below the last one of a lower level."""
    while tokens and tokens[-1]["level"] < token["level"]:
        tokens = tokens[-1]["children"]
    tokens.append(token)
