"""What several commands ask of the folders and files that they are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from click.decorators import FC

from macros import output
from macros.cli.spoken_help import option
from macros.cli.told import Refusal, language
from macros.problems import Said
from macros.wording import LANGUAGES

ROOT = option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(),
    said=Said(
        "The project's folder, with data/ in it; this one unless given.",
        "项目的文件夹（里面有data/），不写就是当前文件夹",
    ),
)  # fmt: skip
LANG = option(
    "--lang", "language", type=click.Choice(LANGUAGES), default=language,
    said=Said("In which language messages are; that of the system unless given.", "提示用哪种语言，不写就用系统的语言"),
)  # fmt: skip

CHOSEN_LANGUAGES = option(
    "--lang", "languages", type=click.Choice(LANGUAGES), multiple=True,
    said=Said(
        "zh or en; both unless given. One alone is that of messages too.",
        "zh或en，不写就是两种都要；只写一种的，提示也用这种语言",
    ),
)  # fmt: skip
CHOSEN_CITIES = option(
    "--city", "cities", multiple=True, metavar="ID",
    said=Said("A case study; all unless given, repeatable.", "只要这座城市，可写多次；不写就是全部"),
)  # fmt: skip
CHOSEN_PATHS = option(
    "--path", "paths", multiple=True, metavar="ID",
    said=Said("A planning step; all unless given, repeatable.", "只要这个规划步骤，可写多次；不写就是全部"),
)  # fmt: skip


def written_as(*forms: str) -> Callable[[FC], FC]:
    """Return the option for the form of what a command prints, of which the first is taken unless another is given."""
    said = Said("How it is written.", "输出的格式")
    return option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, said=said)


def need_data(root: Path) -> None:
    """Refuse a folder that is no project."""
    if not (root / "data").is_dir():
        raise Refusal(
            Said(
                f"there is no data/ in {root.resolve()}; run this in the project's folder or name it with --root",
                f"{root.resolve()}里没有data/；请在项目的文件夹里运行，或者用--root指出它",
            )
        )


def need_new(root: Path, folder: Path) -> None:
    """Refuse a folder that holds something, or lies where the project has its own files."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(Said(f"{folder} is not empty; name a new folder", f"{folder}不是空的；请另取一个文件夹名"))
    if (inside := output.within(root, folder)) in output.SOURCES:
        raise Refusal(output.among(folder, inside))


def below(path: str, name: str) -> bool:
    """Whether a path is a file or folder, or lies in it."""
    return path == name or path.startswith(f"{name}/")


def inside(root: Path, path: Path) -> str:
    """Return a path as the report writes it: relative to the project, forward slashes."""
    for candidate in (path, root / path):
        if candidate.exists():
            try:
                return candidate.resolve().relative_to(root.resolve()).as_posix()
            except ValueError:
                raise Refusal(Said(f"{path} is not inside the project", f"{path}不在项目里")) from None
    raise Refusal(Said(f"there is no {path}", f"没有{path}"))
