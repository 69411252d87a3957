"""What `handbook fix` mends: the faulty files of tests/data/invalid, slips made at random, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.check.run import check
from macros.cli import main
from macros.edit import files, fix
from macros.load.yaml_nodes import nodes
from tests.support import example
from tests.support.some import some

INVALID = example.TESTS / "data" / "invalid"
GOLDEN = example.TESTS / "golden" / "mended.txt"
MENDED = (
    "blank-edge", "curly-quotes", "double-blank", "full-width", "half-width", "han-blank-wide", "many", "repeated",
    "slip-in-a-word", "yaml-blank", "yaml-blank-after-colon", "yaml-character", "yaml-date",
    "yaml-syntax-colon-in-text", "yaml-syntax-curly-quotes", "yaml-syntax-dash", "yaml-syntax-dash-long",
    "yaml-syntax-full-width-bracket", "yaml-syntax-full-width-bracket-at-the-end", "yaml-syntax-full-width-colon",
    "yaml-syntax-full-width-colon-inside-braces", "yaml-syntax-full-width-comma",
    "yaml-syntax-full-width-comma-after-brackets", "yaml-syntax-full-width-comma-in-a-list",
    "yaml-syntax-missing-blank", "yaml-syntax-missing-blank-inside-braces", "yaml-syntax-several", "yaml-tab",
)  # fmt: skip
"""Cases of which something has one remedy alone; in all others a person decides."""


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fix", "--root", str(root), *arguments])


def bytes_of(root: Path) -> dict[Path, bytes]:
    """Return the data files of a project."""
    return {file: file.read_bytes() for file in (root / "data").rglob("*") if file.is_file()}


def mended_cases(folder: Path) -> dict[str, list[fix.Fixed]]:
    """Return each case of which something can be mended."""
    held = {}
    for case in some(sorted(INVALID.iterdir()), 100):
        root = example.make(folder / case.name, case)
        overlay = {file.relative_to(case).as_posix() for file in case.rglob("*.yml")}
        held[case.name] = list(fix.fixed(root, overlay.__contains__))
    return {name: found for name, found in held.items() if found}


def test_what_is_mended(tmp_path: Path, expect: Callable[[Path, str], None]) -> None:
    """Read the differences of the golden file as an editor would: none asks for a second thought."""
    held = mended_cases(tmp_path)

    assert sorted(held) == sorted(MENDED)
    expect(GOLDEN, "".join(f"{name}\n{one.diff}" for name, found in held.items() for one in found))


@pytest.mark.parametrize("case", MENDED)
def test_what_was_mended_is_reported_no_more(case: str, tmp_path: Path) -> None:
    """And a second run finds nothing, so that a hook that mends comes to an end."""
    root = example.make(tmp_path / "project", INVALID / case)
    overlay = [str(root / file.relative_to(INVALID / case)) for file in (INVALID / case).rglob("*.yml")]
    before = {(one.path, one.rule, one.message) for one in check(root)[1]}
    run(root, *overlay)
    after = {(one.path, one.rule, one.message) for one in check(root)[1]}

    assert before - after
    assert {one for one in after - before if one[1].startswith("yaml-")} == set()
    assert "nothing to mend" in run(root, *overlay).output


def slips(text: str) -> dict[str, str]:
    """Return a sound text with a slip in its place, by what the slip is."""
    made = {
        "a colon in full width": text.replace("zh: ", "zh：", 1),
        "no blank": text.replace('zh: "', 'zh:"', 1),
        "a comma in full width": text.replace('", en: ', '"，en: ', 1),
        "a tab": re.sub(r"\n  (?=\S)", "\n\t", text),
        "blanks in full width": re.sub(r"\n  (?=[a-z])", "\n\u3000", text, count=1),
        "curly quotes": re.sub(r'zh: "([^"“”]+)"', r"zh: “\1”", text, count=1),
        "a brace in full width": text.replace("{zh", "｛zh", 1),
        "a blank between characters": re.sub("([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2})", r"\1 \2", text, count=1),
        "a comma of the other width": re.sub("([\u4e00-\u9fff])，(?=[\u4e00-\u9fff])", r"\1,", text, count=1),
        "a blank at the end": text.replace("\n", "  \n", 3),
        "no last line break": text.rstrip("\n"),
        "digits in full width": re.sub(r"checked: 2026", "checked: ２０２６", text),
        "English first": re.sub(r'\{(zh: "[^"]*"), (en: "[^"]*")\}', r"{\2, \1}", text, count=1),
        "a line twice": re.sub(r"\n(order: .*)", r"\n\1\n\1", text),
    }
    return {name: slip for name, slip in made.items() if slip != text}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_slip_is_taken_back(newline: str, example: Path) -> None:
    """The file is then byte for byte what it was, whatever stands around the slip."""
    seen = set()
    for file in some(sorted((example / "data" / "cities").glob("*.yml")), 2):
        sound = fix.mended(file.read_text(encoding="utf-8")).replace("\n", newline)
        for name, text in slips(sound).items():
            seen.add(name)
            assert fix.mended(text) == sound, (file.name, name)
    assert len(seen) > 11


def test_several_slips_at_once(example: Path) -> None:
    chance = random.Random(7)
    sound = fix.mended((example / "data" / "cities" / "northport.yml").read_text(encoding="utf-8"))
    names = ["a colon in full width", "a comma of the other width", "a blank at the end", "digits in full width"]
    for _ in range(4):
        text = sound
        for name in chance.sample(names, 3):
            text = slips(text).get(name, text)
        assert text != sound
        assert fix.mended(text) == sound


@pytest.mark.parametrize(
    "text",
    [
        'name: {zh: "甲", en: "A"}\nname: {zh: "乙", en: "A"}\n',  # which of the two?
        'text: "采用.NET，3:30开始，GPT-4(V)。"\n',
        'zh: "《智慧城市 顶层设计指南》"\n',
        "on: yes\n",  # a word or a switch?
        "a: |\n  two  blanks   \n",
        "see: [city/a, city/b] # two, of three\n",
        "",
        "a: [1, 2\n",
    ],
)
def test_what_has_no_single_remedy_stays(text: str) -> None:
    assert fix.mended(text) == text


def test_comments_move_with_their_lines() -> None:
    head, tail = "a:\n  # of the text\n  - ", '{zh: "甲", en: "A"}\n    # of the name\n    note: {zh: "乙", en: "B"}\n'
    text = f"{head}text: {tail}    id: b  # a\n"
    better = f"{head}id: b  # a\n    text: {tail}"

    assert fix.mended(text) == better
    assert nodes(better).plain == nodes(text).plain


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project", INVALID / "half-width")
    before = bytes_of(root)
    said = run(root, "--dry-run")

    assert said.exit_code == 0
    assert "+++ b/data/cities/" in said.output
    assert bytes_of(root) == before


def test_only_what_is_named_is_mended(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project", INVALID / "half-width")
    before = bytes_of(root)

    assert "nothing to mend" in run(root, str(root / "data" / "lessons")).output
    assert bytes_of(root) == before
    assert "mended in" in run(root, str(root / "data" / "cities")).output
    changed = [file for file, held in bytes_of(root).items() if held != before[file]]
    assert [file.parent.name for file in changed] == ["cities"]


def test_a_file_that_cannot_be_written_keeps_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = example.make(tmp_path / "project", INVALID / "half-width")
    (root / "data" / "glossary.yml").write_text(
        (root / "data" / "glossary.yml").read_text(encoding="utf-8").rstrip(), encoding="utf-8"
    )
    before = bytes_of(root)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "glossary.yml" and self.name.endswith(".new"):
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", refuse)
    said = run(root)

    assert said.exit_code == 1
    assert "nothing was changed" in said.output
    assert bytes_of(root) == before


def test_the_shipped_data_need_no_mending() -> None:
    """What the command would change in a file that nobody asked it to mend would stand in every pull request."""
    assert run(example.ROOT, "--dry-run").output == ""
