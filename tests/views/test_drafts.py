"""Unfinished records: shown with a word, and counted nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.run import sound
from macros.load.dataset import Dataset
from macros.model.city import City
from macros.views.coverage import coverage
from macros.views.evidence import evidence
from macros.views.home import home
from macros.views.reading import Reading
from tests.support import example

CITY = """draft: true
name: {zh: "东港", en: "Eastham"}
country: {zh: "某国", en: "Somewhere"}
lead: {zh: "港口城市。", en: "A port."}
checked: 2026-11-02
areas:
  - id: water
    title: {zh: "水", en: "Water"}
    measures:
      - id: later
        title: {zh: "TODO", en: "TODO"}
        statements: [{id: TODO, text: {zh: "TODO", en: "TODO"}, sources: [TODO]}]
      - id: pumps
        title: {zh: "水泵", en: "Pumps"}
        statements:
          - {id: early, text: {zh: "TODO", en: "TODO"}, sources: [port-1]}
          - {id: new-pumps, text: {zh: "水泵换新。", en: "The pumps were renewed."}, sources: [port-1]}
          - {id: unsourced, text: {zh: "另有计划。", en: "There are further plans."}, sources: [TODO]}
        lessons: [water, TODO]
"""


@pytest.fixture(name="drafted")
def _drafted(tmp_path: Path) -> Dataset:
    """Return the example with an unfinished city, as readers see it."""
    root = example.make(tmp_path / "project")
    (root / "data" / "cities" / "eastham.yml").write_text(CITY, "utf-8")
    return sound(root)


def test_what_is_written_is_shown(drafted: Dataset) -> None:
    """What says TODO is left out, with what cannot stand without it: a measure without a title, a fact unsourced."""
    city = drafted.of(City)["eastham"]
    measures = [measure for area in city.areas for measure in area.measures]

    assert [measure.id for measure in measures] == ["pumps"]
    assert [one.id for one in measures[0].statements] == ["new-pumps"]
    assert measures[0].lessons == ("water",)
    assert drafted.place_of("city/eastham#new-pumps")[1] == CITY[: CITY.index("new-pumps")].count("\n") + 1


@pytest.mark.parametrize(("language", "name"), [("zh", "东港（草稿）"), ("en", "Eastham (stub)")])
def test_a_stub_says_so(drafted: Dataset, language: str, name: str) -> None:
    """Its title has the word wherever it stands; its page and the evidence page say how much is to do."""
    reading = Reading(drafted, language)
    begun = evidence(reading).drafts

    assert drafted.of(City)["eastham"].name[language] == name
    assert [(one.name, one.link.title if one.link else "", one.due) for one in begun] == [("eastham", name, 7)]
    assert "data-stub" in example.block(drafted, language, "city", "eastham")
    assert "data-stub" not in example.block(drafted, language, "city", "northport")


def test_no_total_counts_it(drafted: Dataset, dataset: Dataset) -> None:
    """Neither home page nor matrices nor evidence count what is not finished."""
    ours, before = Reading(drafted, "en"), Reading(dataset, "en")

    assert "eastham" in [row.id for row in coverage(ours).matrices[0].rows]
    assert [one.totals for one in coverage(ours).matrices] == [one.totals for one in coverage(before).matrices]
    assert [one.gaps for one in coverage(ours).matrices] == [one.gaps for one in coverage(before).matrices]
    assert home(ours).tallies == home(before).tallies
    assert evidence(ours).totals == evidence(before).totals


def test_a_record_without_a_name_is_listed_alone(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project")
    (root / "data" / "cities" / "eastham.yml").write_text(CITY.replace('"Eastham"', "TODO"), "utf-8")
    dataset = sound(root)

    assert "eastham" not in dataset.of(City)
    assert [(one.name, one.link) for one in evidence(Reading(dataset, "en")).drafts] == [("eastham", None)]
