"""`handbook fix`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import LANG, ROOT, below, inside, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import UNCHANGED, failed, say, tell
from macros.problems import Said


@command()
@ROOT
@option("--dry-run", is_flag=True, said=Said("Write nothing; show what would change.", "不写入，只显示会有哪些改动"))
@LANG
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def fix(root: Path, dry_run: bool, language: str, paths: tuple[Path, ...]) -> None:  # noqa: ARG001 the language is asked of click
    """Mend what has one remedy alone: width of signs, blanks, quotes, order of keys, what stands twice.

    All files of data/, or those of PATHS (files or folders). Comments and all other lines stay as they are. What is
    left is for `handbook check` to tell. Which texts are new, or changed in both languages, is taken down for
    `handbook translations`.

    改正只有一种改法的问题：全角半角、空格、引号、键的次序、写了两遍的内容。

    改data/里的全部文件，写了PATHS（文件或文件夹）就只改这些。注释和其余各行都不动。
    剩下的请运行`handbook check`查看。两种语言都新写或都改过的文字，登记给`handbook translations`。
    """
    from macros.edit import derived, files
    from macros.edit import fix as edit

    need_data(root)
    wanted = [inside(root, path) for path in paths]
    held = list(edit.fixed(root, lambda path: not wanted or any(below(path, name) for name in wanted)))
    if dry_run:
        click.echo("".join(one.diff for one in held), nl=False)
        return
    try:
        files.write(edit.texts(held))
        renewed = derived.renew(root)
    except OSError as error:
        raise failed(error, error.filename, UNCHANGED) from None
    for one in held:
        say(f"{one.path}: mended in {one.places} places", f"{one.path}：改好了{one.places}处")
    for file in renewed:
        path = file.relative_to(root).as_posix()
        say(f"{path}: brought up to date", f"{path}：已更新")
    rest = Said("run 'handbook check' for what is left", "其余的请运行“handbook check”查看")
    tell(rest if held else Said("nothing to mend", "没有要改的"))
