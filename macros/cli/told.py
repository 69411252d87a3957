"""What commands say to who calls them, in the language that is asked for: results, refusals, and what click says."""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator
from typing import IO, Any

import click

from macros.problems import Said, of_system
from macros.wording import LANGUAGES, spoken

_CLICK = (
    (r"No such option '(.*)'\.", "没有选项“{0}”。"),
    (r"No such command '(.*)'\.", "没有命令“{0}”。"),
    (r"Missing command\.", "没有说要做什么：请写上命令名。"),
    (r"Missing argument '(.*?)'\.(?: .*)?", "缺少“{0}”。"),
    (r"Missing option '(.*?)'\.(?: .*)?", "缺少选项“{0}”。"),
    (r"Option '(.*)' requires an argument\.", "选项“{0}”后面要跟一个值。"),
    (r"Option '(.*)' does not take a value\.", "选项“{0}”后面不跟值。"),
    (r"Got unexpected extra arguments? \((.*)\)", "多写了“{0}”。"),
    (r"Invalid value for (.*?): '(.*)' is not one of (.*)\.", "“{0}”的值“{1}”不对，可以是：{2}。"),
    (r"Invalid value for (.*?): '(.*)' is not a valid (?:integer|float)\.", "“{0}”的值“{1}”不是数字。"),
    (r"Invalid value for (.*?): '(.*?)' does not match .*", "“{0}”的值“{1}”不是日期，请照2026-11-24写。"),
    (r"Invalid value for (.*?): \w+ '(.*)' does not exist\.", "“{0}”：没有“{1}”。"),
    (r"Invalid value for (.*?): \w+ '(.*)' is a directory\.", "“{0}”：“{1}”是文件夹，这里要的是文件。"),
    (r"Invalid value for (.*?): \w+ '(.*)' is a file\.", "“{0}”：“{1}”是文件，这里要的是文件夹。"),
    (r"Invalid value for (.*?): \w+ '(.*)' is not readable\.", "“{0}”：“{1}”没有权限读。"),
)
"""What click says → the same in Chinese; it has no way to take its words from but compiled catalogues."""
_MEANT = re.compile(r"'(-?-?[a-z-]+)'")


class Refusal(click.UsageError):
    """A command that was used wrongly: what is wrong, and what to do."""

    def __init__(self, said: Said) -> None:
        """Take the words in the language of the command that runs."""
        super().__init__(said[language()])


class Failure(click.ClickException):
    """A command that could not do its work."""

    def __init__(self, said: Said) -> None:
        """Take the words in the language of the command that runs."""
        super().__init__(said[language()])


class InChinese(click.ClickException):
    """An error of a command, shown with Chinese words around it, and click's own in Chinese."""

    def __init__(self, error: click.ClickException) -> None:
        """Stand for `error`."""
        super().__init__(error.format_message())
        self.ctx = getattr(error, "ctx", None)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the error as click does."""
        lines = []
        if self.ctx:
            usage = self.ctx.get_usage().removeprefix("Usage: ")
            lines = [f"用法：{usage}", f"详见：{self.ctx.command_path} --help", ""]
        click.echo("\n".join([*lines, f"错误：{in_chinese(self.message)}"]), file=file or sys.stderr)


class UsageInChinese(InChinese):
    """Likewise of a command that was used wrongly."""

    exit_code = click.UsageError.exit_code


def chinese(error: click.ClickException) -> click.ClickException:
    """Return an error that speaks Chinese in the place of another; one that only shows the help stays."""
    if isinstance(error, InChinese | click.exceptions.NoArgsIsHelpError):
        return error
    return UsageInChinese(error) if isinstance(error, click.UsageError) else InChinese(error)


def in_chinese(message: str) -> str:
    """Return what click says in Chinese, with what may have been meant; other texts as they are."""
    told, *possible = re.split(r" \(?Did you mean ", message, maxsplit=1)
    for pattern, words in _CLICK:
        if found := re.fullmatch(pattern, told, re.DOTALL):
            bare = [text.strip("'").replace("', '", "、") for text in found.groups()]
            meant = "、".join(f"“{one}”" for one in _MEANT.findall("".join(possible)))
            return words.format(*bare) + (f"是不是想写{meant}？" if meant else "")
    return message


def wanted(arguments: list[str]) -> str:
    """Return in which language a command is to speak, from its arguments, sound or not.

    Where --lang says which languages a bundle holds, one alone is that of the messages too.
    """
    asked = [second for first, second in _pairs(arguments) if first == "--lang" and second in LANGUAGES]
    is_said_first = arguments[0].partition("=")[0] == "--lang" if arguments else False
    return asked[0] if asked and (is_said_first or len(set(asked)) == 1) else spoken()


def _pairs(arguments: list[str]) -> Iterator[tuple[str, str]]:
    yield from itertools.pairwise(arguments)
    yield from ((name, value) for name, sign, value in (one.partition("=") for one in arguments) if sign)


def language() -> str:
    """Return the language of the command that runs: what --lang says, or that of the system."""
    context = click.get_current_context(silent=True)
    return wanted(context.obj or [] if context else [])


def say(en: str, zh: str, *, aside: bool = False) -> None:
    """Print a line in the language of the command that runs, `aside` from what it gives."""
    tell(Said(en, zh), aside=aside)


def tell(said: Said, *, aside: bool = False) -> None:
    """Print what is said in both languages in that of the command that runs."""
    click.echo(said[language()], err=aside)


def failed(error: OSError, name: object, rest: Said) -> Failure:
    """Return what tells of a file that could not be written, `rest` being what became of the work."""
    why = of_system(error)
    return Failure(Said(f"{name} cannot be written: {why.en}; {rest.en}", f"{name}写不了：{why.zh}；{rest.zh}"))


UNCHANGED = Said("nothing was changed", "没有改动")
NOTHING_LEFT = Said("nothing was left", "没有留下任何文件")
