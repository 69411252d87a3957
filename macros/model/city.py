"""A city's case study."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from macros.model.base import ANSWERS, OFFERED, DomainId, LessonId, Model, ProblemId, Ref, SystemId, Text, Worded
from macros.model.glance import KeyNumber, Stage
from macros.model.scalars import Id, Whole
from macros.model.statement import Fact, OneOrMore, Shaped, Stated, Statements
from macros.model.walk import lists_of_references

Section = Literal[
    "background", "governance", "structure", "open-data", "participation", "inclusion", "privacy",
    "results", "cautions", "aftermath", "takeaways",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
"""In the order of the page."""


class Measure(Model):
    """One thing that the city does, with what is known of it and what it bears on.

    城市做的一件事，对它知道些什么，关系到哪里。
    """

    id: Id
    """Unique in the city; the global id is `<city>.<id>`, the anchor `m-<id>`.
    在本城市里不重复；全称是`<城市>.<编号>`，锚点是`m-<编号>`。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids, which still lead here.
    以前的编号，仍然指向这里。"""
    title: Text
    """A short name.
    简称。"""
    statements: Statements
    """What is known of it.
    对它知道些什么。"""
    domains: tuple[DomainId, ...] = ()
    """Domains it bears on; the coverage matrices are computed from these lists.
    关系到哪些领域；覆盖矩阵由这几列算出。"""
    systems: tuple[SystemId, ...] = ()
    """Systems it bears on.
    关系到哪些体系。"""
    lessons: tuple[LessonId, ...] = ()
    """Lessons it bears on.
    关系到哪些经验。"""
    problems: tuple[ProblemId, ...] = ()
    """Problems of cities that it answers.
    回应了城市的哪些难题。"""


BEARS_ON = lists_of_references(Measure)
"""Kind → the list of a measure that names its records: coverage and related measures follow from these."""


class Area(Model):
    """A heading of the plan (mission, pillar, strand) under which measures stand.

    规划里的一个标题（任务、支柱、板块），措施写在它下面。
    """

    id: Id
    """Unique in the city; the anchor is `a-<id>`.
    在本城市里不重复；锚点是`a-<编号>`。"""
    title: Text
    """The heading, in the meaning of the official words.
    标题，按官方用语的意思写。"""
    statements: tuple[Shaped, ...] = ()
    """What holds for the whole area.
    对整个板块都成立的内容。"""
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    """In the order of the plan.
    按规划里的顺序。"""


Tier = Literal["programme", "national", "metropolis", "regional-capital", "prefecture", "county"]


Region = Literal[
    "east-asia", "south-east-asia", "south-asia", "west-central-asia", "europe", "africa", "north-america",
    "latin-america", "oceania",
]  # fmt: skip
REGIONS: tuple[Region, ...] = get_args(Region)
"""In the order of lists."""
SIZES = {"small": 0, "medium": 1_000_000, "large": 5_000_000, "huge": 10_000_000}
"""Size of a city → from how many people."""


def size_of(population: float) -> str:
    """Return the size of a city with so many people."""
    return [name for name, least in SIZES.items() if population >= least][-1]


class Profile(Model):
    """What a planner needs to find cities like her own.

    供规划人员找到与自己相似的城市。
    """

    tier: Annotated[Tier, Worded("city-tier")]
    """programme: a country's programme for many cities; national: a capital or city state; metropolis: a country's
    other leading cities; regional-capital: of a province or region; prefecture: a city of that level; county: a county
    or district.
    programme：面向许多城市的国家计划；national：首都或城市国家；metropolis：国内其他主要城市；regional-capital
    ：省或大区的首府；prefecture：地级市；county：县或区。"""
    government: Fact
    """Level of government, and who stands above it.
    行政级别，以及上级是谁。"""
    population: Fact
    """A value with its date.
    人口数和日期。"""
    area: Fact
    """A value with its date.
    面积和日期。"""

    @property
    def facts(self) -> dict[str, Fact]:
        """Return what is told by facts, by the names of the fields."""
        held = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: fact for name, fact in held.items() if isinstance(fact, Fact)}


class City(Stated):
    """A case study: one file in data/cities, the file name is the id.

    一个案例：data/cities里的一个文件，文件名就是编号。
    """

    order: Whole = 1000
    """Place in lists; cities of the same place are sorted by id.
    在列表里的位置；位置相同的按编号排。"""
    formerly: tuple[Id, ...] = ()
    """Earlier ids; each leaves a redirect.
    以前的编号，各留一个跳转。"""
    name: Text
    """Its name.
    城市的名称。"""
    country: Text
    """The country that it lies in.
    所在的国家。"""
    region: Annotated[Region | None, Worded("region")] = None
    """The part of the world that it lies in, by which lists narrow; none: it is found under no region.
    所在的地区，列表按它筛选；不写就不归入任何地区。"""
    lead: Text
    """One or two sentences: why this case is worth reading.
    一两句话：这个案例为什么值得读。"""
    numbers: Annotated[tuple[KeyNumber, ...], Field(max_length=3)] = ()
    """Up to three numbers that stand at the top of its page.
    至多三个数字，显示在页面开头。"""
    succession: tuple[Stage, ...] = ()
    """Its time axis: the plan, what came before and what after, in order of time.
    时间轴：规划本身、之前和之后，按时间先后。"""
    profile: Profile | None = None
    """What it can be compared by.
    用来与别的城市相比的基本情况。"""
    layers: dict[Id, Text] = {}
    """Bodies or documents that must be told apart, by id; statements refer to them.
    需要区分的主体或文件，按编号；陈述用layer指向它们。"""
    facts: Annotated[dict[Id, OneOrMore], Field(json_schema_extra={OFFERED: ANSWERS})] = {}
    """Answers to the questions of dimensions.yml: a fact, a use, or a list of them.
    对dimensions.yml里各个问题的回答：一条事实、一条引用，或一列。"""
    areas: tuple[Area, ...] = ()
    """The plan's own structure.
    规划自身的结构。"""
    sections: dict[Annotated[Section, Worded("section")], Statements] = {}
    """What else there is to say, by closed heading.
    其余要说的，归在固定的标题下。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
