"""The schemas that give editors completion, and the lines that lead to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.model.kinds import FILED
from tests.support.example import ROOT, VALID
from tests.support.some import some

_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
FILES = [*sorted((ROOT / "data").rglob("*.yml")), *sorted((VALID / "data").rglob("*.yml"))]


def test_schemas_are_fresh() -> None:
    """The schemas in the repository are those of the model."""
    result = CliRunner().invoke(main, ["schema", "--check", "--root", str(ROOT)])

    assert result.output == ""
    assert {file.stem for file in (ROOT / "data" / "schema").iterdir()} == {*(kind.schema for kind in FILED), "ids"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_file_names_its_schema(file: Path) -> None:
    """The first line of every data file leads to the schema of its kind."""
    place = file.name if file.parent.name == "data" else file.parent.name
    kind = next(kind for kind in FILED if place in (kind.place, kind.folder))
    with file.open(encoding="utf-8") as lines:
        found = _LINE.fullmatch(next(lines).strip())

    assert found, "no yaml-language-server line"
    assert (file.parent / found[1]).resolve() == ROOT / "data" / "schema" / f"{kind.schema}.json"


def schema(name: str) -> dict[str, Any]:
    """Return a schema of the repository."""
    read: dict[str, Any] = json.loads((ROOT / "data" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    return read


def test_schemas_refuse_unknown_keys() -> None:
    """The editor marks a misspelt key while it is being typed."""
    for kind in FILED:
        whole = schema(kind.schema)
        records = [held for held in (whole, *whole.get("$defs", {}).values()) if "properties" in held]

        assert records, kind.schema
        assert all(held["additionalProperties"] is False for held in records), kind.schema


def test_schemas_explain_every_key() -> None:
    """The editor shows what a key is for."""
    for kind in FILED:
        whole = schema(kind.schema)
        records = {title: held["properties"] for title, held in whole.get("$defs", {}).items() if "properties" in held}
        keys = some((title, key, held) for title, keys in records.items() for key, held in keys.items())

        assert [(title, key) for title, key, held in keys if "description" not in held] == [], kind.schema


def test_every_description_is_in_both_languages() -> None:
    """An editor hovers over a key and reads what it is for, in Chinese and in English."""
    told = some({one for kind in FILED for one in descriptions(schema(kind.schema))}, 100)

    assert [one for one in told if not re.fullmatch(r".*[\u3400-\u9fff].*\n\n[ -~–…“”’]*[a-z][ -~–…“”’]*", one)] == []


def descriptions(held: Any) -> Iterator[str]:
    """Yield every description in a schema."""
    if isinstance(held, dict) and isinstance(held.get("description"), str):
        yield held["description"]
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from descriptions(one)


def test_schema_takes_both_ways_to_answer() -> None:
    """A question is answered by one statement or by a list of them, and a date by text or by a bare year."""
    city = schema("city")
    answer = city["properties"]["facts"]["allOf"][1]["additionalProperties"]
    day = city["$defs"]["Fact"]["properties"]["date"]

    assert [one.get("type", "record") for one in answer["anyOf"]] == ["record", "array"]
    assert {one["type"] for one in day["anyOf"]} == {"string", "integer", "null"}
