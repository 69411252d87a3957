"""The outline of a plan with a group's answers: each stands in its chapter, and none is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.export import plan
from macros.load.dataset import Dataset
from macros.load.progress import Progress, read
from macros.wording import LANGUAGES
from tests.support import example
from tests.support.word import Word
from tests.support.workshop import progress

SKETCH, PIPES, ORDER = "path.framework.sketch", "system.water.map-pipes", "path.route.put-in-order"
BASE = {"zh": "水情", "en": "The state of the water"}
ANNEX = {"zh": "算法", "en": "Sums"}
REST = {"zh": "未归入各章的填写内容", "en": "Answers that belong to no chapter"}
DONE = {"state": "done", "owner": "Water office", "date": "2026-12-01", "note": "First line\n\nSecond line"}


def answers(dataset: Dataset, group: str = "Blue", **kinds: Any) -> Progress:
    """Return what a group's file holds."""
    held = read(json.dumps(progress(group, version=2, **kinds)).encode(), dataset)
    assert held.faults == ()
    return held


def word(dataset: Dataset, language: str = "en", **kinds: Any) -> Word:
    """Return the document with a group's answers, read back."""
    return Word(plan.word(dataset, language, answers(dataset, **kinds) if kinds else Progress()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outline_alone(language: str, dataset: Dataset) -> None:
    """Chapters with their headings, guidance, what is to be done, duties and the sheet of indicators to fill in."""
    held = word(dataset, language)
    base = held.after(BASE[language])

    assert (
        held.headings()
        == {
            "zh": ["一、水情", "（一）水位", "（二）缺口", "附件1　算法"],
            "en": ["1. The state of the water", "1.1 Levels", "1.2 Gaps", "Annex 1  Sums"],
        }[language]
    )
    assert [text for text, _ in held.contents()] == [" ".join(one.split()) for one in held.headings()]
    assert {"zh": "☐ 画草图。", "en": "☐ Sketch it."}[language] in base
    assert {"zh": "每日测量水位", "en": "Measure levels daily"}[language] in base
    assert {"zh": "自动测量占比", "en": "Share measured automatically"}[language] in base
    assert REST[language] not in held.text
    assert held.of("Subtitle")[0].count("·") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_stand_in_their_chapter(language: str, dataset: Dataset) -> None:
    """State, owner and date in the table of its items, the note as guidance before it; nothing is left for the end."""
    held = word(dataset, language, items={SKETCH: DONE}, person="Li")
    base = held.after(BASE[language])
    row = {
        "zh": ["画草图。", "已完成", "Water office", "2026年12月1日"],
        "en": ["Sketch it.", "Done", "Water office", "1 December 2026"],
    }[language]
    heads = {"zh": ["事项", "状态", "责任单位", "完成日期"], "en": ["Item", "State", "Owner", "By when"]}[language]

    assert [heads, row] in held.tables
    assert set(row) <= set(base)
    assert base.index("First line") + 1 == base.index("Second line") < base.index(row[0])
    assert [held.of(style).count("First line") for style in ("Guidance", "Body Text")] == [1, 0]
    assert "Blue · Li" in held.of("Subtitle")[0]
    assert REST[language] not in held.text


def test_an_item_that_is_left_out_keeps_its_reason(dataset: Dataset) -> None:
    """And what was noted of it; it is no line of work. A reason that was taken back with the state is gone."""
    dropped = {SKETCH: {"reason": "No river here"}}
    left = word(dataset, items={SKETCH: {"state": "not-for-us", "note": "Ask again"}}, dropped=dropped)
    back = word(dataset, items={SKETCH: {"state": "done"}}, dropped=dropped)

    assert "Sketch it.: No river here\nAsk again" in left.of("Guidance")
    assert [table for table in left.tables if ["Item", "State", "Owner", "By when"] in table] == []
    assert "No river here" not in back.text


@pytest.mark.parametrize(
    ("place", "chapter"),
    [("path.framework.draw", BASE), ("path.framework", BASE), ("path.framework.gone", BASE), ("system.water", REST),
     ("", REST), ("lesson.gone", REST)],
)  # fmt: skip
def test_what_a_group_adds_stands_where_its_place_does(place: str, chapter: dict[str, str], dataset: Dataset) -> None:
    """In the chapter that takes up the checklist, otherwise at the end; with state, owner, date and note."""
    own = {
        "text": "Call the ferry",
        "why": "It floods",
        "place": place,
        "state": "under-way",
        "owner": "Li",
        "note": "N",
    }
    held = word(dataset, own={"own.4f0c12ab": own, "own.4f0c12ac": {"text": "", "why": "taken back"}})
    elsewhere = BASE if chapter is REST else REST

    assert {"Call the ferry: It floods", "Under way", "Li", "N"} <= set(held.after(chapter["en"]))
    assert "Call the ferry: It floods" not in held.after(elsewhere["en"])
    assert "taken back" not in held.text


def test_targets_stand_in_their_chapter(dataset: Dataset) -> None:
    """With the note; an indicator of another edition stands at the end, by its id."""
    target = {
        "baseline": "62 %",
        "interim": "70 %",
        "target": "80 %",
        "owner": "Li",
        "date": "2030-12-31",
        "note": "Each quay",
    }
    held = word(dataset, targets={"indicator/share-measured": target, "indicator/gone": {"target": "7"}})

    row = ["Share measured automatically", "%", "62 %", "70 %", "80 %", "Li", "31 December 2030"]
    assert [table for table in held.tables if row in table and len(table) == 2] != []
    assert {*row, "Each quay"} <= set(held.after(BASE["en"]))
    assert {"gone", "7"} <= set(held.after(REST["en"]))
    assert "62 %" not in held.after(REST["en"])


def test_what_no_chapter_takes_up_stands_at_the_end(dataset: Dataset) -> None:
    """Items of no chapter and of other editions, levels; the part is an annex, numbered and in the contents."""
    held = word(
        dataset,
        items={PIPES: {"state": "done", "note": "Mapped"}, "path.framework.gone": {"owner": "Li"}},
        ratings={"system/water": {"level": 2, "note": "Halfway"}, "system/gone": {"note": "Was there"}},
    )
    rest = held.after(REST["en"])

    assert {"Map the pipes.", "Mapped", "path.framework.gone", "Li", "Halfway", "system/gone", "Was there"} <= set(rest)
    assert [cell for cell in rest if cell.startswith("2 ")] != []
    assert held.headings()[-1] == "Annex 2  Answers that belong to no chapter"
    assert held.contents()[-1] == ("Annex 2 Answers that belong to no chapter", REST["en"])


def test_no_field_of_any_entry_is_lost(dataset: Dataset) -> None:
    """Each answer is in the document once filled in, wherever it belongs; marks for editors are not the plan's."""
    texts = {"note": "note-{}", "owner": "owner-{}"}
    entry = lambda name: {key: text.format(name) for key, text in texts.items()}  # noqa: E731
    given: dict[str, Any] = {
        "items": {name: entry(name) for name in dataset["item"]},
        "ratings": {"domain/water": {"level": 1, "note": "note-rating"}},
        "own": {f"own.abcdefg{n}": {"text": f"text-{n}", "why": f"why-{n}", **entry(f"own-{n}")} for n in range(3)},
        "targets": {
            f"indicator/{name}": {**entry(name), **{key: f"{key}-{name}" for key in ("baseline", "interim", "target")}}
            for name in dataset["indicator"]
        },
    }  # fmt: skip
    held = word(dataset, **given)
    said = [
        value for kind in given.values() for one in kind.values() for value in one.values() if isinstance(value, str)
    ]

    assert len(said) > 20
    assert [value for value in said if value not in held.text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_answers_give_the_same_bytes(language: str, dataset: Dataset) -> None:
    given = answers(dataset, items={SKETCH: DONE})

    assert plan.word(dataset, language, given) == plan.word(dataset, language, given)


def test_hostile_answers_break_nothing(dataset: Dataset) -> None:
    """Markup and templates stand as text; signs that have no place in the file are shown as such."""
    evil = "<script>{{ 7*7 }}</script>\x00\x0b\u202e" + chr(0xD800)
    shown = "<script>{{ 7*7 }}</script>\ufffd\ufffd\u202e\ufffd"
    held = word(
        dataset,
        group=evil,
        items={SKETCH: {"note": evil, "owner": evil}},
        own={"own.4f0c12ab": {"text": evil, "why": evil}},
        targets={"indicator/share-measured": {"baseline": evil, "note": evil}},
    )

    assert shown in held.of("Subtitle")[0]
    assert held.text.count("<script>{{ 7*7 }}</script>") == 7
    assert "49" not in held.of("Subtitle")[0]


def test_data_without_an_outline_give_a_document(tmp_path: Path) -> None:
    """Answers are in it all the same."""
    root = example.make(tmp_path / "project")
    (root / "data" / "outline.yml").unlink()
    held = word(example.load(root), items={SKETCH: DONE})

    assert "First line" in held.after(REST["en"])


def test_a_renamed_item_keeps_its_answer(dataset: Dataset) -> None:
    held = word(dataset, items={"path.framework.draft": DONE}, targets={"indicator/share-read": {"target": "81"}})

    assert {"First line", "81"} <= set(held.after(BASE["en"]))
    assert REST["en"] not in held.text


def test_items_of_several_chapters_are_told_in_each(tmp_path: Path) -> None:
    """What a group adds stands in the first of them alone."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "outline.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("  annex: true\n") == 1
    file.write_text(text.replace("  annex: true\n", f"  items: [{SKETCH}, {ORDER}]\n"), encoding="utf-8")
    own = {
        "own.4f0c12ab": {"text": "Mine", "place": "path.framework.draw"},
        "own.4f0c12ac": {"text": "Yours", "place": "path.route"},
    }
    held = word(example.load(root), items={SKETCH: DONE}, own=own)

    assert [("First line" in held.after(one["en"])) for one in (BASE, ANNEX)] == [True, True]
    assert [("Mine" in held.after(one["en"])) for one in (BASE, ANNEX)] == [True, False]
    assert [("Yours" in held.after(one["en"])) for one in (BASE, ANNEX)] == [False, True]


@pytest.mark.parametrize(("answered", "left"), [((), 0), ((SKETCH,), 2), ((SKETCH, ORDER, PIPES), 0)])
def test_items_without_an_answer_are_counted(answered: tuple[str, ...], left: int, tmp_path: Path) -> None:
    """Where some have one; where none has, all stand there with an empty box."""
    root = example.make(tmp_path / "project")
    file = root / "data" / "outline.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count(f"items: [{SKETCH}]") == 1
    file.write_text(text.replace(f"items: [{SKETCH}]", f"items: [{SKETCH}, {ORDER}, {PIPES}]"), encoding="utf-8")
    held = word(example.load(root), items={name: {"state": "under-way"} for name in answered})
    base = held.after(BASE["en"])

    assert len([line for line in base if line.startswith("☐")]) == (0 if answered else 3)
    assert base.count("Under way") == len(answered)
    assert [line.split(";")[0] for line in base if "an answer yet" in line] == (
        [f"Items without an answer yet: {left}"] if left else []
    )


def test_an_annex_may_be_a_table_to_fill_in(tmp_path: Path) -> None:
    """Its columns are the chapter's, its rows empty."""
    root = example.make(tmp_path / "project")
    with (root / "data" / "outline.yml").open("a", encoding="utf-8") as file:
        file.write('  columns:\n    - {zh: "项目", en: "Project"}\n    - {zh: "单位", en: "Body"}\n')
    held = word(example.load(root))

    assert held.tables[-1][0] == ["Project", "Body"]
    assert {cell for row in held.tables[-1][1:] for cell in row} == {""}
    assert len(held.tables[-1]) > 3
