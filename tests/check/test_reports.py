"""Faulty data: what `handbook check` says of it, word for word.

A case is a folder of tests/data/invalid: files that are laid over the example project, and `expected.txt`
and `expected.zh.txt`, the whole report in each language. To add one, add the folder and run `pytest --update`, then
read what it says as an editor would. One example of each rule stands in macros/rulebook/ and is not repeated here.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.check.run import check
from macros.load import yaml_reader
from macros.load.loader import load
from tests.support import example
from tests.support.some import some

TODAY = "1795824000"
"""28 November 2026, which one of the reports names."""
INVALID = example.TESTS / "data" / "invalid"
# Beyond a hundred files several processes read; Python warns of that where a test before left a thread running.
FORKS = pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")


def test_valid_project_has_no_problems(example: Path) -> None:
    """A sound project is reported as such, so that what the cases report comes from their faults."""
    assert check(example)[1] == []


@pytest.mark.parametrize("case", some(sorted(folder.name for folder in INVALID.iterdir()), 100))
def test_report(
    case: str, tmp_path: Path, expect: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every fault is reported in one run, at its place, with what was expected and what to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    root = example.make(tmp_path / "project", INVALID / case)

    reports = example.reports(root)
    expect(INVALID / case / "expected.txt", reports["en"])
    expect(INVALID / case / "expected.zh.txt", reports["zh"])


def test_large_file_is_refused(tmp_path: Path) -> None:
    """A file over the limit is not parsed at all."""
    root = example.make(tmp_path / "project")
    (root / "data" / "cities" / "eastham.yml").write_bytes(b"#" * 1_000_001)

    assert example.reported(root) == (
        "data/cities/eastham.yml:1:1: error[yaml-size] the file has 1,000,001 bytes; at most 1,000,000 are read\n"
        "    hint: Split it, or look for text that was pasted by mistake.\n"
        "    rule: /en/contribute/rules/#yaml-size\n"
        "1 error, 0 warnings\n"
    )


def labelled(root: Path, *changes: tuple[str, str]) -> list[str]:
    """Return what is reported for the example project with changes in its labels.yml, without lines and places."""
    file = example.make(root) / "data" / "labels.yml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return [
        re.sub(r":\d+:\d+:", "", line)
        for line in example.reported(root).splitlines()[:-1]
        if not line.startswith(("    at: ", "    rule: "))
    ]


def test_label_that_a_template_uses_is_missing(tmp_path: Path) -> None:
    """A renamed word is reported twice, since either side may be the slip."""
    assert labelled(tmp_path / "project", ("\ncompare:", "\ncompere:")) == [
        "data/labels.yml error[missing-label] the label 'compare', used in city.md.j2, is missing",
        "    hint: Add it in both languages, or did you mean 'compere'?",
        "data/labels.yml error[unused-label] nothing uses the label 'compere'",
        "    hint: Remove it.",
    ]


def test_label_with_other_places_in_one_language(tmp_path: Path) -> None:
    """A place that one language does not fill would be lost, or shown in braces."""
    assert labelled(tmp_path / "project", ('\nhome: {zh: "首页"', '\nhome: {zh: "首页{number}"')) == [
        "data/labels.yml error[label-places] zh fills in {number}, en fills in nothing",
        "    hint: Use the same names in braces in both languages.",
    ]


@pytest.mark.parametrize("text", ["{", "}", "{}", "{0}", "{number.real}", "{number[0]}", "{a b}"])
def test_label_with_a_brace_that_is_no_place(text: str, tmp_path: Path) -> None:
    """Filling in reads attributes and items of what it is given, so only plain names are let through."""
    assert labelled(tmp_path / "project", ('\nhome: {zh: "首页"', f'\nhome: {{zh: "首页{text}"')) == [
        "data/labels.yml error[label-places] a brace without a plain name in it",
        "    hint: Names in braces are filled in; write {{ and }} for braces.",
    ]


def test_missing_labels_are_one_problem(tmp_path: Path) -> None:
    """Without labels.yml no word is looked for in it."""
    root = example.make(tmp_path / "project")
    (root / "data" / "labels.yml").unlink()

    assert example.reported(root).splitlines()[-1] == "1 error, 0 warnings"


LEFT_OVER = (
    ".DS_Store", ".gitkeep", "._northport.yml", "._about.md", "._home.html", ".northport.yml.swp", ".#northport.yml",
    "northport.yml~", "northport.yml.bak", "#northport.yml#", "Thumbs.db", "desktop.ini", "~$northport.docx",
    "northport.yml.orig", "about.md~",
)  # fmt: skip


@pytest.mark.parametrize("folder", ["data", "data/cities", "data/sources", "content/zh", "overrides"])
def test_files_of_systems_and_editors_are_left_alone(folder: str, tmp_path: Path) -> None:
    """What the Finder, Windows, editors and version control leave in folders is not the editor's fault."""
    root = example.make(tmp_path / "project")
    (root / folder).mkdir(exist_ok=True, parents=True)
    for name in LEFT_OVER:
        (root / folder / name).write_bytes(b"\xff{{ t.no_such_word }}")

    assert check(root)[1] == []


@FORKS
def test_many_faulty_files_are_read_by_several_processes(tmp_path: Path) -> None:
    """Beyond a hundred files the work is shared out; the report is the same, in order of path and line."""
    root = example.make(tmp_path / "project")
    for number in range(120):
        text = 'name: {zh: "村"}\ncountry: {zh: "国", en: "Land"}\nlead: {zh: "村。", en: no}\n'
        (root / "data" / "cities" / f"village-{number:03}.yml").write_text(text, encoding="utf-8")

    problems = check(root)[1]

    assert [problem.rule for problem in problems] == ["missing-language", "yaml-boolean"] * 120
    assert [problem.path for problem in problems] == sorted(problem.path for problem in problems)


def faulty_values(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every place in a plain value, with each of some values that may not belong there."""
    wrong = itertools.cycle((None, 1, 1.5, True, "x y", [], {}, ["x"], {"x": "y"}))
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in pairs:
        yield from (((*keys, key), next(wrong)) for _ in range(2))
        yield from faulty_values(held, (*keys, key))


def replaced(value: Any, keys: tuple[str | int, ...], new: Any) -> Any:
    """Return a plain value with `new` under `keys`."""
    if not keys:
        return new
    copied = value.copy()
    copied[keys[0]] = replaced(value[keys[0]], keys[1:], new)
    return copied


@FORKS
def test_no_value_breaks_the_check(tmp_path: Path) -> None:
    """Whatever stands in whatever place is reported in our own words, inside the file, with a hint; nothing crashes."""
    root = example.make(tmp_path / "project")
    city = yaml_reader.read(example.VALID / "data" / "cities" / "northport.yml", "")[0].value
    files = {
        f"data/cities/c-{number}.yml": json.dumps(replaced(city, keys, new), ensure_ascii=False, indent=1)
        for number, (keys, new) in enumerate(faulty_values(city))
    }
    for path, text in files.items():
        (root / path).write_text(text, encoding="utf-8")

    problems = [problem for problem in load(root)[1] if problem.path in files]

    assert len({problem.path for problem in problems}) > len(files) / 2
    for problem in some(problems, 100):
        lines = files[problem.path].splitlines()
        assert problem.column <= len(lines[problem.line - 1]), problem
        assert problem.hint, problem
        assert not re.search("Input should|type=|valid (string|dict|list)", problem.message.en), problem


def test_no_text_breaks_the_check(tmp_path: Path) -> None:
    """A slip of the keyboard anywhere is reported inside the file; the parser's own words stay out."""
    chance = random.Random(1)
    text = (example.VALID / "data" / "cities" / "northport.yml").read_text(encoding="utf-8")
    slips = ["", "- ", ": ", *"\t\n\"'{}[]:,#|>&*!%@：“"]
    file = tmp_path / "faulty.yml"
    found = []
    for _ in range(250):
        start = chance.randrange(len(text))
        slipped = text[:start] + chance.choice(slips) + text[start + chance.choice((0, 1, 5)) :]
        file.write_text(slipped, encoding="utf-8")
        lines = slipped.split("\n")
        found += [(problem, lines, slipped) for problem in yaml_reader.read(file, file.name)[1]]
    for problem, lines, slipped in some(found, 100):
        assert problem.line <= len(lines), (problem, slipped)
        assert problem.column <= len(lines[problem.line - 1]) + 1, (problem, slipped)
        assert "while" not in problem.message.en, (problem, slipped)
