"""Texts that were meant for elsewhere: Markdown, notes to oneself, the other language's width, old characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from macros.check.project import Project
from macros.load.parts import Placed
from macros.load.unwritten import ASIDE, unwritten
from macros.model.base import Model, Text
from macros.model.guide import Guide
from macros.model.label import Label
from macros.model.source import Source
from macros.model.statement import Fact
from macros.model.toolkit import Toolkit
from macros.problems import Keys, Problem, Said
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
    message: Said
    hint: Said
    level: Literal["error", "warning"] = "error"


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each text, address and number that cannot be shown as it is."""
    dataset = project.dataset
    for owner, record in dataset.named():
        for keys, fault in _faults(record, dataset.texts_in[owner], dataset.facts_in[owner]):
            yield dataset.problem(owner, keys, *fault[:3], level=fault.level)


def _faults(record: Model, texts: Placed[Text], facts: Placed[Fact]) -> Iterator[tuple[Keys, _Fault]]:
    if isinstance(record, Label):
        yield from ((("zh",), fault) for fault in _either(record.zh))
        yield from ((("en",), fault) for fault in _either(record.en))
    for keys, text in texts:
        yield from (((*keys, "zh"), fault) for fault in (*_either(text.zh), *_chinese(text.zh)))
        yield from (((*keys, "en"), fault) for fault in (*_either(text.en), *_english(text.en)))
    for keys, fact in facts:
        yield from (((*keys, *place), fault) for place, number in _numbers(fact) for fault in _number(number))
    if isinstance(record, Source | Toolkit):
        yield from ((("url",), fault) for fault in _address(record.url or ""))
    if isinstance(record, Source):
        yield from ((("archived",), fault) for fault in _address(record.archived or ""))
    for place, group in enumerate(record.groups if isinstance(record, Guide) else ()):
        if group.minutes is not None and group.minutes <= 0:
            message = Said(f"{group.minutes} minutes", f"{group.minutes}分钟")
            hint = Said("Write how many it takes.", "请写实际需要的分钟数。")
            yield ("groups", place, "minutes"), _Fault("number", message, hint)


def _either(text: str) -> Iterator[_Fault]:
    if _MARK.search(text):
        if found := _quoted(_MARKDOWN, text):
            message = Said(
                f"{found} will be shown: plain text knows no Markdown",
                f"{found}会照原样显示：这里是纯文字，不认Markdown",
            )
            yield _Fault("markdown", message, Said("Remove the signs.", "请删去这些符号。"))
        if found := _quoted(_HTML, text):  # which may be what a text is about
            message = Said(
                f"{found} will be shown: plain text knows no HTML", f"{found}会照原样显示：这里是纯文字，不认HTML"
            )
            hint = Said(
                "Remove it; a blank is a blank, and a second paragraph a second statement.",
                "请删去；空格直接打空格，要分段就另写一条陈述。",
            )
            yield _Fault("html", message, hint, "warning")
    if found := unwritten(text):
        message = Said(f"“{found}” is still to be written", f"“{found}”：内容还没有写")
        yield _Fault("unwritten", message, Said("Write the text before it is published.", "请在发布之前写好。"))
    if not text.isascii() and (found := _quoted(_WIDE, text)):
        message = Said(f"full-width letters or digits: {found}", f"全角的字母或数字：{found}")
        yield _Fault("full-width", message, Said("Write them in half width.", "请改用半角。"))


def _quoted(pattern: re.Pattern[str], text: str) -> str:
    """Return all that a pattern finds, each once; most texts have nothing of it."""
    if not pattern.search(text):
        return ""
    return " ".join(f"“{found}”" for found in dict.fromkeys(found[0] for found in pattern.finditer(text)))


def _chinese(text: str) -> Iterator[_Fault]:
    if simplified().keys().isdisjoint(text):
        return
    rest = ASIDE.sub("", text)
    found = dict.fromkeys(pair for pair in zip(rest, simplify(rest), strict=False) if pair[0] != pair[1])
    if found:
        worse, better = ("".join(held) for held in zip(*found, strict=True))
        yield _Fault(
            "traditional", Said(f"traditional characters: {worse}", f"繁体字：{worse}"),
            Said(
                f"Write {better}; what is quoted stands in quotation marks or brackets.",
                f"请写{better}；引用的原文放在引号或括号里。",
            ), "warning",
        )  # fmt: skip


def _english(text: str) -> Iterator[_Fault]:
    if not text.isascii() and (found := _quoted(_WIDE_BRACKETS, text)):
        message = Said(f"full-width brackets in English: {found}", f"英文里用了全角括号：{found}")
        yield _Fault("full-width", message, Said("Write ( and ).", "请改用半角的(和)。"))


def _numbers(fact: Fact) -> Iterator[tuple[Keys, float]]:
    if fact.value is not None:
        yield ("value",), fact.value
    if fact.money:
        yield ("money", "amount"), fact.money.amount
    yield from ((("series", n, "value"), point.value) for n, point in enumerate(fact.series))


def _number(number: float) -> Iterator[_Fault]:
    if not -_MOST < number < _MOST:
        message = Said("a number of more than fifteen digits", "数字超过十五位")
        hint = Said("Write it in millions or billions of its unit.", "请换一个更大的单位，例如以百万、亿计。")
        yield _Fault("number", message, hint)


def _address(url: str) -> Iterator[_Fault]:
    if "…" in url or url.endswith("..."):
        message = Said("a shortened address: it leads nowhere", "网址被截短了，打不开")
        yield _Fault("address", message, Said("Copy the whole address.", "请复制完整的网址。"))
    elif found := _ADDRESS_END.search(url):
        yield _Fault(
            "address",
            Said(f"the sign “{found[0]}” at the end is no part of the address", f"末尾的“{found[0]}”不属于网址"),
            Said("Remove it, and try the address.", "请删去，再打开网址试一试。"),
        )
