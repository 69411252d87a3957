"""Tables to take away: the same in every format and language, and as the pages have them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pytest

from macros.export import tables
from macros.export.table import Table
from macros.export.writers import WRITERS, Made, as_csv, as_docx, as_json, as_xlsx
from macros.load.dataset import Dataset
from macros.load.imprint import Imprint, Reuse
from macros.views.comparison import comparison
from macros.views.coverage import coverage
from macros.views.evidence import evidence
from macros.views.reading import Reading
from macros.views.takeaway import OFFERS
from macros.wording import LANGUAGES
from tests.support.some import some
from tests.support.word import Word

FORMULAS = ("=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1", " =1")
TABLE = Table(
    "a/b: c", ("One", "Two"), ((FORMULAS[0], 1), *((one, 2) for one in FORMULAS[1:])), (1, 1), ("one", "two"),
    (("two", ("yes", "no")),), ("Edition 1",),
)  # fmt: skip
MADE = Made(TABLE, "en", "2026-11-23", "Handbook")


@pytest.fixture(params=LANGUAGES)
def reading(request: pytest.FixtureRequest, dataset: Dataset) -> Reading:
    """Return the example project in each language."""
    return Reading(replace(dataset, imprint=Imprint("1.2", "abc", "https://example.org/")), request.param)


def held(reading: Reading) -> dict[str, Table]:
    """Return every table by its name."""
    return {name: made.table for name, _, made in tables.tables(reading)}


def rows(content: bytes) -> list[list[str]]:
    """Return the rows of a CSV file, read as a spreadsheet does."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_table_has_rows_and_names_of_its_columns(reading: Reading) -> None:
    made = held(reading)

    assert list(made) == list(some(tables.names(reading), len(OFFERS)))
    for name, table in made.items():
        assert table.rows, name
        assert len(set(table.keys)) == len(table.keys) == len(table.columns) == len(table.widths), name
        assert {len(row) for row in table.rows} == {len(table.keys)}, name
        assert all(table.columns), name


def test_both_languages_have_the_same_records(dataset: Dataset) -> None:
    zh, en = (held(Reading(dataset, language)) for language in LANGUAGES)

    assert {name: (one.keys, len(one.rows)) for name, one in some(zh.items(), 10)} == {
        name: (one.keys, len(one.rows)) for name, one in en.items()
    }
    assert [row[0] for row in zh["compare"].rows] == [row[0] for row in en["compare"].rows]


def test_the_comparison_has_what_the_page_has(reading: Reading) -> None:
    page = comparison(reading)
    cells = {(cell.city, row.id): cell for row in page.rows for cell in row.cells}
    table = held(reading)["compare"]
    made = {(row[0], row[2]): dict(zip(table.keys, row, strict=True)) for row in table.rows}

    assert made.keys() == dict.fromkeys(some(cells, 6)).keys()
    for key, cell in cells.items():
        assert made[key]["state"] == cell.state
        assert made[key]["codes"] == " ".join(cell.codes)
        cited = {source for one in cell.answers if one.support != "not-found" for source in one.sources}
        assert made[key]["source_count"] == len(cited)
        assert all(answer.text in str(made[key]["answer"]) for answer in cell.answers)
        assert made[key]["support"] == "\n".join(answer.support for answer in cell.answers)
        assert made[key]["support_text"] == "\n".join(answer.support_text for answer in cell.answers)
    assert some(row["support"] for row in made.values() if row["support"])


def test_the_matrices_have_the_totals_of_the_page(reading: Reading) -> None:
    made = held(reading)
    for matrix in some(coverage(reading).matrices, 3):
        table = made[f"coverage-{matrix.id}"]
        assert [row[0] for row in table.rows] == [*(row.id for row in matrix.rows), ""]
        assert list(table.rows[-1][2:]) == [one.covered for one in matrix.totals]
        for place in range(2, len(table.keys)):
            assert sum(bool(row[place]) for row in table.rows[:-1]) == table.rows[-1][place]


def test_the_counts_have_the_sums_of_the_page(reading: Reading) -> None:
    view = evidence(reading)
    table = held(reading)["evidence"]

    assert list(table.rows[-1][2:]) == [*(one.number for one in view.totals), view.total]
    assert len(held(reading)["statements"].rows) == view.total


def test_csv_has_no_formula_and_says_at_its_end_what_it_is() -> None:
    found = rows(as_csv(MADE))

    assert found[0] == ["One", "Two"]
    assert [row[0] for row in found[1 : len(FORMULAS) + 1]] == [f"'{one}" for one in FORMULAS]
    assert found[1][1] == "1"
    assert found[len(FORMULAS) + 1 :] == [[], ["a/b: c"], ["Edition 1"]]


def test_excel_has_texts_no_formula_and_the_words_to_choose_from() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(MADE)))
    sheet, about = book.worksheets
    cells = [list(row) for row in sheet.iter_rows()]

    assert [cell.value for cell in cells[0]] == ["One", "Two"]
    assert [row[0].value for row in cells[1:]] == [
        one.replace("\r", "_x000D_") for one in FORMULAS
    ]  # as the format writes it
    assert {row[0].data_type for row in cells[1:]} == {"s"}
    assert cells[1][1].value == 1
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", '"yes,no"', f"B2:B{len(FORMULAS) + 1}")
    assert [row[0].value for row in about.iter_rows()] == ["a/b: c", "Edition 1"]
    assert book.properties.created.isoformat()[:10] == MADE.date


def test_word_leaves_out_what_only_programs_need() -> None:
    word = Word(as_docx(replace(MADE, table=replace(TABLE, widths=(1, 0), rows=(("a\nb <&>", 1),)))))

    assert word.tables == [[["One"], ["a\nb <&>"]]]
    assert "Edition 1" in word.text
    assert "w:tblHeader" in word.part("word/document.xml")


def test_json_names_the_columns() -> None:
    found = json.loads(as_json(MADE))

    assert found["rows"][0] == {"one": "=1+1", "two": 1}
    assert found["columns"] == {"one": "One", "two": "Two"}
    assert found["about"] == ["Edition 1"]


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_table_gives_the_same_bytes(ending: str) -> None:
    assert WRITERS[ending](MADE) == WRITERS[ending](MADE)


def test_checklists_have_every_item_and_states_in_the_language(reading: Reading) -> None:
    table = held(reading)["checklists"]
    items = set(reading.dataset["item"])

    assert {row[0] for row in table.rows} == set(some(items, 5))
    (words,) = (words for key, words in table.choices if key == "state")
    assert words == ({"zh": ("未开始", "进行中", "已完成", "不适用")}.get(reading.language) or words)
    assert len(set(words)) == 4


def test_files_say_edition_sources_and_reuse(reading: Reading) -> None:
    told = "\n".join(held(reading)["glossary"].about)
    assert all(part in told for part in ("1.2", "abc", "https://example.org/", reading.labels["reuse-unset"]))
    reuse = Reuse("CC-BY-4.0", "https://example.org/by")
    other = Reading(replace(reading.dataset, imprint=Imprint("1.2", reuse=reuse)), reading.language)
    told = "\n".join(held(other)["glossary"].about)
    assert "CC-BY-4.0" in told
    assert "https://example.org/by" in told
    assert reading.labels["reuse-unset"] not in told
