"""What is awaited, by date, and whether the data are past it; findings as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.views.awaited import awaited
from macros.views.findings import findings
from macros.views.reading import Reading
from tests.support import example


@pytest.mark.parametrize(
    ("due", "is_past"),
    [("2025", True), ("2026", False), ("2026-10", True), ("2026-11", False), ("2026-11-01", True),
     ("2026-11-02", False), ("2026-11-03", False), ("2027", False)],
)  # fmt: skip
def test_a_date_is_past_once_the_data_are_newer_than_all_of_it(due: str, is_past: bool, tmp_path: Path) -> None:
    """The data are of 2 November 2026: the year and the month are not over, and the day itself still counts."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "awaited.yml"
    file.write_text(file.read_text("utf-8").replace("due: 2027", f"due: {due}"), "utf-8")
    reading = Reading(example.load(root), "en")

    assert reading.dataset.data_date == "2026-11-02"
    assert {one.id: one.is_past for one in awaited(reading)}["water-report"] == is_past


def test_what_is_due_first_comes_first(dataset: Dataset) -> None:
    """Each with the facts that announce it: where they stand, also in a city that an edition leaves out."""
    whole = awaited(Reading(dataset, "en"))
    part = awaited(Reading(select(dataset, Selection(cities=("southbay",))), "en"))

    assert [one.id for one in whole] == ["old-report", "water-report"]
    assert [[link.href for link in one.because] for one in whole] == [
        ["cities/northport.md#s-gauges-twice"], ["findings.md#finding-tides"],
    ]  # fmt: skip
    assert [one.because for one in part] == [one.because for one in whole]
    assert [[link.href for link in one.see] for one in whole] == [[], ["lessons/water.md"]]


def test_findings_keep_their_order_and_sources(dataset: Dataset) -> None:
    """They are statements themselves, and name what they bear on."""
    (finding,) = findings(Reading(dataset, "en")).findings

    assert (finding.id, finding.fact.anchor) == ("tides", "")
    assert [one.id for one in finding.fact.sources] == ["port-2"]
    assert [link.href for link in finding.see] == ["lessons/water.md"]
