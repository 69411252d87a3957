"""What `check` accepts, every output can be made of: no page ends in a traceback that a fault could have explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.check.run import check
from macros.load.dataset import Dataset
from tests.support.everything import make_everything
from tests.support.example import VALID, load, make


class Plain(yaml.SafeLoader):
    """Reads dates as text, as the handbook does."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in held if tag != "tag:yaml.org,2002:timestamp"]
        for first, held in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


FILES = sorted(
    {file.parent.name: file.relative_to(VALID).as_posix() for file in VALID.glob("data/*/*.yml")}.values()
) + sorted(file.relative_to(VALID).as_posix() for file in VALID.glob("data/*.yml"))
"""One of each kind."""


def less(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Yield a value with one key or one entry of a list taken out, for each there is, and what was taken out."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield f"{place}.{key}", {name: other for name, other in value.items() if name != key}
            for taken, fewer in less(held, f"{place}.{key}"):
                yield taken, {**value, key: fewer}
    elif isinstance(value, list):
        for n, held in enumerate(value):
            yield f"{place}[]", value[:n] + value[n + 1 :]
            for taken, fewer in less(held, f"{place}[]"):
                yield taken, [*value[:n], fewer, *value[n + 1 :]]


def variations(file: Path) -> Iterator[str]:
    """Yield a file's text with something taken out, the largest parts first; what was taken stays out."""
    for taken in dict.fromkeys(place for place, _ in less(read(file))):
        fewer = next((value for place, value in less(read(file)) if place == taken), None)
        if fewer is not None:
            yield json.dumps(fewer, ensure_ascii=False)


def read(file: Path) -> Any:
    """Return what a file holds, dates as text."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=Plain)  # noqa: S506 - made here


def least(root: Path, path: str) -> Dataset:
    """Take out of a file, bit by bit, whatever `check` lets go; return what is left of the project."""
    file = root / path
    held = load(root)
    for text in variations(file):
        before = file.read_bytes()
        file.write_text(text, encoding="utf-8")
        project, problems = check(root)
        if any(problem.level == "error" for problem in problems):
            file.write_bytes(before)
        else:
            held = project.dataset
    return held


@pytest.mark.parametrize("path", FILES)
def test_a_file_with_little_in_it(path: str, tmp_path: Path) -> None:
    """Every page is made of a file from which all was taken that `check` does not miss."""
    root = make(tmp_path / "project")
    (root / path).write_text("{}\n", encoding="utf-8")
    project, problems = check(root)
    if not any(problem.level == "error" for problem in problems):
        assert make_everything(project.dataset) > 10
    held = least(make(tmp_path / "whole"), path)

    assert make_everything(held) > 20
