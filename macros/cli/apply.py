"""`handbook apply`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import UNCHANGED, Failure, failed, say, tell
from macros.problems import Said


@command()
@ROOT
@LANG
@option("--dry-run", is_flag=True, said=Said("Write nothing; show what would change.", "不写入，只显示会有哪些改动"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def apply(root: Path, language: str, dry_run: bool, file: Path) -> None:
    """Make the change of FILE, which the form of the site has saved, and show what becomes of the data.

    Comments and all lines that FILE does not speak of stay as they are. Nothing is written where the data have changed
    since, or would have errors. Which texts are new, or changed in both languages, is taken down for `handbook
    translations`. Of a file of progress that a workshop sends, the notes for the editors are listed.

    写入别人提出的修改，并显示数据改成了什么样。

    FILE是网站上的表单存下的文件。注释和它没有提到的行都不动。数据此后已有变化，或者改后会有错误的，就什么都不写。
    两种语言都新写或都改过的文字，登记给`handbook translations`。
    FILE是研讨班发来的进度文件的，则列出写给编者的意见。
    """
    from macros.check import reporters
    from macros.edit import derived, files
    from macros.edit.apply import applied
    from macros.edit.notes import notes
    from macros.load import change, progress

    need_data(root)
    try:
        with file.open("rb") as opened:
            content = opened.read(progress.MOST_BYTES + 1)
        held = change.parsed(content, progress.MOST_BYTES)
        if held.get("format") == progress.FORMAT:
            click.echo(notes(root, content, language))
            return
        wanted = change.read(change.parsed(content))
    except (change.ChangeError, progress.ProgressError) as error:
        en, zh = (error.said[one].replace("\n", f"\n{file.name}: ") for one in ("en", "zh"))
        raise Failure(Said(f"{file.name}: {en}", f"{file.name}: {zh}")) from None
    root = root.resolve()
    made = applied(root, wanted)
    click.echo("".join(one.diff for one in made.files), nl=False)
    for title, text in ((Said("by", "提出人"), wanted.by), (Said("why", "理由"), wanted.why)):
        if text:
            say(f"{title.en}: {text}", f"{title.zh}：{text}")
    if faults := (*made.conflicts, *made.problems):
        click.echo(reporters.text(faults, language))
        tell(UNCHANGED)
        raise SystemExit(1)
    if dry_run:
        return
    try:
        files.write({one.file: one.after for one in made.files})
        derived.renew(root)
    except OSError as error:
        raise failed(error, error.filename, UNCHANGED) from None
    count = len(made.files)
    say(f"files changed: {count}; look at the difference, then propose it", f"改了{count}个文件；看过差异后即可提交")
