"""What lists narrow by: values with their counts over the whole list, and only what tells entries apart."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.check.run import sound
from macros.load.dataset import Dataset
from macros.model.city import City
from macros.model.finding import Finding
from macros.model.source import Source
from macros.model.statement import sources_of
from macros.model.walk import facts
from macros.views.cities import city_list
from macros.views.facets import MOST, Facet, facet, narrowing
from macros.views.findings import findings
from macros.views.reading import Reading
from macros.views.reference import glossary, sources
from macros.views.support import support
from tests.support.example import ROOT
from tests.support.some import some


@pytest.fixture(scope="module")
def shipped() -> Reading:
    """Return the handbook itself in English."""
    return Reading(sound(ROOT), "en")


def counts(held: tuple[Facet, ...], name: str) -> dict[str, int]:
    """Return the values of one facet with their counts."""
    (one,) = (facet for facet in held if facet.id == name)
    return {option.id: option.count for option in one.options}


def test_values_stand_in_their_order_with_how_many_have_them() -> None:
    """Once for each entry, however often it names one; those that nobody has are not there."""
    entries = [{"size": ("small", "small")}, {"size": ("huge", "small")}, {}]
    held = facet("size", "Size", (("huge", "Huge"), ("large", "Large"), ("small", "Small")), entries)

    assert [(one.id, one.title, one.count) for one in held.options] == [("huge", "Huge", 1), ("small", "Small", 2)]


def test_a_facet_offers_the_most_frequent() -> None:
    """So many that a page does not grow with the data, in the order of the words."""
    names = [f"city-{n:02}" for n in range(MOST + 5)]
    entries = [{"city": (name,)} for n, name in enumerate(names) for _ in range(n + 1)]
    held = facet("city", "City", ((name, name) for name in names), entries)

    assert [one.id for one in held.options] == names[5:]


def test_a_facet_of_which_all_have_the_same_is_not_offered() -> None:
    entries = [{"kind": ("weak",), "year": ("2019",)}, {"kind": ("weak",), "year": ("2020",)}]
    words = {"kind": (("weak", "Weak"),), "year": (("2019", "2019"), ("2020", "2020"))}
    held = narrowing((facet(name, name, words[name], entries) for name in words), len(entries))

    assert [one.id for one in held.facets] == ["year"]


def test_counts_of_cities_are_those_of_the_data(shipped: Reading) -> None:
    held = city_list(shipped).narrowing
    assert held is not None
    cities = some(shipped.dataset.of(City).values(), 20)
    lessons = Counter(
        name
        for city in cities
        for name in {lesson for area in city.areas for one in area.measures for lesson in one.lessons}
    )

    assert held.total == len(cities)
    assert counts(held.facets, "region") == Counter(city.region for city in cities)
    assert counts(held.facets, "tier") == Counter(city.profile.tier for city in cities if city.profile)
    assert counts(held.facets, "lesson") == lessons
    decades = counts(held.facets, "decade")
    assert list(decades) == sorted(decades, reverse=True)
    assert 15 < sum(decades.values()) <= len(cities)


def test_counts_of_sources_are_those_of_the_data(shipped: Reading) -> None:
    """Of all pages; what a source backs is what the facts that cite it stand as."""
    dataset = shipped.dataset
    held, second = sources(shipped).narrowing, sources(shipped, 2)
    assert held is not None
    every = some(dataset.of(Source).values(), 500)
    backed: dict[str, set[str]] = {}
    for _, record in dataset.named():
        for _, fact in facts(record):
            for name in sources_of(fact):
                backed.setdefault(name, set()).add(support(dataset, fact))

    assert held.total == len(every)
    assert counts(held.facets, "kind") == Counter(source.kind for source in every)
    years = Counter(source.date[:4] for source in every if source.date)
    assert counts(held.facets, "year") == {year: years[year] for year in counts(held.facets, "year")}
    assert counts(held.facets, "support") == Counter(one for names in backed.values() for one in names)
    assert (held.further, second.narrowing) == ("sources", None)


def test_counts_of_findings_and_terms_are_those_of_the_data(shipped: Reading) -> None:
    held = some(shipped.dataset.of(Finding).values(), 50)
    found = findings(shipped).narrowing
    terms = glossary(shipped)

    assert counts(found.facets, "support") == Counter(support(shipped.dataset, one) for one in held)
    assert counts(found.facets, "city") == Counter(
        name for one in held for name in {ref[5:] for ref in one.see if ref.startswith("city/")}
    )
    assert counts(terms.narrowing.facets, "basis") == Counter(term.basis for term in terms.terms)


def test_a_list_of_one_page_has_no_script(dataset: Dataset) -> None:
    """And its form still says how many there are."""
    held = city_list(Reading(dataset, "zh")).narrowing

    assert held is not None
    assert (held.total, held.further) == (2, "")
