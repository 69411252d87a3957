"""The outline of the plan: what each chapter must hold, and what of the handbook feeds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.chapter import Chapter, Heading
from macros.views import statement
from macros.views.places import MOST_LINKS, Link, LinkGroup, RecordFile, all_of, data_file, data_files, href, link
from macros.views.reading import Reading
from macros.views.related import conflicts, related
from macros.views.statement import StatementView


@dataclass(frozen=True)
class HeadingView:
    """A heading inside a chapter."""

    id: str
    number: str
    title: str
    headed: str
    """Number and title."""
    holds: tuple[str, ...]


@dataclass(frozen=True)
class ChapterView:
    """One chapter or annex."""

    id: str
    href: str
    number: str
    title: str
    headed: str
    """Number and title."""
    lead: str
    annex: bool
    headings: tuple[HeadingView, ...]
    length: str
    asks: tuple[str, ...]
    statements: tuple[StatementView, ...]
    feeds: tuple[LinkGroup, ...]
    """Steps, items, duties, indicators, lessons, cities."""
    conflicts: tuple[Link, ...]
    related: tuple[LinkGroup, ...]
    data_file: RecordFile


@dataclass(frozen=True)
class ChapterPage:
    """A chapter, and those beside it."""

    chapter: ChapterView
    previous: Link | None
    following: Link | None


@dataclass(frozen=True)
class Outline:
    """All chapters, in order."""

    chapters: tuple[ChapterView, ...]
    language: str
    """Of the document that the page offers."""
    files: tuple[str, ...]


def outline(reading: Reading) -> Outline:
    """Return the outline."""
    held = tuple(_chapter(reading, *one) for one in _numbered(reading))
    return Outline(held, reading.language, data_files(reading, "chapter"))


def chapter_page(reading: Reading, name: str) -> ChapterPage:
    """Return one chapter."""
    held = _numbered(reading)
    here = next(n for n, one in enumerate(held) if one[0] == name)
    around = (held[max(0, here - 1) : here], held[here + 1 : here + 2])
    return ChapterPage(_chapter(reading, *held[here]), *(_link(reading, *one[0]) if one else None for one in around))


def _numbered(reading: Reading) -> list[tuple[str, Chapter, int]]:
    """Return id, record and place of every chapter; annexes are counted apart."""
    numbers = {False: 0, True: 0}
    held = []
    for name, chapter in in_order(reading):
        numbers[chapter.annex] += 1
        held.append((name, chapter, numbers[chapter.annex]))
    return held


def _link(reading: Reading, name: str, chapter: Chapter, place: int) -> Link:
    own = number(reading, place, annex=chapter.annex)
    return Link(headed(own, chapter.title[reading.language]), href(reading, f"chapter/{name}"))


def in_order(reading: Reading) -> list[tuple[str, Chapter]]:
    """Return id and record of every chapter, annexes last."""
    held = reading.dataset.of(Chapter).items()
    return sorted(held, key=lambda pair: (pair[1].annex, pair[1].order, pair[0]))


def number(reading: Reading, place: int, *, level: int = 1, annex: bool = False) -> str:
    """Return the number before a heading, from 1: 一、 （一） 附件1 in Chinese, 1. 1.1 Annex 1 in English."""
    if annex:
        return reading.labels.fill("annex-number", number=place)
    if reading.language == "zh":
        return f"{han(place)}、" if level == 1 else f"（{han(place)}）"
    return f"{place}."


def headed(own: str, title: str) -> str:
    """Return number and title; Chinese punctuation needs no blank after it."""
    return own + ("" if own.endswith(("、", "）")) else " ") + title


def han(value: int) -> str:
    """Return a number from 1 to 99 in Chinese numerals."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    if not tens:
        return digits[ones]
    return f"{digits[tens] if tens > 1 else ''}十{digits[ones] if ones else ''}"


def _chapter(reading: Reading, name: str, chapter: Chapter, place: int) -> ChapterView:
    language = reading.language
    own = number(reading, place, annex=chapter.annex)
    return ChapterView(
        id=name,
        href=href(reading, f"chapter/{name}"),
        number=own,
        title=chapter.title[language],
        headed=headed(own, chapter.title[language]),
        lead=chapter.lead[language],
        annex=chapter.annex,
        headings=tuple(_heading(reading, one, n, place) for n, one in enumerate(chapter.headings, 1)),
        length=chapter.length[language],
        asks=tuple(text[language] for text in chapter.asks),
        statements=statement.views(reading, chapter.statements),
        feeds=tuple(_feeds(reading, chapter)),
        conflicts=conflicts(reading, f"chapter/{name}"),
        related=related(reading, f"chapter/{name}", skip=frozenset(reading.dataset.names(f"chapter/{name}"))),
        data_file=RecordFile(data_file(reading, f"chapter/{name}")),
    )


def _heading(reading: Reading, held: Heading, place: int, chapter: int) -> HeadingView:
    language = reading.language
    own = number(reading, place, level=2) if language == "zh" else f"{chapter}.{place}"
    title = held.title[language]
    return HeadingView(held.id, own, title, headed(own, title), tuple(text[language] for text in held.holds))


def _feeds(reading: Reading, chapter: Chapter) -> Iterator[LinkGroup]:
    """Yield what feeds a chapter, by kind."""
    named = {
        "path": [f"path/{one}" for one in chapter.steps],
        "system": [f"system/{one}" for one in chapter.systems],
        "item": [f"item/{one}" for one in chapter.items],
        "duty": [f"duty/{one}" for one in chapter.duties],
        "indicator": [f"indicator/{one}" for one in chapter.indicators],
        "lesson": [f"lesson/{one}" for one in chapter.lessons],
    }
    for kind, refs in named.items():
        if group := _group(reading, kind, refs):
            yield group
    if chapter.learn:
        yield LinkGroup(reading.labels["step-learn"], tuple(link(reading, ref) for ref in chapter.learn), 0)


def _group(reading: Reading, kind: str, refs: Iterable[str]) -> LinkGroup | None:
    held = [ref for ref in refs if ref.partition("/")[2] in reading.dataset[kind]]
    if not held:
        return None
    shown = tuple(link(reading, ref) for ref in held)
    more = max(0, len(shown) - MOST_LINKS) if kind != "item" else 0
    return LinkGroup(reading.labels[f"kind-{kind}"], shown[: len(shown) - more], more, all_of(reading, held[0]))
