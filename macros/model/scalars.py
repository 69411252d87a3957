"""Single values: identifiers, text in one language, dates, addresses, numbers.

Every pattern is valid for Rust, in which pydantic matches it, and for ECMA 262, in which other tools read the schema.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ID_LENGTH = 60
"""Characters; file names and addresses are made of several ids, and Windows takes no path beyond 260."""
RESERVED_IDS = frozenset(
    ["index", "schedule", "con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
MEASURE_PATTERN = ID_PATTERN[:-1] + r"\." + ID_PATTERN[1:]
# C0 controls, zero-width characters and bidirectional overrides: invisible, and able to make text
# read differently from what is stored. This and the next stand inside [ ] of a pattern.
INVISIBLE = r"\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
BLANKS = r" \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# ISO 639: every code of two letters there is; those of three are too many to list.
_CODES = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
    ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
LANGUAGE_PATTERN = f"^({'|'.join(_CODES.split())}|[a-z]{{3}})$"
WEB_PATTERN = rf"""^https?://[^{BLANKS}{INVISIBLE}<>"'`\\{{}}|^]+$"""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_DATE = re.compile(r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_MONTH_AND_DAY = (
    "(0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|[12][0-9]))?"
)


class Held:
    """Holds a text to what a function asks of it, and says the same in the schema."""

    def __init__(self, check: Callable[[str], str], mend: Callable[[str], str] | None = None, **schema: Any) -> None:
        self.check = check
        self.mend = mend
        """Makes of a text that is refused the one that was meant, for those who look for more that is wrong in it."""
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), **self.schema}


def _visible(value: str) -> str:
    if _INVISIBLE.search(value):
        codes = [f"{ord(one):04X}" for one in dict.fromkeys(_INVISIBLE.findall(value))]
        raise PydanticCustomError("invisible", "invisible characters", {"codes": codes})
    return value


def _shown(value: str) -> str:
    return _INVISIBLE.sub("", value)


def _whole(value: str) -> str:
    if value != value.strip():  # the same blanks as in BLANKS, and some that are invisible
        raise PydanticCustomError("blank_edge", "a blank at the beginning or the end of the text", {})
    return value


Phrase = Annotated[
    str, StringConstraints(strict=True, min_length=1), Held(_visible, _shown, pattern=f"^[^{INVISIBLE}]*$")
]
"""Text on one line whose blanks at the edges are meant."""
Plain = Annotated[
    Phrase,
    Held(_whole, str.strip, pattern=f"^[^{BLANKS}{INVISIBLE}]([^{INVISIBLE}]*[^{BLANKS}{INVISIBLE}])?$"),
]
"""Text in one language, on one line, always escaped when shown."""


def _not_reserved(value: str) -> str:
    if value in RESERVED_IDS:
        raise PydanticCustomError("reserved", "'{found}' is a reserved name", {"found": value})
    return value


def is_id(value: str) -> bool:
    """Return whether a text has the form of an id."""
    return len(value) <= ID_LENGTH and re.fullmatch(ID_PATTERN, value) is not None


Id = Annotated[
    str,
    StringConstraints(strict=True, pattern=ID_PATTERN, max_length=ID_LENGTH),
    Held(_not_reserved, **{"not": {"enum": sorted(RESERVED_IDS)}}),
]
"""ASCII kebab-case, never derived from text, never used again for something else."""


def _date(value: Any) -> Any:
    """Turn the integer that a bare year is to YAML into text; refuse what is no calendar day, month or year."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    parts = _DATE.match(value) if isinstance(value, str) else None
    try:
        if parts:
            dt.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
            return value
    except ValueError:
        pass
    raise PydanticCustomError("date", "'{found}' is not a date", {"found": str(value)})


Day = Annotated[
    str,
    BeforeValidator(_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": f"^(?!0000)[0-9]{{4}}(-({_MONTH_AND_DAY}))?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
"""A year, a month or a day: `2019`, `2019-04` or `2019-04-22`, quoted or not; only 29 February needs a calendar."""
Language = Annotated[str, StringConstraints(strict=True, pattern=LANGUAGE_PATTERN)]
"""A code of ISO 639."""
WebAddress = Annotated[str, StringConstraints(strict=True, pattern=WEB_PATTERN)]
"""A whole address, http or https."""
Number = Annotated[float, Field(strict=True)]
"""Whole or not; a text or a switch is none."""
Whole = Annotated[int, Field(strict=True)]
"""A whole number; a text or a switch is none."""
Switch = Annotated[bool, Field(strict=True)]
"""true or false; a number or a word is none."""
