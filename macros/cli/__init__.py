"""The command line: `handbook check`, `handbook fix` and the others."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import click

from macros import ending
from macros.cli import told
from macros.cli.common import LANG
from macros.cli.spoken_help import Both

COMMANDS = (
    "check",
    "new",
    "fix",
    "form",
    "apply",
    "diff",
    "release",
    "translations",
    "query",
    "report",
    "links",
    "reviews",
    "schema",
    "migrate",
    "outline",
    "export",
    "pages",
    "bundle",
)
"""Each is the function of its own name in a module of that name here, as `handbook --help` lists them."""


class _Commands(Both, click.Group):
    """A group that imports only the command that is called, so that each starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  what click hands over
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        found: click.Command = getattr(import_module(f"macros.cli.{cmd_name}"), cmd_name)
        return found

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **more: Any) -> click.Context:
        """Remember in which language is asked, since an error may come before the options are read."""
        given = list(args)
        with _spoken(given):
            return super().make_context(info_name, args, *rest, obj=given, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Let errors speak the language of the command."""
        with _spoken(ctx.obj):
            return super().invoke(ctx)


@contextlib.contextmanager
def _spoken(arguments: list[str]) -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        if told.wanted(arguments) == "en":
            raise
        raise told.chinese(error) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@LANG
def main(language: str) -> None:  # noqa: ARG001  the commands ask what was given
    """Work on the handbook's data.

    Exit code: 0 all is well, 1 the data has problems, 2 the command was used wrongly.

    处理手册的数据。

    退出码：0没有问题，1数据有问题，2命令用错了。
    """
    ending.tidily()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a code page has no sign for, or a name that is no UTF-8
            stream.reconfigure(errors="backslashreplace")
