"""Which files of data/ hold records of which kind, and what lies there that nothing reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.leftovers import is_left_over
from macros.load import translations
from macros.load.likeness import looks_like
from macros.load.model_hints import id_hint, shown
from macros.load.yaml_reader import Document, read
from macros.model.kinds import FILED, Kind
from macros.model.scalars import RESERVED_IDS, is_id
from macros.problems import Keys, Problem, Said, meant_or, nearest, sentences, several

_BESIDE = ("content", "docs", "macros", "overrides")
"""Folders in which a record may have been put by mistake."""
_YAML = re.compile(r"(.+?)(\.ya?ml(?:\.txt)?)", re.IGNORECASE)
_PLACES = {kind.place for kind in FILED if kind.layout != "files"}
_WRITTEN = ("schema", translations.FILE)
"""In data/, what commands write and nobody types."""


@dataclass
class Found:
    """What lies in data/."""

    files: dict[str, list[Path]] = field(default_factory=dict)
    """Kind → its files, sorted, a file of many before the folder beside it."""
    problems: list[Problem] = field(default_factory=list)
    misplaced: list[tuple[str, Kind]] = field(default_factory=list)
    """Id and kind of records that stand where nothing reads them."""
    unread: set[str] = field(default_factory=set)
    """Kinds of which a file or folder has a name under which nothing reads it."""


def find(root: Path) -> Found:
    """Return the files of each kind, and a problem for each that is missing or has no place."""
    found = Found()
    for kind in FILED:
        place = root / "data" / kind.place
        held = [place] if place.exists() and kind.layout != "files" else []
        if kind.folder:
            inside = (root / "data" / kind.folder).glob("*.yml")
            held += sorted(file for file in inside if not is_left_over(file.name))
        if kind.layout == "files":
            found.problems += [problem for file in held if (problem := _file_name(root, file))]
        elif not held and kind.is_due:
            message = Said("the file is missing", "缺少这个文件")
            hint = Said("Restore it from the history.", "请从历史版本中恢复。")
            found.problems.append(_at_file(root, place, "missing-file", message, hint))
        found.files[kind.name] = held
    _add_strays(root, found)
    return found


def wrong_place(document: Document, keys: Keys, kind: Kind, meant: Kind) -> Problem:
    """Return the problem of a record that stands among those of another kind."""
    message = Said(f"this looks like {_a(meant)}, not like {_a(kind)}", f"这看起来是{meant.name}，不是{kind.name}")
    return document.problem(keys, "wrong-place", message, _move(meant))


def _a(kind: Kind) -> str:
    return f"{'an' if kind.name[0] in 'aeiou' else 'a'} {kind.name}"


def _move(meant: Kind) -> Said:
    place = f"data/{meant.place}{'/' if meant.layout == 'files' else ''}"
    return Said(f"Move it to {place}.", f"请移到{place}。")


def _add_strays(root: Path, found: Found) -> None:
    for stray, is_top in _strays(root):
        kind = looks_like(read(stray, "")[0].value) if _is_yaml(stray) and is_top else None
        if kind:
            found.misplaced.append((stray.stem, kind))
        for path in _meant(root, stray):
            _take_as_unread(path, found)
        is_folder = stray.is_dir()
        if named := _ending(stray):
            found.problems.append(_at_file(root, stray, "stray-file", _other_ending(named), _hint(stray, is_top, kind)))
            continue
        message = Said(
            f"nothing reads this {'folder' if is_folder else 'file'}",
            f"没有地方用到这个{'文件夹' if is_folder else '文件'}",
        )
        found.problems.append(_at_file(root, stray, "stray-file", message, _hint(stray, is_top, kind)))


def _strays(root: Path) -> Iterator[tuple[Path, bool]]:
    """Yield each file or folder that nothing reads, and whether it lies outside the folders of data/.

    Beside data/ may lie what is none of ours; of YAML there, only what looks like a record is meant.
    """
    beside = [*root.glob("*.y*ml"), *(file for name in _BESIDE for file in root.glob(f"{name}/**/*.y*ml"))]
    for file in sorted(beside):
        if not is_left_over(file.name) and looks_like(read(file, "")[0].value):
            yield file, True
    files, folders = {kind.place for kind in FILED}, {kind.folder for kind in FILED if kind.folder}
    for entry in sorted(root.glob("data/*")):
        kept = entry.name in (folders if entry.is_dir() else files)
        inside = sorted(entry.iterdir()) if kept and entry.is_dir() else []
        for stray in [file for file in inside if file.suffix != ".yml"] if kept else [entry]:
            if not is_left_over(stray.name) and stray.name not in _WRITTEN:
                yield stray, not kept


def _is_yaml(file: Path) -> bool:
    return file.suffix.lower() in (".yaml", ".yml") and file.is_file()


def _other_ending(ending: str) -> Said:
    return Said(f"nothing reads a file that ends in '{ending}'", f"文件名以“{ending}”结尾，手册不会读它")


def _ending(file: Path) -> str:
    """Return how the name of a file of records ends, where nothing reads such; "" for others."""
    found = _YAML.fullmatch(file.name) if file.is_file() else None
    return found[2] if found and found[2] != ".yml" else ""


def _as_yml(name: str) -> str:
    return _YAML.sub(r"\1.yml", name)


def _meant(root: Path, stray: Path) -> Iterator[str]:
    """Yield the paths below data/ at which files were probably meant to lie that a stray is or holds."""
    if stray.is_file() and _ending(stray) and stray.is_relative_to(root / "data"):
        yield _as_yml(stray.relative_to(root / "data").as_posix())
    elif stray.is_dir():
        folder = nearest(stray.name.lower(), [kind.folder for kind in FILED if kind.folder])
        yield from (f"{folder}/{_as_yml(file.name)}" for file in sorted(stray.glob("*")) if folder and _is_yaml(file))


def _take_as_unread(path: str, found: Found) -> None:
    """Take a kind as known in part alone, so that the one problem of a name brings no others after it."""
    folder, _, name = path.rpartition("/")
    for kind in FILED:
        if path == kind.place or (folder and folder == kind.folder):
            found.unread.add(kind.name)
            place = f"data/{kind.place}"
            found.problems[:] = [one for one in found.problems if (one.rule, one.path) != ("missing-file", place)]
            if kind.layout == "files":
                found.misplaced.append((name.removesuffix(".yml"), kind))


def _hint(stray: Path, is_top: bool, kind: Kind | None) -> Said:
    if kind:
        return sentences(Said(f"It looks like {_a(kind)}.", f"它看起来是{kind.name}。"), _move(kind))
    if _ending(stray) and (not is_top or _as_yml(stray.name) in _PLACES):
        name = _as_yml(stray.name)
        if stray.with_name(name).exists():
            return Said(f"There is '{name}' too: keep one of the two.", f"还有一个“{name}”：请只留一个。")
        return Said(f"Rename it to '{name}'.", f"请改名为“{name}”。")
    known = [kind.folder if stray.is_dir() else kind.place for kind in FILED]
    match = nearest(stray.name, [name for name in known if name]) if is_top else ""
    folders = several(kind.place for kind in FILED if kind.layout == "files")
    return meant_or(match, Said(f"Records are .yml files in {folders.en}.", f"记录是{folders.zh}里的.yml文件。"))


def _file_name(root: Path, file: Path) -> Problem | None:
    if file.stem in RESERVED_IDS:
        message = Said(f"the file name '{file.stem}' is reserved", f"文件名“{file.stem}”是保留的")
        return _at_file(root, file, "file-name", message, Said("Choose another id.", "请换一个编号。"))
    if is_id(file.stem):
        return None
    name = shown(file.stem)
    message = Said(f"the file name {name.en} cannot be an id", f"文件名{name.zh}不能用作编号")
    hint = sentences(Said("The file name is the id.", "文件名就是编号。"), id_hint(file.stem))
    return _at_file(root, file, "file-name", message, hint)


def _at_file(root: Path, file: Path, rule: str, message: Said, hint: Said) -> Problem:
    return Problem(file.relative_to(root).as_posix(), 1, 1, rule, message, hint)
