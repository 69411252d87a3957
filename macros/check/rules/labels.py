"""Every word that a template uses is in labels.yml, and every word there is used."""

from __future__ import annotations

import string
from collections.abc import Iterator

from macros.check.project import Project
from macros.check.templates import Fault
from macros.load.dataset import Dataset
from macros.model.label import Label
from macros.problems import Problem, Said, meant_or, nearest
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
            yield Problem(
                "data/labels.yml", 1, 1, "missing-label",
                Said(f"the label '{name}', used in {file}, is missing", f"缺少{file}用到的界面用词“{name}”"),
                Said(
                    f"Add it in both languages{f', or did you mean {match!r}?' if match else '.'}",
                    f"请补上中英文{f'；或者是不是“{match}”？' if match else '。'}",
                ),
            )  # fmt: skip
    yield from _units(dataset)
    is_sure = not any(isinstance(held, Fault) for held in project.shown.values())
    for name, text in dataset.of(Label).items():
        is_used = name in project.labels_used or is_of_scripts(name) or name.startswith((_UNIT, OF_FORM))
        if is_sure and not is_used:
            yield dataset.problem(
                f"label/{name}", (), "unused-label",
                Said(f"nothing uses the label '{name}'", f"没有地方用到界面用词“{name}”"),
                Said("Remove it.", "请删去。"),
            )  # fmt: skip
        yield from _places(project, name, text)


def _units(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each fact whose unit has no word."""
    known = {name.removeprefix(_UNIT) for name in dataset.of(Label) if name.startswith(_UNIT)}
    for owner, facts in dataset.facts_in.items():
        for keys, fact in facts:
            if fact.unit and fact.unit not in known:
                match = nearest(fact.unit, sorted(known))
                yield dataset.problem(
                    owner, (*keys, "unit"), "unit",
                    Said(f"the unit '{fact.unit}' has no word", f"单位“{fact.unit}”没有对应的用词"),
                    meant_or(
                        match,
                        Said(
                            f"Add 'unit-{fact.unit}' to data/labels.yml.",
                            f"请在data/labels.yml里加上“unit-{fact.unit}”。",
                        ),
                    ),
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
                f"label/{name}", (language,), "label-places",
                Said("a brace without a plain name in it", "花括号里没有普通的名称"),
                Said(
                    "Names in braces are filled in; write {{ and }} for braces.",
                    "花括号里的名称会被替换；要写花括号本身，请写{{和}}。",
                ),
            )  # fmt: skip
            return
    if held["zh"] != held["en"]:
        yield project.dataset.problem(
            f"label/{name}", (), "label-places",
            Said(
                f"zh fills in {_named(held['zh'], 'nothing')}, en fills in {_named(held['en'], 'nothing')}",
                f"中文要填{_named(held['zh'], '的没有')}，英文要填{_named(held['en'], '的没有')}",
            ),
            Said("Use the same names in braces in both languages.", "两种语言花括号里的名称要相同。"),
        )  # fmt: skip


def _named(fields: set[str], nothing: str) -> str:
    return ", ".join(f"{{{field}}}" for field in sorted(fields)) or nothing
