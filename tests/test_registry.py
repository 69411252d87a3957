"""The registry of kinds: what is left out for one of them is told here, whatever stage it belongs to."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.check.labels_used import FAMILIES, beginnings
from macros.check.shown import shown
from macros.check.templates import macros
from macros.load.dataset import Dataset
from macros.model.base import Model, Ref, Target
from macros.model.kinds import BY_NAME, FILED, GUIDES, KINDS, Kind, ref
from macros.model.walk import marks
from macros.render import search
from macros.render.macros import MACROS
from macros.render.site_map import KIND_OF_MACRO
from macros.views.guide import guide
from macros.views.places import PLACES, href, link, title
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import ROOT
from tests.support.some import some

SHOWN = [kind for kind in KINDS if kind.title]
"""Words of the interface stand everywhere, exceptions of rules nowhere: nobody looks for one."""


def names(kinds: list[Kind]) -> list[str]:
    """Return the names of kinds, for the names of tests."""
    return [kind.name for kind in kinds]


def refs(dataset: Dataset, kind: Kind) -> list[str]:
    """Return how each record of a kind is named; there is at least one."""
    return [ref(kind.name, name) for name in some(dataset[kind.name])]


def test_names_places_and_types_are_one_kinds_own() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.type for kind in KINDS}) == len(KINDS)
    assert len({kind.place for kind in FILED}) == len({kind.schema for kind in FILED}) == len(FILED)


@pytest.mark.parametrize("kind", SHOWN, ids=names(SHOWN))
def test_a_kind_has_an_example(kind: Kind, dataset: Dataset) -> None:
    """tests/data/valid has a record of every kind, so that all tests of examples try it."""
    assert refs(dataset, kind)


def test_every_kind_has_a_place() -> None:
    assert PLACES.keys() == {kind.name for kind in SHOWN}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SHOWN, ids=names(SHOWN))
def test_a_kind_has_a_word_and_its_records_a_title(kind: Kind, language: str, dataset: Dataset) -> None:
    reading = Reading(dataset, language)

    assert reading.labels[f"kind-{kind.name}"]
    assert all(title(reading, one) for one in refs(dataset, kind))


@pytest.mark.parametrize("kind", SHOWN, ids=names(SHOWN))
def test_search_has_an_entry_for_each_record(kind: Kind, dataset: Dataset) -> None:
    """A record is found where it stands, unless its place says that it is not looked for."""
    reading = Reading(dataset, "en")
    held = {(entry.page, anchor) for entry in search.entries(dataset, "en") for anchor in (entry.anchor, "")}
    places = [href(reading, one).partition("#") for one in refs(dataset, kind)]

    found = [(page, anchor) in held for page, _, anchor in places]

    assert found
    assert all(found) or not PLACES[kind.name].is_searched


@pytest.mark.parametrize(
    "kind", [kind for kind in SHOWN if kind.name in PLACES and PLACES[kind.name].is_related], ids=lambda kind: kind.name
)
def test_a_record_stands_under_what_it_names(kind: Kind, dataset: Dataset) -> None:
    """A lesson, or for lessons a system, shows every kind of record that names it as related."""
    named, owner = ("system" if kind.name == "lesson" else "lesson"), refs(dataset, kind)[-1]
    reading = Reading(dataset.but({}), "en")
    reading.dataset.__dict__["named_by"] = {f"{named}/water": (owner,)}  # the cache of what names what
    shown = [held for group in guide(reading, named, "water").related for held in group.links]

    # What bears on a lesson stands with its evidence, and a fact that it uses in its text.
    assert link(reading, owner) in shown or kind.name in ("city", "measure", "finding")


def test_references_lead_to_kinds() -> None:
    """A field names records of a kind that there is."""
    targets = [mark for kind in FILED for mark, _ in marks(kind.type) if isinstance(mark, Target)]

    assert {mark.kind for mark in some(targets, 10) if mark.kind} <= set(BY_NAME)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_reference_is_of_a_kind_that_can_be_named(kind: Kind) -> None:
    adapter = TypeAdapter[str](Ref)
    if kind.can_be_named:
        assert adapter.validate_python(f"{kind.name}/x") == f"{kind.name}/x"
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(f"{kind.name}/x")


def test_check_and_build_read_the_macros_alike() -> None:
    """What `check` reads from the types of the macros is what the map of the site says of them."""
    read = {name: [one.kind for one in parameters if one.kind] for name, parameters in macros().items()}

    assert read.keys() == MACROS.keys()
    assert {name: kinds for name, kinds in read.items() if kinds} == {
        name: [kind] for name, kind in KIND_OF_MACRO.items() if BY_NAME[kind].layout in ("files", "entries")
    }


def test_guides_are_all_that_may_hold_a_checklist() -> None:
    from macros.model.guide import Guide

    assert set(GUIDES) == {kind.name for kind in FILED if issubclass(kind.type, Guide)}


def test_labels_that_a_value_chooses_have_a_family() -> None:
    """A label whose end is chosen when it is shown is in labels.yml for every value, or `check` says so."""
    assert beginnings(shown(ROOT)) == set(FAMILIES)
    assert all(isinstance(kind.type, type) and issubclass(kind.type, Model) for kind in KINDS)


def test_a_kind_has_pages_where_its_place_has_no_anchor(dataset: Dataset) -> None:
    """So that the anchors of its statements need not name the record."""
    reading = Reading(dataset, "en")
    alone = {kind.name for kind in SHOWN if kind.layout == "files" and "#" not in href(reading, refs(dataset, kind)[0])}

    assert alone == {name for name, place in PLACES.items() if place.has_page}
