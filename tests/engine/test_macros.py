"""The macros of pages, without MkDocs: registered by name, in the language of the page, with an error that helps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.engine import macros
from macros.load.dataset import Dataset
from macros.render.macros import MACROS
from tests.support.example import block


class Plugin(SimpleNamespace):
    """What of mkdocs-macros is used: the project, the page, the theme, and a place for macros."""

    def macro(self, function: Callable[..., Any], name: str) -> None:
        """Register a macro."""
        self.macros[name] = function


@pytest.fixture
def plugin(example: Path) -> Plugin:
    """Return the plugin with our macros, on a page in English."""
    held = Plugin(
        project_dir=str(example), macros={}, page=SimpleNamespace(url="en/extra/"), conf={"theme": {"language": "zh"}}
    )
    macros.register(held)
    return held


def test_every_block_is_a_macro(plugin: Plugin) -> None:
    """A page calls the blocks by their names, and they say what they do."""
    assert plugin.macros.keys() == MACROS.keys()
    assert all(macro.__doc__ for macro in plugin.macros.values())


@pytest.mark.parametrize(
    ("url", "language"), [("en/extra/", "en"), ("zh/", "zh"), ("zh/a/b.html", "zh"), ("extra/", "zh")]
)
def test_language_of_the_page(url: str, language: str, plugin: Plugin, dataset: Dataset) -> None:
    """A macro speaks the language of the page's folder, elsewhere that of the theme."""
    plugin.page.url = url

    assert plugin.macros["city"]("northport") == block(dataset, language, "city", "northport")


def test_called_macros_are_noted(plugin: Plugin) -> None:
    """A hand-written page carries the scripts of what it calls."""
    macros.called.clear()
    plugin.macros["compare"]()

    assert macros.called == {"compare"}


@pytest.mark.parametrize(
    ("macro", "name", "said"),
    [
        ("city", "nortport", "there is no such city; did you mean 'northport'?"),
        ("lesson", "watr", "there is no such lesson; did you mean 'water'?"),
        ("step", "rout", "there is no such path; did you mean 'route'?"),
        ("checklist", "frameworks", "there is no such path; did you mean 'framework'?"),
        ("city", "twin", "there is no such city"),  # a term, not a city
        ("city", "old-port", "there is no such city"),  # an earlier id
        ("city", "zzz", "there is no such city"),
    ],
)
def test_unknown_id(macro: str, name: str, said: str, plugin: Plugin) -> None:
    """The error names page, macro and id, and the one that was probably meant."""
    with pytest.raises(LookupError) as raised:
        plugin.macros[macro](name)

    assert not isinstance(raised.value, KeyError), "its text would be shown in quotes"
    assert str(raised.value) == f"en/extra/ calls {macro}() for '{name}', but {said}"
