"""What `--help` says: of every command and option in both languages, each as it is asked for."""

from __future__ import annotations

import re
from typing import cast

import click
import pytest
from click.testing import CliRunner

from macros.cli import COMMANDS, main
from macros.cli.spoken_help import Both, Option, both
from macros.problems import Said
from macros.wording import columns
from tests.support.some import some

_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE = re.compile(r"(?<![-\w/'.])[a-z]+ [a-z]+ [a-z]+")


def command(name: str) -> Both:
    """Return a command; the group of them for no name."""
    return cast("Both", main.get_command(click.Context(main), name)) if name else cast("Both", main)


def shown(*arguments: str) -> str:
    """Return what is printed."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("name", ["", *some(COMMANDS, 15)])
def test_everything_is_told_in_both_languages(name: str) -> None:
    """A command without Chinese has a docstring in English alone; an option takes both texts at once."""
    options = some([one for one in command(name).params if isinstance(one, click.Option)], 1)
    texts = [command(name).said, *(one.said for one in options if isinstance(one, Option))]

    assert [one.opts for one in options if not isinstance(one, Option)] == []
    assert [said for said in texts if not said.en or _HAN.search(said.en) or not _HAN.search(said.zh)] == []


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_speaks_the_language_that_is_asked_for(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the command, after it, or by the system; every option is named in both, and no line is too wide."""
    called = [name] if name else []
    before, after = shown("--lang", "zh", *called, "--help"), shown(*called, "--help", "--lang=zh")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    by_system, en = shown(*called, "--help"), shown("--lang", "en", *called, "--help")
    names = {text for one in command(name).params if isinstance(one, click.Option) for text in one.opts} | {"--help"}

    assert before == after == by_system
    assert [one for one in (before, en) for option in names if f" {option}" not in one] == []
    assert not _SENTENCE.search(re.sub("“[^”]*”", "", before)), before
    assert not _HAN.search(en), en
    assert max(columns(line) for line in before.splitlines()) <= 80


def test_the_list_of_commands_says_what_each_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a few words, of which none is cut."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    lines = shown("--help").partition("命令：\n")[2].splitlines()

    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert [line for line in lines if not _HAN.search(line) or "..." in line] == []


def test_paragraphs_are_told_apart_by_their_signs() -> None:
    """Lines of English are joined by a blank, lines of Chinese by nothing."""
    assert both("""One.

    Two
    lines.

    一。

    二
    行。
    """) == Said("One.\n\nTwo lines.", "一。\n\n二\n行。")
