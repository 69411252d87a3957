"""What a group has answered, as blocks of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from macros import wording
from macros.export.document import Block, Guidance
from macros.export.of_work import STATE_WORDS
from macros.export.table import Table
from macros.load.progress import Progress
from macros.load.progress_fields import STATES
from macros.model.indicator import Indicator
from macros.model.level import Level
from macros.views.places import title
from macros.views.reading import Reading

_LEFT_OUT = "not-for-us"


class _Line(NamedTuple):
    """A line of a table of work."""

    what: str
    heads: str
    """What its note stands under."""
    entry: Mapping[str, Any]


def items(reading: Reading, names: Iterable[str], answers: Progress) -> Iterator[Block]:
    """Yield items with notes and states, and those that the group left out; what is to be done where nothing is."""
    labels = reading.labels
    held = {name: _item(reading, name, answers) for name in names}
    if held and not answers.items:
        yield Guidance(labels["kind-item"], tuple(f"☐ {one.what}" for one in held.values()))
        return
    left = {name: one for name, one in held.items() if one.entry.get("state") == _LEFT_OUT}
    yield from _work(reading, labels["plan-items"], [one for name, one in held.items() if name not in left])
    if left:
        yield Guidance(
            labels["plan-left-out"], tuple(_reasoned(reading, name, one, answers) for name, one in left.items())
        )


def own(reading: Reading, names: Iterable[str], answers: Progress) -> Iterator[Block]:
    """Yield what the group added by itself."""
    held = [answers.own[name] for name in names]
    yield from _work(
        reading,
        reading.labels["plan-own"],
        [_Line(_because(reading, one["text"], one.get("why", "")), one["text"], one) for one in held],
    )


def targets(reading: Reading, names: Iterable[str], answers: Progress) -> Iterator[Block]:
    """Yield the worksheet of indicators, and the notes on it."""
    labels = reading.labels
    entries = {name: answers.targets.get(f"indicator/{name}", {}) for name in names}
    rows = tuple(_target(reading, name, entry) for name, entry in entries.items())
    for row, entry in zip(rows, entries.values(), strict=True):
        yield from _note(row[0], entry)
    heads = (
        labels["indicator"], labels["plan-unit"], labels["worksheet-baseline"], labels["worksheet-interim"],
        labels["worksheet-target"], labels["worksheet-owner"], labels["worksheet-date"],
    )  # fmt: skip
    if rows:
        yield Table(labels["kind-indicator"], heads, rows, (4, 2, 2, 2, 2, 3, 2))


def ratings(reading: Reading, names: Iterable[str], answers: Progress) -> Iterator[Block]:
    """Yield what the group rated, with the notes on it."""
    labels = reading.labels
    levels = [one.title[reading.language] for one in reading.dataset.of(Level).values()]
    rows = []
    for name in names:
        entry = answers.ratings[name]
        level = entry.get("level", 0)
        known = name.partition("/")[2] in reading.dataset.whole.known.get(name.partition("/")[0], ())
        rows.append((title(reading, name) if known else name, f"{level} {levels[level - 1]}" if level else "",
                     entry.get("note", "")))  # fmt: skip
    if rows:
        yield Table(
            labels["assess"], (labels["plan-rated"], labels["work-level"], labels["work-note"]), tuple(rows), (3, 2, 4)
        )


def _item(reading: Reading, name: str, answers: Progress) -> _Line:
    held = reading.dataset.whole["item"].get(name)
    entry = answers.items.get(name, {})
    if held is None:  # of another edition
        return _Line(name, name, entry)
    return _Line(held.do[reading.language], held.yields[reading.language], entry)


def _work(reading: Reading, head: str, lines: list[_Line]) -> Iterator[Block]:
    """Yield what has answers, as a table with its notes; of the rest only how many there are."""
    labels = reading.labels
    told = [line for line in lines if line.entry]
    for line in told:
        yield from _note(line.heads, line.entry)
    if told:
        heads = (labels["plan-item"], labels["work-state"], labels["worksheet-owner"], labels["worksheet-date"])
        rows = tuple((one.what, _state(reading, one.entry), *_who_when(reading, one.entry)) for one in told)
        yield Table(head, heads, rows, (8, 2, 3, 3))
    if len(told) < len(lines):
        yield Guidance("", (labels.fill("plan-unanswered", number=len(lines) - len(told)),))


def _note(head: str, entry: Mapping[str, Any]) -> Iterator[Block]:
    """Yield a note as guidance: what a group jots down is no text of the plan yet."""
    lines = tuple(line for line in str(entry.get("note", "")).splitlines() if line.strip())
    if lines:
        yield Guidance(head, lines)


def _state(reading: Reading, entry: Mapping[str, Any]) -> str:
    return reading.labels[STATE_WORDS[entry.get("state", STATES[0])]]


def _who_when(reading: Reading, entry: Mapping[str, Any]) -> tuple[str, str]:
    day = entry.get("date", "")
    return entry.get("owner", ""), wording.date(reading.language, day) if day else ""


def _reasoned(reading: Reading, name: str, line: _Line, answers: Progress) -> str:
    """Return an item that was left out, why, and what else was noted of it."""
    reason, note = str(answers.dropped.get(name, {}).get("reason", "")), str(line.entry.get("note", ""))
    return _because(reading, line.what, "\n".join(filter(None, [reason, note])))


def _because(reading: Reading, what: str, why: str) -> str:
    return f"{what}{reading.labels['colon']}{why}" if why else what


def _target(reading: Reading, name: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    held = reading.dataset.whole.of(Indicator).get(name)
    return (
        held.title[reading.language] if held else name,
        reading.labels[f"unit-{held.unit}"] if held else "",
        entry.get("baseline", ""),
        entry.get("interim", ""),
        entry.get("target", ""),
        *_who_when(reading, entry),
    )
