"""Every word that a template uses is in labels.yml, and every word there is used."""

from __future__ import annotations

import string
from collections.abc import Iterator

from macros.check.project import Project
from macros.check.templates import Fault, parsed
from macros.load.dataset import Dataset
from macros.model.label import Label
from macros.model.walk import facts
from macros.problems import Problem, nearest
from macros.wording import OF_FORM, is_of_scripts

_UNIT = "unit-"
"""Words from which facts choose; there may be more than are used."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each label that is missing, unused, or filled differently in the two languages."""
    dataset = project.dataset
    if "label" in dataset.incomplete:
        return
    for name, file in sorted(project.labels_used.items()):
        if name not in dataset.of(Label):
            match = nearest(name, list(dataset.of(Label)))
            hint = f"Add it in both languages{f', or did you mean {match!r}?' if match else '.'}"
            yield Problem(
                "data/labels.yml", 1, 1, "missing-label", f"the label '{name}', used in {file}, is missing", hint
            )
    yield from _units(dataset)
    is_sure = not any(isinstance(held, Fault) for held in parsed(project.root).values())
    for name, text in dataset.of(Label).items():
        is_used = name in project.labels_used or is_of_scripts(name) or name.startswith((_UNIT, OF_FORM))
        if is_sure and not is_used:
            yield dataset.problem(f"label/{name}", (), "unused-label", f"nothing uses the label '{name}'", "Remove it.")
        yield from _places(project, name, text)


def _units(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each fact whose unit has no word."""
    known = {name.removeprefix(_UNIT) for name in dataset.of(Label) if name.startswith(_UNIT)}
    for owner, record in dataset.named():
        for keys, fact in facts(record):
            if fact.unit and fact.unit not in known:
                match = nearest(fact.unit, sorted(known))
                yield dataset.problem(
                    owner, (*keys, "unit"), "unit", f"the unit '{fact.unit}' has no word",
                    f"Did you mean '{match}'?" if match else f"Add 'unit-{fact.unit}' to data/labels.yml.",
                )  # fmt: skip


def _places(project: Project, name: str, text: Label) -> Iterator[Problem]:
    """Yield a problem where the places to fill in are not the same plain names in both languages."""
    if text.lacks:
        return
    held = {}
    for language in ("zh", "en"):
        try:
            held[language] = {field for _, field, _, _ in string.Formatter().parse(text[language]) if field is not None}
        except ValueError:
            held[language] = {"{"}
        if not all(field.isidentifier() for field in held[language]):
            yield project.dataset.problem(
                f"label/{name}", (language,), "label-places", "a brace without a plain name in it",
                "Names in braces are filled in; write {{ and }} for braces.",
            )  # fmt: skip
            return
    if held["zh"] != held["en"]:
        yield project.dataset.problem(
            f"label/{name}", (), "label-places",
            f"zh fills in {_named(held['zh'])}, en fills in {_named(held['en'])}",
            "Use the same names in braces in both languages.",
        )  # fmt: skip


def _named(fields: set[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in sorted(fields)) or "nothing"
