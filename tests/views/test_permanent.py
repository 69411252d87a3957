"""Permanent links: an address for each record, by its earlier ids too."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.model.kinds import ref
from macros.views import permanent
from macros.views.places import PLACES
from macros.views.reading import Reading
from tests.support.some import some

EARLIER = {
    "go/city.northport/": "city/northport",
    "go/city.old-port/": "city/northport",
    "go/measure.northport.gauges/": "measure/northport.gauges",
    "go/measure.northport.meters/": "measure/northport.gauges",
    "go/measure.old-port.meters/": "measure/northport.gauges",
    "go/measure.old-port.gauges/": "measure/northport.gauges",
    "go/item.lesson.water.count-gauges/": "item/lesson.water.list-gauges",
    "go/item.path.framework.draft/": "item/path.framework.sketch",
    "go/role.warden/": "role/keeper",
    "go/schedule/": "schedule",
}
"""Address → the record to which it leads."""


@pytest.mark.parametrize("address", EARLIER)
def test_an_address_leads_to_its_record(dataset: Dataset, address: str) -> None:
    assert permanent.everything(dataset).get(address) == EARLIER[address]


def test_every_record_with_a_place_has_an_address(dataset: Dataset) -> None:
    named = [ref(kind, name) for kind in PLACES for name in some(dataset[kind])]
    held = permanent.everything(dataset)

    assert [name for name in named if held.get(permanent.go(name)) != name] == []
    assert set(held.values()) == set(named)


def test_the_whole_address_is_that_of_the_site_and_language(dataset: Dataset) -> None:
    reading = Reading(dataset, "en")

    assert (
        permanent.published(reading, "https://example.org/a/", "term/twin") == "https://example.org/a/en/go/term.twin/"
    )
