"""Dates, numbers and lists in the words of each language."""

from __future__ import annotations

import re

import pytest

from macros import wording
from macros.model.label import Label
from macros.wording import Labels
from tests.support.built import ROOT
from tests.support.data import Data
from tests.support.some import some


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2019", "2019年", "2019"),
        ("2019-04", "2019年4月", "April 2019"),
        ("2019-12-05", "2019年12月5日", "5 December 2019"),
    ],
)
def test_date(day: str, zh: str, en: str) -> None:
    """A date is as exact as it was given, without leading zeros."""
    assert (wording.date("zh", day), wording.date("en", day)) == (zh, en)


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        ("2026-11-02", "2026-11-30", 0),
        ("2026-10-31", "2026-11-01", 1),
        ("2025-05", "2026-11-24", 18),
        ("2025-04-30", "2026-11-24", 19),
        ("2025", "2026-11", 22),
        ("2025-12", "2026", 1),
        ("2026-11", "2026-01-05", -10),
    ],
)
def test_months_between(earlier: str, later: str, months: int) -> None:
    """Months are told apart by the calendar, whatever the day; a year counts as its January."""
    assert wording.months_between(earlier, later) == months


def test_period() -> None:
    """A span names both ends, each as exact as it was given."""
    assert wording.period("zh", "2016", "2020-06") == "2016年至2020年6月"
    assert wording.period("en", "2016", "2020-06") == "2016 to June 2020"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (1234567, "1,234,567"), (87.5, "87.5"), (3.0, "3"), (-1200, "-1,200"), (0.05, "0.05")],
)
def test_number(value: float, words: str) -> None:
    """Thousands are separated, and whole numbers have no decimals."""
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("unit", "zh", "en"), [("人", "12人", "12 人"), ("%", "12%", "12%"), ("% of homes", "12% of homes", "12% of homes")]
)
def test_quantity(unit: str, zh: str, en: str) -> None:
    """Chinese puts no blank before a unit, and nobody does before a percent sign."""
    assert (wording.quantity("zh", 12, unit), wording.quantity("en", 12, unit)) == (zh, en)


@pytest.mark.parametrize(
    ("parts", "zh", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a、b", "a, b"),
        (["a, b", "c"], "a, b；c", "a, b; c"),
        (["甲、乙", "丙"], "甲、乙；丙", "甲、乙; 丙"),
    ],
)
def test_listing(parts: list[str], zh: str, en: str) -> None:
    """Where a part has a comma of its own, semicolons keep the parts apart."""
    assert (wording.listing("zh", parts), wording.listing("en", parts)) == (zh, en)


def test_labels() -> None:
    """Words are found by name in both spellings; a missing one is an error, never blank."""
    labels = Labels({"city-count": {"zh": "{number}座城市", "en": "{number} cities"}}, "en")

    assert labels["city-count"] == labels.city_count == "{number} cities"
    assert labels.fill("city-count", number=3) == "3 cities"
    with pytest.raises(KeyError):
        labels["town-count"]
    with pytest.raises(AttributeError, match="town-count"):
        _ = labels.town_count


def test_labels_are_filled_once() -> None:
    """Braces in what is filled in are text."""
    assert Labels({"a": {"zh": "", "en": "{title}"}}, "en").fill("a", title="{number}") == "{number}"


COUNTED = re.compile(r"\{\w+\} (?:[a-z-]+ )?(?:[a-z-]+s|people|fit|have|were)\b(?<! was)(?<! is)(?<! has)")
"""A number before what is more than one."""
MANY = {"compare-many"}
"""Labels that are shown of more than four alone."""


def test_no_number_stands_before_a_plural() -> None:
    """It would be “1 items” one day: English has numbers after a colon or in brackets, as in “Items: 1”."""
    labels = some(Data(ROOT).file("labels").items(), 500)

    assert {name for name, text in labels if COUNTED.search(text["en"])} == MANY
    assert all(map(COUNTED.search, ("{number} items", "of {all} legal duties", "{left} of {total} fit")))


def test_one_of_a_unit_has_a_word_of_its_own() -> None:
    """In English; whatever stands for several has it."""
    held = {name: Label(**text) for name, text in Data(ROOT).file("labels").items() if name.startswith("unit-")}
    several = {name for name, label in held.items() if re.search("[a-z]{3}s$|^people$|^staff$", label.en)}
    english, chinese = (Labels(held, language) for language in ("en", "zh"))

    assert {name for name, label in held.items() if label.one} == set(some(several, 50))
    assert (english.unit("cities", 1), english.unit("cities", 2), english.unit("people", 1)) == (
        "city",
        "cities",
        "person",
    )
    assert chinese.unit("cities", 1) == held["unit-cities"].zh
    assert english.unit("percent", 1) == "%"
