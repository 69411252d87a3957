"""data/ → the data set: every file read, typed and indexed; every problem of every file."""

from __future__ import annotations

import functools
import gc
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from macros.load import translations
from macros.load.dataset import Dataset, Location, stand_inside
from macros.load.drafts import Draft, cut, is_draft
from macros.load.files import find, wrong_place
from macros.load.kept import Kept, digest_of
from macros.load.lacking import ANYTHING, Lack, Lacking
from macros.load.likeness import looks_unlike, looks_unlike_entry
from macros.load.made import Read, entries, make, typed
from macros.load.store import Store, packed
from macros.load.translations import Translations
from macros.load.yaml_reader import Document
from macros.model.base import Model
from macros.model.kinds import BY_NAME, FILED, KINDS, Kind, ref
from macros.problems import Keys, Problem, Said

_POOL_FROM = 100  # files; below that, starting processes costs more than it saves


class _File(NamedTuple):
    """A file to be read."""

    file: Path
    path: str
    """In the project."""
    kind: str
    """Of its records."""


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
    files = [
        _File(file, file.relative_to(root).as_posix(), kind) for kind, held in found.files.items() for file in held
    ]
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
            for name, keys, value, model in entries(kind, file, document):
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
    held = None if drafted else loaded.kept.typed(document, keys)
    record, problems, lack = held or typed(model, value, document, keys, drafted.follows if drafted else None)
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


def _read(files: list[_File], kept: Kept) -> dict[Path, Read]:
    """Return what each file holds; those that have to be read are, by several processes where they are many."""
    digests = {one.file: digest_of(one.file) for one in files}  # before reading: a file may change meanwhile
    due = [(one, digests[one.file]) for one in files if not kept.recalls(one.file, digests[one.file])]
    if len(due) < _POOL_FROM:
        for one, digest in due:
            made = make(BY_NAME[one.kind], one.file, one.path)
            kept.take(one.file, digest, made)
            if kept.store:
                _keep(kept.store, one.file, digest, packed(made))
    else:
        with ProcessPoolExecutor(initializer=gc.disable) as pool:
            work = functools.partial(_packed, kept.store)
            contents = pool.map(work, *zip(*due, strict=True), chunksize=max(1, len(due) // 16))
            for (one, digest), content in zip(due, contents, strict=True):
                kept.take(one.file, digest, pickle.loads(content))  # noqa: S301  # of a process of our own
    if due and kept.store:
        kept.store.forget()
    return {one.file: kept.documents[one.file][1] for one in files}


def _packed(store: Store | None, one: _File, digest: bytes) -> bytes:
    """Return what is made of a file in bytes, which are kept, too."""
    content = packed(make(BY_NAME[one.kind], one.file, one.path))
    if store:
        _keep(store, one.file, digest, content)
    return content


def _keep(store: Store, file: Path, digest: bytes, content: bytes) -> None:
    if digest and digest_of(file) == digest:  # else it was read when it had changed already
        store.put(file, digest, content)


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
