"""Rules about words: what they find, and above all what they must let pass."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from macros.check import reporters
from macros.check.rules import text as text_rules
from macros.check.run import check
from tests.support import example
from tests.support.some import some

SOUND_ZH = (
    "首席数字官（Chief Digital Officer，CDO）负责。",
    "《智慧城市 顶层设计指南》仍然有效。",
    "《深化智慧城市发展 推进全域数字化转型行动计划》（发改数据〔2025〕1306号）",
    "口号是“We want the city to work for everyone, now and in ten years.”，写在封面上。",
    "法文名（Paris intelligente et durable, une ville pour toutes et tous）",
    "所引《Smarter London Together: listening, learning and working with citizens》一书",
    "题为“Building a Smart + Equitable City”（2015）。",
    "日文作「スマート東京」，见『未来の東京 戦略』。",
    "每月3,000人，上午9:30开门，比例为1:3，增长5.5%。",
    "平台data.gov.sg和data.london.gov.uk上线。",
    "采用.NET框架，版本3.2。",
    "依据ITU-T Y.4903和GB/T 36333-2018第3.2节。",
    "OneNYC 2050",
    "Smart Nation and Digital Government Office",
    "Ville de Paris",
    "Transport for London负责，U.S. Department of Housing and Urban Development出资。",
    "雅虎（Yahoo!）和“Where next?”两处",
    "%",
    "R&D < 5%。",
    "见https://example.org/a:b，所读为2019年版。",
    "汉字与English之间没有空格。",
)
SOUND_EN = (
    "The plan, in Chinese “智慧伦敦路线图”, of 2018.",
    "The guide (《智慧城市 顶层设计指南》) is in force.",
    "Xiong'an (雄安新区规划纲要) and i深圳 had users.",
    "局 (bureau) is wrong; document 发改数据〔2025〕1306号 says so.",
    "“Smart” city – déjà vu, £5 million, 3,000 people at 5:30.",
    "Open at data.gov.sg.",
    "The Mayor said: “An open city”, and left.",
    "The XXX Olympiad, item #5 of the list.",
)
FAULTS = (
    ("有数据，有 平台。", "Sound.", "han-blank"),
    ("有数据， 有平台。", "Sound.", "han-blank"),
    ("有\u00a0平台。", "Sound.", "han-blank"),
    ("《指南》 规定。", "Sound.", "han-blank"),
    ("有数据,有平台。", "Sound.", "half-width"),
    ("共3,000人,其中一半", "Sound.", "half-width"),
    ("《指南》,2019年;见下。", "Sound.", "half-width"),
    ("上午9:30,开门。", "Sound.", "half-width"),
    ("（东京都,2020年）", "Sound.", "half-width"),
    ("建成了(部分)。", "Sound.", "half-width"),
    ("(CDO)负责。", "Sound.", "half-width"),
    ("OneNYC  2050", "Sound.", "double-blank"),
    ("有平台。", "Two  blanks.", "double-blank"),
    ("A harbour.", "Sound.", "wrong-language"),
    ("In 2019 the city published its plan", "Sound.", "wrong-language"),
    ("平台supports open data publishing for all的功能", "Sound.", "wrong-language"),
    ("有平台。", "有平台。", "wrong-language"),
    ("有平台。", "平台", "wrong-language"),
    ("有平台。", "It follows 智慧伦敦路线图 closely.", "wrong-language"),
    ("有平台。", "Data、platform.", "wrong-language"),
    ("建成虚拟城市。", "Sound.", "discouraged-term"),
    ("有平台。", "Virtual City: built.", "discouraged-term"),
    ("坐渡轮。", "Sound.", "discouraged-term"),
    ("有平台。", "Two harbors.", "discouraged-term"),
)


def rules(root: Path, texts: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return the rules that each pair of texts breaks, in one project."""
    made = [{"zh": zh, "en": en} for zh, en in texts]
    city = {
        "name": {"zh": "东村", "en": "Eastham"}, "country": {"zh": "丙国", "en": "Celand"},
        "lead": {"zh": "一个村。", "en": "A village."},
        "sections": {"results": [{"list": made, "id": "made", "sources": ["article"]}]},
    }  # fmt: skip
    text = json.dumps(city, ensure_ascii=False).replace('{"zh"', '\n{"zh"').replace("}", "}\n")
    file = example.make(root) / "data" / "cities" / "eastham.yml"
    file.write_text(text, encoding="utf-8")
    problems = check(root)[1]
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith('{"zh"')][3:]
    assert {problem.line for problem in problems} <= set(lines), reporters.text(problems, "en")
    return [{problem.rule for problem in problems if problem.line == line} for line in lines]


def test_nothing_is_said_of_sound_texts(tmp_path: Path) -> None:
    """Names and titles in other languages, numbers, addresses: an editor is not sent after what is right."""
    texts = [*((zh, "Sound.") for zh in SOUND_ZH), *(("无误。", en) for en in SOUND_EN)]

    broken = dict(zip(texts, rules(tmp_path / "project", texts), strict=True))

    assert {text: found for text, found in broken.items() if found} == {}


def test_faults_are_found(tmp_path: Path) -> None:
    """Each fault is found by its rule and by no other."""
    texts = [(zh, en) for zh, en, _ in FAULTS]

    assert rules(tmp_path / "project", texts) == [{rule} for _, _, rule in FAULTS]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("旧称“虚拟城市”。", "Once called a “virtual city”."),
        ("数字孪生（旧称虚拟城市）", "A digital twin (once a virtual city)"),
        ("数字孪生。", "A virtual citywide, non-virtual plan."),
        ("旧称“渡轮”。", "Harbor Board, at the harbor of old; harborside."),
    ],
)
def test_discouraged_terms_may_be_quoted(zh: str, en: str, tmp_path: Path) -> None:
    """In quotes or brackets a discouraged term is spoken of, not used; part of another word is not the term."""
    assert rules(tmp_path / "project", [(zh, en)]) == [set()]


def test_a_form_may_be_right_with_a_reason(tmp_path: Path) -> None:
    """For a statement or a whole record, by its name; all others are held to the form."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "cities" / "northport.yml"
    text = file.read_text(encoding="utf-8").replace("A port that exists", "A harbor that exists")
    file.write_text(re.sub(r'(id: gauges-1\n *text: \{zh: "[^"]*", en: ")', r"\1The harbor: ", text), encoding="utf-8")
    broken = [one.line for one in check(root)[1]]
    held = "\n".join(f"{n}: {{rule: discouraged-term, facts: [{name}], reason: A name.}}" for n, name in
                     (("one", "city/northport#gauges-1"), ("two", "city/northport")))  # fmt: skip
    exempt = root / "data" / "exempt.yml"
    exempt.write_text(f"{exempt.read_text(encoding='utf-8')}{held.splitlines()[0]}\n", encoding="utf-8")
    left = [one.line for one in check(root)[1]]
    exempt.write_text(f"{exempt.read_text(encoding='utf-8')}{held.splitlines()[1]}\n", encoding="utf-8")

    assert len(broken) == 2
    assert left == broken[:1]
    assert check(root)[1] == []


def test_words_of_the_interface_are_read_too(tmp_path: Path) -> None:
    """A label follows the same rules."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "labels.yml"
    text = file.read_text(encoding="utf-8").replace('home: {zh: "首页"', 'home: {zh: "首页,城市"', 1)
    file.write_text(text, encoding="utf-8")

    assert [(problem.path, problem.rule) for problem in check(root)[1]] == [("data/labels.yml", "half-width")]


def test_no_pattern_looks_through_a_text_again_and_again() -> None:
    """Every repetition but of blanks has bounds, so that an unclosed bracket is not looked after to the end."""
    repeated = re.compile(r"(?:\[[^\]]*\]|\)|\w)(?:[*+]|\{\d+,\})")
    blanks = {r"[ \u3000\xa0]+", "[ \u3000\xa0]+"}
    patterns = {name: held for name, held in vars(text_rules).items() if isinstance(held, re.Pattern)}
    found = {name: set(repeated.findall(held.pattern)) - blanks for name, held in some(patterns.items(), 8)}

    assert {name: held for name, held in found.items() if held} == {}
