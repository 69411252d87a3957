"""What leads a workshop on a step: a plan of the whole session, and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from macros.views.checklist import Checklist, checklist_page
from macros.views.places import Link, list_page
from macros.views.reading import Reading
from macros.views.workshop import SITE, assessment

START = 9 * 60
"""Minutes after midnight at which a session begins, unless the facilitator sets another time."""
STRETCH = 90
"""Minutes of work that are not exceeded without a break, unless one topic alone takes longer."""
PAUSE = 10
"""Minutes of a break."""
WELCOME = 15
"""Minutes to arrive, to say what the session is for and to form the groups."""
ALONE, AGREED = 0.5, 1.5
"""Minutes that a person alone, and then a group, needs to rate one thing."""
TOGETHER = 30
"""Minutes to bring the groups' results together and to say who goes on with what."""
DAY = 8 * 60
"""Minutes beyond which a session is no day's work any more."""


@dataclass(frozen=True)
class Part:
    """What a session is made of, breaks aside."""

    id: str
    """By which the browser keeps what the facilitator sets."""
    topic: Link
    minutes: int


@dataclass(frozen=True)
class Slot:
    """A part in its time."""

    part: Part
    start: str
    """13:40."""
    pause: int
    """Minutes of the break before it; 0 for none."""
    pause_start: str
    """When that break begins, or would."""


@dataclass(frozen=True)
class Facilitation:
    """All that the facilitator's page of a step shows."""

    id: str
    kept: str
    """Under which browsers keep the plan."""
    step: Link
    slots: tuple[Slot, ...]
    start: str
    end: str
    total: str
    """Of work and breaks: 3:05."""
    is_long: bool
    """Whether it is more than a day's work."""
    stretch: int
    pause: int
    day: int
    asked: tuple[Checklist, ...]
    """The step and its systems or domains, those with guiding questions."""


def facilitation(reading: Reading, name: str) -> Facilitation:
    """Return the facilitator's page of step `name`."""
    page = checklist_page(reading, name)
    held = (page.step, *page.inside)
    slots = agenda(_session(reading, held))
    total = sum(slot.pause + slot.part.minutes for slot in slots)
    return Facilitation(
        name, f"{SITE}:{name}", page.step.owner, slots, clock(START), clock(START + total), clock(total), total > DAY,
        STRETCH, PAUSE, DAY, tuple(one for one in held if one.questions),
    )  # fmt: skip


def agenda(parts: Iterable[Part]) -> tuple[Slot, ...]:
    """Return the parts in their times, with a break before work would go on for too long.

    No part is cut by a break, and none stands at the end. features/agenda.js does the same with what is set there.
    """
    slots: list[Slot] = []
    now, worked = START, 0
    for part in parts:
        pause = PAUSE if worked and worked + part.minutes > STRETCH else 0
        slots.append(Slot(part, clock(now + pause), pause, clock(now)))
        now += pause + part.minutes
        worked = part.minutes if pause else worked + part.minutes
    return tuple(slots)


def clock(minutes: int) -> str:
    """Word minutes as hours and minutes: 100 → 1:40."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _session(reading: Reading, lists: Iterable[Checklist]) -> Iterator[Part]:
    """Yield the parts of a session: the work of the step stands between rating and bringing together."""
    yield Part("welcome", Link(reading.labels["agenda-welcome"], ""), WELCOME)
    rated = sum(len(group.rated) for group in assessment(reading).groups)
    if rated:
        yield Part("alone", Link(reading.labels["agenda-alone"], "assess.md#rate"), _fives(ALONE * rated))
        yield Part("agreed", Link(reading.labels["agenda-agreed"], "assess.md#rate"), _fives(AGREED * rated))
    step = None
    for held in lists:
        step = step or held
        yield from _work(reading, held, "" if held is step else f"{held.owner.title} · ")
    yield Part("together", Link(reading.labels["agenda-together"], "merge.md"), TOGETHER)


def _work(reading: Reading, held: Checklist, owner: str) -> Iterator[Part]:
    """Yield the groups of a list; those of a system or domain bear its name."""
    for group in held.groups:
        place = f"{list_page(reading, held.kind, held.id)}#{group.anchor}"
        yield Part(group.id, Link(f"{owner}{group.title}", place), group.minutes)


def _fives(minutes: float) -> int:
    """Round up to five minutes."""
    return 5 * ceil(minutes / 5)
