"""What editors add to the shipped handbook in a week, as the guide for contributors tells them to.

Nothing here is named by hand that the shipped data have: whoever edits them changes no test.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.support.data import Data

SOURCE, CITY, LESSON, QUESTION, MEASURE = "a-new-city-1", "a-new-city", "new-lesson", "new-question", "new-measure"
NEW = {"sources": [SOURCE]}


def _text(words: str) -> dict[str, str]:
    return {"zh": f"新的内容：{words}。", "en": f"A new thing, {words}."}


def _answer(kind: str, checked: str) -> dict[str, Any]:
    """Return an answer to a question of some kind."""
    forms: dict[str, dict[str, Any]] = {
        "text": {"text": _text("answer")},
        "date": {"date": "2019"},
        "number": {"value": 7, "unit": "projects", "as_of": "2019"},
        "list": {"list": [_text("first"), _text("second")]},
        "references": {"refs": [f"lesson/{LESSON}"]},
    }
    return {**forms[kind], "checked": checked, **NEW}


def _append(file: Path, name: str, record: Any) -> None:
    """Add an entry to a file of many, a new one if need be."""
    file.parent.mkdir(exist_ok=True)
    held = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{held}{name}: {json.dumps(record, ensure_ascii=False)}\n", encoding="utf-8")


def _write(root: Path, path: str, schema: str, record: Any) -> None:
    """Add a file with the line that names its schema."""
    text = json.dumps(record, ensure_ascii=False, indent=2)
    line = f"# yaml-language-server: $schema=../schema/{schema}.json"
    (root / "data" / path).write_text(f"{line}\n{text}\n", encoding="utf-8")


def _add_source(root: Path) -> None:
    """Add a source, which something must cite."""
    source = {
        "title": "A page", "language": "en", "publisher": _text("publisher"), "kind": "primary",
        "url": "https://example.org/new", "checked": Data(root).newest(),
    }  # fmt: skip
    _append(root / "data" / "sources" / f"{CITY}.yml", SOURCE, source)


def add_city(root: Path) -> None:
    """Add a city with answers to six questions and one measure that bears on nothing, and its source."""
    _add_source(root)
    data = Data(root)
    asked = list(data.dimensions.items())[:6]
    facts = {name: _answer(held["kind"], data.newest()) for name, held in asked}
    measure = {
        "id": MEASURE,
        "title": _text("measure"),
        "statements": [{"id": "first", "text": _text("statement"), "checked": data.newest(), **NEW}],
    }
    areas = [{"id": "new-area", "title": _text("area"), "measures": [measure]}]
    city = {"name": _text("city"), "country": _text("country"), "lead": _text("lead"), "facts": facts, "areas": areas}
    _write(root, f"cities/{CITY}.yml", "city", city)


def add_question(root: Path) -> None:
    """Add a question that no city has answered."""
    question = {"label": _text("question"), "help": _text("help"), "kind": "number"}
    _append(root / "data" / "dimensions.yml", QUESTION, question)


def add_lesson(root: Path) -> None:
    """Add a lesson without evidence, checklist or anything else that may be left out."""
    lesson = {
        "order": 900, "title": _text("lesson"), "lead": _text("lead of it"),
        "statements": [{"id": "first", "text": _text("statement of it"), "sources": ["article"]}],
    }  # fmt: skip
    _write(root, f"lessons/{LESSON}.yml", "lesson", lesson)


def let_a_review_come_due(root: Path) -> None:
    """Let a statement have been checked years before all others."""
    file = root / "data" / "cities" / f"{CITY}.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'("checked": ")\d{4}', r"\g<1>2019", text, count=1), encoding="utf-8")


def rename_an_item(root: Path) -> None:
    """Give an item of the first step with a checklist another id, and keep the earlier one."""
    name, held = next((one, held) for one, held in Data(root).records["path"].items() if held.get("groups"))
    old = held["groups"][0]["items"][0]["id"]
    file = root / "data" / "paths" / f"{name}.yml"
    text, count = re.subn(
        rf"^( *)- id: {old}\n",
        rf"\1- id: {old}-new\n\1  formerly: [{old}]\n",
        file.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    assert count == 1
    file.write_text(text, encoding="utf-8")
    for other in (root / "data").rglob("*.yml"):  # who names the item
        held_text = other.read_text("utf-8")
        other.write_text(re.sub(rf"\bpath\.{name}\.{old}\b", rf"path.{name}.{old}-new", held_text), "utf-8")


EDITS = (add_city, add_question, add_lesson, let_a_review_come_due, rename_an_item)
"""In an order in which each finds what it needs."""
ADDED = (f"source/{SOURCE}", f"city/{CITY}", f"measure/{CITY}.{MEASURE}", f"lesson/{LESSON}", f"dimension/{QUESTION}")
