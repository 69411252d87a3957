"""Cities like mine: cases by problem, nearest tiers first, with what measures cost and since when."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.model.city import City
from macros.views.reading import Reading
from macros.views.similar import means, similar
from tests.support import crowded, example

PROFILE = """profile:
  tier: {tier}
  government: {{id: gov, text: {{zh: "一级政府。", en: "A government."}}, sources: [bays], checked: 2026-11-01}}
  population: {{id: pop, value: {people}, unit: people, as_of: 2020, sources: [bays], checked: 2026-11-01}}
  area: {{id: area, value: 10, unit: square-kilometres, as_of: 2020, sources: [bays], checked: 2026-11-01}}
"""
TIERS = ("programme", "national", "metropolis", "regional-capital", "prefecture", "county")
PEOPLE = (500_000, 1_000_000, 4_999_999, 5_000_000, 10_000_000)


def many(root: Path, cities: int, *, profiles: bool = True) -> Dataset:
    """Return a data set in which every bay has a measure against floods, and tiers and sizes change from bay to bay."""
    crowded.make(root, cities, 20)
    for n, file in enumerate(sorted((root / "data" / "cities").glob("bay-*.yml"))):
        text = file.read_text("utf-8").replace(
            "        lessons: [water]\n", "        lessons: [water]\n        problems: [flood]\n"
        )
        profile = PROFILE.format(tier=TIERS[n % len(TIERS)], people=PEOPLE[n % len(PEOPLE)])
        file.write_text(text.replace("facts:\n", f"{profile if profiles else ''}facts:\n", 1), "utf-8")
    return example.load(root)


def test_nearest_tiers_come_first(tmp_path: Path) -> None:
    """Within a tier in the order of cities; those of no known tier last."""
    cases = similar(Reading(many(tmp_path / "project", 14), "en")).problems[0].cases
    tiers = [case.tier for case in cases]
    prefecture = [case.id for case in cases if case.tier == "prefecture"]

    assert tiers == ["county"] * 2 + ["prefecture"] * 3 + ["regional-capital"] * 2 + ["metropolis"] * 2 + [
        "national"] * 2 + ["programme"] * 2  # fmt: skip
    assert prefecture == ["northport", "bay-11", "bay-05"]
    unknown = similar(Reading(many(tmp_path / "other", 5, profiles=False), "en")).problems[0].cases
    assert [case.id for case in unknown] == ["northport", "bay-03", "bay-02", "bay-01"]
    assert [(case.tier, case.by["size"], case.population) for case in unknown[1:]] == [("", (), "")] * 3


@pytest.mark.parametrize(("cities", "shown", "more"), [(31, 30, 0), (32, 30, 1), (35, 30, 4)])
def test_at_most_thirty_cities(cities: int, shown: int, more: int, tmp_path: Path) -> None:
    """All but one of the cities answer the problem; the page says how many more there are."""
    (problem,) = similar(Reading(many(tmp_path / "project", cities), "en")).problems

    assert (len(problem.cases), problem.more) == (shown, more)


def test_cases_can_be_chosen_by_what_they_have(tmp_path: Path) -> None:
    """Tiers and sizes in their order, only those of some case; sizes begin where they say."""
    held = similar(Reading(many(tmp_path / "project", 14), "en"))
    offered = {facet.id: [(one.id, one.count) for one in facet.options] for facet in held.narrowing.facets}
    sizes = {case.population.split()[0]: case.by["size"] for case in held.problems[0].cases}

    assert offered["tier"] == [
        ("county", 2), ("prefecture", 3), ("regional-capital", 2), ("metropolis", 2), ("national", 2), ("programme", 2)
    ]  # fmt: skip
    assert [name for name, _ in offered["size"]] == ["small", "medium", "large", "huge"]
    assert sorted(size for (size,) in sizes.values()) == ["huge", "large", "medium", "medium", "medium", "small"]
    assert held.narrowing.total == 13
    assert "problem" not in offered  # all have the same


def test_a_measure_has_its_age_and_cost_as_far_as_they_are_known(tmp_path: Path) -> None:
    """The earliest date that a fact states, a cost and no income; nothing where no fact says so."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "cities" / "northport.yml"
    added = """          - id: opened
            date: 2018-05
            sources: [port-1]
          - id: ran
            period: {from: 2016-11, to: 2019}
            sources: [port-1]
          - id: gauges-fees
            text: {zh: "收费", en: "Fees"}
            money: {amount: 100, currency: eur, year: 2019, basis: spent, flow: income}
            sources: [port-1]
          - id: gauges-cost
"""
    text = file.read_text("utf-8")
    assert text.count("          - id: gauges-cost\n") == 1
    file.write_text(text.replace("          - id: gauges-cost\n", added), "utf-8")
    reading = Reading(example.load(root), "en")
    measures = {one.id: means(reading, "northport", one) for area in reading.dataset.of(City)["northport"].areas
                for one in area.measures}  # fmt: skip

    assert "2016" in measures["gauges"].since
    assert "12.5 million" in measures["gauges"].cost
    assert (measures["rumours"].since, measures["rumours"].cost) == ("", "")
    assert measures["gauges"].link.href == "cities/northport.md#m-gauges"


def test_an_edition_has_the_cases_of_its_cities(dataset: Dataset) -> None:
    """Problems stay, without cases where none of their cities is there; items of other steps are not offered."""
    (whole,) = similar(Reading(dataset, "en")).problems
    held = similar(Reading(select(dataset, Selection(cities=("southbay",), paths=("route",))), "en"))
    (part,) = held.problems

    assert [case.id for case in whole.cases] == ["northport"]
    assert (part.cases, part.more, part.items) == ((), 0, ())
    assert (held.narrowing.total, held.narrowing.facets) == (0, ())
    assert whole.earlier == ("high-water",)
