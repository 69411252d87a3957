"""What exists is documented."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cli import COMMANDS
from macros.render.macros import MACROS
from macros.rulebook import spoken
from macros.wording import LANGUAGES
from tests.support.example import ROOT, TESTS
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_slips_quotes_what_is_said(language: str) -> None:
    """Each row has a rule with words of its, which some test hears in the same language."""
    ending = {"zh": ".zh.txt", "en": ".txt"}[language]
    reports = [TESTS / "golden" / f"slips{ending}", *(TESTS / "data" / "invalid").glob(f"*/expected{ending}")]
    said = "".join(file.read_text(encoding="utf-8") for file in some(reports, 100))
    said += "\n".join(f"[{rule}] {one['message'][language]}" for rule, one in spoken().items())
    table = guide(language).partition("{: #pitfalls }")[2].partition("\n## ")[0]
    rows = some([line.split(" | ")[1] for line in table.splitlines() if re.match(r"\| (?!---)", line)][1:], 15)
    quoted = [(rule, words) for row in rows for rule, held in _SAYS.findall(row) for words in _QUOTED.findall(held)]

    assert [row for row in rows if not _SAYS.search(row)] == []
    assert [pair for pair in some(quoted, len(rows)) if not _told(said, *pair)] == []


_SAYS = re.compile("`([a-z-]+)`[：:] ?((?:[^`|])+)")
_QUOTED = re.compile("“([^”]+)”")


def _told(said: str, rule: str, words: str) -> bool:
    return any(f"[{rule}]" in line and words in line for line in said.splitlines())


def test_every_command_is_in_the_readme() -> None:
    """A newcomer finds every command in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in some(COMMANDS, 4) if f"handbook {name}" not in readme] == []
