"""`handbook translations`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.common import LANG, ROOT, below, inside, need_data, written_as
from macros.cli.spoken_help import command, option
from macros.cli.told import Refusal
from macros.problems import Said

if TYPE_CHECKING:
    from macros.edit.translations import Told
    from macros.load.open_texts import NamedText

_SETTLED = Said("all texts say the same in both languages", "两种语言全部一致")
_STATES = {
    "missing": Said("missing", "缺译"), "lagging": Said("lagging", "待更新"),
    "unsynced": Said("unsynced", "可能不一致"), "new": Said("new", "新增"),
}  # fmt: skip
_LANGUAGES = {"zh": Said("Chinese", "中文"), "en": Said("English", "英文"), "": Said("one language", "一种语言")}


@command()
@ROOT
@option("--valid", is_flag=True, said=Said("Say of NAMES that both languages say the same.", "声明NAMES的两种语言一致"))
@option(
    "--start",
    is_flag=True,
    said=Said(
        "Take all texts as they are now as saying the same; for the first time.",
        "把现在的全部文字都当作一致，只在第一次用",
    ),
)
@written_as("text", "json")
@LANG
@click.argument("names", nargs=-1)
def translations(root: Path, valid: bool, start: bool, form: str, language: str, names: tuple[str, ...]) -> None:
    """List the texts that one language left behind the other, and show what changed.

    NAMES narrow the list: records (city/london), statements (city/london#loti-4), files or folders. With --valid they
    say which texts need no change. What is new, and what changed in both languages at once, `handbook fix` takes down.

    列出落后于另一种语言的文字，并指出改了什么。

    写上NAMES就只看这些：记录（city/london）、陈述（city/london#loti-4）、文件或文件夹。
    加--valid，表示这些文字不必改。新写的和两种语言同时改过的，由`handbook fix`登记。
    """
    from macros.edit import files
    from macros.edit import translations as edit
    from macros.load.loader import load
    from macros.load.translations import path

    need_data(root)
    if valid and not names:
        raise Refusal(
            Said("name the records, statements or files that are still valid", "请写明哪些记录、陈述或文件不必改")
        )
    if not start and not path(root).exists():
        raise Refusal(Said("nothing is remembered yet; begin with --start", "还没有记下任何文字；请先用--start"))
    wanted = _wanted(root, names)
    if valid or start:
        text = edit.recorded(root, starts=start, still_valid=wanted if valid else None)
        path(root).touch()
        files.write({path(root): text})
    held = list(edit.told(load(root)[0], wanted))
    as_json = json.dumps([asdict(one) for one in held], indent=2, ensure_ascii=False)
    click.echo(as_json if form == "json" else _text(held, language))


def _wanted(root: Path, names: tuple[str, ...]) -> Callable[[NamedText, str], bool]:
    """Return whether a text, with the path of its file, is one of those named; Refusal for names of nothing."""
    from macros.load.loader import load
    from macros.load.open_texts import named_texts

    paths = [inside(root, root / name) for name in names if (root / name).exists()]
    refs = {name for name in names if not (root / name).exists()}
    if refs:
        known = {name for held in named_texts(load(root)[0]) for name in (held.name, held.ref, held.owner)}
        if unknown := sorted(refs - known):
            raise Refusal(
                Said(
                    f"there is no record, statement or file {unknown[0]}", f"没有“{unknown[0]}”这条记录、陈述或这个文件"
                )
            )

    def is_wanted(held: NamedText, path: str) -> bool:
        return not names or bool({held.name, held.ref, held.owner} & refs) or any(below(path, one) for one in paths)

    return is_wanted


def _text(held: list[Told], language: str) -> str:
    from macros.edit.translations import STATES

    counts = {state: sum(one.state == state for one in held) for state in STATES}
    told = [_counted(state, number)[language] for state, number in counts.items() if number]
    between = {"zh": "，", "en": ", "}[language]
    return "\n".join([*(_told(one, language) for one in held), between.join(told) or _SETTLED[language]])


def _counted(state: str, number: int) -> Said:
    word = _STATES[state]
    return Said(f"{number} {word.en}", f"{word.zh}{number}处")


def _told(one: Told, language: str) -> str:
    behind = _LANGUAGES[one.behind]
    words = {
        "missing": Said(f"the {behind.en} is still to be written", f"{behind.zh}还没有写"),
        "lagging": Said(f"the {behind.en} has not followed a change", f"{behind.zh}还没有跟着改"),
        "unsynced": Said("both languages changed, one after the other", "两种语言先后改过，是否一致有待确认"),
        "new": Said("not yet taken down", "尚未登记"),
    }
    changed = Said("changed", "改动")
    colon = {"zh": "：", "en": ": "}[language]
    place = f"{one.path}:{one.line}: {_STATES[one.state][language]} {one.ref} {one.field}"
    lines = [f"{place}{colon}{words[one.state][language]}"]
    lines += [f"    {changed[language]}{colon}{sentence}" for sentence in one.changed]
    lines += [f"    {name}: {text}" for name, text in (("zh", one.zh), ("en", one.en)) if one.state != "new"]
    return "\n".join(lines)
