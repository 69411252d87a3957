"""YAML is read strictly: what is written is what is read, and nothing is guessed or executed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.load import yaml_builder, yaml_reader
from macros.load.yaml_scalars import UNREAD


def value(tmp_path: Path, text: str) -> Any:
    """Return what a sound file holds."""
    file = tmp_path / "file.yml"
    file.write_bytes(text.encode())
    document, problems = yaml_reader.read(file, "file.yml")
    assert problems == []
    return document.value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("text", "text"),
        ('"true"', "true"),
        ("'12'", "12"),
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("87.5", 87.5),
        ("2019", 2019),
        ("2019-04", "2019-04"),
        ("2019-04-22", "2019-04-22"),
        ('"2019-04-22"', "2019-04-22"),
        ("", None),
        ("~", None),
        ("null", None),
        ("1.2.3", "1.2.3"),
        ("nothing", "nothing"),
        ('"a\\tb"', "a\tb"),
        ("# comment", None),
        ("a # comment", "a"),
        ("a#b", "a#b"),
        ("[a, 1]", ["a", 1]),
        ("{zh: 甲, en: b}", {"zh": "甲", "en": "b"}),
    ],
)
def test_scalars(written: str, read: object, tmp_path: Path) -> None:
    """Only true, false, decimal numbers and nothing are more than text; a date stays text."""
    found = value(tmp_path, f"key: {written}\n")["key"]

    assert (found, type(found)) == (read, type(read))


@pytest.mark.parametrize("start", ["", "\ufeff", "# comment\n", "---\n", "%YAML 1.1\n---\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ways_to_save_a_file(start: str, end: str, tmp_path: Path) -> None:
    """Byte-order mark, comments, a document start and the line ends of Windows do not change what is read."""
    text = f'{start}name:\n  zh: "甲"\n  en: b\nlist:\n- x\n'.replace("\n", end)

    assert value(tmp_path, text) == {"name": {"zh": "甲", "en": "b"}, "list": ["x"]}


def test_nothing_is_executed(tmp_path: Path) -> None:
    """A tag that would run a command in a careless loader only gives a problem."""
    file, mark = tmp_path / "file.yml", tmp_path / "mark"
    file.write_text(f"a: !!python/object/apply:os.system ['touch {mark}']\n", encoding="utf-8")

    document, problems = yaml_reader.read(file, "file.yml")

    assert document.value == {"a": UNREAD}
    assert [problem.rule for problem in problems] == ["yaml-tag"]
    assert not mark.exists()


def test_places(tmp_path: Path) -> None:
    """Places count lines and characters from 1, point at keys, and stop at the last one that exists."""
    file = tmp_path / "file.yml"
    file.write_text('# 注释\nname: {zh: "甲乙", en: "b"}\nlist:\n  - a\n  - text: c\n', encoding="utf-8")
    document = yaml_reader.read(file, "file.yml")[0]

    assert document.at(()) == (2, 1)
    assert document.at(("name",)) == (2, 1)
    assert document.at(("name", "en")) == (2, 18)
    assert document.at(("list", 0)) == (4, 5)
    assert document.at(("list", 1, "text")) == (5, 5)
    assert document.at(("list", 1, "missing")) == (5, 5)
    assert document.at(("name", 0, "en")) == (2, 18), "the index that wraps a single statement is skipped"


def test_every_refusal_of_a_file_is_reported(tmp_path: Path) -> None:
    """Refused values do not hide each other."""
    file = tmp_path / "file.yml"
    file.write_text("a: yes\nb: 010\na: &x 2019-4-1\n", encoding="utf-8")

    rules = [(problem.line, problem.rule) for problem in yaml_reader.read(file, "file.yml")[1]]

    assert rules == [
        (1, "yaml-boolean"),
        (2, "yaml-number"),
        (3, "yaml-duplicate"),
        (3, "yaml-anchor"),
        (3, "yaml-date"),
    ]


@pytest.mark.parametrize("opened", ["[", "{", "- ", "{a: ", "? "])
def test_depth_is_limited(opened: str, tmp_path: Path) -> None:
    """However it is nested, a file is given up at the limit, not at the end of the machine's patience."""
    file = tmp_path / "file.yml"
    file.write_text(f"{opened * 200}x\n", encoding="utf-8")

    problems = yaml_reader.read(file, "file.yml")[1]

    assert "yaml-depth" in {problem.rule for problem in problems}
    assert len(problems) <= 2 * yaml_builder.MAX_DEPTH


@pytest.mark.parametrize("deepest", [30, 31])
@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}")])
def test_thirty_levels_are_read(deepest: int, opened: str, closed: str, tmp_path: Path) -> None:
    """A list or a mapping may stand in thirty others, and in no more."""
    file = tmp_path / "file.yml"
    file.write_text(f"{opened * (deepest + 1)}x{closed * (deepest + 1)}\n", encoding="utf-8")
    document, problems = yaml_reader.read(file, "file.yml")

    assert [(problem.rule, problem.message.en) for problem in problems] == (
        [] if deepest == 30 else [("yaml-depth", "more than 30 levels deep")]
    )
    assert (document.value is None) == bool(problems)


@pytest.mark.parametrize("size", [1_000_000, 1_000_001])
def test_a_million_bytes_are_read(size: int, tmp_path: Path) -> None:
    """A byte more, and the file is not even parsed."""
    file = tmp_path / "file.yml"
    file.write_bytes(b"a: b # " + b"x" * (size - 7))
    document, problems = yaml_reader.read(file, "file.yml")

    assert file.stat().st_size == size
    assert document.value == ({"a": "b"} if size == 1_000_000 else None)
    assert [problem.rule for problem in problems] == ([] if size == 1_000_000 else ["yaml-size"])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9" * 18, int("9" * 18)),
        ("9" * 19, "9" * 19),
        ("9" * 5_000, "9" * 5_000),
        ("-" + "9" * 5_000, "-" + "9" * 5_000),
    ],
    ids=["18", "19", "5000", "negative"],
)
def test_a_number_of_many_digits_stays_text(written: str, read: object, tmp_path: Path) -> None:
    """Nobody counts so far; Python refuses to read such numbers, and other tools round them."""
    found = value(tmp_path, f"key: {written}\n")["key"]

    assert (found, type(found)) == (read, type(read))


def test_a_long_key_is_cut_in_messages(tmp_path: Path) -> None:
    """Thirty signs of it are enough to find it."""
    file = tmp_path / "file.yml"
    file.write_text(f"{'a' * 30}: 1\n{'a' * 30}: 2\n{'b' * 31}: 1\n{'b' * 31}: 2\n", encoding="utf-8")
    messages = [problem.message.en for problem in yaml_reader.read(file, "file.yml")[1]]

    assert messages == [
        f"'{'a' * 30}' stands twice (first in line 1)", f"'{'b' * 30}…' stands twice (first in line 3)",
    ]  # fmt: skip
