"""What the rules said is told again for as long as nothing that they read has changed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from macros.check import verdict
from macros.problems import Problem, Said
from tests.support import example

PROBLEMS = [
    Problem("data/cities/paris.yml", 3, 1, "reference", Said("there is none", "没有"), Said("Name one.", "请写一个。")),
    Problem("data/labels.yml", 1, 2, "to-do", Said("to write", "待写"), level="warning", at="a[0].b"),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project, with a folder for temporary files of its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    return example.make(tmp_path / "project")


def _told(root: Path) -> bool:
    """Return whether a verdict is told without asking; it is the same then."""
    asked: list[int] = []

    def ask() -> list[Problem]:
        asked.append(1)
        return PROBLEMS

    assert verdict.told(root, verdict.key(root), ask) == PROBLEMS
    return not asked


def test_the_rules_are_asked_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not again before the next day, whatever their verdict was."""
    assert [_told(root), _told(root)] == [False, True]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert [_told(root), _told(root)] == [False, True]
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert _told(root)


@pytest.mark.parametrize(
    "name", ["data/cities/new.yml", "data/translations.txt", "content/zh/new.md", "overrides/a.js"]
)
def test_they_are_asked_after_any_change(root: Path, name: str) -> None:
    """A file that is new, changed, renamed or gone may be what a rule tells of."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    _told(root)
    file.write_text("one", encoding="utf-8")
    assert [_told(root), _told(root)] == [False, True]
    file.write_text("two", encoding="utf-8")
    assert not _told(root)
    other = file.rename(file.with_stem("other"))
    assert not _told(root)
    other.unlink()
    (root / "data" / "empty").mkdir()
    assert not _told(root)


def test_a_link_counts_as_what_it_leads_to(root: Path) -> None:
    """A folder may lie elsewhere, and even lead back to itself."""
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (root / "data" / "more").symlink_to(elsewhere, target_is_directory=True)
    (elsewhere / "again").symlink_to(elsewhere, target_is_directory=True)
    (elsewhere / "one.yml").write_text("a: 1", encoding="utf-8")
    assert [_told(root), _told(root)] == [False, True]
    (elsewhere / "one.yml").write_text("a: 2", encoding="utf-8")
    assert not _told(root)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_a_name_need_not_be_unicode(root: Path) -> None:
    """Neither in the project, nor in what is told of it."""
    name = os.fsdecode(b"caf\xe9.yml")
    (root / "data" / name).write_text("a: 1", encoding="utf-8")
    told = [Problem(f"data/{name}", 1, 1, "yaml-unreadable", Said(name, name))]

    assert [verdict.told(root, verdict.key(root), lambda held=held: held) for held in (told, [])] == [told, told]


def test_what_changes_while_they_are_asked_is_not_kept(root: Path) -> None:
    """Nobody knows whether the rules have seen it."""

    def ask() -> list[Problem]:
        (root / "data" / "labels.yml").write_text("changed: 1\n", encoding="utf-8")
        return []

    assert verdict.told(root, verdict.key(root), ask) == []
    assert not _told(root)
    before = verdict.key(root)
    (root / "data" / "labels.yml").write_text("changed: 2\n", encoding="utf-8")
    assert verdict.told(root, before, lambda: PROBLEMS[:1]) == PROBLEMS[:1]
    assert not _told(root)


def test_what_cannot_be_read_is_asked_for(root: Path) -> None:
    """Half a file, or one of another shape; the latest verdicts stay, and no more of them than a few."""
    _told(root)
    (kept,) = (root.parent / "temporary").rglob("handbook-verdict-*.json")
    for text in ('[["data/a.yml", 1', '[["data/a.yml"]]', "7"):
        kept.write_text(text, encoding="utf-8")
        assert [_told(root), _told(root)] == [False, True]
    for number in range(30):
        (root / "data" / "n.txt").write_text(str(number), encoding="utf-8")
        _told(root)
    assert len(list(kept.parent.glob("handbook-verdict-*.json"))) == 20
    assert _told(root)


def test_nothing_is_kept_where_nothing_can_be(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are asked each time, and nobody is told of it."""
    monkeypatch.setattr(verdict, "folder", lambda: None)
    assert [_told(root), _told(root)] == [False, False]
