"""A handbook or tool of somebody else's."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from macros.model.base import Model, Text, Worded
from macros.model.scalars import Day, WebAddress

Feature = Literal["cases", "comparison", "checklist", "assessment", "offline"]
FEATURES: tuple[Feature, ...] = get_args(Feature)
Offer = Literal["yes", "partly", "no", "unknown"]


class Toolkit(Model):
    """A handbook or tool of somebody else's."""

    name: Text
    """Its name; the original where there is no translation."""
    publisher: Text
    """Who answers for it."""
    offers: Text
    """What it holds and does."""
    features: dict[Annotated[Feature, Worded("feature")], Annotated[Offer, Worded("offer")]]
    """Whether it has case studies, a comparison, checklists, a self-assessment, an edition for use offline."""
    languages: Text
    """In which it was seen."""
    cost: Text
    """Cost and terms of use."""
    gap: Text
    """What it leaves open, in the handbook's judgement."""
    url: WebAddress | None = None
    """Where it is."""
    checked: Day
    """When it was read."""
    note: Text | None = None
    """What to keep in mind."""
