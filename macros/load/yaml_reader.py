"""YAML text → plain values, read strictly. The only user of yaml.

Values are built from the parser's events, not by a loader: that way duplicate keys, tags, anchors,
aliases and the guesses of YAML 1.1 (yes/no, dates, sexagesimal numbers) are seen and refused, and
nothing is executed. Positions are kept only when asked for, since most files are sound.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.load import yaml_errors, yaml_scalars
from macros.problems import Keys, Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 30

# What YAML cannot hold, and three line breaks that only YAML takes for such: lines would be counted differently.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Document:
    """One file as plain values: dict, list, str, int, float, bool, None."""

    path: str
    """Relative to the project, forward slashes."""
    value: Any
    """What the file holds; None for an empty or unreadable one."""
    file: Path
    """Where it was read."""

    def at(self, keys: Keys) -> tuple[int, int]:
        """Return line and column, from 1, of the value under `keys`; of the nearest one above where it has none.

        Keys that cannot be followed (the index that wraps a single claim, say) are skipped.
        """
        here: Keys = ()
        for key in keys:
            if (*here, key) in self._places:
                here = (*here, key)
        return self._places.get(here, (1, 1))

    @functools.cached_property
    def _places(self) -> dict[Keys, tuple[int, int]]:
        places: dict[Keys, tuple[int, int]] = {}
        _Builder(self.path, places).build(self.file.read_bytes().decode("utf-8-sig"))
        return places


def read(file: Path, path: str) -> tuple[Document, list[Problem]]:
    """Read one file; faults come back as problems, and the value is then None."""

    def failed(line: int, column: int, rule: str, message: str, hint: str) -> tuple[Document, list[Problem]]:
        return Document(path, None, file), [Problem(path, line, column, rule, message, hint)]

    try:
        data = file.read_bytes()
    except OSError as error:
        return failed(
            1, 1, "yaml-unreadable", f"the file cannot be read: {error.strerror}", "Is it a file, and may you open it?"
        )
    if len(data) > MAX_BYTES:
        return failed(
            1, 1, "yaml-size", f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read",
            "Split it, or look for text that was pasted by mistake.",
        )  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        return failed(
            before.count(b"\n") + 1, len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1, "yaml-encoding",
            f"byte 0x{data[error.start]:02X} is not UTF-8", "Save the file as UTF-8 (not GBK, not UTF-16).",
        )  # fmt: skip
    builder = _Builder(path)
    value = builder.build(text)
    return Document(path, None if builder.problems else value, file), builder.problems


@dataclass
class _Builder:
    """Builds values from events, recursively, and collects what it refuses."""

    path: str
    places: dict[Keys, tuple[int, int]] | None = None
    problems: list[Problem] = field(default_factory=list)

    def build(self, text: str) -> Any:
        try:
            # Both make the parser speak of tokens, or of a place that is not theirs; say what they are.
            self._tabs(text)
            self._unprintable(text)
            return None if self.problems else self._document(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
        except yaml.MarkedYAMLError as error:
            self._syntax(text, error)
        except RecursionError:
            pass  # reported where the depth was exceeded
        return None

    def _tabs(self, text: str) -> None:
        indents = re.finditer(r"^ *(\t)", text, re.MULTILINE) if "\t" in text else ()
        tabs = [indent.start(1) for indent in indents]
        if tabs:
            more = f" (of {len(tabs)} lines)" if len(tabs) > 1 else ""
            self._refuse(
                _line_and_column(text, tabs[0]), "yaml-tab", f"a tab in the indentation{more}",
                "Indent with spaces, two a level.",
            )  # fmt: skip

    def _unprintable(self, text: str) -> None:
        found = _UNPRINTABLE.search(text)
        if found:
            self._refuse(
                _line_and_column(text, found.start()), "yaml-character",
                f"the invisible character U+{ord(found[0]):04X}, which is not allowed here",
                "Delete it; it usually comes with pasted text.",
            )  # fmt: skip

    def _syntax(self, text: str, error: yaml.MarkedYAMLError) -> None:
        stuck: Any = error.problem_mark or error.context_mark
        context: Any = error.context_mark or stuck
        words = (error.problem or "", stuck.line, stuck.column, error.context or "", context.line, context.column)
        slip = yaml_errors.explain(text, yaml_errors.Error(*words))
        self._refuse((slip.line, slip.column), "yaml-syntax", slip.message, slip.hint)

    def _refuse(self, place: tuple[int, int], rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.path, *place, rule, message, hint))

    def _document(self, events: Iterator[Any]) -> Any:
        next(events)  # stream start
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return self._empty()
        value = self._value(next(events), events, ())
        if value is None and not self.problems:
            return self._empty()
        next(events)  # document end
        event = next(events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._refuse(
                _place(event), "yaml-documents", "a second document in one file", "Remove the line '---' in the middle."
            )
        return value

    def _empty(self) -> None:
        self._refuse((1, 1), "yaml-empty", "the file is empty", "Copy a record of the same kind and change it.")

    def _value(self, event: Any, events: Iterator[Any], keys: Keys) -> Any:
        kind = type(event)
        if self.places is not None:
            self.places[keys] = _place(event)
        if kind is yaml.AliasEvent:
            self._alias(event)
            return None
        if event.anchor or event.tag:
            self._decorated(event)
        if kind is yaml.ScalarEvent:
            return event.value if event.style else self._plain(event)
        if len(keys) > MAX_DEPTH:
            self._refuse(
                _place(event), "yaml-depth", f"more than {MAX_DEPTH} levels deep", "No record needs this depth."
            )
            raise RecursionError
        return self._list(events, keys) if kind is yaml.SequenceStartEvent else self._mapping(event, events, keys)

    def _alias(self, event: Any) -> None:
        message = f"an alias (*{event.anchor})"
        if not any(problem.message == message for problem in self.problems):  # once is enough for each
            self._refuse(_place(event), "yaml-alias", message, "Write the value out wherever it is due.")

    def _decorated(self, event: Any) -> None:
        if event.anchor:
            self._refuse(_place(event), "yaml-anchor", f"an anchor (&{event.anchor})", "Write the value out each time.")
        if event.tag:
            self._refuse(_place(event), "yaml-tag", f"a tag ({event.tag})", "Remove it; types follow from the key.")

    def _list(self, events: Iterator[Any], keys: Keys) -> list[Any]:
        values: list[Any] = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            values.append(self._value(event, events, (*keys, len(values))))
        return values

    def _mapping(self, start: Any, events: Iterator[Any], keys: Keys) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while type(event := next(events)) is not yaml.MappingEndEvent:
            key = self._key(event, events, keys)
            if key in values:
                self._refuse(
                    _place(event), "yaml-duplicate",
                    f"{yaml_scalars.short(key)} stands twice (first in line {lines[key]})",
                    "Keep one of them; YAML would silently drop the other.",
                )  # fmt: skip
            lines.setdefault(key, event.start_mark.line + 1)
            held = next(events)
            if start.flow_style and type(held) is yaml.ScalarEvent and not held.value:
                self._alone(event, held)
            values[key] = self._value(held, events, (*keys, key))
            if self.places is not None:  # a key is a better place to point at than its value
                self.places[(*keys, key)] = _place(event)
        return values

    def _key(self, event: Any, events: Iterator[Any], keys: Keys) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._refuse(
                _place(event), "yaml-key", "a key that is a list, a mapping or an alias",
                "A text that begins with { or [ or * needs double quotes around it.",
            )  # fmt: skip
            if type(event) is not yaml.AliasEvent:
                self._value(event, events, (*keys, "?"))
            return f"?{event.start_mark.line}"
        if event.anchor or event.tag:
            self._decorated(event)
        if event.value == "<<" and not event.style:
            self._refuse(_place(event), "yaml-merge", "a merge key (<<)", "Write the keys out.")
        elif not event.style and (refusal := yaml_scalars.yes_or_no(event.value)):
            self._refuse(_place(event), *refusal)
        return str(event.value)

    def _alone(self, event: Any, held: Any) -> None:
        """Refuse a key inside { } without even a colon, which is never meant."""
        if held.style or held.start_mark.index > event.end_mark.index:
            return
        slip = yaml_errors.in_key(event.value) or (
            f"{yaml_scalars.short(event.value)} stands inside {{ }} without a value",
            "Write key: value; a text with a comma in it needs double quotes.",
        )
        self._refuse(_place(event), "yaml-syntax", *slip)

    def _plain(self, event: Any) -> Any:
        """Type an unquoted scalar, and refuse what YAML would take for something else."""
        value, refusal = yaml_scalars.typed(event.value)
        if refusal:
            self._refuse(_place(event), *refusal)
        return value


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
