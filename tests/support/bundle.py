"""The bundle command as the tests run it, and what they choose for a bundle."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from macros.cli import main

PART = ("--city", "london", "--city", "paris", "--path", "stocktake")
"""Two cities and a step."""
LED = ("--facilitator", "--city", "london", "--path", "framework")
"""A step with the facilitator's pages."""
FACILITATORS = {"facilitator/{}.md", "facilitator/{}/hand-out.md", "facilitator/{}/projector.md"}
"""The facilitator's pages of a step."""


def handbook(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["bundle", *map(str, arguments)])


def verify(path: Path) -> Result:
    """Check a bundle."""
    return handbook("--verify", path)
