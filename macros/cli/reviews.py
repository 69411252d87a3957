"""`handbook reviews`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.cli.common import LANG, ROOT, need_data, written_as
from macros.cli.spoken_help import command, option
from macros.problems import Said

if TYPE_CHECKING:
    from datetime import datetime

    from macros.edit.reviews import Due, Group

_VOLATILITY = {
    "moving": Said("moving", "常变的"),
    "standing": Said("standing", "少变的"),
    "settled": Said("settled", "已成定局的"),
}


@command()
@ROOT
@option(
    "--by",
    type=click.Choice(("record", "volatility", "owner")),
    default="volatility",
    show_default=True,
    said=Said(
        "How the list is parted: by record, by how fast such facts change, by owner.",
        "按什么分组：record（记录）、volatility（变化快慢）、owner（负责人）",
    ),
)
@option(
    "--after",
    type=int,
    said=Said("Months after which a fact is to be read again; 18 unless given.", "过几个月要重新核对，不写就是18"),
)
@option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    said=Said("The day to count from, as 2026-11-24; today unless given.", "从哪天起算，例如2026-11-24，不写就是今天"),
)
@written_as("text", "markdown", "json")
@LANG
def reviews(root: Path, by: Group, after: int | None, day: datetime | None, form: str, language: str) -> None:
    """List what is to be read again, the longest unread first.

    By record, by how fast such facts change (moving, standing, settled), or by owner as CODEOWNERS names them.

    列出该重新核对的内容，最久没有核对的在前。

    按记录、按这类事实变化的快慢（常变、少变、已成定局）或按CODEOWNERS写明的负责人分组。
    """
    from macros.check.day import today
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
    lines = [
        Said(
            f"{number} facts were last read more than {months} months before {counted}.",
            f"{number}条事实在{counted}时距上次核对已超过{months}个月。",
        )[language]
    ]
    for name, held in edit.grouped(rows, by).items():
        word = _word(name, language)
        lines += ["", f"### {word}" if form == "markdown" else f"{word}:"]
        lines += [_row(one, form, language) for one in held]
    click.echo("\n".join(lines))


def _word(name: str, language: str) -> str:
    return _VOLATILITY[name][language] if name in _VOLATILITY else name


def _row(one: Due, form: str, language: str) -> str:
    kind = _VOLATILITY[one.volatility]
    told = Said(
        f"{one.facts} {kind.en}, since {one.oldest} ({one.months} months)",
        f"{kind.zh}{one.facts}条，最早{one.oldest}核对（{one.months}个月）",
    )[language]
    if form == "markdown":
        return f"- [ ] `{one.record}`: {told} (`{one.path}`)"
    return f"  {one.record}: {told}, {one.path}"
