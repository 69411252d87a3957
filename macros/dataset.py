"""Everything in data/, loaded, typed and indexed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from macros import source
from macros.model import SHAPES, Shape
from macros.model.base import ID_PATTERN, RESERVED_IDS, Id, Model
from macros.model.city import Area, City, Measure
from macros.model.collections import Dimension, Label, Relations, Schedule, Source, Term
from macros.model.faults import Fault, explain, id_hint, nearest, shown
from macros.model.guide import Domain, Guide, Implication, Lesson, System
from macros.model.guide import Path as PlanningPath
from macros.model.walk import claims, references
from macros.problems import Problem

_POOL_FROM = 100  # files; below that, starting processes costs more than it saves


class Place(NamedTuple):
    """Where a record stands: its file, and the keys that lead to it inside."""

    document: source.Document
    keys: source.Keys


class Located(NamedTuple):
    """A measure and what it belongs to."""

    city: str
    area: Area
    measure: Measure


class Reference(NamedTuple):
    """One record naming another."""

    owner: str
    """`<kind>/<id>` of the record that names."""
    keys: source.Keys
    """Where in the owner's record."""
    kind: str
    """Of the record that is named."""
    id: str
    """Of the record that is named."""


@dataclass(frozen=True)
class Dataset:
    """All records by id, in the order of lists. Records with faults are left out, but their ids are `known`."""

    city: Mapping[str, City]
    lesson: Mapping[str, Lesson]
    implication: Mapping[str, Implication]
    path: Mapping[str, PlanningPath]
    system: Mapping[str, System]
    domain: Mapping[str, Domain]
    schedule: Schedule | None
    relations: Relations | None
    dimensions: Mapping[str, Dimension]
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    labels: Mapping[str, Label]
    known: Mapping[str, frozenset[str]]
    """Kind → every id of that kind, those of faulty records too."""
    places: Mapping[str, Place] = field(repr=False)
    """`<kind>/<id>` (or the shape's name for schedule and relations) → where the record stands."""
    incomplete: frozenset[str] = frozenset()
    """Names of shapes of which some file could not be read."""

    @functools.cached_property
    def measures(self) -> dict[str, Located]:
        """Return every measure by its global id `<city>.<measure>`."""
        return {
            f"{city_id}.{measure.id}": Located(city_id, area, measure)
            for city_id, city in self.city.items()
            for area in city.areas
            for measure in area.measures
        }

    def bearing(self, table: str, column: str) -> tuple[Located, ...]:
        """Return the measures that name `column` among their lessons, domains or systems (`table`)."""
        return self._bearing.get((table, column), ())

    def covered(self, table: str, column: str) -> int:
        """Return how many cities have a measure that names `column` among their `table`."""
        return self._covered.get((table, column), 0)

    @functools.cached_property
    def _covered(self) -> dict[tuple[str, str], int]:
        return {key: len({located.city for located in held}) for key, held in self._bearing.items()}

    @functools.cached_property
    def _bearing(self) -> dict[tuple[str, str], tuple[Located, ...]]:
        found: dict[tuple[str, str], list[Located]] = {}
        for located in self.measures.values():
            for table in ("lessons", "domains", "systems"):
                for column in getattr(located.measure, table):
                    found.setdefault((table, column), []).append(located)
        return {key: tuple(held) for key, held in found.items()}

    @functools.cached_property
    def references(self) -> tuple[Reference, ...]:
        """Return every reference of every record."""
        return tuple(
            Reference(owner, keys, kind, name)
            for owner, record in self.records()
            for keys, kind, name in references(record)
        )

    @functools.cached_property
    def named_by(self) -> dict[str, tuple[str, ...]]:
        """Return `<kind>/<id>` → the owners that name it, each once, in the order of records."""
        found: dict[str, dict[str, None]] = {}
        for reference in self.references:
            found.setdefault(f"{reference.kind}/{reference.id}", {})[reference.owner] = None
        return {name: tuple(owners) for name, owners in found.items()}

    @functools.cached_property
    def source_numbers(self) -> dict[str, int]:
        """Return each source's place in the list, from 0."""
        return {name: n for n, name in enumerate(self.sources)}

    @functools.cached_property
    def data_date(self) -> str:
        """Return the newest date on which a source was read: the date of the data."""
        checked = [held.checked for _, record in self.records() for _, held in claims(record) if held.checked]
        return max([*checked, *(held.checked for held in self.sources.values())], default="1970")

    def names(self, owner: str) -> tuple[str, ...]:
        """Return `<kind>/<id>` of everything that a record names, each once."""
        return self._names.get(owner, ())

    @functools.cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for reference in self.references:
            found.setdefault(reference.owner, {})[f"{reference.kind}/{reference.id}"] = None
        return {owner: tuple(names) for owner, names in found.items()}

    def records(self) -> Iterator[tuple[str, Model]]:
        """Yield every record with its `<kind>/<id>`; schedule and relations by their bare names."""
        for kind in ("city", "lesson", "implication", "path", "system", "domain"):
            for name, record in getattr(self, kind).items():
                yield f"{kind}/{name}", record
        for kind, mapping in (("dimension", self.dimensions), ("source", self.sources), ("term", self.glossary)):
            for name, record in mapping.items():
                yield f"{kind}/{name}", record
        if self.schedule:
            yield "schedule", self.schedule
        if self.relations:
            yield "relations", self.relations

    def guides(self) -> Iterator[tuple[str, str, Guide]]:
        """Yield kind, id and record of everything that may hold a checklist, in the order of lists."""
        for kind in ("path", "system", "domain", "lesson", "implication"):
            for name, record in getattr(self, kind).items():
                yield kind, name, record

    def problem(self, owner: str, keys: source.Keys, rule: str, message: str, hint: str, **more: Any) -> Problem:
        """Make a problem at `keys` inside the record of `owner`."""
        place = self.places[owner]
        line, column = place.document.at((*place.keys, *keys))
        return Problem(place.document.path, line, column, rule, message, hint, **more)


def load(root: Path) -> tuple[Dataset, list[Problem]]:
    """Read and type all of `root`/data.

    Every problem of every file is returned; the data set holds what is sound.
    """
    files, problems = _find(root)
    held: dict[str, Any] = {}
    known: dict[str, frozenset[str]] = {}
    places: dict[str, Place] = {}
    incomplete = {shape.name for shape in SHAPES if not shape.is_folder and not files[shape.name]}
    documents = _read([(file, file.relative_to(root).as_posix()) for shape in files for file in files[shape]])
    for shape in SHAPES:
        records, ids = {}, set()
        for file in files[shape.name]:
            document, faults = documents[file]
            problems += faults
            if document.value is None:
                incomplete.add(shape.name)
                if shape.is_folder:
                    ids.add(file.stem)
                continue
            for kind, name, keys, value, model in _entries(shape, file, document):
                ids.add(name)
                places[f"{kind}/{name}" if name else kind] = Place(document, keys)
                record = _validate(model, value, document, keys, problems)
                if record is None:
                    incomplete.add(shape.name)
                else:
                    records[name] = record
        known[_KIND.get(shape.name, shape.name)] = frozenset(ids)
        held[shape.name] = records
    return _assemble(held, known, places, frozenset(incomplete)), problems


_KIND = {"dimensions": "dimension", "sources": "source", "glossary": "term", "labels": "label"}


def _find(root: Path) -> tuple[dict[str, list[Path]], list[Problem]]:
    """Return the files of each shape, sorted, and a problem for each that is missing or has no place in data/."""
    files: dict[str, list[Path]] = {}
    problems = []
    for shape in SHAPES:
        place = root / "data" / shape.place
        if shape.is_folder:
            files[shape.name] = sorted(place.glob("*.yml"))
            problems += [problem for file in files[shape.name] if (problem := _file_name(root, file))]
        else:
            files[shape.name] = [place] if place.exists() else []
            if not place.exists():
                problems.append(
                    _at_file(root, place, "missing-file", "the file is missing", "Restore it from the history.")
                )
    return files, [*problems, *_strays(root)]


def _strays(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder in data/ that nothing reads; hidden ones are the system's, not ours."""
    places = {shape.place: shape for shape in SHAPES}
    for entry in sorted(root.glob("data/*")):
        shape = places.get(entry.name)
        inside = sorted(entry.iterdir()) if shape and shape.is_folder and entry.is_dir() else []
        strays = [file for file in inside if file.suffix != ".yml"] if shape else [entry]
        for stray in strays:
            if stray.name.startswith(".") or stray.name == "schema":
                continue
            what = "folder" if stray.is_dir() else "file"
            yield _at_file(root, stray, "stray-file", f"nothing reads this {what}", _stray_hint(stray, shape is None))


def _stray_hint(stray: Path, is_top: bool) -> str:
    if stray.suffix.lower() in (".yaml", ".yml") and not is_top:
        return f"Rename it to '{stray.stem}.yml'."
    match = nearest(stray.name, [shape.place for shape in SHAPES]) if is_top else ""
    folders = ", ".join(shape.place for shape in SHAPES if shape.is_folder)
    return f"Did you mean '{match}'?" if match else f"Records are .yml files in {folders}."


def _file_name(root: Path, file: Path) -> Problem | None:
    if file.stem in RESERVED_IDS:
        return _at_file(root, file, "file-name", f"the file name '{file.stem}' is reserved", "Choose another id.")
    if re.fullmatch(ID_PATTERN, file.stem):
        return None
    message = f"the file name {shown(file.stem)} cannot be an id"
    return _at_file(root, file, "file-name", message, f"The file name is the id. {id_hint(file.stem)}")


def _at_file(root: Path, file: Path, rule: str, message: str, hint: str) -> Problem:
    return Problem(file.relative_to(root).as_posix(), 1, 1, rule, message, hint)


def _read(files: list[tuple[Path, str]]) -> dict[Path, tuple[source.Document, list[Problem]]]:
    if len(files) < _POOL_FROM:
        return {file: source.read(file, path) for file, path in files}
    with ProcessPoolExecutor() as pool:
        results = pool.map(source.read, *zip(*files, strict=True), chunksize=max(1, len(files) // 16))
        return {file: result for (file, _), result in zip(files, results, strict=True)}


def _entries(shape: Shape, file: Path, document: source.Document) -> Iterator[tuple[str, str, source.Keys, Any, Any]]:
    """Yield kind, id, keys, plain value and type of each record in a file."""
    kind = _KIND.get(shape.name, shape.name)
    if shape.is_folder:
        yield kind, file.stem, (), document.value, shape.type
    elif get_origin(shape.type) is dict and isinstance(document.value, dict):
        for key, value in document.value.items():
            yield kind, key, (key,), value, get_args(shape.type)[1]
    else:
        yield kind, "", (), document.value, shape.type


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _validate(kind: Any, value: Any, document: source.Document, keys: source.Keys, problems: list[Problem]) -> Any:
    """Return the record, or None when it has faults; they are added to `problems`."""
    record = None
    try:
        record = _adapter(kind).validate_python(value)
        faults = []
    except ValidationError as error:
        faults = list(explain(kind, error))
    if keys:
        faults += _key(str(keys[0]))
    for fault in faults:
        place = document.at((*keys, *fault.keys))
        problems.append(Problem(document.path, *place, fault.rule, fault.message, fault.hint))
    return None if faults else record


def _key(name: str) -> list[Fault]:
    """Return what is wrong with the id of a record in a file of many."""
    try:
        _adapter(Id).validate_python(name)
    except ValidationError as error:
        return list(explain(Id, error))
    return []


def _assemble(
    held: dict[str, Any], known: dict[str, frozenset[str]], places: dict[str, Place], incomplete: frozenset[str]
) -> Dataset:
    for shape in SHAPES:
        if shape.is_folder:
            held[shape.name] = dict(sorted(held[shape.name].items(), key=lambda pair: (pair[1].order, pair[0])))
    for single in ("schedule", "relations"):
        held[single] = held[single].get("")
    measures = {
        f"{city}.{m.id}" for city, record in held["city"].items() for area in record.areas for m in area.measures
    }
    phases = frozenset(held["schedule"].phases) if held["schedule"] else frozenset()
    known |= {"measure": frozenset(measures), "phase": phases}
    return Dataset(**held, known=known, places=places, incomplete=incomplete)
