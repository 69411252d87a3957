"""What is still to come, by date."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.awaited import Awaited
from macros.views.places import Link, data_files, link
from macros.views.reading import Reading
from macros.views.where import where


@dataclass(frozen=True)
class AwaitedView:
    """A report, decision or date that facts announce."""

    id: str
    title: str
    due: str
    is_past: bool
    """Whether the data are newer than its date."""
    because: tuple[Link, ...]
    then: str
    see: tuple[Link, ...]


@dataclass(frozen=True)
class AwaitedPage:
    """All that is awaited, the earliest first."""

    held: tuple[AwaitedView, ...]
    files: tuple[str, ...]


def awaited_page(reading: Reading) -> AwaitedPage:
    """Return the page of what is awaited."""
    return AwaitedPage(awaited(reading), data_files(reading, "awaited"))


def awaited(reading: Reading) -> tuple[AwaitedView, ...]:
    """Return what is awaited, the earliest first."""
    held = sorted(reading.dataset.of(Awaited).items(), key=lambda pair: (pair[1].due, pair[0]))
    return tuple(
        AwaitedView(
            id=name,
            title=one.title[reading.language],
            due=wording.date(reading.language, one.due),
            is_past=one.due < reading.dataset.data_date[: len(one.due)],
            because=tuple(
                where(reading, ref) if ref in reading.dataset.whole.statements else link(reading, ref)
                for ref in one.because
            ),
            then=one.then[reading.language],
            see=tuple(link(reading, ref) for ref in one.see),
        )
        for name, one in held
    )
