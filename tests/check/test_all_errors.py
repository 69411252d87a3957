"""All errors in one run: what is wrong in one place of a record hides nothing that is wrong in another."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.check.run import check
from macros.problems import Problem
from tests.support import example
from tests.support.some import some

INVALID = example.TESTS / "data" / "invalid"
GUESSED_AT = {"statement", "unused-source"}
"""What is not said while something may stand in what could not be read."""


def is_read(case: Path) -> bool:
    """Return whether a case has one faulty city, of which the parser comes to the end, and nothing else."""
    cities = [file for file in case.rglob("*.yml") if file.is_file()]
    report = (case / "expected.txt").read_text(encoding="utf-8") if (case / "expected.txt").exists() else "[yaml-"
    return (
        [file.parent.name for file in cities] == ["cities"]
        and not re.search(r"\[(yaml-|file-name|stray|wrong-place|conflict)", report)
        and not re.search("^order:", cities[0].read_text(encoding="utf-8"), re.MULTILINE)
    )


CASES = some(sorted(case.name for case in INVALID.iterdir() if is_read(case)), 20)


@pytest.mark.parametrize(
    ("line", "rule"), [("order: one", "wrong-type"), ("order: yes", "yaml-boolean"), ("ordering: 1", "unknown-key")]
)
@pytest.mark.parametrize("case", CASES)
def test_one_more_fault_hides_none(case: str, line: str, rule: str, tmp_path: Path) -> None:
    """A record that the model refuses is still read by every rule, and nothing is told that only follows from that."""
    root = example.make(tmp_path / "project", INVALID / case)
    before = Counter(check(root)[1])
    (city,) = (root / "data" / "cities" / file.name for file in (INVALID / case / "data" / "cities").iterdir())
    city.write_text(f"{city.read_text(encoding='utf-8').rstrip()}\n{line}\n", encoding="utf-8")
    after: Counter[Problem] = Counter(check(root)[1])

    assert [problem.rule for problem in after - before] == [rule]
    assert {problem.rule for problem in before - after} <= GUESSED_AT
