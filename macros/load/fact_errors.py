"""What the model itself finds wrong with a fact as a whole, in words that an editor can act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.model.fact_forms import DUE, FORMS
from macros.problems import Said

_HINTS = {
    "blank-edge": Said("Remove the blank.", "请删去空格。"),
    "reserved": Said("Choose another id.", "请换一个编号。"),
    "fact-forms": Said("A fact states one thing: split it in two.", "一条事实只说一件事，请拆成两条。"),
    "fact-empty": Said(
        "Give it text, date, period, value, series, money, list, refs or absent: true; or not_found: true.",
        "请写text、date、period、value、series、money、list、refs中的一种，或者absent: true、not_found: true。",
    ),
    "fact-number": Said(
        "Say what is counted (unit), when it held (as_of), what the money is for (text).",
        "请写明数的是什么（unit）、什么时候的数（as_of），或者钱用在哪里（text）。",
    ),
    "fact-companion": Said(
        "Leave it out, or give the number a form of its own: value, series or money.",
        "请删去这个键，或者把数字单独写成value、series或money。",
    ),
    "fact-said": Said(
        "Say in our own words, under 'said:', what the article said; leave 'article:' out if it said nothing.",
        "请在“said:”下用自己的话写文章怎么说；文章没有说到，就删去“article:”。",
    ),
}
"""What to do about the faults that the model itself names, by rule."""
_ELSE = {
    "fact-empty": "这条事实什么也没有说",
    "fact-number": "数字缺少必须一起写的键",
}
"""What the model itself says in English, by rule."""


def of_a_whole(rule: str, value: Any, context: Mapping[str, Any], words: str) -> tuple[Said, Said] | None:
    """Return message and hint for a fault that the model names; None where pydantic does, by the type of a value."""
    return (_told(rule, value, context, words), _HINTS[rule]) if rule in _HINTS else None


def _told(rule: str, value: Any, context: Mapping[str, Any], words: str) -> Said:
    """Return what is wrong with a whole fact, or with a word of which the model alone knows."""
    if rule == "reserved":
        return Said(words, f"“{context['found']}”是保留的名称")
    if rule == "blank-edge":
        return Said(words, "文字的开头或结尾有空格")
    held = value if isinstance(value, dict) else {}
    given = [form for form in FORMS if not any(held.get(form) is none for none in (None, False))]
    if rule == "fact-forms":
        names = given if len(given) > 1 else str(context["found"]).split(" and ")
        return Said(f"a fact with {' and '.join(names)} together", f"一条事实里同时有{'和'.join(names)}")
    if rule == "fact-companion":
        key, forms = context["key"], context["forms"]
        return Said(
            f"'{key}' belongs to {' or '.join(forms)}, and there is none",
            f"“{key}”要和{'或'.join(forms)}一起写，这里没有",
        )
    missing = [(form, key) for form in given for key in DUE.get(form, ()) if not held.get(key)]
    if rule == "fact-number" and missing:
        form, keys = missing[0][0], [key for _, key in missing]
        return Said(f"'{form}' without {' and '.join(keys)}", f"写了“{form}”，却没有{'和'.join(keys)}")
    if rule == "fact-said":
        article = held.get("article")
        return Said(f"'article: {article}' without 'said'", f"写了“article: {article}”，却没有“said”")
    return Said(words, _ELSE[rule])
