"""The agenda's arithmetic."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.views.facilitator import agenda, clock, facilitation
from macros.views.places import Link
from macros.views.reading import Reading
from tests.support.built import ROOT
from tests.support.data import Data


def lines(*minutes: int) -> list[tuple[str, int, bool]]:
    """Return start, minutes and whether there is work, of the agenda of topics that take so long."""
    topics = [(Link(str(number), ""), length) for number, length in enumerate(minutes)]
    return [(slot.start, slot.minutes, slot.topic is not None) for slot in agenda(topics)]


def test_agenda_of_the_example(dataset: Dataset) -> None:
    """Groups in order, a break after 90 minutes, five minutes an item where there is no estimate."""
    view = facilitation(Reading(dataset, "en"), "framework")

    assert [(slot.start, slot.minutes, slot.topic and slot.topic.title) for slot in view.slots] == [
        ("0:00", 90, "Drawing"), ("1:30", 10, None), ("1:40", 10, "Water system · Pipes"),
    ]  # fmt: skip
    assert view.total == "1:50"
    assert [held.questions for held in view.asked] == [("How old are the pipes?",)]


def test_breaks() -> None:
    """None at the end, none within a topic, and each stretch of work is counted from the last one."""
    assert lines() == []
    assert lines(90) == [("0:00", 90, True)]
    assert lines(60, 40, 85, 5, 5) == [
        ("0:00", 60, True), ("1:00", 10, False), ("1:10", 40, True), ("1:50", 10, False), ("2:00", 85, True),
        ("3:25", 5, True), ("3:30", 10, False), ("3:40", 5, True),
    ]  # fmt: skip
    assert [clock(minutes) for minutes in (0, 59, 60, 605)] == ["0:00", "0:59", "1:00", "10:05"]


def test_every_group_has_an_estimate() -> None:
    """The shipped steps, systems and domains say how long each group takes, in steps of five minutes."""
    records = Data(ROOT).records
    groups = [one for kind in ("path", "system", "domain") for held in records[kind].values() for one in held["groups"]]

    assert len(groups) > 30
    for group in groups:
        minutes = int(group["minutes"])
        assert minutes % 5 == 0, group["id"]
        assert 4 <= minutes / len(group["items"]) <= 20 / 3, group["id"]
