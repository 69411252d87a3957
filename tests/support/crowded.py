"""The example project with more of everything than a page shows: computed, so that its files need not be read.

Its cities are the example's two and as many bays as are wanted, each after the model of Southbay; bays come in the
order of falling numbers, so that the order of lists is not that of names.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from macros.load.dataset import Dataset
from tests.support import example

CITIES = 32
"""Two more than a page lists."""
SOURCES = 103
"""Three more than a page lists."""
_NAMED = 2
"""Cities of the example itself."""
_ICE = """order: 2
title: {zh: "冰系统", en: "Ice system"}
lead: {zh: "没有城市做过。", en: "No city has one."}
statements:
  - id: freezes
    text: {zh: "冬天结冰。", en: "It freezes in winter."}
    sources: [article]
"""
"""A system that no measure bears on."""


def make(root: Path, cities: int = CITIES, sources: int = SOURCES) -> Path:
    """Make `root` such a project with as many cities and sources in all."""
    example.make(root)
    listed = root / "data" / "sources.yml"
    held = yaml.safe_load(listed.read_text(encoding="utf-8"))
    added = [f"source-{number:03}" for number in range(1, sources - len(held))]
    with listed.open("a", encoding="utf-8") as file:
        file.writelines(_source(name) for name in [*added, "bays"])
    (root / "data" / "systems" / "ice.yml").write_text(_ICE, encoding="utf-8")
    bays = cities - _NAMED
    for number in range(1, bays + 1):
        text = _bay(number, 3 + bays - number, added[number - 1 :: bays])
        (root / "data" / "cities" / f"bay-{number:02}.yml").write_text(text, encoding="utf-8")
    return root


def load(root: Path, cities: int = CITIES, sources: int = SOURCES) -> Dataset:
    """Return the data set of such a project."""
    return example.load(make(root, cities, sources))


def _source(name: str) -> str:
    return f"""{name}:
  title: "{name}"
  language: en
  publisher: {{zh: "某所", en: "An institute"}}
  kind: primary
  checked: 2026-11-01
"""


def _bay(number: int, order: int, sources: list[str]) -> str:
    """Return a city with a measure that the article alone tells of; every other one bears on the water system."""
    return f"""order: {order}
name: {{zh: "海湾{number}", en: "Bay {number}"}}
country: {{zh: "乙国", en: "Beland"}}
lead: {{zh: "众多城市中的一座。", en: "One of many cities."}}
facts:
  plan:
    text: {{zh: "海湾规划。", en: "The plan of the bays."}}
    sources: {["bays", *sources]}
    checked: 2026-11-01
areas:
  - id: shore
    title: {{zh: "海岸", en: "Shore"}}
    measures:
      - id: pumps
        title: {{zh: "泵站{number}", en: "Pumps {number}"}}
        domains: [water]
        systems: {["water"] if number % 2 else []}
        lessons: [water]
        statements:
          - id: pumps-1
            text: {{zh: "文章提到泵站。", en: "The article tells of pumps."}}
            sources: [article]
see: [implication/small]
"""
