"""How statements are named."""

from __future__ import annotations

from typing import NamedTuple

from macros.model.statement import Fact, Statement
from macros.problems import Keys


class Held(NamedTuple):
    """A statement, and where it stands."""

    owner: str
    """`<kind>/<id>` of the record, or its bare kind."""
    keys: Keys
    """Where in the owner's record."""
    statement: Statement


def statement_ref(owner: str, keys: Keys, statement: Statement) -> str:
    """Return how a statement of a record is named, "" for one without an id.

    A fact that answers a question may go without one: it is named by the question, and by its layer where it has one.
    """
    if not keys:  # the record is one itself
        return owner
    name = statement.id
    if not name and keys[0] == "facts" and isinstance(statement, Fact):
        name = ".".join([str(keys[1]), *([statement.layer] if statement.layer else [])])
    return f"{owner}#{name}" if name else ""
