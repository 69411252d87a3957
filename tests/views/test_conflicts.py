"""Conflicts between sources stand on the page of every record that they name."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.model.conflict import Conflict
from macros.model.kinds import KINDS
from macros.render.links import targets
from macros.render.pages import pages
from macros.views.places import href
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some

NAMED = [kind.name for kind in KINDS if kind.can_be_named and kind.name != "conflict"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NAMED)
def test_a_conflict_stands_with_what_it_names(kind: str, language: str, dataset: Dataset) -> None:
    """Whatever a conflict names, a reader of that record is led to it."""
    named = f"{kind}/{some(dataset[kind])[-1]}"
    (name, conflict), *_ = some(dataset.of(Conflict).items())
    held = dataset.but({"conflict": {name: conflict.model_copy(update={"see": (named,)})}})
    path = href(Reading(held, language), named).partition("#")[0]
    (page,) = [one for one in pages(held, language) if one.path == path]

    assert ("evidence.md", f"c-{name}") in targets(block(held, language, page.row.macro, page.argument))


def test_no_conflict_is_left_out(dataset: Dataset) -> None:
    """However many there are about one record, and whatever else has a limit there."""
    (conflict, *_) = some(dataset.of(Conflict).values())
    many = {f"c-{n}": conflict.model_copy(update={"see": ("city/southbay",)}) for n in range(20)}
    held = dataset.but({"conflict": many})

    assert targets(block(held, "en", "city", "southbay")) >= {("evidence.md", f"c-c-{n}") for n in range(20)}
