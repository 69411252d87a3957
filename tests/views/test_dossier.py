"""What the dossier knows of records and statements, from the example data."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.model.statement import Use
from macros.render import links
from macros.views.dossier import fingerprint, marks
from macros.views.places import PLACES
from macros.views.reading import Reading
from tests.support.built import LANGUAGES
from tests.support.some import some


def known(dataset: Dataset, language: str = "en") -> dict[str, Any]:
    """Return what the script holds."""
    text = marks(Reading(dataset, language), functools.partial(links.address, directory=False))
    before, after = f"var handbookMarks = Object.assign(window.handbookMarks || {{}}, {{{language}: ", "});\n"
    assert text.startswith(before)
    assert text.endswith(after)
    held: dict[str, Any] = json.loads(text.removeprefix(before).removesuffix(after))
    return held


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_and_statement_is_known(dataset: Dataset, language: str) -> None:
    records = known(dataset, language)["records"]
    statements = {ref for ref, (_, _, one) in dataset.statements.items() if not isinstance(one, Use)}
    told = {f"{ref}#{own}".removesuffix("#") for ref, (*_, prints) in records.items() for own in prints}

    assert {f"{kind}/{name}".removesuffix("/") for kind in PLACES for name in dataset[kind]} == set(records)
    assert told == set(some(statements, 10))


def test_a_record_has_its_place_its_name_and_the_anchors_of_its_statements(dataset: Dataset) -> None:
    records = known(dataset)["records"]

    assert records["city/northport"][:3] == ["cities/northport.html", "Northport", "s-"]
    assert records["role/keeper"][0] == "roles.html#keeper"
    assert records["role/keeper"][2] in ("", "s-keeper--")
    assert known(dataset)["formerly"]["measure/old-port.meters"] == "measure/northport.gauges"


def test_what_an_edition_leaves_out_is_known_without_a_place(dataset: Dataset) -> None:
    whole, part = (known(one)["records"] for one in (dataset, select(dataset, Selection(cities=("southbay",)))))

    assert list(part) == list(whole)
    assert part["city/northport"] == ["", *whole["city/northport"][1:]]
    assert part["city/southbay"] == whole["city/southbay"]


def test_a_fingerprint_is_of_words_and_sources() -> None:
    """Not of blanks, of where lines break, or of the order of sources."""
    one = fingerprint(["Two gauges,", "read daily"], ["b", "a", "b"])

    assert fingerprint(["Two gauges, read\u00a0daily"], ["a", "b"]) == one
    assert fingerprint(["Three gauges, read daily"], ["a", "b"]) != one
    assert fingerprint(["Two gauges, read daily"], ["a"]) != one
    assert fingerprint(["123456789"], []) == "cbf43926"
