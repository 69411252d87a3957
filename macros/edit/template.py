"""What a new record looks like: each field with what it is for in both languages, and what must be written marked so.

What must be written says TODO, which `check` lists; what may be left out stands behind a # without a blank, to be
taken away when it is used.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from macros.load.model_fields import Field, bare
from macros.model.base import Drafted, Model, Text
from macros.model.chapter import Chapter
from macros.model.citation import Citation
from macros.model.city import City, Measure, Profile
from macros.model.described import Described, described
from macros.model.dimension import Dimension
from macros.model.failure import Failure
from macros.model.guide import Guide
from macros.model.indicator import Indicator
from macros.model.lesson import Lesson
from macros.model.problem import Problem
from macros.model.role import Role
from macros.model.source import Source
from macros.model.statement import Fact, Stated, Statement
from macros.model.term import Term, Words
from macros.model.toolkit import Toolkit

_EXPECTED: Mapping[type[Model], tuple[str, ...]] = {
    City: ("region", "profile", "facts", "areas"),
    Measure: ("domains", "systems", "lessons"),
    Stated: ("checked",),
    Fact: ("text", "sources", "checked"),
    Guide: ("groups",),
    Lesson: ("evidence",),
    Source: ("date", "url"),
    Term: ("note", "sources"),
    Toolkit: ("url",),
    Problem: ("lessons", "domains", "systems", "items"),
    Role: ("steps", "items"),
    Failure: ("steps", "lessons"),
    Chapter: ("steps",),
    Indicator: ("items",),
}
"""Fields that may be left out, but that readers look for."""
_NEVER = ("draft", "formerly", "reviews", "not_found", "searched")
"""Fields that no new record has; what was looked for in vain, nobody knows beforehand."""
_TODO = "TODO"
_BOTH = '{zh: "TODO", en: "TODO"}'
_OF_DIMENSION = {"text": "text", "date": "date", "number": "value", "list": "list", "references": "refs"}
"""Kind of question → form of the fact that answers it."""
_WITH = {"value": ("text", "value", "unit", "as_of")}
_NUMBERS = {(Profile, "population"), (Profile, "area")}
"""Facts that must be numbers."""
_DRAFT = Described(
    "写完之前保留这一行；TODO处都要写，handbook check会列出来。不用的可选项可以删掉；"
    "井号后面没有空格的行，去掉井号就能用。",
    "Keep this line until all is written. Write what says TODO; 'handbook check' lists it. What may be left out can be "
    "deleted, and a line behind a # without a blank is used by taking the # away.",
)
_SHAPES = Described(
    "这里也可以写看法（view、kind、because）或引用写在别处的事实（facts、point）。",
    "A view (view, kind, because), or a use of facts that stand elsewhere (facts, point), may stand here too.",
)
_MAY = Described("可不写。", "May be left out.")
_ONE_OF = Described("取值之一", "One of: ")


class Given(NamedTuple):
    """What a template is told of the handbook."""

    order: int
    """The next free place in lists."""
    dimensions: Mapping[str, Dimension]


def template(kind: type[Model], given: Given) -> list[str]:
    """Return the lines of a new record of a type, at the left margin."""
    lines = ["draft: true"] if issubclass(kind, Drafted) else []
    return [*(_comment(_DRAFT) if lines else ()), *lines, *_Writer(given).record(kind)]


class _Writer:
    """Writes records; what a field is for it says where it first stands."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._told: set[type[Model]] = set()

    def record(self, kind: type[Model], *, has_id: bool = False, form: str = "text") -> list[str]:
        """Return the lines of a record; of a fact, in one of its forms."""
        tells, lines = kind not in self._told, list[str]()
        self._told.add(kind)
        for name, info in kind.model_fields.items():
            if name in _NEVER or (name == "id" and not has_id):
                continue
            is_due = info.is_required() or name in _expected(kind, has_id=has_id, form=form)
            if tells:
                lines += _comment(_told(info, is_due=info.is_required() or (is_due and issubclass(kind, Fact))))
            if is_due:
                lines += self._field(kind, name, info)
            elif tells:
                lines += (f"#{line}" for line in _short(info.alias or name, info.annotation))
        return lines

    def _field(self, kind: type[Model], name: str, info: Field) -> list[str]:
        key = info.alias or name
        if name == "order":
            return [f"order: {self._given.order}"]
        if name == "facts" and kind is City:
            return [f"{key}:", *_in(self._answers())]
        inner = bare(info.annotation)
        if isinstance(inner, type) and issubclass(inner, Fact):
            form = "value" if (kind, name) in _NUMBERS else "text"
            return [f"{key}:", *_in(self.record(inner, has_id=True, form=form))]
        return self._value(key, inner)

    def _value(self, key: str, kind: Any) -> list[str]:
        """Return the lines of a field of some type."""
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        item = bare(arguments[0]) if origin is tuple else None
        if isinstance(item, type) and issubclass(item, Model) and item not in (Text, Citation):
            several = _comment(_SHAPES) if issubclass(item, Statement) and Fact not in self._told else []
            lines = _in(self.record(item, has_id="id" in item.model_fields))
            return [f"{key}:", *_in(several), *_in(_item(lines))]
        if isinstance(kind, type) and issubclass(kind, Model) and kind not in (Text, Words):
            return [f"{key}:", *_in(self.record(kind))]
        return _short(key, kind)

    def _answers(self) -> Iterator[str]:
        """Yield an answer to each question, in the form that it asks for."""
        for name, one in self._given.dimensions.items():
            yield from _comment(Described(one.help.zh, one.help.en))
            if one.codes:
                yield from _comment(_ONE_OF, " · ".join(one.codes))
            yield f"{name}:"
            lines = self.record(Fact, form=_OF_DIMENSION[one.kind])
            yield from _in([*lines, *(["code: [TODO]"] if one.codes else [])])


def _expected(kind: type[Model], *, has_id: bool, form: str) -> set[str]:
    """Return the fields that are to be written though they may be left out."""
    found = {name for one, names in _EXPECTED.items() if issubclass(kind, one) for name in names}
    if issubclass(kind, Fact):
        is_whole = issubclass(kind, Drafted)
        found -= {"text", *(() if is_whole else ("checked",))}
        found |= {*_WITH.get(form, (form,)), *(("id",) if has_id else ())}
    return found


def _told(info: Field, *, is_due: bool) -> Described:
    """Return what a field is for, the words that it may hold, and whether it may be left out."""
    told = described(info.description or "")
    parts, words = [told], _words(info.annotation)
    if not all(word in told.en for word in words):
        parts.append(Described(f"{_ONE_OF.zh}：{'、'.join(words)}。", f"{_ONE_OF.en}{', '.join(words)}."))
    if not is_due:
        parts.append(_MAY)
    return Described("".join(one.zh for one in parts), " ".join(one.en for one in parts))


def _words(kind: Any) -> tuple[str, ...]:
    """Return the words of which a field takes one."""
    held = bare(kind)
    return typing.get_args(held) if typing.get_origin(held) is typing.Literal else ()


def _short(key: str, kind: Any) -> list[str]:
    """Return the lines of a field with the least that it takes."""
    kind = bare(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is Text:
        return [f"{key}: {_BOTH}"]
    if kind is Words:
        return [f"{key}: {{zh: [TODO], en: [TODO]}}"]
    if kind is bool:
        return [f"{key}: true"]
    if origin is tuple:
        return _list(key, bare(arguments[0]))
    if origin is dict:
        names = _words(arguments[0]) or ("example",)
        return [f"{key}:", *_in([line for name in names for line in _short(name, arguments[1])])]
    if isinstance(kind, type) and issubclass(kind, Model):
        return [f"{key}:", *_in(_least(kind))]
    return [f"{key}: {_TODO}"]


def _list(key: str, item: Any) -> list[str]:
    if item is Text:
        return [f"{key}:", f"  - {_BOTH}"]
    if isinstance(item, type) and issubclass(item, Model) and item is not Citation:
        return [f"{key}:", *_in(_item(_in(_least(item))))]
    return [f"{key}: [{_TODO}]"]


def _least(kind: type[Model]) -> list[str]:
    """Return the lines of a record with what it must have."""
    wanted = _expected(kind, has_id=True, form="text") if issubclass(kind, Fact) else set()
    held = [(info.alias or name, info) for name, info in kind.model_fields.items()]
    return [line for key, info in held if info.is_required() or key in wanted for line in _short(key, info.annotation)]


def _in(lines: typing.Iterable[str]) -> list[str]:
    """Return lines one level further in."""
    return [f"  {line}" for line in lines]


def _item(lines: list[str]) -> list[str]:
    """Return lines as one of a list; comments before its first key stand before its dash."""
    first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [*(line.removeprefix("  ") for line in lines[:first]), f"- {lines[first][2:]}", *lines[first + 1 :]]


def _comment(told: Described, more: str = "") -> list[str]:
    """Return what is told as lines of comment, each language on its own."""
    if more:
        return [f"# {told.zh} · {told.en}{more}"]
    return [f"# {told.zh}", f"# {told.en}"]
