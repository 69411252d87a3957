"""Views with what they rest on, facts used away from their record, and how each is named."""

from __future__ import annotations

import re

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.load.statement_refs import statement_ref
from macros.model.statement import Fact, Use, View
from macros.model.walk import statements
from macros.render.pages import pages
from macros.views.places import href
from macros.views.reading import Reading
from macros.views.state import answering
from macros.views.statement import plain, view
from macros.views.status import StatusView, status_view
from macros.wording import LANGUAGES
from tests.support.example import block
from tests.support.some import some

ADOPT = "city/northport#takeaways-1"


def shapes(dataset: Dataset, shape: type) -> list[tuple[str, View | Use | Fact]]:
    """Return the statements of a shape with how they are named."""
    return [
        (statement_ref(owner, keys, held), held)
        for owner, record in dataset.named()
        for keys, held in statements(record)
        if isinstance(held, shape)
    ]


def test_a_view_says_what_it_rests_on(dataset: Dataset) -> None:
    """Facts by their city and measure, records by their names; it has no sources."""
    shown = view(Reading(dataset, "en"), dataset.statements[ADOPT].statement)

    assert (shown.shape, shown.support, shown.kind_text, shown.sources) == ("view", "view", "Worth adopting", ())
    assert [(link.title, link.href) for link in shown.because] == [
        ("Northport: Water gauges", "cities/northport.md#s-gauges-1"),
        ("Southbay: Networked pumps", "cities/southbay.md#m-pumps"),
        ("Tides differ from year to year", "findings.md#finding-tides"),
    ]


def test_several_facts_of_one_place_are_told_apart_by_their_words(dataset: Dataset) -> None:
    held = View(
        view={"zh": "甲", "en": "A"}, kind="advice", because=["city/northport#gauges-1", "city/northport#gauges-2"]
    )
    shown = view(Reading(dataset, "zh"), held)

    assert [link.title for link in shown.because] == ["北港：水位监测", "博客称应当采用数字孪生。"]


def test_a_use_shows_the_facts_with_where_they_stand(dataset: Dataset) -> None:
    """The same text, support and name as at home, after city and measure or question, with its sources."""
    (use,) = [held for _, held in shapes(dataset, Use) if isinstance(held, Use) and held.point]
    shown = view(Reading(dataset, "en"), use)

    assert (shown.text, len(shown.used)) == ("Northport measured first.", 3)
    assert [one.where.title for one in shown.used if one.where] == [
        "Northport: Water gauges", "Northport: Plan", "Tides differ from year to year",
    ]  # fmt: skip
    for one in shown.used:
        home = view(Reading(dataset, "en"), dataset.fact(one.ref))
        assert (one.text, one.support, one.anchor, one.sources) == (home.text, home.support, "", home.sources)
        assert (one.line, one.own.endswith(home.own)) == ("", True)


def test_an_answer_may_be_a_use(dataset: Dataset) -> None:
    """Its facts are the answer."""
    answers = dataset.record("city/northport").facts["people"]

    assert [type(one) for one in answers] == [Fact, Use]
    assert [one.value for one in answering(Reading(dataset, "en"), answers)] == [1234567, 1234567]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_stands_once_on_the_page_of_its_record(language: str, dataset: Dataset) -> None:
    """With its name, its shape, how good its evidence is, and an anchor for those who cite it."""
    reading = Reading(dataset, language)
    made = {page.path: block(dataset, language, page.row.macro, page.argument) for page in pages(dataset, language)}
    for ref, held in some([*shapes(dataset, Fact), *shapes(dataset, View)], 40):
        page, _, anchor = href(reading, ref).partition("#")
        if "#" not in ref:
            continue  # that of its record
        found = re.findall(rf'<div class="hb-statement" id="{re.escape(anchor)}"([^>]*)>', made[page])
        assert len(found) == 1, ref
        assert f'data-ref="{ref}"' in found[0]
        assert ('data-statement="view"' in found[0]) == isinstance(held, View), ref
        assert ("data-support=" in found[0]) == isinstance(held, Fact), ref


def test_a_used_fact_keeps_its_name(dataset: Dataset) -> None:
    """Scripts and readers tell that it is the same wherever it is shown."""
    lesson = block(dataset, "en", "lesson", "water")

    assert re.findall(r'data-support="(\w+)" data-ref="(city/northport#[\w.-]+)"', lesson) == [
        ("primary", "city/northport#gauges-1"), ("primary", "city/northport#plan.national"),
    ]  # fmt: skip


def test_an_edition_without_the_city_has_the_fact_and_its_sources(dataset: Dataset) -> None:
    """What a lesson rests on is told, though the page to which it belongs is left out."""
    part = select(dataset, Selection(cities=("southbay",)))
    (use,) = [held for _, held in shapes(part, Use) if isinstance(held, Use) and held.point]
    shown = view(Reading(part, "en"), use)

    assert "city/northport" not in {owner for owner, _ in part.named()}
    assert next(one.where.title for one in shown.used if one.where) == "Northport: Water gauges"
    cited = {one.id for used in shown.used for one in used.sources}
    assert "port-1" in cited
    assert cited <= part["source"].keys()


def test_what_search_has_of_a_use_is_its_point(dataset: Dataset) -> None:
    (use,) = [held for _, held in shapes(dataset, Use) if isinstance(held, Use) and held.point]

    assert plain(Reading(dataset, "zh"), use) == "北港先测了水位。"


def test_what_became_of_a_plan_may_be_told_by_a_use(dataset: Dataset) -> None:
    """The fact that is used tells it, with its date; the code is that of the use."""
    city = dataset.record("city/northport")
    use = Use.model_validate({"facts": "city/southbay#outcome", "code": "running"})
    changed = city.model_copy(update={"facts": {**city.facts, "outcome": (use,)}})
    shown = status_view(Reading(dataset, "en"), changed)

    assert shown == StatusView("running", "In force", "No written plan.", "November 2026")


def test_notes_tell_facts_of_one_caption_apart(dataset: Dataset) -> None:
    """Elsewhere the note stays with the fact, unless the evidence is poor."""
    held = [Use.model_validate({"facts": [f"city/northport#{name}" for name in names]}) for names in NAMED]
    alone, together = (view(Reading(dataset, "en"), one).used for one in held)

    assert [one.note for one in alone] == [""]
    assert [one.note for one in together] == ["", "By the paper's count."]


NAMED = (["gauges-twice"], ["gauges-number", "gauges-twice"])
