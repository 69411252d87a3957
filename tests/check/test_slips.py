"""Slips of one line: what is said of each, word for word, in tests/golden/slips.txt.

To add one, add a line here and run it with `--update`, then read what it says as an editor would.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check.run import check
from tests.support import example

CITY, SOURCES, TOOLKITS = "data/cities/southbay.yml", "data/sources.yml", "data/toolkits.yml"
LEAD = 'lead: {zh: "回答得少的城市。", en: "A city with few answers."}'
CITED = "  plan:\n    absent: true\n    sources: [port-2]\n"
TEXT = '            text: {zh: "泵站已经联网。", en: "The pumps are networked."}\n'
NUMBER = "            value: {}\n            unit: devices\n            as_of: 2020\n"
ADDRESS = "url: https://example.org/blog"
SLIPS = {
    "only the closing quote": (CITY, LEAD, 'lead:\n  zh: 开发。"\n  en: Developing services."'),
    "a quote inside a text without quotes": (CITY, LEAD, 'lead:\n  zh: "甲。"\n  en: A 5" pipe.'),
    "tags of HTML": (CITY, LEAD, 'lead: {zh: "甲&nbsp;面<br>。", en: "A <b>city</b>&#160;is."}'),
    "all that is wrong with a text": (
        CITY, LEAD, 'lead: {zh: "开发 并**提供**服务,的`开`放開。 ", en: " TODO # [x](https://x.y) __b__  c"}'
    ),
    "a tab in a text": (CITY, LEAD, 'lead: {zh: "开发 并\\t服务,的。", en: "x"}'),
    "nothing but a note": (CITY, LEAD, 'lead: {zh: "TODO", en: "待补"}'),
    "another code of Chinese": (CITY, LEAD, 'lead: {cn: "甲。", en: "A."}'),
    "an address for an id": (CITY, CITED, CITED.replace("[port-2]", '["https://example.org/x"]')),
    "round brackets": (CITY, CITED, CITED.replace("[port-2]", "(port-1, port-2)")),
    "a quoted word in a text in quotes": (CITY, LEAD, 'lead: {zh: "所谓"智慧"城市。", en: "A city."}'),
    "a semicolon": (CITY, CITED, CITED.replace("[port-2]", "[port-1; port-2]")),
    "quotes around all": (CITY, CITED, CITED.replace("[port-2]", '["port-1, port-2"]')),
    "no comma": (CITY, LEAD, 'lead: {zh: "甲。" en: "A."}'),
    "a comma at the end of a line": (CITY, LEAD, 'lead:\n  zh: "甲。",\n  en: "A."'),
    "a full-width comma at the end of a line": (CITY, LEAD, 'lead:\n  zh: "甲。"，\n  en: "A."'),
    "an asterisk for a dash": (CITY, "          - id: pumps-1", "          * id: pumps-1"),
    "a comma in a number": (CITY, TEXT, NUMBER.format("1,000")),
    "blanks in a number": (CITY, TEXT, NUMBER.format("100 000")),
    "no zero before the point": (CITY, TEXT, NUMBER.format(".5")),
    "a comment inside braces": (CITY, LEAD, "lead: {zh: 市民 #参见, en: Citizens}"),
    "a no-break blank inside braces": (CITY, LEAD, 'lead: {zh:\u00a0"甲。", en: "A."}'),
    "No in a list of words": (TOOLKITS, 'comparison: "partly"', "comparison: No"),
    "a blank in an address": (SOURCES, ADDRESS, 'url: "https://example.org/a b"'),
    "a bar in an address": (SOURCES, ADDRESS, 'url: "https://example.org/a|b"'),
    "an address in capitals": (SOURCES, ADDRESS, 'url: "HTTPS://example.org/a"'),
    "an id of more than sixty characters": (CITY, "id: pumps", f"id: {'p' * 61}"),
}  # fmt: skip


def slipped(root: Path, path: str, old: str, new: str) -> Path:
    """Make the example project with a slip in one of its files."""
    file = example.make(root) / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def test_slips(tmp_path: Path, expect: Callable[[Path, str], None]) -> None:
    """Each is told once, where it stands, with what to write instead."""
    said: dict[str, list[str]] = {"en": [], "zh": []}
    for number, (name, slip) in enumerate(SLIPS.items()):
        reports = example.reports(slipped(tmp_path / str(number), *slip))
        for language, held in said.items():
            held.append(f"== {name}\n{reports[language]}")

    expect(example.TESTS / "golden" / "slips.txt", "\n".join(said["en"]))
    expect(example.TESTS / "golden" / "slips.zh.txt", "\n".join(said["zh"]))


@pytest.mark.parametrize(
    "lead",
    [
        'lead: {zh: "乾隆年间，乾坤已定。", en: "A < b & c, R&D; x_vice_y and snake_case."}',
        'lead: {zh: "GPT-4(V)和f(x)的用法。", en: "It says “TBD”."}',
        'lead: {zh: "写作“TODO”。", en: "See https://example.org/a_b_c."}',
        "lead: {zh: 甲说“好”。, en: The “smart” city's plan}",
    ],
)
def test_what_only_looks_like_a_slip(lead: str, tmp_path: Path) -> None:
    assert example.reported(slipped(tmp_path, CITY, LEAD, lead)) == "no problems found\n"


@pytest.mark.parametrize("folder", ["content", "content/en", "docs", "macros", "overrides"])
def test_a_record_in_a_folder_of_something_else(folder: str, tmp_path: Path) -> None:
    root = example.make(tmp_path)
    (root / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(root / CITY, root / folder / "eastham.yml")

    assert [(one.path, one.rule, one.hint.en) for one in check(root)[1]] == [
        (f"{folder}/eastham.yml", "stray-file", "It looks like a city. Move it to data/cities/.")
    ]


def test_a_second_file_of_another_ending(tmp_path: Path) -> None:
    """It cannot be renamed to what there is."""
    root = example.make(tmp_path)
    shutil.copy(root / CITY, root / "data" / "cities" / "southbay.yaml")

    assert [one.hint.en for one in check(root)[1]] == ["There is 'southbay.yml' too: keep one of the two."]


@pytest.mark.parametrize("name", ["berlin", "zurich"])
def test_the_copy_is_named_not_the_original(name: str, tmp_path: Path) -> None:
    """Whichever comes first in lists."""
    root = example.make(tmp_path)
    shutil.copy(root / "data" / "cities" / "northport.yml", root / "data" / "cities" / f"{name}.yml")

    assert [one.path for one in check(root)[1] if one.rule == "copied-record"] == [f"data/cities/{name}.yml"]
