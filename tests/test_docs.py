"""What exists is documented."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cli import COMMANDS
from macros.render.macros import MACROS
from macros.wording import LANGUAGES
from tests.support.example import ROOT
from tests.support.some import some

WHOLE = {
    "zh": "全文（没有账号也能用的表单、新增城市和来源、在自己的电脑上运行）见[参与编辑]"
    "(../content/zh/contribute.md)，网站上也有这一页。",
    "en": "The rest, from the form that needs no account to work on your own machine, is in [Contribute]"
    "(../content/en/contribute.md), which the site shows too.",
}


def guide(language: str) -> str:
    """Return the page for contributors."""
    return (ROOT / "content" / language / "contribute.md").read_text(encoding="utf-8")


def test_the_host_shows_the_first_steps_of_the_guide(expect: Callable[[Path, str], None]) -> None:
    """In both languages, before the code: each step with its first sentences, in the guide's own words."""
    file = ROOT / ".github" / "CONTRIBUTING.md"
    head, _, _ = file.read_text(encoding="utf-8").partition("-->\n")
    _, title, code = file.read_text(encoding="utf-8").partition("# Changing the code\n")
    sections = "".join(f"\n{first_steps(language)}\n" for language in LANGUAGES)

    expect(file, f"{head}-->\n{sections}\n{title}{code}")


def first_steps(language: str) -> str:
    """Return the heading of the way that needs a browser alone, with its steps in a line each."""
    found = re.search(r"^(## .+?) \{: #browser \}\n(.*?)^## ", guide(language), re.MULTILINE | re.DOTALL)
    assert found
    steps = some(re.findall(r"^(\d+\. )\*\*(.+?)([.。])\*\*(.*)$", found[2], re.MULTILINE), 5)
    # A host reads the sign that ends a sentence as part of no bold word where no blank follows.
    lines = [f"{number}**{lead}**{end}{text}" for number, lead, end, text in steps]
    return "\n".join([found[1], "", *lines, "", WHOLE[language]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_is_documented(language: str) -> None:
    """An editor can look up what can be put into a page."""
    text = guide(language)

    assert [name for name in MACROS if f"`{name}`" not in text and f"`{name}(" not in text] == []


def test_every_command_is_in_the_readme() -> None:
    """A newcomer finds every command in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in some(COMMANDS, 4) if f"handbook {name}" not in readme] == []
