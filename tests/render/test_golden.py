"""Every block on the example project, compared whole with the files in tests/golden.

The files are named after the block, its argument if it has one, and the language; in golden/crowded stand blocks of
the crowded example, which show what is done beyond a limit. They hold the words of the shipped interface: after a word
has changed, `pytest --update` rewrites them; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.render.macros import MACROS
from macros.render.pages import pages
from macros.wording import LANGUAGES
from tests.support.example import TESTS, block
from tests.support.some import some

GOLDEN = TESTS / "golden"
CROWDED = (
    ("home", None),  # six cards
    ("cities", 2),
    ("compare", 2),
    ("coverage", 2),  # empty cells beside such that the article alone fills
    ("sources", 2),  # a source that more name than are shown
    ("lesson", "water"),  # more measures than are shown
    ("implications", None),  # more related cities than are shown
    ("step", "framework"),  # fewer measures, since systems share a page
)


def calls(dataset: Dataset) -> Iterator[tuple[str, str | int | None]]:
    """Yield every block of the generated pages with its argument, and those of hand-written pages."""
    yield "home", None
    yield "browsers", None
    yield "bundles", None
    yield "rule_names", None
    for page in pages(replace(dataset, facilitator=True), "zh"):
        yield page.row.macro, page.argument


def stem(name: str, argument: str | int | None) -> str:
    """Return how the file of a block begins."""
    return name if argument is None else f"{name}-{argument}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MACROS)
def test_block(name: str, language: str, dataset: Dataset, expect: Callable[[Path, str], None]) -> None:
    """A block gives this text, no more and no less."""
    arguments = [argument for block_name, argument in calls(dataset) if block_name == name]

    assert arguments, "no page of the example project uses the block"
    for argument in arguments:
        expect(GOLDEN / f"{stem(name, argument)}.{language}.md", block(dataset, language, name, argument) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "argument"), CROWDED)
def test_block_beyond_a_limit(
    name: str, argument: str | int | None, language: str, crowded: Dataset, expect: Callable[[Path, str], None]
) -> None:
    """A second page, and the line that says how many more there are."""
    file = GOLDEN / "crowded" / f"{stem(name, argument)}.{language}.md"

    expect(file, block(crowded, language, name, argument) + "\n")


def test_no_golden_file_is_left_over(dataset: Dataset) -> None:
    """A golden file that no block makes any more is removed, or it would be read as if it held."""
    made = {f"{stem(*call)}.{language}.md" for call in some(calls(dataset), 20) for language in LANGUAGES}
    crowded = {f"{stem(*call)}.{language}.md" for call in CROWDED for language in LANGUAGES}

    assert {file.name for file in GOLDEN.glob("*.md")} == made
    assert {file.name for file in (GOLDEN / "crowded").iterdir()} == crowded
