"""The building blocks of every entity: identifiers, bilingual text, dates, references."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
RESERVED_IDS = frozenset(
    ["index", "schedule", "con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
MEASURE_PATTERN = ID_PATTERN[:-1] + r"\." + ID_PATTERN[1:]
WEB_PATTERN = r"^https?://[^\s<>\"'`\\{}|^]+$"

# C0 controls, zero-width characters and bidirectional overrides: invisible, and able to make text
# read differently from what is stored.
_INVISIBLE = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


_LACKS = "lacks"


class Model(BaseModel):
    """Frozen, and a key it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    @property
    def lacks(self) -> frozenset[str]:
        """Return the fields that could not be read, or not all of them; a sound record lacks nothing.

        What is lacking is empty, also where the type knows nothing empty: only rules meet such a record.
        """
        found: frozenset[str] = (self.__pydantic_private__ or {}).get(_LACKS, frozenset())
        return found

    @classmethod
    def of_parts(cls, fields: dict[str, Any], lacks: frozenset[str]) -> Self:
        """Return a record of the fields that could be read, and of something empty for those that could not."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__pydantic_fields_set__", set(fields))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__dict__", fields)
        object.__setattr__(made, "__pydantic_private__", {_LACKS: lacks})
        return made


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


def is_id(value: str) -> bool:
    """Return whether a text has the form of an id."""
    return re.fullmatch(ID_PATTERN, value) is not None


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
WebAddress = Annotated[str, StringConstraints(strict=True, pattern=WEB_PATTERN)]
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


class Worded:
    """Marks a field whose values are shown in words: those of the labels `<family>-<value>`."""

    def __init__(self, family: str) -> None:
        self.family = family


class _OfKinds:
    """Holds a text to one of the patterns that follow from the registry, which is there once all models are."""

    def __init__(self, form: str) -> None:
        self.form = form

    def pattern(self) -> str:
        """Return the pattern of today's registry."""
        from macros.model.kinds import PATTERNS

        return PATTERNS[self.form]

    def check(self, value: str) -> str:
        """Return the text; PydanticCustomError of the form's own type when it has another form."""
        if not re.fullmatch(self.pattern(), value):
            raise PydanticCustomError("other_form", "another form", {"form": self.form})
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), "pattern": self.pattern()}


Ref = Annotated[str, StringConstraints(strict=True), _OfKinds("reference"), Target(None)]
"""`<kind>/<id>`, for example `city/london` or `measure/london.open-data`."""
CityId = Annotated[Id, Target("city")]
LessonId = Annotated[Id, Target("lesson")]
PathId = Annotated[Id, Target("path")]
SystemId = Annotated[Id, Target("system")]
DomainId = Annotated[Id, Target("domain")]
SourceId = Annotated[Id, Target("source")]
ItemId = Annotated[str, StringConstraints(strict=True), _OfKinds("item"), Target("item")]
"""`<kind>.<owner>.<item>`, for example `path.stocktake.city-plan`."""
MeasureId = Annotated[str, StringConstraints(strict=True, pattern=MEASURE_PATTERN), Target("measure")]
"""`<city>.<measure>`, for example `london.open-data`."""
