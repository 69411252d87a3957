"""The stages of macros/README.md: which module may know which."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.support.example import ROOT
from tests.support.introspection import imported, modules, strings
from tests.support.some import some

MODULES = modules()
STAGES = (
    ("problems", "wording", "leftovers", "output", "ending", "workers", "patterns", "rulebook"),
    ("model",),
    ("load",),
    ("check",),
    ("views",),
    ("render",),
    ("bundle", "export"),
    ("edit",),
    ("engine",),
    ("cli", "__main__", ""),
)
"""Modules and packages below `macros`, stage by stage: each may know its own stage and those before."""
APART = {("check", "views"), ("views", "check"), ("cli", "engine")}
"""What never meets, whatever the order: checking and viewing, the commands and the engine."""
ONLY = {
    "yaml": {"load"},
    "mkdocs": {"engine"},
    "jinja2": {"render", "check"},
    "markupsafe": {"render"},
    "pydantic": {"load", "model"},
    "click": {"cli"},
    "rcssmin": {"engine"},
    "rjieba": {"render"},
    "opencc": {"wording"},
    "docx": {"export"},
    "xlsxwriter": {"export"},
}
"""Library → the modules that may know it."""
_TAG = re.compile(r"</?(?!wbr>)[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)


def room(name: str) -> str:
    """Return what stands in `STAGES` for a module: `views.city` → `views`."""
    return name.partition(".")[0]


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_one_way(name: str) -> None:
    """A module knows only its own stage and those before it, late imports included."""
    stage = {held: number for number, rooms in enumerate(STAGES) for held in rooms}
    known = {room(other.removeprefix("macros").removeprefix(".")) for other in imported(MODULES[name]) if _ours(other)}

    assert room(name) in stage
    assert {other for other in known if stage[other] > stage[room(name)] or (room(name), other) in APART} == set()


def _ours(name: str) -> bool:
    return name.partition(".")[0] == "macros"


@pytest.mark.parametrize("library", ONLY)
def test_library_is_known_in_one_place(library: str) -> None:
    """Each library can be exchanged in one place."""
    users = {room(name) for name, module in MODULES.items() if any(_of(library, other) for other in imported(module))}

    assert users
    assert users <= ONLY[library]


def _of(library: str, name: str) -> bool:
    return name.partition(".")[0] == library


def test_command_line_loads_no_adapter() -> None:
    """`handbook check` starts without MkDocs and works where MkDocs is missing."""
    code = "import sys, macros.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    names = loaded.stdout.split()

    assert "macros.cli" in names
    assert [name for name in names if _of("mkdocs", name) or name.startswith("macros.engine")] == []


def test_markup_is_in_templates() -> None:
    """No HTML is put together in Python, where nothing escapes it."""
    held = [(name, one.lineno, str(one.value)) for name, module in MODULES.items() for one in strings(module)]

    assert [place for place in some(held, 1000) if _TAG.search(place[2])] == []
