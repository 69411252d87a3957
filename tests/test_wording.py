"""Dates, numbers and lists in the words of each language."""

from __future__ import annotations

import pytest

from macros import wording
from macros.wording import Labels


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
