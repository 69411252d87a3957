"""`handbook outline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import ROOT, need_data
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
        raise click.UsageError(f"{target} is no Word document; name a file that ends in .docx")
    if (inside := output.within(root, target)) in output.SOURCES:
        raise click.UsageError(f"{target} would lie among the project's own files, in {inside}/; name another place")
    try:
        dataset = sound(root.resolve())
        given = progress.read(answers.read_bytes(), dataset) if answers else progress.Progress()
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, spoken()))
        sys.exit(1)
    except progress.ProgressError as error:
        raise click.UsageError(f"{answers} cannot be read: {error}") from None
    for fault in given.faults:
        click.echo(f"{answers}: {fault}", err=True)
    try:
        output.write(target, plan.word(dataset, language or given.language or LANGUAGES[0], given))
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error.strerror or error}; nothing was left") from None
    click.echo(f"wrote {target}")
