"""`handbook check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import ROOT, below, inside, need_data


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(list(reporters.FORMATS)), default="text", show_default=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(root: Path, form: str, paths: tuple[Path, ...]) -> None:
    """Report every problem in the data.

    All files are loaded; PATHS (files or folders) only narrow what is reported.
    """
    from macros.check.run import check as run

    need_data(root)
    wanted = [inside(root, path) for path in paths]
    _, problems = run(root)
    shown = [one for one in problems if not wanted or any(below(one.path, name) for name in wanted)]
    click.echo(reporters.FORMATS[form](shown))
    sys.exit(1 if any(problem.level == "error" for problem in shown) else 0)
