"""Which years and numbers a text tells, the same whatever its language."""

from __future__ import annotations

import re

_STEPS = {
    "万": 1e4, "亿": 1e8, "万亿": 1e12, "千": 1e3, "百": 1e2,
    "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![A-Za-z\d./_-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(万亿|[万亿千百]|(?:thousand|million|billion|trillion|bn|m)\b)?(?![A-Za-z])"
)
_LEAST = 13
"""Smaller numbers are written as words in one language and as digits in the other; months are such, too."""


_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)[-–](\d\d)(?!\d)")
_CHINESE = re.compile("[〇零一二两三四五六七八九十百千]{2,}")
_ABOUT = re.compile("(?:一二|[二两]三|三四|四五|五六|六七|七八|八九)[十百千]?")
"""Two or three, some five or six hundred: no number that the other language would have in digits."""
_PLAN = re.compile("十[一二三四五六]五(?=[”规时期末])")
"""The 15th Five-Year Plan is named so; in English the number is an ordinal, which is not told either."""
_DIGITS = {sign: n for n, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def figures_told(text: str) -> frozenset[str]:
    """Return the numbers of a text from 13 on, those with decimals too, worded without separators below 100,000."""
    text = _SPAN.sub(lambda found: f"{found[1]} {found[1][:2]}{found[2]}", _PLAN.sub("", text))
    text = _CHINESE.sub(lambda found: " " if _ABOUT.fullmatch(found[0]) else f" {_chinese(found[0])} ", text)
    values = {
        float(whole.replace(",", "") + decimals) * _STEPS.get(step, 1): bool(decimals)
        for whole, decimals, step in _NUMBER.findall(text)
    }
    told = (value for value, has_decimals in values.items() if value >= _LEAST or has_decimals)
    return frozenset(f"{value:g}" if value < 1e5 else f"{value:,.0f}" for value in told)


def _chinese(numeral: str) -> int:
    """Return the value of 六十六, 一百零五 or 二〇二五."""
    if not set(numeral) & set(_PLACES):
        return int("".join(str(_DIGITS[sign]) for sign in numeral))
    total = digit = 0
    for sign in numeral:
        if sign in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[sign], 0
        else:
            digit = _DIGITS[sign]
    return total + digit
