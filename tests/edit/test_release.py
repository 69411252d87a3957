"""What `handbook release` takes down of two states of the example project, and how it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.cli import main
from macros.load.loader import load
from macros.views.changes import changes
from macros.views.reading import Reading
from tests.support import example

CITY = "data/cities/northport.yml"
PLAN = "The Northport Plan, published in 2019."
HISTORY = "data/history/2026-11-02.yml"


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders with the example project, of which neither has a history."""
    made = example.make(tmp_path / "base"), example.make(tmp_path / "head")
    for root in made:
        (root / "data/history.yml").unlink()
    return made


def run(base: Path, head: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["release", "--lang", "en", "--root", str(head), *arguments, str(base)])


def change(root: Path, old: str, new: str) -> None:
    """Replace a text of the city's file, which must stand there."""
    text = (root / CITY).read_text(encoding="utf-8")
    assert old in text, old
    (root / CITY).write_text(text.replace(old, new), encoding="utf-8")


def test_what_readers_are_told(both: tuple[Path, Path]) -> None:
    """A text, a source and a new city; nothing of a note, nor of each statement of the city that is new."""
    base, head = both
    change(head, PLAN, "The Northport Plan of 2019 | {{ 7*7 }}.")
    change(head, 'sources: [{id: port-1, at: {article: "7"}}]', "sources: [port-2]")
    southbay = (head / "data/cities/southbay.yml").read_text(encoding="utf-8")
    (head / "data/cities/westham.yml").write_text(southbay.replace("Southbay", "Westham"), encoding="utf-8")
    done = run(base, head, "--version", "1.2")
    held = yaml.safe_load((head / HISTORY).read_text(encoding="utf-8"))["r2026-11-02"]
    told = {(one["ref"], one["how"]): one.get("before", {}).get("en") for one in held["changes"]}

    assert done.exit_code == 0, done.output
    assert held["version"] == "1.2"
    assert told[("city/westham", "added")] is None
    assert [ref for ref, _ in told if ref.startswith("city/westham#")] == []
    assert ("city/northport#gauges-number", "sources") in told
    assert [before for (_, how), before in told.items() if how == "changed"] == [PLAN]
    assert CliRunner().invoke(main, ["check", "--root", str(head)]).exit_code == 0


def test_what_is_taken_down_is_shown(both: tuple[Path, Path]) -> None:
    """With what stands there today; what was gone and is there again is led to."""
    base, head = both
    change(head, PLAN, "The Northport Plan of 2019.")
    (head / "data/awaited.yml").rename(head.parent / "awaited.yml")
    run(base, head)
    (head.parent / "awaited.yml").rename(head / "data/awaited.yml")
    change(head, "The Northport Plan of 2019.", "The Northport Plan of that year.")
    (release,) = changes(Reading(load(head)[0], "en")).releases
    shown = {one.ref: one for record in release.records for one in record.changes}
    text = next(one for one in shown.values() if one.how == "changed" and one.before)

    assert (text.before, text.now) == (PLAN, "The Northport Plan of that year.")
    assert shown["awaited/water-report"].how == "removed"
    assert shown["awaited/water-report"].href.startswith("awaited.md#")  # it is there again


def test_a_release_is_written_once(both: tuple[Path, Path]) -> None:
    base, head = both
    assert "nothing that readers are told of" in run(base, head).output
    assert not (head / HISTORY).exists()
    change(head, PLAN, "The Northport Plan of 2019.")
    assert run(base, head).exit_code == 0
    written = (head / HISTORY).read_bytes()
    again = run(base, head)

    assert again.exit_code == 2
    assert "is there already" in again.output
    assert (head / HISTORY).read_bytes() == written


def test_of_faulty_data_nothing_is_written(both: tuple[Path, Path]) -> None:
    base, head = both
    change(head, PLAN, "")
    done = run(base, head)

    assert done.exit_code == 1
    assert CITY in done.output
    assert not (head / HISTORY).exists()
