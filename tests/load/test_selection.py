"""A selection: what it holds, what is refused, and how a build is told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import VARIABLE, Edition, Selection, SelectionError, edition, select
from macros.render.pages import left_out
from macros.views.edition import contents
from macros.views.places import link
from macros.views.reading import Reading
from tests.support import example


def test_selection_holds_its_records_and_their_sources(dataset: Dataset) -> None:
    """Only chosen cities and steps, what stands on their pages, and the sources that these cite."""
    held = select(dataset, Selection(cities=("northport",), paths=("route",)))
    cited = {one.id for one in held.references if one.kind == "source"}

    assert (list(held["city"]), list(held["path"])) == (["northport"], ["route"])
    assert (held["system"], set(held["domain"])) == ({}, set(dataset["domain"]))
    assert set(held["source"]) == cited
    assert held.data_date == dataset.data_date
    assert held.whole is dataset


def test_sources_that_nothing_chosen_cites_are_left_out(dataset: Dataset) -> None:
    """The blog stands behind a measure of the other city alone."""
    held = select(dataset, Selection(cities=("southbay",), paths=("route",)))

    assert list(held["source"]) == ["article", "port-1", "port-2", "gauge-standard"]


def test_a_selection_of_everything_counts_each_statement_once(dataset: Dataset) -> None:
    """What stands inside a record is not counted beside it, too."""
    held = select(dataset, Selection())

    assert dataset["flow"]
    assert dict(held["flow"]) == dict(dataset["flow"])
    assert [ref for ref, _ in held.named()] == [ref for ref, _ in dataset.named()]
    assert [len(held.citing(one)) for one in held["source"]] == [len(dataset.citing(one)) for one in held["source"]]


def test_the_date_of_the_data_is_that_of_the_whole(tmp_path: Path) -> None:
    """Even where what was checked last is not in the selection."""
    project = example.make(tmp_path / "project")
    file = project / "data" / "cities" / "northport.yml"
    file.write_text(file.read_text("utf-8").replace("checked: 2026-11-02", "checked: 2026-11-05"), "utf-8")
    whole = example.load(project)

    assert whole.data_date == "2026-11-05"
    assert select(whole, Selection(cities=("southbay",))).data_date == "2026-11-05"


def test_what_is_left_out_keeps_its_name(dataset: Dataset) -> None:
    """A link to a record that is not there still says what it is called."""
    held = select(dataset, Selection(cities=("southbay",), paths=("route",)))
    shown = link(Reading(held, "en"), "city/northport")

    assert (shown.title, shown.href) == ("Northport", "cities/northport.md")
    assert {"cities/northport.md", "planning/framework.md", "checklists/framework.md"} <= left_out(held, "en")


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(cities=("northprt",)), "no city 'northprt'. Did you mean 'northport'?"),
        (Selection(paths=("zzz",)), "no path 'zzz'. There are: framework, route."),
        (Selection(languages=("fr",)), "no language 'fr'"),
        (Selection(languages=()), "the selection is empty"),
    ],
)
def test_wrong_selection(dataset: Dataset, selection: Selection, said: str) -> None:
    """What does not exist is named with what is like it."""
    with pytest.raises(SelectionError, match=re.escape(said)):
        select(dataset, selection)


def test_nothing_to_select(dataset: Dataset) -> None:
    """A handbook without cities and steps gives no bundle."""
    with pytest.raises(SelectionError, match="the selection is empty"):
        select(dataset.but({"city": {}, "path": {}}), Selection())


def test_edition_in_the_environment() -> None:
    """The build gets what was chosen in one variable; anything else in it is refused."""
    sent = Edition(Selection(("en",), ("london",), facilitator=True), "1.0", "abc")

    assert edition({VARIABLE: sent.to_json()}) == sent
    assert edition({}) is None
    for wrong in ("{", "[]", "{}", '{"selection": {"x": []}, "version": "", "commit": ""}'):
        with pytest.raises(SelectionError, match=VARIABLE):
            edition({VARIABLE: wrong})


def test_contents_in_words(dataset: Dataset) -> None:
    """The stamp says what is inside."""
    held = select(dataset, Selection(cities=("southbay",)))

    assert "1 of 2 (Southbay)" in contents(Reading(held, "en"))
    assert contents(Reading(select(dataset, Selection()), "en")) == "whole handbook"
