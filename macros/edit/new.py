"""Begins a record: at a free id, in the file where it belongs, without touching what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from macros.edit.template import Given, template
from macros.load.dataset import Dataset
from macros.load.files import find
from macros.load.loader import load
from macros.model.dimension import Dimension
from macros.model.kinds import BY_NAME, Kind, ref
from macros.model.scalars import RESERVED_IDS, is_id
from macros.problems import SILENCE, Said, SaidError, meant_or, nearest, several

NUMBERED = "source"
"""The kind whose ids are a subject and a number."""
_NUMBER = re.compile(r"(.+)-([0-9]+)")
OFFERED = tuple(kind for kind in BY_NAME.values() if kind.layout in ("files", "entries") and kind.title)
"""Kinds of which a record can be begun."""


class NewError(SaidError):
    """No record can be begun so; says why, and what can be done."""


class New(NamedTuple):
    """A record that is to be written."""

    ref: str
    file: Path
    text: str
    """The whole file."""
    record: str
    """What is added to it."""


def begun(root: Path, kind_name: str, name: str, into: Path | None = None) -> New:
    """Return a new record of a kind, `into` the file that is named or the one where its like stand.

    Of a source the subject is enough, such as `london`: the next free number is added. Raises NewError.
    """
    kind, (dataset, _) = _kind(kind_name), load(root)
    name = _free(dataset, kind, name)
    lines = template(kind.type, Given(_order(dataset, kind), dataset.of(Dimension)))
    if kind.layout == "files":
        file, record = root / "data" / kind.place / f"{name}.yml", "\n".join(lines) + "\n"
        if file.exists():
            path = file.relative_to(root).as_posix()
            raise NewError(Said(f"{path} is there already; nothing was changed", f"{path}已经有了；没有改动"))
    else:
        file = (into if into.is_absolute() else root / into) if into else _file(root, kind, name)
        if file not in (known := find(root).files[kind.name]) and file.parent != root / "data" / kind.folder:
            named = ", ".join(one.relative_to(root).as_posix() for one in known)
            raise NewError(
                Said(
                    f"{file} holds no records of this kind; they stand in {named}",
                    f"{file}不放这类记录；它们在{named}里",
                )
            )
        record = f"{name}:\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)
    return New(ref(kind.name, name), file, _added(root, kind, file, record), record)


def _kind(name: str) -> Kind:
    kind = BY_NAME.get(name)
    if kind in OFFERED:
        return kind
    if kind and kind.layout == "inside":
        raise NewError(
            Said(
                f"a {name} stands inside another record; copy one there and give it an id of its own",
                f"{name}写在别的记录里；请在那里复制一条，另取编号",
            )
        )
    names = [one.name for one in OFFERED]
    match = nearest(name, names)
    known = several(names)
    hint = meant_or(match, Said(f"There are: {known.en}.", f"有：{known.zh}。"))
    raise NewError(Said(f"no {name} can be begun. {hint.en}", f"不能新写“{name}”。{hint.zh}"))


def _free(dataset: Dataset, kind: Kind, name: str) -> str:
    """Return an id that is free; that of a source with the next number of its subject."""
    if kind.name == NUMBERED and not _NUMBER.fullmatch(name):
        name = f"{name}-{_next(dataset, kind, name)}"
    if not is_id(name) or name in RESERVED_IDS:
        raise NewError(
            Said(
                f"'{name}' cannot be an id: small letters, digits and single hyphens, a letter first",
                f"“{name}”不能作编号：只用小写字母、数字和单个连字符，字母开头",
            )
        )
    earlier = {old for record in dataset[kind.name].values() for old in getattr(record, "formerly", ())}
    if name in dataset.known[kind.name] | earlier:
        found = _NUMBER.fullmatch(name)
        free = f"{found[1]}-{_next(dataset, kind, found[1])}" if found else ""
        hint = Said(f"; the next free one is '{free}'", f"；下一个可用的是“{free}”") if free else SILENCE
        raise NewError(Said(f"{kind.name} '{name}' is taken{hint.en}", f"{kind.name}“{name}”已经用了{hint.zh}"))
    return name


def _next(dataset: Dataset, kind: Kind, subject: str) -> int:
    """Return the number after the highest of a subject; gaps stay, since an id is never used again."""
    found = [_NUMBER.fullmatch(name) for name in dataset.known[kind.name]]
    return max((int(one[2]) for one in found if one and one[1] == subject), default=0) + 1


def _order(dataset: Dataset, kind: Kind) -> int:
    return max((getattr(record, "order", 0) for record in dataset[kind.name].values()), default=0) + 1


def _file(root: Path, kind: Kind, name: str) -> Path:
    """Return the file to which a record of a file of many is added: where most ids begin alike."""
    held = find(root).files[kind.name]
    folder = root / "data" / kind.folder
    if kind.name == NUMBERED:
        found = _NUMBER.fullmatch(name)
        return _alike(held, name) or folder / f"{found[1] if found else name}.yml"
    if len(held) == 1:
        return held[0]
    if not held:
        return root / "data" / kind.place
    file = _alike(held, name)
    if file is None:
        named = ", ".join(one.relative_to(root).as_posix() for one in held)
        raise NewError(Said(f"say with --in to which file it belongs: {named}", f"请用--in说明放进哪个文件：{named}"))
    return file


def _alike(files: list[Path], name: str) -> Path | None:
    """Return the file in which most ids begin as a new one does, up to its last hyphen."""
    begins = name.rpartition("-")[0] or name
    alike = re.compile(rf"^{re.escape(begins)}(?:-[a-z0-9]+)?:", re.MULTILINE)
    counts = {file: len(alike.findall(file.read_text(encoding="utf-8"))) for file in files}
    best = max(counts, key=lambda file: counts[file], default=None)
    return best if best and counts[best] else next((file for file in files if file.stem == begins), None)


def _added(root: Path, kind: Kind, file: Path, record: str) -> str:
    """Return a file with a record at its end; all that is in it stays byte for byte."""
    if file.exists():
        text = file.read_bytes().decode("utf-8")
        newline = "\r\n" if "\r\n" in text else "\n"
        return text + ("" if text.endswith("\n") else newline) + record.replace("\n", newline)
    up = "../" if file.parent != root / "data" else ""
    return f"# yaml-language-server: $schema={up}schema/{kind.schema}.json\n{record}"
