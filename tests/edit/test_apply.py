"""`handbook apply`: a change file from anybody's machine becomes a change of the data, or nothing does."""

from __future__ import annotations

import copy
import difflib
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from macros.check.run import check
from macros.cli import main
from macros.edit.blend import blended
from macros.load.change import canonical
from macros.load.yaml_builder import Builder
from tests.support import example
from tests.support.some import some

CITY = "data/cities/northport.yml"
PROGRESS = example.TESTS / "data" / "progress" / "note-for-editors.json"
FACT = {"text": {"zh": "新的水闸。", "en": "A new gate: “north”."}, "sources": ["port-1", "quay-9"]}
SOURCE = {
    "title": "Gates, a report", "language": "en", "publisher": {"zh": "某所", "en": "An institute"}, "kind": "primary",
    "url": "https://example.org/gates", "checked": "2026-11-01",
}  # fmt: skip
LEAD = {"old": "A port that exists to try the pages.", "new": "A port: it exists to try pages, #1."}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return example.make(tmp_path / "project")


def change(*edits: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": "handbook-change", "version": 1, "changes": list(edits), **more}


def lead(**more: Any) -> dict[str, Any]:
    return {"record": "city/northport", "at": ["lead", "en"], **LEAD, **more}


def run(root: Path, held: Any, *options: str) -> Result:
    """Run the command with a file that holds a value, or bytes as they are."""
    file = root.parent / "change.json"
    file.write_bytes(held if isinstance(held, bytes) else json.dumps(held).encode())
    return CliRunner().invoke(main, ["apply", "--root", str(root), *options, str(file)])


def files(root: Path) -> dict[str, str]:
    held = sorted((root / "data").rglob("*.yml"))
    return {one.relative_to(root).as_posix(): one.read_bytes().decode() for one in held}


def changed(before: str, after: str) -> list[str]:
    """Return the lines that differ, with - or + before them."""
    lines = difflib.ndiff(before.split("\n"), after.split("\n"))
    return [line for line in lines if line[0] in "-+"]


def test_a_changed_text_a_fact_with_its_source_and_a_record(root: Path) -> None:
    """One file holds them all, and every other line of the data stays."""
    before = files(root)
    held = change(
        lead(),
        {"record": "city/northport", "at": ["facts", "outcome", "code"], "old": "succeeded", "new": ["succeeded"]},
        {"record": "source/quay-9", "at": [], "new": SOURCE},
        {"record": "city/northport", "at": ["sections", "results"], "new": [{"id": "gate", **FACT}]},
        {"record": "lesson/gates", "at": [], "new": {
            "order": 9, "title": FACT["text"], "lead": FACT["text"], "checked": "2026-11-02",
            "statements": [{"id": "first", **FACT}],
        }},
        by="王", why="The gate opened.",
    )  # fmt: skip
    done = run(root, held)
    after = files(root)

    assert done.exit_code == 0, done.output
    assert "by: 王\nwhy: The gate opened." in done.output
    assert {name for name in after if after[name] != before.get(name)} == {
        CITY, "data/sources.yml", "data/lessons/gates.yml",
    }  # fmt: skip
    assert after["data/sources.yml"].startswith(before["data/sources.yml"])
    assert changed(before[CITY], after[CITY])[:4] == [
        f'- lead: {{zh: "一座港口城市，用来检验页面。", en: "{LEAD["old"]}"}}',
        f'+ lead: {{zh: "一座港口城市，用来检验页面。", en: "{LEAD["new"]}"}}',
        "-     code: succeeded",
        "+     code: [succeeded]",
    ]
    assert [one for one in check(root)[1] if one.level == "error"] == []


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = files(root)
    done = run(root, change(lead()), "--dry-run")

    assert done.exit_code == 0
    assert LEAD["new"] in done.output
    assert files(root) == before


def test_a_second_answer_keeps_the_lines_of_the_first(root: Path) -> None:
    """What stood alone becomes the first of a list, its comments with it."""
    file = root / CITY
    file.write_text(file.read_text("utf-8").replace("    code: succeeded", "    # why\n    code: succeeded"), "utf-8")
    old = Builder("").build(file.read_text("utf-8"))["facts"]["outcome"]
    new = [{"id": "outcome", **old}, {"id": "gate", **FACT, "sources": ["port-1"]}]
    done = run(root, change({"record": "city/northport", "at": ["facts", "outcome"], "old": old, "new": new}))

    assert done.exit_code == 0, done.output
    assert "    - id: outcome\n      text: {zh" in file.read_text("utf-8")
    assert "      # why\n      code: succeeded" in file.read_text("utf-8")
    assert Builder("").build(file.read_text("utf-8"))["facts"]["outcome"] == new


CONFLICTS = {
    "another text": (lead(old="A port."), f"{CITY}:7:"),
    "gone": (lead(at=["lede", "en"]), "the data say nothing"),
    "an item that is gone": (lead(at=["areas", "#nowhere", "title", "en"]), "the data say nothing"),
    "there already": ({"record": "source/port-1", "at": [], "new": SOURCE}, "data/sources.yml:8:"),
    "no list": (lead(at=["lead", "#en"]), "the data say nothing"),
    "another kind of value": (lead(at=["order"], old=True, new=2), "the data say 1"),
}  # fmt: skip


@pytest.mark.parametrize("case", CONFLICTS)
def test_what_has_changed_since_is_told_and_nothing_is_written(root: Path, case: str) -> None:
    edit, told = CONFLICTS[case]
    before = files(root)
    other = {"record": "city/northport", "at": ["country", "en"], "old": "Aland", "new": "Bland"}
    done = run(root, change(other, edit))

    assert done.exit_code == 1
    assert "error[decide]" in done.output
    assert told in done.output
    assert files(root) == before


def test_a_change_that_would_leave_an_error_is_refused(root: Path) -> None:
    """The errors are those of `check`, at the places that they would have; older ones of the data do not count."""
    file = root / "data" / "findings.yml"
    file.write_text(f"{file.read_text('utf-8')}odd: {{}}\n", "utf-8")
    before = files(root)
    fact = {**FACT, "id": "gate"}
    done = run(root, change({"record": "city/northport", "at": ["sections", "results"], "new": [fact]}))

    assert done.exit_code == 1
    assert "quay-9" in done.output
    assert "1 error" in done.output
    assert files(root) == before


DEEP: Any = "x"
for _ in range(40):
    DEEP = [DEEP]
HOSTILE: dict[str, Any] = {
    "no JSON": b"name: yes",
    "no text": b"\xff\xfe\x00",
    "huge": b'{"format": "handbook-change", "x": "' + b"a" * 2_000_000 + b'"}',
    "nested without end": b"[" * 100_000,
    "a list": [],
    "another format": {"format": "x"},
    "another version": change(lead(), version=2),
    "true for a version": change(lead(), version=True),
    "unknown key": change(lead(), files=["x"]),
    "a key of scripts": b'{"format": "handbook-change", "version": 1, "__proto__": {}, "changes": []}',
    "a key twice": b'{"format": "handbook-change", "format": "handbook-change"}',
    "no changes": change(),
    "a change that is none": change("x"),  # type: ignore[arg-type]
    "unknown key of a change": change(lead(file="data/labels.yml")),
    "a path for a record": change(lead(record="city/../../x")),
    "another path": change(lead(record="city//etc/passwd")),
    "a kind that has no files": change(lead(record="measure/northport.gauges")),
    "no kind": change(lead(record="__proto__/x")),
    "a record that is a list": change(lead(record=[])),
    "a reserved name": change({"record": "city/x/y", "at": [], "new": {}}),
    "a key with a line": change(lead(at=["lead\nx: 1"])),
    "a key of scripts inside": change(lead(at=["__proto__"])),
    "a number for a key": change(lead(at=[0])),
    "keys that are none": change(lead(at="lead")),
    "a whole record in place of one": change({"record": "city/northport", "at": [], "old": {}, "new": {}}),
    "NUL": change(lead(new="a\0b")),
    "half a sign": change(lead(new="\ud800")),
    "a line break": change(lead(new="a\nb: 1")),
    "an odd key in a value": change(lead(new={"a b": 1})),
    "null": change(lead(new=None)),
    "no number": b'{"format": "handbook-change", "version": 1, "changes": [{"record": "a", "at": [], "new": NaN}]}',
    "a number without bounds": change(lead(new=1e300)),
    "deep": change(lead(new=DEEP)),
    "nothing": change({"record": "city/northport", "at": ["lead"]}),
    "the same": change(lead(new=LEAD["old"])),
    "twice": change(lead(), lead(new="x")),
    "whole and part": change(lead(), lead(at=["lead"], old={"zh": "x"}, new={"zh": "y"})),
    "a long text": change(lead(new="x" * 20_001)),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_does_not_fit_is_named_and_nothing_is_written(root: Path, case: str) -> None:
    before = {one: one.read_bytes() for one in root.parent.rglob("*") if one.is_file() and one.name != "change.json"}
    done = run(root, HOSTILE[case])
    after = {one: one.read_bytes() for one in root.parent.rglob("*") if one.is_file() and one.name != "change.json"}

    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.output.startswith("Error: change.json: ")
    assert after == before


def test_every_fault_of_a_file_is_named(root: Path) -> None:
    done = run(root, change(lead(record="x"), lead(at=[""]), lead(new=None), by=1, more=2))

    assert [" ".join(line.split(": ")[-1].split()[:3]) for line in done.output.strip().split("\n")] == [
        'unknown key "more"', "1", "'record' is \"x\",", "'at' is [\"\"],", "null can be",
    ]  # fmt: skip


def mutated(chance: random.Random, value: Any) -> Any:
    """Return a value with a few places changed, added or taken out."""
    value = copy.deepcopy(value)
    for _ in range(chance.randint(1, 4)):
        held, around = value, None
        while isinstance(held, dict | list) and held and (around is None or chance.random() < 0.8):
            around, key = held, chance.choice(list(held) if isinstance(held, dict) else range(len(held)))
            held = held[key]
        if not isinstance(around, dict | list):
            continue
        new = chance.choice(
            ["x: y", 7, {"zh": "甲：“乙”", "en": "#b"}, ["a", "b"], [{"id": "a", "text": FACT["text"]}]]
        )
        act = chance.choice(("change", "add", "remove", "move"))
        if act == "move" and isinstance(around, list):
            chance.shuffle(around)
        elif act == "change":
            around[key] = new
        elif isinstance(around, list):
            around.insert(key, new) if act == "add" or len(around) == 1 else around.pop(key)
        elif act == "add" or len(around) == 1:
            around[f"key{chance.randint(0, 99)}"] = new
        else:
            del around[key]
    return value


MOVED = """\
# Of the list
list:
  # About the first, in
  # two lines
  - id: first  # the very first
    text: "甲"
    # at its end

  # --- apart ---

  - id: second
    bare: 007
  # About the third
  -
    id: third
    text: >-
      some
      lines

    # deeper still
  # below
  - {id: fourth,   odd:  yes}
  # after all
next: 1
"""


def moved(text: str, *names: str, **more: Any) -> str:
    """Return a text whose list has its items in another order, and some of them something else."""
    old = yaml.safe_load(text)["list"]
    new = [{**next((one for one in old if one["id"] == name), {"id": name}), **more} for name in names]
    result = blended(text, ("list",), old, new, lambda _: ())
    assert canonical(yaml.safe_load(result)["list"]) == canonical(new)
    return result


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_item_that_moves_has_its_lines_and_comments_with_it(end: str) -> None:
    """What is set apart by blank lines stays, and not a byte of any line changes."""
    text = MOVED.replace("\n", end)
    parts = text.split(end)
    first, second, third, fourth = parts[2:7], parts[10:12], parts[12:20], parts[20:22]
    apart, rest = parts[7:10], parts[22:]
    want = [*parts[:2], *second, *apart, *fourth, *third, *first, *rest]

    assert moved(text, "second", "fourth", "third", "first") == end.join(want)
    assert moved(moved(text, "second", "fourth", "third", "first"), "first", "second", "third", "fourth") == text


def test_an_item_that_is_last_in_a_file_without_an_end_moves_up() -> None:
    text = "list:\n  # one\n  - id: a\n  - id: b  # two"

    assert moved(text, "b", "a") == "list:\n  - id: b  # two\n  # one\n  - id: a"


def test_items_move_while_others_come_and_go() -> None:
    result = moved(MOVED, "third", "new", "first", note=1)
    lines = [line.split("#")[1].strip() for line in result.split("\n") if "#" in line]

    assert lines.index("About the third") < lines.index("deeper still") < lines.index("About the first, in")
    assert lines.index("About the first, in") < lines.index("the very first") < lines.index("at its end")
    assert '    text: "甲"\n    note: 1\n    # at its end\n' in result


@pytest.mark.parametrize("text", ["list: [{id: a}, {id: b}]\n", "list:\n- id: a\n- id: b\n"])
def test_lists_move_however_they_are_written(text: str) -> None:
    assert text.replace("a", "x").replace("b", "a").replace("x", "b") == moved(text, "b", "a")


@pytest.mark.parametrize("seed", range(20))
def test_any_value_becomes_any_other(seed: int) -> None:
    """Whatever changes, the text then holds the new value, and its comments are those that it had."""
    chance = random.Random(seed)
    for file in some(sorted((example.VALID / "data" / "cities").glob("*.yml")), 2):
        text = file.read_text("utf-8")
        old = Builder("").build(text)
        new = mutated(chance, old)
        result = blended(text, (), old, new, lambda _: ())

        assert canonical(Builder("").build(result)) == canonical(new)
        assert [line for line in text.split("\n") if line.startswith("#")] == [
            line for line in result.split("\n") if line.startswith("#")
        ]


def test_line_ends_and_byte_order_mark_stay(root: Path) -> None:
    file = root / CITY
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    title = {"zh": "二", "en": "Two"}
    wanted = {"record": "city/northport", "at": ["layers", "local"], "new": title}
    done = run(root, change(lead(), wanted))

    assert done.exit_code == 0, done.output
    new = before.replace(LEAD["old"].encode(), LEAD["new"].encode())
    line = '  local: {zh: "二", en: "Two"}\r\n'.encode()
    assert file.read_bytes().replace(line, b"") == new


def test_notes_of_a_workshop_are_listed_with_their_places(root: Path) -> None:
    held = json.loads(PROGRESS.read_text("utf-8"))
    held["items"] = {"path.framework.levels": {**held["items"]["path.goals.position"], "note": "One \x1b[2J blocks"}}
    held["own"] = {"own.abcdefgh": {"text": "A new item", "why": "We had none"}}
    before = files(root)
    done = run(root, held)

    assert done.exit_code == 0
    assert ": One [2J blocks" in done.output
    assert "-: A new item · We had none" in done.output
    assert files(root) == before
