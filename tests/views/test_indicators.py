"""Indicators: with the first of their domains, in the list of all and in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.render.pages import pages
from macros.views.indicators import indicator_index, indicator_page
from macros.views.reading import Reading
from tests.support import example

DOMAIN = """order: 2
title: {zh: "冰", en: "Ice"}
lead: {zh: "冬天的水。", en: "Water in winter."}
statements:
  - id: freezes
    text: {zh: "冬天结冰。", en: "It freezes in winter."}
    sources: [article]
"""


@pytest.fixture
def two(tmp_path: Path) -> Dataset:
    """Return a data set with a second domain, which no indicator has first, and a second indicator before the first."""
    root = example.make(tmp_path / "project")
    (root / "data" / "domains" / "ice.yml").write_text(DOMAIN, "utf-8")
    file = root / "data" / "indicators.yml"
    first = file.read_text("utf-8")
    body = first.partition("share-measured:\n")[2]
    for old, new in (
        ("order: 1", "order: 0"),
        ("[share-read]", "[]"),
        ("domains: [water]", "domains: [water, ice]"),
        ("problems: [flood]", "problems: []"),
        ("shows: means", "shows: use"),
        ("in-standard", "in-other"),
    ):
        assert old in body
        body = body.replace(old, new)  # fmt: skip
    file.write_text(f"{first}share-used:\n{body}", "utf-8")
    return example.load(root)


def test_indicators_stand_once_with_the_first_of_their_domains(two: Dataset) -> None:
    """In their own order; a domain that is first of none has neither a part of the list nor a page."""
    index = indicator_index(Reading(two, "en"))
    ((domain, link, rows),) = index.domains

    assert (domain, link.href, index.total) == ("water", "indicators/water.md", 2)
    assert [row.id for row in rows] == ["share-used", "share-measured"]
    assert rows[0].by["domain"] == ("water", "ice")
    assert [page.path for page in pages(two, "en") if page.path.startswith("indicators/")] == ["indicators/water.md"]


def test_the_list_narrows_by_what_indicators_show_and_measure(two: Dataset) -> None:
    """In the order of the words, from means to result; a problem that only one has tells nothing apart."""
    held = indicator_index(Reading(two, "en")).narrowing
    offered = {facet.id: [(one.id, one.count) for one in facet.options] for facet in held.facets}

    assert offered == {"shows": [("means", 1), ("use", 1)], "domain": [("water", 2), ("ice", 1)]}
    assert held.total == 2


def test_an_indicator_in_full(dataset: Dataset) -> None:
    """What it is, what misleads, where it stands in standards, and values of cities."""
    page = indicator_page(Reading(dataset, "en"), "water")
    (one,) = page.indicators

    assert one.id == "share-measured"
    assert one.earlier == ("share-read",)
    assert len(one.rows) == 5
    assert len(one.pitfalls) == len(one.standards) == len(one.values) == 1
    assert one.values[0].used[0].where is not None
    assert [link.href for link in one.items] == ["checklists/route.md#i-route-put-in-order"]
    assert {"Systems", "Lessons"} <= {group.title for group in one.related}


@pytest.mark.parametrize("paths", [("framework",), ("route",), ()])
def test_an_edition_has_all_indicators(paths: tuple[str, ...], dataset: Dataset) -> None:
    """Those too of domains that stand on a step which is left out; their pages are made."""
    held = select(dataset, Selection(cities=("southbay",), paths=paths))
    index = indicator_index(Reading(held, "en"))

    assert (len(index.domains), index.total) == (1, 1)
    assert "indicators/water.md" in {page.path for page in pages(held, "en")}
    assert len(indicator_page(Reading(held, "en"), "water").indicators) == 1
