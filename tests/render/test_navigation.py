"""The navigation of a language: it does not grow with the number of cities."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.render.pages import navigation
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support import crowded


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("cities", "listed"), [(30, 30), (31, 10)])
def test_a_section_lists_all_up_to_thirty_and_beyond_the_first_ten(
    cities: int, listed: int, language: str, tmp_path: Path
) -> None:
    """The page of all stands first and that by problem, then cities in the order of their list."""
    dataset = crowded.load(tmp_path / "project", cities)
    tabs = navigation(Reading(dataset, language))
    (section,) = (one for one in tabs if "cities/index.md" in [child.page for child in one.children])
    names = ["northport", "southbay", *(f"bay-{number:02}" for number in range(cities - 2, 0, -1))]

    assert [one.page for one in section.children] == [
        "cities/index.md", "similar.md", *(f"cities/{name}.md" for name in names[:listed]),
    ]  # fmt: skip
