"""The outline of a plan as a document, with what a group has answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.table import Table
from macros.load.dataset import Dataset
from macros.load.progress import Progress
from macros.model.chapter import Chapter
from macros.model.duty import Duty
from macros.model.guide import Item
from macros.model.indicator import Indicator
from macros.views.duties import articles
from macros.views.outline import ChapterView, HeadingView, outline
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.statement import StatementView

_EMPTY = Progress()
_LEFT_OUT = "not-for-us"


@dataclass(frozen=True)
class _Chapter:
    view: ChapterView
    record: Chapter


def word(dataset: Dataset, language: str, answers: Progress = _EMPTY) -> bytes:
    """Return the outline as a Word document."""
    from macros.export import docx  # which loads its library; most commands need neither

    return docx.write(document(Reading(dataset, language), answers))


def document(reading: Reading, answers: Progress = _EMPTY) -> Document:
    """Return the outline; where there are answers, with items, notes and targets of the group."""
    labels = reading.labels
    chapters = [_Chapter(one, reading.dataset.of(Chapter)[one.id]) for one in outline(reading).chapters]
    day = "-".join(f"{reading.dataset.data_date}-01-01".split("-")[:3])
    given = labels.fill("plan-of-group", group=answers.group) if answers.group else ""
    as_of = labels.fill("data-as-of", date=wording.date(reading.language, reading.dataset.data_date))
    return Document(
        language=reading.language,
        title=labels["plan-title"],
        subtitle=" · ".join(filter(None, [given, as_of])),
        contents_title=labels["plan-contents"],
        blocks=(
            Guidance("", (labels["plan-how"],)),
            *(block for one in chapters for block in _chapter(reading, one, answers)),
            *_own(reading, answers),
        ),
        date=day,
        author=labels["site-name"],
    )


def _chapter(reading: Reading, chapter: _Chapter, answers: Progress) -> Iterator[Block]:
    labels, view, record = reading.labels, chapter.view, chapter.record
    yield Heading(1, view.title, view.headed, is_annex=view.annex)
    yield Guidance("", (view.lead, f"{labels['chapter-length']}{labels['colon']}{view.length}"))
    for heading in view.headings:
        yield from _heading(heading, annex=view.annex)
    seen = tuple(_plain(reading, one) for held in view.statements for one in (held.used or (held,)))
    if seen:
        yield Guidance(labels["plan-seen"], seen)
    yield Guidance(labels["chapter-asks"], view.asks)
    yield from _items(reading, record, answers)
    yield from _targets(reading, record, answers, whole=view.annex)
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


def _items(reading: Reading, chapter: Chapter, answers: Progress) -> Iterator[Block]:
    """Yield what feeds a chapter: with answers, those with their state and notes, else what is to be done."""
    labels = reading.labels
    held = [(name, reading.dataset.whole["item"][name]) for name in chapter.items]
    if not held:
        return
    if not answers.items:
        yield Guidance(labels["kind-item"], tuple(f"☐ {one.do[reading.language]}" for _, one in held))
        return
    kept = [(name, one) for name, one in held if not _is_dropped(name, answers)]
    rows = tuple(_item(reading, one, answers.items.get(name, {})) for name, one in kept)
    for name, one in kept:
        if note := answers.items.get(name, {}).get("note"):
            yield Subtitle(one.yields[reading.language])
            yield from (Paragraph(line) for line in note.splitlines() if line.strip())
    heads = (labels["plan-item"], labels["work-state"], labels["worksheet-owner"], labels["worksheet-date"])
    if rows:
        yield Table(labels["plan-items"], heads, rows, (5, 2, 2, 2))
    dropped = ((one.do[reading.language], _reason(name, answers)) for name, one in held if _is_dropped(name, answers))
    left = tuple(f"{do}{labels['colon']}{reason}" if reason else do for do, reason in dropped)
    if left:
        yield Guidance(labels["plan-left-out"], left)


def _is_dropped(name: str, answers: Progress) -> bool:
    return answers.items.get(name, {}).get("state") == _LEFT_OUT


def _reason(name: str, answers: Progress) -> str:
    return str(answers.dropped.get(name, {}).get("reason", ""))


def states(reading: Reading) -> dict[str, str]:
    """Return how far a group can be with an item, worded."""
    labels = reading.labels
    return {
        "not-started": labels["work-not-started"],
        "under-way": labels["work-under-way"],
        "done": labels["work-done"],
        _LEFT_OUT: labels["work-not-for-us"],
    }


def _item(reading: Reading, item: Item, entry: object) -> tuple[str, ...]:
    held = entry if isinstance(entry, dict) else {}
    state = str(held.get("state", "not-started"))
    day = str(held.get("date", ""))
    return (
        item.do[reading.language],
        states(reading)[state],
        str(held.get("owner", "")),
        wording.date(reading.language, day) if day else "",
    )


def _targets(reading: Reading, chapter: Chapter, answers: Progress, *, whole: bool) -> Iterator[Block]:
    """Yield the table of indicators: those that the group filled in, or else those of the chapter."""
    held = reading.dataset.whole.of(Indicator)
    names = [name for name in chapter.indicators if name in held]
    filled = [name for name in held if f"indicator/{name}" in answers.targets]
    if not names:
        return
    names = filled or names
    yield _definitions(reading, names) if whole else _worksheet(reading, names, answers)


def _definitions(reading: Reading, names: list[str]) -> Table:
    labels, language = reading.labels, reading.language
    held = reading.dataset.whole.of(Indicator)
    heads = (
        labels["indicator"], labels["indicator-definition"], labels["indicator-formula"], labels["indicator-owner"]
    )  # fmt: skip
    rows = tuple(
        (one.title[language], one.definition[language], one.formula[language], one.owner[language])
        for one in map(held.__getitem__, names)
    )
    return Table(labels["kind-indicator"], heads, rows, (2, 4, 3, 2))


def _worksheet(reading: Reading, names: list[str], answers: Progress) -> Table:
    labels = reading.labels
    held = reading.dataset.whole.of(Indicator)
    heads = (
        labels["indicator"], labels["plan-unit"], labels["worksheet-baseline"], labels["worksheet-target"],
        labels["worksheet-owner"], labels["worksheet-date"],
    )  # fmt: skip
    rows = tuple(_target(reading, name, held[name], answers) for name in names)
    return Table(labels["kind-indicator"], heads, rows, (4, 2, 2, 2, 2, 2))


def _target(reading: Reading, name: str, indicator: Indicator, answers: Progress) -> tuple[str, ...]:
    entry = answers.targets.get(f"indicator/{name}", {})
    day = entry.get("date", "")
    return (
        indicator.title[reading.language],
        reading.labels[f"unit-{indicator.unit}"],
        entry.get("baseline", ""),
        entry.get("target", ""),
        entry.get("owner", ""),
        wording.date(reading.language, day) if day else "",
    )


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


def _own(reading: Reading, answers: Progress) -> Iterator[Block]:
    """Yield what a group added by itself, which belongs to no chapter yet."""
    held = [one for one in answers.own.values() if one.get("text")]
    if not held:
        return
    yield Subtitle(reading.labels["work-own-items"])
    for one in held:
        why = f"{reading.labels['colon']}{one['why']}" if one.get("why") else ""
        yield Paragraph(f"{one['text']}{why}")
