"""What goes wrong with words: blanks, punctuation, the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.check.project import Project
from macros.load.unwritten import ASIDE, unwritten
from macros.model.label import Label
from macros.problems import Keys, Problem, Said

_HAN = "\u3400-\u9fff"
_ANY_HAN = re.compile(f"[{_HAN}]")
# Most Chinese texts have none of these, and are then sound: every fault below needs one.
_SUSPECT = re.compile('[ \u3000\xa0,.;:?!("]')
# Two lines of a folded scalar are joined with a blank, which Chinese does not have between characters.
_BLANK = re.compile(rf"([{_HAN}，。；：、！？）》”])[ \u3000\xa0]+([{_HAN}（《“])")
_HALF_WIDTH = re.compile(
    rf"[{_HAN}][,;:?!]|[）》”][,;:?!](?=[{_HAN}（《“]|$)|[,;:] *[{_HAN}（《“]"  # 数据,平台 · 2050:规划 · 3:30 stays
    rf"|[{_HAN}）》”]\.(?![A-Za-z])|[{_HAN}][0-9%]{{1,20}}\.$"  # 平台. · 达到87%. · 采用.NET stays
    rf'|[{_HAN}]\(|\)[{_HAN}]|\([^(){_HAN}]{{0,200}}[{_HAN}][^()]{{0,200}}\)|[{_HAN}]"|"[{_HAN}]'
)
# What belongs to the word before it: GPT-4(V), f(x).
_FORMULA = re.compile(r"(?<=[A-Za-z0-9])\([A-Za-z0-9]{1,3}\)")
# Titles have a blank between their parts: 《智慧城市 顶层设计指南》, 『未来の東京 戦略』.
_TITLE = re.compile("《[^》]{0,400}》|「[^」]{0,400}」|『[^』]{0,400}』")
_ENTITY = re.compile("&[A-Za-z#][A-Za-z0-9]{1,8};")
_LATIN = re.compile("[A-Za-zÀ-ž]")
_WORD = "A-Za-z0-9À-ž'’&-"
_LATIN_WORDS = re.compile(
    rf"[A-Za-zÀ-ž][{_WORD}]{{0,60}}(?:[ ,;:]{{1,3}}[{_WORD}]{{1,60}}){{1,400}}(?:[.!?](?![A-Za-z0-9]))?"
)
# Small words that names have too: Smart Nation and Digital Government Office, Ville de Paris.
_JOINING = frozenset((
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "de", "del", "der", "des", "di", "du", "el", "en", "et", "la", "le", "les", "und", "van", "von", "y",
))  # fmt: skip
_CHINESE = re.compile(rf"[{_HAN}]{{5,400}}|[^ ]{{0,40}}[，。；：？！、]")
_TWO_BLANKS = Said("two blanks in a row", "连着两个空格")


class TextFault(NamedTuple):
    """What is wrong with a text in one of its languages."""

    language: str
    rule: str
    message: Said
    hint: Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each text that is not written as its language asks."""
    for owner, held in project.dataset.texts_in.items():
        for keys, text in held:
            for fault in _faults(text.zh, text.en):
                yield _problem(project, owner, keys, fault)
    for name, label in project.dataset.of(Label).items():
        for fault in _faults(label.zh, label.en):
            yield _problem(project, f"label/{name}", (), fault)


def _problem(project: Project, owner: str, keys: Keys, fault: TextFault) -> Problem:
    return project.dataset.problem(owner, (*keys, fault.language), fault.rule, fault.message, fault.hint)


def _faults(zh: str, en: str) -> Iterable[TextFault]:
    """Return what is wrong; the tests that most texts pass are cheap, since a handbook has a hundred thousand texts."""
    chinese = _chinese(zh) if _SUSPECT.search(zh) else ()
    return (*chinese, *(_english(en) if "  " in en or not en.isascii() else ()))


def _chinese(text: str) -> Iterator[TextFault]:
    for found in _BLANK.finditer(_TITLE.sub("《》", text)):
        message = Said(f"a blank between Chinese characters: “{found[0]}”", f"汉字之间有空格：“{found[0]}”")
        hint = Said(
            "Write the text on one line in double quotes; folded lines are joined with a blank.",
            "请把文字写在一行里，加双引号；折行会变成空格。",
        )
        yield TextFault("zh", "han-blank", message, hint)
    for found in _HALF_WIDTH.finditer(_FORMULA.sub("", _ENTITY.sub("", text))):
        shown = found.string[max(0, found.start() - 2) : found.end() + 2]
        yield TextFault(
            "zh", "half-width", Said(f"half-width punctuation in Chinese: “{shown}”", f"中文里用了半角标点：“{shown}”"),
            Said("Write ，。；：？！（）“”.", "请改用全角的，。；：？！（）“”。"),
        )  # fmt: skip
    if "  " in text:
        yield TextFault("zh", "double-blank", _TWO_BLANKS, Said("Leave one, or none.", "请只留一个，或者都删去。"))
    for shown in map(_short, _in_latin(text) if not unwritten(text) else ()):
        message = Said(f"English in a Chinese text: “{shown}”", f"中文里有英文：“{shown}”")
        hint = Said(
            "Write it in Chinese; put a name or title in its own language in brackets.",
            "请译成中文；专名、题名的原文放在括号里。",
        )
        yield TextFault("zh", "wrong-language", message, hint)


def _in_latin(text: str) -> Iterator[str]:
    """Yield each phrase or sentence in Latin letters that is more than a name."""
    rest = ASIDE.sub("", text)
    for found in _LATIN_WORDS.finditer(rest):
        words = [word for word in re.split("[ ,;:]+", found[0]) if word[0].islower() and word not in _JOINING]
        if len(words) > (0 if found[0][-1] in ".!?" else 2):
            yield found[0]


def _english(text: str) -> Iterator[TextFault]:
    if "  " in text:
        yield TextFault("en", "double-blank", _TWO_BLANKS, Said("Leave one.", "请只留一个。"))
    rest = ASIDE.sub("", text)
    found = [one[0] for one in _CHINESE.finditer(rest)]
    if not found and _ANY_HAN.search(rest) and not _LATIN.search(rest):
        found = [rest]
    for shown in map(_short, found if not unwritten(text) else ()):
        message = Said(f"Chinese in an English text: “{shown}”", f"英文里有中文：“{shown}”")
        hint = Said(
            "Write it in English; put a name or title in its own language in brackets.",
            "请译成英文；专名、题名的原文放在括号里。",
        )
        yield TextFault("en", "wrong-language", message, hint)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
