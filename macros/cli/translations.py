"""`handbook translations`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.common import ROOT, below, inside, need_data

if TYPE_CHECKING:
    from macros.edit.translations import Told
    from macros.load.open_texts import NamedText

_LANGUAGES = {"zh": "Chinese", "en": "English", "": "one language"}


@click.command()
@ROOT
@click.option("--valid", is_flag=True, help="Say of NAMES that both languages say the same.")
@click.option("--start", is_flag=True, help="Take all texts as they are now as saying the same; for the first time.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.argument("names", nargs=-1)
def translations(root: Path, valid: bool, start: bool, form: str, names: tuple[str, ...]) -> None:
    """List the texts that one language left behind the other, and show what changed.

    NAMES narrow the list: records (city/london), statements (city/london#loti-4), files or folders. With --valid they
    say which texts need no change. What is new, and what changed in both languages at once, `handbook fix` takes down.
    """
    from macros.edit import files
    from macros.edit import translations as edit
    from macros.load.loader import load

    need_data(root)
    if valid and not names:
        raise click.UsageError("name the records, statements or files that are still valid")
    wanted = _wanted(root, names)
    if valid or start:
        text = edit.recorded(root, starts=start, still_valid=wanted if valid else None)
        if text:
            edit.file_of(root).touch()
            files.write({edit.file_of(root): text})
    held = list(edit.told(load(root)[0], wanted))
    click.echo(
        json.dumps([asdict(one) for one in held], indent=2, ensure_ascii=False) if form == "json" else _text(held)
    )


def _wanted(root: Path, names: tuple[str, ...]) -> Callable[[NamedText, str], bool]:
    """Return whether a text, with the path of its file, is one of those named."""
    paths = [inside(root, root / name) for name in names if (root / name).exists()]
    refs = {name for name in names if not (root / name).exists()}

    def is_wanted(held: NamedText, path: str) -> bool:
        return not names or bool({held.name, held.ref, held.owner} & refs) or any(below(path, one) for one in paths)

    return is_wanted


def _text(held: list[Told]) -> str:
    from macros.edit.translations import STATES

    counts = ", ".join(f"{number} {state}" for state in STATES if (number := sum(one.state == state for one in held)))
    return "\n".join([*(_told(one) for one in held), counts or "all texts say the same in both languages"])


def _told(one: Told) -> str:
    words = {
        "missing": f"the {_LANGUAGES[one.behind]} is still to be written",
        "lagging": f"the {_LANGUAGES[one.behind]} has not followed a change",
        "unsynced": "both languages changed, one after the other",
        "new": "not yet taken down",
    }
    lines = [f"{one.path}:{one.line}: {one.state} {one.ref} {one.field}: {words[one.state]}"]
    lines += [f"    changed: {sentence}" for sentence in one.changed]
    lines += [f"    {language}: {text}" for language, text in (("zh", one.zh), ("en", one.en)) if one.state != "new"]
    return "\n".join(lines)
