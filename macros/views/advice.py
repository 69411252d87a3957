"""What a city teaches: what to take over from it and what not."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.city import City, Section
from macros.model.statement import Statement, View
from macros.views import statement
from macros.views.places import Link, href
from macros.views.reading import Reading
from macros.views.statement import StatementView

ADVICE: Section = "takeaways"
"""The section that holds it."""
_TAKE, _AVOID = ("adopt",), ("avoid", "caution")
_SHOWN = {_TAKE: 3, _AVOID: 1}
"""How many are named at the top of the page."""


@dataclass(frozen=True)
class Advice:
    """The section and its short form."""

    take: tuple[StatementView, ...]
    avoid: tuple[StatementView, ...]
    others: tuple[StatementView, ...]
    """Facts, judgements and advice that are neither."""
    first_take: tuple[Link, ...]
    """The first few of what to take, for the top of the page."""
    first_avoid: tuple[Link, ...]


def advice_view(reading: Reading, name: str, layers: dict[str, str]) -> Advice:
    """Return what city `name` teaches."""
    held = reading.dataset.of(City)[name].sections.get(ADVICE, ())
    take, avoid = ([one for one in held if _kind(one) in kinds] for kinds in (_TAKE, _AVOID))
    return Advice(
        take=statement.views(reading, take, layers),
        avoid=statement.views(reading, avoid, layers),
        others=statement.views(reading, (one for one in held if _kind(one) not in (*_TAKE, *_AVOID)), layers),
        first_take=tuple(_link(reading, one) for one in take[: _SHOWN[_TAKE]]),
        first_avoid=tuple(_link(reading, one) for one in avoid[: _SHOWN[_AVOID]]),
    )


def _kind(held: Statement) -> str:
    return held.kind if isinstance(held, View) else ""


def _link(reading: Reading, held: Statement) -> Link:
    """Return a link to advice, by its title where it has one."""
    assert isinstance(held, View)
    return Link((held.title or held.view)[reading.language], href(reading, reading.dataset.ref_of(held)))
