"""data/ → the data set: every file read, typed and indexed; every problem of every file."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from macros.load import yaml_reader
from macros.load.dataset import FILE_KINDS, SINGLES, Dataset, Place
from macros.load.model_errors import Fault, explain, id_hint, nearest, shown
from macros.model import SHAPES, Shape
from macros.model.base import ID_PATTERN, RESERVED_IDS, Id
from macros.problems import Problem

_POOL_FROM = 100  # files; below that, starting processes costs more than it saves


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
        known[FILE_KINDS.get(shape.name, shape.name)] = frozenset(ids)
        held[shape.name] = records
    return _assemble(held, known, places, frozenset(incomplete)), problems


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


def _read(files: list[tuple[Path, str]]) -> dict[Path, tuple[yaml_reader.Document, list[Problem]]]:
    if len(files) < _POOL_FROM:
        return {file: yaml_reader.read(file, path) for file, path in files}
    with ProcessPoolExecutor() as pool:
        results = pool.map(yaml_reader.read, *zip(*files, strict=True), chunksize=max(1, len(files) // 16))
        return {file: result for (file, _), result in zip(files, results, strict=True)}


def _entries(
    shape: Shape, file: Path, document: yaml_reader.Document
) -> Iterator[tuple[str, str, yaml_reader.Keys, Any, Any]]:
    """Yield kind, id, keys, plain value and type of each record in a file."""
    kind = FILE_KINDS.get(shape.name, shape.name)
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


def _validate(
    kind: Any, value: Any, document: yaml_reader.Document, keys: yaml_reader.Keys, problems: list[Problem]
) -> Any:
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
    for single in SINGLES:
        held[single] = held[single].get("")
    measures = {
        f"{city}.{m.id}" for city, record in held["city"].items() for area in record.areas for m in area.measures
    }
    phases = frozenset(held["schedule"].phases) if held["schedule"] else frozenset()
    known |= {"measure": frozenset(measures), "phase": phases, "item": frozenset(_items(held))}
    return Dataset(**held, known=known, places=places, incomplete=incomplete)


def _items(held: dict[str, Any]) -> Iterator[str]:
    for kind in ("path", "system", "domain", "lesson"):
        for owner, record in held[kind].items():
            yield from (f"{kind}.{owner}.{item.id}" for group in record.groups for item in group.items)
