"""Files of an earlier shape, brought into today's by the command as an editor runs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.check.run import check
from macros.cli import main
from macros.edit import migrate
from tests.support import example
from tests.support.some import some

EARLIER = example.TESTS / "data" / "earlier"
"""Files of the shape before the first migration."""
GOLDEN = example.TESTS / "golden"
LEFT = {"new", "not-found", "unchecked", "true"}
"""Words that have no place any more."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with files of an earlier shape."""
    return example.make(tmp_path / "project", EARLIER)


def plain(file: Path) -> Any:
    """Return what a file holds, without types."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def words(value: Any) -> set[str]:
    """Return every scalar of a plain value."""
    if isinstance(value, dict | list):
        return {word for held in (value.values() if isinstance(value, dict) else value) for word in words(held)}
    return {str(value)}


def run(root: Path) -> Result:
    return CliRunner().invoke(main, ["migrate", "--root", str(root)])


def texts(root: Path) -> dict[str, list[str]]:
    """Return the lines of the data files."""
    return {file.name: file.read_text(encoding="utf-8").splitlines() for file in (root / "data").rglob("*.yml")}


def test_earlier_files_become_those_of_today(root: Path, expect: Callable[[Path, str], None]) -> None:
    """Comments, order, quotes and blank lines stay; what only a person can decide is listed at its place."""
    said = run(root)
    changed = [file.relative_to(EARLIER) for file in some(sorted(EARLIER.rglob("*.yml")), 7)]

    assert said.exit_code == 0, said.output
    expect(GOLDEN / "migrated.txt", said.output)
    for file in changed:
        expect(GOLDEN / "migrated" / f"{file.stem}.yml", (root / file).read_text(encoding="utf-8"))


def test_no_text_is_lost(root: Path) -> None:
    """Every text of before stands there still, or in what a person is told to decide."""
    before = {file: words(plain(file)) for file in (root / "data").rglob("*.yml") if file.stem != "labels"}
    said = run(root)
    after = {file: "\n".join(words(plain(file))) for file in before}
    lost = {word for file, held in before.items() for word in held if word not in after[file]}

    assert sum(map(len, before.values())) > 200
    assert {word for word in lost if word not in said.output} <= LEFT


def test_what_was_decided_is_sound(root: Path) -> None:
    """With the listed places decided, check finds nothing more of the old shape."""
    run(root)
    rules = {problem.rule for problem in check(root)[1] if problem.level == "error"}

    assert set(some(rules)) <= {"missing-key", "wrong-type", "fact-said", "unused-source", "too-few", "statement"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  outcome: succeeded\n", "", "Write it as the answer to 'outcome'"),
        ("facts:\n  plan:", "facts:\n  outcome: {absent: true, sources: [port-1]}\n  plan:", "Write it as the answer"),
        ("  pillars:\n", "  news: {standing: new}\n  pillars:\n", "but a standing"),
        ("    claims:\n", "    statements: []\n    claims:\n", "Join 'claims' and 'statements'"),
    ],
)
def test_what_no_rule_can_change_stays_and_is_told(old: str, new: str, said: str, root: Path) -> None:
    """Neither a traceback nor a text that is gone."""
    file = root / "data" / "cities" / "northport.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = words(plain(file))
    done = run(root)
    after = "\n".join(words(plain(file)))

    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert said in done.output
    assert {word for word in before if word not in after and word not in done.output} <= LEFT


def test_an_inserted_answer_has_the_line_ends_of_its_file(root: Path) -> None:
    file = root / "data" / "cities" / "northport.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    run(root)
    changed = file.read_bytes()

    assert b"outcome:\r\n" in changed
    assert changed.count(b"\r\n") == changed.count(b"\r") == changed.count(b"\n") > 50


def test_a_file_that_would_not_read_again_stops_all(root: Path) -> None:
    """Two changes at one place of a mapping in braces are left to a person, and no file is written."""
    city = root / "data" / "cities" / "northport.yml"
    view = "{standing: unchecked, text: {zh: 甲, en: A}, sources: [port-2], said: {zh: 乙, en: B}}"
    text = city.read_text(encoding="utf-8")
    city.write_text(text.replace("  takeaways:\n", f"  takeaways:\n    - {view}\n", 1), encoding="utf-8")
    before = texts(root)
    said = run(root)

    assert said.exit_code == 1
    assert "no rule can change this file without harm" in said.output
    assert texts(root) == before


def test_a_standing_that_nobody_knows_stays(root: Path) -> None:
    file = root / "data" / "lessons" / "water.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("standing: new", "standing: perhaps", 1), encoding="utf-8")
    said = run(root)

    assert "Nobody knows the standing 'perhaps'" in said.output
    assert file.read_text(encoding="utf-8").count("standing: perhaps") == 1


def test_what_was_checked_on_another_day_keeps_its_date(root: Path) -> None:
    file = root / "data" / "cities" / "northport.yml"
    held = file.read_text(encoding="utf-8").replace("checked: 2026-11-02", "checked: 2026-10-01", 1)
    file.write_text(held, encoding="utf-8")
    run(root)

    assert file.read_text(encoding="utf-8").count("checked: 2026-10-01") == 1


def test_a_second_run_changes_nothing(root: Path) -> None:
    run(root)
    before = texts(root)
    said = run(root)

    assert "changed in" not in said.output
    assert said.output.endswith("all files are in today's shape\n")
    assert texts(root) == before


def test_line_ends_and_a_mark_at_the_beginning_stay(root: Path) -> None:
    file = root / "data" / "cities" / "southbay.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    run(root)
    changed = file.read_bytes()

    assert changed.startswith(b"\xef\xbb\xbf")
    assert changed.count(b"\n") == changed.count(b"\r\n") > 10
    assert b"\r\nchecked: " in changed
    assert b"standing" not in changed


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
