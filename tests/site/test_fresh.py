"""What a server makes of an edit without a build is what a build makes of it."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.built import ROOT, small_project
from tests.support.some import some

_TEXT = re.compile(r'zh: "(?P<zh>[^"\n]{8,})。", en: "(?P<en>[^"\n]{8,})\."')
_LABELS = "labels.yml"
_MARK = re.compile(rb' data-changed="[^"]*"')
"""On what the last edit changed, of which a build that begins anew knows nothing."""


class _Server:
    """A process that keeps a site up to date as `mkdocs serve` does."""

    def __init__(self, project: Path, out: Path) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "tests.support.served", str(project), str(out)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        assert self._answer() == "built"

    def edit(self, path: str, text: str) -> bool:
        """Write a file, and return whether no build was needed to take that over."""
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps([path, text])}\n")
        self._process.stdin.flush()
        return bool(self._answer())

    def end(self) -> None:
        """End the process."""
        self._process.communicate()

    def _answer(self) -> Any:
        """Return what the process answers; what else it says is of no interest unless it ends."""
        assert self._process.stdout
        said = []
        for line in self._process.stdout:
            said.append(line)
            if line.strip() in ("true", "false", '"built"'):
                return json.loads(line)
        raise AssertionError("".join(said))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of few pages."""
    return small_project(tmp_path / "project")


def test_any_edit_gives_the_bytes_of_a_build(project: Path, tmp_path: Path) -> None:
    """After each of several edits of texts, wherever they stand, and with all that other pages say of them."""
    server, chosen = _Server(project, tmp_path / "served"), random.Random(14)
    files = some(sorted(file for file in (project / "data").rglob("*.yml") if _TEXT.search(file.read_text("utf-8"))), 4)
    for number, file in enumerate(chosen.sample([file for file in files if file.name != _LABELS], 3)):
        text = file.read_text(encoding="utf-8")
        found = chosen.choice(some(list(_TEXT.finditer(text)), 1))
        new = f'zh: "{found["zh"]}，确实如此。", en: "{found["en"]}, indeed."'
        edited = text[: found.start()] + new + text[found.end() :]
        assert server.edit(str(file.relative_to(project)), edited), file

        _Server(project, built := tmp_path / f"built-{number}").end()
        expected = dict(_files(built))
        assert any("indeed" in content.decode("utf-8", "ignore") for content in expected.values())
        held = dict(_files(tmp_path / "served"))
        assert held.keys() == expected.keys()
        assert [path for path, content in held.items() if content != expected[path]] == []
    server.end()


def test_what_only_a_build_can_take_over(project: Path, tmp_path: Path) -> None:
    """A title stands in the navigation, a word of the interface in the theme, and pages are not data."""
    server = _Server(project, tmp_path / "served")
    for path, old, new in (
        ("data/cities/northport.yml", 'en: "', 'en: "New '),
        (f"data/{_LABELS}", 'en: "', 'en: "New '),
        ("content/en/about.md", "# ", "# New "),
    ):
        text = (project / path).read_text(encoding="utf-8")
        assert old in text
        assert not server.edit(path, text.replace(old, new, 1)), path
        (project / path).write_text(text, encoding="utf-8")
    server.end()


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for file in some(sorted(file for file in site.rglob("*") if file.is_file()), 50):
        yield file.relative_to(site).as_posix(), _MARK.sub(b"", file.read_bytes())
