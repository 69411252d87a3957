"""`handbook release`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.check import reporters
from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import Refusal, say
from macros.problems import Said


@command()
@ROOT
@LANG
@option("--version", default="", said=Said("The handbook's version, where it has one.", "手册的版本号（有的话）"))
@click.argument("base")
def release(root: Path, language: str, version: str, base: str) -> None:
    """Take down what changed in the data since BASE, for the page that tells readers.

    BASE is a revision of git or a folder with data/ in it. The file in data/history/ is named by the date of the data;
    one that is there already is never changed.

    记下数据改了什么，供告诉读者的页面使用。

    BASE是上次发布：git的版本，或里面有data/的文件夹。写在data/history/里，文件以数据的日期命名；已有的文件不会改。
    """
    from macros.check.run import check
    from macros.edit import files
    from macros.edit import release as edit
    from macros.edit.revision import RevisionError, revision
    from macros.load.loader import load

    need_data(root)
    project, problems = check(root)
    if any(one.level == "error" for one in problems):
        click.echo(reporters.text(problems, language))
        sys.exit(1)
    after = project.dataset
    try:
        with revision(root, base) as folder:
            text = edit.release(load(folder)[0], after, version)
    except RevisionError as error:
        raise Refusal(error.said) from None
    file = edit.file_of(after.data_date)
    if not text:
        say(f"nothing that readers are told of differs from {base}", f"与{base}相比，没有要告诉读者的改动")
    elif (root / file).exists():
        raise Refusal(
            Said(
                f"{file} is there already; check sources anew, or take the file away, to write it again",
                f"{file}已经有了；核对过资料再来，或者删去它重写",
            )
        )
    else:
        files.write({root / file: text})
        number = text.count("    - ref: ")
        say(f"wrote {file}: {number} changes", f"写入{file}：{number}处改动")
