"""What `handbook query` lists of the example project, and how it shows it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit import query
from macros.edit.conditions import QueryError, conditions
from macros.load.dataset import Dataset
from macros.model.kinds import KINDS
from macros.model.statement import Fact
from macros.views.reading import Reading
from macros.views.support import support
from tests.support.example import make
from tests.support.some import some

ROW = {
    "name": {"zh": "北港", "en": "Northport"}, "people": 1200, "share": 0.5, "date": "2015-03", "since": "2014",
    "codes": ["open", "shut"], "parts": [{"id": "a", "on": True}, {"id": "b", "on": False}], "none": None, "no": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("name=northport", True), ("name.zh=北港", True), ("name=北港", False), ("name!=Southport", True),
        ("name~port", True), ("name !~ port", False), ('name ~ "th p"', False), ("name='Northport'", True),
        ("people>999", True), ("people>=1200 and people<=1200", True), ("people<200", False), ("share<1", True),
        ("date<2016", True), ("date>2015", False), ("date=2015", True), ("date>=2015-03", True),
        ("date<2015-03", False),
        ("since<2014-01", False), ("date<2015-04 AND since=2014", True),
        ("codes=shut", True), ("codes!=shut", False), ("codes=ajar", False), ("parts.id=b parts.on=true", True),
        ("none=", True), ("none!=", False), ("no=", True), ("name=", False), ("name!=", True),
        ("none= and people=1200", True),
        ("name>3", False), ("", True),
    ],
)  # fmt: skip
def test_conditions(asked: str, holds: bool) -> None:
    assert (query.chosen([ROW], conditions(asked), "en") == [ROW]) is holds


@pytest.mark.parametrize(
    "asked",
    [
        "name", "=x", "name=a or name=b", "name=two words", 'name="open', "date<soon", "name==x y", "a=1 and",
        "__import__('os')",
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_in_both_languages(asked: str) -> None:
    with pytest.raises(QueryError) as told:
        conditions(asked)

    assert told.value.said.en
    assert any("\u4e00" <= one <= "\u9fff" for one in told.value.said.zh)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_is_listed(dataset: Dataset, kind: str) -> None:
    """With its id, its file and what its columns show."""
    rows = query.rows(Reading(dataset, "en"), kind)

    assert [row["id"] for row in rows] == list(dataset[kind])
    assert [row["file"].startswith("data/") for row in rows] == [True] * len(some(rows))
    assert [query.values(row, name, "en") for row in rows for name in query.defaults(kind) if name == "title"].count(
        []
    ) == 0


def test_facts_are_listed_with_what_follows_of_them(dataset: Dataset) -> None:
    rows = query.rows(Reading(dataset, "en"), "fact")
    named = {row["ref"]: row for row in rows}
    held = some({ref: one for ref, one in dataset.statements.items() if isinstance(one.statement, Fact)}.items(), 20)

    for ref, one in held:
        assert isinstance(one.statement, Fact)
        assert named[ref]["support"] == support(dataset, one.statement)
        assert named[ref]["sources"] == tuple(source["id"] for source in named[ref]["source"])


def test_answers_are_found_by_city_question_and_code(dataset: Dataset) -> None:
    rows = query.rows(Reading(dataset, "en"), "answer")
    coded = some(row for row in rows if row["code"])
    one = coded[0]
    asked = f"city={one['city']} and question={one['question']} and code={one['code'][0]}"
    found = query.chosen(rows, conditions(asked), "en")

    assert one in found
    assert {row["city"] for row in found} == {one["city"]}
    assert len(found) < len(rows)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example project, one of whose sources has a name that a spreadsheet would run."""
    root = make(tmp_path_factory.mktemp("query"))
    file = next(iter(sorted((root / "data" / "sources").glob("*.yml"))), root / "data" / "sources.yml")
    lines = file.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("  title:"))
    lines[first] = '  title: "=1+1 甲"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return root


def ask(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["query", "--root", str(project), "--lang", "en", *arguments])


def listed(project: Path, *arguments: str) -> Any:
    return json.loads(ask(project, "--format", "json", *arguments).stdout)


def test_a_sheet_opens_in_a_spreadsheet_and_runs_nothing(project: Path) -> None:
    said = ask(project, "source", "title~1+1", "--format", "csv", "--fields", "id,title").stdout_bytes

    assert said.startswith(b"\xef\xbb\xbfid,title\r\n")
    assert [row[1] for row in csv.reader(io.StringIO(said.decode("utf-8-sig")))][1:] == ["'=1+1 甲"]


def test_programs_get_numbers_and_lists_as_they_are(project: Path) -> None:
    row = some(
        listed(project, "city", "profile.population.value>0", "--fields", "id,name,profile.population.value,used_by")
    )[0]

    assert isinstance(row["profile.population.value"], float | int)
    assert isinstance(row["used_by"], list)
    assert row["name"] == "Northport"


def test_the_table_is_as_wide_as_what_it_holds(project: Path) -> None:
    """Chinese characters take two places; how many there are is told beside it."""
    result = ask(project, "source", "--fields", "title,kind")
    head, *lines = result.stdout.splitlines()
    wide = next(line for line in some(lines) if line.startswith("=1+1 甲"))
    kinds = [line.rindex("  ") + 2 for line in lines]

    assert kinds[lines.index(wide)] == head.index("kind") - 1
    assert result.stderr == f"{len(lines)} of {len(lines)}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["fcat"], 2, "there is no kind 'fcat'. Did you mean 'fact'?"),
        (["fact", "suport=weak"], 2, "there is no field 'suport'. Did you mean 'support'?"),
        (["fact", "--fields", "ref,say"], 2, "there is no field 'say'. Did you mean 'says'?"),
        (["fact", "source.kynd=weak"], 2, "Did you mean 'source.kind'?"),
        (["fact", "support"], 2, "'support' is no condition"),
        (["fact", "support=wek"], 0, "'support' is one of: "),
    ],
)
def test_slips_are_answered_with_what_was_meant(project: Path, arguments: list[str], code: int, said: str) -> None:
    result = ask(project, *arguments)

    assert (result.exit_code, said in result.stderr) == (code, True)


def test_faulty_data_are_told_of_first(tmp_path: Path) -> None:
    root = make(tmp_path)
    (root / "data" / "glossary.yml").write_text("x: [\n", encoding="utf-8")

    result = ask(root, "term")

    assert (result.exit_code, "data/glossary.yml:" in result.stdout) == (1, True)
