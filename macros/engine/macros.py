"""What mkdocs-macros calls: registers the macros for pages. Each is one statement."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.check.run import sound
from macros.load.dataset import Dataset
from macros.problems import nearest
from macros.render.html import Composer, Shelf
from macros.render.macros import MACROS
from macros.render.site_map import KIND_OF_MACRO
from macros.render.templates import left_out
from macros.views.reading import Reading
from macros.wording import LANGUAGES

shelf: Shelf | None = None
"""Keeps blocks of HTML, set by the hooks, which put them back after Markdown; None without hooks."""
dataset: Dataset | None = None
"""The data set of this build where the hooks have prepared one."""
composers: Mapping[str, Composer] = {}
"""Those of this build by language, which may know texts already."""
called: set[str] = set()
"""Macros that the page being read has called, whose scripts it needs; the hooks empty it after each page."""


def register(env: Any) -> None:
    """Make every block callable in pages: `{{ city("london") }}`."""
    root = Path(env.project_dir)
    for name in MACROS:
        env.macro(_macro(env, root, name), name)


def _macro(env: Any, root: Path, name: str) -> Any:
    def call(*arguments: Any) -> str:
        reading = Reading(dataset or sound(root), language(env))
        kind = KIND_OF_MACRO.get(name)
        if kind and arguments and arguments[0] not in reading.dataset.known[kind]:
            raise LookupError(_unknown(reading, env, name, str(arguments[0])))
        if kind and arguments and arguments[0] not in reading.dataset[kind]:
            return left_out(reading.labels)(str(arguments[0]))  # a page may name what a selection leaves out
        called.add(name)
        composer = None if arguments else composers.get(reading.language)
        text = composer.called(name) if composer else MACROS[name](reading, *arguments)
        return shelf.put(text) if shelf else text

    call.__doc__ = MACROS[name].__doc__
    return call


def _unknown(reading: Reading, env: Any, macro: str, found: str) -> str:
    """Say which page names what does not exist, and what is like it."""
    kind = KIND_OF_MACRO[macro]
    match = nearest(found, sorted(reading.dataset.known[kind]))
    hint = f"; did you mean '{match}'?" if match else ""
    return f"{env.page.url} calls {macro}() for '{found}', but there is no such {kind}{hint}"


def language(env: Any) -> str:
    """Return the language of the page being rendered: its folder, or the theme's where a project has one language."""
    first = str(env.page.url).split("/")[0]
    return first if first in LANGUAGES else str(env.conf["theme"].get("language", LANGUAGES[0]))
