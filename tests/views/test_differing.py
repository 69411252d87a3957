"""Numbers of one record that do not agree."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.views.differing import differing
from macros.views.reading import Reading


def test_two_numbers_for_the_same_are_found(dataset: Dataset) -> None:
    """The example gives its gauges of March 2020 twice: once in a series, once alone."""
    found = differing(Reading(dataset, "en"))

    assert [[one.ref for one in group.statements] for group in found] == [
        ["city/northport#gauges-number", "city/northport#gauges-twice"]
    ]
    assert found[0].statements[1].note == "By the paper's count."


def test_what_differs_in_scope_date_or_unit_agrees(dataset: Dataset) -> None:
    city = dataset.record("city/northport")
    area, *_ = city.areas
    gauges, *rest = area.measures
    for change in ({"scope": gauges.title}, {"as_of": "2020-04"}, {"unit": "devices"}, {"not_found": True}):
        held = [one.model_copy(update=change) if one.id == "gauges-twice" else one for one in gauges.statements]
        measure = gauges.model_copy(update={"statements": tuple(held)})
        changed = city.model_copy(
            update={"areas": (area.model_copy(update={"measures": (measure, *rest)}), *city.areas[1:])}
        )

        assert differing(Reading(dataset.but({"city": {"northport": changed}}), "en")) == (), change
