"""`handbook outline`, as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.support import example
from tests.support.some import some
from tests.support.word import Word
from tests.support.workshop import progress

SKETCH = "path.framework.sketch"
FILES = some((example.ROOT / "tests" / "data" / "progress").glob("*.json"), 15)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of a sound project."""
    monkeypatch.chdir(example.make(tmp_path / "project"))
    return tmp_path / "project"


def outline(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["outline", *(str(argument) for argument in arguments)])


def answers(folder: Path, **more: Any) -> Path:
    """Write a group's file."""
    file = folder / "blue.json"
    file.write_text(json.dumps(progress("Blue", items={SKETCH: {"note": "Seen"}}, **more)), encoding="utf-8")
    return file


def inside(folder: Path) -> list[str]:
    """Return the names of all that lies in a folder."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*"))


def test_the_outline_is_written(project: Path, tmp_path: Path) -> None:
    """In Chinese unless asked otherwise, into a folder that is made if need be; the same each time."""
    target = tmp_path / "new" / "plan.docx"
    first = outline(target)
    content = target.read_bytes()

    assert (first.exit_code, first.output) == (0, f"wrote {target}\n")
    assert outline(target).exit_code == 0
    assert target.read_bytes() == content
    assert inside(target.parent) == ["plan.docx"]
    assert Word(content).headings()[0] == "一、水情"
    assert outline("--root", project, "--language", "en", target).exit_code == 0
    assert Word(target.read_bytes()).headings()[0] == "1. The state of the water"


def test_answers_are_filled_in_in_their_language(project: Path, tmp_path: Path) -> None:
    """That of the file, unless another is asked for."""
    target = tmp_path / "Plan.DOCX"
    file = answers(tmp_path)

    assert outline("--answers", file, target).exit_code == 0
    english = Word(target.read_bytes())
    assert outline("--answers", file, "--language", "zh", target).exit_code == 0
    assert {"Seen", "Sketch it."} <= set(english.text.splitlines())
    assert {"Seen", "画草图。"} <= set(Word(target.read_bytes()).text.splitlines())
    assert project.is_dir()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_files_of_other_tests_are_read(file: Path, tmp_path: Path) -> None:
    """Each gives a document with the group's name; what of it does not fit is told."""
    target = tmp_path / "plan.docx"
    result = outline("--answers", file, target)

    assert result.exit_code == 0
    assert f"wrote {target}\n" in result.output
    assert ("is wrong and left out" in result.stderr) == file.stem.startswith(("date-", "year-"))
    assert ("GB18030" in result.stderr) == (file.stem == "saved-as-gbk")
    assert len(Word(target.read_bytes()).headings()) > 3


@pytest.mark.usefixtures("project")
def test_what_does_not_fit_is_told_beside_the_document(tmp_path: Path) -> None:
    target, file = tmp_path / "plan.docx", answers(tmp_path, evil=1, ratings={"system/water": {"level": 99}})
    result = outline("--answers", file, target)

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f'{file}: unknown key "evil", left out',
        f"{file}: the value 99 of 'system/water: level' is wrong and left out",
    ]
    assert "Seen" in Word(target.read_bytes()).text


WRONG = {
    "no Word document": (["{out}/plan.odt"], "name a file that ends in .docx"),
    "no ending": (["{out}/plan"], "name a file that ends in .docx"),
    "in data": (["data/plan.docx"], "would lie among the project's own files, in data/"),
    "in a folder of content": (["content/zh/new/plan.docx"], "in content/"),
    "a folder": (["{out}/folder.docx"], "is a directory"),
    "no such language": (["--language", "fr", "{out}/plan.docx"], "'fr' is not one of"),
    "no target": ([], "Missing argument"),
    "no such answers": (["--answers", "{out}/none.json", "{out}/plan.docx"], "does not exist"),
    "a folder as answers": (["--answers", "{out}", "{out}/plan.docx"], "is a directory"),
    "a page as answers": (["--answers", "{out}/page.html", "{out}/plan.docx"], "is not JSON"),
    "other JSON": (["--answers", "{out}/other.json", "{out}/plan.docx"], "not a progress file of this handbook"),
    "below a file": (["{out}/page.html/plan.docx"], "cannot be written"),
    "a name that no disk takes": (["{out}/" + "x" * 300 + ".docx"], "cannot be written"),
}
"""What is asked for, and how it is told."""


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_is_told_and_leaves_nothing(case: str, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "folder.docx").mkdir(parents=True)
    (out / "page.html").write_text("<html>", encoding="utf-8")
    (out / "other.json").write_text('{"format": "other"}', encoding="utf-8")
    before = inside(tmp_path)
    arguments, said = WRONG[case]
    result = outline(*(argument.format(out=out) for argument in arguments))

    assert result.exit_code in (1, 2)
    assert said in " ".join(result.output.split())
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)
    assert inside(tmp_path) == before
    assert project.is_dir()


def test_a_file_that_is_there_stays_when_nothing_can_be_written(project: Path, tmp_path: Path) -> None:
    """Data with problems, or answers that cannot be read, cost no earlier document."""
    target, broken = tmp_path / "plan.docx", tmp_path / "broken.json"
    target.write_bytes(b"earlier")
    broken.write_bytes(b"{")
    chapters = project / "data" / "outline.yml"
    sound = chapters.read_text(encoding="utf-8")
    chapters.write_text("base: {}\n", encoding="utf-8")
    faulty = outline(target)
    chapters.write_text(sound, encoding="utf-8")
    refused = outline("--answers", broken, target)

    assert (refused.exit_code, faulty.exit_code) == (2, 1)
    assert "data/outline.yml:1" in faulty.output
    assert target.read_bytes() == b"earlier"


def test_hostile_answers_end_in_a_document(project: Path, tmp_path: Path) -> None:
    """In a process of its own, whose output is what the terminal gets: half a sign stops neither."""
    file = tmp_path / "evil.json"
    held = progress('<script>\x00{{ 7*7 }}"' + chr(0xD800), items={SKETCH: {"note": "\x0c\u202e", chr(0xDC00): 1}})
    file.write_text(json.dumps(held), encoding="utf-8")
    target = tmp_path / "plan.docx"
    done = subprocess.run(
        [sys.executable, "-m", "macros", "outline", "--root", project, "--answers", file, target],
        cwd=example.ROOT, capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert b"unknown key" in done.stderr
    assert "<script>\ufffd{{ 7*7 }}" in Word(target.read_bytes()).of("Subtitle")[0]
