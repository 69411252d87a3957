"""A statement as a reader sees it: a fact with its evidence, a view with what it rests on, or facts used here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros import wording
from macros.model.citation import Citation
from macros.model.statement import VIEW, Fact, Statement, Use, View, caption_of
from macros.views.amounts import numbers
from macros.views.figures.series import Series, series_of
from macros.views.places import Link, href, link, statement_anchor
from macros.views.reading import Reading
from macros.views.state import state
from macros.views.support import support as support_of
from macros.views.where import where

_BEGINS = 44
"""Characters by which a statement is known; of Chinese half as many."""
_PAUSES = " ,;:，；：、。"
_POOR = ("weak", "article", "not-found")
"""Supports with which a fact is not shown without its note."""
_ORIGINAL = re.compile(r" \([^()]*[\u3040-\u9fff][^()]*\)")
"""A name in its own script, which a name that is read aloud goes without."""


class Cited(NamedTuple):
    """A source behind a fact, which the page lists at its end."""

    id: str
    at: str = ""
    """Where in it, worded."""


class StatementView(NamedTuple):
    """One statement with what it rests on; "" and nothing for what its shape does not have."""

    shape: str
    """fact, view or use."""
    ref: str
    """How it is named everywhere: `<kind>/<id>#<statement>`."""
    anchor: str
    """Where it stands on the page of its record; "" away from there."""
    text: str
    """Of a use, the point."""
    title: str = ""
    """Of a view, in a few words."""
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    state: str = ""
    """Of a fact, one of `STATES`; never unknown."""
    support: str = ""
    """How good the evidence is, or that it is a view."""
    support_text: str = ""
    kind_text: str = ""
    """Of a view: judgement, caution …, worded."""
    article: str = ""
    """How it stands to the 2020 article, worded; "" where that does not speak of it."""
    layer: str = ""
    codes: tuple[str, ...] = ()
    """Worded, in the codebook's order."""
    aspect: str = ""
    sources: tuple[Cited, ...] = ()
    searched: tuple[Cited, ...] = ()
    as_of: str = ""
    """When what is said in words held."""
    checked: str = ""
    """Where it differs from the record's."""
    said: str = ""
    note: str = ""
    lags: bool = False
    """Whether the other language was changed since, and this one has yet to follow."""
    because: tuple[Link, ...] = ()
    where: Link | None = None
    """Where a fact stands that is used here."""
    own: str = ""
    """Where it stands; "" for one that nothing can name."""
    line: str = ""
    """Where it stands: the file in which it is written, with its line: `data/cities/london.yml#L12`."""
    chart: Series | None = None
    """Of a series of a city, where it stands."""
    used: tuple[StatementView, ...] = ()
    """The facts of a use."""


def view(
    reading: Reading,
    held: Statement,
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
) -> StatementView:
    """Return one statement in one language; `layers` are the city's by id, `codes` those of the question, worded."""
    layer = (layers or {}).get(held.layer or "", "")
    ref = reading.dataset.ref_of(held)
    anchor = statement_anchor(ref) if "#" in ref else ""  # a record that is one itself has that of the record
    if isinstance(held, View):
        return _view(reading, held, ref, anchor, layer)
    if isinstance(held, Use):
        coded = tuple(word for code, word in (codes or {}).items() if code in held.code)
        point = held.point[reading.language] if held.point else ""
        return StatementView("use", ref, anchor, point, layer=layer, codes=coded, used=_once(_used(reading, held)))
    assert isinstance(held, Fact)
    return _fact(reading, held, ref, anchor, layer, codes or {})


def views(
    reading: Reading,
    held: Iterable[Statement],
    layers: dict[str, str] | None = None,
    codes: dict[str, str] | None = None,
) -> tuple[StatementView, ...]:
    """Return several statements in one language."""
    return tuple(view(reading, one, layers, codes) for one in held)


def plain(reading: Reading, held: Statement) -> str:
    """Return a statement as one line of text, for tables, search and descriptions; of a use, its point."""
    if isinstance(held, View):
        return held.view[reading.language]
    if isinstance(held, Use):
        return held.point[reading.language] if held.point else ""
    assert isinstance(held, Fact)
    if held.list:
        return wording.listing(reading.language, (item[reading.language] for item in held.list))
    return _text(reading, held)


def lines(reading: Reading, held: Fact | View) -> tuple[str, ...]:
    """Return what a statement says as a page shows it, a line for each item of a list."""
    if isinstance(held, View):
        return (held.view[reading.language],)
    if held.list or held.refs:
        return (*(item[reading.language] for item in held.list), *(link(reading, ref).title for ref in held.refs))
    return (_text(reading, held),)


def _view(reading: Reading, held: View, ref: str, anchor: str, layer: str) -> StatementView:
    return StatementView(
        "view", ref, anchor, held.view[reading.language],
        title=held.title[reading.language] if held.title else "",
        support=VIEW,
        support_text=reading.labels[f"support-{VIEW}"],
        kind_text=reading.labels[f"view-{held.kind}"],
        layer=layer,
        aspect=reading.labels[f"aspect-{held.aspect}"] if held.aspect else "",
        as_of=wording.date(reading.language, held.as_of) if held.as_of else "",
        note=held.note[reading.language] if held.note else "",
        lags=(ref, reading.language) in reading.dataset.lagging,
        because=_rests_on(reading, held.because),
        own=_own(reading, ref, anchor),
        line=_line(reading, ref),
    )  # fmt: skip


def _rests_on(reading: Reading, refs: Iterable[str]) -> tuple[Link, ...]:
    """Return links to what a view rests on; of several facts of one place, all but the first by their first words."""
    found: list[Link] = []
    for ref in refs:
        named = reading.dataset.whole.statements.get(ref)
        held = where(reading, ref) if named else link(reading, ref)
        if named and held.title in [other.title for other in found]:
            held = held._replace(title=_begins(plain(reading, named.statement)))
        found.append(held)
    return tuple(found)


def _begins(text: str) -> str:
    """Return the first words of a statement, by which it is known where it is named only."""
    text = _ORIGINAL.sub("", text)
    cut = text if len(text) <= _BEGINS else text[: _BEGINS - 1].rpartition(" ")[0] or text[: _BEGINS // 2]
    return text if cut == text else f"{cut.rstrip(_PAUSES)} …"


def _used(reading: Reading, held: Use) -> Iterator[StatementView]:
    """Yield the facts of a use; where two have the same caption, their notes tell them apart."""
    captions = [caption_of(reading.dataset.fact(ref)) for ref in held.facts]
    for ref, caption in zip(held.facts, captions, strict=True):
        yield used(reading, ref, with_note=caption != "" and captions.count(caption) > 1)


def _once(held: Iterable[StatementView]) -> tuple[StatementView, ...]:
    """Return facts so that several of one place in a row name it once."""
    found: list[StatementView] = []
    place = ""
    for one in held:
        title = one.where.title if one.where else ""
        found.append(one._replace(where=None) if title == place else one)
        place = title
    return tuple(found)


def used(reading: Reading, ref: str, *, with_note: bool = False) -> StatementView:
    """Return a fact as it is shown away from its place: what the article said, and notes, stand there.

    A note comes along where the evidence is poor, or it is asked for. Where an edition leaves the record out, all comes
    along.
    """
    fact = reading.dataset.fact(ref)
    shown = _fact(reading, fact, ref, "", "", {}, where(reading, ref))._replace(said="")
    if ref not in reading.dataset.statements:
        return shown
    note = shown.note if with_note or shown.support in _POOR else ""
    return shown._replace(checked="", note=note)


def _fact(
    reading: Reading,
    fact: Fact,
    ref: str,
    anchor: str,
    layer: str,
    codes: dict[str, str],
    place: Link | None = None,
) -> StatementView:
    support = support_of(reading.dataset, fact)
    return StatementView(
        shape="fact",
        ref=ref,
        anchor=anchor,
        text=_text(reading, fact),
        items=tuple(item[reading.language] for item in fact.list),
        links=tuple(link(reading, ref) for ref in fact.refs),
        state=state(reading, fact),
        support=support,
        support_text=reading.labels[f"support-{support}"],
        article=reading.labels[f"article-{fact.article}"] if fact.article else "",
        layer=layer,
        codes=tuple(word for code, word in codes.items() if code in fact.code),
        aspect=reading.labels[f"aspect-{fact.aspect}"] if fact.aspect else "",
        sources=tuple(_cited(reading, one) for one in _all_sources(fact)),
        searched=tuple(map(Cited, fact.searched)),
        as_of=wording.date(reading.language, fact.as_of) if fact.as_of and fact.value is None else "",
        checked=wording.date(reading.language, fact.checked) if fact.checked else "",
        said=fact.said[reading.language] if fact.said else "",
        note=fact.note[reading.language] if fact.note else "",
        lags=(ref, reading.language) in reading.dataset.lagging,
        where=place,
        own=_own(reading, ref, anchor),
        line="" if place else _line(reading, ref),
        chart=series_of(reading, fact) if anchor and ref.startswith("city/") else None,
    )


def _own(reading: Reading, ref: str, anchor: str) -> str:
    return f"#{anchor}" if anchor else href(reading, ref) if ref else ""


def _line(reading: Reading, ref: str) -> str:
    return "{}#L{}".format(*reading.dataset.place_of(ref)) if ref else ""


def _all_sources(fact: Fact) -> tuple[Citation, ...]:
    """Return the sources of a fact and those of single points of a series, each once."""
    every = [*fact.sources, *(one for point in fact.series for one in point.sources)]
    return tuple({(one.id, *one.at.items()): one for one in every}.values())


def _text(reading: Reading, fact: Fact) -> str:
    stated = numbers(reading, fact)
    if stated:
        caption = fact.text[reading.language].rstrip("。.") + reading.labels["colon"] if fact.text else ""
        return caption + stated
    if fact.text:
        return fact.text[reading.language]
    if fact.date:
        return wording.date(reading.language, fact.date)
    if fact.period:
        return wording.period(reading.language, fact.period.start, fact.period.end)
    if fact.absent:
        return reading.labels["stated-absent"]
    return "" if fact.form else reading.labels["no-answer-found"]


def _cited(reading: Reading, cited: Citation) -> Cited:
    at = [reading.labels.fill(f"at-{position}", number=number) for position, number in cited.at.items()]
    return Cited(cited.id, "".join(at))
