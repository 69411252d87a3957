"""`handbook migrate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command
from macros.cli.told import UNCHANGED, failed, say, tell


@command()
@ROOT
@LANG
def migrate(root: Path, language: str) -> None:
    """Bring the files of data/ into today's shape, as branches of earlier versions need it.

    Only what changes is written: comments, order and quotes stay. Nothing is written while a file is no sound YAML.

    把data/里的文件改成现在的写法，旧分支需要这样做。

    只写有变化的地方，注释、次序和引号都不动。只要有一个文件读不了，就什么都不写。
    """
    from macros.edit import derived, files
    from macros.edit import migrate as edit

    need_data(root)
    found = edit.migration(root)
    if found.problems:
        click.echo(reporters.text(found.problems, language))
        tell(UNCHANGED)
        sys.exit(1)
    try:
        files.write(found.texts)
        derived.renew_offers(root)
    except OSError as error:
        raise failed(error, error.filename, UNCHANGED) from None
    for path, number in found.changes.items():
        say(f"{path}: changed in {number} places", f"{path}：改了{number}处")
    if found.due:
        click.echo(reporters.text(found.due, language))
    say("all files are in today's shape", "所有文件都是现在的写法了")
