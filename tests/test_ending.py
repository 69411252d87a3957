"""How a process ends."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import gc
from macros import ending

class Record:
    def __del__(self):
        print("let go of")

{}
print("said")
"""


def _output(line: str) -> list[str]:
    run = subprocess.run([sys.executable, "-c", _PROGRAM.format(line)], capture_output=True, text=True, check=True)
    return run.stdout.split("\n")[:-1]


def test_what_is_left_is_not_taken_apart() -> None:
    """Neither when its last name goes, nor at the end; whatever was said comes out all the same."""
    assert _output("kept = Record()") == ["said", "let go of"]
    assert _output("kept = Record(); ending.leave(kept); del kept; gc.collect()") == ["said"]
