"""A fact is in exactly one form, and a statement has the shape that its keys say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.statement import Fact, Shaped, Use, View

TEXT = {"zh": "甲", "en": "A"}
NUMBER = {"unit": "people", "as_of": 2020}
MONEY = {"amount": 5, "currency": "eur", "year": 2020, "basis": "spent"}
POINT = {"as_of": 2020, "value": 3}


@pytest.mark.parametrize(
    ("given", "form"),
    [
        ({"text": TEXT}, "text"),
        ({"value": 0, **NUMBER}, "value"),
        ({"value": 0, "text": TEXT, **NUMBER}, "value"),
        ({"absent": True}, "absent"),
        ({"absent": False, "list": [TEXT]}, "list"),
        ({"not_found": True}, ""),
        ({"not_found": True, "text": TEXT}, "text"),
        ({"money": MONEY, "text": TEXT}, "money"),
        ({"series": [POINT], "unit": "people"}, "series"),
    ],
)
def test_form(given: dict[str, Any], form: str) -> None:
    """Nought is a number like any other."""
    assert Fact.model_validate(given).form == form


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, "fact_empty"),
        ({"absent": False, "list": []}, "fact_empty"),
        ({"text": TEXT, "date": 2020}, "fact_forms"),
        ({"value": 0, "unit": "people"}, "fact_number"),
        ({"series": [POINT]}, "fact_number"),
        ({"money": MONEY}, "fact_number"),
        ({"money": MONEY, "value": 0, **NUMBER}, "fact_forms"),
        ({"text": TEXT, "article": "refines"}, "fact_said"),
    ],
)
def test_faults(given: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Fact.model_validate(given)

    assert [error["type"] for error in caught.value.errors()] == [fault]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"text": TEXT}, Fact),
        ({"view": TEXT, "kind": "caution", "because": "city/london"}, View),
        ({"facts": ["city/london#plan"]}, Use),
        ({"because": ["city/london#plan.first"], "view": TEXT, "kind": "adopt"}, View),
    ],
)
def test_shape(given: dict[str, Any], expected: type) -> None:
    assert type(TypeAdapter(Shaped).validate_python(given)) is expected


def test_a_slip_in_a_view_is_told_once() -> None:
    """A misspelt key is held against the shape that the others belong to."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Shaped).validate_python({"veiw": TEXT, "kind": "adopt", "because": "city/london"})

    assert {error["type"] for error in caught.value.errors()} == {"missing", "extra_forbidden"}
    assert {error["loc"][0] for error in caught.value.errors()} == {"~view"}
