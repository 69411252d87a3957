"""Citing a statement from its drawer, and a page with what is chosen on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.views.citing import bibtex, gbt, ris, source_entry
from macros.views.reading import Reading
from tests.support import example
from tests.support.built import LANGUAGES, SITE_URL
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.support.reading import Reader

CITY = "cities/london/"


def cited(statement: Locator) -> list[str]:
    """Open the drawer of a statement, ask for its citation, and return the text and the three forms."""
    statement.locator(".hb-prov > summary").click()
    statement.locator(".hb-acts button").click()
    return [part.inner_text() for part in statement.locator(".hb-quoted > *").all()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_is_cited_with_its_sources(reader: Reader, language: str) -> None:
    """From disk too, where it has no address; its sources are cited as the data have them."""
    window = reader.open(language, CITY)
    statement = window.locator("[data-ref][id]:has(.hb-from li)").first
    window.evaluate("id => { location.hash = id; }", statement.get_attribute("id"))
    ids = statement.locator(".hb-from a[href^='#r']").evaluate_all(
        "all => all.map(one => document.getElementById(one.hash.slice(1)).dataset.source)"
    )
    text, *forms = cited(statement)
    reading = Reading(example.load(reader.site.project), language)
    sources = [source_entry(reading, name) for name in some(ids, 1)]

    begins = statement.locator("p").first.inner_text()[:20]
    assert begins in text
    for form, held in zip((gbt, bibtex, ris), forms, strict=True):
        assert begins[:10] in held
        for source in sources:
            assert form(source) in held
    published = f"{SITE_URL}{language}/{CITY}#{statement.get_attribute('id')}"
    assert (published in text) == reader.base.startswith("http")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_cites_a_page_as_the_page_itself(reader: Reader, language: str) -> None:
    window = reader.open(language, CITY)
    before = window.locator("#take [data-cited]").all_text_contents()
    window.evaluate("document.querySelectorAll('#take [data-cited]').forEach(one => one.replaceChildren())")
    window.locator("#take > summary").click()
    window.wait_for_function("document.querySelector('#take [data-cited=ris]').textContent")

    assert window.locator("#take [data-cited]").all_text_contents() == some(before, 4)


def test_what_is_chosen_stands_in_the_citation(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    window.evaluate("location.hash = 'cities=london,paris'")
    window.locator("#take > summary").click()
    chosen = "window.document.querySelector('#take [data-cited=gbt]').textContent.includes('#')"
    if reader.base.startswith("http"):
        window.wait_for_function(chosen)
    else:
        assert not window.evaluate(chosen)  # an address on a disk is nobody else's
