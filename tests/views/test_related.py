"""Related records and uses: at most so many of a kind, and how many more there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.views.guide import guide
from macros.views.reading import Reading
from macros.views.reference import sources
from macros.views.related import related
from tests.support import crowded as crowd
from tests.support import example


@pytest.mark.parametrize(("bays", "shown", "more"), [(11, 11, 0), (12, 12, 0), (13, 12, 1), (30, 12, 18)])
def test_twelve_of_a_kind_are_related(bays: int, shown: int, more: int, tmp_path: Path) -> None:
    """Every bay names the implication."""
    reading = Reading(crowd.load(tmp_path / "project", 2 + bays, 7), "en")
    (cities,) = (group for group in related(reading, "implication/small") if group.title == "Cities")

    assert (len(cities.links), cities.more) == (shown, more)
    assert cities.links[0].title == f"Bay {bays}"


def test_nothing_is_related_to_itself(tmp_path: Path) -> None:
    """A record that names itself, which check refuses where it is meant as related, says nothing by it."""
    project = example.make(tmp_path / "project")
    file = project / "data" / "lessons" / "water.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("see: [implication/small]", "see: [lesson/water, implication/small]"), encoding="utf-8"
    )
    reading = Reading(load(project)[0], "en")

    assert reading.dataset.names("lesson/water").count("lesson/water") == 1
    assert "Lessons" not in [group.title for group in related(reading, "lesson/water")]


def test_what_bears_on_a_lesson_or_a_system_is_limited(crowded: Dataset) -> None:
    """Twelve measures beyond the evidence for a lesson; systems, which share a page, say only how many there are."""
    reading = Reading(crowded, "en")
    views = [guide(reading, kind, "water") for kind in ("lesson", "system", "domain")]

    assert [sum(len(group.links) for group in view.measures) for view in views] == [12, 0, 0]
    assert [view.measures_more for view in views] == [19, 16, 32]
    assert [view.cities_covered for view in views] == [32, 16, 32]


def test_six_uses_of_a_source_are_named_and_the_others_folded(crowded: Dataset) -> None:
    """Thirty bays cite the last source, which stands on the second page."""
    first, second = (sources(Reading(crowded, "en"), page) for page in (1, 2))
    last = second.sources[-1]

    assert [len(first.sources), len(second.sources)] == [100, 3]
    assert (last.id, len(last.used_in), len(last.used_also), last.more) == ("bays", 6, 24, 0)
    assert first.tallies == second.tallies
    assert (len(last.statements), last.backs) == (0, 0), "each record has one, to which its link leads"
    assert [one.href for one in last.used_in if "#s-" not in one.href] == []
    several = [one for one in (*first.sources, *second.sources) if one.backs]
    assert [one.id for one in several if len(one.statements) != min(one.backs, 6)] == [] != several


@pytest.mark.parametrize(("number", "pages"), [(100, 0), (101, 2)])
def test_a_page_has_at_most_a_hundred_sources(number: int, pages: int, tmp_path: Path) -> None:
    """A hundred and one take two pages."""
    reading = Reading(crowd.load(tmp_path / "project", sources=number), "en")

    assert len(sources(reading).pages) == pages
    assert len(sources(reading).sources) == 100
