"""`handbook pages`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import ROOT, need_data, need_new
from macros.cli.told import NOTHING_LEFT, failed, say
from macros.wording import spoken


@click.command()
@ROOT
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def pages(root: Path, folder: Path) -> None:
    """Write every generated page as Markdown below FOLDER, which must be new or empty."""
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
        click.echo(reporters.text(error.problems, spoken()))
        sys.exit(1)
    except SettingError as error:
        raise click.UsageError(str(error)) from None
    try:
        count = markdown_tree.write(dataset, folder)
    except OSError as error:
        raise failed(error, folder, NOTHING_LEFT) from None
    say(f"wrote {count} pages to {folder}", f"在{folder}写入{count}页")
