"""Citations in the forms that programs read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.load.dataset import Dataset
from macros.load.imprint import Imprint
from macros.views import citing
from macros.views.citing import Entry, bibtex, gbt, ris
from macros.views.reading import Reading
from macros.views.takeaway import take_away
from macros.wording import LANGUAGES
from tests.support.some import some

PAGE = Entry("handbook-en-x", "London", "", "Handbook: version 1", "2026-11-23", "2026-11-23", "en", "https://e.org/x/")
SOURCE = Entry(
    "source-a", "A title", "The Body", "", "2019-04", "2026-11-20", "en", "https://e.org/a", "read as a copy"
)
HOSTILE = replace(SOURCE, title='50% {of} \\x_y & $5 #1 ~^ "q"', publisher="A\nER  - \nTY  - BOOK")


def test_gbt_begins_with_the_title_where_no_name_is_known() -> None:
    assert gbt(PAGE) == "London[EB/OL]//Handbook: version 1. (2026-11-23)[2026-11-23]. https://e.org/x/."
    assert gbt(replace(PAGE, address="")) == "London[EB/DK]//Handbook: version 1. (2026-11-23)[2026-11-23]."
    assert gbt(SOURCE) == "The Body. A title[EB/OL]. (2019-04)[2026-11-20]. https://e.org/a."
    assert gbt(replace(SOURCE, address="", date="")) == "The Body. A title[Z]. [2026-11-20]."


def test_bibtex_escapes_what_latex_reads() -> None:
    held = bibtex(HOSTILE)

    assert held.startswith("@misc{source-a,\n  title = {{50\\% \\textbraceleft{}of\\textbraceright{}")
    assert r"\textbackslash{}x\_y \& \$5 \#1 \textasciitilde{}\textasciicircum{}" in held
    assert held.count("{") == held.count("}")
    assert all(re.fullmatch(r"@misc\{source-a,|  [a-z]+ = \{.*\},|\}", line) for line in held.splitlines())


def test_no_text_begins_a_field_of_ris() -> None:
    lines = ris(HOSTILE).splitlines()

    assert [line[:6] for line in lines if line[:2] in ("TY", "ER")] == ["TY  - ", "ER  - "]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert "PB  - A ER - TY - BOOK" in lines
    assert "Y2  - 2026/11/20" in lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_cited_by_the_date_of_the_data(dataset: Dataset, language: str) -> None:
    reading = Reading(replace(dataset, imprint=Imprint("1.2")), language)
    held = take_away(reading, "city", "northport", "X", "cities/northport.md", "https://e.org/x/")

    assert held.entry.key == f"handbook-{language}-cities-northport"
    assert {held.entry.date, held.entry.read} == {dataset.data_date}
    assert "1.2" in held.text
    assert held.text.endswith("https://e.org/x/")
    assert [one.id for one in some(held.tables, 2)][:1] == ["compare"]
    assert not any(one.files for one in held.tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_are_cited_as_they_are(dataset: Dataset, language: str) -> None:
    for name, source in some(dataset["source"].items(), 3):
        entry = citing.source_entry(Reading(dataset, language), name)
        assert (entry.title, entry.date, entry.read) == (source.title, source.date or "", source.checked)
