"""Adapter 1: registers the macros with mkdocs-macros. Each is one statement."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from macros.check.project import current
from macros.load.dataset import Dataset
from macros.problems import nearest
from macros.render.macros import BLOCKS
from macros.render.templates import left_out, split
from macros.views.reading import Reading
from macros.wording import LANGUAGES

stash: dict[str, str] | None = None
"""Blocks of HTML by placeholder, set by the hooks, which put them back after Markdown; None without hooks."""
dataset: Dataset | None = None
"""The data set of this build where the hooks have prepared one."""
called: set[str] = set()
"""Macros that the page being read has called, whose scripts it needs; the hooks empty it after each page."""
_numbers = itertools.count()
_NAMED = {"city": "city", "lesson": "lesson", "step": "path", "checklist": "path",
          "agenda": "path", "handout": "path", "projector": "path"}  # fmt: skip
"""Macro → kind of the record whose id it is given."""


def register(env: Any) -> None:
    """Make every block callable in pages: `{{ city("london") }}`."""
    root = Path(env.project_dir)
    for name in BLOCKS:
        env.macro(_macro(env, root, name), name)


def _macro(env: Any, root: Path, name: str) -> Any:
    def call(*arguments: Any) -> str:
        reading = Reading(dataset or current(root), language(env))
        if name in _NAMED and arguments and arguments[0] not in reading.dataset.known[_NAMED[name]]:
            raise LookupError(_unknown(reading, env, name, str(arguments[0])))
        if name in _NAMED and arguments and arguments[0] not in reading.dataset[_NAMED[name]]:
            return left_out(reading.labels)(str(arguments[0]))  # a page may name what a selection leaves out
        called.add(name)
        return shelve(BLOCKS[name](reading, *arguments))

    call.__doc__ = BLOCKS[name].__doc__
    return call


def _unknown(reading: Reading, env: Any, macro: str, found: str) -> str:
    """Say which page names what does not exist, and what is like it."""
    kind = _NAMED[macro]
    match = nearest(found, sorted(reading.dataset.known[kind]))
    hint = f"; did you mean '{match}'?" if match else ""
    return f"{env.page.url} calls {macro}() for '{found}', but there is no such {kind}{hint}"


def language(env: Any) -> str:
    """Return the language of the page being rendered: its folder, or the theme's where a project has one language."""
    first = str(env.page.url).split("/")[0]
    return first if first in LANGUAGES else str(env.conf["theme"].get("language", LANGUAGES[0]))


def shelve(markdown: str) -> str:
    """Keep blocks of HTML away from Markdown, which would only copy them, slowly."""
    if stash is None:
        return markdown
    parts = []
    for heading, text in split(markdown):
        if heading:
            parts.append(text)
        else:
            mark = f"<!--hb:{next(_numbers)}-->"
            stash[mark] = text.replace(' markdown="1"', "")
            parts.append(mark)
    return "\n\n".join(parts)
