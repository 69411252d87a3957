"""Invented cities: sound, complete and of a steady size, so that what is measured with them means something."""

from __future__ import annotations

from pathlib import Path

from macros.check import reporters
from macros.check.run import check
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.fact_forms import FORMS
from macros.model.walk import facts
from tests.support import synthetic

CITIES = 30


def cities(root: Path) -> dict[str, bytes]:
    """Return the files of the cities."""
    return {file.name: file.read_bytes() for file in sorted((root / "data" / "cities").iterdir())}


def test_synthetic_project(tmp_path: Path) -> None:
    """It has no problems, answers every question, and uses every form of a statement; a city has about 13 kB."""
    synthetic.write(tmp_path, CITIES)
    project, problems = check(tmp_path)
    dataset = project.dataset
    forms = {fact.form for city in dataset.of(City).values() for _, fact in facts(city)}

    assert problems == [], reporters.text(problems, "en")
    assert len(dataset.of(City)) == CITIES
    assert all(city.facts.keys() == dataset.of(Dimension).keys() for city in dataset.of(City).values())
    assert all(city.facts["outcome"][0].code for city in dataset.of(City).values())  # type: ignore[union-attr]
    assert forms == {*FORMS, ""}
    assert 10_000 < sum(map(len, cities(tmp_path).values())) / CITIES < 15_000


def test_cities_are_the_same_in_every_project(tmp_path: Path) -> None:
    """The same seed gives the same bytes, and a city does not change with the number of others."""
    for name, count in (("few", 3), ("many", 5)):
        synthetic.write(tmp_path / name, count)

    few, many = cities(tmp_path / "few"), cities(tmp_path / "many")

    assert few == dict(list(many.items())[:3])
