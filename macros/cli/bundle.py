"""`handbook bundle`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.cli.common import ROOT, need_data
from macros.cli.told import Refusal
from macros.problems import Said
from macros.wording import LANGUAGES


@click.command()
@ROOT
@click.option("--lang", "languages", type=click.Choice(LANGUAGES), multiple=True, help="zh or en; both unless given.")
@click.option("--city", "cities", multiple=True, metavar="ID", help="A case study; all unless given, repeatable.")
@click.option("--path", "paths", multiple=True, metavar="ID", help="A planning step; all unless given, repeatable.")
@click.option("--facilitator", is_flag=True, help="Add each step's agenda, hand-out and projector view.")
@click.option("--single-file", "single", is_flag=True, help="One HTML file with everything inside, for one --lang.")
@click.option("--out", type=click.Path(path_type=Path), help="A new folder or .zip; .html for a single file.")
@click.option("--verify", type=click.Path(exists=True, path_type=Path), help="Only check this folder, zip or .html.")
def bundle(
    root: Path,
    languages: tuple[str, ...],
    cities: tuple[str, ...],
    paths: tuple[str, ...],
    facilitator: bool,
    single: bool,
    out: Path | None,
    verify: Path | None,
) -> None:
    """Make the handbook, or a part of it, a folder or zip that opens by double-click without a network.

    What is left out is shown as such. The same input gives the same bytes.
    """
    from macros.bundle import command
    from macros.load.selection import Selection

    if verify:
        if languages or cities or paths or facilitator or single or out:
            raise Refusal(
                Said("--verify checks a bundle and makes none; give it alone", "--verify只核对、不制作；请单独使用")
            )
        sys.exit(command.check(verify, click.echo))
    need_data(root)
    try:
        selection = Selection(languages or LANGUAGES, cities, paths, facilitator)
        sys.exit(command.make(root.resolve(), selection, single, out, click.echo))
    except command.OrderError as error:
        raise click.UsageError(str(error)) from None
