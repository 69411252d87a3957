"""All that can be made of a data set without an engine."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.bundle import single_file
from macros.load.dataset import Dataset
from macros.load.selection import Edition, Selection, select
from macros.render import markdown_tree, search, search_index
from macros.views import start, workshop
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import ROOT

EMPTY = re.compile(r'<(ul|ol|dl|tbody|p|li|dt|dd|h[1-6]|summary)(?: class="[^"]*")?>\s*</\1>')
"""An element that shows nothing."""


def make_everything(dataset: Dataset) -> int:
    """Make all of it; return the number of pages, of which none shows an element with nothing in it."""
    whole = replace(dataset, facilitator=True)
    made = list(markdown_tree.tree(whole))
    empty = [(path, found[0]) for path, text in made for found in EMPTY.finditer(text)]
    assert empty == [], empty
    for language in LANGUAGES:
        reading = Reading(whole, language)
        found = list(search.entries(whole, language))
        assert search_index.index(found, reading, lambda entry: entry.page)
        assert workshop.known(reading, "1")
        assert workshop.texts(reading, lambda page, anchor: f"{page}#{anchor}")
        selection = Selection((language,), facilitator=True)
        assert single_file.page(ROOT, select(dataset, selection), Edition(selection, "1"), "{}")
    assert start.view(whole, "1", "", (), ()).parts
    return len(made)
