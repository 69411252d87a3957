"""The one Jinja environment: all markup is in templates/."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|&:~^=$@\"']")
_HEADING = re.compile(r"^#{1,6} ")
_AS_MARKDOWN = ' markdown="1"'
JSON = {"ensure_ascii": False, "sort_keys": True}
"""How templates write JSON: Chinese as such, at half the size."""


def markdown_text(text: str) -> Markup:
    """Escape text for a Markdown heading: each character that Markdown, HTML or an attribute list could read."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text))


def _literal(value: Any) -> Any:
    """Keep braces from being read as an attribute list where another engine passes the page through Markdown."""
    if isinstance(value, str) and not isinstance(value, Markup) and "{" in value:
        return Markup(escape(value).replace("{", Markup("&#123;")))
    return value


def html_text(text: str) -> str:
    """Return text as templates show it."""
    return str(escape(_literal(text)))


@functools.cache
def environment() -> Environment:
    """Return the environment: escapes everything, refuses names it was not given."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_literal,
    )
    env.filters["md"] = markdown_text
    env.policies["json.dumps_kwargs"] = JSON
    return env


def render(template: str, view: Any, labels: Any) -> str:
    """Return a template's text; it receives `view` and the words `t`."""
    return environment().get_template(template).render(view=view, t=labels)


def left_out(labels: Any) -> Callable[[str], str]:
    """Return what shows the HTML of a link whose target the selection leaves out."""
    macro: Any = environment().get_template("left-out.html.j2").module.left_out  # type: ignore[attr-defined]
    return lambda text: str(macro(text, labels))


def split(markdown: str) -> list[tuple[bool, str]]:
    """Split a template's text into headings (True) and blocks of HTML (False).

    Templates give only these two, so the HTML need not pass through Markdown, and loses the mark that would let it.
    """
    parts: list[tuple[bool, str]] = []
    for is_heading, lines in itertools.groupby(markdown.split("\n"), lambda line: bool(_HEADING.match(line))):
        if is_heading:
            parts += [(True, line) for line in lines]
        elif text := "\n".join(lines).strip("\n"):
            parts.append((False, text.replace(_AS_MARKDOWN, "")))
    return parts
