"""The table of scripts: it names every file, in an order in which each finds what it needs."""

from __future__ import annotations

import pytest

from macros.render import scripts
from tests.support.example import ROOT

ASSETS = ROOT / "overrides" / "assets"
NAMES = [one.path for one in scripts.TABLE]


def test_the_table_names_every_file_once() -> None:
    folder = ASSETS / scripts.FOLDER

    assert sorted(NAMES) == sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_comes_after_what_it_needs(script: scripts.Script) -> None:
    assert set(script.needs) <= set(NAMES[: NAMES.index(script.path)])


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_is_used_and_its_style_is_there(script: scripts.Script) -> None:
    assert script.use or script.pages or any(script.path in other.needs for other in scripts.TABLE)
    assert (ASSETS / "stylesheets" / script.style).exists()


def test_a_page_carries_what_its_macros_need_in_order() -> None:
    served, opened = (scripts.loads({"assess", "home", "compare"}, "en", disk=disk) for disk in (False, True))

    assert served["scripts"][0] == "handbook-items.en.js"
    assert served["scripts"][-1] == "javascripts/features/compare.js"
    assert set(opened["scripts"]) - set(served["scripts"]) == {"javascripts/core/shared.js"}
    assert served["styles"] == opened["styles"] == ["workshop.css", "report.css"]
    assert scripts.loads({"home"}, "en", disk=True) == {}


def test_a_folder_has_nothing_of_the_single_file() -> None:
    leads, visits = ({one.path for one in scripts.left_out(leads=leads)} for leads in (True, False))

    assert leads == {name for name in NAMES if name.startswith("single/")}
    assert visits == leads | {"features/projector.js"}
