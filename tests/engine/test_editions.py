"""A process that builds one edition after another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.support.built import ROOT, small_project

_PROGRAM = """
import gc, sys, weakref
from pathlib import Path
from macros.bundle.make import Given
from macros.check.run import sound
from macros.engine import editions, site
from macros.load.selection import Edition, Selection

root, made, true = Path(sys.argv[1]), [], site.Site.__init__

def noted(self, **more):
    made.append(weakref.ref(self))
    true(self, **more)

site.Site.__init__ = noted
told = Given(Edition(Selection(), "1", ""), sound(root), {})
for name in ("one", "two", "three"):
    editions.build(root, told, root.parent / name)
    gc.collect()
print([one() is None for one in made])
"""


def test_it_lets_go_of_what_is_done(tmp_path: Path) -> None:
    """Or it would have all of them in memory at its end; the last stays with the engine."""
    root = small_project(tmp_path / "project")
    command = [sys.executable, "-c", _PROGRAM, str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == ["[True, True, False]"], done.stderr
