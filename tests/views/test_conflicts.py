"""Conflicts between sources stand on the page of every record that they name."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.model.conflict import Conflict
from macros.render.links import targets
from macros.render.pages import pages
from macros.views.places import href
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some

NAMED = (
    "city/southbay", "measure/northport.gauges", "lesson/water", "implication/small", "path/route", "system/water",
    "domain/water", "term/twin", "toolkit/harbour-kit", "source/port-1",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("named", [*NAMED, "phase"])
def test_a_conflict_stands_with_what_it_names(named: str, language: str, dataset: Dataset) -> None:
    """Whatever a conflict names, a reader of that record is led to it."""
    named = named if "/" in named else f"phase/{some(dataset['phase'])[0]}"
    (name, conflict), *_ = some(dataset.of(Conflict).items())
    held = dataset.but({"conflict": {name: conflict.model_copy(update={"see": (named,)})}})
    path = href(Reading(held, language), named).partition("#")[0]
    (page,) = [one for one in pages(held, language) if one.path == path]

    assert ("evidence.md", f"c-{name}") in targets(block(held, language, page.row.macro, page.argument))
