"""What was made is checked against its manifest, whatever became of it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from macros.bundle import archive, manifest, single_manifest
from macros.render import policy
from tests.support.built import Site
from tests.support.bundle import verify


def test_verify(part: Site, tmp_path: Path) -> None:
    """A changed byte, a missing and an extra file are each named, in a folder and in a zip."""
    copy = shutil.copytree(part.folder, tmp_path / "copy")
    assert verify(copy).exit_code == 0
    (copy / "en" / "glossary.html").unlink()
    (copy / "en" / "virus.exe").write_bytes(b"x")
    changed = copy / "zh" / "index.html"
    data = bytearray(changed.read_bytes())
    data[100] ^= 1
    changed.write_bytes(bytes(data))
    archive.pack(copy, tmp_path / "copy.zip", (2026, 1, 1))

    for path in (copy, tmp_path / "copy.zip"):
        result = verify(path)
        assert result.exit_code == 1
        assert result.output.splitlines()[:3] == [
            "missing: en/glossary.html", "extra: en/virus.exe", "changed: zh/index.html",
        ]  # fmt: skip


@pytest.mark.parametrize("page", ["START-HERE.html", "en/glossary.html", "assets/shared.xhtml"])
def test_verify_a_page_that_could_ask_other_hosts(part: Site, tmp_path: Path, page: str) -> None:
    """A page without its policy is told, also where the manifest knows it so."""
    copy = shutil.copytree(part.folder, tmp_path / "copy")
    text = (copy / page).read_text(encoding="utf-8")
    less = re.sub(r"<meta http-equiv=.Content-Security-Policy[^>]*>", "", text)
    assert less != text
    (copy / page).write_text(less, encoding="utf-8", newline="\n")
    manifest.write(copy, {})
    result = verify(copy)

    assert result.exit_code == 1
    assert result.output.splitlines()[0] == f"without a policy against asking other hosts: {page}"


def test_verify_a_single_file_that_could_ask_other_hosts(single_part: Path, tmp_path: Path) -> None:
    text = single_part.read_text(encoding="utf-8")
    digest = re.search('"sha256": "([0-9a-f]{64})"', text)
    assert digest
    open_file = tmp_path / "open.html"
    open_file.write_bytes(single_manifest.sealed(text.replace(digest[1], "0" * 64).replace("img-src", "img-src *", 1)))
    result = verify(open_file)

    assert result.exit_code == 1
    assert result.output.splitlines()[0] == "without a policy against asking other hosts: open.html"
    assert "changed" not in result.output


def test_verify_what_is_no_bundle(tmp_path: Path) -> None:
    """Folders and files of another kind, and damaged zips, are told apart without a traceback."""
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / manifest.NAME).write_text("[]", encoding="utf-8")

    for path in (tmp_path, tmp_path / "text.zip", tmp_path / "folder"):
        result = verify(path)
        assert result.exit_code == 1
        assert result.output.startswith("error: ")


def test_verify_a_zip_from_an_attacker(tmp_path: Path) -> None:
    """A manifest that would fill the memory is not unpacked; names that would steer a terminal do not reach it."""
    with zipfile.ZipFile(tmp_path / "big.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(manifest.NAME, b" " * 60_000_000)
    with zipfile.ZipFile(tmp_path / "names.zip", "w") as archive:
        archive.writestr(manifest.NAME, b'{"files": {}}')
        archive.writestr("\x1b[2Jx", b"")

    big, names = (verify(tmp_path / name) for name in ("big.zip", "names.zip"))
    assert (big.exit_code, names.exit_code) == (1, 1)
    assert "is larger than 50 MB" in big.output
    assert names.output.splitlines()[0] == "extra: ?[2Jx"


@pytest.mark.skipif(sys.platform == "win32", reason="there are none there")
def test_verify_a_pipe(tmp_path: Path) -> None:
    """What would never end is not read."""
    os.mkfifo(tmp_path / "pipe")
    result = verify(tmp_path / "pipe")

    assert result.exit_code == 1
    assert "neither a file nor a folder" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are made otherwise there")
def test_verify_what_is_neither_a_file_nor_a_folder(bundle: Path, tmp_path: Path) -> None:
    """A link may lead anywhere, and a pipe may never end: each is named, also where what it leads to is right."""
    shutil.move(bundle / "en", tmp_path / "en")
    (bundle / "en").symlink_to(tmp_path / "en", target_is_directory=True)
    shutil.move(bundle / "START-HERE.html", tmp_path / "START-HERE.html")
    (bundle / "START-HERE.html").symlink_to(tmp_path / "START-HERE.html")
    os.mkfifo(bundle / "pipe")
    (bundle / ".DS_Store").symlink_to(tmp_path)

    told = _faults(bundle)
    links = [line for line in told if "link: " in line]
    assert links == ["a link: .DS_Store", "a link: START-HERE.html", "a link: en"]
    assert {"missing: START-HERE.html", "neither a file nor a folder: pipe"} <= set(told)
    assert len([line for line in told if line.startswith("missing: en/")]) == 2


def test_verify_bytes_that_belong_to_no_file(zipped: Path) -> None:
    """What stands before, after or between the files of a zip is told, for another program may read that."""
    whole = zipped.read_bytes()
    with zipfile.ZipFile(zipped) as sound:
        second, start = sound.infolist()[1].header_offset, sound.start_dir
    assert _faults(zipped) == []
    for changed, said in (
        (b"<!doctype html>" + whole, "bytes before the zip"),
        (b"PK" + whole, "bytes before the zip"),
        (whole + b"more", "bytes after the zip"),
        (_inserted(whole, second, b"more", from_second=True), "bytes between the files of the zip"),
        (_inserted(whole, start, b"more", from_second=False), "bytes between the files of the zip and their list"),
    ):
        zipped.write_bytes(changed)
        assert _faults(zipped) == [said]

    zipped.write_bytes(whole)
    with zipfile.ZipFile(zipped, "a") as sound:
        sound.comment = b"hello"
    assert _faults(zipped) == ["bytes after the zip"]


def _inserted(whole: bytes, place: int, more: bytes, *, from_second: bool) -> bytes:
    """Return a sound zip with bytes put in: all places that its list names are moved, but that of the first file."""
    moved = bytearray(whole[:place] + more + whole[place:])
    end = len(moved) - 22
    start = int.from_bytes(moved[end + 16 : end + 20], "little") + len(more)
    moved[end + 16 : end + 20] = start.to_bytes(4, "little")
    at = start
    while from_second and at < end:
        old = int.from_bytes(moved[at + 42 : at + 46], "little")
        moved[at + 42 : at + 46] = (old + len(more) if old >= place else old).to_bytes(4, "little")
        at += 46 + sum(int.from_bytes(moved[at + n : at + n + 2], "little") for n in (28, 30, 32))
    return bytes(moved)


def test_verify_what_was_packed_by_another_program(bundle: Path, tmp_path: Path) -> None:
    """The same files in the same places are the same bundle; sizes may stand behind files, folders be listed."""
    for name, streamed in (("plain.zip", False), ("streamed.zip", True)):
        with (tmp_path / name).open("wb") as file:
            if streamed:
                file.seekable = lambda: False  # type: ignore[method-assign]
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                for one in sorted(bundle.rglob("*")):
                    archive.write(one, one.relative_to(bundle))
        assert _faults(tmp_path / name) == [], name


def test_verify_a_bundle_that_lies_one_level_down(bundle: Path, zipped: Path, tmp_path: Path) -> None:
    """A folder around it, made by packing or unpacking again, is named, with what to do."""
    around = tmp_path / "around"
    shutil.copytree(bundle, around / "handbook")
    (around / "__MACOSX").mkdir()
    (around / "__MACOSX" / manifest.NAME).write_text("x", encoding="utf-8")
    shutil.make_archive(str(tmp_path / "again"), "zip", around)
    with zipfile.ZipFile(tmp_path / "mailed.zip", "w") as archive:
        archive.write(zipped, "handbook.zip")

    said = {path.name: verify(path) for path in (around, tmp_path / "again.zip", tmp_path / "mailed.zip")}
    assert [one.exit_code for one in said.values()] == [1, 1, 1]
    assert "but handbook/ in it looks like one; check that" in said["around"].output
    assert "but handbook/ in it looks like one; unpack it and check that" in said["again.zip"].output
    assert "but handbook.zip in it looks like one; unpack it and check that" in said["mailed.zip"].output


def test_verify_what_systems_and_editors_leave(bundle: Path, zipped: Path) -> None:
    """What every stick and zip collects is named apart and is no fault; anything else that was added is one."""
    left = [".DS_Store", "Thumbs.db", "desktop.ini", "en/.DS_Store", "__MACOSX/._START-HERE.html"]
    for name in left:
        (bundle / name).parent.mkdir(exist_ok=True)
        (bundle / name).write_bytes(b"x")
    with zipfile.ZipFile(zipped, "a") as archive:
        for name in left:
            archive.writestr(name, b"x")
    (bundle / "System Volume Information").mkdir()

    for path in (bundle, zipped):
        result = verify(path)
        assert result.exit_code == 0, result.output
        named = [line.partition(": ")[2] for line in result.output.splitlines() if "left by" in line]
        assert set(named) - {"System Volume Information/"} == set(left)

    (bundle / "autorun.inf").write_bytes(b"x")
    (bundle / "more").mkdir()
    assert _faults(bundle)[:2] == ["extra: autorun.inf", "extra: more/"]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a small folder with a manifest, as bundles have it."""
    folder = tmp_path / "bundle"
    (folder / "en").mkdir(parents=True)
    for name in ("START-HERE.html", "en/index.html", "en/a.html"):
        page = policy.guarded(f'<meta charset="utf-8"><title>{name}</title>', disk=True)
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    manifest.write(folder, {})
    return folder


@pytest.fixture
def zipped(bundle: Path, tmp_path: Path) -> Path:
    """Return the same as a zip."""
    archive.pack(bundle, tmp_path / "small.zip", (2026, 1, 1))
    return tmp_path / "small.zip"


def _faults(path: Path) -> list[str]:
    """Return what a check names, without its last line."""
    result = verify(path)
    assert result.exit_code == (0 if "is as it was made" in result.output else 1)
    return result.output.splitlines()[:-1]
