"""A cell of the comparison: what a city answers to a question, in words first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.statement import SUPPORTS, Fact, Statement, Use
from macros.views import statement
from macros.views.places import Link
from macros.views.reading import Reading
from macros.views.state import answering, state_of
from macros.views.support import support

SHORT = ("date", "number")
"""Kinds of answers that are no longer than a code."""


class Answer(NamedTuple):
    """One fact in a cell."""

    ref: str
    """How it is named everywhere."""
    text: str
    items: tuple[str, ...]
    links: tuple[Link, ...]
    layer: str
    support: str
    support_text: str
    sources: tuple[str, ...]
    """Ids; of what is not found, of what was read in vain."""


class Head(NamedTuple):
    """What a cell says first, of one layer of the city."""

    layer: str
    support: str
    """The best of the facts behind it."""
    support_text: str
    words: tuple[str, ...]
    """Codes, worded, in the order of the codebook; else a date, a number, or that there is nothing."""


class Cell(NamedTuple):
    """What a city answers to a question."""

    city: str
    state: str
    state_text: str
    codes: tuple[str, ...]
    """In the order of the codebook."""
    heads: tuple[Head, ...]
    """None where the answer is prose."""
    answers: tuple[Answer, ...]
    href: str
    """The row of the city's page that shows them with all that is known of them."""


def cell(reading: Reading, name: str, key: str) -> Cell:
    """Return what a city answers to a question."""
    city, dimension = reading.dataset.of(City)[name], reading.dataset.of(Dimension)[key]
    statements = city.facts.get(key, ())
    state = state_of(reading, statements)
    coded = {code for one in statements for code in _codes(one)}
    return Cell(
        name,
        state,
        reading.labels[f"state-{state}"],
        tuple(code for code in dimension.codes if code in coded),
        tuple(_heads(reading, city, dimension, statements)),
        tuple(_answer(reading, city, held, fact) for held in statements for fact in answering(reading, [held])),
        f"cities/{name}.md#f-{key}",
    )


def _codes(held: Statement) -> tuple[str, ...]:
    return tuple(held.code) if isinstance(held, Fact | Use) else ()


def _heads(reading: Reading, city: City, dimension: Dimension, held: Iterable[Statement]) -> Iterator[Head]:
    """Yield what is said first: a line for each layer that has something short to say."""
    layers: dict[str, list[Statement]] = {}
    for one in held:
        layers.setdefault(one.layer or "", []).append(one)
    for layer, statements in layers.items():
        codes = {code for one in statements for code in _codes(one)}
        words = [one.label[reading.language] for code, one in dimension.codes.items() if code in codes]
        short = [one for one in statements if _codes(one)]
        if not words:
            short = [one for one in statements if _says_short(reading, dimension, one)]
            words = [_short(reading, fact) for fact in answering(reading, short)]
        if words:
            best = _best(reading, answering(reading, short))
            title = city.layers[layer][reading.language] if layer else ""
            yield Head(title, best, reading.labels[f"support-{best}"], tuple(dict.fromkeys(words)))


def _says_short(reading: Reading, dimension: Dimension, held: Statement) -> bool:
    """Whether all that a statement says is a date, a number, or that there is nothing."""
    facts = answering(reading, [held])
    return bool(facts) and all(_is_nothing(fact) or dimension.kind in SHORT for fact in facts)


def _is_nothing(fact: Fact) -> bool:
    return fact.not_found or bool(fact.absent)


def _short(reading: Reading, fact: Fact) -> str:
    if _is_nothing(fact):
        return reading.labels["support-not-found" if fact.not_found else "support-absent"]
    return statement.plain(reading, fact)


def _best(reading: Reading, facts: Iterable[Fact]) -> str:
    return min((support(reading.dataset, fact) for fact in facts), key=SUPPORTS.index)


def _answer(reading: Reading, city: City, held: Statement, fact: Fact) -> Answer:
    """Return what a cell shows of a fact: one of a statement, or of a use."""
    shown = statement.view(reading, fact)
    return Answer(
        shown.ref,
        shown.text if not fact.list else "",
        shown.items,
        shown.links,
        city.layers[held.layer][reading.language] if held.layer else "",
        shown.support,
        shown.support_text,
        tuple(dict.fromkeys(one.id for one in (*shown.sources, *shown.searched))),
    )
