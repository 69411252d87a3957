"""The outline of a plan: numbers, order, and what feeds a chapter."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.load.selection import Selection, select
from macros.views.outline import chapter_page, han, headed, outline
from macros.views.places import MOST_LINKS
from macros.views.reading import Reading
from tests.support import example
from tests.support.some import some


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (90, "九十"),
        (99, "九十九"),
    ],
)
def test_chinese_numerals(value: int, numeral: str) -> None:
    assert han(value) == numeral


def test_no_two_numerals_are_the_same() -> None:
    assert len({han(value) for value in range(1, 100)}) == 99


def test_a_number_and_a_title() -> None:
    """Chinese punctuation needs no blank after it."""
    assert [headed(one, "T") for one in ("一、", "（二）", "1.", "1.2", "附件1", "Annex 1")] == [
        "一、T", "（二）T", "1. T", "1.2 T", "附件1 T", "Annex 1 T",
    ]  # fmt: skip


GUIDE = """order: 10
title: {zh: "某", en: "Some"}
lead: {zh: "说。", en: "Say."}
statements:
  - {id: a, text: {zh: "做。", en: "Do."}, sources: [article]}
"""
"""A step, system or lesson, as far as it is needed to be named."""


def chapters(root: Path, *texts: str) -> Dataset:
    """Return the example with other chapters."""
    form = """{name}:
  order: {order}
  title: {{zh: "章", en: "{name}"}}
  lead: {{zh: "说明。", en: "What for."}}
  headings:
    - {{id: one, title: {{zh: "甲", en: "One"}}, holds: [{{zh: "写。", en: "Write."}}]}}
    - {{id: two, title: {{zh: "乙", en: "Two"}}, holds: [{{zh: "写。", en: "Write."}}]}}
  length: {{zh: "一页", en: "A page"}}
  asks:
    - {{zh: "问？", en: "Is it so?"}}
{more}"""
    example.make(root)
    held = [text.split(" ", 2) for text in texts]
    lines = (form.format(name=name, order=order, more=more) for name, order, more in held)
    (root / "data" / "outline.yml").write_text("".join(lines), "utf-8")
    return example.load(root)


@pytest.mark.parametrize(
    ("language", "numbers", "inner"),
    [
        ("zh", ["一、", "二、", "附件1", "附件2"], ["（一）", "（二）"]),
        ("en", ["1.", "2.", "Annex 1", "Annex 2"], ["2.1", "2.2"]),
    ],
)
def test_chapters_are_numbered_in_their_order(
    language: str, numbers: list[str], inner: list[str], tmp_path: Path
) -> None:
    """Annexes stand last and are counted apart, wherever they stand in the data; headings count anew in each."""
    annex = "  annex: true\n"
    held = chapters(tmp_path / "project", f"c 1 {annex}", "b 2 ", f"d 3 {annex}", "a 1 ")
    views = outline(Reading(held, language)).chapters

    assert [view.id for view in views] == ["a", "b", "c", "d"]
    assert [view.number for view in views] == numbers
    assert [heading.number for heading in views[1].headings] == inner


def test_a_chapter_leads_to_those_beside_it(tmp_path: Path) -> None:
    held = Reading(chapters(tmp_path / "project", "a 1 ", "b 2 ", "c 3   annex: true\n"), "en")
    pages = [chapter_page(held, name) for name in ("a", "b", "c")]

    assert [page.previous and page.previous.href for page in pages] == [None, "outline/a.md", "outline/b.md"]
    assert [page.following and page.following.title for page in pages] == ["2. b", "Annex 1 c", None]


def test_what_feeds_a_chapter(dataset: Dataset) -> None:
    """By kind, in the order of work; what is left out of an edition is not offered."""
    whole = outline(Reading(dataset, "en")).chapters[0]
    part = outline(Reading(select(dataset, Selection(paths=("route",))), "en")).chapters[0]

    assert [group.title for group in whole.feeds] == [
        "Planning steps", "Systems", "Checklist items", "Legal duties", "Indicators", "Lessons",
        "Cities and measures to learn from",
    ]  # fmt: skip
    assert [group.title for group in part.feeds] == [
        "Legal duties",
        "Indicators",
        "Lessons",
        "Cities and measures to learn from",
    ]
    assert outline(Reading(dataset, "en")).chapters[1].feeds == ()


@pytest.mark.parametrize(("number", "shown", "more"), [(MOST_LINKS, MOST_LINKS, 0), (MOST_LINKS + 3, MOST_LINKS, 3)])
def test_at_most_twelve_of_a_kind_feed_a_chapter(number: int, shown: int, more: int, tmp_path: Path) -> None:
    """Beyond, the page that has all of the kind is named: of each kind there is one."""
    root = tmp_path / "project"
    chapters(root, "a 1 ")
    names = [f"more-{n}" for n in range(number)]
    for folder, name in product(("lessons", "systems", "paths"), names):
        (root / "data" / folder / f"{name}.yml").write_text(GUIDE, "utf-8")
    with (root / "data" / "outline.yml").open("a", encoding="utf-8") as file:
        file.write(f"  steps: {names}\n  systems: {names}\n  lessons: {names}\n")
    groups = some(outline(Reading(load(root)[0], "en")).chapters[0].feeds, 3)

    assert {(len(group.links), group.more) for group in groups} == {(shown, more)}
    assert [group.all for group in groups] == ["planning/index.md", "planning/framework.md", "lessons/index.md"]
