"""Records that are begun and not finished: what is still to be written is cut out, and the rest is read as ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.load.unwritten import unwritten
from macros.load.valid_parts import adapter
from macros.load.yaml_builder import Place
from macros.load.yaml_reader import Document, followed
from macros.problems import Keys, Problem, Said, Severity, record_path

DRAFT = "draft"
"""The key by which a record says that it is not finished."""

NOT_YET = frozenset({"checked-due", "source-due", "too-few", "weak-source"})
"""Rules that ask for what an unfinished record may still lack: there they warn."""


class Due(NamedTuple):
    """Something that is still to be written."""

    keys: Keys
    """In the record."""
    line: int
    """From 1, as the column."""
    column: int


@dataclass(frozen=True)
class Draft:
    """An unfinished record."""

    due: tuple[Due, ...]
    """Where something is still to be written; one place for a text that lacks both languages."""
    words: frozenset[str]
    """Every word and text in it, so that nobody takes for unused what it names already."""
    is_shown: bool
    """Whether enough is written to show it as a stub."""


@dataclass(frozen=True)
class CutDocument(Document):
    """A file without what is still to be written; it tells where the rest stands in the file as it is."""

    places: Mapping[Keys, Keys] | None = None
    """Keys of each thing that is left → its keys in the file."""

    def _place(self, keys: Keys) -> Place:
        return super()._place(self._uncut(keys))

    def problem(self, keys: Keys, rule: str, message: Said, hint: Said, level: Severity = "error") -> Problem:
        """Make a problem, as every document does."""
        made = super().problem(keys, rule, message, hint, level)
        return replace(made, at=record_path(followed(self._uncut(keys), self._places)))

    def line(self, keys: Keys) -> int:
        """Return the line, from 1, as every document does."""
        return super().line(self._uncut(keys))

    def _uncut(self, keys: Keys) -> Keys:
        here: Keys = ()
        there: Keys = ()
        for key in keys:
            here = (*here, key)
            there = (self.places or {}).get(here, (*there, key))
        return there


def is_draft(value: Any) -> bool:
    """Return whether a value is a record that says it is not finished."""
    return isinstance(value, dict) and value.get(DRAFT) is True


class Cut(NamedTuple):
    """What is left of an unfinished record."""

    draft: Draft
    value: Any
    document: CutDocument
    follows: Callable[[Keys], bool]
    """Whether a fault of the rest, by the place where pydantic finds it, follows from what was cut."""


def cut(kind: Any, value: dict[str, Any], document: Document, keys: Keys) -> Cut:
    """Cut what is still to be written from the record of a type that stands in a file under some keys.

    What would be no sound part without it goes too; where that is the whole, the record is not shown.
    """
    work = _Cutting(value)
    is_shown = work.fit(kind)
    left, places = work.left()
    whole = left
    for key in reversed(keys):
        whole = {key: whole}
    moved = {(*keys, *here): (*keys, *there) for here, there in places.items()}
    fields = {name: getattr(document, name) for name in ("path", "file", "is_whole", "lines")}
    due = tuple(Due(place, *document.at((*keys, *place))) for place in _due(value))
    draft = Draft(due, frozenset(_words(value)), is_shown)
    file = CutDocument(value=whole, places=moved, **fields)
    return Cut(draft, left, file, lambda loc: work.was_cut_in(_place(loc, places)))


class _Cutting:
    """A value from which parts are taken; keys are those of the value as it was."""

    def __init__(self, value: dict[str, Any]) -> None:
        self._cut: set[Keys] = {keys for keys, held in _walk(value) if isinstance(held, str) and unwritten(held)}
        self._value = value
        self._cut |= {keys[:-1] for keys in self._cut if keys[-1] == "id"}
        self._cut |= {keys[:-1] for keys, held in _walk(value) if self._has_no_source(keys, held)}

    def fit(self, kind: Any) -> bool:
        """Cut what cannot stand without what was cut already; return whether the whole can."""
        while True:
            left, places = self.left()
            try:
                adapter(kind).validate_python(left)
            except ValidationError as error:
                found = {_place(one["loc"], places) for one in error.errors(include_url=False)}
                lost = {keys for keys in found if self.was_cut_in(keys)}
                if not lost or lost == {()}:
                    return not lost
                # The innermost first: what is around them may stand once they are gone.
                self._cut |= {keys for keys in lost if not any(_is_inside(other, keys) for other in lost)}
            else:
                return True

    def _has_no_source(self, keys: Keys, held: Any) -> bool:
        """Return whether all sources of a statement are still to be named: nobody may read it as the article's."""
        is_list = keys[-1:] == ("sources",) and isinstance(held, list) and held
        return bool(is_list) and all((*keys, place) in self._cut for place in range(len(held)))

    def left(self) -> tuple[Any, dict[Keys, Keys]]:
        """Return what is left of the value, and where each part of it stood."""
        places: dict[Keys, Keys] = {}
        return self._left(self._value, (), (), places), places

    def _left(self, value: Any, old: Keys, new: Keys, places: dict[Keys, Keys]) -> Any:
        places[new] = old
        if isinstance(value, dict):
            kept = {key: held for key, held in value.items() if (*old, key) not in self._cut}
            return {key: self._left(held, (*old, key), (*new, key), places) for key, held in kept.items()}
        if isinstance(value, list):
            items = [(place, held) for place, held in enumerate(value) if (*old, place) not in self._cut]
            return [
                self._left(held, (*old, place), (*new, number), places) for number, (place, held) in enumerate(items)
            ]
        return value

    def was_cut_in(self, keys: Keys) -> bool:
        """Return whether a part of the value under some keys was cut, or all of it."""
        return any(one[: len(keys)] == keys for one in self._cut)


def _is_inside(one: Keys, other: Keys) -> bool:
    return len(one) > len(other) and one[: len(other)] == other


def _place(loc: Keys, places: Mapping[Keys, Keys]) -> Keys:
    """Return where in the value as it was a fault stands, as far as its keys can be followed."""
    here: Keys = ()
    for key in loc:
        if (*here, key) in places:
            here = (*here, key)
    return places[here]


def _words(value: Any) -> Iterator[str]:
    yield from (held for _, held in _walk(value) if isinstance(held, str))


def _walk(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    yield keys, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in parts:
        yield from _walk(held, (*keys, key))


def _due(value: Any) -> Iterator[Keys]:
    """Yield where something is to be written; a text without both languages is one thing to do."""
    told: set[Keys] = set()
    for keys, held in _walk(value):
        if isinstance(held, str) and unwritten(held):
            place = keys[:-1] if keys[-1] in ("zh", "en") else keys
            if place not in told:
                told.add(place)
                yield keys
