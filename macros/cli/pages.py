"""`handbook pages`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data, need_new
from macros.cli.spoken_help import command
from macros.cli.told import NOTHING_LEFT, Refusal, failed, say


@command()
@ROOT
@LANG
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def pages(root: Path, language: str, folder: Path) -> None:
    """Write every generated page as Markdown below FOLDER, which must be new or empty.

    把生成的页面写成Markdown，放在FOLDER下面。

    FOLDER必须是新的或空的。
    """
    from macros.bundle.make import imprint
    from macros.check.run import sound
    from macros.load.settings import SettingError
    from macros.problems import DataProblemsError
    from macros.render import markdown_tree

    need_data(root)
    need_new(root, folder)
    try:
        dataset = replace(sound(root.resolve()), imprint=imprint(root.resolve()))
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, language))
        sys.exit(1)
    except SettingError as error:
        raise Refusal(error.said) from None
    try:
        count = markdown_tree.write(dataset, folder)
    except OSError as error:
        raise failed(error, folder, NOTHING_LEFT) from None
    say(f"wrote {count} pages to {folder}", f"在{folder}写入{count}页")
