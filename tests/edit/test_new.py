"""What `handbook new` begins: a record of each kind that can be read, at a free id, and nothing else changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.check.run import check
from macros.cli import main
from macros.edit.new import OFFERED
from macros.load.yaml_nodes import nodes
from macros.model.described import Described, described
from tests.support import example
from tests.support.some import some

INSIDE = ("measure", "phase", "item")


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    """Return an example project to change."""
    return example.make(tmp_path / "project")


def new(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["new", "--root", str(root), *words])


def texts(root: Path) -> dict[str, bytes]:
    """Return path → bytes of each data file."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in (root / "data").rglob("*.yml")}


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_a_new_record_is_sound_and_all_to_do(kind: object, root: Path) -> None:
    """The check lists what is to write, and nothing in it is an error; what was there stands byte for byte."""
    before = texts(root)
    done = new(root, kind.name, "eastham")  # type: ignore[attr-defined]
    after = texts(root)
    file = next(path for path in after if after[path] != before.get(path))
    problems = [one for one in check(root)[1] if one.rule == "to-do" or one.level == "error"]

    assert done.exit_code == 0, done.output
    assert file in done.output
    assert {path: text for path, text in after.items() if path != file} == {
        path: text for path, text in before.items() if path != file
    }
    assert after[file].startswith(before.get(file, b""))
    assert {(one.path, one.rule) for one in some(problems)} == {(file, "to-do")}
    assert len(problems) == len({one.line for one in problems})


@pytest.mark.parametrize("kind", OFFERED, ids=lambda kind: kind.name)
def test_every_field_is_explained(kind: object, root: Path) -> None:
    """Also those that may be left out, which stand behind a #; in both languages."""
    text = new(root, "--dry-run", kind.name, "eastham").output  # type: ignore[attr-defined]
    never = {"id", "draft", "formerly", "reviews", "not_found", "searched"}
    fields = some({name: info for name, info in kind.type.model_fields.items() if name not in never}.items())  # type: ignore[attr-defined]

    assert [name for name, info in fields if not re.search(rf"^ *#?{info.alias or name}:", text, re.MULTILINE)] == []
    assert [name for name, info in fields if not _is_told(described(info.description or ""), text)] == []


def _is_told(told: Described, text: str) -> bool:
    return bool(told.zh and told.en) and told.zh in text and told.en in text


def test_what_is_left_out_can_be_taken_in(root: Path) -> None:
    """A line behind a # without a blank is YAML once the # is gone, wherever it stands."""
    text = new(root, "--dry-run", "source", "eastham").output
    with_all = re.sub(r"^( *)#(?! )", r"\1", text, flags=re.MULTILINE)

    assert {"copy_read", "note"} <= set(nodes(with_all).entries["eastham-1"].value.entries)


def test_a_source_gets_the_next_free_number(root: Path) -> None:
    """Gaps stay: the number of a source that is gone is never used again."""
    first, second = new(root, "source", "port"), new(root, "source", "port")
    numbers = [int(found[1]) for found in re.finditer(r"^port-([0-9]+):", _sources(root), re.MULTILINE)]

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert numbers[-2:] == [max(numbers) - 1, max(numbers)]
    assert len(set(numbers)) == len(numbers)


def _sources(root: Path) -> str:
    return (root / "data" / "sources.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("city", "northport"), "city 'northport' is taken"),
        (("source", "port-1"), "the next free one is 'port-"),
        (("city", "North Port"), "cannot be an id"),
        (("city", "index"), "cannot be an id"),
        (("citty", "x"), "Did you mean 'city'?"),
        *(((kind, "x"), "stands inside another record") for kind in INSIDE),
        (("finding", "x", "--in", "data/glossary.yml"), "holds no records of this kind"),
    ],
)  # fmt: skip
def test_nothing_is_overwritten(words: tuple[str, ...], told: str, root: Path) -> None:
    """What cannot be begun so is refused with what can be done, and no file is touched."""
    before = texts(root)
    done = new(root, *words)

    assert done.exit_code == 2
    assert told in done.output
    assert texts(root) == before


def test_line_ends_of_a_file_stay(root: Path) -> None:
    """A file that a Windows editor wrote gets lines that end alike."""
    file = root / "data" / "findings.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    new(root, "finding", "eastham")

    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n") > 20
