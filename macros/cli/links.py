"""`handbook links`."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.common import LANG, ROOT, below, inside, need_data, written_as
from macros.cli.spoken_help import command, option
from macros.cli.told import Failure, Refusal
from macros.problems import Said


@command()
@ROOT
@written_as("text", "markdown", "json")
@LANG
@option("--timeout", default=20.0, show_default=True, said=Said("Seconds for one answer.", "每次应答等几秒"))
@option(
    "--delay",
    default=1.0,
    show_default=True,
    said=Said("Seconds between two questions to one host.", "同一主机两次访问之间隔几秒"),
)
@option(
    "--minutes",
    default=30.0,
    show_default=True,
    said=Said("For everything; what is left then is told.", "总共用几分钟，到时没有查到的会列出"),
)
@click.argument("names", nargs=-1)
def links(
    root: Path, form: str, language: str, timeout: float, delay: float, minutes: float, names: tuple[str, ...]
) -> None:
    """Ask the web which sources can still be read: those that are gone, moved, refused or silent.

    All of them, or those of NAMES (ids of sources, files or folders). It takes a while, since no host is asked twice
    at once. Exit code 0, whatever is found; 1 if nothing answered at all, as without a network.

    逐个访问来源的网址：哪些已失效、已迁移、拒绝访问或没有应答。

    查全部来源，写了NAMES（来源的编号、文件或文件夹）就只查这些。同一主机不会同时访问两次，所以要花些时间。
    不论查出什么，都以0退出；全都没有应答，例如没有网络，以1退出。
    """
    from macros.edit import link_formats
    from macros.edit.links import Limits
    from macros.edit.links import links as ask_all
    from macros.load.loader import load

    need_data(root)
    dataset = load(root)[0]
    paths = [inside(root, root / name) for name in names if (root / name).exists()]
    unknown = [name for name in names if not (root / name).exists() and name not in dataset["source"]]
    if unknown:
        raise Refusal(Said(f"there is no source or file {unknown[0]}", f"没有“{unknown[0]}”这份资料或文件"))
    limits = Limits(timeout=timeout, delay=delay, whole=minutes * 60)
    held = ask_all(
        dataset, limits, lambda name, path: not names or name in names or any(below(path, one) for one in paths)
    )
    if held and not any(one.answer.is_heard for one in held):
        detail = held[0].answer.detail
        raise Failure(
            Said(f"nothing answered ({detail.en}); is there a network?", f"没有应答（{detail.zh}）；网络通吗？")
        )
    click.echo(link_formats.FORMATS[form](link_formats.Report(held, language)))
