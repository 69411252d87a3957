"""Records that are begun and not finished."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.kinds import kind_of
from macros.views.places import Link, link
from macros.views.reading import Reading


@dataclass(frozen=True)
class Begun:
    """An unfinished record."""

    kind: str
    """The name of its kind."""
    name: str
    """Its id."""
    link: Link | None
    """None where there is too little to be shown."""
    due: int
    """How much is still to be written."""


def drafts(reading: Reading) -> tuple[Begun, ...]:
    """Return the unfinished records, in the order of the registry."""
    return tuple(
        Begun(
            reading.labels[f"kind-{kind_of(owner).name}"],
            owner.partition("/")[2],
            link(reading, owner) if draft.is_shown else None,
            len(draft.due),
        )
        for owner, draft in reading.dataset.whole.drafts.items()
    )
