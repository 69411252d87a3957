"""What exists is documented."""

from __future__ import annotations

import pytest

from macros.cli import COMMANDS
from macros.render.macros import MACROS
from macros.wording import LANGUAGES
from tests.support.example import ROOT
from tests.support.introspection import rules
from tests.support.some import some


def guide(language: str) -> str:
    """Return the page for contributors."""
    return (ROOT / "content" / language / "contribute.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_documented(language: str) -> None:
    """An editor can look up what a reported rule means."""
    assert [rule for rule in some(sorted(rules()), 40) if f"`{rule}`" not in guide(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_is_documented(language: str) -> None:
    """An editor can look up what can be put into a page."""
    text = guide(language)

    assert [name for name in MACROS if f"`{name}`" not in text and f"`{name}(" not in text] == []


def test_every_command_is_in_the_readme() -> None:
    """A newcomer finds every command in the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in some(COMMANDS, 4) if f"handbook {name}" not in readme] == []
