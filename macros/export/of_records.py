"""Tables of what stands in lists: duties, findings, terms, sources, statements, counts."""

from __future__ import annotations

from collections.abc import Iterator

from macros.export.cells import Column, cited, said, standing, table
from macros.export.table import Cell, Table
from macros.model.duty import Duty
from macros.model.finding import Finding
from macros.model.source import Source
from macros.model.statement import SUPPORTS, VIEW, Fact, View
from macros.model.term import Term
from macros.views.duties import articles
from macros.views.evidence import by_record
from macros.views.places import title as title_of
from macros.views.reading import Reading
from macros.wording import LANGUAGES, listing


def duties(reading: Reading, title: str) -> Table:
    """Return a row for each legal duty."""
    labels, language = reading.labels, reading.language
    columns = (
        Column("id", labels["column-id"], 0), Column("instrument", labels["kind-instrument"], 3),
        Column("place", labels["column-place"]), Column("duty", labels["column-duty"], 2),
        Column("text", labels["column-text"], 6), Column("who", labels["duty-who"], 2),
        Column("due", labels["duty-due"], 2), Column("sanction", labels["duty-sanction"], 2),
        Column("support", labels["column-support-id"], 0), Column("support_text", labels["column-support"]),
        Column("source_count", labels["column-source-count"]), Column("sources", labels["kind-source"], 4),
    )  # fmt: skip
    rows = (
        (
            name, title_of(reading, f"instrument/{one.instrument}"), articles(reading, one), one.title[language],
            said(reading, one), one.who[language], one.due[language] if one.due else "",
            one.sanction[language] if one.sanction else "", *standing(reading, one), *cited(reading, [one]),
        )
        for name, one in reading.dataset.of(Duty).items()
    )  # fmt: skip
    return table(title, columns, rows)


def findings(reading: Reading, title: str) -> Table:
    """Return a row for each finding."""
    labels, language = reading.labels, reading.language
    columns = (
        Column("id", labels["column-id"], 0), Column("finding", labels["column-finding"], 2),
        Column("text", labels["column-text"], 6), Column("note", labels["work-note"], 3),
        Column("support", labels["column-support-id"], 0), Column("support_text", labels["column-support"]),
        Column("source_count", labels["column-source-count"]), Column("sources", labels["kind-source"], 5),
    )  # fmt: skip
    rows = (
        (
            name, one.title[language], said(reading, one), one.note[language] if one.note else "",
            *standing(reading, one), *cited(reading, [one]),
        )
        for name, one in reading.dataset.of(Finding).items()
    )  # fmt: skip
    return table(title, columns, rows)


def glossary(reading: Reading, title: str) -> Table:
    """Return a row for each term, in both languages."""
    labels, language = reading.labels, reading.language
    columns = (
        Column("id", labels["column-id"], 0), Column("zh", labels["column-term-zh"], 2),
        Column("en", labels["column-term-en"], 2), Column("also_zh", labels["column-also-zh"], 2),
        Column("also_en", labels["column-also-en"], 2), Column("note", labels["work-note"], 4),
        Column("basis", labels["column-basis-id"], 0), Column("basis_text", labels["column-basis"]),
        Column("sources", labels["kind-source"], 3),
    )  # fmt: skip
    rows = (
        (
            name, *(one.term[each] for each in LANGUAGES), *(listing(each, one.also[each]) for each in LANGUAGES),
            one.note[language] if one.note else "", one.basis, labels[f"basis-{one.basis}"], " ".join(one.sources),
        )
        for name, one in reading.dataset.of(Term).items()
    )  # fmt: skip
    return table(title, columns, rows)


def sources(reading: Reading, title: str) -> Table:
    """Return a row for each source."""
    labels, language = reading.labels, reading.language
    columns = (
        Column("id", labels["column-id"], 0), Column("title", labels["column-title"], 5),
        Column("language", labels["column-language"]), Column("publisher", labels["column-publisher"], 3),
        Column("date", labels["column-published"]), Column("kind", labels["column-kind-id"], 0),
        Column("kind_text", labels["column-kind"]), Column("copy_read", labels["read-as-copy"]),
        Column("url", labels["column-address"], 4), Column("archived", labels["archived-copy"], 0),
        Column("checked", labels["column-read"]),
        Column("note", labels["work-note"], 3),
    )  # fmt: skip
    rows = (
        (
            name, one.title, one.language, one.publisher[language], one.date or "", one.kind,
            labels[f"source-kind-{one.kind}"], labels["column-yes"] if one.copy_read else "", one.url or "",
            one.archived or "", one.checked, one.note[language] if one.note else "",
        )
        for name, one in reading.dataset.of(Source).items()
    )  # fmt: skip
    return table(title, columns, rows)


def statements(reading: Reading, title: str) -> Table:
    """Return a row for each fact and view, where it stands first."""
    labels = reading.labels
    columns = (
        Column("ref", labels["column-ref"], 2), Column("record", labels["column-record"], 2),
        Column("text", labels["column-text"], 6), Column("support", labels["column-support-id"], 0),
        Column("support_text", labels["column-support"]), Column("article", labels["column-article"]),
        Column("said", labels["column-said"], 2), Column("note", labels["work-note"], 2),
        Column("source_count", labels["column-source-count"]), Column("sources", labels["kind-source"], 5),
    )  # fmt: skip
    return table(title, columns, _statements(reading))


def _statements(reading: Reading) -> Iterator[tuple[Cell, ...]]:
    language = reading.language
    for owner, held in reading.dataset.statements_in.items():
        for _, one in held:
            if isinstance(one, Fact | View):
                article, told = (one.article, one.said) if isinstance(one, Fact) else (None, None)
                yield (
                    reading.dataset.ref_of(one), title_of(reading, owner), said(reading, one), *standing(reading, one),
                    reading.labels[f"article-{article}"] if article else "", told[language] if told else "",
                    one.note[language] if one.note else "", *cited(reading, [one]),
                )  # fmt: skip


def evidence(reading: Reading, title: str) -> Table:
    """Return how many statements of each record have which support; the last row has the sums."""
    labels = reading.labels
    kinds = (*SUPPORTS, VIEW)
    columns = (
        Column("record", labels["column-id"], 2), Column("title", labels["column-record"], 3),
        *(Column(one, labels[f"support-{one}"]) for one in kinds), Column("total", labels["column-total"]),
    )  # fmt: skip
    held = by_record(reading)
    rows: list[tuple[Cell, ...]] = [(one.id, one.link.title, *one.numbers, one.total) for one in held]
    sums = [sum(column) for column in zip(*(one.numbers for one in held), strict=True)] or [0] * len(kinds)
    return table(title, columns, [*rows, ("", labels["column-total"], *sums, sum(sums))])
