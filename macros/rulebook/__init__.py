"""What the guide tells of each rule that `handbook check` and `handbook migrate` know, each with an example."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TypedDict

from macros.rulebook import form, names, places, sources, unread, words
from macros.rulebook.rule import Section
from macros.wording import word

SECTIONS = (
    Section(word("rules-unread"), unread.RULES),
    Section(word("rules-form"), form.RULES),
    Section(word("rules-sources"), sources.RULES),
    Section(word("rules-names"), names.RULES),
    Section(word("rules-words"), words.RULES),
    Section(word("rules-places"), places.RULES),
)
"""In the order of the page."""
SPOKEN = Path(__file__).with_name("spoken.json")


class Spoken(TypedDict):
    """What a rule said of its wrong example."""

    level: str
    place: str
    """`path:line:column`."""
    line: int
    """Which line of the example, from 1; 0 for none of them."""
    message: dict[str, str]
    """By language; so the hint."""
    hint: dict[str, str]


@functools.cache
def spoken() -> dict[str, Spoken]:
    """Return what each rule says of its example, which a test has taken down."""
    held: dict[str, Spoken] = json.loads(SPOKEN.read_text(encoding="utf-8"))
    return held
