"""`handbook outline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import ROOT, among, need_data
from macros.cli.told import NOTHING_LEFT, Refusal, failed, say
from macros.problems import Said
from macros.wording import LANGUAGES, spoken


@click.command()
@ROOT
@click.option("--answers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A group's saved file.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="That of the answers, or zh.")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def outline(root: Path, answers: Path | None, language: str | None, target: Path) -> None:
    """Write the outline of a plan as the Word document TARGET, filled with a group's answers.

    ANSWERS is the file that the browser saves on the pages of the checklists. TARGET ends in .docx.
    """
    from macros.check.run import sound
    from macros.export import plan
    from macros.load import progress
    from macros.problems import DataProblemsError

    need_data(root)
    if target.suffix.lower() != ".docx":
        raise Refusal(
            Said(
                f"{target} is no Word document; name a file that ends in .docx",
                f"{target}不是Word文档；请取一个以.docx结尾的文件名",
            )
        )
    if (inside := output.within(root, target)) in output.SOURCES:
        raise Refusal(among(target, inside))
    try:
        dataset = sound(root.resolve())
        given = progress.read(answers.read_bytes(), dataset) if answers else progress.Progress()
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, spoken()))
        sys.exit(1)
    except progress.ProgressError as error:
        raise Refusal(Said(f"{answers} cannot be read: {error}", f"{answers}读不了：{error}")) from None
    for fault in given.faults:
        click.echo(f"{answers}: {fault}", err=True)
    try:
        output.write(target, plan.word(dataset, language or given.language or LANGUAGES[0], given))
    except OSError as error:
        raise failed(error, target, NOTHING_LEFT) from None
    say(f"wrote {target}", f"写入{target}")
