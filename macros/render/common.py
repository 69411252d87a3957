"""Several editions made by one process: what they have in common is made once, on all cores."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from macros import workers
from macros.load.dataset import Dataset, DiffersError
from macros.render import pages
from macros.render.further import LISTS, further
from macros.render.html import Known, body
from macros.render.macros import MACROS
from macros.render.terms import glosses
from macros.views.reading import Reading
from macros.wording import LANGUAGES

_BY_HAND = "home"
"""The macro that takes long and stands on a page written by hand."""
Work = tuple[tuple[Any, ...], Callable[[], Any]]
"""By what it is known, and what makes it."""


@dataclass(frozen=True)
class Common:
    """What editions with the same records have in common."""

    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    made: Known = field(default_factory=dict, repr=False)

    def known_to(self, edition: Dataset) -> Known:
        """Return what an edition has, too; nothing where its records are others."""
        return self.made if edition.records == self.records else {}

    def and_also(self, works: Iterable[Work]) -> Common:
        """Return it with more."""
        return replace(self, made={**self.made, **_made(works)})


def common(first: Dataset, *others: Dataset, more: Callable[[Reading], Iterable[Work]] = lambda _: ()) -> Common:
    """Make what the pages of an edition have in common with those of others with the same records, and `more`."""
    held = (first, *(one for one in others if one.records == first.records))
    readings = {language: Reading(first.common(), language) for language in LANGUAGES}
    works = [work for reading in readings.values() for work in (*more(reading), *_beside(reading))]
    wanted = dict.fromkeys(
        (language, page.row.macro, page.argument)
        for edition in held
        for language in edition.languages
        for page in pages.pages(edition, language)
    )
    for language, reading in readings.items():
        terms = glosses(reading.dataset, language)
        keys = [key for key in wanted if key[0] == language]
        works += [(("body", *key), functools.partial(body, reading, terms, *key[1:])) for key in keys]
    return Common(first.records, _made(works))


def _beside(reading: Reading) -> Iterable[Work]:
    """Yield what takes long besides the pages that have a row in the map of the site."""
    yield ("text", reading.language, _BY_HAND), functools.partial(MACROS[_BY_HAND], reading)
    for name in LISTS:
        yield ("further", reading.language, name), functools.partial(further, reading, name)


def _made(works: Iterable[Work]) -> Known:
    held = dict(works)
    done = zip(held, workers.each(_do, list(held.values())), strict=True)
    return {key: made[0] for key, made in done if made}


def _do(make: Callable[[], Any]) -> tuple[Any, ...]:
    """Return what is made; () for what is not the same in every edition."""
    try:
        return (make(),)
    except DiffersError:
        return ()
