"""data/ → the data set: every file read, typed and indexed; every problem of every file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.load.dataset import Dataset, Location, stand_inside
from macros.load.lacking import ANYTHING, Lack, Lacking
from macros.load.model_errors import Fault, explain, id_hint, shown
from macros.load.valid_parts import ValidParts, adapter
from macros.load.yaml_reader import Document, read
from macros.load.yaml_scalars import UNREAD
from macros.model.base import Model
from macros.model.kinds import FILED, KINDS, Kind, ref
from macros.model.scalars import ID_PATTERN, RESERVED_IDS, Id
from macros.problems import Keys, Problem, nearest

_POOL_FROM = 100  # files; below that, starting processes costs more than it saves


@dataclass
class _Loaded:
    """What has been found so far."""

    problems: list[Problem]
    records: dict[str, dict[str, Model]] = field(default_factory=dict)
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    lacking: dict[str, Lack] = field(default_factory=dict)


def load(root: Path) -> tuple[Dataset, list[Problem]]:
    """Read and type all of `root`/data.

    Every problem of every file is returned; the data set holds what could be read, of faulty records too.
    """
    files, problems = _find(root)
    documents = _read([(file, file.relative_to(root).as_posix()) for held in files.values() for file in held])
    loaded = _Loaded(problems)
    for kind in FILED:
        _load_kind(kind, {file: documents[file] for file in files[kind.name]}, loaded)
    for kind in KINDS:
        if kind.inside:
            loaded.known[kind.name] = frozenset(name for name, _ in stand_inside(kind, loaded.records))
    incomplete, lacking = frozenset(loaded.incomplete), Lacking(loaded.lacking)
    return Dataset(loaded.records, loaded.known, loaded.locations, incomplete, lacking=lacking), problems


def _load_kind(kind: Kind, files: dict[Path, tuple[Document, list[Problem]]], loaded: _Loaded) -> None:
    """Add the records of a kind to what has been found; of faulty ones what can be read."""
    records: dict[str, Model] = {}
    known = set()
    if not files and kind.layout != "files":
        loaded.incomplete.add(kind.name)
    for file, (document, faults) in files.items():
        loaded.problems += (_with_way_out(kind, fault) for fault in faults)
        if document.value is None:
            loaded.incomplete.add(kind.name)
            if kind.layout == "files":
                known.add(file.stem)
            continue
        for name, keys, value, model in _entries(kind, file, document):
            if name in known:
                loaded.problems.append(_twice(loaded.locations[ref(kind.name, name)], name, document, keys))
                continue
            known.add(name)
            loaded.locations[ref(kind.name, name)] = Location(document, keys)
            record, problems, lack = _record(model, value, document, keys)
            if isinstance(record, Model):
                records[name] = record
            else:  # a file of many that is no mapping
                loaded.incomplete.add(kind.name)
            if problems or not document.is_whole:
                loaded.lacking[ref(kind.name, name)] = lack if document.is_whole else ANYTHING
            loaded.problems += problems
    loaded.known[kind.name] = frozenset(known)
    if kind.layout == "files":
        records = dict(sorted(records.items(), key=lambda pair: (getattr(pair[1], "order", 0), pair[0])))
    loaded.records[kind.name] = records


def _find(root: Path) -> tuple[dict[str, list[Path]], list[Problem]]:
    """Return the files of each kind, sorted, and a problem for each that is missing or has no place in data/."""
    files: dict[str, list[Path]] = {}
    problems = []
    for kind in FILED:
        place = root / "data" / kind.place
        held = [place] if place.exists() and kind.layout != "files" else []
        if kind.folder:
            held += sorted((root / "data" / kind.folder).glob("*.yml"))
        if kind.layout == "files":
            problems += [problem for file in held if (problem := _file_name(root, file))]
        elif not held:
            message, hint = "the file is missing", "Restore it from the history."
            problems.append(_at_file(root, place, "missing-file", message, hint))
        files[kind.name] = held
    return files, [*problems, *_strays(root)]


def _strays(root: Path) -> Iterator[Problem]:
    """Yield a problem for each file or folder in data/ that nothing reads; hidden ones are the system's, not ours."""
    files, folders = {kind.place for kind in FILED}, {kind.folder for kind in FILED if kind.folder}
    for entry in sorted(root.glob("data/*")):
        kept = entry.name in (folders if entry.is_dir() else files)
        inside = sorted(entry.iterdir()) if kept and entry.is_dir() else []
        strays = [file for file in inside if file.suffix != ".yml"] if kept else [entry]
        for stray in strays:
            if stray.name.startswith(".") or stray.name == "schema":
                continue
            what = "folder" if stray.is_dir() else "file"
            yield _at_file(root, stray, "stray-file", f"nothing reads this {what}", _stray_hint(stray, not kept))


def _stray_hint(stray: Path, is_top: bool) -> str:
    if stray.suffix.lower() in (".yaml", ".yml") and not is_top:
        return f"Rename it to '{stray.stem}.yml'."
    match = nearest(stray.name, [kind.place for kind in FILED]) if is_top else ""
    folders = ", ".join(kind.place for kind in FILED if kind.layout == "files")
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


def _read(files: list[tuple[Path, str]]) -> dict[Path, tuple[Document, list[Problem]]]:
    if len(files) < _POOL_FROM:
        return {file: read(file, path) for file, path in files}
    with ProcessPoolExecutor() as pool:
        results = pool.map(read, *zip(*files, strict=True), chunksize=max(1, len(files) // 16))
        return {file: result for (file, _), result in zip(files, results, strict=True)}


def _entries(kind: Kind, file: Path, document: Document) -> Iterator[tuple[str, Keys, Any, Any]]:
    """Yield id, keys, plain value and type of each record in a file; a file of many that is none is one, faulty."""
    if kind.layout == "entries" and isinstance(document.value, dict):
        for key, value in document.value.items():
            if key is not UNREAD:
                yield key, (key,), value, kind.type
    else:
        yield file.stem if kind.layout == "files" else "", (), document.value, kind.file_type


def _with_way_out(kind: Kind, problem: Problem) -> Problem:
    """Name the folder into which a file of many that is too large can be split."""
    if problem.rule != "yaml-size" or kind.layout != "entries":
        return problem
    return replace(problem, hint=f"Move some of its records to files of any name in data/{kind.folder}/.")


def _twice(first: Location, name: str, document: Document, keys: Keys) -> Problem:
    """Return the problem of an id that stands in two files of a kind."""
    where = f"{first.document.path}, line {first.document.at(first.keys)[0]}"
    message = f"the id '{name}' stands already in {where}"
    hint = "Keep one of the two, or give the newer one another id."
    return Problem(document.path, *document.at(keys), "duplicate-id", message, hint)


def _record(kind: Any, value: Any, document: Document, keys: Keys) -> tuple[Any, list[Problem], Lack]:
    """Return a record, what is wrong with it, and what may stand in the parts of it that could not be read."""
    parts, faults = ValidParts(kind), list[Fault]()
    try:
        record = adapter(kind).validate_python(value)
    except ValidationError as error:
        record = parts.record(value)
        faults = list(explain(kind, [*error.errors(include_url=False), *parts.errors]))
    problems = [
        Problem(document.path, *document.at((*keys, *fault.keys)), fault.rule, fault.message, fault.hint)
        for fault in (*faults, *(_key(str(keys[0])) if keys else ()))
    ]
    return record, problems, parts.lack


def _key(name: str) -> list[Fault]:
    """Return what is wrong with the id of a record in a file of many."""
    try:
        adapter(Id).validate_python(name)
    except ValidationError as error:
        return list(explain(Id, error.errors(include_url=False)))
    return []
