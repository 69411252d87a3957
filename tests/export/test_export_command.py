"""`handbook export`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.export import writers
from tests.support import example
from tests.support.built import tree
from tests.support.some import some


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of a sound project."""
    monkeypatch.chdir(example.make(tmp_path / "project"))
    return tmp_path / "project"


def export(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_everything_is_written_and_the_same_each_time(project: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "new" / "first", tmp_path / "second"
    done = export(first)
    files = tree(first)

    assert (done.exit_code, done.output) == (0, f"wrote {len(files)} files to {first}\n")
    for name in ("zh/data/compare.csv", "en/data/checklists.xlsx", "en/data/glossary.docx", "zh/data/sources.json"):
        assert name in files
    second.mkdir()
    assert export("--root", project, second).exit_code == 0
    again = tree(second)
    assert {name: file.read_bytes() for name, file in some(files.items(), 100)} == {
        name: file.read_bytes() for name, file in again.items()
    }


@pytest.mark.usefixtures("project")
def test_the_data_set_fits_its_schemas(tmp_path: Path) -> None:
    """Each file names its own, which lies beside it."""
    assert export("--format", "json", tmp_path / "out").exit_code == 0
    folder = tmp_path / "out" / "data"
    files = sorted(one for one in folder.iterdir() if ".schema." not in one.name)
    whole = json.loads((folder / "handbook.json").read_text(encoding="utf-8"))

    for file in some(files, 20):
        held = json.loads(file.read_text(encoding="utf-8"))
        schema = json.loads((folder / held["$schema"]).read_text(encoding="utf-8"))
        if file.name != "handbook.json":  # whose schema leads to those of its parts
            jsonschema_rs.validate(schema, held)
            assert not jsonschema_rs.is_valid(schema, {**held, "records": {"x": {"nonsense": 1}}})
            assert whole["records"][held["kind"]] == held["records"]
        else:
            assert schema["properties"]["records"]["properties"].keys() == held["records"].keys()


@pytest.mark.usefixtures("project")
def test_a_part_can_be_chosen(tmp_path: Path) -> None:
    arguments = ("--city", "northport", "--lang", "en", "--table", "compare", "--format", "csv", "--format", "docx")
    assert export(*arguments, tmp_path / "out").exit_code == 0
    files = tree(tmp_path / "out")

    assert sorted(files) == ["en/data/compare.csv", "en/data/compare.docx"]
    text = files["en/data/compare.csv"].read_text(encoding="utf-8-sig")
    assert "\nnorthport," in text
    assert "southbay" not in text


def test_wrong_use_is_told_and_nothing_is_written(project: Path, tmp_path: Path) -> None:
    for arguments, told in (
        (("--table", "compara"), "there is no table 'compara'. Did you mean 'compare'?"),
        (("--city", "nowhere"), "there is no city 'nowhere'"),
    ):
        done = export(*arguments, tmp_path / "out")
        assert done.exit_code == 2
        assert told in done.output
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    for folder, told in ((tmp_path / "full", "is not empty; name a new folder"), (project / "data" / "x", "own files")):
        done = export(folder)
        assert (done.exit_code, told in done.output) == (2, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["full", "project"]


def test_a_setting_that_is_none_is_told(project: Path, tmp_path: Path) -> None:
    setting = project / "mkdocs.yml"
    setting.write_text("site_url: !ENV [SITE_URL, '']\nextra: {reuse: {address: https://example.org/}}\n", "utf-8")
    done = export(tmp_path / "out")
    assert done.exit_code == 2
    assert "mkdocs.yml: extra.reuse is" in done.output
    setting.write_text("extra:\n  reuse: {name: CC-BY-4.0, address: 'https://example.org/by'}\n", "utf-8")
    assert export("--table", "glossary", "--format", "csv", tmp_path / "out").exit_code == 0
    assert "CC-BY-4.0" in (tmp_path / "out" / "en" / "data" / "glossary.csv").read_text(encoding="utf-8-sig")


@pytest.mark.usefixtures("project")
def test_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(writers.WRITERS, "xlsx", fail)
    done = export(tmp_path / "new" / "out")

    assert done.exit_code == 1
    assert "No space left on device; nothing was left" in done.output
    assert sorted(one.name for one in tmp_path.iterdir()) == ["project"]


def test_data_with_problems_are_not_exported(project: Path, tmp_path: Path) -> None:
    (project / "data" / "glossary.yml").write_text("pilot: {}\n", "utf-8")
    done = export(tmp_path / "out")

    assert done.exit_code == 1
    assert "data/glossary.yml:1" in done.output
    assert not (tmp_path / "out").exists()
