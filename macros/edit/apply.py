"""Makes the change that somebody proposes in the files of data/: all of it, or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.check.run import check
from macros.edit.blend import Order, added, appended, blended, removed
from macros.edit.fix import Fixed
from macros.edit.snippet import block
from macros.load.change import NOTHING, Change, Edit, canonical
from macros.load.dataset import Dataset
from macros.load.files import find
from macros.load.model_fields import in_order
from macros.load.yaml_builder import Builder
from macros.model.kinds import Kind, kind_of
from macros.problems import Keys, Problem, Said, record_path

_READ_BY_CHECK = ("content", "overrides")
"""Folders besides data/ that rules look at."""


@dataclass(frozen=True)
class Applied:
    """What a change comes to; where there are conflicts or problems, nothing is to be written."""

    files: tuple[Fixed, ...]
    conflicts: tuple[Problem, ...]
    """Where the data are no longer what the change was made from."""
    problems: tuple[Problem, ...] = ()
    """Errors that the data have with the change and did not have before."""


class _UnlikeError(LookupError):
    """What stands at a place is not what the change was made from."""

    def __init__(self, keys: Keys, found: Any) -> None:
        self.keys = keys
        self.found = found


def applied(root: Path, change: Change) -> Applied:
    """Return what a change makes of the files of a project."""
    project, before = check(root)
    texts: dict[Path, str] = {}
    conflicts: list[Problem] = []
    for edit in change.edits:
        file, base = _place(root, project.dataset, edit.record)
        text = texts.get(file)
        if text is None:
            text = file.read_bytes().decode("utf-8") if file.exists() else ""
        try:
            texts[file] = _edited(text, kind_of(edit.record), base, edit)
        except _UnlikeError as error:
            conflicts.append(_conflict(root, file, text, edit, (*base, *error.keys), error.found))
        except (LookupError, ValueError):
            conflicts.append(_conflict(root, file, text, edit, base, NOTHING, is_hard=True))
    if conflicts:
        return Applied((), tuple(conflicts))
    files = tuple(_file(root, file, text) for file, text in texts.items())
    return Applied(files, (), tuple(_new_problems(root, texts, before)))


def _file(root: Path, file: Path, text: str) -> Fixed:
    before = file.read_bytes().decode("utf-8") if file.exists() else ""
    return Fixed(file, file.relative_to(root).as_posix(), before, text)


def _place(root: Path, dataset: Dataset, record: str) -> tuple[Path, Keys]:
    """Return the file in which a record stands, or is to stand, and the keys that lead to it."""
    if record in dataset.locations:
        document, keys = dataset.locations[record]
        return document.file, keys
    kind, (_, _, name) = kind_of(record), record.partition("/")
    if kind.layout == "files":
        return root / "data" / kind.place / f"{name}.yml", ()
    return _file_of_many(root, kind, name), (name,)


def _file_of_many(root: Path, kind: Kind, name: str) -> Path:
    """Return the file for a new entry: in the folder of the kind that of its subject, `lisbon-1` → lisbon.yml."""
    whole = root / "data" / kind.place
    held = find(root).files[kind.name]
    if whole in held or not held:
        return whole
    stem, _, number = name.rpartition("-")
    return root / "data" / kind.folder / f"{stem if stem and number.isdigit() else name}.yml"


def _edited(text: str, kind: Kind, base: Keys, edit: Edit) -> str:
    """Return a text with one change in it; _UnlikeError where it does not fit."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    value = Builder("").build(text) if text else None
    held = _under(value, base)
    if not edit.at:
        if held is not NOTHING:
            raise _UnlikeError((), held)
        return mark + _with_record(text, kind, base, edit.new)
    keys = _keys(held, edit.at)
    found = _under(held, keys)
    if canonical(found) != canonical(edit.old):
        raise _UnlikeError(keys, found)

    def order(around: Keys) -> Iterable[str]:
        return in_order(kind.type, held, around[len(base) :])

    return mark + _changed(text, (*base, *keys), edit, order)


def _changed(text: str, keys: Keys, edit: Edit, order: Order) -> str:
    if edit.old is not NOTHING and edit.new is not NOTHING:
        return blended(text, keys, edit.old, edit.new, order)
    if edit.new is NOTHING:
        return removed(text, keys)
    if isinstance(keys[-1], int):
        return appended(text, keys[:-1], keys[-1], edit.new)
    return added(text, keys, edit.new, order)


def _under(value: Any, keys: Keys) -> Any:
    for key in keys:
        known = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        if key not in known:
            return NOTHING
        value = value[key]
    return NOTHING if value is None else value


def _keys(value: Any, at: tuple[str, ...]) -> Keys:
    """Return the keys of a place, in which items of lists are named by their ids; the last may lead to nothing yet."""
    keys: Keys = ()
    for place, key in enumerate(at):
        if isinstance(value, list) and key.startswith("#"):
            ids = [one.get("id") if isinstance(one, dict) else None for one in value]
            is_new = key[1:] not in ids and place == len(at) - 1
            keys = (*keys, len(ids) if is_new else ids.index(key[1:]) if key[1:] in ids else -1)
        else:
            keys = (*keys, key)
        value = _under(value, keys[-1:])
        if (value is NOTHING and place < len(at) - 1) or (key.startswith("#") and isinstance(keys[-1], str)):
            raise _UnlikeError(keys, NOTHING)
    return keys


def _with_record(text: str, kind: Kind, base: Keys, record: dict[str, Any]) -> str:
    """Return a file with one more record, at its end."""
    head = text or f"# yaml-language-server: $schema=../schema/{kind.schema}.json\n"
    head = head if head.endswith("\n") else f"{head}\n"
    return f"{head}{block({base[0]: record} if base else record)}\n"


def _conflict(
    root: Path, file: Path, text: str, edit: Edit, keys: Keys, found: Any, *, is_hard: bool = False
) -> Problem:
    """Return the problem of a change that does not fit, at the place of what stands there."""
    path = file.relative_to(root).as_posix()
    place = f"{edit.record}: {' '.join(edit.at)}"
    if is_hard:
        message = Said(
            f"{place}: it is written here in a way that cannot be changed in part", f"{place}：这里的写法无法只改一部分"
        )
        return Problem(path, 1, 1, "decide", message, Said("Change it by hand.", "请手工修改。"))
    places: dict[Keys, Any] = {}
    Builder(path, places).build(text.removeprefix("\ufeff"))
    line, column, _ = next((places[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in places), (1, 1, ""))
    held, old, new = _told(found), _told(edit.old), _told(edit.new)
    message = Said(
        f"{place}: the data say {held.en}; the change was made from {old.en}",
        f"{place}：数据里现在是{held.zh}，而修改时依据的是{old.zh}",
    )
    hint = Said(f"It would say {new.en}. Decide by hand.", f"要改成的是{new.zh}。请人工决定。")
    return Problem(path, line, column, "decide", message, hint, at=record_path(keys))


def _told(value: Any) -> Said:
    if value is NOTHING:
        return Said("nothing", "空")
    text = canonical(value)
    shown = text if len(text) <= 300 else f"{text[:299]}…"
    return Said(shown, shown)


def _new_problems(root: Path, texts: dict[Path, str], before: list[Problem]) -> list[Problem]:
    """Return the errors that the changed data have and the data before had not, wherever these stood."""
    known = {(one.path, one.rule, one.message) for one in before}
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        copy = Path(folder).resolve()
        for name in ("data", *_READ_BY_CHECK):
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        for file, text in texts.items():
            there = copy / file.relative_to(root)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(text.encode())
        found = check(copy)[1]
    return [one for one in found if one.level == "error" and (one.path, one.rule, one.message) not in known]
