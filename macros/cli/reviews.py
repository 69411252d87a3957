"""`handbook reviews`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.common import ROOT, need_data

if TYPE_CHECKING:
    from datetime import datetime

    from macros.edit.reviews import Due, Group


@click.command()
@ROOT
@click.option("--by", type=click.Choice(("record", "volatility", "owner")), default="volatility", show_default=True)
@click.option("--after", type=int, help="Months after which a fact is to be read again.  [default: 18]")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day to count from, as 2026-11-24.  [default: today]"
)
@click.option("--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True)
def reviews(root: Path, by: Group, after: int | None, day: datetime | None, form: str) -> None:
    """List what is to be read again, the longest unread first.

    By record, by how fast such facts change (moving, standing, settled), or by owner as CODEOWNERS names them.
    """
    from macros.check.rules.future import today
    from macros.edit import reviews as edit
    from macros.load.dataset import REVIEW_AFTER
    from macros.load.loader import load

    need_data(root)
    months = REVIEW_AFTER if after is None else after
    counted = day.date().isoformat() if day else today()
    rows = edit.due(load(root)[0], root, counted, after=months)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in rows], indent=2, ensure_ascii=False))
        return
    number = sum(one.facts for one in rows)
    lines = [f"{number} facts were last read more than {months} months before {counted}."]
    for name, held in edit.grouped(rows, by).items():
        lines += ["", f"### {name}" if form == "markdown" else f"{name}:", *(_row(one, form) for one in held)]
    click.echo("\n".join(lines))


def _row(one: Due, form: str) -> str:
    told = f"{one.facts} {one.volatility}, since {one.oldest} ({one.months} months)"
    if form == "markdown":
        return f"- [ ] `{one.record}`: {told} (`{one.path}`)"
    return f"  {one.record}: {told}, {one.path}"
