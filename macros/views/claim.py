"""A claim as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.model.claim import AGAINST_ARTICLE, STATES, VIEW, Claim
from macros.model.source import Source
from macros.views.places import Link, href, link
from macros.views.reading import Reading
from macros.views.support import support as support_of


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
    """One of `STATES`; of a single statement never unknown."""
    support: str
    """How good its evidence is, or that it is a view."""
    support_text: str
    article: str
    """How it stands to the 2020 article, worded; "" where that does not speak of it."""
    layer: str
    codes: tuple[str, ...]
    """Worded, in the codebook's order."""
    aspect: str
    sources: tuple[Cited, ...]
    checked: str
    """Where it differs from the record's."""
    said: str
    note: str


def state(reading: Reading, claim: Claim) -> str:
    """Return sourced, unsourced (only the article says so), absent or not-found."""
    if claim.absent:
        return "absent"
    if not claim.form:
        return "not-found"
    return (
        "sourced" if any(reading.dataset.of(Source)[name].kind != "article" for name in claim.sources) else "unsourced"
    )


def state_of(reading: Reading, claims: Iterable[Claim]) -> str:
    """Return the state of several claims together: the best of them."""
    states = {state(reading, claim) for claim in claims}
    return next((best for best in STATES if best in states), "unknown")


def view(
    reading: Reading,
    claim: Claim,
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
    *,
    is_own: bool = False,
) -> ClaimView:
    """Return one claim in one language; `layers` are the city's by id, `codes` those of the question, worded."""
    support = VIEW if is_own else support_of(reading.dataset, claim)
    return ClaimView(
        text=_text(reading, claim),
        items=tuple(item[reading.language] for item in claim.list),
        links=tuple(link(reading, ref) for ref in claim.refs),
        state=state(reading, claim),
        support=support,
        support_text=reading.labels[f"support-{support}"],
        article=reading.labels[f"article-{claim.standing}"] if claim.standing in AGAINST_ARTICLE else "",
        layer=(layers or {}).get(claim.layer or "", ""),
        codes=tuple(word for code, word in (codes or {}).items() if code in claim.code),
        aspect=reading.labels[f"aspect-{claim.aspect}"] if claim.aspect else "",
        sources=tuple(_cited(reading, name) for name in claim.sources),
        checked=wording.date(reading.language, claim.checked) if claim.checked else "",
        said=claim.said[reading.language] if claim.said else "",
        note=claim.note[reading.language] if claim.note else "",
    )


def views(
    reading: Reading,
    claims: Iterable[Claim],
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
    *,
    is_own: bool = False,
) -> tuple[ClaimView, ...]:
    """Return several claims in one language."""
    return tuple(view(reading, claim, layers, codes, is_own=is_own) for claim in claims)


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
