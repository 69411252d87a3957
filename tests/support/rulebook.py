"""The examples of the guide's rules, made for real: the example project with what is wrong, or with what is right."""

from __future__ import annotations

from pathlib import Path

from macros.check.run import check
from macros.edit import translations
from macros.edit.migrate import migration
from macros.load import translations as remembered
from macros.problems import Problem
from macros.rulebook.rule import Lines, Place
from tests.support import example


def laid(root: Path, held: Lines | Place, *, wrong: bool) -> int:
    """Make `root` the example project with an example in it; return before which line its lines begin, from 0."""
    example.make(root)
    for path, text in held.beside.items():
        written(root / path, text.encode())
    if isinstance(held, Place):
        _place(root, held, wrong=wrong)
        return 0
    if held.is_noted:
        remembered.path(root).write_text(translations.recorded(root, starts=True), encoding="utf-8")
    return _lines(root / held.file, held, wrong=wrong)


def heard(root: Path) -> list[Problem]:
    """Return what `handbook check` and `handbook migrate` say of a project."""
    return [*check(root)[1], *migration(root).due]


def written(file: Path, content: bytes) -> None:
    """Write a file, with the folders that it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _place(root: Path, held: Place, *, wrong: bool) -> None:
    content = held.text.encode() or (root / held.right).read_bytes()
    if held.is_copy or not wrong:
        written(root / held.right, content)
    else:
        (root / held.right).unlink(missing_ok=True)
    if wrong and held.wrong:
        written(root / held.wrong, content)


def _lines(file: Path, held: Lines, *, wrong: bool) -> int:
    chosen = held.wrong if wrong else held.right
    if not file.exists():
        written(file, chosen.encode())
        return 0
    whole, stands = file.read_text(encoding="utf-8"), held.stands or held.right
    assert whole.count(stands) == 1, f"stands {whole.count(stands)} times in {held.file}: {stands}"
    file.write_bytes(whole.replace(stands, chosen).encode(held.encoding if wrong else "utf-8"))
    return whole[: whole.index(stands)].count("\n")
