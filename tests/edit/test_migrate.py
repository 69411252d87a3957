"""Files of an earlier shape, brought into today's by the command as an editor runs it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit import migrate
from macros.model.statement import checked_on
from macros.model.walk import statements
from tests.support import example
from tests.support.some import some


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project whose statements say one by one when they were checked."""
    return example.make(tmp_path / "project")


def run(root: Path) -> Result:
    return CliRunner().invoke(main, ["migrate", "--root", str(root)])


def dates(root: Path) -> dict[str, str | None]:
    """Return when each statement was checked."""
    return {
        f"{owner} {keys}": checked_on(record, statement)
        for owner, record in example.load(root).named()
        for keys, statement in statements(record)
    }


def texts(root: Path) -> dict[str, list[str]]:
    """Return the lines of the data files."""
    return {file.name: file.read_text(encoding="utf-8").splitlines() for file in (root / "data").rglob("*.yml")}


def test_dates_move_to_the_record_and_nothing_else_changes(root: Path) -> None:
    """Every statement was checked when it was before; only lines with dates go and come."""
    before, lines = dates(root), texts(root)
    said = run(root)
    after = texts(root)
    gone = {name: [line for line in held if line not in after[name]] for name, held in lines.items()}
    dated = [name for name, held in after.items() if any(line.startswith("checked: ") for line in held)]

    assert said.exit_code == 0, said.output
    assert dates(root) == before
    assert len(some(before)) > 20
    assert "northport.yml" in some(dated, 3)
    assert [line for held in gone.values() for line in held if "checked:" not in line] == []
    assert sum(map(len, after.values())) < sum(map(len, lines.values()))


def test_what_was_checked_on_another_day_keeps_its_date(root: Path) -> None:
    file = root / "data" / "cities" / "northport.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("checked: 2026-11-02", "checked: 2026-10-01", 1), encoding="utf-8"
    )
    before = dates(root)
    run(root)

    assert dates(root) == before
    assert file.read_text(encoding="utf-8").count("checked: 2026-10-01") == 1


def test_a_second_run_changes_nothing(root: Path) -> None:
    run(root)
    before = texts(root)
    said = run(root)

    assert said.output == "all files are in today's shape\n"
    assert texts(root) == before


def test_line_ends_and_a_mark_at_the_beginning_stay(root: Path) -> None:
    file = root / "data" / "cities" / "southbay.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    run(root)
    changed = file.read_bytes()

    assert changed.startswith(b"\xef\xbb\xbf")
    assert changed.count(b"\n") == changed.count(b"\r\n") > 10
    assert b"\r\nchecked: " in changed


def test_nothing_is_written_while_a_file_is_broken(root: Path) -> None:
    """The faults of all files are told, as by check."""
    for name in ("northport", "southbay"):
        file = root / "data" / "cities" / f"{name}.yml"
        file.write_text(file.read_text(encoding="utf-8") + "name: again\n", encoding="utf-8")
    before = texts(root)
    said = run(root)

    assert said.exit_code == 1
    assert said.output.count("error[") == 2
    assert "nothing was changed" in said.output
    assert texts(root) == before


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_disk_that_fails_leaves_all_as_it_was(step: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be it full while the new files are written, or be one of the old ones locked."""
    before, act, acted = texts(root), getattr(Path, step), list[Path]()

    def failing(self: Path, *given: Any) -> Any:
        acted.append(self)
        if len(acted) == 3:
            raise OSError(28, "No space left on device", str(self))
        return act(self, *given)

    monkeypatch.setattr(Path, step, failing)
    said = run(root)

    assert len(acted) >= 3
    assert said.exit_code == 1
    assert "No space left on device; nothing was changed" in said.output
    assert texts(root) == before
    assert list((root / "data").rglob(".*")) == []


def test_the_shipped_data_are_in_today_s_shape(tmp_path: Path) -> None:
    shutil.copytree(example.ROOT / "data", tmp_path / "data")

    assert migrate.migration(tmp_path).changes == {}
