"""What leads a workshop on a step: an agenda computed from the minutes of its groups, and questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.views.checklist import Checklist, checklist_page
from macros.views.places import Link, list_page
from macros.views.reading import Reading

STRETCH = 90
"""Minutes of work that are not exceeded without a break, unless one topic alone takes longer."""
PAUSE = 10
"""Minutes of a break."""


@dataclass(frozen=True)
class Slot:
    """A line of the agenda."""

    start: str
    """Since the beginning: 1:40."""
    minutes: int
    topic: Link | None
    """None for a break."""


@dataclass(frozen=True)
class Facilitation:
    """All that the facilitator's page of a step shows."""

    id: str
    step: Link
    slots: tuple[Slot, ...]
    total: str
    """Of work and breaks: 3:05."""
    asked: tuple[Checklist, ...]
    """The step and its systems or domains, those with guiding questions."""


def facilitation(reading: Reading, name: str) -> Facilitation:
    """Return the facilitator's page of step `name`."""
    page = checklist_page(reading, name)
    slots = agenda(part for held in (page.step, *page.inside) for part in _work(reading, held, page.step))
    asked = tuple(held for held in (page.step, *page.inside) if held.questions)
    return Facilitation(name, page.step.owner, slots, clock(sum(slot.minutes for slot in slots)), asked)


def agenda(work: Iterable[tuple[Link, int]]) -> tuple[Slot, ...]:
    """Return the lines for topics and their minutes, with a break before work would go on for too long.

    No topic is cut by a break, and none stands at the end.
    """
    slots: list[Slot] = []
    now = worked = 0
    for topic, minutes in work:
        if worked and worked + minutes > STRETCH:
            slots.append(Slot(clock(now), PAUSE, None))
            now, worked = now + PAUSE, 0
        slots.append(Slot(clock(now), minutes, topic))
        now, worked = now + minutes, worked + minutes
    return tuple(slots)


def clock(minutes: int) -> str:
    """Word minutes as hours and minutes: 100 → 1:40."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _work(reading: Reading, held: Checklist, step: Checklist) -> Iterable[tuple[Link, int]]:
    """Yield the groups of a list; those of a system or domain bear its name."""
    owner = "" if held is step else f"{held.owner.title} · "
    for group in held.groups:
        yield Link(f"{owner}{group.title}", f"{list_page(reading, held.kind, held.id)}#{group.anchor}"), group.minutes
