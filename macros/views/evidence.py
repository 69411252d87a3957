"""Toolkits of others, the policy context, and how the handbook's evidence stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import REVIEW_AFTER, Dataset
from macros.model.claim import STANDINGS, Claim
from macros.model.conflict import Conflict
from macros.model.source import SOURCE_KINDS, Source
from macros.model.walk import claims
from macros.views import claim as claim_views
from macros.views.claim import ClaimView
from macros.views.places import Link, data_files, href, link
from macros.views.reading import Reading

MOST_ROWS = 80
"""Of the table and lists on the evidence page; beyond, it says how many more there are."""


@dataclass(frozen=True)
class RecordNumbers:
    """Numbers of claims under one heading."""

    id: str
    link: Link
    numbers: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class ConflictView:
    """A question on which sources differ."""

    id: str
    question: str
    claims: tuple[ClaimView, ...]
    note: str
    see: tuple[Link, ...]


@dataclass(frozen=True)
class Evidence:
    """How the statements of the handbook stand."""

    standings: tuple[tuple[str, str], ...]
    """Standing, worded."""
    rows: tuple[RecordNumbers, ...]
    """By record, those of cities first."""
    rows_more: int
    totals: tuple[int, ...]
    total: int
    kinds: tuple[tuple[str, int], ...]
    """Best kind of source behind a claim, worded; number of claims."""
    weak: tuple[Link, ...]
    """Records with claims that rest on weak sources alone."""
    due: tuple[tuple[Link, int], ...]
    """Records with statements due for review, and how many."""
    conflicts: tuple[ConflictView, ...]
    files: tuple[str, ...]
    """Those that hold the conflicts."""
    as_of: str


def evidence(reading: Reading) -> Evidence:
    """Count the statements by standing and by kind of source; list what is weak, due, or in conflict."""
    dataset = reading.dataset
    held = {owner: [claim for _, claim in claims(record)] for owner, record in dataset.named()}
    rows = [_row(reading, owner, found) for owner, found in held.items() if found]
    everything = [claim for found in held.values() for claim in found]
    counts = Counter(claim.standing for claim in everything)
    best = Counter(best_kind(dataset, claim) for claim in everything)
    due = {owner: sum(is_due(dataset, claim) for claim in found) for owner, found in held.items()}
    return Evidence(
        standings=tuple((standing, reading.labels[f"standing-{standing}"]) for standing in STANDINGS),
        rows=tuple(rows[:MOST_ROWS]),
        rows_more=max(0, len(rows) - MOST_ROWS),
        totals=tuple(counts[standing] for standing in STANDINGS),
        total=len(everything),
        kinds=tuple((reading.labels[f"source-kind-{kind}"], best[kind]) for kind in SOURCE_KINDS if best[kind]),
        weak=tuple(
            link(reading, owner)
            for owner, found in held.items()
            if any(best_kind(dataset, claim) == "weak" for claim in found)
        )[:MOST_ROWS],
        due=tuple((link(reading, owner), number) for owner, number in due.items() if number)[:MOST_ROWS],
        conflicts=tuple(_conflict(reading, name) for name in dataset.of(Conflict)),
        files=data_files(reading, "conflict"),
        as_of=wording.date(reading.language, dataset.data_date),
    )


def _row(reading: Reading, owner: str, found: list[Claim]) -> RecordNumbers:
    counts = Counter(claim.standing for claim in found)
    return RecordNumbers(
        owner.replace("/", "."), link(reading, owner), tuple(counts[one] for one in STANDINGS), len(found)
    )


def _conflict(reading: Reading, name: str) -> ConflictView:
    conflict = reading.dataset.of(Conflict)[name]
    return ConflictView(
        name,
        conflict.question[reading.language],
        claim_views.views(reading, conflict.claims),
        conflict.note[reading.language],
        tuple(Link(link(reading, ref).title, href(reading, ref)) for ref in conflict.see),
    )


def best_kind(dataset: Dataset, claim: Claim) -> str:
    """Return the best kind among a claim's sources, "" when it has none."""
    kinds = {dataset.of(Source)[name].kind for name in claim.sources}
    return next((kind for kind in SOURCE_KINDS if kind in kinds), "")


def is_due(dataset: Dataset, claim: Claim) -> bool:
    """Whether a claim was checked so long before the newest check in the data that it is due for another look."""
    return claim.checked is not None and wording.months_between(claim.checked, dataset.data_date) > REVIEW_AFTER
