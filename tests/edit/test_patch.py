"""A text with some of its values changed, and nothing else."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml

from macros.edit.patch import Patch
from macros.problems import Keys
from tests.support.some import some

TEXT = """# schema
order: 3  # by size
name: {zh: "甲城", en: 'Northport'}

facts:
  # the plan
  plan:
    text: {zh: "规划", en: "A plan"}
    sources: [a-1, a-2]
    checked: 2026-11-24
  trouble:
    - text:
        zh: "迟了。"
        en: "Late."
      checked: 2026-11-24  # again

    - checked: 2026-11-23
      # why
      note: {en: x}
last: 1
"""


def held(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ([("replace", ("order",), "4")], "order: 3  #", "order: 4  #"),
        ([("replace", ("name", "en"), '"Oslo"')], "'Northport'", '"Oslo"'),
        (
            [("rename", ("facts", "plan", "checked"), "read")],
            "    checked: 2026-11-24\n  t",
            "    read: 2026-11-24\n  t",
        ),
        ([("remove", ("facts", "plan", "checked"))], "    checked: 2026-11-24\n  t", "  t"),
        ([("remove", ("facts", "plan", "sources", 0))], "[a-1, a-2]", "[a-2]"),
        ([("remove", ("facts", "plan", "sources", 1))], "[a-1, a-2]", "[a-1]"),
        ([("remove", ("name", "zh"))], '{zh: "甲城", en', "{en"),
        ([("remove", ("facts", "trouble", 0, "checked"))], "      checked: 2026-11-24  # again\n", ""),
        ([("remove", ("facts", "trouble", 1, "checked"))], "- checked: 2026-11-23\n      #", "- \n      #"),
        (
            [("remove", ("facts", "trouble", 0, "text"))],
            '- text:\n        zh: "迟了。"\n        en: "Late."\n      c',
            "- c",
        ),
        ([("remove", ("last",))], "last: 1\n", ""),
        (
            [("insert", ("facts", "trouble", 0), "id", "late")],
            '- text:\n        zh: "迟',
            '- id: late\n      text:\n        zh: "迟',
        ),
        ([("insert", (), "id", "x")], "order: 3", "id: x\norder: 3"),
        ([("insert", ("name",), "fr", "N")], '{zh: "甲', '{fr: N, zh: "甲'),
    ],
)
def test_one_place_changes(changes: list[tuple[Any, ...]], old: str, new: str) -> None:
    patch = Patch(TEXT)
    for name, *arguments in changes:
        getattr(patch, name)(*arguments)
    assert TEXT.count(old) == 1
    assert patch.result == TEXT.replace(old, new)
    assert held(patch.result)


def test_entries_are_added_behind_another_with_the_margin_of_their_mapping() -> None:
    patch = Patch(TEXT)
    patch.insert(("facts", "plan"), "said", "{zh: x, en: y}", after="text")
    patch.insert(("facts", "trouble", 1), "text", "zh: a\nen: b", after="note")
    patch.insert(("name",), "fr", "N", after="en")
    patch.insert((), "more", "1", after="last")

    changed = held(patch.result)
    assert list(changed["facts"]["plan"]) == ["text", "said", "sources", "checked"]
    assert changed["facts"]["trouble"][1] == {
        "checked": "2026-11-23",
        "note": {"en": "x"},
        "text": {"zh": "a", "en": "b"},
    }
    assert (changed["name"]["fr"], changed["more"]) == ("N", "1")
    assert [line for line in TEXT.splitlines() if line not in patch.result.splitlines()] == [
        "name: {zh: \"甲城\", en: 'Northport'}"
    ]


def test_line_ends_stay_those_of_the_file() -> None:
    patch = Patch(TEXT.replace("\n", "\r\n"))
    patch.insert((), "id", "x")
    patch.insert(("facts", "plan"), "note", "zh: a\nen: b", after="checked")
    patch.remove(("facts", "plan", "sources"))

    assert patch.result.count("\n") == patch.result.count("\r\n") == TEXT.count("\n") + 1 + 3 - 1
    assert held(patch.result)["facts"]["plan"]["note"] == {"zh": "a", "en": "b"}


@pytest.mark.parametrize("seed", range(60))
def test_any_removals_leave_what_was_not_meant(seed: int) -> None:
    """What is left reads as if it had been removed from the values, and each line left stood there before."""
    chance = random.Random(seed)
    patch, expected, gone = Patch(TEXT), held(TEXT), []
    for keys, node in some(list(patch.root.walk()), 20):
        around = patch.root.at(keys[:-1])
        room = len(around.entries) + len(around.items) - sum(one[:-1] == keys[:-1] for one in gone)
        inside = any(keys[: len(one)] == one for one in gone)
        if keys and node and room > 1 and not inside and chance.random() < 0.25:
            gone.append(keys)
    for keys in gone:
        patch.remove(keys)
    for keys in reversed(gone):
        del at(expected, keys[:-1])[keys[-1]]
    try:
        result = patch.result
    except ValueError:  # two in one pair of brackets
        assert len({keys[:-1] for keys in gone}) < len(gone)
        return
    assert held(result) == expected


def at(value: Any, keys: Keys) -> Any:
    for key in keys:
        value = value[key]
    return value


def test_what_leads_nowhere_is_refused() -> None:
    patch = Patch(TEXT)
    for keys in (("none",), ("facts", "trouble", 7), ("order", "x")):
        with pytest.raises(LookupError):
            patch.replace(keys, "1")
        with pytest.raises(LookupError):
            patch.remove(keys)
    with pytest.raises(LookupError):
        patch.insert(("order",), "x", "1")
    with pytest.raises(ValueError, match="nothing would be left"):
        patch.remove(("facts", "trouble", 1, "note", "en"))


def test_two_changes_of_one_place_are_refused() -> None:
    patch = Patch(TEXT)
    patch.replace(("facts", "plan", "text", "zh"), "x")
    patch.remove(("facts", "plan", "text"))
    with pytest.raises(ValueError, match="two changes"):
        _ = patch.result
