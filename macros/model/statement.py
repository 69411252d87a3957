"""Statements: whatever a reader may doubt. A fact, a view or a use, told apart by their keys."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from macros.model.amounts import Basis, Bound, Money, Point
from macros.model.base import Drafted, Model, Period, Ref, SourceId, StatementRef, Text, Worded
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
    """One look at a whole record.

    对整条记录的一次复核。
    """

    date: Day
    """When.
    哪天。"""
    found: Text
    """What was found and changed.
    查到了什么，改了什么。"""


class Stated(Drafted):
    """What records with statements share.

    有陈述的记录共有的内容。
    """

    checked: Day | None = None
    """When the sources of its statements were last read; a statement says so itself only where it differs.
    最近一次读其中各条陈述来源的日期；某条陈述不同，才在那里另写。"""
    reviews: tuple[Review, ...] = ()
    """When the record was looked at as a whole, and what was found; the newest last.
    何时把整条记录复核过，查到什么；新的写在后面。"""


class Statement(Model):
    """What all three shapes share.

    三种陈述共有的内容。
    """

    id: Id | None = None
    """Unique in its record, given once and never changed: citations, differences and translations hang on it.
    在本记录里不重复，起一次，以后不改：引用、差异和译文都靠它。"""
    layer: Id | None = None
    """One of the city's `layers`: who or what the statement is about (national, metropolitan, 2015 report …).
    本城市layers中的一个：说的是谁或哪份文件。"""


class Fact(Statement):
    """What a source says, in exactly one form.

    来源说了什么，形式只取一种。
    """

    model_config = ConfigDict(json_schema_extra=ONE_FORM)

    text: Text | None = None
    """The statement in words. Beside `value`, `series` or `money` it is the caption of the number.
    用文字陈述；旁边有value、series或money时，是数字的说明。"""
    date: Day | None = None
    """The statement is a date.
    内容是一个日期。"""
    period: Period | None = None
    """The statement is a span of time.
    内容是一段时间。"""
    value: Number | None = None
    """The statement is a number; `unit` and `as_of` are then due.
    内容是一个数；还要写unit和as_of。"""
    series: tuple[Point, ...] = ()
    """The statement is a number at several dates; `unit` is then due.
    内容是几个时点的数；还要写unit。"""
    unit: Annotated[Id | None, Worded("unit")] = None
    """What the number counts or measures: a word of labels.yml, `unit-<id>`.
    数的是什么：labels.yml里unit-…的后半截。"""
    as_of: Day | None = None
    """When the statement held.
    说的是什么时候的情况。"""
    bound: Annotated[Bound | None, Worded("bound")] = None
    """How exact `value` is.
    value有多准：about（约）、over（超过）、under（不到）、up-to（至多）。"""
    basis: Annotated[Basis | None, Worded("number-basis")] = None
    """Whether `value` or `series` was measured, estimated or planned.
    value或series是measured（实测）、estimated（估计）还是planned（计划）。"""
    scope: Text | None = None
    """What `value` or `series` covers, and what it does not.
    value或series包括什么，不包括什么。"""
    money: Money | None = None
    """The statement is an amount of money; `text` says what for.
    内容是一笔钱；text写明用在哪里。"""
    list: tuple[Text, ...] = ()
    """The statement is an enumeration, for example the pillars of a plan.
    内容是列举，例如规划的几大支柱。"""
    refs: tuple[Ref, ...] = ()
    """The statement names other entities.
    内容是手册里的其他记录。"""
    absent: Switch = False
    """True: a source says that there is no such thing.
    true：有来源明确指出没有。"""
    not_found: Switch = False
    """True: it was looked for in vain; alone, no page that was read answers the question; beside a form, nothing but
    those under `sources` says so.
    true：查过，没有找到；单独写，表示没有人回答这个问题；与内容一起写，表示这个说法查无旁证。"""
    searched: tuple[SourceId, ...] = ()
    """What was read in vain.
    没有找到时，查过哪些来源。"""
    code: OneOrMoreIds = ()
    """What the answer is in the codebook of its question: one code or several.
    答案在问题的编码说明里是哪一种：一个编码或几个。"""
    sources: tuple[Cited, ...] = ()
    """Sources, the best first.
    最可靠的排在前面；事实写了内容就必须有来源。"""
    checked: Day | None = None
    """When the sources were last read, where that differs from `checked` of the record.
    最近一次读来源的日期；与记录的日期不同才写。"""
    article: Article | None = None
    """How the sources stand to the 2020 article, only where that speaks of the same thing.
    其他来源与2020年的文章相比：confirms（印证）、refines（更准确）、contradicts（相反）。"""
    said: Text | None = None
    """What the article said, in our own words; due where the sources refine or contradict it.
    文章怎么说，用自己的话转述；写了refines或contradicts就必须写。"""
    note: Text | None = None
    """Why it differs, or what to keep in mind.
    引用时要注意什么。"""
    aspect: Annotated[Aspect | None, Worded("aspect")] = None
    """What side of a measure the statement shows; it stands before the statement as a word.
    说的是措施的哪一面：dates（时间）、money（资金）、partners（伙伴）、results（成效）、trouble（问题）。"""

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
    """What the handbook itself thinks; it has no sources of its own and never counts as sourced.

    手册自己的意见：没有来源，从不算作有来源。
    """

    title: Text | None = None
    """The view in a few words, for links that lead to it.
    用几个字概括，供指向它的链接使用。"""
    view: Text
    """The view in words.
    意见本身。"""
    kind: Annotated[ViewKind, Worded("view")]
    """judgement: how we see it; adopt, avoid: what to take over or not; advice: what to do; caution: what to mind.
    judgement（判断）、adopt（可借鉴）、avoid（不宜照搬）、advice（建议）、caution（提醒）。"""
    because: OneOrMoreRefs
    """The facts it rests on, as `<kind>/<id>#<fact>` or `finding/<id>`; a record where the point is what it lacks.
    依据的事实，写作`<种类>/<编号>#<事实>`或`finding/<编号>`；要说的正是某处缺了什么，才写整条记录。"""
    as_of: Day | None = None
    """When we thought so, where it may change.
    可能会变的，写明何时这样看。"""
    aspect: Annotated[Aspect | None, Worded("aspect")] = None
    """What side of a measure it is about.
    说的是措施的哪一面。"""
    note: Text | None = None
    """What to keep in mind.
    要注意什么。"""


class Use(Statement):
    """Facts that stand elsewhere, shown here too; it counts in no total and no matrix.

    写在别处的事实，这里也显示；不计入任何总数和矩阵。
    """

    facts: OneOrMoreRefs
    """One fact or several, as `<kind>/<id>#<fact>` or `finding/<id>`.
    一条或几条事实，写作`<种类>/<编号>#<事实>`或`finding/<编号>`。"""
    point: Text | None = None
    """What they show here, in the handbook's words; it introduces them.
    它们在这里说明什么，用手册自己的话，放在前面作引子。"""
    code: OneOrMoreIds = ()
    """What the answer is in the codebook of its question: one code or several.
    答案在问题的编码说明里是哪一种：一个编码或几个。"""


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
