"""Every reference names a record that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.check.missing import is_unread
from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.kinds import BY_NAME
from macros.model.label import Label
from macros.model.relations import Relations
from macros.problems import Problem, Said, meant, nearest, several

_SHOWN = 8


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each reference to an id that no record has, or to an actor that the relations lack."""
    yield from _actors(project)
    known = project.dataset.known
    for reference in project.dataset.references:
        ids = known.get(reference.kind, frozenset())
        if reference.id not in ids and not _is_told(project, reference.kind, reference.id):
            yield project.dataset.problem(
                reference.owner, reference.keys, "reference",
                Said(
                    f"there is no {reference.kind} '{reference.id}'",
                    f"没有这样的{_kind(project.dataset, reference.kind)}：“{reference.id}”",
                ),
                hint(reference.id, ids),
            )  # fmt: skip


def _kind(dataset: Dataset, name: str) -> str:
    """Return what the interface calls a kind in Chinese; its name where labels.yml has no word."""
    label = dataset.of(Label).get(f"kind-{name}")
    return label.zh if label else name


def _actors(project: Project) -> Iterator[Problem]:
    relations = project.dataset.one(Relations)
    if not relations or "actors" in relations.lacks:
        return
    for name, flow in relations.flows.items():
        for key, actor in (("from", flow.giver), ("to", flow.taker)):
            if actor and actor not in relations.actors:
                yield project.dataset.problem(
                    "relations", ("flows", name, key), "reference",
                    Said(f"there is no actor '{actor}'", f"没有主体“{actor}”"), hint(actor, relations.actors),
                )  # fmt: skip


def _is_told(project: Project, kind_name: str, name: str) -> bool:
    """Whether it is told elsewhere why something is not there: it could not be read, or went with a whole part."""
    inside = BY_NAME[kind_name].inside
    holder = inside.owner(name) if inside else f"{kind_name}/{name}"
    return holder in project.gone or is_unread(project.dataset, kind_name, name)


def hint(name: str, known: Iterable[str]) -> Said:
    """Return the known id that was probably meant, or what ids there are."""
    ids = sorted(known)
    if not ids:
        return Said("There is none yet.", "现在还一个都没有。")
    if match := nearest(name, ids):
        return meant(match)
    shown, is_more = several(ids[:_SHOWN]), len(ids) > _SHOWN
    return Said(
        f"Known ids: {shown.en}{' …' if is_more else ''}.", f"已有的编号：{shown.zh}{'等' if is_more else ''}。"
    )
