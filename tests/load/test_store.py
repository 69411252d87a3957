"""What one process has read is the same for the next."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check.run import check
from macros.load import loader, made, store
from macros.load.kept import Kept
from macros.load.store import Store
from macros.model.city import City
from tests.support import example
from tests.support.some import some

INVALID = example.TESTS / "data" / "invalid"
CASES = some(sorted(case.name for case in INVALID.iterdir())[::6], 25)


def kept(folder: Path, code: str = "code") -> Kept:
    """Return what a new process finds in a store."""
    return Kept(store=Store(folder / "store", code))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of files that are read in this test, as it goes on."""
    paths: list[str] = []
    true = made.read

    def noted(file: Path, path: str) -> object:
        paths.append(path)
        return true(file, path)

    monkeypatch.setattr(made, "read", noted)
    return paths


@pytest.mark.parametrize("case", CASES)
def test_faults_are_told_again(case: str, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong with a file, its lines are the same where several processes read it, and where none does."""
    root = example.make(tmp_path / "project", INVALID / case)
    first = check(root)
    with monkeypatch.context() as patched:
        patched.setattr(loader, "_POOL_FROM", 1)
        elsewhere = check(root, kept(tmp_path))
    read.clear()
    again = check(root, kept(tmp_path))

    assert [path for path in read if (root / path).is_file()] == []
    assert again[1] == elsewhere[1] == first[1]
    assert again[0].dataset == first[0].dataset


def test_only_what_changed_is_read(tmp_path: Path, read: list[str]) -> None:
    """Parts of its records are those of what it says now."""
    root = example.make(tmp_path / "project")
    check(root, kept(tmp_path))
    number, file = len(read), root / "data" / "cities" / "northport.yml"
    text = file.read_text(encoding="utf-8")
    before = check(root)[0].dataset.of(City)["northport"].lead.en
    file.write_text(text.replace(before, "Another lead."), encoding="utf-8")
    read.clear()

    project, _ = check(root, kept(tmp_path))

    assert (read, number > 1) == (["data/cities/northport.yml"], True)
    assert "Another lead." in [held.en for _, held in project.dataset.texts_in["city/northport"]]
    assert all(held.record is project.dataset.record(owner) for owner, held in project.dataset.parts.items())


def test_many_files_are_kept_where_they_are_read(tmp_path: Path, read: list[str]) -> None:
    """Several processes read them."""
    first, faults = loader.load(example.ROOT, kept(tmp_path))
    read.clear()
    again, told = loader.load(example.ROOT, kept(tmp_path))
    assert (read, told, again) == ([], faults, first)
    assert len(list((tmp_path / "store").iterdir())) > loader._POOL_FROM  # noqa: SLF001


def test_parts_bear_no_address_of_memory(tmp_path: Path) -> None:
    """Names of texts are found by `id()`, which another process gives to something else."""
    dataset, _ = loader.load(example.make(tmp_path / "project"))
    for one in some(dataset.parts.values(), 30):
        names = one.text_names
        elsewhere = pickle.loads(pickle.dumps(one))  # noqa: S301
        assert tuple(map(elsewhere.name_at, (keys for keys, *_ in one.digests))) == names


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def _replace(file: Path) -> None:
    file.write_bytes(b"cos\nsystem\n.")


def _fold(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("spoil", [Path.unlink, _cut, _replace, _fold])
def test_what_is_broken_is_read_again(spoil: Callable[[Path], None], tmp_path: Path, read: list[str]) -> None:
    """A folder of temporary files may be emptied at any time."""
    root = example.make(tmp_path / "project")
    first = check(root, kept(tmp_path))
    number = len(read)
    for file in list((tmp_path / "store").iterdir()):
        spoil(file)
    assert check(root, kept(tmp_path))[1] == first[1]
    assert len(read) == 2 * number


def test_other_code_reads_again(tmp_path: Path, read: list[str]) -> None:
    """What was read and typed by other rules is nothing to go by."""
    root = example.make(tmp_path / "project")
    check(root, kept(tmp_path, "code"))
    number = len(read)
    check(root, kept(tmp_path, "other code"))
    assert len(read) == 2 * number


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What this project is made of stays, and of all else the latest."""
    monkeypatch.setattr(store, "_MOST_OTHERS", 2)
    root = example.make(tmp_path / "project")
    check(root, kept(tmp_path))
    number = len(list((tmp_path / "store").iterdir()))
    file = root / "data" / "cities" / "northport.yml"
    for time in range(5):
        file.write_text(f"{file.read_text(encoding='utf-8')}# {time}\n", encoding="utf-8")
        check(root, kept(tmp_path))
    assert len(list((tmp_path / "store").iterdir())) == number + 2


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """Where the folder is a file, say."""
    root = example.make(tmp_path / "project")
    (tmp_path / "store").write_text("", encoding="utf-8")
    assert check(root, kept(tmp_path))[1] == check(root)[1]


def test_what_changed_while_it_was_read_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or it would be taken for what the file held before, should that come back."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "cities" / "northport.yml"
    text, true = file.read_text(encoding="utf-8"), made.read

    def late(one: Path, path: str) -> object:
        if one == file:
            file.write_text(f"{text}nonsense: 1\n", encoding="utf-8")
        return true(one, path)

    monkeypatch.setattr(made, "read", late)
    _, faulty = check(root, kept(tmp_path))
    monkeypatch.undo()
    file.write_text(text, encoding="utf-8")
    assert check(root, kept(tmp_path))[1] == check(root)[1] != faulty
