"""Every table, made from the data set in one language, with what its files say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from macros import wording
from macros.export import of_cities, of_records, of_work
from macros.export.table import Table
from macros.export.writers import WRITERS, Made
from macros.views import takeaway
from macros.views.edition import contents
from macros.views.reading import Reading

_MAKERS: dict[str, Callable[[Reading, str], Table]] = {
    "compare": of_cities.comparison,
    "answers": of_cities.answers,
    "measures": of_cities.measures,
    "statements": of_records.statements,
    "checklists": of_work.checklists,
    "duties": of_records.duties,
    "indicators": of_work.indicators,
    "findings": of_records.findings,
    "glossary": of_records.glossary,
    "sources": of_records.sources,
    "evidence": of_records.evidence,
}
"""Table → what makes it; those of families are made below."""


def names(reading: Reading) -> tuple[str, ...]:
    """Return the name of every table."""
    return tuple(offer.id.format(name) for offer in takeaway.OFFERS for name in takeaway.names(reading, offer))


def tables(reading: Reading, wanted: Collection[str] = ()) -> Iterator[tuple[str, takeaway.Offer, Made]]:
    """Yield tables with their names, all unless some are `wanted`."""
    told = about(reading)
    for offer in takeaway.OFFERS:
        for name in takeaway.names(reading, offer):
            key = offer.id.format(name)
            if not wanted or key in wanted:
                table = replace(_make(reading, offer, name), about=told)
                day = "-".join(f"{reading.dataset.data_date}-01-01".split("-")[:3])
                yield key, offer, Made(table, reading.language, day, reading.labels["site-name"])


def files(reading: Reading, formats: Collection[str], wanted: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file: what a site has in these formats, or all of them of what is `wanted`."""
    for key, offer, made in tables(reading, wanted):
        for ending in formats:
            if ending in offer.formats or wanted:
                yield f"{key}.{ending}", WRITERS[ending](made)


def _make(reading: Reading, offer: takeaway.Offer, name: str) -> Table:
    title = takeaway.table_title(reading, offer, name)
    if offer.is_of_steps:
        return of_work.checklists(reading, title, name)
    family, _, matrix = offer.id.partition("-")
    return of_cities.covered(reading, title, matrix) if family == "coverage" else _MAKERS[offer.id](reading, title)


def about(reading: Reading) -> tuple[str, ...]:
    """Return which edition a file is from, whom to credit, and how it may be reused."""
    labels, imprint = reading.labels, reading.dataset.imprint
    reuse = takeaway.reuse(reading)
    edition = " · ".join(
        [
            labels["site-name"],
            labels.fill("take-version", version=imprint.version),
            labels.fill("data-as-of", date=wording.date(reading.language, reading.dataset.data_date)),
            *([labels.fill("stamp-commit", commit=imprint.commit)] if imprint.commit else []),
            contents(reading),
        ]
    )
    address = [imprint.address] if imprint.address else []
    return (edition, *address, labels["take-credit"], labels["credit"], f"{reuse.text} {reuse.address}".strip())
