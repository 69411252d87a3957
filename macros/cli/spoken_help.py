"""What `--help` shows, in the language that is asked for: commands and options of which both texts stand together.

The docstring of a command is its help: paragraphs in English, then those in Chinese.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from typing import Any

import click
from click.decorators import FC

from macros.cli.told import language, wanted
from macros.problems import SILENCE, Said
from macros.wording import columns

_HAN = re.compile("[\u3400-\u9fff]")
_HEADINGS = {"Options": "选项", "Commands": "命令"}
_USAGE = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
_HELP = Said("Show this message and exit.", "显示这份说明")
_HANGS = "，。；：、？！）”》…"
"""What begins no line."""


class Formatter(click.HelpFormatter):
    """Writes help in Chinese: click's own words, and lines that are broken between any two characters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that begins with how a command is called."""
        for en, zh in _USAGE.items():
            args = args.replace(en, zh)
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the name of a list."""
        self.write(f"{_HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        width = self.width - self.current_indent
        super().write_text("\n\n".join(_block(one, width) for one in text.split("\n\n")))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with what they stand for."""
        held = list(rows)
        first = min(max(len(name) for name, _ in held), col_max) + col_spacing
        told = [(name, _block(text, self.width - first - 2)) for name, text in held]
        super().write_dl(told, col_max, col_spacing)


def _block(text: str, width: int) -> str:
    """Return a paragraph as lines that click leaves as they are; `width` in columns of a terminal."""
    lines = [""]
    for part in re.findall(r"[!-~]+|.", text.replace("\n", "")):
        is_full = columns(lines[-1] + part) > (width if part in _HANGS else width - 4)
        if lines[-1] and is_full:
            lines.append("")
        lines[-1] += part
    return "\n".join(["\b", *(line.strip() for line in lines)])


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes help in the language of the command."""
        form = Formatter if wanted(self.obj or []) == "zh" else click.HelpFormatter
        return form(width=self.terminal_width, max_width=self.max_content_width)


class Both(click.Command):
    """A command, or a group of them, whose help stands in both languages in one docstring."""

    context_class = _Context
    said: Said = SILENCE

    @property
    def help(self) -> str | None:
        """The text in the language that is asked for."""
        return self.said[language()]

    @help.setter  # noqa: A003  the name that click has
    def help(self, text: str | None) -> None:
        self.said = both(text or "")

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return what the list of commands says: in Chinese the first sentence up to its first pause."""
        if language() == "en":
            return super().get_short_help_str(limit)
        return re.split("[。，；：]", self.said.zh.replace("\n", ""), maxsplit=1)[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _HELP[language()]
        return option


class Option(click.Option):
    """An option whose help stands in both languages."""

    said: Said = SILENCE

    def __init__(self, *names: Any, said: Said, **more: Any) -> None:
        """Take what it is for."""
        super().__init__(*names, **more)
        self.said = said

    @property
    def help(self) -> str | None:
        """The text in the language that is asked for."""
        return self.said[language()]

    @help.setter  # noqa: A003  the name that click has
    def help(self, text: str | None) -> None:
        """Take nothing: click sets a text of its own."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's name and help, with what holds where it is not given."""
        record = super().get_help_record(ctx)
        if record is None or language() == "en":
            return record
        return record[0], re.sub(r"  \[default: (.*)\]$", r"（不写就是\1）", record[1])


def option(*names: str, said: Said, **more: Any) -> Callable[[FC], FC]:
    """Add an option to a command, with what it is for in both languages."""
    return click.option(*names, cls=Option, said=said, **more)


def command() -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command of a function, with its docstring as help in both languages."""
    return click.command(cls=Both)


def both(text: str) -> Said:
    """Return the paragraphs in English and those in Chinese, which follow."""
    held = [" ".join(one.split("\n")) if not _HAN.search(one) else one for one in inspect.cleandoc(text).split("\n\n")]
    return Said(*("\n\n".join(one for one in held if bool(_HAN.search(one)) is is_zh) for is_zh in (False, True)))
