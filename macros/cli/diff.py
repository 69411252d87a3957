"""`handbook diff`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import LANG, ROOT, need_data, written_as
from macros.cli.spoken_help import command
from macros.cli.told import Refusal


@command()
@ROOT
@written_as("text", "markdown", "html", "json")
@LANG
@click.argument("base")
@click.argument("head", required=False)
def diff(root: Path, form: str, language: str, base: str, head: str | None) -> None:
    """Tell what changed in the data between BASE and HEAD, in plain words.

    Each is a revision of git or a folder with data/ in it; without HEAD the files as they are now. Markdown is for one
    comment on a pull request. Exit code 0, whatever differs.

    说明数据改了什么，用平常的话。

    比较BASE和HEAD：两者都可以是git的版本，或里面有data/的文件夹；不写HEAD就是现在的文件。
    markdown适合放进合并请求的一条评论。不论有没有改动，都以0退出。
    """
    from macros.edit import diff_formats, diff_page
    from macros.edit.compared import compared
    from macros.edit.revision import RevisionError

    need_data(root)
    try:
        report = compared(root, base, head or "", language, with_blocks=form == "html")
    except RevisionError as error:
        raise Refusal(error.said) from None
    click.echo((diff_page.page if form == "html" else diff_formats.FORMATS[form])(report))
