"""Numbers and money in words."""

from __future__ import annotations

from typing import Any

import pytest

from macros.load.dataset import Dataset
from macros.model.statement import Fact
from macros.views.reading import Reading
from macros.views.statement import plain
from macros.wording import large

CAPTION = {"zh": "费用。", "en": "What it cost."}
MEASURED, POINT = {"basis": "measured"}, {"as_of": 2019, "value": 40}
SCOPE = {"zh": "只算一期", "en": "the first phase alone"}

OWED = {"amount": 70000000, "currency": "usd", "year": 2024, "basis": "owed", "scope": SCOPE}


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        ({"value": 95, "unit": "datasets", "as_of": 2014}, "95个数据集（2014年）", "95 datasets (2014)"),
        (
            {"text": CAPTION, "value": 87.5, "unit": "percent", "as_of": "2020-03", "bound": "about"} | MEASURED,
            "费用：约87.5%（2020年3月；实测）", "What it cost: about 87.5% (March 2020; measured)",
        ),
        (
            {"unit": "users", "series": [POINT, {"as_of": 2020, "value": 60000, "bound": "over"}]},
            "40名用户（2019年）、超过6万名用户（2020年）", "40 users (2019); more than 60,000 users (2020)",
        ),
        (
            {"text": CAPTION, "money": OWED},
            "费用：7000万美元（2024年；拖欠；只算一期）",
            "What it cost: US$70 million (2024; owed; the first phase alone)",
        ),
        (
            {
                "text": CAPTION,
                "money": {
                    "amount": 120000000, "currency": "cny", "year": 2024, "basis": "planned", "flow": "saving",
                    "bound": "up-to", "term": {"zh": "十年", "en": "over ten years"},
                },
            },
            "费用：至多1.2亿元人民币（2024年；节省；计划；十年）",
            "What it cost: up to RMB 120 million (2024; saving; planned; over ten years)",
        ),
    ],
)  # fmt: skip
def test_numbers_in_words(fact: dict[str, Any], zh: str, en: str, dataset: Dataset) -> None:
    """The caption loses its full stop; what qualifies a number stands after it."""
    held = Fact.model_validate({**fact, "sources": ["port-1"]})

    assert plain(Reading(dataset, "zh"), held) == zh
    assert plain(Reading(dataset, "en"), held) == en


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (9999, "9,999", "9,999"),
        (12500000, "1250万", "12.5 million"),
        (1234567, "1,234,567", "1,234,567"),
        (2100000000, "21亿", "2.1 billion"),
        (26100000000000, "26.1万亿", "26.1 trillion"),
        (-30000, "-3万", "-30,000"),
    ],
)
def test_large_numbers_lose_nothing(value: float, zh: str, en: str) -> None:
    """A number that two decimals cannot hold is written out."""
    assert (large("zh", value), large("en", value)) == (zh, en)
