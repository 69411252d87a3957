"""What became of a city's plan."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Use
from macros.views.reading import Reading
from macros.views.state import answering
from macros.views.statement import plain

_OUTCOME = "outcome"
"""The question whose answer is a city's status."""


@dataclass(frozen=True)
class StatusView:
    """What became of the plan: the answer to the question `outcome`."""

    outcome: str
    """Its code."""
    outcome_text: str
    text: str
    as_of: str


def status_view(reading: Reading, city: City) -> StatusView | None:
    """Return what became of a city's plan; None where the question is not answered with a code."""
    coded = (one for one in city.facts.get(_OUTCOME, ()) if isinstance(one, Fact | Use) and one.code)
    answer = next(coded, None)
    if answer is None:
        return None
    facts = answering(reading, [answer])
    dates = [fact.as_of for fact in facts if fact.as_of]
    code = answer.code[0]
    return StatusView(
        outcome=code,
        outcome_text=reading.dataset.of(Dimension)[_OUTCOME].codes[code].label[reading.language],
        text=wording.sentence(reading.language, *(plain(reading, fact) for fact in facts)),
        as_of=wording.date(reading.language, max(dates)) if dates else "",
    )
