"""Ids are unique where they must be, and earlier ids do not collide with living ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from macros.check.project import Project
from macros.model.base import Model
from macros.model.city import City
from macros.problems import Keys, Problem, Said

Named = tuple[Keys, Any]
_WHAT = {"area": "领域", "measure": "措施", "part": "部分", "group": "组", "item": "事项"}


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice in its scope."""
    dataset = project.dataset
    for name, city in dataset.of(City).items():
        areas = [(("areas", n), area) for n, area in enumerate(city.areas)]
        measures = [((*keys, "measures", n), m) for keys, area in areas for n, m in enumerate(area.measures)]
        yield from _twice(project, f"city/{name}", areas, "area")
        yield from _twice(project, f"city/{name}", measures, "measure")
    for kind, name, guide in dataset.guides():
        groups = [(("groups", n), group) for n, group in enumerate(guide.groups)]
        items = [((*keys, "items", n), item) for keys, group in groups for n, item in enumerate(group.items)]
        yield from _twice(
            project, f"{kind}/{name}", [(("parts", n), part) for n, part in enumerate(guide.parts)], "part"
        )
        yield from _twice(project, f"{kind}/{name}", groups, "group")
        yield from _twice(project, f"{kind}/{name}", items, "item")
    yield from _formerly(project)


def _twice(project: Project, owner: str, named: Iterable[Named], what: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for keys, record in named:
        earlier = [(("formerly", n), old) for n, old in enumerate(_earlier(record))]
        for key, name in [(("id",), record.id), *earlier]:
            if name and name in seen:  # it is empty where it could not be read
                yield project.dataset.problem(
                    owner, (*keys, *key), "duplicate-id",
                    Said(
                        f"the {what} id '{name}' stands twice in {owner}",
                        f"{owner}里有两个{_WHAT[what]}的编号都是“{name}”",
                    ),
                    Said(
                        "Give the newer one another id; ids are never used again.",
                        "请给后加的那个另取一个编号；用过的编号不再使用。",
                    ),
                )  # fmt: skip
            seen.add(name)


def _formerly(project: Project) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for owner, record in project.dataset.named():
        for n, old in enumerate(_earlier(record)):
            kind = owner.split("/")[0]
            taken = owners.setdefault(f"{kind}/{old}", owner)
            if old and (old in project.dataset.known[kind] or taken != owner):
                yield project.dataset.problem(
                    owner, ("formerly", n), "duplicate-id",
                    Said(f"the earlier id '{old}' is used by another {kind}", f"旧编号“{old}”已经属于另一个{kind}"),
                    Said("An earlier id leads to one record only.", "一个旧编号只能指向一条记录。"),
                )  # fmt: skip


def _earlier(record: Model) -> tuple[str, ...]:
    return getattr(record, "formerly", ())
