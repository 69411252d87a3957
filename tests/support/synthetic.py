"""Synthetic handbooks of any size, written in the real data format: for benchmarks and tests, never for readers.

`python -m tests.support.synthetic N DIR` makes DIR a project that `mkdocs build` can build: everything of this
repository but its cities, and N invented ones instead. The same N and seed give the same bytes, and a city is the same
in every N, so that pages of handbooks of different sizes can be compared.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.model.city import REGIONS, SECTIONS
from macros.model.statement import ASPECTS

REPOSITORY = Path(__file__).resolve().parents[2]
COPIED = ("mkdocs.yml", "content", "overrides", "macros")
AGAINST = ("confirms",) * 6 + ("",) * 6 + ("refines", "contradicts")
SOURCES_PER_CITY = 2
SOURCES_A_FILE = 2500
"""A file may have 1 MB."""
EVERY_FORM = ("text", "value", "list", "refs", "absent", "period")
OUTCOME = "outcome"
"""The question whose answer has a code."""

Pair = tuple[str, str]
"""The same words in Chinese and in English."""
Record = dict[str, Any]
"""Plain values of one record, as YAML holds them."""


def _pairs(lines: str) -> tuple[Pair, ...]:
    """Split lines of `Chinese|English` entries, entries parted by `;`."""
    entries = [entry.strip().split("|") for line in lines.strip().splitlines() for entry in line.split(";")]
    return tuple((zh, en) for zh, en in entries)


SYLLABLES = _pairs("""
安|an; 贝|be; 卡|ka; 德|de; 埃|e; 法|fa; 戈|go; 哈|ha; 伊|i; 贾|ja; 科|ko; 拉|la; 马|ma; 纳|na; 奥|o; 帕|pa; 里|ri
萨|sa; 塔|ta; 乌|u; 瓦|va; 维|vi; 雅|ya; 佐|zo; 布|bu; 多|do; 菲|fi; 格|ge; 基|ki; 罗|lo; 米|mi; 诺|no; 佩|pe; 鲁|ru
索|so; 图|tu; 林|lin; 顿|ton; 尔|l; 森|sen
""")
AREAS = _pairs("""
互联城市|Connected city; 开放政府|Open government; 绿色低碳|Low-carbon growth; 智慧出行|Smart mobility
数字包容|Digital inclusion; 健康与照护|Health and care; 韧性基础设施|Resilient infrastructure
数字经济|Digital economy; 公众参与|Public participation; 安全与信任|Safety and trust; 数据治理|Data governance
宜居社区|Liveable neighbourhoods; 终身学习|Lifelong learning; 水与能源|Water and energy
文化与旅游|Culture and tourism; 创新生态|Innovation ecosystem; 区域协作|Regional cooperation
""")
THINGS = _pairs("""
数据开放门户|an open-data portal; 数据共享平台|a data-sharing platform; 城市数字孪生|a digital twin of the city
统一身份认证|a single digital identity; 光纤骨干网|a fibre backbone; 公共无线网络|a public wireless network
智慧路灯|smart street lighting; 智能水表|smart water meters; 积水监测网|a flood-monitoring network
空气质量传感器|air-quality sensors; 自适应信号灯|adaptive traffic signals; 出行一体化应用|a mobility app
需求响应公交|on-demand buses; 停车引导系统|parking guidance; 一站式服务大厅|a one-stop service counter
市民热线|a citizens' hotline; 参与式预算|a participatory budget; 数字技能课程|digital-skills courses
远程问诊|remote consultations; 老年人看护预警|alerts for older residents living alone
共享办公空间|shared workspaces; 创业孵化器|a start-up incubator; 监管沙盒|a regulatory sandbox
公共采购挑战赛|a procurement challenge; 建筑能耗披露|energy disclosure for buildings
区域供热网|a district-heating grid; 屋顶光伏计划|a rooftop-solar scheme
电动汽车充电网|a charging network for electric vehicles; 垃圾分类追踪|waste tracking; 雨水花园|rain gardens
应急指挥中心|an emergency control room; 网络安全运营中心|a security operations centre
隐私影响评估|privacy impact assessments; 政务云|a government cloud; 地理信息底图|a shared base map
接口标准|interface standards; 开源软件库|an open-source library; 算法登记册|an algorithm register
数据信托|a data trust; 城市实验室|an urban living lab; 社区论坛|neighbourhood forums
历史建筑档案|a register of historic buildings; 图书馆数字化|digitised libraries; 智慧校园|smart schools
港口调度系统|port scheduling; 物流共同配送|consolidated deliveries; 自行车道网络|a cycle network
步行友好街道|walkable streets; 噪声地图|a noise map
""")
ACTORS = _pairs("""
市政府|the city council; 首席数字官办公室|the chief digital officer's team; 交通局|the transport authority
规划局|the planning department; 市民顾问团|a panel of residents; 供水公司|the water utility
地方大学|the local university; 区政府联盟|a league of districts; 数据管理局|the data office
住房管理机构|the housing agency; 公共卫生部门|the public-health service; 中小企业协会|an association of small firms
港务局|the port authority; 社区基金会|a community foundation; 电网公司|the grid operator; 审计机构|the audit office
图书馆系统|the library service; 国家主管部委|the national ministry; 都市圈联席会议|the metropolitan board
""")
PLACES = _pairs("""
老城区|the old town; 滨水地带|the waterfront; 北部新区|the northern district; 工业园区|the industrial estate
中央车站周边|the area around the central station; 大学城|the university quarter
低收入社区|low-income neighbourhoods; 港区|the harbour; 郊区市镇|the suburban municipalities
会展区|the exhibition quarter; 山地居民点|the hillside settlements; 商业街|the high streets
保障性住房小区|social-housing estates; 全市范围|the whole city; 试点街区|two pilot blocks
""")
EFFECTS = _pairs("""
审批时间缩短{n}%|cutting the time to a decision by {n}%
故障报修减少{n}%|with {n}% fewer faults reported; 每年节约能耗{n}%|saving {n}% of energy a year
接入{n}家单位|linking {n} bodies; 覆盖{n}个街区|covering {n} neighbourhoods
平均等候时间降至{n}分钟|bringing the average wait down to {n} minutes
培训了{n}00名工作人员|training {n}00 members of staff; 由{n}名居民代表监督|overseen by {n} residents
预算约为{n}00万|on a budget of about {n} million; 漏损率下降{n}%|with leakage down by {n}%
首年收到{n}0条建议|drawing {n}0 suggestions in its first year; 开放{n}个接口|opening {n} interfaces
每{n}周发布一次进展|with a progress note every {n} weeks; 事故数量减少{n}%|with {n}% fewer accidents
服务对象扩大到{n}个市镇|reaching {n} municipalities; 公开{n}份合同|publishing {n} contracts
""")
STATEMENTS = _pairs("""
{year}年推出{thing}，{effect}。|{thing} came in {year}, {effect}.
{actor}负责{thing}，{effect}。|{actor} runs {thing}, {effect}.
针对{place}，{actor}把{thing}与{other}合并建设。|For {place} {actor} combined {thing} with {other}.
经公众咨询后，{actor}自{year}年起维护{thing}。|After a public consultation {actor} has maintained {thing} since {year}.
{thing}由{actor}出资，{year}年扩展至{place}。|{actor} pays for {thing}, which reached {place} in {year}.
评估认为，{thing}见效快于{other}。|An evaluation found that {thing} paid off sooner than {other}.
{actor}要求新项目先说明如何利用{thing}。|{actor} asks every new project how it will use {thing}.
{year}年起，{actor}与{partner}共同管理{thing}。|Under an agreement of {year} {actor} and {partner} share {thing}.
{actor}出资建设{thing}。|{actor} paid for {thing}.
{thing}于{year}年向公众开放。|{thing} opened to the public in {year}.
{actor}于{year}年停用{thing}。|{actor} gave up {thing} in {year}.
因维护费用上升，{actor}缩减了{thing}。|As upkeep grew dearer, {actor} scaled back {thing}.
{actor}以{other}为基础建设{thing}。|{actor} built {thing} on top of {other}.
""")
ANSWERS = _pairs("""
{actor}，{year}年起|{actor}, since {year}; {thing}|{thing}; {thing}和{other}|{thing} and {other}
{place}，{year}年起|{place}, since {year}; {actor}出资|paid for by {actor}
{actor}与{partner}共同负责|shared by {actor} and {partner}; 先{thing}，后{other}|first {thing}, then {other}
""")
"""Questions are answered in few words."""
PLANS = _pairs("""
数字城市规划（{year}年）|digital city plan ({year}); 智慧城市行动计划（{year}年）|smart city action plan ({year})
市政数字化路线图（{year}年）|municipal digital roadmap ({year})
""")
NOTES = _pairs("""
不同来源的统计口径不一，数量不可直接相比。|Counting methods differ, so the numbers should not be compared directly.
{year}年以后没有再公布新的数字。|No newer figure has been published since {year}.
只有{actor}自己的说法，未见独立评估。|Only {actor} says so, and nobody has evaluated it.
页面未注明日期，按{year}年的存档阅读。|The page bears no date, so a copy of {year} was read.
范围仅限{place}。|It holds for {place} only.
名称在{year}年改过一次，职责未变。|It was renamed in {year} and kept its duties.
""")
SAID = _pairs("""
文章称由{partner}在{year}年启动。|The article says that {partner} began it in {year}.
文章把{thing}与{other}混为一谈。|The article does not tell {thing} from {other}.
文章给出的覆盖范围是{place}。|The article gives {place} as its extent.
""")
CAPTIONS = _pairs("""
{place}的{thing}|{thing} in {place}; {actor}管理的{thing}|{thing} that {actor} looks after
""")
"""Of numbers."""
VIEWS = _pairs("""
先{thing}，后{other}，返工较少。|Those who begin with {thing} before {other} have less to do twice.
{thing}离不开{actor}长期投入。|Without lasting money from {actor} nothing remains of {thing}.
""")
UNITS = ("datasets", "sensors", "users", "kilometres", "charging-points", "projects", "visits", "firms", "percent")
LAYERS: dict[str, Pair] = {"national": ("国家层面", "National"), "metropolitan": ("市级层面", "Metropolitan")}


@dataclass(frozen=True)
class Frame:
    """What the repository gives and synthetic cities refer to: ids, in the order of their files."""

    domains: tuple[str, ...]
    systems: tuple[str, ...]
    lessons: tuple[str, ...]
    problems: tuple[str, ...]
    dimensions: Mapping[str, str]
    """Dimension id → kind of its answers."""
    outcomes: tuple[str, ...]
    """Codes of what became of a plan."""
    newest: str
    """The last day on which a source was read; ours were read in the half-year before that year."""


@dataclass(frozen=True)
class Author:
    """Writes one city; every choice comes from `chance`."""

    chance: random.Random
    number: int
    """Place of the city, from 1."""
    frame: Frame

    @property
    def id(self) -> str:
        """Of the city."""
        return city_id(self.number)

    def words(self, patterns: Sequence[Pair]) -> Record:
        """Return a Text made from one of `patterns`, its blanks filled alike in both languages."""
        zh, en = self.chance.choice(patterns)
        thing, other = self.chance.sample(THINGS, 2)
        actor, partner = self.chance.sample(ACTORS, 2)
        number = self.chance.randint(3, 99)
        effect = [words.format(n=number) for words in self.chance.choice(EFFECTS)]
        blanks = {"thing": thing, "other": other, "actor": actor, "partner": partner, "effect": effect}
        blanks |= {"place": self.chance.choice(PLACES), "year": [str(self.chance.randint(2004, 2026))] * 2}
        return text(
            zh.format(**{name: words[0] for name, words in blanks.items()}),
            en.format(**{name: words[1] for name, words in blanks.items()}),
        )

    def stated(self, patterns: Sequence[Pair]) -> Record:
        """Return a text that no other record has: it names the city and a file of it."""
        held, number = self.words(patterns), self.chance.randint(100, 99_999)
        return text(f"{self.id}档案{number}：{held['zh']}", f"{self.id} file {number}: {held['en']}")

    def statement(self, form: str, layers: Sequence[str] = (), patterns: Sequence[Pair] = STATEMENTS) -> Record:
        """Return a statement in `form`, one of `model.statement.FORMS`, or "" for a question looked into in vain."""
        statement = self.stating(form, patterns)
        if form and form != "absent" and self.chance.random() < 0.15:
            return statement | {"sources": ["article"]}
        statement["checked"] = (
            f"{int(self.frame.newest[:4]) - 1}-{self.chance.randint(7, 12):02}-{self.chance.randint(1, 28):02}"
        )
        if not form:
            return statement | {"not_found": True, "searched": self.sources(), "note": self.words(NOTES)}
        statement["sources"] = self.sources()
        if against := self.chance.choice(AGAINST):
            statement["article"] = against
        if against in ("refines", "contradicts"):
            statement["said"] = self.words(SAID)
        if self.chance.random() < 0.1:
            statement["note"] = self.words(NOTES)
        if layers and self.chance.random() < 0.3:
            statement["layer"] = self.chance.choice(layers)
        return statement

    def stating(self, form: str, patterns: Sequence[Pair]) -> Record:
        """Return only the keys of a statement that state something, text from one of `patterns`."""
        year = self.chance.randint(2006, 2026)
        if form == "value":
            value = self.chance.choice((self.chance.randint(10, 90_000), round(self.chance.uniform(1, 99), 1)))
            return {"value": value, "unit": self.chance.choice(UNITS), "as_of": year}
        if form == "series":
            points = [{"as_of": year - 3 + n, "value": self.chance.randint(10, 900)} for n in range(3)]
            return {"text": self.stated(CAPTIONS), "unit": self.chance.choice(UNITS), "series": points}
        if form == "money":
            amount = self.chance.randint(1, 900) * 100_000
            basis = self.chance.choice(("spent", "planned"))
            money = {"amount": amount, "currency": "eur", "year": year, "basis": basis}
            return {"text": self.stated(CAPTIONS), "money": money}
        if form == "period":
            return {"period": {"from": year, "to": year + self.chance.randint(2, 12)}}
        if form == "date":
            return {"date": self.chance.choice((year, f"{year}-{self.chance.randint(1, 12):02}"))}
        if form == "list":
            return {"list": [*(text(*pair) for pair in self.chance.sample(AREAS, 3)), self.stated(ANSWERS)]}
        if form == "refs":
            return {"refs": self.related()}
        if form == "absent":
            return {"absent": True}
        return {"text": self.stated(patterns)} if form else {}

    def sources(self) -> list[str]:
        """Return one or more of the city's own sources, the best first: only those after it may be weak."""
        return [f"{self.id}-{number}" for number in range(1, self.chance.choice((1, 1, 1, SOURCES_PER_CITY)) + 1)]

    def related(self) -> list[str]:
        """Return references to cities before this one, so that they hold however many follow, and to guides."""
        others = [f"city/{city_id(self.chance.randint(1, self.number - 1))}"] if self.number > 1 else []
        for kind, ids in (("lesson", self.frame.lessons), ("system", self.frame.systems)):
            others += [f"{kind}/{name}" for name in self.some(ids, 1)]
        return others

    def some(self, ids: Sequence[str], most: int) -> list[str]:
        """Return 1 to `most` of `ids`, fewer where there are fewer."""
        return self.chance.sample(ids, min(len(ids), self.chance.randint(1, most)))

    def fact(self, name: str, kind: str, layers: Sequence[str]) -> Record | list[Record]:
        """Return the answer to question `name` of `kind`: mostly one statement, or two, absent or not found."""
        forms = {"text": "text", "date": "date", "number": "value", "list": "list", "references": "refs"}
        form = self.chance.choice(("date", "period")) if kind == "date" else forms.get(kind, "text")
        luck = self.chance.random()
        if luck < 0.06:
            return self.statement("absent")
        if luck < 0.14:
            return self.statement("")
        if luck < 0.17:
            return [{"id": f"{name}-{n}"} | self.statement(form, layers, ANSWERS) for n in (1, 2)]
        return self.statement(form, layers, ANSWERS)

    def measure(self, thing: Pair, layers: Sequence[str]) -> Record:
        """Return a measure named after `thing`."""
        name = re.sub(r"^(a|an|the) ", "", thing[1])
        more = ((), (), (), (), (), (), ("value",), ("date",), ("series",), ("money",))
        forms = ["text", *self.chance.choice(more)]
        return {
            "id": slug(name),
            "title": text(thing[0], name),
            "domains": self.some(self.frame.domains, 2),
            "systems": self.some(self.frame.systems, 2),
            "lessons": self.some(self.frame.lessons, 2),
            **({"problems": self.some(self.frame.problems, 1)} if self.frame.problems else {}),
            "statements": [
                {"id": f"{slug(name)}-{n}"} | self.statement(form, layers) | self.aspect()
                for n, form in enumerate(forms, 1)
            ],
        }

    def aspect(self) -> Record:
        """Return the key for the side of a measure that a statement shows; one in three names it."""
        return {"aspect": self.chance.choice(ASPECTS)} if self.chance.random() < 0.3 else {}

    def answer(self, name: str, kind: str, layers: Sequence[str]) -> Record | list[Record]:
        """Return the answer to a question, for the outcome with a code of the repository's codebook."""
        if name != OUTCOME or not self.frame.outcomes:
            return self.fact(name, kind, layers)
        return {
            "text": self.stated(PLANS),
            "code": self.chance.choice(self.frame.outcomes),
            "as_of": self.frame.newest,
            "sources": [f"{self.id}-1"],
            "checked": self.frame.newest,
        }

    def profile(self) -> Record:
        """Return what the city can be compared by."""
        number = {"as_of": 2020, "sources": [f"{self.id}-1"], "checked": self.frame.newest}
        people, area = self.chance.randint(90_000, 9_000_000), self.chance.randint(40, 9_000)
        return {
            "tier": self.chance.choice(("metropolis", "prefecture", "county")),
            "government": {"id": "government", **self.statement("text", (), ANSWERS)},
            "population": {"id": "population", "value": people, "unit": "people", **number},
            "area": {"id": "area", "value": area, "unit": "square-kilometres", **number},
        }

    def areas(self, layers: Sequence[str]) -> list[Record]:
        """Return two or three areas of two to four measures each, no two alike."""
        titles = self.chance.sample(AREAS, self.chance.choice((2, 2, 3)))
        sizes = [self.chance.choice((2, 2, 2, 2, 2, 2, 3, 4)) for _ in titles]
        things = iter(self.chance.sample(THINGS, sum(sizes)))
        return [
            {
                "id": slug(title[1]),
                "title": text(*title),
                "measures": [self.measure(next(things), layers) for _ in range(size)],
            }
            for title, size in zip(titles, sizes, strict=True)
        ]

    def city(self) -> Record:
        """Return the whole city."""
        syllables = self.chance.sample(SYLLABLES, self.chance.randint(3, 4))
        country = self.chance.sample(SYLLABLES[:12], 2)
        layers = {layer: text(*pair) for layer, pair in LAYERS.items()} if self.chance.random() < 0.3 else {}
        areas = self.areas(tuple(layers))
        record = {
            "order": self.number,
            "name": text(*_joined(syllables)),
            "country": text(*_joined([*country, ("亚", "ria")])),
            "region": REGIONS[self.number % len(REGIONS)],
            "lead": self.words(STATEMENTS),
            "profile": self.profile(),
            "layers": layers,
            "facts": {name: self.answer(name, kind, tuple(layers)) for name, kind in self.frame.dimensions.items()},
            "areas": areas,
            "sections": self.sections(areas),
            "see": self.related(),
        }
        return {key: value for key, value in record.items() if value}

    def sections(self, areas: Sequence[Record]) -> Record:
        """Return as many headings as there are forms of a statement, in the order of the page; the last with a view."""
        names = sorted(self.chance.sample(SECTIONS[:-1], len(EVERY_FORM)), key=SECTIONS.index)
        held: Record = {
            name: [{"id": f"in-{name}"} | self.statement(form)] for name, form in zip(names, EVERY_FORM, strict=True)
        }
        because = [f"city/{self.id}#{area['measures'][0]['statements'][0]['id']}" for area in areas]
        view = {"id": "view", "view": self.stated(VIEWS), "kind": self.chance.choice(("adopt", "avoid"))}
        return held | {SECTIONS[-1]: [view | {"because": because}]}

    def bibliography(self) -> dict[str, Record]:
        """Return the city's sources by id."""
        return {
            f"{self.id}-{number}": {
                "title": self.words(STATEMENTS)["en"],
                "language": "en",
                "publisher": text(*self.chance.choice(ACTORS)),
                "date": self.chance.randint(2006, 2024),
                "kind": self.chance.choice(
                    ("secondary", "weak") if number > 1 else ("primary", "primary", "secondary")
                ),
                "url": f"https://example.org/{self.id}/{number}",
                "checked": self.frame.newest,
            }
            for number in range(1, SOURCES_PER_CITY + 1)
        }


class Renaming:
    """Puts synthetic cities and measures in the place of real ones, each name always by the same one."""

    _NAMED = re.compile(
        r"(?<![\w/.:-])(?:city/[a-z][a-z0-9-]*(?:#[a-z][a-z0-9.-]*)?|measure/[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*)"
    )

    def __init__(self, cities: Sequence[tuple[str, Record]]) -> None:
        """`cities`: id and record of synthetic cities, the first of which are used."""
        self._measures = [
            (f"{name}.{measure['id']}", measure["lessons"])
            for name, record in cities
            for area in record["areas"]
            for measure in area["measures"]
        ]
        self._cities = [name for name, _ in cities]
        self._facts = [
            f"{name}#{statement['id']}"
            for name, record in cities
            for area in record["areas"]
            for measure in area["measures"]
            for statement in measure["statements"]
        ]
        self._new: dict[str, str] = {}

    def name(self, old: str) -> str:
        """Return the synthetic name for `city/<id>`, `city/<id>#<fact>` or `measure/<city>.<id>`."""
        if old not in self._new:
            pools = {"city": self._cities, "measure": [name for name, _ in self._measures]}
            kind = old.partition("/")[0]
            pool = self._facts if "#" in old else pools[kind]
            taken = sum(name.startswith(f"{kind}/") and ("#" in name) == ("#" in old) for name in self._new)
            self._new[old] = f"{kind}/{pool[taken % len(pool)]}" if pool else old
        return self._new[old]

    def text(self, value: str) -> str:
        """Return `value` with every reference in it renamed."""
        return self._NAMED.sub(lambda found: self.name(found[0]), value)

    def value(self, value: Any) -> Any:
        """Return a plain value with every reference in it renamed, in lists each once."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {key: self.value(held) for key, held in value.items()}
        if isinstance(value, list):
            renamed = [self.value(held) for held in value]
            return [held for place, held in enumerate(renamed) if held not in renamed[:place]]
        return value

    def evidence(self, lesson: str, count: int) -> list[str]:
        """Return up to `count` measures that name `lesson`, at most one a city."""
        by_city: dict[str, str] = {}
        for name, lessons in self._measures:
            if lesson in lessons:
                by_city.setdefault(name.partition(".")[0], name)
        return list(by_city.values())[:count]

    def page(self, markdown: str, real: Iterable[str]) -> str:
        """Return a hand-written page with links to the pages of `real` cities, and macro calls for them, renamed."""
        for city in real:
            new = self.name(f"city/{city}").partition("/")[2]
            markdown = re.sub(rf"cities/{city}\.md(#[\w-]+)?", f"cities/{new}.md", markdown)
            markdown = re.sub(rf"(?<=[\"']){city}(?=[\"'])", new, markdown)
        quoted = rf"(?<=[\"'])(?:{'|'.join(real)})\.[a-z][a-z0-9-]*(?=[\"'])"
        markdown = re.sub(quoted, lambda found: self.name(f"measure/{found[0]}").partition("/")[2], markdown)
        return self.text(markdown)


def write(root: Path, cities: int, seed: int = 0) -> None:
    """Make `root` a complete project with `cities` synthetic cities; what was in its data/cities goes."""
    data = root / "data"
    _copy(root)
    frame = _frame(data)
    authors = [Author(random.Random(f"{seed}/{number}"), number, frame) for number in range(1, cities + 1)]
    written = [(author.id, author.city()) for author in authors]
    (data / "cities").mkdir()
    for name, record in written:
        (data / "cities" / f"{name}.yml").write_text(dump(record), encoding="utf-8")
    citing = [*_rename(root, Renaming(written[:100])), *(record for _, record in written)]
    added = {name: source for author in authors for name, source in author.bibliography().items()}
    _write_sources(data / "sources.yml", added, {name for record in citing for name in _cited(record)})


def _copy(root: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    root.mkdir(parents=True, exist_ok=True)
    for name in (*COPIED, "data"):
        place = REPOSITORY / name
        shutil.rmtree(root / name, ignore_errors=True)
        if place.is_dir():
            shutil.copytree(place, root / name, ignore=ignored)
        elif place.is_file():
            shutil.copy(place, root / name)
    shutil.rmtree(root / "data" / "cities", ignore_errors=True)


def _frame(data: Path) -> Frame:
    def ids(folder: str) -> tuple[str, ...]:
        return tuple(file.stem for file in sorted((data / folder).glob("*.yml")))

    kinds = {name: dimension["kind"] for name, dimension in _load(data / "dimensions.yml").items()}
    newest = max((str(source["checked"]) for source in _sources(data).values()), default="2026-11-24")
    outcomes = tuple(_load(data / "dimensions.yml").get(OUTCOME, {}).get("codes", {}))
    problems = tuple(_load(data / "problems.yml"))
    return Frame(ids("domains"), ids("systems"), ids("lessons"), problems, kinds, outcomes, newest)


def _rename(root: Path, renaming: Renaming) -> list[Record]:
    """Rename in the copied records and hand-written pages; a file that names no city is left alone."""
    records = []
    for file in sorted((root / "data").rglob("*.yml")):
        if "cities" in file.parts or "sources" in file.parts or file.name == "sources.yml":
            continue
        record = _load(file)
        renamed = renaming.value(record)
        if file.parent.name == "lessons" and "evidence" in record:
            renamed["evidence"] = renaming.evidence(file.stem, len(record["evidence"]))
        if renamed != record:
            file.write_text(dump(renamed), encoding="utf-8")
        records.append(renamed)
    real = [file.stem for file in sorted((REPOSITORY / "data" / "cities").glob("*.yml"))]
    for file in sorted((root / "content").rglob("*.md")) if real else []:
        file.write_text(renaming.page(file.read_text(encoding="utf-8"), real), encoding="utf-8")
    return records


def _write_sources(file: Path, added: Mapping[str, Record], cited: set[str]) -> None:
    """Write the repository's sources and those `added`; what only the real cities cited is left out.

    Those that one file has no room for stand in files of a folder.
    """
    article = {"article": {**next(iter(added.values())), "kind": "article"}} if added else {}
    sources = {**article, **_sources(file.parent), **added}
    held = [(name, source) for name, source in sources.items() if name in cited]
    file.write_text(dump(dict(held[:SOURCES_A_FILE])), encoding="utf-8")
    folder = file.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    for start in range(SOURCES_A_FILE, len(held), SOURCES_A_FILE):
        folder.mkdir(exist_ok=True)
        part = dump(dict(held[start : start + SOURCES_A_FILE]))
        (folder / f"{start // SOURCES_A_FILE}.yml").write_text(part, encoding="utf-8")


def _sources(data: Path) -> dict[str, Any]:
    """Return the repository's sources, by subject."""
    files = [data / "sources.yml", *sorted((data / "sources").glob("*.yml"))]
    return {name: held for file in files for name, held in _load(file).items()}


def _cited(value: Any) -> Iterator[str]:
    """Yield the id of every source that a plain value names, as often as it does."""
    if isinstance(value, dict):
        for key, held in value.items():
            is_list = key in ("sources", "searched") or (
                key == "standards" and isinstance(held, list) and isinstance(held[0], str)
            )
            names = held if is_list else ()
            yield from (one["id"] if isinstance(one, dict) else one for one in names)
            yield from _cited(held) if not names else ()
    elif isinstance(value, list):
        for held in value:
            yield from _cited(held)
    elif isinstance(value, str) and value.startswith("source/"):
        yield value.removeprefix("source/")


def city_id(number: int) -> str:
    """Return the id of the city at place `number`, from 1."""
    return f"city-{number:04}"


def text(zh: str, en: str) -> Record:
    """Return a Text; the English begins with a capital."""
    return {"zh": zh, "en": en[:1].upper() + en[1:]}


def slug(words: str) -> str:
    """Return English words as an id."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def _joined(pairs: Sequence[Pair]) -> Pair:
    return "".join(zh for zh, _ in pairs), "".join(en for _, en in pairs)


def _load(file: Path) -> dict[str, Any]:
    """Return the mapping that a YAML file holds; an empty one where there is none, for `check` to complain of."""
    try:
        value = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError):
        return {}
    return value if isinstance(value, dict) else {}


class _Dumper(yaml.CSafeDumper):
    """Writes as the data is written: everything but ids in quotes, a Text on one line."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _quoted(dumper: Any, value: str) -> Any:
    plain = re.fullmatch(r"[a-z][a-z0-9_-]*|[0-9]{4}-[0-9]{2}", value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


def _mapping(dumper: Any, value: Record) -> Any:
    flow = True if value.keys() == {"zh", "en"} else None
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=flow)


_Dumper.add_representer(str, _quoted)
_Dumper.add_representer(dict, _mapping)


def dump(value: Any) -> str:
    """Return `value` as YAML, nothing folded: a folded Chinese text is read with blanks in it."""
    dumped: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10**6
    )
    return dumped


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdecimal():
        sys.exit("usage: python -m tests.support.synthetic N DIR")
    write(Path(sys.argv[2]), int(sys.argv[1]))
