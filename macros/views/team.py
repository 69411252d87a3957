"""Who does what, what goes wrong, and where to begin: roles, causes of failure, the first hundred days."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.failure import Failure
from macros.model.first_days import FirstDays, Stage
from macros.model.role import Role
from macros.views import statement
from macros.views.places import Link, LinkGroup, RecordFile, data_files, link, record_file
from macros.views.reading import Reading
from macros.views.related import conflicts, related
from macros.views.statement import StatementView


@dataclass(frozen=True)
class RoleView:
    """One role."""

    id: str
    earlier: tuple[str, ...]
    title: str
    who: str
    tasks: tuple[str, ...]
    questions: tuple[str, ...]
    statements: tuple[StatementView, ...]
    items: tuple[Link, ...]
    related: tuple[LinkGroup, ...]


@dataclass(frozen=True)
class FailureView:
    """One cause of failure."""

    id: str
    earlier: tuple[str, ...]
    title: str
    statements: tuple[StatementView, ...]
    signs: tuple[str, ...]
    remedies: tuple[str, ...]
    items: tuple[Link, ...]
    related: tuple[LinkGroup, ...]


@dataclass(frozen=True)
class StageView:
    """A stretch of the first hundred days."""

    id: str
    days: str
    title: str
    tasks: tuple[str, ...]
    yields: tuple[str, ...]
    statements: tuple[StatementView, ...]
    items: tuple[Link, ...]
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class FirstDaysView:
    """The frame of the first hundred days."""

    title: str
    lead: str
    statements: tuple[StatementView, ...]
    stages: tuple[StageView, ...]
    data_file: RecordFile


@dataclass(frozen=True)
class Roles:
    """All roles."""

    roles: tuple[RoleView, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class Failures:
    """All causes of failure."""

    failures: tuple[FailureView, ...]
    files: tuple[str, ...]


def roles(reading: Reading) -> Roles:
    """Return all roles in order."""
    held = sorted(reading.dataset.of(Role).items(), key=lambda pair: (pair[1].order, pair[0]))
    return Roles(tuple(_role(reading, name, role) for name, role in held), data_files(reading, "role"))


def failures(reading: Reading) -> Failures:
    """Return all causes of failure in order."""
    held = sorted(reading.dataset.of(Failure).items(), key=lambda pair: (pair[1].order, pair[0]))
    return Failures(tuple(_failure(reading, name, one) for name, one in held), data_files(reading, "failure"))


def first_days(reading: Reading) -> FirstDaysView | None:
    """Return the first hundred days, or None where the data have none."""
    held = reading.dataset.one(FirstDays)
    if held is None:
        return None
    return FirstDaysView(
        held.title[reading.language],
        held.lead[reading.language],
        statement.views(reading, held.statements),
        tuple(_stage(reading, name, stage) for name, stage in held.stages.items()),
        record_file(reading, "first-days"),
    )


def _role(reading: Reading, name: str, role: Role) -> RoleView:
    language = reading.language
    return RoleView(
        id=name,
        earlier=role.formerly,
        title=role.title[language],
        who=role.who[language],
        tasks=tuple(text[language] for text in role.tasks),
        questions=tuple(text[language] for text in role.questions),
        statements=statement.views(reading, role.statements),
        items=_items(reading, role.items),
        related=related(reading, f"role/{name}"),
    )


def _failure(reading: Reading, name: str, held: Failure) -> FailureView:
    language = reading.language
    return FailureView(
        id=name,
        earlier=held.formerly,
        title=held.title[language],
        statements=statement.views(reading, held.statements),
        signs=tuple(text[language] for text in held.signs),
        remedies=tuple(text[language] for text in held.remedies),
        items=_items(reading, held.items),
        related=related(reading, f"failure/{name}"),
    )


def _stage(reading: Reading, name: str, stage: Stage) -> StageView:
    language = reading.language
    return StageView(
        id=name,
        days=reading.labels.fill("stage-days", days=stage.days.replace("-", "–")),
        title=stage.title[language],
        tasks=tuple(text[language] for text in stage.tasks),
        yields=tuple(text[language] for text in stage.yields),
        statements=statement.views(reading, stage.statements),
        items=_items(reading, stage.items),
        conflicts=conflicts(reading, f"stage/{name}"),
    )


def _items(reading: Reading, items: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(link(reading, f"item/{item}") for item in items if item in reading.dataset["item"])
