"""Lists records and statements, those alone that are asked for, with the fields that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.edit.conditions import Condition, QueryError
from macros.load.statement_refs import Held, statement_ref
from macros.model.base import Model
from macros.model.city import City
from macros.model.kinds import KINDS, Kind, kind_of
from macros.model.source import Source
from macros.model.statement import Fact, Statement, Use, View, checked_on, named_in, sources_of
from macros.problems import SILENCE, Keys, Said, meant_or, nearest, record_path, several
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.statement import plain
from macros.views.support import support

Row = dict[str, Any]
"""Field → value, lists and mappings too; a text is a mapping of its languages."""
_SHAPES: dict[str, type[Statement]] = {"statement": Statement, "fact": Fact, "view": View, "use": Use}
_NAMES = (*(kind.name for kind in KINDS), *_SHAPES, "answer")
_FEW = 24
"""Values of a field that may be listed."""
DEFAULTS = {
    "source": ("id", "kind", "date", "title"),
    "statement": ("ref", "shape", "says"),
    "fact": ("ref", "support", "says"),
    "view": ("ref", "kind", "says"),
    "use": ("ref", "facts", "says"),
    "answer": ("city", "question", "code", "says"),
}
"""Kind → fields that are shown unless others are asked for."""


def rows(reading: Reading, kind: str) -> list[Row]:
    """Return everything of a kind: records, statements of one shape, or answers; QueryError for no kind."""
    if kind in _SHAPES:
        return [row for row in _statements(reading) if kind == "statement" or row["shape"] == kind]
    if kind == "answer":
        return [row for row in _statements(reading) if row["question"]]
    found = next((one for one in KINDS if one.name == kind), None)
    if not found:
        raise QueryError(_unknown(Said(f"there is no kind '{kind}'", f"没有“{kind}”这一类"), kind, _NAMES))
    return [_record(reading, found, name, record) for name, record in reading.dataset[kind].items()]


def chosen(held: list[Row], asked: Iterable[Condition], language: str) -> list[Row]:
    """Return the rows of which every condition holds; QueryError for a field that no row has."""
    wanted = tuple(asked)
    need_fields(held, [one.field for one in wanted])
    return [row for row in held if all(one.holds(values(row, one.field, language)) for one in wanted)]


def need_fields(held: list[Row], fields: Iterable[str]) -> None:
    """Refuse a field that no row has."""
    known: set[str] = set()
    for name in fields if held else ():
        known = known or {path for row in held for path in _paths(row)}
        if name not in known:
            raise QueryError(_unknown(Said(f"there is no field '{name}'", f"没有字段“{name}”"), name, sorted(known)))


def values(row: Row, field: str, language: str) -> list[str]:
    """Return the single values under a field as they are written, none for none; of a text that in the language."""
    return list(_leaves(value(row, field, language)))


def value(row: Row, field: str, language: str) -> Any:
    """Return what stands under a field, lists and mappings too; of a text that in the language."""
    return _in(_under(row, field.split(".")), language)


def advice(held: list[Row], asked: Iterable[Condition], language: str) -> Said:
    """Return what a field may be that was asked for something that no row has; silence where it may be anything."""
    for one in asked:
        known = {told for row in held for told in values(row, one.field, language)} if one.sign == "=" else set()
        if one.value and 0 < len(known) <= _FEW and one.value not in known:
            names = several(sorted(known))
            return Said(f"'{one.field}' is one of: {names.en}.", f"“{one.field}”可以是：{names.zh}。")
    return SILENCE


def defaults(kind: str) -> tuple[str, ...]:
    """Return the fields that are shown of a kind."""
    named = next((one.title for one in KINDS if one.name == kind), "")
    return DEFAULTS.get(kind) or tuple(filter(None, ("id", named)))


def _record(reading: Reading, kind: Kind, name: str, record: Model) -> Row:
    ref = f"{kind.name}/{name}" if name else kind.name
    owner = kind.inside.owner(name) if kind.inside else ref
    named = reading.dataset.named_by.get(ref, ())
    told = {"id": name, "file": reading.dataset.locations[owner].document.path, "used": len(named), "used_by": named}
    own = {"title": title(reading, ref)} if kind.title else {}
    return {**own, **told, **({"owner": owner} if kind.inside else {}), **_dumped(record), "id": name}


def _statements(reading: Reading) -> Iterator[Row]:
    for owner, record in reading.dataset.named():
        for keys, held in reading.dataset.statements_in[owner]:
            yield _statement(reading, record, Held(owner, keys, held))


def _statement(reading: Reading, record: Model, one: Held) -> Row:
    dataset, held = reading.dataset, one.statement
    location = dataset.locations[one.owner]
    fact = held if isinstance(held, Fact) else None
    sources = sources_of(fact) if fact else ()
    return {
        **_dumped(held),
        "ref": statement_ref(one.owner, one.keys, held),
        "shape": next(name for name in ("fact", "view", "use") if isinstance(held, _SHAPES[name])),
        "owner": one.owner,
        kind_of(one.owner).name: one.owner.partition("/")[2],
        "file": location.document.path,
        "line": location.document.at((*location.keys, *one.keys))[0],
        "at": record_path(one.keys),
        "question": str(one.keys[1]) if isinstance(record, City) and one.keys[0] == "facts" else None,
        "measure": _measure(record, one.keys),
        "says": plain(reading, held),
        "form": fact.form if fact else None,
        "support": support(dataset, fact) if fact else None,
        "checked": checked_on(record, fact) if fact else None,
        "sources": sources,
        "source": [{"id": source, **_dumped(dataset.whole.of(Source)[source])} for source in sources],
        "facts": named_in(held),
    }


def _measure(record: Model, keys: Keys) -> str | None:
    if isinstance(record, City) and keys[0] == "areas" and "measures" in keys:
        return record.areas[int(keys[1])].measures[int(keys[3])].id
    return None


def _dumped(record: Model) -> Row:
    return record.model_dump(mode="json", by_alias=True)


def _under(held: Any, parts: list[str]) -> Any:
    """Return what stands under a path; of a list what stands under it in each."""
    if isinstance(held, list | tuple) and parts:
        return [_under(one, parts) for one in held]
    if not parts:
        return held
    return _under(held.get(parts[0]), parts[1:]) if isinstance(held, dict) else None


def _in(held: Any, language: str) -> Any:
    if isinstance(held, dict):
        both = held.keys() == {"zh", "en"}
        return held[language] if both else {key: _in(one, language) for key, one in held.items()}
    return [_in(one, language) for one in held] if isinstance(held, list | tuple) else held


def _leaves(held: Any) -> Iterator[str]:
    if isinstance(held, dict | list):
        for one in held.values() if isinstance(held, dict) else held:
            yield from _leaves(one)
    elif isinstance(held, bool):
        yield "true" if held else "false"
    elif held is not None and held != "":
        yield f"{held:.15g}" if isinstance(held, float) else str(held)


def _paths(held: Any, before: str = "") -> Iterator[str]:
    """Yield every field of a row and of what it holds."""
    if isinstance(held, dict):
        for key, one in held.items():
            yield f"{before}{key}"
            yield from _paths(one, f"{before}{key}.")
    elif isinstance(held, list | tuple):
        for one in held:
            yield from _paths(one, before)


def _unknown(what: Said, name: str, known: Iterable[str]) -> Said:
    held = list(known)
    own = several(one for one in held if "." not in one)
    hint = meant_or(nearest(name, held), Said(f"There are: {own.en}.", f"可用的有：{own.zh}。"))
    return Said(f"{what.en}. {hint.en}", f"{what.zh}。{hint.zh}")
