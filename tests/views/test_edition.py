"""The words in which an edition says what it holds."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.model.label import Label
from macros.views.edition import contents, stamp
from macros.views.reading import Reading

BAYS = tuple(f"bay-{number:02}" for number in range(1, 8))


def test_up_to_six_cities_are_named(crowded: Dataset) -> None:
    """In the order of lists; seven are only counted."""
    six, seven = (select(crowded, Selection(cities=BAYS[:number])) for number in (6, 7))

    assert [contents(Reading(six, language)) for language in ("zh", "en")] == [
        "城市6/32（海湾6、海湾5、海湾4、海湾3、海湾2、海湾1）；规划步骤2/2",
        "Cities: 6 of 32 (Bay 6, Bay 5, Bay 4, Bay 3, Bay 2, Bay 1); Planning steps: 2 of 2",
    ]
    assert [contents(Reading(seven, language)) for language in ("zh", "en")] == [
        "城市7/32、规划步骤2/2",
        "Cities: 7 of 32, Planning steps: 2 of 2",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_is_called_so(dataset: Dataset, language: str) -> None:
    """A selection of all is the whole; the commit is named where there is one."""
    held = Reading(select(dataset, Selection(cities=("southbay", "northport"))), language)
    whole = dataset.of(Label)["stamp-whole"][language]

    assert contents(held) == whole
    assert stamp(held, "1.2", "").count(" · ") == 2
    assert "abcdef" in stamp(held, "1.2", "abcdef")
    assert stamp(held, "1.2", "abcdef").endswith(whole)
