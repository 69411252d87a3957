"""`handbook new`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import UNCHANGED, Refusal, failed, say
from macros.problems import Said


@command()
@ROOT
@LANG
@option(
    "--in",
    "into",
    type=click.Path(dir_okay=False, path_type=Path),
    said=Said("The file of many to add it to.", "加进哪个文件（几条记录合写一个文件的）"),
)
@option("--dry-run", is_flag=True, said=Said("Write nothing; show the record.", "不写入，只显示这条记录"))
@click.argument("kind")
@click.argument("name", metavar="ID")
def new(root: Path, language: str, into: Path | None, dry_run: bool, kind: str, name: str) -> None:  # noqa: ARG001 the language is asked of click
    """Begin a record of KIND (city, source, finding …), with what each field is for.

    It is a draft: pages show what is written as a stub, and `handbook check` lists what is to do. Of a source give the
    subject alone, such as `london`, and the next free number is added. Nothing that is there is changed.

    起头一条记录，写明每个字段是做什么的。

    KIND是记录的种类（city、source、finding等）。写出的是草稿：页面显示已写好的部分，还要写什么由`handbook check`列出。
    来源只写主题，例如`london`，编号自动往下排。已有的内容都不动。
    """
    from macros.edit import derived, files
    from macros.edit import new as edit

    need_data(root)
    try:
        made = edit.begun(root.resolve(), kind, name, into)
        if not dry_run:
            files.write({made.file: made.text})
            derived.renew_offers(root.resolve())
    except edit.NewError as error:
        raise Refusal(error.said) from None
    except OSError as error:
        raise failed(error, error.filename, UNCHANGED) from None
    if dry_run:
        click.echo(made.record, nl=False)
        return
    file = made.file.relative_to(root.resolve()).as_posix()
    say(f"begun {made.ref} in {file}", f"已在{file}里开始写{made.ref}")
    say("run 'handbook check' for what is to do", "还要写什么，请运行“handbook check”查看")
