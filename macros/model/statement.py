"""Statements: whatever a reader may doubt. A fact, a view or a use, told apart by their keys."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from macros.model.amounts import Basis, Bound, Money, Point
from macros.model.base import Model, Period, Ref, SourceId, StatementRef, Text, Worded
from macros.model.citation import Cited
from macros.model.fact_forms import CAPTIONED, COMPANIONS, DUE, FORMS, ONE_FORM
from macros.model.scalars import Day, Id, Number, Switch

Article = Literal["confirms", "refines", "contradicts"]
AGAINST_ARTICLE: tuple[Article, ...] = ("confirms", "refines", "contradicts")
Aspect = Literal["dates", "money", "partners", "results", "trouble"]
ASPECTS: tuple[Aspect, ...] = ("dates", "money", "partners", "results", "trouble")
STATES = ("sourced", "unsourced", "absent", "not-found", "unknown")
"""Of an answer, the best first; nobody has looked for what is unknown."""
SUPPORTS = ("primary", "secondary", "weak", "article", "not-found", "absent")
"""How good the evidence of a fact is: the kind of its best source, unless it was looked for in vain or a source says
that there is none. Derived, never typed."""
VIEW = "view"
"""In its place for what the handbook itself thinks."""


def _list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OneOrMoreIds = Annotated[tuple[Id, ...], BeforeValidator(_list, json_schema_input_type=Id | tuple[Id, ...])]
Refs = Annotated[tuple[StatementRef, ...], Field(min_length=1)]
OneOrMoreRefs = Annotated[Refs, BeforeValidator(_list, json_schema_input_type=StatementRef | Refs)]


class Review(Model):
    """One look at a whole record."""

    date: Day
    """When."""
    found: Text
    """What was found and changed."""


class Stated(Model):
    """What records with statements share."""

    checked: Day | None = None
    """When the sources of its statements were last read; a statement says so itself only where it differs."""
    reviews: tuple[Review, ...] = ()
    """When the record was looked at as a whole, and what was found; the newest last."""


class Statement(Model):
    """What all three shapes share."""

    id: Id | None = None
    """Unique in its record, given once and never changed: citations, differences and translations hang on it."""
    layer: Id | None = None
    """One of the city's `layers`: who or what the statement is about (national, metropolitan, 2015 report …)."""


class Fact(Statement):
    """What a source says, in exactly one form."""

    model_config = ConfigDict(json_schema_extra=ONE_FORM)

    text: Text | None = None
    """The statement in words. Beside `value`, `series` or `money` it is the caption of the number."""
    date: Day | None = None
    """The statement is a date."""
    period: Period | None = None
    """The statement is a span of time."""
    value: Number | None = None
    """The statement is a number; `unit` and `as_of` are then due."""
    series: tuple[Point, ...] = ()
    """The statement is a number at several dates; `unit` is then due."""
    unit: Annotated[Id | None, Worded("unit")] = None
    """What the number counts or measures: a word of labels.yml, `unit-<id>`."""
    as_of: Day | None = None
    """When the statement held."""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact `value` is."""
    basis: Annotated[Basis | None, Worded("number-basis")] = None
    """Whether `value` or `series` was measured, estimated or planned."""
    scope: Text | None = None
    """What `value` or `series` covers, and what it does not."""
    money: Money | None = None
    """The statement is an amount of money; `text` says what for."""
    list: tuple[Text, ...] = ()
    """The statement is an enumeration, for example the pillars of a plan."""
    refs: tuple[Ref, ...] = ()
    """The statement names other entities."""
    absent: Switch = False
    """True: a source says that there is no such thing."""
    not_found: Switch = False
    """True: it was looked for in vain; alone, no page that was read answers the question; beside a form, nothing but
    those under `sources` says so."""
    searched: tuple[SourceId, ...] = ()
    """What was read in vain."""
    code: OneOrMoreIds = ()
    """What the answer is in the codebook of its question: one code or several."""
    sources: tuple[Cited, ...] = ()
    """Sources, the best first."""
    checked: Day | None = None
    """When the sources were last read, where that differs from `checked` of the record."""
    article: Article | None = None
    """How the sources stand to the 2020 article, only where that speaks of the same thing."""
    said: Text | None = None
    """What the article said, in our own words; due where the sources refine or contradict it."""
    note: Text | None = None
    """Why it differs, or what to keep in mind."""
    aspect: Annotated[Aspect | None, Worded("aspect")] = None
    """What side of a measure the statement shows; it stands before the statement as a word."""

    @model_validator(mode="after")
    def one_form(self) -> Self:
        """Hold the fact to one form, with what is due with it."""
        given = self.forms
        if len(given) > 1:
            raise PydanticCustomError("fact_forms", "{found} together", {"found": " and ".join(given)})
        if not given and not self.not_found and "not_found" not in self.lacks:
            raise PydanticCustomError("fact_empty", "a fact that states nothing", {})
        for key in DUE.get(self.form, ()):
            if getattr(self, key) is None and key not in self.lacks:
                raise PydanticCustomError("fact_number", "a number without what is due", {})
        if self.article in ("refines", "contradicts") and not self.said and "said" not in self.lacks:
            raise PydanticCustomError("fact_said", "what the article said is missing", {})
        return self

    @model_validator(mode="after")
    def companions(self) -> Self:
        """Refuse what would be read by nobody, and what contradicts itself."""
        for key, forms in COMPANIONS.items():
            if getattr(self, key) is not None and not {*self.forms} & {*forms}:
                raise PydanticCustomError("fact_companion", "'{key}' without a number", {"key": key, "forms": forms})
        if self.absent and self.not_found:
            raise PydanticCustomError("fact_forms", "{found} together", {"found": "absent and not_found"})
        return self

    @property
    def forms(self) -> tuple[str, ...]:
        """Return every form in which something is stated, in a sound fact at most one; a caption is none."""
        lacks = self.lacks
        given = tuple(
            form
            for form in FORMS
            if ((held := getattr(self, form)) is not None and held is not False and held != ()) or form in lacks
        )
        return given[1:] if len(given) == 2 and given[0] == "text" and given[1] in CAPTIONED else given

    @property
    def form(self) -> str:
        """One of `FORMS`, or "" for a question that was looked into in vain."""
        return next(iter(self.forms), "")


def sources_of(fact: Fact) -> tuple[str, ...]:
    """Return the ids of the sources of a fact, those of single points of a series too, each once."""
    cited = (*fact.sources, *(one for point in fact.series for one in point.sources))
    return tuple(dict.fromkeys(one.id for one in cited))


def caption_of(fact: Fact) -> str:
    """Return what a number is said to count, as a key that two facts share; "" for none."""
    return fact.text.en.rstrip(".") if fact.text else ""


ViewKind = Literal["judgement", "adopt", "avoid", "advice", "caution"]


class View(Statement):
    """What the handbook itself thinks; it has no sources of its own and never counts as sourced."""

    title: Text | None = None
    """The view in a few words, for links that lead to it."""
    view: Text
    """The view in words."""
    kind: Annotated[ViewKind, Worded("view")]
    """judgement: how we see it; adopt, avoid: what to take over or not; advice: what to do; caution: what to mind."""
    because: OneOrMoreRefs
    """The facts it rests on, as `<kind>/<id>#<fact>` or `finding/<id>`; a record where the point is what it lacks."""
    as_of: Day | None = None
    """When we thought so, where it may change."""
    aspect: Annotated[Aspect | None, Worded("aspect")] = None
    """What side of a measure it is about."""
    note: Text | None = None
    """What to keep in mind."""


class Use(Statement):
    """Facts that stand elsewhere, shown here too; it counts in no total and no matrix."""

    facts: OneOrMoreRefs
    """One fact or several, as `<kind>/<id>#<fact>` or `finding/<id>`."""
    point: Text | None = None
    """What they show here, in the handbook's words; it introduces them."""
    code: OneOrMoreIds = ()
    """What the answer is in the codebook of its question: one code or several."""


def named_in(statement: Statement) -> tuple[str, ...]:
    """Return the facts and records that a view rests on or a use shows."""
    if isinstance(statement, View):
        return statement.because
    return statement.facts if isinstance(statement, Use) else ()


_SHAPES = {"view": "view", "because": "view", "kind": "view", "facts": "use", "point": "use"}
"""Key → the only shape that has it."""


def shape(value: Any) -> str:
    """Return the mark of the shape that a value is meant to have: a fact unless a key says otherwise."""
    if isinstance(value, Statement):
        return f"~{type(value).__name__.lower()}"
    found = next((_SHAPES[key] for key in value if key in _SHAPES), "fact") if isinstance(value, dict) else "fact"
    return f"~{found}"


Shaped = Annotated[
    Annotated[Fact, Tag("~fact")] | Annotated[View, Tag("~view")] | Annotated[Use, Tag("~use")],
    # Chosen before pydantic looks: it would report every fault once for each shape.
    Discriminator(shape),
]
"""A statement of any shape."""
Statements = Annotated[tuple[Shaped, ...], Field(min_length=1)]


def _wrap(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


OneOrMore = Annotated[Statements, BeforeValidator(_wrap, json_schema_input_type=Shaped | Statements)]
"""One statement, or a list."""


def checked_on(record: Model, fact: Fact) -> str | None:
    """Return when the sources of a fact were last read, its own date before that of its record."""
    return fact.checked or getattr(record, "checked", None)
