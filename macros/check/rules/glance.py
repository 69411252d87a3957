"""What a city shows at a glance comes from its own facts: its numbers, and the dates of its time axis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.check.project import Project
from macros.check.rules.dates import backwards
from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.city import City
from macros.model.fact_forms import CAPTIONED
from macros.model.glance import Stage
from macros.model.statement import Fact
from macros.problems import Keys, Problem, Said

_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each number that is none, fact of another record, and year that no fact names."""
    dataset = project.dataset
    for name, city in dataset.of(City).items():
        owner = f"city/{name}"
        for n, number in enumerate(city.numbers):
            fact = _own_fact(dataset, owner, number.fact)
            if number.fact and not number.fact.startswith(f"{owner}#"):
                yield _not_own(dataset, owner, ("numbers", n, "fact"), number.fact)
            elif fact and fact.form not in CAPTIONED and not {*CAPTIONED} & fact.lacks:
                yield dataset.problem(
                    owner, ("numbers", n, "fact"), "no-number",
                    Said(f"'{number.fact}' states no number", f"“{number.fact}”里没有数字"),
                    Said(
                        f"Name a fact with {', '.join(CAPTIONED[:-1])} or {CAPTIONED[-1]}.",
                        f"请写一条有{'、'.join(CAPTIONED[:-1])}或{CAPTIONED[-1]}的事实。",
                    ),
                )  # fmt: skip
        for n, stage in enumerate(city.succession):
            yield from _stage(dataset, owner, ("succession", n), stage)


def _stage(dataset: Dataset, owner: str, keys: Keys, stage: Stage) -> Iterator[Problem]:
    others = [ref for ref in stage.facts if ref and not ref.startswith(f"{owner}#")]
    if others:
        yield _not_own(dataset, owner, (*keys, "facts"), others[0])
    shorter = min(len(stage.start or ""), len(stage.end or ""))
    if shorter and (stage.end or "")[:shorter] < stage.start[:shorter]:
        hint = Said("Exchange start: and end:.", "请把“start:”和“end:”对调。")
        yield dataset.problem(owner, (*keys, "end"), "period", backwards(stage.start, stage.end or ""), hint)
    facts = [_own_fact(dataset, owner, ref) for ref in stage.facts]
    if others or not all(facts):
        return
    told = {year for fact in facts if fact for year in _YEAR.findall(_words(fact))}
    for key in ("start", "end"):
        day = getattr(stage, key)
        if day and day[:4] not in told:
            yield dataset.problem(
                owner, (*keys, key), "no-such-year",
                Said(f"no fact under 'facts:' of it names {day[:4]}", f"它“facts:”下的事实都没有提到{day[:4]}年"),
                Said(
                    "Name the fact that gives the date as well, or correct the date.",
                    "请把写明这个日期的事实也列进去，或者改正日期。",
                ),
            )  # fmt: skip


def _own_fact(dataset: Dataset, owner: str, ref: str) -> Fact | None:
    held = dataset.statements.get(ref)
    return held.statement if held and held.owner == owner and isinstance(held.statement, Fact) else None


def _words(fact: Model) -> str:
    """Return all that a fact says, the titles of its sources apart."""
    return fact.model_dump_json(exclude={"sources", "searched", "said", "checked"})


def _not_own(dataset: Dataset, owner: str, keys: Keys, ref: str) -> Problem:
    return dataset.problem(
        owner, keys, "statement", Said(f"'{ref}' is no fact of this city", f"“{ref}”不是这座城市的事实"),
        Said(
            f"Name a fact of {owner} itself, as {owner}#… with its id.",
            f"请写{owner}自己的事实，写作“{owner}#…”，后面是事实的编号。",
        ),
    )  # fmt: skip
