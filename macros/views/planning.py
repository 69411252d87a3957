"""The planning pages: steps, schedule, relations."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.kinds import BY_NAME
from macros.model.path import Path as PlanningPath
from macros.model.relations import Relations
from macros.model.schedule import Schedule
from macros.views import statement
from macros.views.context import ContextView, context
from macros.views.figures.gantt import Gantt, gantt
from macros.views.figures.layers import Layers, layers
from macros.views.figures.triangle import Triangle, triangle
from macros.views.guide import GuideView, guide, guides
from macros.views.places import Link, RecordFile, record_file
from macros.views.reading import Reading
from macros.views.related import conflicts
from macros.views.statement import StatementView


@dataclass(frozen=True)
class PhaseView:
    """A stage of the schedule."""

    id: str
    title: str
    years: str
    offset: str
    statements: tuple[StatementView, ...]
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class ScheduleView:
    """The article's phases, and how to read them in years from a start."""

    title: str
    lead: str
    statements: tuple[StatementView, ...]
    phases: tuple[PhaseView, ...]
    gantt: Gantt
    data_file: RecordFile


@dataclass(frozen=True)
class ActorView:
    """A corner of the triangle."""

    id: str
    title: str
    members: str


@dataclass(frozen=True)
class FlowView:
    """What one actor gives another."""

    id: str
    giver: str
    taker: str
    """"" where the article names no receiver."""
    statement: StatementView
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class RelationsView:
    """People, industry, government."""

    title: str
    lead: str
    actors: tuple[ActorView, ...]
    flows: tuple[FlowView, ...]
    triangle: Triangle
    statements: tuple[StatementView, ...]
    data_file: RecordFile


@dataclass(frozen=True)
class PlanningPage:
    """The four steps, and the policy in force."""

    steps: tuple[GuideView, ...]
    context: ContextView | None


@dataclass(frozen=True)
class StepPage:
    """A step with what stands inside it."""

    step: GuideView
    systems: tuple[GuideView, ...]
    layers: Layers | None
    domains: tuple[GuideView, ...]
    relations: RelationsView | None
    previous: Link | None
    following: Link | None


def planning_page(reading: Reading) -> PlanningPage:
    """Return the page that leads to the steps."""
    return PlanningPage(guides(reading, "path"), context(reading))


def step_page(reading: Reading, name: str) -> StepPage:
    """Return the page of step `name`; systems stand in the framework, domains and relations in the route."""
    steps = list(reading.dataset.of(PlanningPath))
    here = steps.index(name)
    around = [_step_link(reading, steps, place) for place in (here - 1, here + 1)]
    return StepPage(
        step=guide(reading, "path", name),
        systems=guides(reading, "system") if BY_NAME["system"].step == name else (),
        layers=layers(reading) if BY_NAME["system"].step == name else None,
        domains=guides(reading, "domain") if BY_NAME["domain"].step == name else (),
        relations=relations(reading) if BY_NAME["relations"].step == name else None,
        previous=around[0],
        following=around[1],
    )


def _step_link(reading: Reading, steps: list[str], place: int) -> Link | None:
    if not 0 <= place < len(steps):
        return None
    return Link(reading.dataset.of(PlanningPath)[steps[place]].title[reading.language], f"planning/{steps[place]}.md")


def schedule(reading: Reading) -> ScheduleView:
    """Return the schedule."""
    held = reading.dataset.one(Schedule)
    assert held is not None  # a faulty schedule stops the build before any view is made
    phases = tuple(
        PhaseView(
            key,
            phase.title[reading.language],
            wording.period(reading.language, phase.years.start, phase.years.end)
            if phase.years.start != phase.years.end
            else wording.date(reading.language, phase.years.start),
            _offset(reading, phase.offset),
            statement.views(reading, phase.statements),
            conflicts(reading, f"phase/{key}"),
        )
        for key, phase in held.phases.items()
    )
    return ScheduleView(
        held.title[reading.language], held.lead[reading.language], statement.views(reading, held.statements), phases,
        gantt(reading, held),
        record_file(reading, "schedule"),
    )  # fmt: skip


def _offset(reading: Reading, offset: str) -> str:
    return reading.labels.fill("years-from-start", years=offset.replace("-", "–"))


def relations(reading: Reading) -> RelationsView:
    """Return the triangle of people, industry and government."""
    held = reading.dataset.one(Relations)
    assert held is not None  # a faulty file stops the build before any view is made
    names = {key: actor.title[reading.language] for key, actor in held.actors.items()}
    actors = tuple(
        ActorView(
            key, names[key], wording.listing(reading.language, (member[reading.language] for member in actor.members))
        )
        for key, actor in held.actors.items()
    )
    flows = tuple(
        FlowView(
            key,
            names[flow.giver],
            names[flow.taker] if flow.taker else "",
            statement.view(reading, flow.statement),
            conflicts(reading, f"flow/{key}"),
        )
        for key, flow in held.flows.items()
    )
    notes = statement.views(reading, held.statements)
    return RelationsView(
        held.title[reading.language],
        held.lead[reading.language],
        actors,
        flows,
        triangle(reading, held),
        notes,
        record_file(reading, "relations"),
    )
