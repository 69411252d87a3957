"""YAML text → plain values, read strictly. The only user of yaml.

Values are built from the parser's events, not by a loader: that way duplicate keys, tags, anchors,
aliases and the guesses of YAML 1.1 (yes/no, dates, sexagesimal numbers) are seen and refused, and
nothing is executed. Positions are kept only when asked for, since most files are sound; but for the lines of lists and
mappings, to which pages lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from macros.load import yaml_errors, yaml_scalars, yaml_slips, yaml_text
from macros.load.yaml_scalars import UNREAD
from macros.problems import Keys, Problem, Said

MAX_DEPTH = 30
_COMMENT = re.compile(r"[ \t]*#")
_WRITE_OUT = Said("Write the value out wherever it is due.", "请在每个用到的地方都把内容写全。")


class Place(NamedTuple):
    """Where a value stands: line and column, from 1, of its key or of itself, and what was typed if it is one word."""

    line: int
    column: int
    text: str


@dataclass
class Builder:
    """Builds values from events, recursively, and collects what it refuses; a refused value is `UNREAD`."""

    path: str
    places: dict[Keys, Place] | None = None
    lines: dict[Keys, int] = field(default_factory=dict)
    """Of lists and mappings, from 1."""
    problems: list[Problem] = field(default_factory=list)
    _text: str = ""

    def build(self, text: str) -> Any:
        """Return what a text holds; None when the parser gives it up.

        A colon after a key is taken as it was meant, so that what else is wrong with the file is told in one run.
        """
        for found in yaml_text.refused(text):
            self._refuse((found.line, found.column), found.rule, found.message, found.hint)
        told = list[Problem]()
        value = None
        meant = None if self.problems else text
        while meant is not None:
            self._text, meant = meant, None
            try:
                value = self._document(iter(yaml.parse(self._text, Loader=yaml.CSafeLoader)))
            except yaml.MarkedYAMLError as error:
                meant = self._syntax(self._text, error)
                if meant is not None:  # what was found up to there will be found again
                    told.append(self.problems[-1])
                    self.problems.clear()
            except RecursionError:
                pass  # reported where the depth was exceeded
        self.problems[:0] = told
        return value

    def _syntax(self, text: str, error: yaml.MarkedYAMLError) -> str | None:
        """Tell the slip behind an error, and return the text with what was meant; None where nobody can know."""
        stuck: Any = error.problem_mark or error.context_mark
        context: Any = error.context_mark or stuck
        words = (error.problem or "", stuck.line, stuck.column, error.context or "", context.line, context.column)
        slip = yaml_errors.explain(text, yaml_errors.Error(*words))
        if any(one.rule == yaml_scalars.CUT[0] and one.line == slip.line for one in self.problems):
            return None  # what the comment has taken is what is missing
        self._refuse((slip.line, slip.column), "yaml-syntax", slip.message, slip.hint)
        lines = text.splitlines(keepends=True)
        lines[slip.line - 1] = yaml_slips.with_colon(lines[slip.line - 1], slip.column - 1)
        return "".join(lines) if lines[slip.line - 1] else None

    def _refuse(self, place: tuple[int, int], rule: str, message: Said, hint: Said) -> None:
        self.problems.append(Problem(self.path, *place, rule, message, hint))

    def _document(self, events: Iterator[Any]) -> Any:
        next(events)  # stream start
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return self._empty()
        value = self._value(next(events), events, ())
        if value is UNREAD:
            return None
        if value is None and not self.problems:
            return self._empty()
        next(events)  # document end
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(
                _place(event), "yaml-documents",
                Said("a second document in one file", "一个文件里有两份内容"),
                Said("Remove the line '---' in the middle.", "请删去中间的“---”这一行。"),
            )  # fmt: skip
        return value

    def _empty(self) -> None:
        hint = Said("Copy a record of the same kind and change it.", "请复制一份同类的记录来改。")
        self._refuse((1, 1), "yaml-empty", Said("the file is empty", "文件是空的"), hint)

    def _value(self, event: Any, events: Iterator[Any], keys: Keys) -> Any:
        kind = type(event)
        if self.places is not None:
            self.places[keys] = Place(*_place(event), event.value if kind is yaml.ScalarEvent else "")
        if kind is yaml.AliasEvent:
            self._alias(event)
            return UNREAD
        if event.anchor or event.tag:
            self._decorated(event)
        if kind is yaml.ScalarEvent:
            value = event.value if event.style else self._plain(event)
            return UNREAD if event.tag else value
        if len(keys) > MAX_DEPTH:
            self._refuse(
                _place(event), "yaml-depth", Said(f"more than {MAX_DEPTH} levels deep", f"嵌套超过{MAX_DEPTH}层"),
                Said("No record needs this depth.", "没有哪条记录需要这么多层。"),
            )  # fmt: skip
            raise RecursionError
        self.lines[keys] = event.start_mark.line + 1
        held = self._list(events, keys) if kind is yaml.SequenceStartEvent else self._mapping(event, events, keys)
        return UNREAD if event.tag else held

    def _alias(self, event: Any) -> None:
        message = Said(f"an alias (*{event.anchor})", f"别名（*{event.anchor}）")
        if not any(problem.message == message for problem in self.problems):  # once is enough for each
            self._refuse(_place(event), "yaml-alias", message, _WRITE_OUT)

    def _decorated(self, event: Any) -> None:
        if event.anchor:
            message = Said(f"an anchor (&{event.anchor})", f"锚点（&{event.anchor}）")
            self._refuse(_place(event), "yaml-anchor", message, _WRITE_OUT)
        if event.tag:
            message = Said(f"a tag ({event.tag})", f"标签（{event.tag}）")
            hint = Said("Remove it; types follow from the key.", "请删去：是什么类型由键决定。")
            self._refuse(_place(event), "yaml-tag", message, hint)

    def _list(self, events: Iterator[Any], keys: Keys) -> list[Any]:
        values: list[Any] = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            values.append(self._value(event, events, (*keys, len(values))))
        return values

    def _mapping(self, start: Any, events: Iterator[Any], keys: Keys) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        lines: dict[str, int] = {}
        while type(event := next(events)) is not yaml.MappingEndEvent:
            key = self._key(event, events, keys)
            if key is not None and key in values:
                self._refuse(
                    _place(event), "yaml-duplicate",
                    Said(
                        f"{yaml_scalars.short(key).en} stands twice (first in line {lines[key]})",
                        f"{yaml_scalars.short(key).zh}写了两次（第一次在第{lines[key]}行）",
                    ),
                    Said(
                        "Keep one of them; YAML would silently drop the other.",
                        "请只留一个，否则另一个会被YAML悄悄丢掉。",
                    ),
                )  # fmt: skip
            held = next(events)
            value = self._value(held, events, (*keys, "?" if key is None else key))
            if key is None or (start.flow_style and not self._is_pair(event, held)):
                values[UNREAD] = UNREAD
                continue
            lines.setdefault(key, event.start_mark.line + 1)
            values[key] = value
            if self.places is not None:  # a key is a better place to point at than its value
                self.places[(*keys, key)] = self.places[(*keys, key)]._replace(
                    line=_place(event)[0], column=_place(event)[1]
                )
        return values

    def _key(self, event: Any, events: Iterator[Any], keys: Keys) -> str | None:
        """Return a key, or None for one that cannot be read."""
        if type(event) is not yaml.ScalarEvent:
            self._refuse(
                _place(event), "yaml-key",
                Said("a key that is a list, a mapping or an alias", "键不能是列表、映射或别名"),
                Said(
                    "A text that begins with { or [ or * needs double quotes around it.",
                    "以{、[或*开头的文字要加双引号。",
                ),
            )  # fmt: skip
            if type(event) is not yaml.AliasEvent:
                self._value(event, events, (*keys, "?"))
            return None
        if event.anchor or event.tag:
            self._decorated(event)
        if event.value == "<<" and not event.style:
            message = Said("a merge key (<<)", "合并键（<<）")
            self._refuse(_place(event), "yaml-merge", message, Said("Write the keys out.", "请把各个键写全。"))
            return None
        if not event.style and (refusal := yaml_scalars.yes_or_no(event.value)):
            self._refuse(_place(event), *refusal)
        return str(event.value)

    def _is_pair(self, event: Any, held: Any) -> bool:
        """Return whether a key inside { } has at least a colon; refuse one without, which is never meant."""
        if type(held) is not yaml.ScalarEvent or held.value or held.style or _begins(held) > event.end_mark.index:
            return True
        slip = yaml_slips.in_key(event.value) or (
            Said(
                f"{yaml_scalars.short(event.value).en} stands inside {{ }} without a value",
                f"花括号里的{yaml_scalars.short(event.value).zh}没有内容",
            ),
            Said(
                "Write key: value; a text with a comma in it needs double quotes.",
                "请写成“键: 内容”；文字里有逗号就要加双引号。",
            ),
        )
        self._refuse(_place(event), "yaml-syntax", *slip)
        return False

    def _plain(self, event: Any) -> Any:
        """Type an unquoted scalar, and refuse what YAML would take for something else."""
        value, refusal = yaml_scalars.typed(event.value)
        if yaml_scalars.is_prose(event.value) and _COMMENT.match(self._text, event.end_mark.index):
            refusal = yaml_scalars.CUT
        if refusal:
            self._refuse(_place(event), *refusal)
            return UNREAD
        return value


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _begins(event: Any) -> int:
    return int(event.start_mark.index)
