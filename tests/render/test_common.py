"""What editions have in common is what each of them would make."""

from __future__ import annotations

from functools import partial

import pytest

from macros.load.dataset import Dataset, DiffersError
from macros.load.imprint import Imprint
from macros.load.selection import Selection, select
from macros.render import pages
from macros.render.common import common
from macros.render.further import LISTS, further
from macros.render.html import Composer, body
from macros.render.terms import glosses
from macros.views.reading import Reading
from tests.support.example import block
from tests.support.some import some


def test_a_body_is_the_same_in_every_edition(dataset: Dataset) -> None:
    """Of the whole and of each selection that leaves out no record; a few pages tell of the edition itself."""
    zips = select(dataset, Selection(facilitator=True)).told(imprint=Imprint("2", "abc", formats=("xlsx",)))
    file = select(dataset, Selection(("zh",)))
    site = dataset.told(imprint=Imprint("2", address="https://example.org/"))
    shared = common(zips, file, site)
    lacking = set()

    for edition in (zips, file, site):
        known = shared.known_to(edition)
        for language in edition.languages:
            reading, terms = Reading(edition, language), glosses(edition, language)
            composer = Composer(reading, known=known)
            assert composer.called("home") == block(edition, language, "home")
            assert {name: composer.further(name) for name in LISTS} == {name: further(reading, name) for name in LISTS}
            for page in some(pages.pages(edition, language), 20):
                if ("body", language, page.row.macro, page.argument) not in known:
                    lacking.add(page.row.macro)
                    continue
                held = known["body", language, page.row.macro, page.argument]
                assert held == body(reading, terms, page.row.macro, page.argument), page.path

    assert lacking == {"tables"}


def test_more_is_made_of_what_they_have_in_common_alone(dataset: Dataset) -> None:
    """What asks for more than that is left for each to make."""
    works = {"named": lambda held: held.data_date, "told": lambda held: held.imprint.version}
    shared = common(dataset, more=lambda held: [((name,), partial(do, held.dataset)) for name, do in works.items()])

    assert shared.made["named",] == dataset.data_date
    assert ("told",) not in shared.made
    assert shared.and_also([(("told",), lambda: "2")]).known_to(dataset)["told",] == "2"


def test_editions_with_other_records_have_nothing_in_common(dataset: Dataset) -> None:
    """Neither is anything made of the one for the other."""
    whole, part = dataset, select(dataset, Selection(cities=("northport",)))
    shared = common(whole, part)

    assert shared.known_to(whole)
    assert not shared.known_to(part)


@pytest.mark.parametrize("name", ["languages", "facilitator", "downloads", "imprint", "cut_from"])
def test_what_editions_differ_in_is_not_in_what_they_have_in_common(dataset: Dataset, name: str) -> None:
    """Who asks for it would make something for one edition alone."""
    with pytest.raises(DiffersError):
        getattr(dataset.common(), name)


def test_everything_else_is(dataset: Dataset) -> None:
    """As if it were the whole."""
    held = dataset.common()

    assert held.whole is held
    assert (held.records, held.data_date) == (dataset.records, dataset.data_date)
