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
    assert "it is larger than 50 MB" in big.output
    assert names.output.splitlines()[0] == "extra: ?[2Jx"


@pytest.mark.skipif(sys.platform == "win32", reason="there are none there")
def test_verify_a_pipe(tmp_path: Path) -> None:
    """What would never end is not read."""
    os.mkfifo(tmp_path / "pipe")
    result = verify(tmp_path / "pipe")

    assert result.exit_code == 1
    assert "neither a file nor a folder" in result.output
