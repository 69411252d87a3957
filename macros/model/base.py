"""The building blocks of every entity: what every record can, bilingual text, spans of time, references."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from macros.model.scalars import MEASURE_PATTERN, Day, Id, Plain, Switch

OFFERED = "x-offered"
"""In a JSON schema being made: which of the ids in `ids.json` an editor offers for a value."""
ANSWERS = "answers"
"""There, the questions that cities answer, with the codes of each."""
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


class Drafted(Model):
    """What may be begun and finished later.

    可以先起头、以后再写完的记录。
    """

    draft: Switch = False
    """True while parts are still marked TODO: the record is shown as a stub and counts in no total.
    true：还有标着TODO的部分，页面上注明是草稿，不计入任何总数。"""


class Period(Model):
    """From one date to another, both included.

    从一个日期到另一个日期，首尾都算。
    """

    start: Day = Field(alias="from")
    """First year, month or day.
    开始的年、月或日。"""
    end: Day = Field(alias="to")
    """Last year, month or day.
    结束的年、月或日。"""


class Text(Model):
    """The same statement in both languages; neither may be missing.

    同一句话的两种语言，缺一不可。
    """

    zh: Plain
    """Simplified Chinese, mainland usage.
    简体中文，用大陆的说法。"""
    en: Plain
    """British English.
    英式英语。"""

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

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), **({OFFERED: self.kind} if self.kind else {})}


def of_words(family: str) -> str:
    """Return how `ids.json` calls the values that are shown in the words of a family."""
    return f"word-{family}"


class Worded:
    """Marks a field whose values are shown in words: those of the labels `<family>-<value>`."""

    def __init__(self, family: str) -> None:
        self.family = family

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), OFFERED: of_words(self.family)}


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
        return {**handler(core), "pattern": self.pattern(), OFFERED: self.form}


Ref = Annotated[str, StringConstraints(strict=True), _OfKinds("reference"), Target(None)]
"""`<kind>/<id>`, for example `city/london` or `measure/london.open-data`."""
StatementRef = Annotated[str, StringConstraints(strict=True), _OfKinds("statement"), Target(None)]
"""A fact as `<kind>/<id>#<fact>` (`context#<fact>` where a file is one record), or a whole record as `<kind>/<id>`."""
CityId = Annotated[Id, Target("city")]
LessonId = Annotated[Id, Target("lesson")]
PathId = Annotated[Id, Target("path")]
SystemId = Annotated[Id, Target("system")]
DomainId = Annotated[Id, Target("domain")]
ProblemId = Annotated[Id, Target("problem")]
ChapterId = Annotated[Id, Target("chapter")]
InstrumentId = Annotated[Id, Target("instrument")]
DutyId = Annotated[Id, Target("duty")]
IndicatorId = Annotated[Id, Target("indicator")]
SourceId = Annotated[Id, Target("source")]
ItemId = Annotated[str, StringConstraints(strict=True), _OfKinds("item"), Target("item")]
"""`<kind>.<owner>.<item>`, for example `path.stocktake.city-plan`."""
MeasureId = Annotated[str, StringConstraints(strict=True, pattern=MEASURE_PATTERN), Target("measure")]
"""`<city>.<measure>`, for example `london.open-data`."""
