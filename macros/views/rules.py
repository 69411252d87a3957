"""The rules of the check for those who edit: what each asks, wrong and right, and what it says."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from macros.problems import Said, sentences
from macros.rulebook import SECTIONS, Spoken, spoken
from macros.rulebook.rule import Lines, Place, Rule
from macros.views.reading import Reading
from macros.wording import word

_MOST, _LEFT = 200, 60
"""Characters of a line that are shown; how many are left of a longer one."""
_LEVELS = {"error": word("level-error"), "warning": word("level-warning")}
_SHOWN = {"\t": "⇥", "\u3000": "□"}
"""Blanks that cannot be told from those of the space bar."""
_PAGE = "contribute/rules.md"


@dataclass(frozen=True)
class Piece:
    """A part of a sentence."""

    text: str
    is_code: bool


@dataclass(frozen=True)
class Shown:
    """A line of an example."""

    text: str
    is_marked: bool = False
    """Whether the message stands at it."""


@dataclass(frozen=True)
class RuleView:
    """A rule."""

    id: str
    level: str
    """error or warning, worded."""
    told: tuple[Piece, ...]
    """What it speaks of, and what to do."""
    wrong: tuple[Shown, ...]
    right: tuple[Shown, ...]
    place: str
    message: str
    hint: str
    more: str
    """Address where the guide says more, or ""."""


@dataclass(frozen=True)
class SectionView:
    """Rules of one part of an editor's work."""

    name: str
    title: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True)
class Names:
    """The rules of a section by name alone."""

    title: str
    links: tuple[tuple[str, str], ...]
    """Id and address."""


def rules(reading: Reading) -> tuple[SectionView, ...]:
    """Return all rules, section by section."""
    return tuple(
        SectionView(section.name, reading.labels[section.name], tuple(_rule(reading, one) for one in section.rules))
        for section in SECTIONS
    )


def rule_names(reading: Reading) -> tuple[Names, ...]:
    """Return the names of all rules with their addresses; none for an edition, which has not their page."""
    if reading.dataset.cut_from is not None:
        return ()
    return tuple(
        Names(reading.labels[section.name], tuple((one.id, f"{_PAGE}#{one.id}") for one in section.rules))
        for section in SECTIONS
    )


def _rule(reading: Reading, rule: Rule) -> RuleView:
    said = spoken()[rule.id]
    language, example = reading.language, rule.example
    wrong, right = _lines(reading, example, said) if isinstance(example, Lines) else _places(reading, example)
    return RuleView(
        id=rule.id,
        level=reading.labels[_LEVELS[said["level"]]],
        told=_pieces(sentences(rule.fault, rule.remedy), language),
        wrong=wrong,
        right=right,
        place=said["place"],
        message=said["message"][language],
        hint=said["hint"][language],
        more=f"contribute.md#{rule.more}" if rule.more else "",
    )


def _pieces(said: Said, language: str) -> tuple[Piece, ...]:
    parts = said[language].split("`")
    return tuple(Piece(text, bool(place % 2)) for place, text in enumerate(parts) if text)


def _lines(reading: Reading, held: Lines, said: Spoken) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    wrong = held.wrong.encode(held.encoding).decode("utf-8", "replace").rstrip("\n").split("\n")
    right = held.right.rstrip("\n").split("\n")
    edge = min(len(line) - len(line.lstrip(" ")) for line in (*wrong, *right) if line)
    marked = tuple(Shown(_visible(line[edge:]), number == said["line"]) for number, line in enumerate(wrong, 1))
    return marked if held.wrong else (Shown(reading.labels["rule-nothing"]),), tuple(
        Shown(_visible(line[edge:])) for line in right
    )


def _places(reading: Reading, held: Place) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    beside = _paths(held.beside)
    right = (Shown(held.right), *beside)
    wrong = (Shown(held.wrong, is_marked=True), *(right if held.is_copy else beside)) if held.wrong else beside
    return wrong or (Shown(reading.labels["rule-nothing"]),), right


def _paths(files: Mapping[str, str]) -> tuple[Shown, ...]:
    return tuple(Shown(path) for path in files)


def _visible(line: str) -> str:
    """Return a line in which what cannot be seen is, and a long one is shortened."""
    told = "".join(_SHOWN.get(sign) or _code(sign) for sign in (line if len(line) <= _MOST else line[:_LEFT]))
    return told if len(line) <= _MOST else f"{told}…"


def _code(sign: str) -> str:
    return f"[U+{ord(sign):04X}]" if unicodedata.category(sign) in ("Cf", "Zl", "Zp", "Co") else sign
