"""Texts that were meant for elsewhere: Markdown, notes to oneself, the other language's width, old characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from macros.check.project import Project
from macros.check.rules.text import ASIDE, unwritten
from macros.model.base import Model
from macros.model.guide import Guide
from macros.model.label import Label
from macros.model.source import Source
from macros.model.statement import Fact
from macros.model.toolkit import Toolkit
from macros.model.walk import facts, texts
from macros.problems import Keys, Problem
from macros.wording import simplified, simplify

_HAN = "\u3400-\u9fff"
_MARK = re.compile("[*_`#<>&\\]]")
"""Most texts have none of these."""
_MARKDOWN = re.compile(
    r"\*\*|__(?=\w)|\]\((?=https?:|[a-z/-]+\.md)|^#{1,6} |^> |`|(?<![\w/])_(?=[^_\s][^_]{0,80}_(?![\w/]))"
)
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?: [^<>]{0,200})?/?>|<!--|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{1,6});")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_WIDE_BRACKETS = re.compile(f"（[^（）{_HAN}]*）")
_ADDRESS_END = re.compile("[。，；：！？、）》”’.,;:!]$")
_MOST = 1e15
"""From here on a number cannot be shown to the last digit."""


class _Fault(NamedTuple):
    rule: str
    message: str
    hint: str
    level: Literal["error", "warning"] = "error"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each text, address and number that cannot be shown as it is."""
    for owner, record in project.dataset.named():
        for keys, fault in _faults(record):
            yield project.dataset.problem(owner, keys, *fault[:3], level=fault.level)


def _faults(record: Model) -> Iterator[tuple[Keys, _Fault]]:
    if isinstance(record, Label):
        yield from ((("zh",), fault) for fault in _either(record.zh))
        yield from ((("en",), fault) for fault in _either(record.en))
    for keys, text in texts(record):
        yield from (((*keys, "zh"), fault) for fault in (*_either(text.zh), *_chinese(text.zh)))
        yield from (((*keys, "en"), fault) for fault in (*_either(text.en), *_english(text.en)))
    for keys, fact in facts(record):
        yield from (((*keys, *place), fault) for place, number in _numbers(fact) for fault in _number(number))
    if isinstance(record, Source | Toolkit):
        yield from ((("url",), fault) for fault in _address(record.url or ""))
    if isinstance(record, Source):
        yield from ((("archived",), fault) for fault in _address(record.archived or ""))
    for place, group in enumerate(record.groups if isinstance(record, Guide) else ()):
        if group.minutes is not None and group.minutes <= 0:
            yield ("groups", place, "minutes"), _Fault("number", f"{group.minutes} minutes", "Write how many it takes.")


def _either(text: str) -> Iterator[_Fault]:
    if _MARK.search(text):
        if found := _quoted(_MARKDOWN, text):
            yield _Fault("markdown", f"{found} will be shown: plain text knows no Markdown", "Remove the signs.")
        if found := _quoted(_HTML, text):  # which may be what a text is about
            hint = "Remove it; a blank is a blank, and a second paragraph a second statement."
            yield _Fault("html", f"{found} will be shown: plain text knows no HTML", hint, "warning")
    if found := unwritten(text):
        yield _Fault("unwritten", f"“{found}” is still to be written", "Write the text before it is published.")
    if found := _quoted(_WIDE, text):
        yield _Fault("full-width", f"full-width letters or digits: {found}", "Write them in half width.")


def _quoted(pattern: re.Pattern[str], text: str) -> str:
    """Return all that a pattern finds, each once."""
    return " ".join(f"“{found}”" for found in dict.fromkeys(found[0] for found in pattern.finditer(text)))


def _chinese(text: str) -> Iterator[_Fault]:
    if simplified().keys().isdisjoint(text):
        return
    rest = ASIDE.sub("", text)
    found = dict.fromkeys(pair for pair in zip(rest, simplify(rest), strict=False) if pair[0] != pair[1])
    if found:
        better = "".join(new for _, new in found)
        yield _Fault(
            "traditional", f"traditional characters: {''.join(old for old, _ in found)}",
            f"Write {better}; what is quoted stands in quotation marks or brackets.", "warning",
        )  # fmt: skip


def _english(text: str) -> Iterator[_Fault]:
    if found := _quoted(_WIDE_BRACKETS, text):
        yield _Fault("full-width", f"full-width brackets in English: {found}", "Write ( and ).")


def _numbers(fact: Fact) -> Iterator[tuple[Keys, float]]:
    if fact.value is not None:
        yield ("value",), fact.value
    if fact.money:
        yield ("money", "amount"), fact.money.amount
    yield from ((("series", n, "value"), point.value) for n, point in enumerate(fact.series))


def _number(number: float) -> Iterator[_Fault]:
    if not -_MOST < number < _MOST:
        yield _Fault("number", "a number of more than fifteen digits", "Write it in millions or billions of its unit.")


def _address(url: str) -> Iterator[_Fault]:
    if "…" in url or url.endswith("..."):
        yield _Fault("address", "a shortened address: it leads nowhere", "Copy the whole address.")
    elif found := _ADDRESS_END.search(url):
        yield _Fault(
            "address", f"the sign “{found[0]}” at the end is no part of the address", "Remove it, and try the address."
        )
