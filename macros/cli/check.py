"""`handbook check`."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from macros import ending
from macros.check import reporters
from macros.cli.common import LANG, ROOT, below, inside, need_data, written_as
from macros.cli.spoken_help import command
from macros.problems import Problem


@command()
@ROOT
@written_as(*reporters.FORMATS)
@LANG
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(root: Path, form: str, language: str, paths: tuple[Path, ...]) -> None:
    """Report every problem in the data.

    All files are loaded; PATHS (files or folders) only narrow what is reported. JSON and GitHub's annotations have both
    languages. In a job of GitHub the whole list goes into its summary too.

    报告数据里的全部问题。

    所有文件都会读；PATHS（文件或文件夹）只是缩小报告的范围。JSON和GitHub的批注两种语言都有；
    在GitHub的作业里，全部问题还写进作业的摘要。
    """
    from macros.check import verdict

    need_data(root)
    wanted = [inside(root, path) for path in paths]
    problems = verdict.told(root, verdict.key(root), lambda: _asked(root))
    shown = [one for one in problems if not wanted or any(below(one.path, name) for name in wanted)]
    click.echo(reporters.FORMATS[form](shown, language))
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(reporters.markdown(shown))
    sys.exit(1 if any(problem.level == "error" for problem in shown) else 0)


def _asked(root: Path) -> list[Problem]:
    """Ask the rules, which takes longer to import than to find that nothing has changed."""
    from macros.check import run

    gc.disable()  # the process is over before there is anything to collect, and looking takes a tenth of its time
    project, problems = run.check(root, run.of_disk())
    ending.leave(project)
    return problems
