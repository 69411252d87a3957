"""Checklists: the groups and items of steps, systems, domains and lessons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from macros.model.guide import Group, Guide, Item
from macros.model.kinds import BY_NAME, GUIDES
from macros.model.path import Path as PlanningPath
from macros.views.places import Link, LinkGroup, RecordFile, data_file, link, list_page
from macros.views.reading import Reading


@dataclass(frozen=True)
class ItemView:
    """One line to tick off."""

    id: str
    """Global: `<kind>.<owner>.<id>`."""
    anchor: str
    formerly: tuple[str, ...]
    """Earlier global ids, so that saved progress is carried over."""
    earlier: tuple[str, ...]
    """Earlier anchors, under earlier names of the owner too."""
    do: str
    yields: str
    learn: tuple[Link, ...]
    duties: LinkGroup
    """Legal duties that ask for it, limit or change it."""


@dataclass(frozen=True)
class GroupView:
    """A titled part of a checklist."""

    id: str
    """Global: `<kind>.<owner>.<id>`."""
    anchor: str
    earlier: tuple[str, ...]
    """Earlier anchors."""
    title: str
    items: tuple[ItemView, ...]
    minutes: int
    """Of a workshop."""


@dataclass(frozen=True)
class Checklist:
    """All items of one owner."""

    kind: str
    id: str
    owner: Link
    questions: tuple[str, ...]
    """Guiding questions of a step, system or domain."""
    deliverables: tuple[str, ...]
    """The least that should be there at the end."""
    groups: tuple[GroupView, ...]
    total: int
    href: str
    """Where the list stands on the site; "" when the owner has no items."""
    data_file: RecordFile


@dataclass(frozen=True)
class ChecklistPage:
    """A step's list, followed by those of its systems or domains."""

    step: Checklist
    inside: tuple[Checklist, ...]
    total: int

    @property
    def with_items(self) -> tuple[Checklist, ...]:
        """What a table can choose for a session."""
        return tuple(one for one in (self.step, *self.inside) if one.total)


@dataclass(frozen=True)
class ChecklistIndex:
    """All checklists of the handbook."""

    steps: tuple[ChecklistPage, ...]
    lessons: tuple[Checklist, ...]
    implications: tuple[Checklist, ...]
    total: int


_MOST_DUTIES = 2
"""Of an item; beyond, it says how many more there are."""
_AN_ITEM = 5
"""Minutes of an item in a group that has no estimate of its own."""


def checklist(reading: Reading, kind: str, name: str) -> Checklist:
    """Return the checklist of one owner."""
    record: Guide = reading.dataset[kind][name]
    groups = tuple(_group(reading, kind, name, group, record.formerly) for group in record.groups)
    return Checklist(
        kind=kind,
        id=name,
        owner=link(reading, f"{kind}/{name}"),
        questions=tuple(text[reading.language] for text in getattr(record, "questions", ())),
        deliverables=tuple(text[reading.language] for text in getattr(record, "deliverables", ())),
        groups=groups,
        total=sum(len(group.items) for group in groups),
        href=f"{list_page(reading, kind, name)}#{groups[0].anchor}" if groups else "",
        data_file=RecordFile(data_file(reading, f"{kind}/{name}")),
    )


def checklist_page(reading: Reading, name: str) -> ChecklistPage:
    """Return the list of step `name`."""
    step = checklist(reading, "path", name)
    kinds = [kind for kind in GUIDES if BY_NAME[kind].step == name]
    inside = tuple(checklist(reading, kind, key) for kind in kinds for key in reading.dataset[kind])
    return ChecklistPage(step, inside, step.total + sum(held.total for held in inside))


def checklist_index(reading: Reading) -> ChecklistIndex:
    """Return all lists, by step and by lesson."""
    steps = tuple(checklist_page(reading, name) for name in reading.dataset.of(PlanningPath))
    lessons, implications = _lists(reading, "lesson"), _lists(reading, "implication")
    total = sum(page.total for page in steps) + sum(one.total for one in (*lessons, *implications))
    return ChecklistIndex(steps, lessons, implications, total)


def _lists(reading: Reading, kind: str) -> tuple[Checklist, ...]:
    lists = (checklist(reading, kind, name) for name in reading.dataset[kind])
    return tuple(one for one in lists if one.total)


def earlier(owner: str, formerly: Iterable[str], item: Item) -> list[tuple[str, str]]:
    """Return owner and id under which an item was known earlier, every pairing of its owner's names and its own."""
    return [pair for pair in product((owner, *formerly), (item.id, *item.formerly)) if pair != (owner, item.id)]


def _duties(reading: Reading, item: str) -> LinkGroup:
    named = [owner for owner in reading.dataset.named_by.get(item, ()) if owner.startswith("duty/")]
    shown = tuple(link(reading, owner) for owner in named[:_MOST_DUTIES])
    return LinkGroup(reading.labels["kind-duty"], shown, len(named) - len(shown), "duties.md")


def _group(reading: Reading, kind: str, owner: str, group: Group, formerly: tuple[str, ...]) -> GroupView:
    return GroupView(
        f"{kind}.{owner}.{group.id}",
        f"g-{owner}-{group.id}",
        tuple(f"g-{old}-{group.id}" for old in formerly),
        group.title[reading.language],
        tuple(
            ItemView(
                f"{kind}.{owner}.{item.id}",
                f"i-{owner}-{item.id}",
                tuple(f"{kind}.{owner}.{old}" for old in item.formerly),
                tuple(f"i-{one}-{old}" for one, old in earlier(owner, formerly, item)),
                item.do[reading.language],
                item.yields[reading.language],
                tuple(link(reading, ref) for ref in item.learn),
                _duties(reading, f"item/{kind}.{owner}.{item.id}"),
            )
            for item in group.items
        ),
        group.minutes or _AN_ITEM * len(group.items),
    )
