"""`handbook outline`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros import output
from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import NOTHING_LEFT, Refusal, failed, say
from macros.problems import Said
from macros.wording import LANGUAGES


@command()
@ROOT
@LANG
@option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    said=Said("A group's saved file.", "小组存下的文件"),
)
@option(
    "--language",
    "written_in",
    type=click.Choice(list(LANGUAGES)),
    said=Said("That of the answers, or zh.", "文档用哪种语言，不写就用填写时的语言，否则zh"),
)
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
def outline(root: Path, language: str, answers: Path | None, written_in: str | None, target: Path) -> None:
    """Write the outline of a plan as the Word document TARGET, filled with a group's answers.

    ANSWERS is the file that the browser saves on the pages of the checklists. TARGET ends in .docx.

    把规划大纲写成Word文档，可填入小组的答案。

    TARGET以.docx结尾。答案文件由浏览器在检查清单的页面上存下，用--answers指出。
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
        raise Refusal(output.among(target, inside))
    try:
        dataset = sound(root.resolve())
        given = progress.read(answers.read_bytes(), dataset) if answers else progress.Progress()
    except DataProblemsError as error:
        click.echo(reporters.text(error.problems, language))
        sys.exit(1)
    except progress.ProgressError as error:
        why = error.said
        raise Refusal(Said(f"{answers} cannot be read: {why.en}", f"{answers}读不了：{why.zh}")) from None
    for fault in given.faults:
        say(f"{answers}: {fault.en}", f"{answers}：{fault.zh}", aside=True)
    try:
        output.write(target, plan.word(dataset, written_in or given.language or LANGUAGES[0], given))
    except OSError as error:
        raise failed(error, target, NOTHING_LEFT) from None
    say(f"wrote {target}", f"写入{target}")
