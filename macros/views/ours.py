"""What the handbook itself makes of a record, for the head of its page: how it holds, what to do, what to mind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.statement import Statement, View
from macros.views.places import Link, statement_anchor
from macros.views.reading import Reading

_DO = ("adopt", "advice")
_MIND = ("avoid", "caution")
_MOST_DO = 3
_MOST_MIND = 1


@dataclass(frozen=True)
class Ours:
    """Views in a few lines, each a link to where it stands with what it rests on; empty where there are none."""

    judgement: Link | None
    do: tuple[Link, ...]
    mind: tuple[Link, ...]


def ours(reading: Reading, statements: Iterable[Statement]) -> Ours:
    """Return the first views of each kind among statements that stand on this page."""
    views = [one for one in statements if isinstance(one, View)]

    def of(*kinds: str) -> tuple[Link, ...]:
        return tuple(_to(reading, one) for one in views if one.kind in kinds)

    return Ours(next(iter(of("judgement")), None), of(*_DO)[:_MOST_DO], of(*_MIND)[:_MOST_MIND])


def _to(reading: Reading, held: View) -> Link:
    return Link(held.view[reading.language], f"#{statement_anchor(reading.dataset.ref_of(held))}")
