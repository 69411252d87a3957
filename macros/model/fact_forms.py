"""The forms in which a fact states something, and what belongs to each; for the model, and as JSON schema."""

from __future__ import annotations

from pydantic.config import JsonDict

FORMS = ("text", "date", "period", "value", "series", "money", "list", "refs", "absent")
CAPTIONED = ("value", "series", "money")
"""Forms beside which `text` is the caption."""
DUE = {"value": ("unit", "as_of"), "series": ("unit",), "money": ("text",)}
"""Form → what is due with it."""
COMPANIONS = {
    "unit": ("value", "series"),
    "basis": ("value", "series"),
    "scope": ("value", "series"),
    "bound": ("value",),
}
"""Key → forms beside which alone it means something."""

_STATED: JsonDict = {"not": {"enum": [None, [], False]}}


def _given(*keys: str) -> JsonDict:
    """Return the schema of a fact in which all of some keys hold something."""
    return {"required": [*keys], "properties": dict.fromkeys(keys, _STATED)}


_CAPTIONS: JsonDict = {"anyOf": [_given(form) for form in CAPTIONED]}
ONE_FORM: JsonDict = {
    "oneOf": [
        *(_given(form) for form in FORMS if form != "text"),
        {**_given("text"), "not": _CAPTIONS},
        {**_given("not_found"), "not": {"anyOf": [_given(form) for form in FORMS]}},
    ],
    "allOf": [
        *[JsonDict({"if": _given(form), "then": _given(*keys)}) for form, keys in DUE.items()],
        *[
            JsonDict({"if": _given(key), "then": {"anyOf": [_given(form) for form in forms]}})
            for key, forms in COMPANIONS.items()
        ],
        {"not": _given("absent", "not_found")},
        {
            "if": {"properties": {"article": {"enum": ["refines", "contradicts"]}}, "required": ["article"]},
            "then": _given("said"),
        },
    ],
}
"""What `Fact.one_form` and `Fact.companions` ask for, for tools that read the schema."""
