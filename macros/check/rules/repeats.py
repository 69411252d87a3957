"""What stands twice: an entry of a list, a place in an order, a whole record under another name."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from macros.check.project import Project
from macros.model.kinds import FILED, Kind
from macros.problems import Keys, Problem, Said

_LEAST = 10
"""Texts that a record has from which on it can be told to be a copy."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each reference that stands twice in a list or leads to its own record, and each copy."""
    for owner, references in project.dataset.references_in.items():
        seen: set[tuple[Keys, str]] = set()
        for keys, named in references:
            if named == owner and keys[0] == "see":
                yield project.dataset.problem(
                    owner, keys, "own-reference", Said("this record itself", "这就是本记录自己"),
                    Said("Remove it.", "请删去。"),
                )  # fmt: skip
            place = keys[:-1] if keys[-1] == "id" else keys  # of a source with its place in it
            if isinstance(place[-1], int) and (place[:-1], named) in seen:
                name = named.partition("/")[2]
                message = Said(f"'{name}' stands twice in this list", f"“{name}”在这个列表里出现了两次")
                hint = Said("Remove one of them.", "请删去一个。")
                yield project.dataset.problem(owner, place, "repeated", message, hint)
            seen.add((place[:-1], named))
    yield from _orders(project)
    yield from _copies(project)


def _orders(project: Project) -> Iterator[Problem]:
    for kind in FILED:
        if "order" not in kind.type.model_fields:
            continue
        default = kind.type.model_fields["order"].default
        first: dict[int, str] = {}
        for name, record in project.dataset[kind.name].items():
            other = first.setdefault(record.order, name)
            where = _file(project, f"{kind.name}/{other}")
            if other != name and record.order != default and "order" not in record.lacks:
                yield project.dataset.problem(
                    f"{kind.name}/{name}", ("order",), "same-order",
                    Said(f"'{other}' has place {record.order} too", f"“{other}”也排在第{record.order}位"),
                    Said(
                        f"Give one of the two another place, here or in {where}.",
                        f"请在这里或者在{where}里，给其中一个换个序号。",
                    ), level="warning",
                )  # fmt: skip


def _copies(project: Project) -> Iterator[Problem]:
    for kind in (kind for kind in FILED if kind.layout == "files"):
        held: dict[str, set[tuple[str, str]]] = {}
        for name in project.dataset[kind.name]:
            texts = project.dataset.texts_in[f"{kind.name}/{name}"]
            held[name] = {(text.zh, text.en) for _, text in texts}
        owners: dict[tuple[str, str], str] = {}
        for name, found in held.items():
            shared: dict[str, int] = {}
            for text in found:
                other = owners.setdefault(text, name)
                shared[other] = shared.get(other, 0) + 1
            other = max((one for one in shared if one != name), key=lambda one: shared[one], default="")
            if other and len(found) >= _LEAST and shared[other] * 10 >= len(found) * 9:
                copy, first = sorted((name, other), key=lambda one: _likeness(kind, one, project))
                yield project.dataset.problem(
                    f"{kind.name}/{copy}", (), "copied-record",
                    Said(f"nearly every text is that of '{first}'", f"几乎所有文字都和“{first}”一样"),
                    Said(
                        "One of the two is a copy: write its own texts, or delete its file.",
                        "两份里有一份是复制来的：请写它自己的内容，或者删去文件。",
                    ),
                )  # fmt: skip


def _likeness(kind: Kind, name: str, project: Project) -> float:
    """Return how like a record's id is to its title, from 0; that of a copy is less so."""
    title = getattr(project.dataset[kind.name][name], kind.title)
    return difflib.SequenceMatcher(None, name, title["en"].lower().replace(" ", "-")).ratio()


def _file(project: Project, owner: str) -> str:
    return project.dataset.locations[owner].document.path
