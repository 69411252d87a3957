"""Hints that name what there is, and how many they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import crowded, example


@pytest.mark.parametrize(
    ("cities", "known"),
    [
        (8, "bay-01, bay-02, bay-03, bay-04, bay-05, bay-06, northport, southbay."),
        (9, "bay-01, bay-02, bay-03, bay-04, bay-05, bay-06, bay-07, northport …."),
    ],
)
def test_eight_ids_are_known(cities: int, known: str, tmp_path: Path) -> None:
    """A hint lists up to eight ids in the order of the alphabet, and says when there are more."""
    root = crowded.make(tmp_path / "project", cities, 7)
    lesson = root / "data" / "lessons" / "water.yml"
    lesson.write_text(lesson.read_text("utf-8").replace("see: [", "see: [city/zzz, "), "utf-8")

    report = example.reported(root)
    assert "there is no city 'zzz'\n" in report
    assert f"    hint: Known ids: {known}\n" in report
