"""Pages of several editions made by one process: what they have in common is made once, on all cores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros import workers
from macros.load.dataset import Dataset, DiffersError
from macros.render import pages
from macros.render.html import Bodies, body
from macros.render.terms import glosses
from macros.views.reading import Reading


@dataclass(frozen=True)
class Common:
    """What editions with the same records have in common."""

    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, repr=False)
    bodies: Bodies = field(default_factory=dict, repr=False)

    def known_to(self, edition: Dataset) -> Bodies:
        """Return the bodies that an edition has, too; none where its records are others."""
        return self.bodies if edition.records == self.records else {}


def common(first: Dataset, *others: Dataset) -> Common:
    """Make what the pages of an edition have in common with those of others with the same records."""
    held = (first, *(one for one in others if one.records == first.records))
    wanted = dict.fromkeys(
        (language, page.row.macro, page.argument)
        for edition in held
        for language in edition.languages
        for page in pages.pages(edition, language)
    )
    dataset = first.common()
    readings = {language: Reading(dataset, language) for language, _, _ in wanted}
    terms = {language: glosses(dataset, language) for language in readings}

    def make(key: tuple[str, str, str | int | None]) -> str | None:
        language, macro, argument = key
        try:
            return body(readings[language], terms[language], macro, argument)
        except DiffersError:
            return None

    made = zip(wanted, workers.each(make, list(wanted)), strict=True)
    return Common(first.records, {key: text for key, text in made if text is not None})
