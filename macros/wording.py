"""How each language words dates, numbers and lists, and how Chinese is written."""

from __future__ import annotations

import functools
import locale
import math
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

LANGUAGES = ("zh", "en")
HTML_LANG = {"zh": "zh-Hans", "en": "en"}
NAMES = {"zh": "中文", "en": "English"}
"""Of each language, in itself."""

_CHARACTERS = range(0x4E00, 0x9FA6)
"""Of Chinese, where traditional forms have simplified ones."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_STEPS = {
    "zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")),
    "en": ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")),
}
"""From which number on → how it is counted, the largest first."""


def spoken() -> str:
    """Return the language in which a command speaks: Chinese where the system is set to it, else English."""
    given = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "zh" if (given or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


class Bilingual(Protocol):
    """Whatever holds one text a language."""

    def __getitem__(self, language: str) -> str:
        """Return the text in `language`."""


class Labels:
    """Interface words in one language: `labels["cities"]`, in templates also `t.cities`."""

    def __init__(self, texts: Mapping[str, Bilingual], language: str) -> None:
        self.texts = texts
        self.language = language
        self._words: dict[str, str] = {}
        """What was asked for: pages ask for each word a hundred times."""

    def __getitem__(self, name: str) -> str:
        """Return the word; KeyError for a name that labels.yml does not have."""
        if name not in self._words:
            self._words[name] = self.texts[name][self.language]
        return self._words[name]

    def __getattr__(self, name: str) -> str:
        """Return the word for an attribute name, underscores standing for hyphens."""
        try:
            word = self.__dict__[name] = self[name.replace("_", "-")]  # found there the next time
        except KeyError:
            raise AttributeError(f"labels.yml has no '{name.replace('_', '-')}'") from None
        return word

    def fill(self, name: str, **values: object) -> str:
        """Return the word with `{name}` places filled in."""
        return self[name].format(**values)

    def unit(self, name: str, value: float) -> str:
        """Return the word for a unit as it stands after a number; English says one of it in other words."""
        one = getattr(self.texts[f"unit-{name}"], "one", None)
        return one if one and value == 1 and self.language == "en" else self[f"unit-{name}"]


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def word(name: str) -> str:
    """Return the name of a label; marks it as used where it is named in a table and worded elsewhere."""
    return name


OF_SCRIPTS = "work-"
"""How the labels begin that scripts alone show."""
_SHARED = ("colon", "list-comma", "print", "record")
"""Those that scripts and pages show."""


def is_of_scripts(name: str) -> bool:
    """Whether scripts show a label, besides the names of kinds."""
    return name.startswith(OF_SCRIPTS) or name in _SHARED


def script_name(label: str) -> str:
    """Return how scripts call a label: "work-not-loaded" → `say("not_loaded")`."""
    return label.removeprefix(OF_SCRIPTS).replace("-", "_")


def script_label(name: str) -> str:
    """Return the label that scripts call `name`."""
    label = name.replace("_", "-")
    return label if label in _SHARED else OF_SCRIPTS + label


OF_FORM = "propose-"
"""How the labels begin that the form for editors shows by its script."""


def form_label(name: str) -> str:
    """Return the label that the form's script calls `name`."""
    return OF_FORM + name.replace("_", "-")


def language_name(language: str, code: str) -> str:
    """Word the name of a language by its code of ISO 639; the code itself where it has no name."""
    import babel  # loads the names of all languages, which most that word something do not need

    return str(babel.Locale(language).languages.get(code, code))


def date(language: str, day: str) -> str:
    """Word a year, month or day: "2019-04" → 2019年4月 · April 2019."""
    year, *rest = day.split("-")
    numbers = [str(int(part)) for part in rest]
    if language == "zh":
        return f"{year}年" + "".join(number + unit for number, unit in zip(numbers, "月日", strict=False))
    words = [year]
    if rest:
        words.insert(0, _MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        words.insert(0, numbers[1])
    return " ".join(words)


def period(language: str, start: str, end: str) -> str:
    """Word a span: 2016年至2020年 · 2016 to 2020."""
    return f"{date(language, start)}{'至' if language == 'zh' else ' to '}{date(language, end)}"


def number(value: float) -> str:
    """Word a number with separators at thousands; whole numbers without decimals."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def large(language: str, value: float) -> str:
    """Word a number, a large one in 万 and 亿 or in millions and billions where nothing is lost by it."""
    for step, name in _STEPS[language]:
        if abs(value) >= step and math.isclose(round(value / step, 2) * step, value):
            worded = number(round(value / step, 2))
            return f"{worded.replace(',', '') if language == 'zh' else worded}{name}"
    return number(value)


def quantity(language: str, value: float, unit: str) -> str:
    """Word a number with its unit; Chinese has no blank between them, nor has a percent sign."""
    blank = "" if language == "zh" or unit.startswith("%") else " "
    return f"{large(language, value)}{blank}{unit}"


def money(language: str, amount: float, currency: str) -> str:
    """Word an amount of money: 7000万美元 · US$70 million."""
    worded = large(language, amount)
    return f"{worded}{currency}" if language == "zh" else f"{currency}{worded}"


def listing(language: str, parts: Iterable[str]) -> str:
    """Join the parts of an enumeration; semicolons where a part has a comma of its own."""
    held = list(parts)
    inner = any(re.search("[,，、]", part) for part in held)
    if language == "zh":
        return ("；" if inner else "、").join(held)
    return ("; " if inner else ", ").join(held)


def sentence(language: str, *parts: str) -> str:
    """Join whole sentences; English has a blank between them."""
    return ("" if language == "zh" else " ").join(part for part in parts if part)


@functools.cache
def months_between(earlier: str, later: str) -> int:
    """Return the whole months between two dates; a year counts as its January."""
    first, second = (tuple(int(part) for part in f"{day}-01".split("-")[:2]) for day in (earlier, later))
    return (second[0] - first[0]) * 12 + second[1] - first[1]


@functools.cache
def _converter() -> Any:
    import opencc  # loads its tables, which most that word something do not need

    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """Return a text in simplified characters; in some words, such as 乾隆, those of old are still right."""
    return str(_converter().convert(text))


@functools.cache
def simplified() -> dict[str, str]:
    """Return traditional character → the simplified one that it stands for."""
    every = [chr(code) for code in _CHARACTERS]
    simple = simplify("\n".join(every)).split("\n")
    return {one: other for one, other in zip(every, simple, strict=True) if one != other}
