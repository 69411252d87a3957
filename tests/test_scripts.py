"""The table of scripts: it names every file, in an order in which each finds what it needs."""

from __future__ import annotations

import pytest

from macros.render import scripts
from tests.example import ROOT

ASSETS = ROOT / "overrides" / "assets"
NAMES = [one.path for one in scripts.TABLE]


def test_the_table_names_every_file_once() -> None:
    folder = ASSETS / scripts.FOLDER

    assert sorted(NAMES) == sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_comes_after_what_it_needs(script: scripts.Script) -> None:
    assert {name for name in script.needs if name not in NAMES[: NAMES.index(script.path)]} == set()


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_is_used_and_its_style_is_there(script: scripts.Script) -> None:
    assert script.use or script.pages or any(script.path in other.needs for other in scripts.TABLE)
    assert (ASSETS / "stylesheets" / script.style).exists()
