"""Records of a file of many may stand in files of a folder beside it, or instead of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.check.run import check
from macros.load.dataset import Dataset
from macros.model.kinds import FILED, Kind
from macros.render import pages
from macros.render.macros import MACROS
from macros.views.reading import Reading
from tests.support import example
from tests.support.some import some

OF_MANY = some(kind for kind in FILED if kind.layout == "entries")


def split(root: Path, kind: Kind, *, keep_first: bool) -> Path:
    """Move the records of a file of many, all or all but the first, into two files of the folder of its name."""
    file = root / "data" / kind.place
    comment, *entries = _entries(file.read_text(encoding="utf-8"))
    first = 1 if keep_first and len(entries) > 1 else 0
    kept, moved = entries[:first], entries[first:]
    folder = file.with_suffix("")
    folder.mkdir()
    for name, held in (("b-more", moved[1:]), ("a-first", moved[:1])):
        if held:
            (folder / f"{name}.yml").write_text(comment + "".join(held), encoding="utf-8")
    file.write_text(comment + "".join(kept), encoding="utf-8") if kept else file.unlink()
    return folder


def _entries(text: str) -> list[str]:
    """Part the text of a file before each line that begins with a key."""
    parts = [""]
    for line in text.splitlines(keepends=True):
        if line[0] not in "# \n" and ":" in line:
            parts.append("")
        parts[-1] += line
    return parts


@pytest.mark.parametrize("keep_first", [True, False], ids=["beside", "instead"])
@pytest.mark.parametrize("kind", OF_MANY, ids=lambda kind: kind.name)
def test_records_are_read_from_all_files(kind: Kind, keep_first: bool, dataset: Dataset, tmp_path: Path) -> None:
    """The same records in the same order; each knows its file."""
    root = example.make(tmp_path / "project")
    folder = split(root, kind, keep_first=keep_first)
    found = example.load(root)
    paths = {found.locations[f"{kind.name}/{name}"].document.path for name in found[kind.name]}

    assert list(found[kind.name].items()) == list(dataset[kind.name].items())
    assert {file.relative_to(root).as_posix() for file in some(folder.iterdir())} <= paths
    assert (f"data/{kind.place}" in paths) == (root / "data" / kind.place).exists()


def test_pages_lead_to_the_files_that_hold_what_they_show(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project")
    split(root, next(kind for kind in OF_MANY if kind.name == "source"), keep_first=True)
    reading = Reading(example.load(root), "en")
    page = next(one for one in pages.pages(reading.dataset, "en") if one.path == "sources.md")

    assert page.data_file == "data/sources"
    for file in ("data/sources.yml", "data/sources/a-first.yml", "data/sources/b-more.yml"):
        assert f'href="edit:{file}"' in MACROS["sources"](reading)


def test_faults_are_told_where_they_stand(tmp_path: Path) -> None:
    """An id that stands in two files is told in the later one, any other fault in the file that has it."""
    root = example.make(tmp_path / "project")
    folder = split(root, next(kind for kind in OF_MANY if kind.name == "source"), keep_first=True)
    file = folder / "b-more.yml"
    file.write_text(f"{file.read_text('utf-8')}article:\n  title: 5\nport-9:\n  titel: x\n", encoding="utf-8")
    (folder / "notes.txt").write_text("", encoding="utf-8")
    told = [(problem.path, problem.rule, problem.message.en) for problem in check(root)[1]]

    for problem in (
        ("data/sources/b-more.yml", "duplicate-id", "the id 'article' stands already in data/sources.yml, line 2"),
        ("data/sources/b-more.yml", "unused-source", "nothing cites source 'port-9'"),
        ("data/sources/b-more.yml", "unknown-key", "unknown key 'titel'"),
        ("data/sources/notes.txt", "stray-file", "nothing reads this file"),
    ):
        assert problem in told


def test_a_file_that_is_too_large_has_a_way_out(tmp_path: Path) -> None:
    root = example.make(tmp_path / "project")
    (root / "data" / "sources.yml").write_bytes(b"#" * 1_000_001)

    assert "hint: Move some of its records to files of any name in data/sources/." in example.reported(root)
