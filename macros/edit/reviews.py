"""Which facts are to be read again: by record, by how fast such facts change, by who looks after them."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.load.dataset import REVIEW_AFTER, Dataset
from macros.model.statement import Fact, checked_on
from macros.problems import Keys
from macros.wording import months_between

Group = Literal["record", "volatility", "owner"]
Volatility = Literal["moving", "standing", "settled"]
VOLATILITY: tuple[Volatility, ...] = ("moving", "standing", "settled")
"""moving: numbers, and who or what is there now; standing: what a source says in words; settled: what is over, a date,
money that was spent."""
_MOVING = ("outcome", "successor", "coordinator-now", "open-data", "reporting", "aftermath")
"""Questions and sections about what is so today."""
_OVER = ("spent", "received")
NOBODY = "-"


@dataclass(frozen=True)
class Due:
    """The facts of a record that are to be read again."""

    record: str
    path: str
    owner: str
    """As in CODEOWNERS; `NOBODY` without one."""
    volatility: Volatility
    facts: int
    oldest: str
    """The day on which the first of them was last checked."""
    months: int
    """Since then."""


def due(dataset: Dataset, root: Path, day: str, *, after: int = REVIEW_AFTER) -> list[Due]:
    """Return what was checked more than `after` months before a day, the longest ago first; a row a record and kind.

    The check and the evidence page count from the newest check in the data instead; here it is for who plans the work.
    """
    owners = list(_owners(root))
    found: dict[tuple[str, Volatility], list[str]] = {}
    for owner, record in dataset.named():
        for keys, fact in dataset.facts_in[owner]:
            date = checked_on(record, fact)
            if date and months_between(date, day) > after:
                found.setdefault((owner, volatility(keys, fact)), []).append(date)
    rows = [_due(dataset, owners, record, kind, dates, day) for (record, kind), dates in found.items()]
    return sorted(rows, key=lambda one: (VOLATILITY.index(one.volatility), one.oldest, one.record))


def volatility(keys: Keys, fact: Fact) -> Volatility:
    """Return how fast such a fact changes, told from its form and its place."""
    if fact.date or fact.period or (fact.money and fact.money.basis in _OVER):
        return "settled"
    if fact.value is not None or fact.series or fact.money or fact.not_found or {*_MOVING} & {*map(str, keys)}:
        return "moving"
    return "standing"


def grouped(rows: list[Due], by: Group) -> dict[str, list[Due]]:
    """Return the rows under each record, volatility or owner, in the order in which they first come."""
    found: dict[str, list[Due]] = {}
    for one in rows:
        found.setdefault(getattr(one, by), []).append(one)
    return found


def _due(
    dataset: Dataset, owners: list[tuple[str, str]], record: str, kind: Volatility, dates: list[str], day: str
) -> Due:
    path, oldest = dataset.locations[record].document.path, min(dates)
    owner = next((name for pattern, name in reversed(owners) if _covers(pattern, path)), NOBODY)
    return Due(record, path, owner, kind, len(dates), oldest, months_between(oldest, day))


def _owners(root: Path) -> Iterator[tuple[str, str]]:
    """Yield patterns and owners of CODEOWNERS, where a host looks for it; of several the last counts."""
    files = [root / folder / "CODEOWNERS" for folder in (".github", ".gitlab", ".", "docs")]
    file = next((one for one in files if one.is_file()), None)
    for line in file.read_text(encoding="utf-8").splitlines() if file else ():
        pattern, *names = line.partition("#")[0].split() or [""]
        if pattern and not pattern.startswith("["):
            yield pattern, " ".join(names) or NOBODY


def _covers(pattern: str, path: str) -> bool:
    """Whether a pattern of CODEOWNERS is of a file: a folder holds all below it, a name without slash lies anywhere."""
    bare = pattern.strip("/")
    if pattern == "*" or path == bare or path.startswith(f"{bare}/"):
        return True
    return fnmatch.fnmatch(path, bare if "/" in bare else f"*/{bare}")
