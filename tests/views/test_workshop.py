"""What the browser is told of items and ratings: texts that changed, and ids that did."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.load.dataset import Dataset
from macros.views.reading import Reading
from macros.views.workshop import known
from macros.wording import LANGUAGES
from tests.support import example


def told(dataset: Dataset, language: str = "en") -> dict[str, Any]:
    """Return what the script assigns."""
    held: dict[str, Any] = json.loads(known(Reading(dataset, language), "1.0").partition("= ")[2].rstrip(";\n"))
    return held


@pytest.mark.parametrize("language", LANGUAGES)
def test_earlier_ids_lead_to_those_of_today(language: str, dataset: Dataset) -> None:
    """Those of items, of what is rated, and of items whose owner was renamed."""
    assert told(dataset, language)["formerly"] == {
        "path.framework.draft": "path.framework.sketch",
        "system/pipes": "system/water",
        "system.pipes.map-pipes": "system.water.map-pipes",
        "system.pipes.measure-pipes": "system.water.measure-pipes",
        "domain/rivers": "domain/water",
        "domain.rivers.set-tariff": "domain.water.set-tariff",
        "lesson.water.count-gauges": "lesson.water.list-gauges",
        "indicator/share-read": "indicator/share-measured",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("绘制管网图。", "绘出管网图。"),
        ("Map the pipes.", "Chart the pipes."),
        ('yields: {zh: "管网图"', 'yields: {zh: "总图"'),
        ('yields: {zh: "管网图", en: "A map of pipes"', 'yields: {zh: "管网图", en: "A chart of pipes"'),
    ],
)
def test_a_text_that_changes_in_either_language_changes_its_hash(
    old: str, new: str, dataset: Dataset, tmp_path: Path
) -> None:
    """It is the same for readers of both languages; no other hash changes."""
    project = example.make(tmp_path / "project")
    file = project / "data" / "systems" / "water.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    before, after = told(dataset)["hashes"], told(example.load(project))["hashes"]

    assert old in text
    assert after == told(example.load(project), "zh")["hashes"]
    assert list(after) == list(before)
    assert [name for name in before if before[name] != after[name]] == ["system.water.map-pipes"]
