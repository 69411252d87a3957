"""Toolkits of others, the policy context, and how the handbook's evidence stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import REVIEW_AFTER, Dataset
from macros.model.claim import STANDINGS, Claim
from macros.model.conflict import Conflict
from macros.model.context import Context
from macros.model.source import SOURCE_KINDS, Source
from macros.model.toolkit import FEATURES, Toolkit
from macros.model.walk import claims
from macros.views import claim as claim_views
from macros.views.claim import ClaimView
from macros.views.places import Link, data_file, href, link
from macros.views.reading import Reading
from macros.views.related import conflicts

MOST_ROWS = 80
"""Of the table and lists on the evidence page; beyond, it says how many more there are."""


@dataclass(frozen=True)
class ToolkitView:
    """A handbook or tool of somebody else's."""

    id: str
    name: str
    publisher: str
    offers: str
    features: tuple[tuple[str, str, str], ...]
    """Feature, offer, offer worded."""
    languages: str
    cost: str
    gap: str
    url: str
    checked: str
    note: str
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class Toolkits:
    """The table of toolkits."""

    features: tuple[tuple[str, str], ...]
    """Feature, worded."""
    rows: tuple[ToolkitView, ...]


@dataclass(frozen=True)
class TopicView:
    """A part of the context."""

    id: str
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class ContextView:
    """The policy in force."""

    title: str
    lead: str
    as_of: str
    topics: tuple[TopicView, ...]
    data_file: str


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
    as_of: str


def toolkits(reading: Reading) -> Toolkits:
    """Return the table of toolkits."""
    features = tuple((feature, reading.labels[f"feature-{feature}"]) for feature in FEATURES)
    return Toolkits(features, tuple(_toolkit(reading, name, kit) for name, kit in reading.dataset.of(Toolkit).items()))


def _toolkit(reading: Reading, name: str, kit: Toolkit) -> ToolkitView:
    offers = ((feature, kit.features.get(feature, "unknown")) for feature in FEATURES)
    return ToolkitView(
        id=name,
        name=kit.name[reading.language],
        publisher=kit.publisher[reading.language],
        offers=kit.offers[reading.language],
        features=tuple((feature, offer, reading.labels[f"offer-{offer}"]) for feature, offer in offers),
        languages=kit.languages[reading.language],
        cost=kit.cost[reading.language],
        gap=kit.gap[reading.language],
        url=kit.url or "",
        checked=wording.date(reading.language, kit.checked),
        note=kit.note[reading.language] if kit.note else "",
        conflicts=conflicts(reading, f"toolkit/{name}"),
    )


def context(reading: Reading) -> ContextView | None:
    """Return the policy context, or None where the data have none."""
    held = reading.dataset.one(Context)
    if held is None:
        return None
    topics = tuple(
        TopicView(key, topic.title[reading.language], claim_views.views(reading, topic.claims))
        for key, topic in held.topics.items()
    )
    as_of = wording.date(reading.language, held.as_of)
    return ContextView(
        held.title[reading.language], held.lead[reading.language], as_of, topics, data_file(reading, "context")
    )


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
