"""A claim: whatever a reader may doubt, with what it rests on."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from macros.model.base import Model, Period, Ref, SourceId, Text, Worded
from macros.model.scalars import Day, Id, Number, Switch

Standing = Literal["confirms", "refines", "contradicts", "new", "not-found", "unchecked"]
STANDINGS: tuple[Standing, ...] = ("confirms", "refines", "contradicts", "new", "not-found", "unchecked")
AGAINST_ARTICLE: tuple[Standing, ...] = ("confirms", "refines", "contradicts")
"""Standings of what the article speaks of."""
Aspect = Literal["dates", "money", "partners", "results", "trouble"]
ASPECTS: tuple[Aspect, ...] = ("dates", "money", "partners", "results", "trouble")
STATES = ("sourced", "unsourced", "absent", "not-found", "unknown")
"""Of an answer, the best first; nobody has looked for what is unknown."""
SUPPORTS = ("primary", "secondary", "weak", "article", "not-found", "absent")
"""How good the evidence of a fact is: the kind of its best source, unless it was looked for in vain or a source says
that there is none. Derived, never typed."""
VIEW = "view"
"""In its place for what the handbook itself thinks."""
FORMS = ("text", "date", "period", "value", "list", "refs", "absent")
NUMBER = ("unit", "as_of")
"""What is due with a value."""

_STATED: JsonDict = {"not": {"enum": [None, [], False]}}


def _given(*keys: str) -> JsonDict:
    """Return the schema of a claim in which all of some keys hold something."""
    return {"required": [*keys], "properties": dict.fromkeys(keys, _STATED)}


_ONE_FORM: JsonDict = {
    "oneOf": [
        *(_given(form) for form in FORMS if form != "text"),
        {**_given("text"), "not": _given("value")},
        {"properties": {"standing": {"const": "not-found"}}, "not": {"anyOf": [_given(form) for form in FORMS]}},
    ],
    "if": _given("value"),
    "then": _given(*NUMBER),
}
"""What `Claim.one_form` asks for, for tools that read the schema."""


def _wrap(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Stated(Model):
    """What records with statements share."""

    checked: Day | None = None
    """When the sources of its statements were last read; a statement says so itself only where it differs."""


class Claim(Model):
    """A statement in exactly one form, its sources, when they were read, and how it stands to the 2020 article.

    A claim without any form is allowed only for `standing: not-found`: the question was looked into
    and no page that was read answers it.
    """

    model_config = ConfigDict(json_schema_extra=_ONE_FORM)

    text: Text | None = None
    """The statement in words. Beside `value` it is the caption of the number."""
    date: Day | None = None
    """The statement is a date."""
    period: Period | None = None
    """The statement is a span of time."""
    value: Number | None = None
    """The statement is a number; `unit` and `as_of` are then due."""
    unit: Text | None = None
    """What `value` counts or measures."""
    as_of: Day | None = None
    """When the statement held."""
    list: tuple[Text, ...] = ()
    """The statement is an enumeration, for example the pillars of a plan."""
    refs: tuple[Ref, ...] = ()
    """The statement names other entities."""
    absent: Switch = False
    """True: a source says that there is no such thing."""
    code: Annotated[tuple[Id, ...], BeforeValidator(_wrap, json_schema_input_type=Id | tuple[Id, ...])] = ()
    """What the answer is in the codebook of its question: one code or several."""
    sources: tuple[SourceId, ...] = ()
    """Ids in sources.yml, the best first."""
    checked: Day | None = None
    """When the sources were last read, where that differs from `checked` of the record."""
    standing: Standing
    """How the sources stand to the article that the handbook began from."""
    said: Text | None = None
    """What the article said, in our own words, where it differs."""
    note: Text | None = None
    """Why it differs, or what to keep in mind."""
    aspect: Annotated[Aspect | None, Worded("aspect")] = None
    """What side of a measure the statement shows; it stands before the statement as a word."""
    layer: Id | None = None
    """One of the city's `layers`: who or what the statement is about (national, metropolitan, 2015 report …)."""

    @model_validator(mode="after")
    def one_form(self) -> Self:
        """Hold the claim to one form, with what is due with it."""
        given = self.forms
        if len(given) > 1:
            raise PydanticCustomError("claim_forms", "{found} together", {"found": " and ".join(given)})
        if not given and self.standing != "not-found" and "standing" not in self.lacks:
            raise PydanticCustomError("claim_empty", "a claim that states nothing", {})
        if self.value is not None and any(getattr(self, key) is None and key not in self.lacks for key in NUMBER):
            raise PydanticCustomError("claim_number", "a value without unit and as_of", {})
        return self

    @property
    def forms(self) -> tuple[str, ...]:
        """Return every form in which something is stated, in a sound claim at most one; a caption is none."""
        lacks = self.lacks
        given = tuple(
            form
            for form in FORMS
            if ((held := getattr(self, form)) is not None and held is not False and held != ()) or form in lacks
        )
        return ("value",) if given == ("text", "value") else given

    @property
    def form(self) -> str:
        """One of `FORMS`, or "" for a question that was looked into in vain."""
        return next(iter(self.forms), "")


def checked_on(record: Model, claim: Claim) -> str | None:
    """Return when the sources of a claim were last read; what rests on the article alone was held against none."""
    if claim.checked or claim.standing == "unchecked":
        return claim.checked
    return getattr(record, "checked", None)
