"""The codes of an answer are in the codebook of its question."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Statement, Use, View
from macros.problems import Keys, Problem, Said, meant_or, nearest, several


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each code that its question does not have, or that stands where nothing is answered."""
    dataset = project.dataset
    if "dimension" in dataset.incomplete:
        return
    for owner, record in dataset.named():
        for keys, statement in dataset.statements_in[owner]:
            code = () if isinstance(statement, View) else statement.code
            if code and not (isinstance(record, City) and keys[0] == "facts"):
                yield dataset.problem(
                    owner, (*keys, "code"), "code",
                    Said("a code away from the questions", "编码没有写在问题的答案里"),
                    Said(
                        "Only a city's answers under 'facts:' have codes; leave it out.",
                        "只有城市“facts:”下的答案才有编码，请删去这一行。",
                    ),
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
                owner, place, "code",
                Said(
                    "a code beside an answer that says there is none, or that none was found",
                    "答案已经写明没有或者未查到，旁边却还有编码",
                ),
                Said(
                    "Leave the code out: absent and not found are states of their own.",
                    "请删去编码：“没有”和“未查到”本身就是一种状态。",
                ),
            )  # fmt: skip
        for code in statement.code:
            if code not in dimension.codes:
                yield dataset.problem(
                    owner, place, "code",
                    Said(f"the codebook of '{name}' has no '{code}'", f"问题“{name}”的编码表里没有“{code}”"),
                    _hint(dimension, code),
                )  # fmt: skip
        held = by_layer.setdefault(statement.layer, set())
        held.update(code for code in statement.code if code in dimension.codes)
        if statement.code and dimension.single and len(held) > 1:
            yield dataset.problem(
                owner, place, "code",
                Said(
                    f"'{name}' takes one code a layer, found {', '.join(sorted(held))}",
                    f"问题“{name}”每个层级只能有一个编码，这里有{'、'.join(sorted(held))}",
                ),
                Said(
                    "Choose the one that fits best, or tell the bodies apart by 'layer:'.",
                    "请选最合适的一个；要分层级时，用“layer:”分开写。",
                ),
            )  # fmt: skip


def _hint(dimension: Dimension, code: str) -> Said:
    if not dimension.codes:
        return Said(
            "The question has no codebook: leave the code out, or give it one under 'codes:'.",
            "这个问题没有编码表：请删去编码，或者先在“codes:”下为问题列出编码。",
        )
    names = several(dimension.codes)
    return meant_or(nearest(code, list(dimension.codes)), Said(f"Codes: {names.en}.", f"可用的编码：{names.zh}。"))
