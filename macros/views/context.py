"""The policy in force where the reader plans."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.context import Context
from macros.views.places import Link, RecordFile, record_file
from macros.views.points import PointView, points
from macros.views.reading import Reading
from macros.views.related import conflicts


@dataclass(frozen=True)
class TopicView:
    """A part of the context."""

    id: str
    title: str
    points: tuple[PointView, ...]
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class ContextView:
    """The policy in force."""

    title: str
    lead: str
    as_of: str
    topics: tuple[TopicView, ...]
    data_file: RecordFile


def context(reading: Reading) -> ContextView | None:
    """Return the policy context, or None where the data have none."""
    held = reading.dataset.one(Context)
    if held is None:
        return None
    topics = tuple(
        TopicView(
            key,
            topic.title[reading.language],
            points(reading, topic.statements),
            conflicts(reading, f"topic/{key}"),
        )
        for key, topic in held.topics.items()
    )
    as_of = wording.date(reading.language, held.as_of)
    return ContextView(
        held.title[reading.language], held.lead[reading.language], as_of, topics, record_file(reading, "context")
    )
