"""`handbook bundle`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import CHOSEN_CITIES, CHOSEN_LANGUAGES, CHOSEN_PATHS, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import Refusal, language, tell
from macros.problems import DataProblemsError, Said
from macros.wording import LANGUAGES


@command()
@ROOT
@CHOSEN_LANGUAGES
@CHOSEN_CITIES
@CHOSEN_PATHS
@option(
    "--facilitator",
    is_flag=True,
    said=Said("Add each step's agenda, hand-out and projector view.", "加上每个步骤的议程、印发的清单和投影页"),
)
@option(
    "--single-file",
    "single",
    is_flag=True,
    said=Said(
        "One HTML file with everything inside, for one --lang.", "做成一个什么都在里面的HTML文件，要用--lang选一种语言"
    ),
)
@option(
    "--out",
    type=click.Path(path_type=Path),
    said=Said(
        "A new folder or .zip; .html for a single file.", "新的文件夹名，或以.zip结尾的文件名；单个文件以.html结尾"
    ),
)
@option(
    "--verify",
    type=click.Path(exists=True, path_type=Path),
    said=Said("Only check this folder, zip or .html.", "只核对这个文件夹、zip或.html文件"),
)
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

    制作离线包：整本手册或其中一部分，不用网络，双击即可打开。

    没有收入的内容会注明。同样的内容，每次得到的字节都相同。
    """
    from macros.bundle import command
    from macros.load.selection import Selection

    if verify:
        if languages or cities or paths or facilitator or single or out:
            raise Refusal(
                Said("--verify checks a bundle and makes none; give it alone", "--verify只核对、不制作；请单独使用")
            )
        sys.exit(command.check(verify, tell))
    need_data(root)
    try:
        selection = Selection(languages or LANGUAGES, cities, paths, facilitator)
        sys.exit(command.make(root.resolve(), selection, single, out, tell))
    except command.OrderError as error:
        raise Refusal(error.said) from None
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, language()))
        sys.exit(1)
