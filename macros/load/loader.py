"""data/ → the data set: every file read, typed and indexed; every problem of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.load import translations
from macros.load.dataset import Dataset, Location, stand_inside
from macros.load.drafts import Draft, cut, is_draft
from macros.load.files import find, wrong_place
from macros.load.kept import Kept, digest_of
from macros.load.lacking import ANYTHING, Lack, Lacking
from macros.load.likeness import looks_unlike, looks_unlike_entry
from macros.load.model_errors import Fault, explain
from macros.load.model_hints import as_id
from macros.load.store import Read, Typed
from macros.load.translations import Translations
from macros.load.valid_parts import ValidParts, adapter
from macros.load.yaml_reader import Document, read
from macros.load.yaml_scalars import UNREAD
from macros.model.base import Model
from macros.model.kinds import FILED, KINDS, Kind, ref
from macros.model.scalars import Id, is_id
from macros.problems import Keys, Problem, Said

_POOL_FROM = 100  # files; below that, starting processes costs more than it saves


@dataclass
class _Loaded:
    """What has been found so far."""

    problems: list[Problem]
    misplaced: list[tuple[str, Kind]]
    """Id and kind of records that stand in the wrong place."""
    kept: Kept
    records: dict[str, dict[str, Model]] = field(default_factory=lambda: {kind.name: {} for kind in FILED})
    known: dict[str, set[str]] = field(default_factory=lambda: {kind.name: set() for kind in KINDS})
    locations: dict[str, Location] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    lacking: dict[str, Lack] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def dataset(self, remembered: Translations) -> Dataset:
        """Return all of it as a data set."""
        known = {kind: frozenset(names) for kind, names in self.known.items()}
        incomplete, lacking = frozenset(self.incomplete), Lacking(self.lacking)
        return Dataset(
            self.records, known, self.locations, incomplete, lacking, remembered, self.drafts, found=self.kept.parts
        )


def load(root: Path, kept: Kept | None = None) -> tuple[Dataset, list[Problem]]:
    """Read and type all of `root`/data; of what is `kept` from before only what has changed.

    Every problem of every file is returned; the data set holds what could be read, of faulty records too.
    """
    root = root.absolute()  # for who finds again what was kept of a file, from another folder
    found, kept = find(root), kept or Kept()
    files = [(file, file.relative_to(root).as_posix()) for held in found.files.values() for file in held]
    documents = _read(files, kept)
    loaded = _Loaded(found.problems, found.misplaced, kept, incomplete=found.unread)
    for kind in FILED:
        _load_kind(kind, {file: documents[file] for file in found.files[kind.name]}, loaded)
    for kind in KINDS:
        if kind.inside:
            loaded.known[kind.name] |= {name for name, _ in stand_inside(kind, loaded.records)}
    for name, kind in loaded.misplaced:
        loaded.known[kind.name].add(name)
    return loaded.dataset(_translations(root, kept)), loaded.problems


def _translations(root: Path, kept: Kept) -> Translations:
    """Return which texts say the same in both languages; what is kept, if the file is as it was."""
    digest = digest_of(translations.path(root))
    if digest != kept.translations[0]:
        kept.translations = digest, translations.read(root)
    return kept.translations[1]


def _load_kind(kind: Kind, files: dict[Path, Read], loaded: _Loaded) -> None:
    """Add the records of a kind to what has been found; of faulty ones what can be read."""
    if not files and kind.layout != "files" and kind.is_due:
        loaded.incomplete.add(kind.name)
    for file, (document, faults) in files.items():
        loaded.problems += (_with_way_out(kind, fault) for fault in faults)
        if document.value is None:
            loaded.incomplete.add(kind.name)
            if kind.layout == "files":
                loaded.known[kind.name].add(file.stem)
        elif meant := looks_unlike(kind, document.value):
            loaded.problems.append(wrong_place(document, (), kind, meant))
            loaded.misplaced.append((file.stem, meant))
        else:
            for name, keys, value, model in _entries(kind, file, document):
                _add(kind, name, model, value, Location(document, keys), loaded)
    if kind.layout == "files":
        held = loaded.records[kind.name].items()
        loaded.records[kind.name] = dict(sorted(held, key=lambda pair: (getattr(pair[1], "order", 0), pair[0])))


def _add(kind: Kind, name: str, model: Any, value: Any, location: Location, loaded: _Loaded) -> None:
    """Add a record, or say why it cannot be one of its kind."""
    document, keys = location
    if keys and (meant := looks_unlike_entry(kind, value)):
        loaded.problems.append(wrong_place(document, keys, kind, meant))
        loaded.misplaced.append((name, meant))
        return
    if name in loaded.known[kind.name]:
        loaded.problems.append(_twice(loaded.locations[ref(kind.name, name)], name, document, keys))
        return
    loaded.known[kind.name].add(name)
    drafted = cut(model, value, document, keys) if is_draft(value) else None
    if drafted:
        loaded.drafts[ref(kind.name, name)] = drafted.draft
        value, document = drafted.value, drafted.document
    loaded.locations[ref(kind.name, name)] = Location(document, keys)
    if (typed := loaded.kept.typed(document, keys)) is None:
        typed = _record(model, value, document, keys, drafted.follows if drafted else None)
        loaded.kept.records[document.path, keys] = document, typed
    record, problems, lack = typed
    if drafted and not drafted.draft.is_shown:
        loaded.problems += problems
        return
    if isinstance(record, Model):
        loaded.records[kind.name][name] = record
    else:  # a file of many that is no mapping
        loaded.incomplete.add(kind.name)
    if problems or not document.is_whole:
        loaded.lacking[ref(kind.name, name)] = lack if document.is_whole else ANYTHING
    loaded.problems += problems


def _read(files: list[tuple[Path, str]], kept: Kept) -> dict[Path, Read]:
    """Return what each file holds, read by several processes where it is many that have to be."""
    digests = {file: digest_of(file) for file, _ in files}  # before reading: a file may change meanwhile
    known = {file: held for file, _ in files if (held := kept.read(file, digests[file]))}
    due = [(file, path) for file, path in files if file not in known]
    if len(due) < _POOL_FROM:
        made = {file: read(file, path) for file, path in due}
    else:
        with ProcessPoolExecutor() as pool:
            results = pool.map(read, *zip(*due, strict=True), chunksize=max(1, len(due) // 16))
            made = {file: result for (file, _), result in zip(due, results, strict=True)}
    kept.documents |= {file: (digests[file], held) for file, held in made.items()}
    return known | made


def _entries(kind: Kind, file: Path, document: Document) -> Iterator[tuple[str, Keys, Any, Any]]:
    """Yield id, keys, plain value and type of each record in a file; a file of many that is none is one, faulty."""
    if kind.layout == "entries" and isinstance(document.value, dict):
        for key, value in document.value.items():
            if key is not UNREAD:
                yield key, (key,), value, kind.type
    else:
        yield _named(file) if kind.layout == "files" else "", (), document.value, kind.file_type


def _named(file: Path) -> str:
    """Return the id of the record in a file; of a name that is none what it should be, as whatever names it has it."""
    return file.stem if is_id(file.stem) else as_id(file.stem) or file.stem


def _with_way_out(kind: Kind, problem: Problem) -> Problem:
    """Name the folder into which a file of many that is too large can be split."""
    if problem.rule != "yaml-size" or kind.layout != "entries":
        return problem
    hint = Said(
        f"Move some of its records to files of any name in data/{kind.folder}/.",
        f"请把一部分记录移到data/{kind.folder}/里，文件名自定。",
    )
    return replace(problem, hint=hint)


def _twice(first: Location, name: str, document: Document, keys: Keys) -> Problem:
    """Return the problem of an id that stands in two files of a kind."""
    path, line = first.document.path, first.document.at(first.keys)[0]
    message = Said(f"the id '{name}' stands already in {path}, line {line}", f"编号“{name}”已经在{path}第{line}行用了")
    hint = Said("Keep one of the two, or give the newer one another id.", "请只留一个，或者给后加的那个换个编号。")
    return document.problem(keys, "duplicate-id", message, hint)


def _record(
    kind: Any, value: Any, document: Document, keys: Keys, spared: Callable[[Keys], bool] | None = None
) -> Typed:
    """Return a record, what is wrong with it, and what may stand in the parts of it that could not be read.

    Faults at places that are spared are none.
    """
    parts, faults = ValidParts(kind), list[Fault]()
    try:
        record = adapter(kind).validate_python(value)
    except ValidationError as error:
        record = parts.record(value)
        told = [*error.errors(include_url=False), *parts.errors]
        errors = [one for one in told if not (spared and spared(one["loc"]))]
        faults = list(explain(kind, errors, lambda loc: document.written((*keys, *loc))))
    problems = [
        document.problem((*keys, *fault.keys), fault.rule, fault.message, fault.hint)
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
