"""What was newly checked, by the dates in the data."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from macros.load.dataset import Dataset
from macros.model.base import Text
from macros.model.city import City
from macros.model.statement import Review
from macros.render import templates
from macros.views.feed import MOST, feed
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.built import HOSTILE
from tests.support.some import some

SITE = "https://example.org/a/"


def review(day: str, found: str) -> Review:
    return Review(date=day, found=Text(zh=f"中：{found}", en=found))


def with_city(dataset: Dataset, checked: str, *reviews: Review, number: int = 1) -> Reading:
    """Return an English reading of a handbook whose cities were looked at so."""
    held = dataset.of(City)["northport"].model_copy(update={"checked": checked, "reviews": reviews})
    return Reading(dataset.but({"city": {f"northport-{n}": held for n in range(number)}}), "en")


def test_reviews_of_one_day_are_one_entry_and_each_day_has_its_own(dataset: Dataset) -> None:
    reading = with_city(
        dataset, "2031-02-01", review("2031-02-03", "A"), review("2031-02-03", "B"), review("2031-03", "C")
    )
    entries = feed(reading, SITE).entries[:2]

    assert [(one.day, one.found) for one in entries] == [("2031-03-01", ("C",)), ("2031-02-03", ("A", "B"))]
    assert [one.id for one in entries] == [
        f"{SITE}en/go/city.northport-0/#{day}" for day in ("2031-03-01", "2031-02-03")
    ]
    assert entries[0].link == f"{SITE}en/go/city.northport-0/"


def test_sources_read_after_the_last_review_are_an_entry_without_a_text(dataset: Dataset) -> None:
    made = feed(with_city(dataset, "2031-04-01", review("2031-02-03", "A")), SITE)

    assert [(one.day, one.found) for one in made.entries[:2]] == [("2031-04-01", ()), ("2031-02-03", ("A",))]
    assert made.updated == "2031-04-01"


def test_the_newest_are_shown_of_one_day_first_what_says_something(dataset: Dataset) -> None:
    many = with_city(dataset, "2031-04-01", review("2031-04-01", "A"), review("2031-04-02", "B"), number=MOST - 1)
    made = feed(many, SITE)

    assert len(made.entries) == MOST
    assert [one.found for one in made.entries] == [("B",)] * (MOST - 1) + [("A",)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_review_is_told_in_its_language(dataset: Dataset, language: str) -> None:
    held = [one for _, record in dataset.named() for one in getattr(record, "reviews", ())]
    told = {text for one in feed(Reading(dataset, language), SITE).entries for text in one.found}

    assert {one.found[language] for one in some(held)} == told


def test_names_and_texts_stand_there_as_text(dataset: Dataset) -> None:
    hostile = Text(zh=HOSTILE, en=HOSTILE)
    city = dataset.of(City)["northport"]
    held = city.model_copy(update={"name": hostile, "reviews": (Review(date="2031-02-03", found=hostile),)})
    reading = Reading(dataset.but({"city": {"northport": held}}), "en")
    root = ET.fromstring(templates.render("atom.xml.j2", feed(reading, SITE), reading.labels))  # noqa: S314 - ours
    atom = "{http://www.w3.org/2005/Atom}"

    assert root.findtext(f"{atom}entry/{atom}title") == HOSTILE
    assert root.findtext(f"{atom}entry/{atom}content") == HOSTILE
