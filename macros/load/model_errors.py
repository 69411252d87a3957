"""What pydantic found, in words that an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from macros.load.fact_errors import of_a_whole
from macros.load.model_fields import fields_at, is_shape, takes_words
from macros.load.model_hints import Typed, form_hint, shown, type_hint
from macros.load.word_slips import slip
from macros.load.yaml_scalars import UNREAD
from macros.model.scalars import ID_PATTERN, LANGUAGE_PATTERN, MEASURE_PATTERN, WEB_PATTERN
from macros.problems import SILENCE, Keys, Said, meant_or, nearest, sentences, several

_TYPES = {
    "string": Said("text", "文字"),
    "bool": Said("true or false", "true或false"),
    "int": Said("a whole number", "整数"),
    "float": Said("a number", "数字"),
    "tuple": Said("a list", "列表"),
    "dict": Said("a mapping of keys", "一组键"),
    "model": Said("a mapping of keys", "一组键"),
    "date": Said("a date", "日期"),
}
"""First word of pydantic's error types for a value of the wrong type → what was expected."""
_ANYTHING = Said("a value", "内容")
_FILL = Said("Fill it in, or remove the key if it may be left out.", "请补上内容；可以不写的，就删去这个键。")
_FORMS = {ID_PATTERN: "id", MEASURE_PATTERN: "measure", WEB_PATTERN: "web", LANGUAGE_PATTERN: "language"}
_LANGUAGES = {"zh": Said("Chinese (zh)", "中文（zh）"), "en": Said("English (en)", "英文（en）")}


_OF_WORDS = ("wrong-form", "wrong-type", "unknown-value", "date")
"""Rules that look at single words."""


_EARLIER = ("standing", "claims", "claim", "status")
"""Keys that files of earlier versions have."""


class Fault(NamedTuple):
    """One fault of a record."""

    keys: Keys
    """The nearest value that there is."""
    rule: str
    message: Said
    hint: Said


def explain(
    kind: Any, errors: Sequence[Mapping[str, Any]], written: Callable[[Keys], str] = lambda _: ""
) -> Iterator[Fault]:
    """Yield every fault of a record of type `kind`, made of pydantic's errors; `written` tells how a number was typed.

    A misspelt key is one fault, not two: the key that it was meant to be is not reported as missing.
    What was refused as YAML has been told.
    """
    missing = {one["loc"] for one in errors if one["type"] == "missing"}
    meant = {loc for one in errors if one["type"] == "extra_forbidden" and (loc := _meant(one["loc"], missing))}
    for one in errors:
        if _has_been_told(one):
            continue
        loc = tuple(key for key in one["loc"] if key != "[key]")
        keys = tuple(key for key in loc if not is_shape(key))
        if one["type"] == "missing" and loc not in meant:
            yield Fault(keys[:-1], *_missing(str(loc[-1]), fields_at(kind, loc[:-1])))
        elif one["type"] == "extra_forbidden":
            wanted = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
            yield Fault(keys, *_unknown(str(loc[-1]), wanted, list(fields_at(kind, loc[:-1]))))
        elif one["type"] == "too_short" and any(_is_inside(other["loc"], one["loc"]) for other in errors):
            continue  # its entries have faults, and pydantic does not count those
        elif one["type"] != "missing":
            fields = _fields(kind, loc, is_list=one["type"] == "tuple_type")
            value = one["input"]
            if type(value) in (int, float):
                value = Typed(written(keys) or value)
            yield _with_slip(Fault(keys, *_faulty(one["type"], value, one.get("ctx", {}), one["msg"], fields)), value)


def _fields(kind: Any, loc: Keys, *, is_list: bool) -> dict[str, Said]:
    """Return the keys that a value should have, of the entries of a list; none where a word alone will do."""
    if not is_list:
        return fields_at(kind, loc)
    return {} if takes_words(kind, (*loc, 0)) else fields_at(kind, (*loc, 0))


def _with_slip(fault: Fault, value: Any) -> Fault:
    """Name the slip behind a fault where it can be seen in the word itself."""
    is_word = isinstance(value, str) and fault.rule in _OF_WORDS
    found = slip(value, is_list=fault.message.en.endswith("a list")) if is_word else None
    if not found:
        return fault
    message = Said(f"{fault.message.en}: {found.what.en}", f"{fault.message.zh}：{found.what.zh}")
    return fault._replace(message=message, hint=found.hint)


def _has_been_told(error: Mapping[str, Any]) -> bool:
    """Return whether an error only follows from something that was refused as YAML."""
    held = error["input"]
    return error["type"] != "extra_forbidden" and (held is UNREAD or (isinstance(held, dict) and UNREAD in held))


def _is_inside(loc: Keys, outer: Keys) -> bool:
    return len(loc) > len(outer) and loc[: len(outer)] == outer


def _meant(loc: Keys, missing: set[Keys]) -> Keys | None:
    names = [str(other[-1]) for other in missing if other[:-1] == loc[:-1]]
    if len(names) == 1 and names[0] in _LANGUAGES:
        return (*loc[:-1], names[0])  # however it was written, no other key can be meant
    match = nearest(str(loc[-1]), names)
    return (*loc[:-1], match) if match else None


def _missing(key: str, fields: Mapping[str, Said]) -> tuple[str, Said, Said]:
    if key in _LANGUAGES:
        name = _LANGUAGES[key]
        hint = Said(f"Add '{key}:' with the text.", f"请加上“{key}:”和文字。")
        return "missing-language", Said(f"the {name.en} text is missing", f"缺少{name.zh}"), hint
    hint = sentences(Said(f"Add '{key}:'.", f"请加上“{key}:”。"), fields.get(key, SILENCE))
    return "missing-key", Said(f"the key '{key}' is missing", f"缺少“{key}”"), hint


def _unknown(key: str, wanted: Sequence[str], known: Sequence[str]) -> tuple[str, Said, Said]:
    found = shown(key)
    if key in _EARLIER:
        message = Said(f"unknown key {found.en}, of an earlier shape", f"不认识的键{found.zh}，是旧写法")
        return "unknown-key", message, Said("Run 'handbook migrate' once.", "请运行一次“handbook migrate”。")
    match = (
        wanted[0] if len(wanted) == 1 and wanted[0] in _LANGUAGES else nearest(key, [*wanted]) or nearest(key, known)
    )
    names = several(known)
    possible = Said(f"Possible here: {names.en}.", f"这里可以写的键：{names.zh}。")
    return "unknown-key", Said(f"unknown key {found.en}", f"不认识的键{found.zh}"), meant_or(match, possible)


def _faulty(
    kind: str, value: Any, context: Mapping[str, Any], words: str, fields: Mapping[str, Said]
) -> tuple[str, Said, Said]:
    """Return rule, message and hint for a value that is there but wrong; `fields` are those it should have."""
    expected = _TYPES.get(kind.partition("_")[0], _ANYTHING)
    if value is None:
        return "empty", Said(f"nothing here, expected {expected.en}", f"这里是空的，应当写{expected.zh}"), _FILL
    if kind in ("string_pattern_mismatch", "other_form", "string_too_long"):  # of texts, only ids can be too long
        form = context.get("form") or _FORMS.get(context.get("pattern", ID_PATTERN), "")
        return "wrong-form", *form_hint(form, value)
    if kind in ("string_too_short", "too_short", "too_long"):
        return _length(context, value)
    if kind == "literal_error":
        allowed = re.findall("'([^']*)'", context["expected"])
        found, names = shown(value), several(allowed)
        message = Said(f"{found.en} is not one of {names.en}", f"{found.zh}不在可选的值里：{names.zh}")
        choose = Said("Choose one of these.", "请从中选一个。")
        return "unknown-value", message, meant_or(nearest(str(value).lower(), allowed), choose)
    if kind == "invisible":
        return "invisible", *_invisible(context["codes"])
    if kind == "date":
        day = Said(
            "Write 2019, 2019-04 or 2019-04-22; the day must exist.", "请写2019、2019-04或2019-04-22，且这一天存在。"
        )
        span = Said("A span has from: and to:, under 'period:'.", "一段时间写在“period:”下，用“from:”和“to:”。")
        found = shown(value)
        message = Said(f"{found.en} is not a date", f"{found.zh}不是日期")
        return "date", message, sentences(day, span) if isinstance(value, dict) else day
    rule = kind.replace("_", "-")
    if whole := of_a_whole(rule, value, context, words):
        return rule, *whole
    if expected.en == "a list" and fields:
        expected = Said("a list of entries", "由若干项组成的列表")
    return "wrong-type", _instead(value, expected), type_hint(expected.en, value, fields)


def _instead(value: Any, expected: Said) -> Said:
    found = shown(value)
    return Said(f"found {found.en}, expected {expected.en}", f"这里是{found.zh}，应当写{expected.zh}")


def _length(context: Mapping[str, Any], value: Any) -> tuple[str, Said, Said]:
    if "max_length" in context:
        most, held = context["max_length"], len(value)
        is_one = most == 1
        message = Said(
            f"{held} here, where at most {most} {'is' if is_one else 'are'} expected", f"这里有{held}项，最多{most}项"
        )
        hint = Said(
            "Keep the one that leads nearest to the place." if is_one else f"Keep the {most} that tell most.",
            "请只留定位最准的一项。" if is_one else f"请只留最说明问题的{most}项。",
        )
        return "too-many", message, hint
    if value:
        held, least = len(value), context["min_length"]
        message = Said(f"{held} here, where at least {least} are expected", f"这里只有{held}项，至少要有{least}项")
        return "too-few", message, Said("Add what is missing.", "请补上缺少的。")
    if isinstance(value, str):
        return "empty", Said("nothing here, expected text", "这里是空的，应当写文字"), _FILL
    return "empty", Said("nothing here, where at least one is expected", "这里是空的，至少要有一项"), _FILL


def _invisible(codes: Sequence[str]) -> tuple[Said, Said]:
    hint = Said(
        "Delete it and type the text again; it usually comes with pasted text.",
        "请删去，重新输入这段文字；它多半是粘贴时带进来的。",
    )
    if "000A" in codes:
        hint = Said("Write the text on one line, in double quotes.", "请把文字写在一行里，加双引号。")
    en = ["a line break in the text" if code == "000A" else f"an invisible character U+{code}" for code in codes]
    zh = ["文字里有换行" if code == "000A" else f"看不见的字符U+{code}" for code in codes]
    return Said(" and ".join(en), "，".join(zh)), hint
