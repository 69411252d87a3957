"""The outline of a plan as a document, with what a group has answered where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from macros import wording
from macros.export import answered
from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.share import Share, shares
from macros.export.table import Table
from macros.load.dataset import Dataset
from macros.load.progress import Progress
from macros.model.chapter import Chapter
from macros.model.duty import Duty
from macros.model.indicator import Indicator
from macros.views.duties import articles
from macros.views.outline import ChapterView, HeadingView, headed, number, outline
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.statement import StatementView

_EMPTY = Progress()
_EMPTY_ROWS = 8
"""Of a table that is to be filled in."""


def word(dataset: Dataset, language: str, answers: Progress = _EMPTY) -> bytes:
    """Return the outline as a Word document."""
    from macros.export import docx  # which loads its library; most commands need neither

    return docx.write(document(Reading(dataset, language), answers))


def document(reading: Reading, answers: Progress = _EMPTY) -> Document:
    """Return the outline; where there are answers, with items, notes and targets of the group."""
    labels = reading.labels
    return Document(
        language=reading.language,
        title=labels["plan-title"],
        subtitle=" · ".join(filter(None, [_whose(reading, answers), _as_of(reading)])),
        contents_title=labels["plan-contents"],
        blocks=(Guidance("", (labels["plan-how"],)), *_chapters(reading, answers)),
        date="-".join(f"{reading.dataset.data_date}-01-01".split("-")[:3]),
        author=labels["site-name"],
    )


def _whose(reading: Reading, answers: Progress) -> str:
    named = " · ".join(filter(None, [answers.group, answers.person]))
    return reading.labels.fill("plan-of-group", group=named) if named else ""


def _as_of(reading: Reading) -> str:
    return reading.labels.fill("data-as-of", date=wording.date(reading.language, reading.dataset.data_date))


def _chapters(reading: Reading, answers: Progress) -> Iterator[Block]:
    held, rest = shares(reading, answers)
    views = outline(reading).chapters
    for view in views:
        yield from _chapter(reading, view, held[view.id], answers)
    if rest:
        own, name = number(reading, sum(one.annex for one in views) + 1, annex=True), reading.labels["plan-rest"]
        yield Heading(1, name, headed(own, name), is_annex=True)
        yield Guidance("", (reading.labels["plan-rest-text"],))
        yield from _answers(reading, rest, answers)


def _answers(reading: Reading, share: Share, answers: Progress) -> Iterator[Block]:
    yield from answered.items(reading, share.items, answers)
    yield from answered.own(reading, share.own, answers)
    yield from answered.targets(reading, share.targets, answers)
    yield from answered.ratings(reading, share.ratings, answers)


def _chapter(reading: Reading, view: ChapterView, share: Share, answers: Progress) -> Iterator[Block]:
    labels, record = reading.labels, reading.dataset.of(Chapter)[view.id]
    yield Heading(1, view.title, view.headed, is_annex=view.annex)
    yield Guidance("", (view.lead, f"{labels['chapter-length']}{labels['colon']}{view.length}"))
    for heading in view.headings:
        yield from _heading(heading, annex=view.annex)
    seen = tuple(_plain(reading, one) for held in view.statements for one in (held.used or (held,)))
    if seen:
        yield Guidance(labels["plan-seen"], seen)
    yield Guidance(labels["chapter-asks"], view.asks)
    yield from _answers(reading, share, answers)
    if view.annex:
        yield from _definitions(reading, record, answers)
    if record.columns:
        heads = tuple(text[reading.language] for text in record.columns)
        yield Table(view.title, heads, (("",) * len(heads),) * _EMPTY_ROWS)
    yield from _duties(reading, record)
    learn = tuple(title(reading, ref) for ref in record.learn)
    if learn:
        yield Guidance(labels["step-learn"], (wording.listing(reading.language, learn),))


def _heading(heading: HeadingView, *, annex: bool) -> Iterator[Block]:
    """Yield a heading with what must stand under it; in annexes it is no heading of the contents."""
    yield Subtitle(heading.title) if annex else Heading(2, heading.title, heading.headed)
    yield Guidance("", heading.holds)
    yield Paragraph("")


def _plain(reading: Reading, held: StatementView) -> str:
    """Return a statement in one line, with where it stands and how good its evidence is."""
    place = f"{held.where.title}{reading.labels['colon']}" if held.where else ""
    said = held.text or wording.listing(reading.language, held.items)
    return f"{place}{said}{reading.labels.fill('amount-details', details=held.support_text)}"


def _definitions(reading: Reading, chapter: Chapter, answers: Progress) -> Iterator[Block]:
    """Yield how indicators are worked out: those that the group filled in, or else those of the annex."""
    labels, language = reading.labels, reading.language
    held = reading.dataset.whole.of(Indicator)
    filled = [name for name in held if f"indicator/{name}" in answers.targets]
    heads = (
        labels["indicator"], labels["indicator-definition"], labels["indicator-formula"], labels["indicator-owner"]
    )  # fmt: skip
    rows = tuple(
        (one.title[language], one.definition[language], one.formula[language], one.owner[language])
        for one in map(held.__getitem__, chapter.indicators and (filled or chapter.indicators))
    )
    if rows:
        yield Table(labels["kind-indicator"], heads, rows, (2, 4, 3, 2))


def _duties(reading: Reading, chapter: Chapter) -> Iterator[Block]:
    labels, language = reading.labels, reading.language
    held = reading.dataset.whole.of(Duty)
    rows = tuple(
        (
            one.title[language],
            f"{title(reading, f'instrument/{one.instrument}')} {articles(reading, one)}".strip(),
            one.who[language],
            one.due[language] if one.due else "",
        )
        for one in (held[name] for name in chapter.duties if name in held)
    )
    if rows:
        heads = (labels["plan-duty"], labels["plan-where"], labels["duty-who"], labels["duty-due"])
        yield Table(labels["kind-duty"], heads, rows, (3, 4, 2, 3))
