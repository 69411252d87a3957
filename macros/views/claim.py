"""A claim as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.model.claim import Claim
from macros.model.source import Source
from macros.views.places import Link, href, link
from macros.views.reading import Reading


@dataclass(frozen=True)
class Cited:
    """A source behind a claim."""

    publisher: str
    date: str
    weak: bool
    href: str
    """Its entry on the sources page."""


@dataclass(frozen=True)
class ClaimView:
    """One statement with what it rests on."""

    text: str
    items: tuple[str, ...]
    links: tuple[Link, ...]
    state: str
    """sourced, unsourced, absent or unknown."""
    standing: str
    standing_text: str
    layer: str
    aspect: str
    sources: tuple[Cited, ...]
    checked: str
    said: str
    note: str


def state(reading: Reading, claim: Claim) -> str:
    """Return sourced, unsourced (only the article says so), absent or unknown."""
    if claim.absent:
        return "absent"
    if not claim.form:
        return "unknown"
    return (
        "sourced" if any(reading.dataset.of(Source)[name].kind != "article" for name in claim.sources) else "unsourced"
    )


def state_of(reading: Reading, claims: Iterable[Claim]) -> str:
    """Return the state of several claims together: the best of them."""
    states = {state(reading, claim) for claim in claims}
    return next((best for best in ("sourced", "unsourced", "absent") if best in states), "unknown")


def view(reading: Reading, claim: Claim, layers: dict[str, str] | None = None) -> ClaimView:
    """Return one claim in one language; `layers` are the names of the city's layers by id."""
    return ClaimView(
        text=_text(reading, claim),
        items=tuple(item[reading.language] for item in claim.list),
        links=tuple(link(reading, ref) for ref in claim.refs),
        state=state(reading, claim),
        standing=claim.standing,
        standing_text=reading.labels[f"standing-{claim.standing}"],
        layer=(layers or {}).get(claim.layer or "", ""),
        aspect=reading.labels[f"aspect-{claim.aspect}"] if claim.aspect else "",
        sources=tuple(_cited(reading, name) for name in claim.sources),
        checked=wording.date(reading.language, claim.checked) if claim.checked else "",
        said=claim.said[reading.language] if claim.said else "",
        note=claim.note[reading.language] if claim.note else "",
    )


def views(reading: Reading, claims: Iterable[Claim], layers: dict[str, str] | None = None) -> tuple[ClaimView, ...]:
    """Return several claims in one language."""
    return tuple(view(reading, claim, layers) for claim in claims)


def plain(reading: Reading, claim: Claim) -> str:
    """Return the statement as one line of text, for tables, search and descriptions."""
    if claim.list:
        return wording.listing(reading.language, (item[reading.language] for item in claim.list))
    return _text(reading, claim)


def _text(reading: Reading, claim: Claim) -> str:
    if claim.value is not None and claim.unit and claim.as_of:
        caption = claim.text[reading.language] + reading.labels["colon"] if claim.text else ""
        amount = wording.quantity(reading.language, claim.value, claim.unit[reading.language])
        return caption + reading.labels.fill(
            "amount-as-of", amount=amount, date=wording.date(reading.language, claim.as_of)
        )
    if claim.text:
        return claim.text[reading.language]
    if claim.date:
        return wording.date(reading.language, claim.date)
    if claim.period:
        return wording.period(reading.language, claim.period.start, claim.period.end)
    if claim.absent:
        return reading.labels["stated-absent"]
    return "" if claim.form else reading.labels["no-answer-found"]


def _cited(reading: Reading, name: str) -> Cited:
    source = reading.dataset.of(Source)[name]
    return Cited(
        publisher=source.publisher[reading.language],
        date=wording.date(reading.language, source.date) if source.date else "",
        weak=source.kind == "weak",
        href=href(reading, f"source/{name}"),
    )
