"""The codes of an answer are in the codebook of its question."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Statement, Use, View
from macros.model.walk import statements
from macros.problems import Keys, Problem, nearest


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each code that its question does not have, or that stands where nothing is answered."""
    dataset = project.dataset
    if "dimension" in dataset.incomplete:
        return
    for owner, record in dataset.named():
        for keys, statement in statements(record):
            code = () if isinstance(statement, View) else statement.code
            if code and not (isinstance(record, City) and keys[0] == "facts"):
                yield dataset.problem(
                    owner, (*keys, "code"), "code", "a code away from the questions",
                    "Only a city's answers under 'facts:' have codes; leave it out.",
                )  # fmt: skip
        for name, answers in record.facts.items() if isinstance(record, City) else ():
            if name in dataset.of(Dimension):  # or it has been told
                yield from _answers(dataset, owner, name, answers)


def _answers(dataset: Dataset, owner: str, name: str, answers: tuple[Statement, ...]) -> Iterator[Problem]:
    dimension = dataset.of(Dimension)[name]
    if "codes" in dimension.lacks:
        return
    by_layer: dict[str | None, set[str]] = {}
    for n, statement in enumerate(answers):
        if not isinstance(statement, Fact | Use):
            continue  # it has been told
        place: Keys = ("facts", name, n, "code")
        if statement.code and isinstance(statement, Fact) and (statement.absent or not statement.form):
            yield dataset.problem(
                owner, place, "code", "a code beside an answer that says there is none, or that none was found",
                "Leave the code out: absent and not found are states of their own.",
            )  # fmt: skip
        for code in statement.code:
            if code not in dimension.codes:
                yield dataset.problem(
                    owner, place, "code", f"the codebook of '{name}' has no '{code}'", _hint(dimension, code)
                )
        held = by_layer.setdefault(statement.layer, set())
        held.update(code for code in statement.code if code in dimension.codes)
        if statement.code and dimension.single and len(held) > 1:
            yield dataset.problem(
                owner, place, "code", f"'{name}' takes one code a layer, found {', '.join(sorted(held))}",
                "Choose the one that fits best, or tell the bodies apart by 'layer:'.",
            )  # fmt: skip


def _hint(dimension: Dimension, code: str) -> str:
    if not dimension.codes:
        return "The question has no codebook: leave the code out, or give it one under 'codes:'."
    match = nearest(code, list(dimension.codes))
    return f"Did you mean '{match}'?" if match else f"Codes: {', '.join(dimension.codes)}."
