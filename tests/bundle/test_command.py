"""The command as a user runs it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.bundle import archive, make, manifest
from macros.cli import main
from macros.load.selection import Edition
from tests.support.built import ROOT, Site, copy_project, run
from tests.support.bundle import PART, verify


def handbook(*arguments: str | Path) -> Result:
    """Run the command in this process, on the shipped handbook."""
    return CliRunner().invoke(main, ["bundle", "--root", str(ROOT), *map(str, arguments)])


def test_zip_of_one_language(tmp_path: Path) -> None:
    """Twice the same bytes; sorted plain names, short enough for Windows, all of one date; nothing of the other one."""
    files = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for seed, file in zip("12", files, strict=True):
        done = run(ROOT, "macros", "bundle", *PART, "--lang", "zh", "--out", str(file), PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stdout
    left = sorted(file.name for file in tmp_path.iterdir())
    with zipfile.ZipFile(files[0]) as archive:
        archive.extractall(tmp_path / "unpacked")
        names = archive.namelist()
        assert archive.testzip() is None
        assert len({entry.date_time for entry in archive.infolist()}) == 1

    assert files[0].read_bytes() == files[1].read_bytes()
    assert names[:2] == ["START-HERE.html", "manifest.json"]
    assert names[2:] == sorted(names[2:])
    assert all(name.isascii() and len(name) <= 100 and "\\" not in name for name in names)
    assert verify(files[0]).exit_code == 0
    assert left == ["a.zip", "b.zip"]

    site = Site(tmp_path / "unpacked", ROOT, directory_urls=False, output="")
    assert not [path for path in site.files if path.startswith("en/")]
    assert not [path for path, page in site.pages.items() if page.root.all("ul", "hb-languages")]
    assert not [path for path in site.files if path.endswith("both.js")]
    assert [one["hreflang"] for one in site.pages["START-HERE.html"].root.all("a", having="hreflang")] == ["zh-Hans"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--city", "londn", "--path", "gaols"], "Did you mean 'london'?\nthere is no path 'gaols'. Did you mean"),
        (["--city", ""], "there is no city ''"),
        (["--lang", "fr"], "'fr' is not one of"),
        (["--single-file", "--facilitator"], "add --lang zh or --lang en"),
        (["--single-file"], "add --lang zh or --lang en"),
        (["--single-file", "--lang", "en", "--out", "{}/x.zip"], "ends in .html for --single-file"),
        (["--out", "{}/x.html"], "ends in .html for --single-file"),
        (["--out", "{}/no/x"], "there is no folder"),
        (["--out", "{}/x.tar.gz"], "not '.gz'"),
        (["--out", "{}/x.7Z"], "not '.7z'"),
        (["--out", "{}/.zip"], "must not begin with a dot"),
        (["--out", "{}/x.zip."], "nor end with a dot or a blank"),
        (["--out", str(ROOT / "data" / "x.zip")], "among the project's own files, in data/"),
        (["--out", str(ROOT / "content" / "en" / "x")], "among the project's own files, in content/"),
        (["--out", str(ROOT / "overrides" / "assets" / ".." / "x")], "among the project's own files, in overrides/"),
        (["--out", str(ROOT / ".ci" / "x.zip")], "among the project's own files, in .ci/"),
        (["--out", str(ROOT / "site" / "x.zip")], "the next build empties site/"),
        (["--out", "{}/linked/x.zip"], "among the project's own files, in data/"),
        (["--out", "{}/taken"], "exists; remove it"),
        (["--verify", "{}/taken", "--lang", "en"], "give it alone"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    """What was ordered wrongly is said in so many words, and nothing is written."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "linked").symlink_to(ROOT / "data", target_is_directory=True)
    given = [argument.replace("{}", str(tmp_path)) for argument in arguments]
    result = handbook(*given, *([] if "--out" in given or "--verify" in given else ["--out", tmp_path / "out"]))

    assert result.exit_code == 2, result.output
    assert said in result.output
    assert sorted(file.name for file in tmp_path.iterdir()) == ["linked", "taken"]
    assert not [*ROOT.glob("*/x*"), *ROOT.glob("*/*/x")]


@pytest.mark.parametrize("name", ["x.zip", "x.ZIP", "x-1.2"])
def test_the_name_says_what_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """In whatever case the ending is written, and a version's number is none."""
    monkeypatch.setattr(make, "_build", _quick)
    result = handbook("--out", tmp_path / name)

    assert result.exit_code == 0, result.output
    assert zipfile.is_zipfile(tmp_path / name) is (name.lower() == "x.zip")
    assert (tmp_path / name).is_dir() is (name == "x-1.2")


def _quick(_: Path, __: Edition, site: Path) -> None:
    """Take the place of a build."""
    for name in ("assets", "zh", "en"):
        (site / name).mkdir(parents=True)
        (site / name / "index.html").write_text("x", encoding="utf-8")


def test_disk_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full in the middle is named, and nothing is left on it."""

    def pack(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(make, "_build", _quick)
    monkeypatch.setattr(archive, "pack", pack)
    result = handbook("--out", tmp_path / "x.zip")

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "(the disk is full)" in result.output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_a_zip_on_a_full_disk(tmp_path: Path) -> None:
    """What the system says reaches the command, and nothing that the library says besides."""
    (tmp_path / "START-HERE.html").write_text("x", encoding="utf-8")
    manifest.write(tmp_path, {})
    with pytest.raises(OSError, match="No space left") as raised:
        archive.pack(tmp_path, Path("/dev/full"), (2026, 1, 1))

    assert raised.value.errno == errno.ENOSPC


def test_a_disk_that_fills_up_while_the_pages_are_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named like any other, and not as a fault of the pages."""
    said = f"OSError: [Errno {errno.ENOSPC}] {os.strerror(errno.ENOSPC)}: 'zh/index.html'"
    monkeypatch.setattr(make.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, said))
    result = handbook("--out", tmp_path / "x.zip")

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "(the disk is full)" in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_ended_leaves_nothing(tmp_path: Path, name: str) -> None:
    """A closed terminal and a stopped job take away what was half-made, and the build that was running with it."""
    command = [sys.executable, "-m", "macros", "bundle", *PART, "--out", str(tmp_path / "x.zip")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        assert running.stdout
        for line in running.stdout:
            if b"building" in line:
                break
        assert list(tmp_path.iterdir())
        running.send_signal(getattr(signal, name))
        rest = running.stdout.read()

    assert running.returncode == 128 + getattr(signal, name)
    assert list(tmp_path.iterdir()) == []
    assert b"Traceback" not in rest


def test_failing_build(tmp_path: Path) -> None:
    """When mkdocs fails, what it said is shown, and nothing is left."""
    project = copy_project(tmp_path / "project")
    with (project / "content" / "en" / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](nowhere.md)\n")
    done = run(project, "macros", "bundle", "--out", str(tmp_path / "out"))

    assert done.returncode == 1, done.stdout
    assert "nowhere.md" in done.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["project"]


def test_faulty_data(tmp_path: Path) -> None:
    """Faulty data give the report and no bundle."""
    project = copy_project(tmp_path / "project")
    (project / "data" / "glossary.yml").write_text("x: [", encoding="utf-8")
    done = run(project, "macros", "bundle", "--out", str(tmp_path / "out"))

    assert done.returncode == 1
    assert "data/glossary.yml:1" in done.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without the right to write to it is named."""

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(make.tempfile, "mkdtemp", refuse)
    result = handbook("--out", tmp_path / "x")

    assert result.exit_code == 1
    assert "cannot be written: Permission denied" in result.output
