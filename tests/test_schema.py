"""The schemas that give editors completion, and the lines that lead to them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.model import SHAPES
from tests.example import ROOT, VALID

_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
FILES = [*sorted((ROOT / "data").rglob("*.yml")), *sorted((VALID / "data").rglob("*.yml"))]


def test_schemas_are_fresh() -> None:
    """The schemas in the repository are those of the model."""
    result = CliRunner().invoke(main, ["schema", "--check", "--root", str(ROOT)])

    assert result.output == ""
    assert {file.stem for file in (ROOT / "data" / "schema").iterdir()} == {shape.name for shape in SHAPES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_file_names_its_schema(file: Path) -> None:
    """The first line of every data file leads to the schema of its kind."""
    place = file.name if file.parent.name == "data" else file.parent.name
    shape = next(shape for shape in SHAPES if shape.place == place)
    with file.open(encoding="utf-8") as lines:
        found = _LINE.fullmatch(next(lines).strip())

    assert found, "no yaml-language-server line"
    assert (file.parent / found[1]).resolve() == ROOT / "data" / "schema" / f"{shape.name}.json"


def schema(name: str) -> dict[str, Any]:
    """Return a schema of the repository."""
    read: dict[str, Any] = json.loads((ROOT / "data" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def test_schemas_refuse_unknown_keys() -> None:
    """The editor marks a misspelt key while it is being typed."""
    for shape in SHAPES:
        whole = schema(shape.name)
        records = [held for held in (whole, *whole.get("$defs", {}).values()) if "properties" in held]

        assert records, shape.name
        assert all(held["additionalProperties"] is False for held in records), shape.name


def test_schemas_explain_every_key() -> None:
    """The editor shows what a key is for."""
    for shape in SHAPES:
        for title, held in schema(shape.name).get("$defs", {}).items():
            bare = [key for key, value in held.get("properties", {}).items() if "description" not in value]

            assert bare == [], f"{shape.name}: {title}"


def test_schema_takes_both_ways_to_answer() -> None:
    """A question is answered by one claim or by a list of them, and a date by text or by a bare year."""
    city = schema("city")
    (answer,) = city["properties"]["facts"]["patternProperties"].values()
    day = city["$defs"]["Claim"]["properties"]["date"]

    assert [one.get("type", "record") for one in answer["anyOf"]] == ["record", "array"]
    assert {one["type"] for one in day["anyOf"]} == {"string", "integer", "null"}
