"""Statements of a record in the order of its argument: facts that are used below a point are told by their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from macros import wording
from macros.model.statement import Statement, Use
from macros.views import statement
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.statement import StatementView

_MOST_PLACES = 4


class PointView(NamedTuple):
    """A statement; of facts that are used here, which records they stand in."""

    statement: StatementView
    places: str
    """The titles of the first few, worded; "" for what is no use."""


def points(reading: Reading, statements: Iterable[Statement]) -> tuple[PointView, ...]:
    """Return statements of a record with the places of the facts that it uses."""
    return tuple(PointView(statement.view(reading, one), _places(reading, one)) for one in statements)


def _places(reading: Reading, held: Statement) -> str:
    if not isinstance(held, Use):
        return ""
    owners = dict.fromkeys(ref.partition("#")[0] for ref in held.facts)
    names = [title(reading, owner) for owner in owners]
    text = wording.listing(reading.language, names[:_MOST_PLACES])
    more = len(names) - _MOST_PLACES
    return reading.labels.fill("places-and-more", places=text, number=more) if more > 0 else text
