"""What templates, scripts and code show is kept between checks, by their content."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.check import shown
from macros.check.templates import Fault, Shown
from tests.support.example import ROOT


@pytest.fixture
def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], dict[Path, Shown]]]:
    """Give what reads as a new process would, with a folder for temporary files of its own."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def read() -> dict[Path, Shown]:
        _forget()
        return shown.shown(ROOT)

    yield read
    _forget()


def _forget() -> None:
    shown.found.cache_clear()
    shown.at.cache_clear()


def _kept(folder: Path) -> Path:
    (file,) = folder.rglob("handbook-shown-*.json")
    return file


def test_a_second_check_parses_nothing(
    anew: Callable[[], dict[Path, Shown]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found is found again; without the file, or with one that is none, all is read anew."""
    first = anew()
    assert len(first) > 300
    monkeypatch.setattr(shown, "_read", lambda *_: Fault(1, "read again"))
    assert anew() == first

    _kept(tmp_path).write_text("[1, 2", encoding="utf-8")
    assert set(anew().values()) == {Fault(1, "read again")}


def test_a_file_that_changed_is_read(tmp_path: Path) -> None:
    """The content counts, not the name, and a template that cannot be read is told with its line."""
    found = shown.Found()
    file = tmp_path / "page.html"
    file.write_text("{{ t.one }}", encoding="utf-8")
    assert found.of(file) == ("one",)
    file.write_text("\n{{ t.two", encoding="utf-8")
    assert found.of(file) == Fault(2, "unexpected end of template, expected 'end of print statement'")
    file.write_bytes(b"\n\n\xff")
    assert found.of(file) == Fault(3, "it is not in UTF-8")
