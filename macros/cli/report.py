"""`handbook report`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data, written_as
from macros.cli.spoken_help import command
from macros.cli.told import Refusal
from macros.problems import Said


@command()
@ROOT
@LANG
@written_as("text", "markdown", "json")
@click.argument("sections", nargs=-1, metavar="[SECTION]...")
def report(root: Path, language: str, form: str, sections: tuple[str, ...]) -> None:
    """Tell where the handbook is thin: what nothing uses, what nobody has answered, what rests on little.

    SECTIONs narrow it: uncited, unused, unmet, unanswered, uncovered, weak, article, incomplete.

    列出手册的薄弱处：没有用到的、没有人回答的、依据少的。

    写上SECTION就只看这几节：uncited、unused、unmet、unanswered、uncovered、weak、article、incomplete。
    """
    from macros.check.run import check
    from macros.edit import thin
    from macros.edit.thin_formats import FORMATS
    from macros.problems import meant_or, nearest, several

    need_data(root)
    for one in sections:
        if one not in thin.SECTIONS:
            known = list(thin.SECTIONS)
            hint = meant_or(nearest(one, known), several(known))
            raise Refusal(Said(f"there is no section '{one}'. {hint.en}", f"没有“{one}”这一节。{hint.zh}"))
    project, problems = check(root)
    if any(one.level == "error" for one in problems):
        click.echo(reporters.text(problems, language))
        sys.exit(1)
    click.echo(FORMATS[form](thin.report(project.dataset, root, sections), language))
