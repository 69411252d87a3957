"""Brings the files of data/ into today's shape, one step after the other: all of them, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.edit.migrations import m0001_checked_once, m0002_shapes
from macros.edit.patch import Patch
from macros.edit.steps import Step
from macros.load.files import find
from macros.load.yaml_nodes import nodes, reads
from macros.load.yaml_reader import read
from macros.model.kinds import FILED, Kind
from macros.model.statement import Stated
from macros.problems import Keys, Problem, Said, record_path

STEPS = (m0001_checked_once.change, m0002_shapes.change)
"""Each changes a record through a patch; in today's shape it changes none."""

_BY_HAND = Said(
    "Write its keys on lines of their own, as in the files beside it, and run this again.",
    "请照旁边文件的样子，把各个键分行写，再运行一次。",
)
_NO_RULE = Said("no rule can change this file without harm", "没有规则能改这个文件而不弄坏它")
_DECIDE = Said("this is for a person to decide", "这里要由人来决定")


@dataclass(frozen=True)
class Migration:
    """What would be written; nothing as long as there are problems."""

    texts: Mapping[Path, str]
    changes: Mapping[str, int]
    """Path relative to the project → number of places."""
    problems: tuple[Problem, ...]
    due: tuple[Problem, ...] = ()
    """What a person must decide, at its place in the new texts."""


def migration(root: Path) -> Migration:
    """Return what has to be changed in the files of a project; files that are no sound YAML are problems."""
    texts, changes = dict[Path, str](), dict[str, int]()
    problems, due = list[Problem](), list[Problem]()
    for kind, file in _files(root):
        path = file.relative_to(root).as_posix()
        document, faults = read(file, path)
        problems += (fault for fault in faults if fault.level == "error")
        if faults or document.value is None:
            continue
        try:
            text, done = _changed(kind, file.read_bytes().decode("utf-8"))
        except (LookupError, TypeError, ValueError):  # in a form that nobody thought of
            text, done = "", Step()
        if not reads(text.removeprefix("\ufeff")):
            problems.append(Problem(path, 1, 1, "decide", _NO_RULE, _BY_HAND))
        elif done.changed or done.due:
            if done.changed:
                texts[file], changes[path] = text, done.changed
            due += _problems(path, text, done)
    return Migration(texts, changes, tuple(problems), tuple(due))


def _files(root: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield the files that hold records with statements."""
    found = find(root)
    for kind in FILED:
        if issubclass(kind.type, Stated):
            yield from ((kind, file) for file in found.files[kind.name])


def _changed(kind: Kind, text: str) -> tuple[str, Step]:
    """Return a text in today's shape, and what was done to it."""
    total = Step()
    for step in STEPS:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        patch = Patch(text.removeprefix(mark))
        for done in [step(patch, record) for record in _records(kind, patch)]:
            total.changed += done.changed
            total.due += done.due
        text = mark + patch.result
    return text, total


def _problems(path: str, text: str, done: Step) -> Iterator[Problem]:
    root = nodes(text.removeprefix("\ufeff"))
    for keys, hint in done.due:
        before = text[: root.at(keys).start]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Problem(path, line, column, "decide", _DECIDE, hint, "warning", record_path(keys))


def _records(kind: Kind, patch: Patch) -> list[Keys]:
    """Return where the records of a file stand."""
    return [(name,) for name in patch.root.entries] if kind.layout == "entries" else [()]
