"""The layers of DESIGN.md: which module may know which."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.example import ROOT
from tests.introspection import imported, modules, strings

MODULES = modules()
MAY_IMPORT = {
    "": "env",
    "__main__": "cli",
    "problems": "",
    "syntax": "",
    "wording": "",
    "links": "",
    "rendering": "",
    "headings": "rendering",
    "report": "problems",
    "source": "problems syntax",
    "model": "model",
    "dataset": "model problems source",
    "loading": "dataset model problems source",
    "selection": "dataset model wording",
    # rules late: `current` is the check that gives a sound data set
    "project": "dataset loading model problems rules selection wording",
    "rules": "dataset model problems project rules source wording",
    "views": "dataset model views wording",
    "glossing": "dataset rendering",
    "blocks": "rendering views wording",
    "navigation": "dataset wording",
    "pages": "blocks dataset glossing links rendering views wording",
    "search": "dataset model pages views wording",
    "ready": "bundle dataset selection wording",
    "env": "blocks dataset model project rendering views wording",
    "output": "dataset search views",
    "trees": "dataset navigation pages",
    "site": "blocks bundle dataset env glossing headings links output pages problems project ready rendering report"
    " search selection trees views wording",
    "hooks": "site",
    "manifest": "",
    "packing": "manifest",
    "seal": "manifest",
    "single": "blocks dataset glossing headings links navigation pages rendering search selection views wording",
    "bundle": "dataset manifest packing rendering seal selection single views",
    "ordering": "bundle manifest problems project report seal selection wording",
    "cli": "model ordering pages problems project report rules selection wording",
}
"""Module or package below `macros` → those of ours that it may import. A new module needs a line here."""
ONLY = {
    "yaml": {"source"},
    "mkdocs": {"env", "hooks", "site", "trees"},
    "jinja2": {"rendering"},
    "markupsafe": {"rendering"},
    "pydantic": {"loading", "model"},
    "click": {"cli"},
    "rcssmin": {"output"},
}
"""Library → the modules that may know it."""
_TAG = re.compile(r"</?[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)


def layer(name: str) -> str:
    """Return the line of the table that a module belongs to: `views.city` → `views`."""
    return name.partition(".")[0]


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_one_way(name: str) -> None:
    """A module knows only what its layer may know, late imports included."""
    ours = {layer(other.removeprefix("macros").removeprefix(".")) for other in imported(MODULES[name]) if _ours(other)}

    assert ours <= set(MAY_IMPORT[layer(name)].split())


def _ours(name: str) -> bool:
    return name.partition(".")[0] == "macros"


@pytest.mark.parametrize("library", ONLY)
def test_library_is_known_in_one_place(library: str) -> None:
    """Each library can be exchanged in one place."""
    users = {layer(name) for name, module in MODULES.items() if any(_of(library, other) for other in imported(module))}

    assert users
    assert users <= ONLY[library]


def _of(library: str, name: str) -> bool:
    return name.partition(".")[0] == library


def test_views_and_rules_never_meet() -> None:
    """What is shown does not depend on what is checked, nor the other way round."""
    assert "rules" not in MAY_IMPORT["views"].split()
    assert "views" not in MAY_IMPORT["rules"].split()


def test_command_line_loads_no_adapter() -> None:
    """`handbook check` starts without MkDocs and works where MkDocs is missing."""
    code = "import sys, macros.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    names = loaded.stdout.split()

    assert "macros.cli" in names
    assert [
        name
        for name in names
        if _of("mkdocs", name) or name in ("macros.env", "macros.site", "macros.trees", "macros.hooks")
    ] == []


@pytest.mark.parametrize("name", MODULES)
def test_markup_is_in_templates(name: str) -> None:
    """No HTML is put together in Python, where nothing escapes it."""
    assert [(string.lineno, string.value) for string in strings(MODULES[name]) if _TAG.search(str(string.value))] == []
