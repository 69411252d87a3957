"""What was found and what to do about it, for values of the wrong form or type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from macros.model.kinds import GUIDES, KINDS
from macros.model.scalars import ID_LENGTH, ID_PATTERN, WEB_PATTERN
from macros.problems import nearest

_ADDRESS = re.compile("https?://", re.IGNORECASE)
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[ ,'_\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?")
_ID_RULE = "Ids have small letters a-z, digits and single hyphens, and begin with a letter."


class Typed(str):
    """A number as it was typed: 2018.10, not 2018.1."""

    __slots__ = ()


def form_hint(form: str, value: Any) -> tuple[str, str]:
    """Return message and hint for a text that has not the form of an id, a reference …."""
    found = shown(value)
    if form == "web":
        return f"{found} is not a web address", _web_hint(str(value))
    if form == "reference":
        return f"{found} is not a reference", f"Write kind/id, for example city/london. {_kind_hint(str(value))}"
    if form == "item":
        hint = f"Write kind.owner.item, for example path.stocktake.city-plan; kinds: {', '.join(GUIDES)}."
        return f"{found} is not a checklist item", hint
    if form == "measure":
        return f"{found} is not a measure", "Write a measure as city.measure, for example london.open-data."
    if form == "language":
        return f"{found} is not a language code", "Write any code of ISO 639, for example zh, en, fr or et."
    if form == "id" and _ADDRESS.match(str(value)):
        return (
            f"{found} is an address, no id",
            "Put it into a file of data/sources/ under 'url:', and give that source's id here.",
        )
    if form == "id":
        return f"{found} cannot be an id", id_hint(str(value))
    return f"{found} is not a number of years from the start", 'Write "0", or "1-2" for a span.'


def _web_hint(value: str) -> str:
    """Return what keeps a text from being an address."""
    if not _ADDRESS.match(value):
        return "Write a whole address that begins with https:// or http://."
    if not value.startswith(("https://", "http://")):
        return "Write https:// in small letters."
    odd = next((one for one in value if not re.match(WEB_PATTERN, f"https://{one}")), "")
    what = "the blank" if odd == " " else repr(odd)
    return f"Write {quote(odd)} for {what} in it." if odd else "Write the whole address."


def _kind_hint(value: str) -> str:
    kinds = [kind.name for kind in KINDS if kind.can_be_named]
    kind, slash, name = value.partition("/")
    match = nearest(kind, kinds) if slash else ""
    if match == kind:
        return _ID_RULE
    return f"Did you mean '{match}/{name}'?" if match else f"Kinds: {', '.join(kinds)}."


def id_hint(value: str) -> str:
    """Return what an id looks like, and what `value` would be as one."""
    if len(value) > ID_LENGTH:
        return f"It has {len(value)} characters; {ID_LENGTH} are the most."
    slug = re.sub("[^a-z0-9]+", "-", value.lower()).strip("-")
    match = f" Did you mean '{slug}'?" if re.fullmatch(ID_PATTERN, slug) else ""
    return _ID_RULE + match


def type_hint(expected: str, value: Any, fields: Mapping[str, str]) -> str:
    """Return what to do about a value of the wrong type."""
    plain = not isinstance(value, dict | list)
    if expected == "a list":
        return f"Write [{_yaml(value)}], or '- ' before each entry." if plain else "Write '- ' before each entry."
    if expected in ("a mapping of keys", "a list of entries"):
        if isinstance(value, str) and re.match(r"[A-Za-z_-]+[:：]", value):
            return "Put a half-width colon and a blank after each key: 'zh: …'."
        possible = f"Possible here: {', '.join(fields)}." if fields else "Each key is an id."
        return f"Write 'key: value' lines below it. {possible}"
    if expected == "text":
        return f'Put it in double quotes: "{_yaml(value)}".' if plain else "Write one text, in double quotes."
    if expected == "a number" and isinstance(value, str):
        if _GROUPED.fullmatch(value):
            return f"Write {re.sub('[^0-9.+-]', '', value)}: the digits alone, with nothing between them."
        if re.fullmatch(r"[-+]?\.[0-9]+", value):
            return f"Write {value.replace('.', '0.', 1)}."
    return {
        "a number": "Write it without quotes and without a unit; the unit has a key of its own.",
        "true or false": "Write true or false without quotes.",
    }.get(expected, "Write digits only, without quotes.")


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value).strip("'")


def shown(value: Any) -> str:
    """Return a plain value as a message shows it: short, and with nothing invisible in it."""
    if value is None:
        return "nothing"
    if isinstance(value, Typed):
        return str(value)
    if isinstance(value, dict):
        return f"a mapping ({', '.join(map(repr, list(value)[:3]))}{' …' if len(value) > 3 else ''})"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    return repr(value if len(value) <= 40 else value[:39] + "…")
