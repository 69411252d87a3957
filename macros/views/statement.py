"""A statement as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.model.source import Source
from macros.model.statement import AGAINST_ARTICLE, STATES, VIEW, Fact
from macros.views.places import Link, href, link
from macros.views.reading import Reading
from macros.views.support import support as support_of


@dataclass(frozen=True)
class Cited:
    """A source behind a statement."""

    publisher: str
    date: str
    weak: bool
    href: str
    """Its entry on the sources page."""


@dataclass(frozen=True)
class StatementView:
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


def state(reading: Reading, statement: Fact) -> str:
    """Return sourced, unsourced (only the article says so), absent or not-found."""
    if statement.absent:
        return "absent"
    if not statement.form:
        return "not-found"
    return (
        "sourced"
        if any(reading.dataset.of(Source)[name].kind != "article" for name in statement.sources)
        else "unsourced"
    )


def state_of(reading: Reading, statements: Iterable[Fact]) -> str:
    """Return the state of several statements together: the best of them."""
    states = {state(reading, statement) for statement in statements}
    return next((best for best in STATES if best in states), "unknown")


def view(
    reading: Reading,
    statement: Fact,
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
    *,
    is_own: bool = False,
) -> StatementView:
    """Return one statement in one language; `layers` are the city's by id, `codes` those of the question, worded."""
    support = VIEW if is_own else support_of(reading.dataset, statement)
    return StatementView(
        text=_text(reading, statement),
        items=tuple(item[reading.language] for item in statement.list),
        links=tuple(link(reading, ref) for ref in statement.refs),
        state=state(reading, statement),
        support=support,
        support_text=reading.labels[f"support-{support}"],
        article=reading.labels[f"article-{statement.standing}"] if statement.standing in AGAINST_ARTICLE else "",
        layer=(layers or {}).get(statement.layer or "", ""),
        codes=tuple(word for code, word in (codes or {}).items() if code in statement.code),
        aspect=reading.labels[f"aspect-{statement.aspect}"] if statement.aspect else "",
        sources=tuple(_cited(reading, name) for name in statement.sources),
        checked=wording.date(reading.language, statement.checked) if statement.checked else "",
        said=statement.said[reading.language] if statement.said else "",
        note=statement.note[reading.language] if statement.note else "",
    )


def views(
    reading: Reading,
    statements: Iterable[Fact],
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
    *,
    is_own: bool = False,
) -> tuple[StatementView, ...]:
    """Return several statements in one language."""
    return tuple(view(reading, statement, layers, codes, is_own=is_own) for statement in statements)


def plain(reading: Reading, statement: Fact) -> str:
    """Return the statement as one line of text, for tables, search and descriptions."""
    if statement.list:
        return wording.listing(reading.language, (item[reading.language] for item in statement.list))
    return _text(reading, statement)


def _text(reading: Reading, statement: Fact) -> str:
    if statement.value is not None and statement.unit and statement.as_of:
        caption = statement.text[reading.language] + reading.labels["colon"] if statement.text else ""
        amount = wording.quantity(reading.language, statement.value, statement.unit[reading.language])
        return caption + reading.labels.fill(
            "amount-as-of", amount=amount, date=wording.date(reading.language, statement.as_of)
        )
    if statement.text:
        return statement.text[reading.language]
    if statement.date:
        return wording.date(reading.language, statement.date)
    if statement.period:
        return wording.period(reading.language, statement.period.start, statement.period.end)
    if statement.absent:
        return reading.labels["stated-absent"]
    return "" if statement.form else reading.labels["no-answer-found"]


def _cited(reading: Reading, name: str) -> Cited:
    source = reading.dataset.of(Source)[name]
    return Cited(
        publisher=source.publisher[reading.language],
        date=wording.date(reading.language, source.date) if source.date else "",
        weak=source.kind == "weak",
        href=href(reading, f"source/{name}"),
    )
