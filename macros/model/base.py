"""The building blocks of every entity: identifiers, bilingual text, dates, references."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
RESERVED_IDS = frozenset(
    ["index", "schedule", "con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
KINDS = ("city", "lesson", "implication", "path", "system", "domain", "phase", "term", "source", "measure", "toolkit")

# C0 controls, zero-width characters and bidirectional overrides: invisible, and able to make text
# read differently from what is stored.
_INVISIBLE = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Model(BaseModel):
    """Frozen, and a key it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _visible(value: str) -> str:
    found = _INVISIBLE.search(value)
    if found:
        raise PydanticCustomError("invisible", "an invisible character U+{code}", {"code": f"{ord(found[0]):04X}"})
    return value


def _whole(value: str) -> str:
    if value != value.strip():
        raise PydanticCustomError("blank_edge", "a blank at the beginning or the end of the text", {})
    return value


Phrase = Annotated[str, StringConstraints(strict=True, min_length=1), AfterValidator(_visible)]
"""Text on one line whose blanks at the edges are meant."""
Plain = Annotated[Phrase, AfterValidator(_whole)]
"""Text in one language, on one line, always escaped when shown."""


def _not_reserved(value: str) -> str:
    if value in RESERVED_IDS:
        raise PydanticCustomError("reserved", "'{found}' is a reserved name", {"found": value})
    return value


Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN), AfterValidator(_not_reserved)]
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
                {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ]
        }
    ),
]
"""A year, a month or a day: `2019`, `2019-04` or `2019-04-22`, quoted or not."""
WebAddress = Annotated[str, StringConstraints(strict=True, pattern=r"^https?://[^\s<>\"'`\\{}|^]+$")]
"""A whole address, http or https."""


class Period(Model):
    """From one date to another, both included."""

    start: Day = Field(alias="from")
    """First year, month or day."""
    end: Day = Field(alias="to")
    """Last year, month or day."""


class Text(Model):
    """The same statement in both languages; neither may be missing."""

    zh: Plain
    """Simplified Chinese, mainland usage."""
    en: Plain
    """British English."""

    def __getitem__(self, language: str) -> str:
        """Return the text in `language`, "zh" or "en"; KeyError for any other."""
        if language == "zh":
            return self.zh
        if language == "en":
            return self.en
        raise KeyError(language)


class Target:
    """Marks a field as a reference: to a `kind` by id, or to any kind as `<kind>/<id>` when `kind` is None."""

    def __init__(self, kind: str | None) -> None:
        self.kind = kind


_REF = r"^(" + "|".join(KINDS) + r")/[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?$"
_MEASURE = ID_PATTERN[:-1] + r"\." + ID_PATTERN[1:]

Ref = Annotated[str, StringConstraints(strict=True, pattern=_REF), Target(None)]
"""`<kind>/<id>`, for example `city/london` or `measure/london.open-data`."""
CityId = Annotated[Id, Target("city")]
LessonId = Annotated[Id, Target("lesson")]
PathId = Annotated[Id, Target("path")]
SystemId = Annotated[Id, Target("system")]
DomainId = Annotated[Id, Target("domain")]
SourceId = Annotated[Id, Target("source")]
ItemId = Annotated[
    str, StringConstraints(strict=True, pattern=r"^(path|system|domain|lesson)(\.[a-z][a-z0-9-]*){2}$"), Target("item")
]
"""`<kind>.<owner>.<item>`, for example `path.stocktake.city-plan`."""
MeasureId = Annotated[str, StringConstraints(strict=True, pattern=_MEASURE), Target("measure")]
"""`<city>.<measure>`, for example `london.open-data`."""
