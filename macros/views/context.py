"""The policy in force where the reader plans."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.context import Context
from macros.views import statement as statement_views
from macros.views.places import Link, RecordFile, record_file
from macros.views.reading import Reading
from macros.views.related import conflicts
from macros.views.statement import StatementView


@dataclass(frozen=True)
class TopicView:
    """A part of the context."""

    id: str
    title: str
    statements: tuple[StatementView, ...]
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
            statement_views.views(reading, topic.statements),
            conflicts(reading, f"topic/{key}"),
        )
        for key, topic in held.topics.items()
    )
    as_of = wording.date(reading.language, held.as_of)
    return ContextView(
        held.title[reading.language], held.lead[reading.language], as_of, topics, record_file(reading, "context")
    )
