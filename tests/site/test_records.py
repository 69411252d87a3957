"""Records of the YAML on the pages of the built site."""

from __future__ import annotations

import itertools
from collections import Counter

from tests.support.built import LANGUAGES, PAGES, Site, twice
from tests.support.some import some


def test_every_record_is_held_once_a_language(site: Site) -> None:
    wanted = {(language, name) for language in LANGUAGES for name in some(site.data.entities(), 100)}
    marked = [
        (page.language, one)
        for page in some(site.pages.values(), PAGES)
        for one in page.elements
        if "data-entity" in one
    ]
    held = Counter((language, one["data-entity"]) for language, one in marked)
    assert {name: count for name, count in held.items() if count != 1} == {}
    assert set(held) == wanted


def test_no_link_claims_to_be_a_record(shipped: Site) -> None:
    held = [one for page in shipped.pages.values() for one in page.root.all(having="data-entity")]
    assert [one for one in some(held, 200) if one.tag == "a"] == []


def test_every_item_stands_on_one_page(site: Site) -> None:
    for language in LANGUAGES:
        pages = [page for page in some(site.pages.values(), PAGES) if page.language == language]
        held = Counter(one["data-item"] for page in pages for one in page.root.all(having="data-item"))
        assert held == Counter(some(site.data.items(), 100))
    assert twice(site.data.items()) == []


def test_every_answer_of_a_city_shows_its_state(site: Site) -> None:
    """A question that has none says so."""
    cities = list(site.data.records["city"])[:5]
    for city, name in some(itertools.product(cities, site.data.dimensions), 50):
        (fact,) = (one for one in site.page("en", f"cities/{city}/").elements if one["id"] == f"f-{name}")
        statements = site.data.records["city"][city]["facts"].get(name, [])
        assert fact["data-state"] == site.data.state(statements), (city, name)
        assert bool(fact.all(class_="hb-statement")) == bool(statements), (city, name)
        assert len(fact.all(class_="hb-unknown")) == (not statements), (city, name)
