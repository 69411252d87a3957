"""Legal duties: the list of all by where they stand, and the page of a law."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.views.duties import duty_index, instrument_page
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support import example


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_duties_stand_with_their_instruments(language: str, dataset: Dataset) -> None:
    """In the order of the data, each with where, whose and when; instruments without a duty are there too."""
    index = duty_index(Reading(dataset, language))
    law, paper = index.instruments
    rows = [(row.link.href, row.place, row.due) for row in law.duties]

    assert (law.id, paper.id, paper.duties) == ("water-law", "tide-paper", ())
    assert (
        rows
        == {
            "zh": [
                ("duties/water-law.md#measure-levels", "第3条", "每日一次"),
                ("duties/water-law.md#keep-records", "", ""),
            ],
            "en": [
                ("duties/water-law.md#measure-levels", "art. 3", "Daily"),
                ("duties/water-law.md#keep-records", "", ""),
            ],
        }[language]
    )
    assert index.total == 2
    assert index.as_of == {"zh": "2026年11月2日", "en": "2 November 2026"}[language]
    assert law.in_force == {"zh": "2020年1月1日", "en": "1 January 2020"}[language]


def test_each_duty_carries_what_the_list_narrows_by(dataset: Dataset) -> None:
    """The force of its law, and what it bears on; a list in which all have the same offers nothing."""
    index = duty_index(Reading(dataset, "en"))
    first, second = index.instruments[0].duties

    assert first.by == {"force": ("law",), "path": ("framework",), "system": ("water",), "domain": ("water",)}
    assert second.by == {"force": ("law",), "path": (), "system": (), "domain": ()}
    assert (index.narrowing.total, index.narrowing.facets) == (2, ())


def test_a_law_tells_how_much_of_it_was_read(dataset: Dataset) -> None:
    """Number and dates only where they are known."""
    law, paper = (instrument_page(Reading(dataset, "en"), name) for name in ("water-law", "tide-paper"))

    assert len(law.rows) == 7
    assert len(paper.rows) == 3
    assert [duty.id for duty in law.duties] == ["measure-levels", "keep-records"]
    assert law.duties[0].earlier == ("read-levels",)
    assert (law.duties[0].sanction, law.duties[1].sanction) == ("An order to correct", "")
    assert [link.href for link in law.duties[0].items] == ["checklists/framework.md#i-framework-sketch"]
    assert "duties/water-law.md#measure-levels" not in [link.href for group in law.related for link in group.links]


def test_a_selection_offers_what_it_has(dataset: Dataset) -> None:
    """Duties stay; what they bear on and is left out leads nowhere."""
    held = Reading(select(dataset, Selection(paths=("route",))), "en")
    index, page = duty_index(held), instrument_page(held, "water-law")

    assert index.total == 2
    assert [group.title for group in page.duties[0].bears_on] == ["Domains"]
    assert page.duties[0].items == ()


def test_data_without_duties_have_an_empty_list(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project")
    (root / "data" / "duties.yml").unlink()
    for name in ("outline.yml", "roles.yml"):
        file = root / "data" / name
        file.write_text(file.read_text("utf-8").replace("duties: [measure-levels]", "duties: []"), "utf-8")
    index = duty_index(Reading(example.load(root), "zh"))

    assert (index.total, [one.duties for one in index.instruments]) == (0, [(), ()])
    assert (index.narrowing.total, index.narrowing.facets) == (0, ())
