"""Statements have ids of their own; views rest on facts that there are, and uses show such."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.missing import is_statement_unread
from macros.check.project import Project
from macros.check.rules.references import hint
from macros.load.dataset import Dataset
from macros.load.statement_refs import statement_ref
from macros.model.awaited import Awaited
from macros.model.city import City
from macros.model.conflict import Conflict
from macros.model.statement import Fact, Statement, Use, View
from macros.problems import Keys, Problem, Said

_ID_HINT = Said(
    "Give it one under 'id:', unique in this record: a few words, small letters and hyphens. It never changes.",
    "请在“id:”下取一个，在本记录里不能重复：几个英文词，小写，用连字符相连；定了就不再改。",
)
_SHAPES = {"View": "看法", "Use": "引用"}
_LEAST = 2
"""Facts of a conflict."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each statement without an id or with that of another, and each reference to no fact."""
    dataset = project.dataset
    for owner, record in dataset.named():
        if isinstance(record, Conflict):
            yield from _two_sides(dataset, owner, record)
        if isinstance(record, Awaited):
            yield from _shown(project, owner, ("because",), record.because, is_view=True)
        if isinstance(record, City):
            yield from _at_a_glance(project, owner, record)
        first: dict[str, Statement] = {}
        for keys, statement in dataset.statements_in[owner]:
            yield from _named(dataset, owner, keys, statement, first)
            if isinstance(statement, View):
                yield from _shown(project, owner, (*keys, "because"), statement.because, is_view=True)
            elif isinstance(statement, Use):
                yield from _shown(project, owner, (*keys, "facts"), statement.facts, is_view=False)


def _at_a_glance(project: Project, owner: str, city: City) -> Iterator[Problem]:
    """Yield a problem for each number and stage of a city that names no fact."""
    for n, number in enumerate(city.numbers):
        yield from _shown(project, owner, ("numbers", n, "fact"), (number.fact,), is_view=False)
    for n, stage in enumerate(city.succession):
        yield from _shown(project, owner, ("succession", n, "facts"), stage.facts, is_view=False)


def _two_sides(dataset: Dataset, owner: str, conflict: Conflict) -> Iterator[Problem]:
    """Yield a problem for a conflict that tells of fewer than two facts."""
    number = sum(len(one.facts) if isinstance(one, Use) else isinstance(one, Fact) for one in conflict.statements)
    if number < _LEAST and "statements" not in conflict.lacks:
        yield dataset.problem(
            owner, ("statements",), "too-few",
            Said(
                f"{number} here, where at least {_LEAST} facts are expected",
                f"这里只有{number}条事实，至少要有{_LEAST}条",
            ),
            Said(
                "Name the facts that differ: 'facts: [city/…#…, city/…#…]'.",
                "请列出说法不同的事实：“facts: [city/…#…, city/…#…]”。",
            ),
        )  # fmt: skip


def _named(
    dataset: Dataset, owner: str, keys: Keys, statement: Statement, first: dict[str, Statement]
) -> Iterator[Problem]:
    if not keys or {"id", "layer"} & statement.lacks:
        return
    name = statement_ref(owner, keys, statement)
    if name and name in first and not statement.id:
        yield dataset.problem(
            owner, keys, "id-due",
            Said(
                "a second fact of the same layer in an answer, without an id",
                "同一个答案里同一层级的第二条事实，还没有编号",
            ), _ID_HINT,
        )  # fmt: skip
    elif name and name in first:
        its = name.partition("#")[2]
        yield dataset.problem(
            owner, (*keys, "id"), "duplicate-id",
            Said(
                f"the id '{its}' belongs to another statement of this record already",
                f"编号“{its}”已经是本记录里另一条陈述的",
            ),
            Said(
                "Give the newer one an id of its own under 'id:'; ids are never used again.",
                "请在“id:”下给后加的那条另取一个；用过的编号不再使用。",
            ),
        )  # fmt: skip
    elif not name and not isinstance(statement, Use):
        yield dataset.problem(
            owner, keys, "id-due", Said("a statement without an id", "这条陈述没有编号"), _ID_HINT
        )  # fmt: skip
    first.setdefault(name, statement)


def _shown(project: Project, owner: str, keys: Keys, named: tuple[str, ...], *, is_view: bool) -> Iterator[Problem]:
    dataset = project.dataset
    for n, name in enumerate(named):
        record, _, statement = name.partition("#")
        held = dataset.statements.get(name)
        if not name or (not held and _is_told(project, name)):
            continue
        if statement and not held:
            held_ids = (statement_ref(record, place, one) for place, one in dataset.statements_in[record])
            known = [one.partition("#")[2] for one in held_ids if one]
            message = Said(f"there is no statement '{statement}' in {record}", f"{record}里没有陈述“{statement}”")
            yield dataset.problem(owner, (*keys, n), "statement", message, hint(statement, known))
        elif held and not isinstance(held.statement, Fact):
            yield dataset.problem(
                owner, (*keys, n), "statement",
                Said(
                    f"'{name}' is no fact, but a {type(held.statement).__name__.lower()}",
                    f"“{name}”不是事实，而是{_SHAPES[type(held.statement).__name__]}",
                ),
                Said("Name the facts behind it.", "请写它所依据的事实。"),
            )  # fmt: skip
        elif not held and not is_view:
            yield dataset.problem(
                owner, (*keys, n), "statement",
                Said(f"'{name}' is a record, where a fact is expected", f"“{name}”是一条记录，这里要写事实"),
                Said(
                    f"Name one of its facts, as {record}#… with its id.",
                    f"请写其中的一条事实，写作“{record}#…”，后面是事实的编号。",
                ),
            )  # fmt: skip


def _is_told(project: Project, ref: str) -> bool:
    """Whether it is told elsewhere why a statement is not there: it could not be read, or went with a whole part."""
    return is_statement_unread(project.dataset, ref) or ref.partition("#")[0] in project.gone
