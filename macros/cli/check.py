"""`handbook check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, below, inside, need_data


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(list(reporters.FORMATS)), default="text", show_default=True)
@LANG
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(root: Path, form: str, language: str, paths: tuple[Path, ...]) -> None:
    """Report every problem in the data.

    All files are loaded; PATHS (files or folders) only narrow what is reported. JSON and GitHub's annotations have both
    languages. In a job of GitHub the whole list goes into its summary too.
    """
    from macros.check.run import check as run

    need_data(root)
    wanted = [inside(root, path) for path in paths]
    _, problems = run(root)
    shown = [one for one in problems if not wanted or any(below(one.path, name) for name in wanted)]
    click.echo(reporters.FORMATS[form](shown, language))
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(reporters.markdown(shown))
    sys.exit(1 if any(problem.level == "error" for problem in shown) else 0)
