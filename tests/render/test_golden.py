"""Every block on the example project, compared whole with the files in tests/golden.

The files are named after the block, its argument if it has one, and the language. They hold the words of the shipped
interface: after a word has changed, `pytest --update` rewrites them; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.render.macros import BLOCKS
from macros.render.site_map import pages
from macros.wording import LANGUAGES
from tests.support.example import TESTS, block
from tests.support.some import some

GOLDEN = TESTS / "golden"


def calls(dataset: Dataset) -> Iterator[tuple[str, str | int | None]]:
    """Yield every block of the generated pages with its argument, and those of hand-written pages."""
    yield "home", None
    yield "bundles", None
    for page in pages(replace(dataset, facilitator=True), "zh"):
        yield page.macro, page.argument


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BLOCKS)
def test_block(name: str, language: str, dataset: Dataset, expect: Callable[[Path, str], None]) -> None:
    """A block gives this text, no more and no less."""
    arguments = [argument for block_name, argument in calls(dataset) if block_name == name]

    assert arguments, "no page of the example project uses the block"
    for argument in arguments:
        stem = name if argument is None else f"{name}-{argument}"
        expect(GOLDEN / f"{stem}.{language}.md", block(dataset, language, name, argument) + "\n")


def test_no_golden_file_is_left_over(dataset: Dataset) -> None:
    """A golden file that no block makes any more is removed, or it would be read as if it held."""
    stems = {name if argument is None else f"{name}-{argument}" for name, argument in some(calls(dataset), 20)}

    assert {file.name for file in GOLDEN.iterdir()} == {f"{stem}.{one}.md" for stem in stems for one in LANGUAGES}
