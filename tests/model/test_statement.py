"""A statement is in exactly one form."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.statement import Fact

TEXT = {"zh": "甲", "en": "A"}
NUMBER = {"unit": TEXT, "as_of": 2020}


@pytest.mark.parametrize(
    ("given", "form"),
    [
        ({"text": TEXT}, "text"),
        ({"value": 0, **NUMBER}, "value"),
        ({"value": 0, "text": TEXT, **NUMBER}, "value"),
        ({"absent": True}, "absent"),
        ({"absent": False, "list": [TEXT]}, "list"),
        ({"standing": "not-found"}, ""),
    ],
)
def test_form(given: dict[str, Any], form: str) -> None:
    """Nought is a number like any other."""
    assert Fact.model_validate({"standing": "new", **given}).form == form


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({}, "fact_empty"),
        ({"absent": False, "list": []}, "fact_empty"),
        ({"text": TEXT, "date": 2020}, "fact_forms"),
        ({"value": 0, "unit": TEXT}, "fact_number"),
    ],
)
def test_faults(given: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Fact.model_validate({"standing": "new", **given})

    assert [error["type"] for error in caught.value.errors()] == [fault]
