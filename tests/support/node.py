"""The tools of Node that `.ci/package.json` names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.example import ROOT

TOOLS = ROOT / ".ci"


def tool(name: str) -> Path:
    """Return the program of a tool; where it is not installed the test is skipped, on a server it fails."""
    program = TOOLS / "node_modules" / name
    if not program.exists():
        missing = f"{name} is not there: run '.venv/bin/npm ci --prefix .ci'"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    return program
