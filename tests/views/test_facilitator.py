"""The arithmetic of a session's plan."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.views.facilitator import START, Part, agenda, clock, facilitation
from macros.views.places import Link
from macros.views.reading import Reading


def lines(*minutes: int) -> list[tuple[str, int]]:
    """Return start, and minutes of the break before it, of parts that take so long."""
    slots = agenda(Part(str(number), Link(str(number), ""), length) for number, length in enumerate(minutes))
    return [(slot.start, slot.pause) for slot in slots]


def test_plan_of_the_example(dataset: Dataset) -> None:
    """From welcome to bringing together, with the work of the step as long as its groups say."""
    view = facilitation(Reading(dataset, "en"), "framework")
    ids = [slot.part.id for slot in view.slots]
    minutes = {slot.part.id: slot.part.minutes for slot in view.slots}

    assert ids[:3] == ["welcome", "alone", "agreed"]
    assert ids[3:-1] == ["path.framework.draw", "system.water.pipes"]
    assert ids[-1] == "together"
    assert minutes["path.framework.draw"] == 90
    assert minutes["system.water.pipes"] == 10  # five minutes an item where there is no estimate
    assert [held.questions for held in view.asked] == [("How old are the pipes?",)]


def test_sums(dataset: Dataset) -> None:
    """What is said of the whole is what the parts and breaks add up to."""
    view = facilitation(Reading(dataset, "en"), "framework")
    whole = sum(slot.pause + slot.part.minutes for slot in view.slots)

    assert view.total == clock(whole)
    assert (view.start, view.end) == (clock(START), clock(START + whole))
    assert view.is_long is (whole > 480)


def test_breaks() -> None:
    """None at the end, none within a part, and each stretch of work is counted from the last one."""
    assert lines() == []
    assert lines(90) == [("9:00", 0)]
    assert lines(60, 40, 85, 5, 5) == [("9:00", 0), ("10:10", 10), ("11:00", 10), ("12:25", 0), ("12:40", 10)]
    assert [clock(minutes) for minutes in (0, 59, 60, 605)] == ["0:00", "0:59", "1:00", "10:05"]
