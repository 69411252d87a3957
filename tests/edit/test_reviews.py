"""What `handbook reviews` lists: what was read long ago, by record, by how fast it changes, by who looks after it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit.reviews import volatility
from macros.load.loader import load
from macros.model.walk import facts
from tests.support import example
from tests.support.some import some


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["reviews", "--root", str(root), *arguments])


def rows(root: Path, *arguments: str) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = json.loads(run(root, "--format", "json", *arguments).output)
    return held


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the example project with owners of its files."""
    made = example.make(tmp_path / "project")
    (made / ".github").mkdir()
    owners = "* @all\n/data/cities/ @cities  # all of them\nnorthport.yml @north @port\n[Section]\n"
    (made / ".github" / "CODEOWNERS").write_text(owners, encoding="utf-8")
    return made


def test_what_was_read_within_the_time_is_not_due(root: Path) -> None:
    """Months are counted from the day that is named, not from the newest check."""
    assert rows(root, "--on", "2026-11-30") == []
    assert len(some(rows(root, "--on", "2029-01-01"))) > len(rows(root, "--on", "2029-01-01", "--after", "26"))


def test_every_fact_is_in_one_row(root: Path) -> None:
    dataset = load(root)[0]
    dated = [
        fact for _, record in dataset.named() for _, fact in facts(record)
        if fact.checked or getattr(record, "checked", None)
    ]  # fmt: skip

    assert sum(one["facts"] for one in rows(root, "--on", "2029-01-01")) == len(some(dated))


def test_the_last_owner_that_fits_counts(root: Path) -> None:
    held = {one["record"]: one["owner"] for one in rows(root, "--on", "2029-01-01")}

    assert held["city/northport"] == "@north @port"
    assert held["city/southbay"] == "@cities"
    assert {owner for record, owner in held.items() if not record.startswith("city/")} == {"@all"}


def test_numbers_move_and_dates_are_settled(root: Path) -> None:
    dataset = load(root)[0]
    held = {
        volatility(keys, fact): fact.form for _, record in dataset.named() for keys, fact in facts(record)
    }  # fmt: skip
    kinds = {(fact.form, volatility(keys, fact)) for _, record in dataset.named() for keys, fact in facts(record)}

    assert set(held) == {"moving", "standing", "settled"}
    assert {("value", "moving"), ("date", "settled"), ("period", "settled"), ("series", "moving")} <= kinds


@pytest.mark.parametrize("by", ["record", "volatility", "owner"])
def test_the_list_is_grouped(by: str, root: Path) -> None:
    done = run(root, "--on", "2029-01-01", "--by", by, "--format", "markdown", "--lang", "en")
    heads = [line[4:] for line in done.output.splitlines() if line.startswith("### ")]

    assert heads == list(dict.fromkeys(heads)) != []
    assert set(heads) == {one[by] for one in rows(root, "--on", "2029-01-01")}


def test_a_day_that_is_none(root: Path) -> None:
    assert run(root, "--on", "soon").exit_code == 2
