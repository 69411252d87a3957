"""What pydantic found, in words that an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from macros.load.model_fields import fields_at, is_shape, takes_words
from macros.load.model_hints import Typed, form_hint, shown, type_hint
from macros.load.word_slips import slip
from macros.load.yaml_scalars import UNREAD
from macros.model.fact_forms import DUE, FORMS
from macros.model.scalars import ID_PATTERN, LANGUAGE_PATTERN, MEASURE_PATTERN, WEB_PATTERN
from macros.problems import Keys, nearest

_TYPES = {
    "string": "text",
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number",
    "tuple": "a list",
    "dict": "a mapping of keys",
    "model": "a mapping of keys",
    "date": "a date",
}
"""First word of pydantic's error types for a value of the wrong type → what was expected."""
_FILL = "Fill it in, or remove the key if it may be left out."
_HINTS = {
    "blank-edge": "Remove the blank.",
    "reserved": "Choose another id.",
    "fact-forms": "A fact states one thing: split it in two.",
    "fact-empty": "Give it text, date, period, value, series, money, list, refs or absent: true; or not_found: true.",
    "fact-number": "Say what is counted (unit), when it held (as_of), what the money is for (text).",
    "fact-companion": "Leave it out, or give the number a form of its own: value, series or money.",
    "fact-said": "Say in our own words, under 'said:', what the article said; leave 'article:' out if it said nothing.",
}
"""What to do about the faults that the model itself names, by rule."""
_FORMS = {ID_PATTERN: "id", MEASURE_PATTERN: "measure", WEB_PATTERN: "web", LANGUAGE_PATTERN: "language"}
_LANGUAGES = {"zh": "Chinese (zh)", "en": "English (en)"}


_OF_WORDS = ("wrong-form", "wrong-type", "unknown-value", "date")
"""Rules that look at single words."""


_EARLIER = ("standing", "claims", "claim", "status")
"""Keys that files of earlier versions have."""


class Fault(NamedTuple):
    """One fault of a record."""

    keys: Keys
    """The nearest value that there is."""
    rule: str
    message: str
    hint: str


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


def _fields(kind: Any, loc: Keys, *, is_list: bool) -> dict[str, str]:
    """Return the keys that a value should have, of the entries of a list; none where a word alone will do."""
    if not is_list:
        return fields_at(kind, loc)
    return {} if takes_words(kind, (*loc, 0)) else fields_at(kind, (*loc, 0))


def _with_slip(fault: Fault, value: Any) -> Fault:
    """Name the slip behind a fault where it can be seen in the word itself."""
    is_word = isinstance(value, str) and fault.rule in _OF_WORDS
    found = slip(value, is_list=fault.message.endswith("a list")) if is_word else None
    return fault._replace(message=f"{fault.message}: {found.what}", hint=found.hint) if found else fault


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


def _missing(key: str, fields: Mapping[str, str]) -> tuple[str, str, str]:
    if key in _LANGUAGES:
        return "missing-language", f"the {_LANGUAGES[key]} text is missing", f"Add '{key}:' with the text."
    return "missing-key", f"the key '{key}' is missing", f"Add '{key}:'. {fields.get(key, '')}".strip()


def _unknown(key: str, wanted: Sequence[str], known: Sequence[str]) -> tuple[str, str, str]:
    if key in _EARLIER:
        return "unknown-key", f"unknown key {shown(key)}, of an earlier shape", "Run 'handbook migrate' once."
    match = wanted[0] if len(wanted) == 1 and wanted[0] in _LANGUAGES else nearest(key, wanted)
    return "unknown-key", f"unknown key {shown(key)}", f"Did you mean '{match}'?" if match else _near(key, known)


def _faulty(
    kind: str, value: Any, context: Mapping[str, Any], words: str, fields: Mapping[str, str]
) -> tuple[str, str, str]:
    """Return rule, message and hint for a value that is there but wrong; `fields` are those it should have."""
    expected = _TYPES.get(kind.partition("_")[0], "")
    if value is None:
        return "empty", f"nothing here, expected {expected or 'a value'}", _FILL
    if kind in ("string_pattern_mismatch", "other_form", "string_too_long"):  # of texts, only ids can be too long
        form = context.get("form") or _FORMS.get(context.get("pattern", ID_PATTERN), "")
        return "wrong-form", *form_hint(form, value)
    if kind in ("string_too_short", "too_short", "too_long"):
        return _length(context, value)
    if kind == "literal_error":
        allowed = re.findall("'([^']*)'", context["expected"])
        match = nearest(str(value).lower(), allowed)
        hint = f"Did you mean '{match}'?" if match else "Choose one of these."
        return "unknown-value", f"{shown(value)} is not one of {', '.join(allowed)}", hint
    if kind == "invisible":
        return "invisible", *_invisible(context["codes"])
    if kind == "date":
        span = " A span has from: and to:, under 'period:'." if isinstance(value, dict) else ""
        hint = f"Write 2019, 2019-04 or 2019-04-22; the day must exist.{span}"
        return "date", f"{shown(value)} is not a date", hint
    rule = kind.replace("_", "-")
    if rule in _HINTS:
        return rule, _statement(rule, value, context) or words, _HINTS[rule]
    if expected == "a list" and fields:
        expected = "a list of entries"
    return "wrong-type", f"found {shown(value)}, expected {expected or words}", type_hint(expected, value, fields)


def _length(context: Mapping[str, Any], value: Any) -> tuple[str, str, str]:
    if "max_length" in context:
        most = context["max_length"]
        message = f"{context['actual_length']} here, where at most {most} {'is' if most == 1 else 'are'} expected"
        hint = "Keep the one that leads nearest to the place." if most == 1 else f"Keep the {most} that tell most."
        return "too-many", message, hint
    if value:
        message = f"{len(value)} here, where at least {context['min_length']} are expected"
        return "too-few", message, "Add what is missing."
    return "empty", "nothing here, where at least one is expected", _FILL


def _statement(rule: str, value: Any, context: Mapping[str, Any]) -> str:
    """Return a closer description of what is wrong with a whole fact, or ""."""
    if not isinstance(value, dict):
        return ""
    given = [form for form in FORMS if not any(value.get(form) is none for none in (None, False))]
    if rule == "fact-forms":
        return f"a fact with {' and '.join(given) if len(given) > 1 else context['found']} together"
    if rule == "fact-companion":
        return f"'{context['key']}' belongs to {' or '.join(context['forms'])}, and there is none"
    missing = [(form, key) for form in given for key in DUE.get(form, ()) if not value.get(key)]
    if rule == "fact-number" and missing:
        return f"'{missing[0][0]}' without {' and '.join(key for _, key in missing)}"
    return f"'article: {value.get('article')}' without 'said'" if rule == "fact-said" else ""


def _near(word: str, known: Sequence[str]) -> str:
    match = nearest(word, known)
    return f"Did you mean '{match}'?" if match else f"Possible here: {', '.join(known)}."


def _invisible(codes: Sequence[str]) -> tuple[str, str]:
    hint = "Delete it and type the text again; it usually comes with pasted text."
    if "000A" in codes:
        hint = "Write the text on one line, in double quotes."
    found = ["a line break in the text" if code == "000A" else f"an invisible character U+{code}" for code in codes]
    return " and ".join(found), hint
