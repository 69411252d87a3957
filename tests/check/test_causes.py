"""One slip that makes a whole file unreadable is told once, by its cause, and brings no others after it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.check.run import check
from macros.edit import translations
from macros.load import translations as remembered
from macros.load.model_hints import type_hint
from tests.support import example

CITY, TERMS = "data/cities/northport.yml", "data/glossary.yml"


def told(root: Path) -> list[tuple[str, str, str]]:
    return [(problem.path, problem.rule, problem.hint.en) for problem in check(root)[1]]


@pytest.mark.parametrize("ending", [".yaml", ".YML", ".yml.txt"])
@pytest.mark.parametrize("path", [CITY, TERMS, "data/sources.yml"])
def test_a_file_with_another_ending(path: str, ending: str, tmp_path: Path) -> None:
    """Everything that names its records would be called wrong; the name is."""
    root = example.make(tmp_path / "project")
    renamed = (root / path).rename((root / path).with_suffix(ending))

    hint = f"Rename it to '{Path(path).name}'."
    assert told(root) == [(renamed.relative_to(root).as_posix(), "stray-file", hint)]


def test_a_folder_with_another_name(tmp_path: Path) -> None:
    """All cities are gone, and one line says why."""
    root = example.make(tmp_path / "project")
    (root / "data" / "cities").rename(root / "data" / "citys")

    assert told(root) == [("data/citys", "stray-file", "Did you mean 'cities'?")]


@pytest.mark.parametrize("name", ["Northport", "northport_", "-NORTHPORT"])
def test_a_file_whose_name_is_no_id(name: str, tmp_path: Path) -> None:
    """What names the record by the id that it should have is not called wrong for that."""
    root = example.make(tmp_path / "project")
    (root / CITY).rename((root / CITY).with_stem(name))

    assert {(path, rule) for path, rule, _ in told(root)} == {(f"data/cities/{name}.yml", "file-name")}


def test_a_text_without_english_does_not_lag_too(tmp_path: Path) -> None:
    """That a language is missing is told; what it would lag behind is the same fault."""
    root = example.make(tmp_path / "project")
    remembered.path(root).write_text(translations.recorded(root, starts=True), encoding="utf-8")
    text = (root / CITY).read_text(encoding="utf-8")
    (root / CITY).write_text(text.replace('{zh: "北港", en: "Northport"}', '{zh: "北港市"}'), encoding="utf-8")

    assert [(path, rule) for path, rule, _ in told(root)] == [(CITY, "missing-language")]


@pytest.mark.parametrize("path", [CITY, "data/lessons/water.yml", "data/paths/route.yml"])
def test_a_record_that_is_gone(path: str, tmp_path: Path) -> None:
    """It is named in many places, and what it alone cited or named is left over; one line says where it would stand."""
    root = example.make(tmp_path / "project")
    (root / path).unlink()

    assert [(path, rule) for path, rule, _ in told(root)] == [(path, "gone")]


@pytest.mark.parametrize(
    ("key", "rule"), [("facts", "gone"), ("areas", "gone"), ("layers", "layer"), ("checked", "checked-due")]
)
def test_a_section_that_is_gone(key: str, rule: str, tmp_path: Path) -> None:
    """The lines under one key of a city were taken out."""
    root = example.make(tmp_path / "project")
    text = (root / CITY).read_text(encoding="utf-8")
    (root / CITY).write_text(re.sub(rf"^{key}:.*\n(?: .*\n)*", "", text, flags=re.MULTILINE), encoding="utf-8")

    assert [(path, rule) for path, rule, _ in told(root)] == [(CITY, rule)]


def test_names_that_are_wrong_in_one_place_are_told_each(tmp_path: Path) -> None:
    """Who names three facts that no city has is told three times, there, and no city is said to lack them."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "conflicts.yml"
    text = file.read_text(encoding="utf-8")
    wrong = "[city/southbay#xx, city/southbay#yy, city/southbay#zz]"
    file.write_text(text.replace("city/northport#gauges-number", wrong), encoding="utf-8")

    assert {(path, rule) for path, rule, _ in told(root)} == {("data/conflicts.yml", "statement")}


def test_a_misspelt_layer(tmp_path: Path) -> None:
    """A fact is named by its question and layer: that nobody finds it so is the same fault."""
    root = example.make(tmp_path / "project")
    text = (root / CITY).read_text(encoding="utf-8")
    (root / CITY).write_text(text.replace("layer: national", "layer: nationl", 1), encoding="utf-8")

    assert [(path, rule) for path, rule, _ in told(root)] == [(CITY, "layer")]


@pytest.mark.parametrize(
    ("typed", "better"),
    [("8799,800", "8799800"), ("15万", "150000"), ("1.2亿元", "120000000"), ("约850.5平方千米", "850.5"),
     ("US$ 70 million", "70000000"), ("12 people", "12"), ("1,2", ""), ("2019-2020", ""), ("3千", ""), ("5k", "")],
)  # fmt: skip
def test_a_number_with_more_than_digits(typed: str, better: str) -> None:
    """The number that was meant is named, and none where that is not sure."""
    hint = type_hint("a number", typed, ())

    assert (f"Write {better}" in hint.en) if better else "Write it without quotes" in hint.en
