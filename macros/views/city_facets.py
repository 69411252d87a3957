"""What cities are told apart by, wherever a list or table has a line for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.model.city import BEARS_ON, REGIONS, SIZES, City, Measure, size_of
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Use
from macros.views.facets import By, Facet, facet, of_kind
from macros.views.reading import Reading
from macros.views.state import answering

TIERS = ("county", "prefecture", "regional-capital", "metropolis", "national", "programme")
"""Those nearest to most readers first."""
CODED = ("level", "outcome", "driver", "coordinator-now", "open-data-law", "participation")
"""Coded questions by whose answers planners look for cities."""
_BEGAN = "date"
"""The question since when a city has its plan."""
_NAMED = ("domain", "lesson")
"""Kinds of which a city's measures name records."""


def of_city(reading: Reading, city: City) -> By:
    """Return the values of a city: region, tier, size, decade of the plan, codes, what its measures bear on."""
    profile = city.profile
    people = profile.population if profile else None
    counted = people and people.value is not None and people.unit == "people"
    measures = [measure for area in city.areas for measure in area.measures]
    return {
        "region": (city.region,) if city.region else (),
        "tier": (profile.tier,) if profile else (),
        "size": (size_of(people.value),) if counted else (),  # type: ignore[union-attr, arg-type]
        **{question: _codes(city, question) for question in CODED},
        "decade": tuple(f"{began[:3]}0" for began in [since(reading, city)] if began),
        **{kind: _named(reading, kind, measures) for kind in _NAMED},
    }


def _named(reading: Reading, kind: str, measures: Sequence[Measure]) -> tuple[str, ...]:
    """Return the records of a kind that measures name, in their own order."""
    held = {name for one in measures for name in getattr(one, BEARS_ON[kind])}
    return tuple(name for name in reading.dataset[kind] if name in held)


def since(reading: Reading, city: City) -> str:
    """Return the earliest date of a city's plan; "" where its answer has none."""
    facts = answering(reading, city.facts.get(_BEGAN, ()))
    return min((day for fact in facts if (day := fact.date or (fact.period.start if fact.period else ""))), default="")


def facets(reading: Reading, entries: Sequence[By]) -> Iterator[Facet]:
    """Yield all facets of cities."""
    labels = reading.labels
    yield facet("region", labels["region"], ((one, labels[f"region-{one}"]) for one in REGIONS), entries)
    yield from means(reading, entries)
    yield _coded(reading, "outcome", entries)
    decades = sorted({decade for one in entries for decade in one["decade"]}, reverse=True)
    words = ((one, labels.fill("decade", year=one)) for one in decades)
    yield facet("decade", labels["facet-decade"], words, entries)
    for kind in _NAMED:
        yield of_kind(reading, kind, entries)
    for question in CODED[2:]:
        yield _coded(reading, question, entries)


def means(reading: Reading, entries: Sequence[By]) -> Iterator[Facet]:
    """Yield the facets by which a planner finds cities like her own."""
    labels = reading.labels
    yield facet("tier", labels["profile-tier"], ((one, labels[f"city-tier-{one}"]) for one in TIERS), entries)
    yield facet("size", labels["profile-size"], ((one, labels[f"size-{one}"]) for one in SIZES), entries)
    yield _coded(reading, "level", entries)


def _codes(city: City, question: str) -> tuple[str, ...]:
    answers = (one for one in city.facts.get(question, ()) if isinstance(one, Fact | Use))
    return tuple(dict.fromkeys(code for one in answers for code in one.code))


def _coded(reading: Reading, question: str, entries: Sequence[By]) -> Facet:
    """Return the codes of a question that a reading may not have."""
    held = reading.dataset.of(Dimension).get(question)
    codes = held.codes.items() if held else ()
    heading = reading.labels["profile-level"] if question == "level" else held.label[reading.language] if held else ""
    return facet(question, heading, ((code, one.label[reading.language]) for code, one in codes), entries)
